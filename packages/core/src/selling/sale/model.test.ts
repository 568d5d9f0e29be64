import { expect, test } from "vitest";
import { malformed, type SaleInput } from "./model.ts";

const ULID = "01ARYZ6S410000000000000000";
const PAYMENT = { id: `pay_${ULID}`, method: "CASH", amount: 100 } as const;
const LINE = { description: "Tea", quantity: "1", unitPrice: "1" };

const GOOD: SaleInput = {
  id: `sal_${ULID}`,
  sequence: 1,
  occurredAt: "2026-06-15T09:00:00.000Z",
  lines: [LINE],
  payments: [PAYMENT],
};

test("malformed: finds nothing in a good sale, also at the edge of what is allowed", () => {
  expect(malformed(GOOD)).toEqual([]);
  const edge = {
    ...GOOD,
    sequence: 1_000_000_000,
    note: "x".repeat(500),
    lines: [
      {
        ...LINE,
        quantity: "9999999.999",
        unitPrice: "999999999.999999",
        discounts: [{ percent: "100" }, { percent: "0.000001" }, { amount: 0 }],
      },
    ],
    payments: [{ ...PAYMENT, amount: 0, tendered: 0, reference: "x".repeat(100) }],
  };
  expect(malformed(edge)).toEqual([]);
});

const line = (change: object): SaleInput => ({ ...GOOD, lines: [{ ...LINE, ...change }] });
const payment = (change: object): SaleInput => ({ ...GOOD, payments: [{ ...PAYMENT, ...change }] });

test.each<[string, string, string, SaleInput]>([
  ["a bad id", "INVALID_ID", "id", { ...GOOD, id: "sal_1" }],
  ["another thing's id", "INVALID_ID", "id", { ...GOOD, id: `pay_${ULID}` }],
  ["sequence below 1", "INVALID_SEQUENCE", "sequence", { ...GOOD, sequence: 0 }],
  ["sequence above a billion", "INVALID_SEQUENCE", "sequence", { ...GOOD, sequence: 1_000_000_001 }],
  ["no lines", "INVALID_LINES", "lines", { ...GOOD, lines: [] }],
  ["a note too long", "INVALID_NOTE", "note", { ...GOOD, note: "x".repeat(501) }],
  ["a customer with control characters", "INVALID_CUSTOMER", "customerId", { ...GOOD, customerId: "a\u0000" }],
  ["an operator too long", "INVALID_OPERATOR", "operatorId", { ...GOOD, operatorId: "x".repeat(65) }],
  ["quantity zero", "INVALID_QUANTITY", "lines.0.quantity", line({ quantity: "0" })],
  ["a negative quantity", "INVALID_QUANTITY", "lines.0.quantity", line({ quantity: "-1" })],
  ["a quantity of four places", "INVALID_QUANTITY", "lines.0.quantity", line({ quantity: "0.0001" })],
  ["a quantity too large", "INVALID_QUANTITY", "lines.0.quantity", line({ quantity: "10000000" })],
  ["a negative price", "INVALID_PRICE", "lines.0.unitPrice", line({ unitPrice: "-0.01" })],
  ["a price of seven places", "INVALID_PRICE", "lines.0.unitPrice", line({ unitPrice: "0.0000001" })],
  ["a price too large", "INVALID_PRICE", "lines.0.unitPrice", line({ unitPrice: "1000000000" })],
  [
    "an open line without a price",
    "INVALID_LINE",
    "lines.0.unitPrice",
    { ...GOOD, lines: [{ description: "Tea", quantity: "1" }] },
  ],
  [
    "an open line without a description",
    "INVALID_LINE",
    "lines.0.description",
    { ...GOOD, lines: [{ quantity: "1", unitPrice: "1" }] },
  ],
  ["a blank description", "INVALID_LINE", "lines.0.description", line({ description: "  " })],
  ["a description too long", "INVALID_DESCRIPTION", "lines.0.description", line({ description: "x".repeat(201) })],
  ["a SKU too long", "INVALID_VARIANT", "lines.0.variant.sku", line({ variant: { sku: "x".repeat(65) } })],
  ["an empty barcode", "INVALID_VARIANT", "lines.0.variant.barcode", line({ variant: { barcode: "" } })],
  ["a discount below zero", "INVALID_DISCOUNT", "lines.0.discounts.0.amount", line({ discounts: [{ amount: -1 }] })],
  [
    "a discount above 100 %",
    "INVALID_DISCOUNT",
    "lines.0.discounts.1.percent",
    line({ discounts: [{ percent: "1" }, { percent: "100.000001" }] }),
  ],
  ["a percentage below zero", "INVALID_DISCOUNT", "discounts.0.percent", { ...GOOD, discounts: [{ percent: "-1" }] }],
  [
    "a percentage of seven places",
    "INVALID_DISCOUNT",
    "discounts.0.percent",
    { ...GOOD, discounts: [{ percent: "0.0000001" }] },
  ],
  [
    "too many discounts",
    "INVALID_DISCOUNT",
    "discounts",
    { ...GOOD, discounts: Array.from({ length: 101 }, () => ({ amount: 0 })) },
  ],
  ["a bad payment id", "INVALID_PAYMENT", "payments.0.id", payment({ id: "pay_1" })],
  ["a negative payment", "INVALID_PAYMENT", "payments.0.amount", payment({ amount: -1 })],
  ["tendered below the amount", "INVALID_PAYMENT", "payments.0.tendered", payment({ tendered: 99 })],
  ["a reference too long", "INVALID_PAYMENT", "payments.0.reference", payment({ reference: "x".repeat(101) })],
  ["a payment id twice", "INVALID_PAYMENT", "payments.1.id", { ...GOOD, payments: [PAYMENT, PAYMENT] }],
  [
    "payments beyond 2^53-1",
    "INVALID_PAYMENT",
    "payments",
    {
      ...GOOD,
      payments: [
        payment({ amount: Number.MAX_SAFE_INTEGER }).payments,
        [{ ...PAYMENT, id: `pay_${ULID.replace(/0$/, "1")}` }],
      ].flat(),
    },
  ],
])("malformed: %s is %s at %s", (_what, code, path, input) => {
  expect(malformed(input).map((problem) => [problem.code, problem.path.join(".")])).toEqual([[code, `input.${path}`]]);
});

test("malformed: reports every failure of an input at once", () => {
  const input = { ...GOOD, id: "x", sequence: -1, lines: [{ ...LINE, quantity: "0", unitPrice: "-1" }] };
  expect(malformed(input)).toHaveLength(4);
});
