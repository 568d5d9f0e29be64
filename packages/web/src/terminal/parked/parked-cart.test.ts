import type { ParkedCartFragment, QuotedCartFragment } from "@pos/web/graphql/generated/graphql.ts";
import { expect, test } from "vitest";
import { addOpenLine, EMPTY_CART, withCoupon, withCustomer } from "../cart/cart.ts";
import { cartOf, parkInput } from "./parked-cart.ts";

test("cartOf: recalls the coupons, discounts, groups and certificate of the cart that was parked", () => {
  const customer = { id: "cus_1", name: "Trade Ltd", groupIds: ["grp_1"], taxExemption: "EX-1", creditLimit: 5000 };
  const account = { limit: { amount: 5000, currency: "GBP" } };
  const goods = { name: "Repair", unitPrice: "12.5", taxCodeId: "tax_1", categoryId: "cat_1" };
  const discounted = { ...addOpenLine(EMPTY_CART, goods, "key"), discounts: [{ percent: "5", reason: "Friend" }] };
  const cart = withCoupon(withCustomer(discounted, customer), "SPRING");
  const { lines, adjustments = [] } = parkInput(cart, { id: "prk_1", label: "" });
  expect(adjustments).toContainEqual({ couponCode: "SPRING" });
  const parked = {
    ...{
      __typename: "ParkedSale" as const,
      id: "prk_1",
      note: null,
      quoteId: null,
      quote: null,
      customer: { ...customer, account },
    },
    lines: lines.map(({ description = null, quantity, unitPrice = null, taxCodeId = null, categoryId = null }) => ({
      ...{
        id: "prk_1.1",
        variant: null,
        description,
        quantity,
        packSize: null,
        unitPrice,
        code: null,
        tare: null,
        priceReason: null,
        taxCodeId,
        categoryId,
        discounts: [],
      },
    })),
    discounts: (adjustments ?? []).map(({ percent = null, reason = null, couponCode = null }) => ({
      ...{ percent, amount: null, reason, couponCode },
    })),
  };
  expect(cartOf(parked, () => "key")).toEqual(cart);
});

test("cartOf: recalls another price than the shop's with its reason, a tare, and a pack as a pack", () => {
  const product = { id: "prd_1", category: null, taxCode: { id: "tax_1" } };
  const variant = { id: "var_1", sku: "CUP", title: "Cup", unitPrice: "3", unit: "EACH" as const, packs: [], product };
  const line = {
    id: "prk_1.1",
    variant,
    description: null,
    quantity: "1",
    packSize: null,
    code: null,
    tare: null,
    taxCodeId: null,
    categoryId: null,
    discounts: [],
  };
  const packed = { ...variant, packs: [{ name: "Case", size: 24, barcode: null, unitPrice: "15" }] };
  const weighed = { ...variant, unit: "KILOGRAM" as const };
  const lines = [
    { ...line, unitPrice: "2", priceReason: "Scratched" },
    { ...line, id: "prk_1.3", variant: weighed, quantity: "0.5", tare: "0.012", unitPrice: "3", priceReason: null },
    { ...line, id: "prk_1.2", variant: packed, packSize: 24, unitPrice: "15", priceReason: null },
  ];
  const parked = {
    __typename: "ParkedSale" as const,
    id: "prk_1",
    note: null,
    quoteId: null,
    quote: null,
    customer: null,
    discounts: [],
    lines,
  };
  const cart = cartOf(parked, () => "key");
  expect(cart.lines).toMatchObject([
    { unitPrice: "2", priceReason: "Scratched" },
    { quantity: "0.5", tare: "0.012", variant: { unit: "KILOGRAM" } },
    { variant: { pack: { name: "Case", size: 24 }, unitPrice: "15" } },
  ]);
  expect(parkInput(cart, { id: "prk_1", label: "" }).lines).toMatchObject([
    { unitPrice: "2", priceReason: "Scratched" },
    { quantity: "0.5", tare: "0.012" },
    { packSize: 24, unitPrice: "15" },
  ]);
});

test("cartOf: keeps the quote and its prices while it is open, else today's count", () => {
  const money = (amount: number) => ({ __typename: "Money" as const, amount, currency: "GBP" });
  const quoted = { ...addOpenLine(EMPTY_CART, { name: "Repair", unitPrice: "12.5", taxCodeId: "tax_1" }, "key") };
  const quote = {
    ...{ id: "quo_1", number: "Q-1", state: "OPEN", validUntil: "2026-07-01", note: "Of the quote", customer: null },
    ...{ taxExemption: null, subtotal: money(900), discountTotal: money(0), taxTotal: money(0), total: money(900) },
    deposited: money(0),
    discounts: [],
    lines: [
      {
        ...{ id: "1", variant: null, sku: null, description: "Repair", quantity: "1", unit: "EACH", unitPrice: "9" },
        ...{ code: null, priceSource: "OPEN", total: money(900), discountTotal: money(0), discounts: [], taxes: [] },
      },
    ],
  } as unknown as QuotedCartFragment;
  const held = {
    id: "quo_1",
    number: "Q-1",
    held: { lines: [], subtotal: 0, discountTotal: 0, taxTotal: 0, total: 0 },
  };
  const { lines, quoteId } = parkInput({ ...quoted, quote: held }, { id: "prk_1", label: "" });
  expect(quoteId).toBe("quo_1");
  const [line] = lines;
  const parked = {
    ...{ id: "prk_1", note: "Of the cart", customer: null, discounts: [], quoteId, quote },
    lines: [{ ...line, id: "prk_1.1", variant: null, code: null, categoryId: null, discounts: [] }],
  } as unknown as ParkedCartFragment;
  const recalled = cartOf(parked, () => "key");
  expect(recalled).toMatchObject({ note: "Of the cart", lines: [{ variant: { unitPrice: "9" } }] });
  expect(recalled.quote?.held.total).toBe(900);
  const late = cartOf({ ...parked, quote: { ...quote, state: "EXPIRED" } }, () => "key");
  expect(late).toEqual({ ...quoted, note: "Of the cart" });
});
