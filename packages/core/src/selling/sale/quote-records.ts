import * as v from "valibot";
import { failure } from "../../base/result.ts";
import { UNITS } from "../../base/unit.ts";
import { type GuardKind, guardKey, guardState } from "../../ledger/index.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Write } from "../../table/port/port.ts";
import type { HeldPrices, HeldQuote } from "./held.ts";
import { PRICE_SOURCES, type SaleLine } from "./model.ts";

/** A quote as it is stored; a sale reads it. Amounts are minor units. */
export interface Quote extends HeldQuote {
  readonly id: string;
  readonly locationId: string;
  /** Of the terminal that made it; absent: it was made at the dashboard. */
  readonly terminalId?: string;
  readonly operatorId?: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly createdAt: string;
  readonly note?: string;
  readonly version: number;
}

export interface StoredQuote {
  readonly quote: Quote;
  readonly requestHash: string;
}

export function quotesPk(merchantId: string): string {
  return tenantPk(merchantId, "QUOTE");
}

/** The quotes of a location are together, in the order of their ids. */
export function quoteKey(merchantId: string, locationId: string, id: string): Key {
  return { pk: quotesPk(merchantId), sk: `${locationId}#${id}` };
}

const text = v.string();
const optional = v.exactOptional(text);
const amount = v.number();
const discounts = v.exactOptional(
  v.array(
    v.object({
      source: v.picklist(["MANUAL", "PROMOTION", "COUPON", "APPROVAL", "TAX_EXEMPTION"]),
      ...{ id: optional, reason: optional, amount },
    }),
  ),
);

/** Every field of a line: one that is not here would be lost. No quote sells a gift card. */
const LINE = {
  pack: v.exactOptional(v.object({ name: text, size: amount })),
  ...{ variantId: optional, sku: optional, quantity: text, description: text, unitPrice: text },
  ...{
    unit: v.exactOptional(v.picklist(UNITS)),
    tare: optional,
    code: optional,
    stocked: v.exactOptional(v.literal(true)),
  },
  ...{ priceSource: v.exactOptional(v.picklist(PRICE_SOURCES)), priceListId: optional, priceReason: optional },
  ...{ categoryId: optional, unitCost: optional },
  taxes: v.array(v.object({ codeId: text, name: optional, rate: text, amount })),
  ...{ gross: amount, discounts, share: v.exactOptional(amount), total: amount, note: optional },
} satisfies { readonly [field in Exclude<keyof SaleLine, "giftCard">]: unknown };

const HELD: v.GenericSchema<unknown, HeldPrices> = v.object({
  taxExemption: optional,
  lines: v.array(v.object(LINE)),
  discounts,
  coupons: v.exactOptional(v.array(v.object({ code: text, promotionId: text, limit: v.exactOptional(amount) }))),
  ...{ subtotal: amount, discountTotal: amount, taxTotal: amount, total: amount },
});

const readStored = recordCodec(
  "quote",
  v.object({
    ...{ terminalId: optional, operatorId: optional, customerId: optional, note: optional, cancelledAt: optional },
    ...{ currency: text, pricesIncludeTax: v.boolean(), createdAt: text, validUntil: text },
    ...{ requestHash: text, version: v.number(), held: text },
  }),
);

export function quoteItem(merchantId: string, { quote, requestHash }: StoredQuote): Item {
  const { id, locationId, held, ...fields } = quote;
  return { ...quoteKey(merchantId, locationId, id), ...fields, requestHash, held: JSON.stringify(held) };
}

export function readQuote(item: Item): StoredQuote {
  const { pk: _, sk, requestHash, held, ...fields } = readStored(item);
  const [locationId = "", id = ""] = sk.split("#");
  const { terminalId, operatorId, customerId, note, cancelledAt, ...known } = fields;
  const { currency, pricesIncludeTax, createdAt, validUntil, version } = known;
  const quote: Quote = {
    ...{ id, locationId, currency, pricesIncludeTax, createdAt, validUntil, version },
    ...(terminalId === undefined ? {} : { terminalId }),
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(note === undefined ? {} : { note }),
    ...(cancelledAt === undefined ? {} : { cancelledAt }),
    held: v.parse(HELD, JSON.parse(held)),
  };
  return { quote, requestHash };
}

/** Where a quote is, by its id: one id is of one quote. */
export function quotePlaceKey(merchantId: string, id: string): Key {
  return { pk: tenantPk(merchantId, id), sk: "QUOTE" };
}

/** A new quote, on condition that its id is new. */
export function quoteWrites(merchantId: string, stored: StoredQuote): Write[] {
  const { id, locationId } = stored.quote;
  return [
    { op: "put", item: quoteItem(merchantId, stored), if: { is: "absent" } },
    masterPut(quotePlaceKey(merchantId, id), { locationId }),
  ];
}

export const quotesMaster: MasterKind = {
  record: "quote",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, quotesPk(merchantId))) yield masterRecord(item);
  },
  writes(merchantId, { id: sk, ...record }) {
    const [locationId = "", id = ""] = sk.split("#");
    return [
      masterPut({ pk: quotesPk(merchantId), sk }, record),
      masterPut(quotePlaceKey(merchantId, id), { locationId }),
    ];
  },
};

/** The sales of a quote: one, and those that happened beyond it. */
export interface QuoteSales {
  readonly saleIds: readonly string[];
}

/** A quote is sold once. The guard lies beside its id. */
export const quoteGuard: GuardKind<QuoteSales, undefined> = {
  name: "QUOTE_GUARD",
  zero: { saleIds: [] },
  listed: ({ saleIds }) => saleIds,
  take({ saleIds }, _, saleId) {
    const state = { saleIds: [...saleIds, saleId] };
    if (saleIds.length === 0) return { state, problems: [] };
    return { state, problems: [failure("QUOTE_SOLD", "The quote was sold before.", ["input", "quoteId"])] };
  },
};

export function quoteGuardKey(merchantId: string, quoteId: string): Key {
  return guardKey(quoteGuard, merchantId, quoteId);
}

export function soldAs(item: Item | undefined): string | undefined {
  return (guardState(quoteGuard, item) as QuoteSales).saleIds[0];
}
