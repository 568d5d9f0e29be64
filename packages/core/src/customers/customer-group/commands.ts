import { isId } from "../../base/id.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import type { CustomerGroup, CustomerGroupChange, NewCustomerGroup } from "./model.ts";
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
    const { item, before } = await stored(context);
    const known = before.groups[id];
    if (known?.name === name) return ok(known);
    if (known) return refused(failure("ID_CONFLICT", "Another group was created with this id.", ["input", "id"]));
    if (Object.keys(before.groups).length >= GROUPS_MAX)
      return refused(failure("TOO_MANY_CUSTOMER_GROUPS", `A merchant has at most ${GROUPS_MAX} groups of customers.`));
    const made = { id, name, version: 1 };
    const done = await context.table.transact(
      writesOf(context, "customer-group:create", { item, before, changed: made }),
    );
    return done.ok ? ok(made) : undefined;
  });
}

export async function updateCustomerGroup(
  context: Context,
  { customerGroupId, version, name: typed }: CustomerGroupChange,
): Promise<Result<CustomerGroup>> {
  authorize(context, "customer:write");
  const name = cleanName(typed);
  const problem = storedNameProblem(name);
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  return changeVersioned(context, {
    what: "group of customers",
    version,
    async read() {
      const { item, before } = await stored(context);
      const known = Object.hasOwn(before.groups, customerGroupId) ? before.groups[customerGroupId] : undefined;
      if (known) return ok({ item, before, known, version: known.version });
      const path = ["input", "customerGroupId"];
      return refused(failure("UNKNOWN_CUSTOMER_GROUP", "There is no such group of customers.", path));
    },
    ifApplied: ({ known }) => (known.version === version + 1 && known.name === name ? known : undefined),
    async change({ item, before, known }) {
      const changed = { ...known, name, version: known.version + 1 };
      const writes = writesOf(context, "customer-group:update", { item, before, changed });
      return ok({ writes: writes.map((write) => ({ write })), value: changed });
    },
  });
}

async function stored({ table, caller }: Context) {
  const item = await table.get(customerGroupsKey(caller.merchantId));
  return { item, before: readCustomerGroups(item) };
}

interface Changed {
  readonly item: Item | undefined;
  readonly before: CustomerGroups;
  readonly changed: CustomerGroup;
}

function writesOf(context: Context, action: string, { item, before, changed }: Changed): Write[] {
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
