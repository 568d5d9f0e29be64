import { expect } from "vitest";
import type { Counter, Input } from "./counter.ts";
import { line, openLine, payment, saleInput } from "./counter.ts";

/** The rows of contract.md's case table that are malformed whichever way they come: one field is wrong, the path names it. */
export interface Malformed {
  readonly name: string;
  readonly code: string;
  readonly path: string;
  readonly fields: (counter: Counter) => { readonly [field: string]: unknown };
}

const lineCase = (name: string, code: string, path: string, spoilt: object): Malformed => ({
  name,
  code,
  path: `lines.1.${path}`,
  fields: () => ({ lines: [line(), line({ ...spoilt })] }),
});
const openCase = (name: string, path: string, spoilt: object): Malformed => ({
  name,
  code: "INVALID_LINE",
  path: `lines.1.${path}`,
  fields: () => ({ lines: [line(), openLine("1", { ...spoilt })] }),
});
const paymentCase = (name: string, path: string, spoilt: object): Malformed => ({
  name,
  code: "INVALID_PAYMENT",
  path: `payments.1.${path}`,
  fields: (counter) => ({ payments: [payment(counter, 100), payment(counter, 99, { ...spoilt })] }),
});

export const MALFORMED: readonly Malformed[] = [
  { name: "a bad id", code: "INVALID_ID", path: "id", fields: () => ({ id: "sal_1" }) },
  { name: "no lines", code: "INVALID_LINES", path: "lines", fields: () => ({ lines: [] }) },
  lineCase("a quantity of zero", "INVALID_QUANTITY", "quantity", { quantity: "0" }),
  lineCase("a negative quantity", "INVALID_QUANTITY", "quantity", { quantity: "-1" }),
  lineCase("a quantity of four places", "INVALID_QUANTITY", "quantity", { quantity: "1.0001" }),
  lineCase("a quantity over the limit", "INVALID_QUANTITY", "quantity", { quantity: "10000000" }),
  lineCase("a negative price", "INVALID_PRICE", "unitPrice", { unitPrice: "-0.01" }),
  lineCase("a price of seven places", "INVALID_PRICE", "unitPrice", { unitPrice: "1.0000001" }),
  lineCase("a discount below zero", "INVALID_DISCOUNT", "discounts.0.amount", { discounts: [{ amount: -1 }] }),
  lineCase("a percentage below zero", "INVALID_DISCOUNT", "discounts.0.percent", { discounts: [{ percent: "-1" }] }),
  lineCase("a percentage above 100", "INVALID_DISCOUNT", "discounts.1.percent", {
    discounts: [{ percent: "1" }, { percent: "100.000001" }],
  }),
  lineCase("a percentage of seven places", "INVALID_DISCOUNT", "discounts.0.percent", {
    discounts: [{ percent: "1.1234567" }],
  }),
  {
    name: "a document discount below zero",
    code: "INVALID_DISCOUNT",
    path: "discounts.0.amount",
    fields: () => ({ discounts: [{ amount: -1 }] }),
  },
  {
    name: "a document percentage above 100",
    code: "INVALID_DISCOUNT",
    path: "discounts.0.percent",
    fields: () => ({ discounts: [{ percent: "101" }] }),
  },
  openCase("an open line without a price", "unitPrice", { unitPrice: null }),
  openCase("an open line without a description", "description", { description: null }),
  openCase("an open line with an empty description", "description", { description: "" }),
  openCase("an open line with a blank description", "description", { description: "  " }),
  paymentCase("a bad payment id", "id", { id: "pay_1" }),
  paymentCase("a negative payment", "amount", { amount: -1 }),
  paymentCase("less tendered than the amount", "tendered", { method: "CASH", tendered: 98 }),
  {
    name: "a payment's id twice",
    code: "INVALID_PAYMENT",
    path: "payments.1.id",
    fields: (counter) => {
      const paid = payment(counter, 100);
      return { payments: [paid, { ...paid, amount: 99 }] };
    },
  },
  { name: "a number of 0", code: "INVALID_SEQUENCE", path: "sequence", fields: () => ({ sequence: 0 }) },
  { name: "a number below 0", code: "INVALID_SEQUENCE", path: "sequence", fields: () => ({ sequence: -1 }) },
  { name: "a note over the limit", code: "INVALID_NOTE", path: "note", fields: () => ({ note: "x".repeat(501) }) },
];

/** The rows that live refuses and that are recorded with an exception when they have happened. */
export interface Odd {
  readonly name: string;
  readonly fields: (counter: Counter) => { readonly [field: string]: unknown };
  /** Live: each refusal's code and path. */
  readonly live: readonly (readonly [code: string, path: string])[];
  /** Synced: the exceptions, sorted, and what is stored. */
  readonly exceptions: readonly string[];
  readonly stored: object;
}

const amount = (of: number) => ({ amount: of });

export const ODD: readonly Odd[] = [
  {
    name: "an unknown variant, with a price and a description",
    fields: (counter) => ({
      lines: [line(), line({ variant: { sku: "GONE" }, unitPrice: "5", description: "Old hat" })],
      payments: [payment(counter, 699)],
    }),
    live: [["UNKNOWN_VARIANT", "input.lines.1.variant"]],
    exceptions: ["UNKNOWN_VARIANT"],
    stored: {
      total: amount(699),
      lines: [{}, { description: "Old hat", sku: "GONE", unitPrice: "5", total: amount(500) }],
    },
  },
  {
    name: "an unknown barcode with a price: described by what was sent",
    fields: (counter) => ({ lines: [line({ variant: { barcode: "40012" } })], payments: [payment(counter, 199)] }),
    live: [["UNKNOWN_VARIANT", "input.lines.0.variant"]],
    exceptions: ["UNKNOWN_VARIANT"],
    stored: { total: amount(199), lines: [{ description: "barcode 40012", sku: null, unitPrice: "1.99" }] },
  },
  {
    name: "an unknown variant without a price: at 0",
    fields: () => ({ lines: [line({ variant: { sku: "GONE" }, unitPrice: null })], payments: [] }),
    live: [["UNKNOWN_VARIANT", "input.lines.0.variant"]],
    exceptions: ["PRICE_ASSUMED", "UNKNOWN_VARIANT"],
    stored: { total: amount(0), lines: [{ description: "SKU GONE", sku: "GONE", unitPrice: "0", total: amount(0) }] },
  },
  {
    name: "a SKU in another case is another SKU",
    fields: () => ({ lines: [line({ variant: { sku: "sku-0001" } })] }),
    live: [["UNKNOWN_VARIANT", "input.lines.0.variant"]],
    exceptions: ["UNKNOWN_VARIANT"],
    stored: { total: amount(199) },
  },
  {
    name: "a line's discount above what is left",
    fields: (counter) => ({
      lines: [line({ discounts: [{ percent: "50" }, { amount: 100 }, { amount: 1 }] }), openLine("1")],
      payments: [payment(counter, 100)],
    }),
    live: [
      ["DISCOUNT_TOO_LARGE", "input.lines.0.discounts.1"],
      ["DISCOUNT_TOO_LARGE", "input.lines.0.discounts.2"],
    ],
    exceptions: ["DISCOUNT_TOO_LARGE"],
    stored: {
      total: amount(100),
      discountTotal: amount(199),
      lines: [{ discountTotal: amount(199), total: amount(0) }, {}],
    },
  },
  {
    name: "a document discount above what is left",
    fields: () => ({ discounts: [{ amount: 200 }], payments: [] }),
    live: [["DISCOUNT_TOO_LARGE", "input.discounts.0"]],
    exceptions: ["DISCOUNT_TOO_LARGE"],
    stored: { subtotal: amount(199), total: amount(0), discountTotal: amount(199) },
  },
  {
    name: "an unknown customer",
    fields: (counter) => ({ customerId: counter.shop.clock.newId("cus") }),
    live: [["UNKNOWN_CUSTOMER", "input.customerId"]],
    exceptions: ["UNKNOWN_CUSTOMER"],
    stored: { total: amount(199), customerId: expectAny() },
  },
  {
    name: "a customer of no form",
    fields: () => ({ customerId: "somebody" }),
    live: [["UNKNOWN_CUSTOMER", "input.customerId"]],
    exceptions: ["UNKNOWN_CUSTOMER"],
    stored: { customerId: "somebody" },
  },
  {
    name: "payments below the total",
    fields: (counter) => ({ payments: [payment(counter, 100), payment(counter, 98)] }),
    live: [["PAYMENT_MISMATCH", "input.payments"]],
    exceptions: ["PAYMENT_MISMATCH"],
    stored: { total: amount(199), payments: [{ amount: amount(100) }, { amount: amount(98) }] },
  },
  {
    name: "payments above the total",
    fields: (counter) => ({ payments: [payment(counter, 1000)] }),
    live: [["PAYMENT_MISMATCH", "input.payments"]],
    exceptions: ["PAYMENT_MISMATCH"],
    stored: { total: amount(199) },
  },
  {
    name: "no payment",
    fields: () => ({ payments: [] }),
    live: [["PAYMENT_MISMATCH", "input.payments"]],
    exceptions: ["PAYMENT_MISMATCH"],
    stored: { total: amount(199), payments: [] },
  },
  {
    name: "another expected total",
    fields: () => ({ expectedTotal: 198 }),
    live: [["TOTAL_MISMATCH", "input.expectedTotal"]],
    exceptions: ["TOTAL_MISMATCH"],
    stored: { total: amount(199), expectedTotal: amount(198) },
  },
  {
    name: "an expected total of 0",
    fields: () => ({ expectedTotal: 0 }),
    live: [["TOTAL_MISMATCH", "input.expectedTotal"]],
    exceptions: ["TOTAL_MISMATCH"],
    stored: { total: amount(199), expectedTotal: amount(0) },
  },
  ...["GIFT_CARD", "STORE_CREDIT", "ON_ACCOUNT"].map(
    (method): Odd => ({
      name: `${method}, which is not built yet`,
      fields: (counter) => ({ payments: [payment(counter, 100), payment(counter, 99, { method })] }),
      live: [["METHOD_NOT_AVAILABLE", "input.payments.1.method"]],
      exceptions: ["METHOD_NOT_AVAILABLE"],
      stored: { total: amount(199), payments: [{ method: "CARD" }, { method, amount: amount(99) }] },
    }),
  ),
  {
    name: "a payment method of the merchant's own, which none has yet",
    fields: (counter) => ({ payments: [payment(counter, 199, { method: "OTHER", methodId: "mth_1" })] }),
    live: [["UNKNOWN_PAYMENT_METHOD", "input.payments.0.methodId"]],
    exceptions: ["UNKNOWN_PAYMENT_METHOD"],
    stored: { total: amount(199), payments: [{ method: "OTHER", amount: amount(199) }] },
  },
  ...(
    [
      ["promotionId", "PROMOTION_NOT_AVAILABLE"],
      ["couponCode", "COUPON_UNKNOWN"],
      ["approvalId", "APPROVAL_NOT_AVAILABLE"],
    ] as const
  ).map(
    ([field, code]): Odd => ({
      name: `a discount for a ${field} that is not there`,
      fields: (counter) => ({
        adjustments: [{ amount: 9, [field]: "x", reason: "Because" }],
        payments: [payment(counter, 190)],
      }),
      live: [[code, `input.adjustments.0.${field}`]],
      exceptions: [code],
      stored: { total: amount(190), discountTotal: amount(9) },
    }),
  ),
  {
    name: "all of it",
    fields: (counter) => ({
      lines: [line({ discounts: [{ amount: 200 }] }), openLine("2")],
      discounts: [{ amount: 1 }, { amount: 1000 }],
      customerId: "cus_x",
      expectedTotal: 7,
      payments: [payment(counter, 5, { method: "GIFT_CARD" })],
    }),
    live: [
      ["DISCOUNT_TOO_LARGE", "input.discounts.1"],
      ["DISCOUNT_TOO_LARGE", "input.lines.0.discounts.0"],
      ["METHOD_NOT_AVAILABLE", "input.payments.0.method"],
      ["PAYMENT_MISMATCH", "input.payments"],
      ["TOTAL_MISMATCH", "input.expectedTotal"],
      ["UNKNOWN_CUSTOMER", "input.customerId"],
    ],
    exceptions: [
      "DISCOUNT_TOO_LARGE",
      "METHOD_NOT_AVAILABLE",
      "PAYMENT_MISMATCH",
      "TOTAL_MISMATCH",
      "UNKNOWN_CUSTOMER",
    ],
    stored: { total: amount(0), discountTotal: amount(399), expectedTotal: amount(7) },
  },
];

function expectAny(): unknown {
  return expect.stringMatching(/^cus_/);
}

export function oddSale(counter: Counter, { fields }: Pick<Odd, "fields"> | Malformed): Input {
  return saleInput(counter, fields(counter));
}
