import { customerTotals, findCustomersById } from "@pos/core/customers/customer/index.ts";
import { findCustomerGroups } from "@pos/core/customers/customer-group/index.ts";
import type { RequestContext } from "../context.ts";
import { batched } from "../loader.ts";

export const customerLoader = batched(findCustomersById);

export const customerTotalsLoader = batched(customerTotals);

/** All of them are in one record. */
const customerGroupLoader = batched(findCustomerGroups, { cache: false });

/** The groups of a customer that prices and promotions count for. */
export async function activeGroupIds(context: RequestContext, ids: readonly string[]): Promise<string[]> {
  const groups = await Promise.all(ids.map((id) => customerGroupLoader(context).load(id)));
  return groups.flatMap((group) => (group === undefined || group.endedAt !== undefined ? [] : [group.id]));
}
