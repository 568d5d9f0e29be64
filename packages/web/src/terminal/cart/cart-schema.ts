import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import * as v from "valibot";
import type { Cart } from "./cart.ts";

const text = v.string();
const amount = v.pipe(v.number(), v.safeInteger());
const METHODS = ["CASH", "CARD", "QR_CODE", "GIFT_CARD", "STORE_CREDIT", "ON_ACCOUNT", "OTHER"] as const;
export const METHOD: v.GenericSchema<PaymentMethod> = v.picklist(METHODS);
const reason = v.exactOptional(text);
const DISCOUNT = v.union([v.strictObject({ percent: text, reason }), v.strictObject({ amount, reason })]);
const DISCOUNTS = v.array(DISCOUNT);

/** A cart as a device stores it. */
export const CART: v.GenericSchema<unknown, Cart> = v.object({
  lines: v.array(
    v.object({
      key: text,
      variant: v.object({
        ...{ id: text, sku: text, name: text, unitPrice: text, taxCodeId: text },
        ...{ productId: v.exactOptional(text), categoryId: v.exactOptional(text) },
      }),
      quantity: text,
      unitPrice: v.exactOptional(text),
      discounts: DISCOUNTS,
      isOpen: v.exactOptional(v.literal(true)),
    }),
  ),
  discounts: DISCOUNTS,
  customer: v.exactOptional(v.object({ id: text, name: text, groupIds: v.exactOptional(v.array(text)) })),
  note: v.exactOptional(text),
  couponCodes: v.exactOptional(v.array(text)),
  payments: v.exactOptional(
    v.array(
      v.object({
        ...{ id: text, method: METHOD, amount },
        tendered: v.exactOptional(amount),
        reference: v.exactOptional(text),
      }),
    ),
  ),
});
