import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import type { Item } from "../../table/port/port.ts";
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

/** They are in the record of promotions, so that a sale reads one item for both. */
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
