import { UNITS } from "@pos/core/base/unit.ts";
import type { SoldPack } from "@pos/core/goods/catalog/packs.ts";
import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { PRICE_SOURCES } from "@pos/core/selling/sale/model.ts";
import * as v from "valibot";
import type { Cart, CartQuote } from "./cart.ts";

const text = v.string();
const amount = v.pipe(v.number(), v.safeInteger());
const METHODS = [
  "CASH",
  "CARD",
  "QR_CODE",
  "GIFT_CARD",
  "STORE_CREDIT",
  "ON_ACCOUNT",
  "DEPOSIT",
  "OTHER",
  "EXCHANGE",
] as const;
export const METHOD: v.GenericSchema<PaymentMethod> = v.picklist(METHODS);
const PACK: v.GenericSchema<SoldPack> = v.object({ name: text, size: amount });
/** What a quantity counts. Absent: pieces. */
export const COUNTED = { unit: v.exactOptional(v.picklist(UNITS)), pack: v.exactOptional(PACK) };
const reason = v.exactOptional(text);
const DISCOUNT = v.union([v.strictObject({ percent: text, reason }), v.strictObject({ amount, reason })]);
const DISCOUNTS = v.array(DISCOUNT);

const OF_LINE = { line: amount, quantity: text };
const SUMS = { total: amount, tax: amount };

/** Of the merchant's own way to pay. */
const OWN = {
  methodId: v.exactOptional(text),
  methodName: v.exactOptional(text),
  methodChineseName: v.exactOptional(text),
};

/** The sale whose goods come back. */
const EXCHANGED_SALE = v.object({
  ...{ id: text, pricesIncludeTax: v.boolean(), cashStep: amount, total: amount, rounding: amount },
  lines: v.array(v.object({ description: text, quantity: text, ...COUNTED, ...SUMS })),
  payments: v.array(v.object({ id: text, method: METHOD, paidBy: v.exactOptional(METHOD), amount, ...OWN })),
  refunded: v.object({
    lines: v.array(v.object({ ...OF_LINE, ...SUMS })),
    payments: v.array(v.object({ paymentId: text, amount })),
  }),
});

const EXCHANGE = v.pipe(
  v.object({
    ...{ id: text, receiptNumber: text, reason: text },
    lines: v.array(v.object({ ...OF_LINE, writeOff: v.exactOptional(v.literal(true)) })),
    /** An earlier version stored one flag for all lines. */
    isWriteOff: v.exactOptional(v.boolean()),
    sale: EXCHANGED_SALE,
  }),
  v.transform(({ isWriteOff = false, lines, ...exchange }) => ({
    ...exchange,
    lines: isWriteOff ? lines.map((line) => ({ ...line, writeOff: true as const })) : lines,
  })),
);

const APPLIED = v.exactOptional(
  v.array(
    v.object({
      source: v.picklist(["MANUAL", "PROMOTION", "COUPON", "APPROVAL", "TAX_EXEMPTION"]),
      ...{ id: v.exactOptional(text), reason, amount },
    }),
  ),
);

const QUOTE: v.GenericSchema<unknown, CartQuote> = v.object({
  ...{ id: text, number: text },
  deposit: v.exactOptional(v.object({ id: text, amount })),
  held: v.object({
    taxExemption: v.exactOptional(text),
    lines: v.array(
      v.object({
        ...{ description: text, quantity: text, unitPrice: text, gross: amount, total: amount },
        priceSource: v.exactOptional(v.picklist(PRICE_SOURCES)),
        ...{ ...COUNTED, tare: v.exactOptional(text), code: v.exactOptional(text), priceReason: v.exactOptional(text) },
        ...{ variantId: v.exactOptional(text), sku: v.exactOptional(text), share: v.exactOptional(amount) },
        taxes: v.array(v.object({ codeId: text, name: v.exactOptional(text), rate: text, amount })),
        discounts: APPLIED,
      }),
    ),
    discounts: APPLIED,
    ...{ subtotal: amount, discountTotal: amount, taxTotal: amount, total: amount },
  }),
});

/** A cart as a device stores it. */
export const CART: v.GenericSchema<unknown, Cart> = v.object({
  lines: v.array(
    v.object({
      key: text,
      variant: v.object({
        ...{ id: text, sku: text, name: text, unitPrice: text, taxCodeId: text },
        ...{ productId: v.exactOptional(text), categoryId: v.exactOptional(text) },
        ...COUNTED,
      }),
      quantity: text,
      tare: v.exactOptional(text),
      unitPrice: v.exactOptional(text),
      priceReason: v.exactOptional(text),
      discounts: DISCOUNTS,
      code: v.exactOptional(text),
      isOpen: v.exactOptional(v.literal(true)),
      giftCard: v.exactOptional(v.object({ amount, code: text, isNew: v.exactOptional(v.literal(true)) })),
    }),
  ),
  discounts: DISCOUNTS,
  customer: v.exactOptional(
    v.object({
      ...{ id: text, name: text, groupIds: v.exactOptional(v.array(text)), taxExemption: v.exactOptional(text) },
      creditLimit: v.exactOptional(amount),
    }),
  ),
  note: v.exactOptional(text),
  couponCodes: v.exactOptional(v.array(text)),
  tip: v.exactOptional(amount),
  exchange: v.exactOptional(EXCHANGE),
  quote: v.exactOptional(QUOTE),
  payments: v.exactOptional(
    v.array(
      v.object({
        ...{ id: text, method: METHOD, amount },
        tendered: v.exactOptional(amount),
        methodId: v.exactOptional(text),
        cashBack: v.exactOptional(amount),
        reference: v.exactOptional(text),
        state: v.exactOptional(v.picklist(["PENDING", "UNKNOWN"])),
        account: v.exactOptional(v.object({ id: text, lastFour: v.exactOptional(text) })),
        cardCode: v.exactOptional(text),
        balance: v.exactOptional(amount),
      }),
    ),
  ),
});
