import { type Failure, failure } from "../../base/result.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import type { CustomerGroup } from "./model.ts";
import { customerGroupsKey, readCustomerGroups } from "./records.ts";

/** By their names. */
export async function listCustomerGroups(context: Context): Promise<CustomerGroup[]> {
  authorize(context, "customer:read");
  return Object.values(await groupsOf(context)).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** In the order of their ids; undefined if not found. */
export async function findCustomerGroups(
  context: Context,
  ids: readonly string[],
): Promise<(CustomerGroup | undefined)[]> {
  const groups = await groupsOf(context);
  return ids.map((id) => (Object.hasOwn(groups, id) ? groups[id] : undefined));
}

/** What is wrong with the groups that a record names. */
export async function customerGroupProblems(context: Context, ids: readonly string[]): Promise<Failure[]> {
  if (ids.length === 0) return [];
  const groups = await groupsOf(context);
  if (ids.every((id) => Object.hasOwn(groups, id))) return [];
  return [failure("UNKNOWN_CUSTOMER_GROUP", "There is no such group of customers.", ["input", "groupIds"])];
}

async function groupsOf({ table, caller }: Context): Promise<{ readonly [id: string]: CustomerGroup }> {
  return readCustomerGroups(await table.get(customerGroupsKey(caller.merchantId))).groups;
}
