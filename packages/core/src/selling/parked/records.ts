import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key } from "../../table/port/port.ts";
import type { ParkedContent, ParkedSale } from "./model.ts";

/** The parked sales of a location, by their ids. */
export function parkedPk(merchantId: string, locationId: string): string {
  return tenantPk(merchantId, "PARKED", locationId);
}

export function parkedKey(merchantId: string, locationId: string, id: string): Key {
  return { pk: parkedPk(merchantId, locationId), sk: id };
}

const text = v.string();
const optional = v.exactOptional(text);

const PARKED = v.object({
  locationId: text,
  terminalId: text,
  operatorId: optional,
  parkedAt: text,
  expiresAt: text,
  requestHash: text,
  version: v.number(),
  body: text,
  ended: optional,
});

const readStored = recordCodec("parked sale", PARKED);

const discount = v.object({ percent: optional, amount: v.exactOptional(v.number()) });
const adjustment = v.object({
  ...discount.entries,
  ...{ reason: optional, promotionId: optional, couponCode: optional, approvalId: optional },
});
const discounts = {
  discounts: v.exactOptional(v.array(discount)),
  adjustments: v.exactOptional(v.array(adjustment)),
};

const CONTENT: v.GenericSchema<unknown, ParkedContent> = v.object({
  ...discounts,
  label: optional,
  lines: v.array(
    v.object({
      ...discounts,
      variant: v.exactOptional(v.object({ id: optional, sku: optional, barcode: optional })),
      quantity: text,
      packSize: v.exactOptional(v.number()),
      ...{
        tare: optional,
        description: optional,
        unitPrice: optional,
        code: optional,
        priceReason: optional,
        taxCodeId: optional,
        categoryId: optional,
        note: optional,
      },
    }),
  ),
  ...{ customerId: optional, note: optional, quoteId: optional, total: v.exactOptional(v.number()) },
});

const ENDED = v.object({
  as: v.picklist(["RECALLED", "DISCARDED"]),
  at: text,
  ...{ recallId: optional, terminalId: optional, operatorId: optional },
});

export function parkedItem(key: Key, requestHash: string, version: number, parked: ParkedSale): Item {
  const { id: _, locationId, terminalId, operatorId, parkedAt, expiresAt, ended, ...content } = parked;
  return {
    ...key,
    ...{ locationId, terminalId, parkedAt, expiresAt, requestHash, version },
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(ended === undefined ? {} : { ended: JSON.stringify(ended) }),
    body: JSON.stringify(content),
  };
}

export interface StoredParked {
  readonly parked: ParkedSale;
  readonly requestHash: string;
  readonly version: number;
}

export function readParked(item: Item): StoredParked {
  const stored = readStored(item);
  const { locationId, terminalId, operatorId, parkedAt, expiresAt, requestHash, version, body, ended } = stored;
  const parked = {
    ...v.parse(CONTENT, JSON.parse(body)),
    ...{ id: item.sk, locationId, terminalId, parkedAt, expiresAt },
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(ended === undefined ? {} : { ended: v.parse(ENDED, JSON.parse(ended)) }),
  };
  return { parked, requestHash, version };
}
