import { expect, test } from "vitest";
import { addOpenLine, EMPTY_CART, withCoupon, withCustomer } from "../cart/cart.ts";
import { cartOf, parkInput } from "./parked-cart.ts";

test("cartOf: recalls the coupons, discounts, groups and certificate of the cart that was parked", () => {
  const customer = { id: "cus_1", name: "Trade Ltd", groupIds: ["grp_1"], taxExemption: "EX-1", creditLimit: 5000 };
  const account = { limit: { amount: 5000, currency: "GBP" } };
  const goods = { name: "Repair", unitPrice: "12.5", taxCodeId: "tax_1" };
  const discounted = { ...addOpenLine(EMPTY_CART, goods, "key"), discounts: [{ percent: "5", reason: "Friend" }] };
  const cart = withCoupon(withCustomer(discounted, customer), "SPRING");
  const { lines, adjustments = [] } = parkInput(cart, { id: "prk_1", label: "" });
  expect(adjustments).toContainEqual({ couponCode: "SPRING" });
  const parked = {
    ...{ __typename: "ParkedSale" as const, id: "prk_1", note: null, customer: { ...customer, account } },
    lines: lines.map(({ description = null, quantity, unitPrice = null, taxCodeId = null }) => ({
      ...{ id: "prk_1.1", variant: null, description, quantity, unitPrice, code: null, taxCodeId, discounts: [] },
    })),
    discounts: (adjustments ?? []).map(({ percent = null, reason = null, couponCode = null }) => ({
      ...{ percent, amount: null, reason, couponCode },
    })),
  };
  expect(cartOf(parked, () => "key")).toEqual(cart);
});
