import type { QuotedCartFragment } from "@pos/web/graphql/generated/graphql.ts";
import { expect, test } from "vitest";
import { cartOfQuote } from "./quote-cart.ts";

const money = (amount: number) => ({ __typename: "Money" as const, amount, currency: "GBP" });
const product = { id: "prd_1", category: null, taxCode: { id: "tax_1" } };
const taxes = [{ codeId: "tax_1", name: null, rate: "20", amount: money(200) }];
const line = { description: "Cheese", discounts: [], discountTotal: money(0), taxes, tare: null, priceReason: null };

/** 2.75 kg by weight, and a cake at the price of its label. */
const quote = {
  ...{ id: "quo_1", number: "Q-1", state: "OPEN", validUntil: "2026-07-01", note: null, taxExemption: null },
  ...{ customer: null, subtotal: money(12_210), discountTotal: money(0), taxTotal: money(2035), total: money(12_210) },
  deposited: money(2000),
  discounts: [],
  lines: [
    {
      ...{
        ...line,
        id: "1",
        sku: "CHEESE",
        quantity: "2.75",
        unit: "KILOGRAM",
        pack: null,
        unitPrice: "39.90",
        code: null,
        tare: "0.05",
      },
      ...{ priceSource: "CATALOG", total: money(10_973) },
      variant: { id: "var_1", sku: "CHEESE", title: "Cheese", unit: "KILOGRAM", packs: [], unitPrice: "41", product },
    },
    {
      ...{
        ...line,
        id: "2",
        sku: "CAKE",
        quantity: "1",
        unit: "EACH",
        pack: null,
        unitPrice: "12.37",
        code: "2212345012374",
      },
      ...{ priceSource: "LABEL", total: money(1237) },
      variant: { id: "var_2", sku: "CAKE", title: "Cake", unit: "EACH", packs: [], unitPrice: "10", product },
    },
    {
      ...{ ...line, id: "3", sku: "CUP", quantity: "1", unit: "EACH", pack: null, unitPrice: "2", code: null },
      ...{ priceSource: "OVERRIDE", priceReason: "Scratched", total: money(200) },
      variant: { id: "var_3", sku: "CUP", title: "Cup", unit: "EACH", packs: [], unitPrice: "3", product },
    },
  ],
} as unknown as QuotedCartFragment;

test("cartOfQuote: weighed articles keep their unit and tare, labels their code and price, other prices their reason", () => {
  let keys = 0;
  const cart = cartOfQuote(quote, () => String(++keys));
  expect(cart.lines).toMatchObject([
    { quantity: "2.75", tare: "0.05", variant: { unit: "KILOGRAM", unitPrice: "41" } },
    { quantity: "1", code: "2212345012374", unitPrice: "12.37" },
    { quantity: "1", unitPrice: "2", priceReason: "Scratched" },
  ]);
  expect(cart.quote?.deposit).toMatchObject({ amount: 2000 });
  expect(cart.lines[1]?.variant).not.toHaveProperty("unit");
  expect(cart.quote?.held.lines).toMatchObject([
    { quantity: "2.75", unit: "KILOGRAM", tare: "0.05", unitPrice: "39.90", total: 10_973 },
    { quantity: "1", code: "2212345012374", priceSource: "LABEL", total: 1237 },
    { priceSource: "OVERRIDE", priceReason: "Scratched", total: 200 },
  ]);
});

test("cartOfQuote: of a quote that is over, today's prices count", () => {
  const cart = cartOfQuote({ ...quote, state: "EXPIRED" }, () => "1");
  expect(cart.quote).toBeUndefined();
  expect(cart.lines[0]?.unitPrice).toBeUndefined();
});

test("cartOfQuote: packs stay packs, at today's price of a pack", () => {
  const [first] = quote.lines;
  const pack = { name: "Case", size: 24 };
  const packs = [{ ...pack, unitPrice: "15" }];
  const variant = { ...first?.variant, unit: "EACH", unitPrice: "0.99", packs };
  const line = { ...first, quantity: "2", unit: "EACH", unitPrice: "14", pack, variant };
  const cart = cartOfQuote({ ...quote, lines: [line] } as typeof quote, () => "1");
  expect(cart.lines).toMatchObject([{ quantity: "2", variant: { pack, unitPrice: "15" } }]);
  expect(cart.quote?.held.lines).toMatchObject([{ quantity: "2", unitPrice: "14", pack }]);
});
