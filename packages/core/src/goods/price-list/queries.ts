import type { Context } from "../../people/access/index.ts";
import { type PromotionState, promotionState, promotionsKey, todayAt } from "../promotion/index.ts";
import type { PriceList } from "./model.ts";
import { readPriceLists } from "./records.ts";

/** A list, and where it is in its life by the clock of the caller's location, else of the merchant's first one. */
export interface PriceListNow {
  readonly list: PriceList;
  readonly state: PromotionState;
}

export async function getPriceList(context: Context, id: string): Promise<PriceListNow | undefined> {
  return (await listPriceLists(context)).find(({ list }) => list.id === id);
}

/** The newest first. */
export async function listPriceLists(context: Context): Promise<PriceListNow[]> {
  const { table, caller } = context;
  const [item, today] = await Promise.all([table.get(promotionsKey(caller.merchantId)), todayAt(context)]);
  return Object.values(readPriceLists(item))
    .map((list) => ({ list, state: promotionState(list, today) }))
    .sort((one, other) => (one.list.createdAt < other.list.createdAt ? 1 : -1));
}
