import * as v from "valibot";
import type { Cart } from "./cart.ts";

const text = v.string();
const DISCOUNT = v.union([
  v.strictObject({ percent: text }),
  v.strictObject({ amount: v.pipe(v.number(), v.safeInteger()) }),
]);
const DISCOUNTS = v.array(DISCOUNT);

/** A cart as a device stores it. */
export const CART: v.GenericSchema<unknown, Cart> = v.object({
  lines: v.array(
    v.object({
      key: text,
      variant: v.object({ id: text, sku: text, name: text, unitPrice: text, taxCodeId: text }),
      quantity: text,
      unitPrice: v.exactOptional(text),
      discounts: DISCOUNTS,
      isOpen: v.exactOptional(v.literal(true)),
    }),
  ),
  discounts: DISCOUNTS,
  customer: v.exactOptional(v.object({ id: text, name: text })),
  note: v.exactOptional(text),
});
