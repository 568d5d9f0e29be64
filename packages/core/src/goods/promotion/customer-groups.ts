import { failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import {
  type CustomerGroup,
  type CustomerGroupChange,
  customerGroupWrites,
  storedCustomerGroups,
} from "../../customers/customer-group/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import type { Write } from "../../table/port/port.ts";
import { changeVersioned } from "../../table/port/versioned.ts";
import { type EndedGroups, offersWrite, promotionsKey } from "./records.ts";

/**
 * Renames a group of customers, ends it, or makes it active again. The ended groups are in the record of promotions and price
 * lists, too: a sale reads that one and no record of groups.
 */
export async function updateCustomerGroup(
  context: Context,
  { customerGroupId, version, name: typed, isEnded }: CustomerGroupChange,
): Promise<Result<CustomerGroup>> {
  authorize(context, "customer:write");
  const name = typed === undefined || typed === null ? undefined : cleanName(typed);
  const problem = name === undefined ? undefined : storedNameProblem(name);
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const now = context.clock.now();
  const changedOf = ({ endedAt = now, ...known }: CustomerGroup, wasEnded: boolean): CustomerGroup => ({
    ...known,
    ...(name === undefined ? {} : { name }),
    ...((isEnded ?? wasEnded) ? { endedAt } : {}),
  });
  const isAsAsked = (group: CustomerGroup) =>
    (name === undefined || group.name === name) && (isEnded ?? isOver(group)) === isOver(group);
  return changeVersioned(context, {
    what: "group of customers",
    version,
    async read() {
      const { item, before } = await storedCustomerGroups(context);
      const known = Object.hasOwn(before.groups, customerGroupId) ? before.groups[customerGroupId] : undefined;
      if (known) return ok({ item, before, known, version: known.version });
      const path = ["input", "customerGroupId"];
      return refused(failure("UNKNOWN_CUSTOMER_GROUP", "There is no such group of customers.", path));
    },
    ifApplied: ({ known }) => (known.version === version + 1 && isAsAsked(known) ? known : undefined),
    async change({ item, before, known }) {
      const changed = { ...changedOf(known, isOver(known)), version: known.version + 1 };
      const writes = customerGroupWrites(context, "customer-group:update", { item, before, changed });
      const groups = Object.values({ ...before.groups, [changed.id]: changed });
      const ended = isOver(known) === isOver(changed) ? [] : [await endedWrite(context, groups)];
      return ok({ writes: [...writes, ...ended].map((write) => ({ write })), value: changed });
    },
  });
}

function isOver({ endedAt }: CustomerGroup): boolean {
  return endedAt !== undefined;
}

async function endedWrite({ table, caller }: Context, groups: readonly CustomerGroup[]): Promise<Write> {
  const ended: EndedGroups = Object.fromEntries(
    groups.flatMap(({ id, endedAt }) => (endedAt === undefined ? [] : [[id, endedAt]])),
  );
  const item = await table.get(promotionsKey(caller.merchantId));
  return offersWrite(caller.merchantId, item, "endedGroups", ended);
}
