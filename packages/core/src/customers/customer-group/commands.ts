import { isId } from "../../base/id.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { retrying } from "../../table/port/versioned.ts";
import type { CustomerGroup, NewCustomerGroup } from "./model.ts";
import { type CustomerGroups, customerGroupsItem, customerGroupsKey, readCustomerGroups } from "./records.ts";

/** All groups are one record. */
const GROUPS_MAX = 100;

export async function createCustomerGroup(context: Context, input: NewCustomerGroup): Promise<Result<CustomerGroup>> {
  authorize(context, "customer:write");
  const { id } = input;
  const name = cleanName(input.name);
  if (!isId("grp", id)) return refused(failure("INVALID_ID", "The id is not grp_ and a ULID.", ["input", "id"]));
  const problem = storedNameProblem(name);
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  return retrying(context.clock, "merchant's groups of customers", async () => {
    const { item, before } = await storedCustomerGroups(context);
    const known = before.groups[id];
    if (known?.name === name) return ok(known);
    if (known) return refused(failure("ID_CONFLICT", "Another group was created with this id.", ["input", "id"]));
    if (Object.keys(before.groups).length >= GROUPS_MAX)
      return refused(failure("TOO_MANY_CUSTOMER_GROUPS", `A merchant has at most ${GROUPS_MAX} groups of customers.`));
    const made = { id, name, version: 1 };
    const done = await context.table.transact(
      customerGroupWrites(context, "customer-group:create", { item, before, changed: made }),
    );
    return done.ok ? ok(made) : undefined;
  });
}

export async function storedCustomerGroups({ table, caller }: Context) {
  const item = await table.get(customerGroupsKey(caller.merchantId));
  return { item, before: readCustomerGroups(item) };
}

interface Changed {
  readonly item: Item | undefined;
  readonly before: CustomerGroups;
  readonly changed: CustomerGroup;
}

export function customerGroupWrites(context: Context, action: string, { item, before, changed }: Changed): Write[] {
  const { merchantId } = context.caller;
  const { version } = before;
  const groups = { ...before.groups, [changed.id]: changed };
  const put: Write = {
    op: "put",
    item: customerGroupsItem(merchantId, { groups, version: version + 1 }),
    if: item ? { is: "equal", to: { version } } : { is: "absent" },
  };
  return [put, auditWrite(context, merchantId, action, changed.id)];
}
