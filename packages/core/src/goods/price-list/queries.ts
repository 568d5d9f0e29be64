import { isId } from "../../base/id.ts";
import type { Context } from "../../people/access/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { type PromotionState, promotionState, promotionsKey, todayAt } from "../promotion/index.ts";
import type { PriceList } from "./model.ts";
import {
  endedPriceListKey,
  endedPriceLists,
  readEndedPriceList,
  readPriceLists,
  type StoredPriceList,
} from "./records.ts";

/** A list, and where it is in its life by the clock of the caller's location, else of the merchant's first one. */
export interface PriceListNow {
  readonly list: PriceList;
  readonly state: PromotionState;
}

export async function getPriceList(context: Context, id: string): Promise<PriceListNow | undefined> {
  return (await findPriceLists(context, [id]))[0];
}

/** In the order of the ids; undefined: not found. */
export async function findPriceLists(context: Context, ids: readonly string[]): Promise<(PriceListNow | undefined)[]> {
  const known = new Map((await currentPriceLists(context)).map((one) => [one.list.id, one]));
  const missing = ids.filter((id) => isId("prl", id) && !known.has(id));
  const ended = await batchGetAll(
    context.table,
    missing.map((id) => endedPriceListKey(context.caller.merchantId, id)),
  );
  for (const item of ended) if (item) known.set(item.sk, ofEnded(readEndedPriceList(item)));
  return ids.map((id) => known.get(id));
}

/** Of the lists that ended some time ago; undefined: none has this id. */
export async function endedPriceList({ table, caller }: Context, id: string): Promise<StoredPriceList | undefined> {
  const item = isId("prl", id) ? await table.get(endedPriceListKey(caller.merchantId, id)) : undefined;
  return item && readEndedPriceList(item);
}

/** The newest first, also those that ended long ago. */
export async function listPriceLists(context: Context): Promise<PriceListNow[]> {
  const { table, caller } = context;
  const [current, ended] = await Promise.all([currentPriceLists(context), endedPriceLists(table, caller.merchantId)]);
  return newestFirst([...current, ...ended.map(ofEnded)]);
}

/** Those that every sale reads: of the ended ones, the last. */
export async function currentPriceLists(context: Context): Promise<PriceListNow[]> {
  const { table, caller } = context;
  const [item, today] = await Promise.all([table.get(promotionsKey(caller.merchantId)), todayAt(context)]);
  const lists = Object.values(readPriceLists(item));
  return newestFirst(lists.map((list) => ({ list, state: promotionState(list, today) })));
}

function ofEnded(list: PriceList): PriceListNow {
  return { list, state: "ENDED" };
}

function newestFirst(lists: readonly PriceListNow[]): PriceListNow[] {
  return lists.toSorted((one, other) => (one.list.createdAt < other.list.createdAt ? 1 : -1));
}
