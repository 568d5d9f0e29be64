import * as v from "valibot";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import type { PriceList } from "./model.ts";
import { NO_PRICE_LISTS, type PriceListSet, priceListSet } from "./rules.ts";

/** A list as it is stored: with what a request to create it again is recognised by. */
export interface StoredPriceList extends PriceList {
  readonly requestHash: string;
}

export interface PriceLists {
  readonly [id: string]: StoredPriceList;
}

const text = v.string();
const optionalText = v.exactOptional(text);

const STORED = v.object({
  id: text,
  name: text,
  groupIds: v.array(text),
  locationIds: v.array(text),
  startsOn: optionalText,
  endsOn: optionalText,
  weekdays: v.array(v.number()),
  startTime: optionalText,
  endTime: optionalText,
  isEnabled: v.boolean(),
  prices: v.record(text, v.record(text, text)),
  createdAt: text,
  endedAt: optionalText,
  version: v.number(),
  requestHash: text,
});

/** Those that may still count are in the record of promotions, so that a sale reads one item for both. */
const readStored = recordCodec("price lists", v.object({ priceLists: v.exactOptional(v.record(text, STORED)) }));

/** A merchant who never had one has no record, or one without them. */
export function readPriceLists(item: Item | undefined): PriceLists {
  return item === undefined ? {} : (readStored(item).priceLists ?? {});
}

/** Ready for carts; made once for a record that an adapter keeps decoded. */
export function readPriceListSet(item: Item | undefined): PriceListSet {
  if (item?.priceLists === undefined) return NO_PRICE_LISTS;
  const known = sets.get(item);
  if (known !== undefined) return known;
  const set = priceListSet(Object.values(readPriceLists(item)));
  sets.set(item, set);
  return set;
}

const sets = new WeakMap<Item, PriceListSet>();

/** Lists that ended some time ago are records of their own, which no sale reads. */
function endedPk(merchantId: string): string {
  return tenantPk(merchantId, "ENDED_PRICE_LIST");
}

export function endedPriceListKey(merchantId: string, priceListId: string): Key {
  return { pk: endedPk(merchantId), sk: priceListId };
}

export function endedPriceListPut(merchantId: string, list: StoredPriceList): Write {
  return masterPut(endedPriceListKey(merchantId, list.id), JSON.parse(JSON.stringify(list)));
}

export const readEndedPriceList: (item: Item) => StoredPriceList = recordCodec("ended price list", STORED);

export async function endedPriceLists(table: Table, merchantId: string): Promise<StoredPriceList[]> {
  const ended: StoredPriceList[] = [];
  for await (const item of itemsOf(table, endedPk(merchantId))) ended.push(readEndedPriceList(item));
  return ended;
}

export const endedPriceListsMaster: MasterKind = {
  record: "endedPriceList",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, endedPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(endedPriceListKey(merchantId, record.id), record)],
};
