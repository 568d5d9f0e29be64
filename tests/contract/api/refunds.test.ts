import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  sortedRefusals,
} from "./counter.ts";

/** schema.graphql, refundSale: what a live refund may give back, and what the sale and the books show of it. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  await counter.shop.stock("100");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

const REFUND = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) { replayed
  refund { id sale { id } terminal { id } location { id } customerId operatorId reason
    lines { id saleLine sku quantity unitPrice taxTotal { amount } total { amount } writtenOff }
    payments { id method amount { amount } } taxTotal { amount } rounding { amount } total { amount currency } exceptions { code } }
  userErrors { code message path } } }`;

function refundInput(fields: Fields): Fields & { readonly id: string } {
  const { clock } = counter.shop;
  return { id: clock.newId("ref"), occurredAt: clock.now(), lines: [], payments: [], ...fields };
}

async function send(input: Fields, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(REFUND, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.refundSale;
}

const back = (amount: number, fields: Fields = {}) => [payment(counter, amount, fields)];

/** Three lines, paid by card and cash: 3 x 1.99, 2 x 2.50, an open line of 0.99; 10 per cent off the whole. */
async function soldSale(): Promise<Data> {
  const lines = [
    line({ quantity: "3" }),
    line({ variant: { sku: "SKU-0002" }, quantity: "2", unitPrice: "2.5" }),
    openLine("0.99"),
  ];
  const payments = [payment(counter, 500), payment(counter, 576, { method: "CASH", tendered: 600 })];
  const input = saleInput(counter, { lines, discounts: [{ percent: "10" }], payments });
  const { sale, userErrors } = await complete(counter, input);
  expect(userErrors).toEqual([]);
  return sale;
}

async function levelOf(sku: string): Promise<number> {
  await counter.api.reader.caughtUp();
  const { data } = await counter.api.call(
    "query ($id: ID!, $sku: String!) { stockLevels(locationId: $id, skus: [$sku]) { nodes { onHand } } }",
    { variables: { id: counter.shop.locationId, sku }, token: counter.owner },
  );
  return Number(data.stockLevels.nodes[0].onHand);
}

async function summary(): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data } = await counter.api.call(
    `{ salesSummary(from: "2026-06-15", to: "2026-06-15") { saleCount refundCount grossSales { amount } refunds { amount }
      netSales { amount } taxTotal { amount } costOfGoods { amount } } }`,
    { token: counter.owner },
  );
  return data.salesSummary;
}

describe("of a sale", () => {
  test("all of it piece by piece gives back just what was paid; the last piece takes the rest", async () => {
    const sale = await soldSale();
    const before = { level: await levelOf("SKU-0001"), summary: await summary() };
    const totals: number[] = [];
    const taxes: number[] = [];
    const pieces: [line: number, quantity: string, expected: number][] = [
      [1, "1", 179],
      [1, "1", 179],
      [1, "1", 179],
      [2, "1.5", 338],
      [2, "0.5", 112],
      [3, "1", 89],
    ];
    const left = sale.payments.map((paid: Data) => paid.amount.amount);
    for (const [number, quantity, expected] of pieces) {
      const amount = expected;
      // From one payment as far as it goes, the rest from the other.
      const fromFirst = Math.min(amount, left[0]);
      left[0] -= fromFirst;
      left[1] -= amount - fromFirst;
      const input = refundInput({
        saleId: sale.id,
        lines: [{ line: number, quantity }],
        payments: [
          ...back(fromFirst, { paymentId: sale.payments[0].id }),
          ...back(amount - fromFirst, { paymentId: sale.payments[1].id }),
        ],
      });
      const { refund, userErrors, replayed } = await send(input);
      expect([userErrors, replayed]).toEqual([[], false]);
      expect(refund).toMatchObject({ total: { amount: -amount, currency: "GBP" }, sale: { id: sale.id } });
      expect(refund.lines).toMatchObject([{ id: `${input.id}.1`, saleLine: number, quantity: `-${quantity}` }]);
      totals.push(refund.total.amount);
      taxes.push(refund.taxTotal.amount);
    }
    expect(left).toEqual([0, 0]);
    expect(totals.reduce((sum, amount) => sum + amount, 0)).toBe(-sale.total.amount);
    expect(taxes.reduce((sum, amount) => sum + amount, 0)).toBe(-sale.taxTotal.amount);
    expect(await levelOf("SKU-0001")).toBe(before.level + 3);
    const after = await summary();
    expect(after.refundCount - before.summary.refundCount).toBe(6);
    expect(after.refunds.amount - before.summary.refunds.amount).toBe(sale.total.amount);
    expect(after.grossSales).toEqual(before.summary.grossSales);
    const { data } = await counter.api.call("query ($id: ID!) { sale(id: $id) { refunds { id total { amount } } } }", {
      variables: { id: sale.id },
      token: counter.cashier,
    });
    expect(data.sale.refunds.map(({ total }: Data) => total.amount)).toEqual(totals);
    const more = refundInput({ saleId: sale.id, lines: [{ line: 1, quantity: "0.001" }], payments: [] });
    expect(sortedRefusals(await send(more))).toEqual([["REFUND_EXCEEDS_SALE", "input.lines.0.quantity"]]);
  });

  test("more than was sold of a line, or paid by a payment, is refused with all its reasons, and nothing is recorded", async () => {
    const sale = await soldSale();
    const before = await summary();
    const input = refundInput({
      saleId: sale.id,
      lines: [
        { line: 1, quantity: "4" },
        { line: 2, quantity: "2" },
      ],
      payments: back(9999, { paymentId: sale.payments[0].id }),
    });
    expect(sortedRefusals(await send(input))).toEqual([
      ["PAYMENT_MISMATCH", "input.payments"],
      ["REFUND_EXCEEDS_PAYMENT", "input.payments.0.amount"],
      ["REFUND_EXCEEDS_SALE", "input.lines.0.quantity"],
    ]);
    expect(await summary()).toEqual(before);
    const { data } = await counter.api.call("query ($id: ID!) { refund(id: $id) { id } }", {
      variables: { id: input.id },
      token: counter.owner,
    });
    expect(data.refund).toBeNull();
  });

  test("ten refunds of the same line at once, from two terminals: as many as were sold, and no more", async () => {
    const sale = await soldSale();
    const inputs = Array.from({ length: 10 }, () =>
      refundInput({
        saleId: sale.id,
        lines: [{ line: 2, quantity: "1" }],
        payments: back(225, { paymentId: sale.payments[1].id }),
      }),
    );
    const answers = await Promise.all(inputs.map((input) => send(input)));
    expect(answers.filter(({ refund }) => refund !== null)).toHaveLength(2);
    for (const { refund, userErrors } of answers) {
      if (refund !== null) continue;
      expect(userErrors.map(({ code }: Data) => code)).toContain("REFUND_EXCEEDS_SALE");
    }
    // Whoever sends again gets the first answer.
    const again = await Promise.all(inputs.map((input) => send(input)));
    expect(again.map(({ refund }) => refund?.id ?? null)).toEqual(answers.map(({ refund }) => refund?.id ?? null));
    expect(again.filter(({ replayed }) => replayed)).toHaveLength(2);
  });

  test("what is written off does not go back into stock, and its cost is shrinkage", async () => {
    const sale = await soldSale();
    const [before, accounts] = [await levelOf("SKU-0001"), await balances()];
    const { refund, userErrors } = await send(
      refundInput({
        saleId: sale.id,
        lines: [{ line: 1, quantity: "3", writeOff: true }],
        payments: back(537, { paymentId: sale.payments[1].id, method: "CASH" }),
        reason: "Broken",
      }),
    );
    expect(userErrors).toEqual([]);
    expect(refund).toMatchObject({ reason: "Broken", lines: [{ writtenOff: true }], total: { amount: -537 } });
    expect(await levelOf("SKU-0001")).toBe(before);
    const after = await balances();
    const moved = (account: string) => (after[account] ?? 0) - (accounts[account] ?? 0);
    expect(["SHRINKAGE", "COST_OF_GOODS", "CASH"].map(moved)).toEqual([93, -93, -537]);
  });

  test.each([
    ["an unknown sale", { saleId: "sal_01J00000000000000000000000" }, [["UNKNOWN_SALE", "input.saleId"]]],
    ["a sale's id that is none", { saleId: "x" }, [["UNKNOWN_SALE", "input.saleId"]]],
    ["a line that the sale has not", { lines: [{ line: 9, quantity: "1" }] }, [["UNKNOWN_LINE", "input.lines.0.line"]]],
    ["a line below 1", { lines: [{ line: 0, quantity: "1" }] }, [["UNKNOWN_LINE", "input.lines.0.line"]]],
    [
      "a line twice",
      {
        lines: [
          { line: 1, quantity: "1" },
          { line: 1, quantity: "1" },
        ],
      },
      [["INVALID_LINE", "input.lines.1.line"]],
    ],
    [
      "a line that names goods too",
      { lines: [{ line: 1, quantity: "1", unitPrice: "9", description: "x", variant: { sku: "SKU-0001" } }] },
      [
        ["INVALID_LINE", "input.lines.0.description"],
        ["INVALID_LINE", "input.lines.0.unitPrice"],
        ["INVALID_LINE", "input.lines.0.variant"],
      ],
    ],
    ["no lines", { lines: [] }, [["INVALID_LINES", "input.lines"]]],
    ["a quantity of zero", { lines: [{ line: 1, quantity: "0" }] }, [["INVALID_QUANTITY", "input.lines.0.quantity"]]],
    [
      "a quantity below zero",
      { lines: [{ line: 1, quantity: "-1" }] },
      [["INVALID_QUANTITY", "input.lines.0.quantity"]],
    ],
    ["four places", { lines: [{ line: 1, quantity: "0.0001" }] }, [["INVALID_QUANTITY", "input.lines.0.quantity"]]],
    ["a line without its number", { lines: [{ quantity: "1" }] }, [["INVALID_LINE", "input.lines.0.line"]]],
    ["an unknown customer", { customerId: "cus_nobody" }, [["UNKNOWN_CUSTOMER", "input.customerId"]]],
    ["control characters in the reason", { reason: "a\nb" }, [["INVALID_REASON", "input.reason"]]],
    ["an id of another kind", { id: "sal_01J00000000000000000000000" }, [["INVALID_ID", "input.id"]]],
  ] as [string, Fields, string[][]][])("refuses %s", async (_what, fields, expected) => {
    const sale = await soldSale();
    const input = refundInput({
      saleId: sale.id,
      lines: [{ line: 1, quantity: "1" }],
      payments: back(179, { paymentId: sale.payments[0].id }),
      ...fields,
    });
    expect(sortedRefusals(await send(input))).toEqual(expected);
  });

  test.each([
    ["a payment that the sale has not", { paymentId: "pay_01J00000000000000000000000" }, ["UNKNOWN_PAYMENT"]],
    ["no payment of the two", {}, ["UNKNOWN_PAYMENT"]],
    ["a negative amount", { amount: -179 }, ["INVALID_PAYMENT"]],
    ["a bad payment id", { id: "pay_1" }, ["INVALID_PAYMENT"]],
    ["a method that is not there yet", { method: "GIFT_CARD", of: 0 }, ["METHOD_NOT_AVAILABLE"]],
  ] as [string, Fields, string[]][])("refuses %s", async (_what, { of, ...fields }, expected) => {
    const sale = await soldSale();
    const paymentId = of === undefined ? {} : { paymentId: sale.payments[Number(of)].id };
    const input = refundInput({
      saleId: sale.id,
      lines: [{ line: 1, quantity: "1" }],
      payments: back(179, { ...paymentId, ...fields }),
    });
    expect(refusals(await send(input)).map(([code]) => code)).toEqual(expected);
  });

  test("a cashier may not, and cash needs a drawer", async () => {
    const sale = await soldSale();
    const input = refundInput({
      saleId: sale.id,
      lines: [{ line: 1, quantity: "1" }],
      payments: back(179, { method: "CASH", paymentId: sale.payments[1].id }),
    });
    const answer = await counter.api.call(REFUND, { variables: { input }, token: counter.cashier });
    expect(codeOf(answer)).toBe("FORBIDDEN");
    expect(refusals(await send(input, counter.owner))).toEqual([["METHOD_NOT_AVAILABLE", "input.payments.0.method"]]);
    const atDesk = { ...input, payments: back(179, { paymentId: sale.payments[0].id }) };
    const { refund } = await send(atDesk, counter.owner);
    expect(refund).toMatchObject({ terminal: null, location: { id: counter.shop.locationId } });
  });
});

describe("without a sale", () => {
  test("goods come back at the level's average and money goes out at the price that is said", async () => {
    const [level, before] = [await levelOf("SKU-0001"), await summary()];
    const input = refundInput({
      lines: [
        { variant: { sku: "SKU-0001" }, quantity: "2", unitPrice: "1.5" },
        { description: "Deposit", quantity: "1", unitPrice: "0.3" },
      ],
      payments: back(330),
    });
    const { refund, userErrors } = await send(input);
    expect(userErrors).toEqual([]);
    expect(refund).toMatchObject({
      sale: null,
      total: { amount: -330 },
      taxTotal: { amount: -55 },
      lines: [
        { sku: "SKU-0001", quantity: "-2", total: { amount: -300 }, saleLine: null },
        { sku: null, quantity: "-1", total: { amount: -30 } },
      ],
    });
    expect(await levelOf("SKU-0001")).toBe(level + 2);
    const after = await summary();
    expect(after.refunds.amount - before.refunds.amount).toBe(330);
    expect(after.costOfGoods.amount - before.costOfGoods.amount).toBe(-62);
  });

  test.each([
    ["an unknown variant", { lines: [{ variant: { sku: "GONE" }, quantity: "1", unitPrice: "1" }] }, "UNKNOWN_VARIANT"],
    ["an open line without a price", { lines: [{ description: "x", quantity: "1" }] }, "INVALID_LINE"],
    ["a line's number", { lines: [{ line: 1, variant: { sku: "SKU-0001" }, quantity: "1" }] }, "INVALID_LINE"],
    ["an unknown location", { locationId: "loc_nowhere" }, "UNKNOWN_LOCATION"],
    ["payments that do not sum", { payments: [] }, "PAYMENT_MISMATCH"],
  ] as [string, Fields, string][])("refuses %s", async (_what, fields, code) => {
    const input = refundInput({
      locationId: counter.shop.locationId,
      lines: [{ variant: { sku: "SKU-0001" }, quantity: "1", unitPrice: "1" }],
      payments: back(100),
      ...fields,
    });
    expect(refusals(await send(input, counter.owner)).map(([each]) => each)).toEqual([code]);
  });
});

async function balances(): Promise<{ [account: string]: number }> {
  await counter.api.reader.caughtUp();
  const { data } = await counter.api.call(
    "query ($id: ID!) { accountBalances(locationId: $id) { account balance { amount } } }",
    { variables: { id: counter.shop.locationId }, token: counter.owner },
  );
  const rows = data.accountBalances.map(({ account, balance }: Data) => [account, balance.amount]);
  const sum = rows.reduce((total: number, [, amount]: [string, number]) => total + amount, 0);
  expect(sum, "the trial balance").toBe(0);
  return Object.fromEntries(rows);
}
