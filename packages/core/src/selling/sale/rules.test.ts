import fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "../../base/result.ts";
import type { Variant } from "../../goods/catalog/model.ts";
import type { TaxRegime } from "../../goods/tax/model.ts";
import { taxOf } from "../../goods/tax/rules.ts";
import type { SaleMode } from "./findings.ts";
import type { LineInput, PaymentInput, SaleInput } from "./model.ts";
import { type PricedSale, type Pricing, type PricingFacts, priceSale } from "./rules.ts";

/** `CARTS=100000` asks for more. */
const CARTS = Number(process.env.CARTS ?? 10_000);

const TEA: Variant = {
  id: "var_tea",
  productId: "prd_tea",
  sku: "TEA",
  name: "Tea",
  unitPrice: "2.5",
  barcodes: [],
  taxCodeId: "tax_full",
  stocked: true,
  version: 1,
};

const CODES = {
  tax_full: { id: "tax_full", name: "Full", rate: "20" },
  tax_low: { id: "tax_low", name: "Low", rate: "5" },
};

interface Given {
  readonly mode?: SaleMode;
  readonly mayOverridePrice?: boolean;
  readonly cashStep?: number;
  readonly regime?: Partial<TaxRegime>;
}

function factsOf(
  input: SaleInput,
  { mode = "live", mayOverridePrice = false, cashStep = 1, regime = {} }: Given,
): PricingFacts {
  return {
    mode,
    mayOverridePrice,
    cashStep,
    timeZone: "Europe/London",
    digits: 2,
    variants: input.lines.map(({ variant }) => (variant?.sku === TEA.sku || variant?.id === TEA.id ? TEA : undefined)),
    taxes: {
      regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP", ...regime },
      defaultCodeId: "tax_low",
      codes: CODES,
    },
  };
}

const price = (input: SaleInput, given: Given = {}): Pricing => priceSale(input, factsOf(input, given));

const tea = (quantity: string, more: Partial<LineInput> = {}): LineInput => ({
  variant: { sku: "TEA" },
  quantity,
  unitPrice: "2.5",
  ...more,
});
const cash = (amount: number): PaymentInput => ({ id: "pay_1", method: "CASH", amount });
const card = (amount: number): PaymentInput => ({ id: "pay_2", method: "CARD", amount });

function sale(
  lines: readonly LineInput[],
  payments: readonly PaymentInput[],
  more: Partial<SaleInput> = {},
): SaleInput {
  return { id: "sal_1", sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", lines, payments, ...more };
}

type Case = readonly [what: string, code: string, path: readonly string[], input: SaleInput, total: number];

/** What a live sale is refused for is flagged, with the same code, when it has happened. */
const OBJECTIONS: readonly Case[] = [
  [
    "a line discount above what is left",
    "DISCOUNT_TOO_LARGE",
    ["input", "lines", "0", "discounts", "0"],
    sale([tea("1", { discounts: [{ amount: 251 }] })], [cash(0)]),
    0,
  ],
  [
    "a document discount above what is left",
    "DISCOUNT_TOO_LARGE",
    ["input", "discounts", "1"],
    sale([tea("2")], [cash(0)], { discounts: [{ percent: "50" }, { amount: 251 }] }),
    0,
  ],
  ["payments short of the total", "PAYMENT_MISMATCH", ["input", "payments"], sale([tea("2")], [cash(499)]), 500],
  ["payments over the total", "PAYMENT_MISMATCH", ["input", "payments"], sale([tea("2")], [cash(300), card(201)]), 500],
  ["no payments", "PAYMENT_MISMATCH", ["input", "payments"], sale([tea("2")], []), 500],
  [
    "another total expected",
    "TOTAL_MISMATCH",
    ["input", "expectedTotal"],
    sale([tea("2")], [cash(500)], { expectedTotal: 499 }),
    500,
  ],
  [
    "a gift card",
    "METHOD_NOT_AVAILABLE",
    ["input", "payments", "0", "method"],
    sale([tea("2")], [{ ...cash(500), method: "GIFT_CARD" }]),
    500,
  ],
  [
    "store credit",
    "METHOD_NOT_AVAILABLE",
    ["input", "payments", "1", "method"],
    sale([tea("2")], [cash(100), { ...card(400), method: "STORE_CREDIT" }]),
    500,
  ],
  [
    "on account",
    "METHOD_NOT_AVAILABLE",
    ["input", "payments", "0", "method"],
    sale([tea("2")], [{ ...cash(500), method: "ON_ACCOUNT" }]),
    500,
  ],
];

test.each(OBJECTIONS)("priceSale: %s is refused live as %s", (_what, code, path, input) => {
  expect(price(input).failures).toMatchObject([{ code, path }]);
});

test.each(OBJECTIONS)("priceSale: %s, when it has happened, is flagged as %s", (_what, code, _path, input, total) => {
  const { sale: priced, failures, flags } = price(input, { mode: "happened" });
  expect(failures).toEqual([]);
  expect(flags.map((flag) => flag.code)).toEqual([code]);
  expect(priced?.total).toBe(total);
});

test("priceSale: reasons come all together, but an unknown variant comes alone, for nothing can be priced", () => {
  const several = sale([tea("1", { unitPrice: "2", discounts: [{ amount: 300 }] })], [card(1)], { expectedTotal: 7 });
  expect(
    price(several)
      .failures.map(({ code }) => code)
      .sort(),
  ).toEqual(["DISCOUNT_TOO_LARGE", "PAYMENT_MISMATCH", "PRICE_NOT_ALLOWED", "TOTAL_MISMATCH"]);
  const unknown = sale([{ variant: { sku: "GONE" }, quantity: "1", unitPrice: "1" }], [cash(100)]);
  expect(price(unknown)).toMatchObject({
    failures: [{ code: "UNKNOWN_VARIANT", path: ["input", "lines", "0", "variant"] }],
  });
  expect(price(unknown).sale).toBeUndefined();
});

test.each([
  [{ sku: "GONE" }, "SKU GONE"],
  [{ barcode: "123" }, "barcode 123"],
  [{ id: "var_gone" }, "id var_gone"],
])(
  "priceSale: an unknown variant by %j that was sold is recorded, described by what was sent",
  (variant, description) => {
    const priced = price(sale([{ variant, quantity: "2", unitPrice: "1" }], [cash(200)]), { mode: "happened" });
    expect(priced.flags.map(({ code }) => code)).toEqual(["UNKNOWN_VARIANT"]);
    expect(priced.sale).toMatchObject({
      total: 200,
      lines: [{ description, priceSource: "TERMINAL", taxes: [{ codeId: "tax_low" }] }],
    });
    expect(priced.sale?.lines[0]).not.toHaveProperty("variantId");
  },
);

test("priceSale: an unknown variant without a price was sold at 0", () => {
  const priced = price(sale([{ variant: { sku: "GONE" }, quantity: "2" }], [cash(0)]), { mode: "happened" });
  expect(priced.flags.map(({ code }) => code)).toEqual(["UNKNOWN_VARIANT", "PRICE_ASSUMED"]);
  expect(priced.sale?.total).toBe(0);
});

test.each<[string, Partial<LineInput>, Given, Partial<PricedSale["lines"][number]>, string[]]>([
  ["without a price, live: the catalogue's", {}, {}, { unitPrice: "2.5" }, []],
  ["without a price, happened: today's, assumed", {}, { mode: "happened" }, { unitPrice: "2.5" }, ["PRICE_ASSUMED"]],
  ["the catalogue's price", { unitPrice: "2.5" }, {}, { unitPrice: "2.5" }, []],
  [
    "another, by one who may",
    { unitPrice: "2" },
    { mayOverridePrice: true },
    { unitPrice: "2", priceSource: "OVERRIDE" },
    [],
  ],
  [
    "another, happened, by one who may not",
    { unitPrice: "2" },
    { mode: "happened" },
    { unitPrice: "2", priceSource: "TERMINAL" },
    ["PRICE_OVERRIDDEN"],
  ],
  [
    "another, happened, by one who may",
    { unitPrice: "2" },
    { mode: "happened", mayOverridePrice: true },
    { unitPrice: "2", priceSource: "TERMINAL" },
    [],
  ],
])("priceSale: %s", (_what, line, given, expected, flags) => {
  const due = line.unitPrice === "2" ? 200 : 250;
  const priced = price(sale([{ variant: { sku: "TEA" }, quantity: "1", ...line }], [cash(due)]), given);
  expect(priced.failures).toEqual([]);
  expect(priced.flags.map(({ code }) => code)).toEqual(flags);
  expect(priced.sale?.lines[0]).toMatchObject(expected);
  expect(priced.sale?.lines[0]?.priceSource).toBe(expected.priceSource);
});

test("priceSale: another price live by one who may not is refused with the catalogue's", () => {
  const { failures } = price(sale([tea("1", { unitPrice: "2.49" })], [cash(249)]));
  expect(failures).toMatchObject([
    { code: "PRICE_NOT_ALLOWED", path: ["input", "lines", "0", "unitPrice"], details: { unitPrice: "2.5" } },
  ]);
});

test("priceSale: an open line has the default tax code and moves no stock; a description takes precedence over a name", () => {
  const open: LineInput = { description: "Repair", quantity: "1", unitPrice: "10" };
  const { sale: priced } = price(sale([open, tea("1", { description: "Tea to go" })], [cash(1250)]));
  expect(priced?.lines).toMatchObject([
    { description: "Repair", priceSource: "OPEN", taxes: [{ codeId: "tax_low", rate: "5", amount: 48 }] },
    {
      description: "Tea to go",
      variantId: "var_tea",
      stocked: true,
      taxes: [{ codeId: "tax_full", rate: "20", amount: 42 }],
    },
  ]);
  expect(priced?.lines[0]).not.toHaveProperty("stocked");
});

test("priceSale: takes adjustments after the discounts, in order, and keeps source, id and reason of each", () => {
  const line = tea("4", { discounts: [{ percent: "10" }], adjustments: [{ amount: 100, reason: "Scratched" }] });
  const input = { ...sale([line], [cash(720)]), adjustments: [{ percent: "10", reason: "Regular" }] };
  const { sale: priced, failures } = price(input);
  expect(failures).toEqual([]);
  expect(priced?.lines[0]?.discounts).toEqual([
    { source: "MANUAL", amount: 100 },
    { source: "MANUAL", reason: "Scratched", amount: 100 },
  ]);
  expect(priced?.discounts).toEqual([{ source: "MANUAL", reason: "Regular", amount: 80 }]);
});

test.each([
  [{ promotionId: "prm_1", amount: 50 }, "PROMOTION_NOT_AVAILABLE", "promotionId", "PROMOTION", "prm_1"],
  [{ couponCode: "SUMMER", percent: "20" }, "COUPON_NOT_AVAILABLE", "couponCode", "COUPON", "SUMMER"],
  [{ approvalId: "apr_1", amount: 50, reason: "Manager" }, "APPROVAL_NOT_AVAILABLE", "approvalId", "APPROVAL", "apr_1"],
] as const)(
  "priceSale: refuses %j live, records it with its source and a flag when it has happened",
  (adjustment, code, field, source, id) => {
    const ofLine = sale([tea("1", { adjustments: [adjustment] })], [cash(200)]);
    expect(price(ofLine).failures).toMatchObject([{ code, path: ["input", "lines", "0", "adjustments", "0", field] }]);
    const ofSale = { ...sale([tea("1")], [cash(200)]), adjustments: [adjustment] };
    expect(price(ofSale).failures).toMatchObject([{ code, path: ["input", "adjustments", "0", field] }]);
    const happened = price(ofSale, { mode: "happened" });
    expect(happened.flags.map((flag) => flag.code)).toEqual([code]);
    const reason = "reason" in adjustment ? { reason: adjustment.reason } : {};
    expect(happened.sale?.discounts).toEqual([{ source, id, ...reason, amount: 50 }]);
  },
);

test("priceSale: names the adjustment that wants more than the discounts before it left", () => {
  const { failures } = price({
    ...sale([tea("1")], [cash(0)], { discounts: [{ amount: 200 }] }),
    adjustments: [{ amount: 50 }, { amount: 1 }],
  });
  expect(failures).toMatchObject([{ code: "DISCOUNT_TOO_LARGE", path: ["input", "adjustments", "1"] }]);
});

test("priceSale: refuses a payment method of the merchant's own live, records and flags it when it has happened", () => {
  const input = sale([tea("1")], [{ id: "pay_1", method: "OTHER", methodId: "mth_1", amount: 250 }]);
  expect(price(input).failures).toMatchObject([
    { code: "UNKNOWN_PAYMENT_METHOD", path: ["input", "payments", "0", "methodId"] },
  ]);
  const happened = price(input, { mode: "happened" });
  expect(happened.flags.map(({ code }) => code)).toEqual(["UNKNOWN_PAYMENT_METHOD"]);
  expect(happened.sale?.payments).toEqual([{ id: "pay_1", method: "OTHER", methodId: "mth_1", amount: 250 }]);
});

test("priceSale: a total of zero is a sale, with a payment of 0 or without one", () => {
  const free = [tea("1", { discounts: [{ percent: "100" }] })];
  expect(price(sale(free, [])).failures).toEqual([]);
  expect(price(sale(free, [cash(0)])).failures).toEqual([]);
});

test("priceSale: the server's total comes with the refusal", () => {
  expect(price(sale([tea("2")], [card(500)], { expectedTotal: 1 })).failures).toMatchObject([
    { details: { total: 500 } },
  ]);
});

test.each<[string, PaymentInput[], number, string[]]>([
  ["cash alone is rounded", [cash(250)], -2, []],
  ["a card is exact", [card(252)], 0, []],
  ["of both, only the cash part is rounded", [card(100), cash(150)], -2, []],
  ["of both, in the other order", [cash(155), card(97)], 0, []],
  ["cash paid exactly where it must be rounded", [cash(252)], -2, ["PAYMENT_MISMATCH"]],
])("priceSale: with a smallest coin of 5, %s", (_what, payments, rounding, codes) => {
  const input = sale([tea("1", { unitPrice: "2.52" })], payments);
  const priced = price(input, { cashStep: 5, mayOverridePrice: true });
  expect(priced.sale?.rounding).toBe(rounding);
  expect(priced.failures.map(({ code }) => code)).toEqual(codes);
});

test("priceSale: change is what was handed over beyond the amount", () => {
  const { sale: priced } = price(sale([tea("2")], [{ ...cash(300), tendered: 1000 }, card(200)]));
  expect(priced?.changeDue).toBe(700);
});

test("priceSale: amounts that no number holds are refused, live or not", () => {
  const huge = { description: "Huge", quantity: "9999999.999", unitPrice: "999999999.999999" };
  for (const mode of ["live", "happened"] as const) {
    expect(price(sale([huge], []), { mode })).toMatchObject({ failures: [{ code: "INVALID_LINE" }] });
    const many = Array.from({ length: 2000 }, () => ({
      description: "Much",
      quantity: "99999",
      unitPrice: "1000000",
    }));
    expect(price(sale(many, []), { mode })).toMatchObject({ failures: [{ code: "INVALID_LINES" }] });
  }
});

const discount = fc.oneof(
  fc.record({ percent: fc.constantFrom("0", "5", "33.333333", "100") }),
  fc.record({ amount: fc.integer({ min: 0, max: 500 }) }),
);
const line = fc.record({
  quantity: fc.constantFrom("1", "2", "0.375", "12", "0.001"),
  unitPrice: fc.constantFrom("0", "2.5", "0.001", "3.333", "19.99", "1000"),
  discounts: fc.array(discount, { maxLength: 3 }),
});
const regime = fc.record({
  pricesIncludeTax: fc.boolean(),
  level: fc.constantFrom("LINE" as const, "RATE_TOTAL" as const, "DOCUMENT" as const),
  mode: fc.constantFrom("HALF_UP" as const, "HALF_EVEN" as const, "DOWN" as const),
});

test("priceSale: the figures of any sale add up", () => {
  const lines = fc.array(line, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      lines,
      fc.array(discount, { maxLength: 3 }),
      regime,
      fc.constantFrom(1, 5, 10),
      fc.boolean(),
      (some, discounts, taxes, cashStep, open) => {
        const sold = some.map(
          (one, index): LineInput =>
            open || index % 2 === 0 ? { variant: { sku: "TEA" }, ...one } : { description: "Open", ...one },
        );
        const given = { mode: "happened", mayOverridePrice: true, regime: taxes, cashStep } as const;
        const unpaid = present(price(sale(sold, [cash(0)], { discounts }), given).sale, "a sale");
        const paid = price(sale(sold, [cash(unpaid.total + unpaid.rounding)], { discounts }), given);
        const priced = present(paid.sale, "a sale");
        const sum = (amountOf: (one: PricedSale["lines"][number]) => number) =>
          priced.lines.reduce((total, one) => total + amountOf(one), 0);
        const ownDiscounts = (one: PricedSale["lines"][number]) =>
          (one.discounts ?? []).reduce((total, { amount }) => total + amount, 0);
        expect(paid.flags.map(({ code }) => code).filter((code) => code !== "DISCOUNT_TOO_LARGE")).toEqual([]);
        expect(priced.subtotal).toBe(sum(({ gross }) => gross));
        expect(priced.discountTotal).toBe(sum((one) => ownDiscounts(one) + (one.share ?? 0)));
        expect(sum(({ share = 0 }) => share)).toBe(
          (priced.discounts ?? []).reduce((total, { amount }) => total + amount, 0),
        );
        expect(priced.taxTotal).toBe(sum(taxOf));
        expect(priced.total).toBe(
          priced.subtotal - priced.discountTotal + (taxes.pricesIncludeTax ? 0 : priced.taxTotal),
        );
        expect((priced.total + priced.rounding) % cashStep).toBe(0);
        for (const one of priced.lines) {
          expect(one.total).toBe(one.gross - ownDiscounts(one) - (one.share ?? 0));
          expect(one.total).toBeGreaterThanOrEqual(0);
          expect(taxOf(one)).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: CARTS },
  );
}, 3_600_000);
