import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Figures". Every expected number here was computed by hand. */
interface Sum {
  readonly name: string;
  readonly lines: readonly object[];
  readonly discounts?: readonly object[];
  readonly subtotal: number;
  readonly discountTotal: number;
  readonly taxTotal: number;
  readonly total: number;
  /** Each line's total. */
  readonly totals: readonly number[];
}

async function expectSum(counter: Counter, { name: _, lines, discounts, totals, ...figures }: Sum): Promise<void> {
  const fields = { lines, ...(discounts ? { discounts } : {}), expectedTotal: figures.total };
  const live = saleInput(counter, { ...fields, payments: [payment(counter, figures.total)] });
  const { sale, userErrors } = await complete(counter, live);
  expect(userErrors).toEqual([]);
  const synced = await syncOne(counter, saleInput(counter, { ...fields, payments: [payment(counter, figures.total)] }));
  for (const answered of [sale, synced.sale]) {
    const { subtotal, discountTotal, taxTotal, total } = answered;
    const amounts = { subtotal, discountTotal, taxTotal, total };
    expect(Object.fromEntries(Object.entries(amounts).map(([field, { amount }]) => [field, amount]))).toEqual(figures);
    expect(answered.lines.map((line: Data) => line.total.amount)).toEqual(totals);
    const taken = answered.lines.map((line: Data) => line.discountTotal.amount);
    expect(taken.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(figures.discountTotal);
    expect(answered.rounding.amount).toBe(0);
  }
}

const lines = (...prices: readonly string[]) => prices.map((price) => openLine(price));

describe("where prices include tax of 20 %", () => {
  let counter: Counter;
  beforeAll(async () => {
    counter = await openCounter();
  });
  afterAll(() => closeCounter(counter));

  const SUMS: readonly Sum[] = [
    {
      name: "quantity times price is rounded half away from zero",
      lines: [
        openLine("3.333", { quantity: "0.375" }), // 1.249875
        openLine("0.01", { quantity: "0.5" }), // 0.005
        openLine("0.01", { quantity: "0.499" }), // 0.00499
        openLine("2.33", { quantity: "1.5" }), // 3.495
      ],
      subtotal: 476,
      discountTotal: 0,
      taxTotal: 79, // 125: 20.83; 1: 0.17; 0; 350: 58.33
      total: 476,
      totals: [125, 1, 0, 350],
    },
    {
      name: "a line's discounts go in the order sent, a percentage of what those before it left, each rounded",
      lines: [openLine("10", { discounts: [{ percent: "10" }, { amount: 50 }, { percent: "33.333333" }] })],
      subtotal: 1000,
      discountTotal: 433, // 100, 50, 33.333333 % of 850 = 283.33
      taxTotal: 95, // 567 / 6 = 94.5
      total: 567,
      totals: [567],
    },
    {
      name: "the other order takes something else",
      lines: [openLine("10", { discounts: [{ percent: "33.333333" }, { amount: 50 }, { percent: "10" }] })],
      subtotal: 1000,
      discountTotal: 445, // 333, 50, 10 % of 617 = 61.7
      taxTotal: 93, // 555 / 6 = 92.5
      total: 555,
      totals: [555],
    },
    {
      name: "each percentage is rounded half away from zero",
      lines: [openLine("0.05", { discounts: [{ percent: "50" }, { percent: "50" }] })],
      subtotal: 5,
      discountTotal: 4, // 2.5, then 1 of 2
      taxTotal: 0, // 1 / 6
      total: 1,
      totals: [1],
    },
    {
      name: "a document discount is shared by largest remainder",
      lines: lines("10", "20", "0.05"),
      discounts: [{ percent: "10" }],
      subtotal: 3005,
      discountTotal: 301, // 300.5: 100.17, 200.33, 0.50
      taxTotal: 451, // 900: 150; 1800: 300; 4: 0.67
      total: 2704,
      totals: [900, 1800, 4],
    },
    {
      name: "the sum of several document discounts is shared once",
      lines: lines("10", "20", "0.05"),
      discounts: [{ percent: "10" }, { amount: 5 }],
      subtotal: 3005,
      discountTotal: 306, // 101.83, 203.66, 0.51
      taxTotal: 450, // 898: 149.67; 1796: 299.33; 5: 0.83
      total: 2699,
      totals: [898, 1796, 5],
    },
    {
      name: "ties go to the earlier line",
      lines: lines("1", "1", "1"),
      discounts: [{ amount: 100 }],
      subtotal: 300,
      discountTotal: 100,
      taxTotal: 33, // 11, 11.17, 11.17
      total: 200,
      totals: [66, 67, 67],
    },
    {
      name: "two pennies over three equal lines go to the first two",
      lines: lines("1", "1", "1"),
      discounts: [{ amount: 2 }],
      subtotal: 300,
      discountTotal: 2,
      taxTotal: 51, // 16.5, 16.5, 16.67
      total: 298,
      totals: [99, 99, 100],
    },
    {
      name: "shares follow what the lines' own discounts left, and those come first",
      lines: [openLine("5"), openLine("10", { discounts: [{ percent: "50" }] })],
      discounts: [{ amount: 1 }],
      subtotal: 1500,
      discountTotal: 501,
      taxTotal: 166, // 499: 83.17; 500: 83.33
      total: 999,
      totals: [499, 500],
    },
    {
      name: "a discount of all there is leaves a sale of zero",
      lines: lines("1.99", "0.01"),
      discounts: [{ percent: "100" }],
      subtotal: 200,
      discountTotal: 200,
      taxTotal: 0,
      total: 0,
      totals: [0, 0],
    },
  ];
  test.each(SUMS.map((sum) => [sum.name, sum] as const))("%s", (_name, sum) => expectSum(counter, sum));
});

describe("where prices exclude tax of 20 %", () => {
  let counter: Counter;
  beforeAll(async () => {
    counter = await openCounter({ regime: { pricesIncludeTax: false } });
  });
  afterAll(() => closeCounter(counter));

  const SUMS: readonly Sum[] = [
    {
      name: "tax is added to the total, line by line",
      lines: lines("1.99", "1.99"),
      subtotal: 398,
      discountTotal: 0,
      taxTotal: 80, // 39.8 twice
      total: 478,
      totals: [199, 199],
    },
    {
      name: "tax is of what the discounts left",
      lines: lines("1.99", "1.99"),
      discounts: [{ percent: "10" }],
      subtotal: 398,
      discountTotal: 40, // 39.8
      taxTotal: 72, // 35.8 twice
      total: 430,
      totals: [179, 179],
    },
  ];
  test.each(SUMS.map((sum) => [sum.name, sum] as const))("%s", (_name, sum) => expectSum(counter, sum));
});

test("a regime that cuts tax does not round it up", async () => {
  const counter = await openCounter({ regime: { mode: "DOWN" } });
  await expectSum(counter, {
    name: "",
    lines: lines("1.05"),
    subtotal: 105,
    discountTotal: 0,
    taxTotal: 17, // 17.5
    total: 105,
    totals: [105],
  });
  await closeCounter(counter);
});

describe("where the smallest coin is 5", () => {
  let counter: Counter;
  beforeAll(async () => {
    counter = await openCounter({ cashStep: 5 });
  });
  afterAll(() => closeCounter(counter));

  type Paid = readonly (readonly [method: string, amount: number, tendered?: number])[];
  const paymentsOf = (paid: Paid) =>
    paid.map(([method, amount, tendered]) =>
      payment(counter, amount, { method, ...(tendered === undefined ? {} : { tendered }) }),
    );

  test.each<[string, string, Paid, number, number]>([
    ["cash is rounded up", "1.99", [["CASH", 200]], 1, 0],
    ["cash is rounded up from 3", "1.98", [["CASH", 200]], 2, 0],
    ["cash is rounded down from 2", "1.97", [["CASH", 195]], -2, 0],
    ["what is a multiple stays", "1.95", [["CASH", 195]], 0, 0],
    ["a card pays exactly", "1.99", [["CARD", 199]], 0, 0],
    [
      "only the part that is left for cash is rounded",
      "1.99",
      [
        ["CARD", 100],
        ["CASH", 100],
      ],
      1,
      0,
    ],
    [
      "whichever is sent first",
      "1.99",
      [
        ["CASH", 100],
        ["CARD", 100],
      ],
      1,
      0,
    ],
    [
      "a penny left for cash is none",
      "1.99",
      [
        ["CARD", 198],
        ["CASH", 0],
      ],
      -1,
      0,
    ],
    [
      "nothing left for cash is not rounded",
      "1.99",
      [
        ["CARD", 199],
        ["CASH", 0],
      ],
      0,
      0,
    ],
    [
      "cash in two parts",
      "1.99",
      [
        ["CASH", 120],
        ["CASH", 80],
      ],
      1,
      0,
    ],
    ["change is what is tendered beyond the amount", "1.99", [["CASH", 200, 1000]], 1, 800],
    [
      "change over several payments",
      "1.99",
      [
        ["CASH", 100, 150],
        ["CASH", 100, 100],
      ],
      1,
      50,
    ],
    ["a total of 1 or 2 is none in cash", "0.02", [["CASH", 0]], -2, 0],
  ])("%s", async (_name, price, paid, rounding, changeDue) => {
    const total = Math.round(Number(price) * 100);
    for (const send of [complete, syncOne]) {
      const input = saleInput(counter, { lines: lines(price), payments: paymentsOf(paid), expectedTotal: total });
      const { sale, userErrors } = await send(counter, input);
      expect(userErrors).toEqual([]);
      expect(sale).toMatchObject({
        total: { amount: total },
        rounding: { amount: rounding },
        changeDue: { amount: changeDue },
        expectedTotal: null,
      });
      await counter.api.reader.caughtUp();
    }
  });

  test.each<[string, Paid]>([
    ["cash that was not rounded", [["CASH", 199]]],
    ["a card that was", [["CARD", 200]]],
    [
      "cash rounded as a whole beside a card",
      [
        ["CARD", 101],
        ["CASH", 99],
      ],
    ],
  ])("%s is a mismatch", async (_name, paid) => {
    const answer = await complete(counter, saleInput(counter, { payments: paymentsOf(paid) }));
    expect(refusals(answer)).toEqual([["PAYMENT_MISMATCH", "input.payments"]]);
  });

  test("figures are before cash rounding", async () => {
    await counter.api.reader.caughtUp();
    const { data } = await counter.api.call(
      `{ salesSummary(from: "2026-06-15", to: "2026-06-15") { grossSales { amount } }
        sales(first: 100) { nodes { total { amount } } } }`,
      { token: counter.owner },
    );
    const sum = data.sales.nodes.reduce((total: number, sale: Data) => total + sale.total.amount, 0);
    expect(data.salesSummary.grossSales.amount).toBe(sum);
  });
});
