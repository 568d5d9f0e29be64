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
      ...{
        id: "prk_1.1",
        variant: null,
        description,
        quantity,
        packSize: null,
        unitPrice,
        code: null,
        priceReason: null,
        taxCodeId,
        discounts: [],
      },
    })),
    discounts: (adjustments ?? []).map(({ percent = null, reason = null, couponCode = null }) => ({
      ...{ percent, amount: null, reason, couponCode },
    })),
  };
  expect(cartOf(parked, () => "key")).toEqual(cart);
});

test("cartOf: recalls another price than the shop's with its reason", () => {
  const product = { id: "prd_1", category: null, taxCode: { id: "tax_1" } };
  const variant = { id: "var_1", sku: "CUP", title: "Cup", unitPrice: "3", unit: "EACH" as const, packs: [], product };
  const line = {
    id: "prk_1.1",
    variant,
    description: null,
    quantity: "1",
    packSize: null,
    code: null,
    taxCodeId: null,
    discounts: [],
  };
  const lines = [{ ...line, unitPrice: "2", priceReason: "Scratched" }];
  const parked = { __typename: "ParkedSale" as const, id: "prk_1", note: null, customer: null, discounts: [], lines };
  const cart = cartOf(parked, () => "key");
  expect(cart.lines).toMatchObject([{ unitPrice: "2", priceReason: "Scratched" }]);
  expect(parkInput(cart, { id: "prk_1", label: "" }).lines).toMatchObject([
    { unitPrice: "2", priceReason: "Scratched" },
  ]);
});
