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
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Figures": `salesSummary`, computed by hand from three sales on three business days. */
let counter: Counter;
beforeAll(async () => {
  // 2026-06-15T09:00Z is 21:00 of the same day there.
  counter = await openCounter({ timeZone: "Pacific/Auckland" });
  const { shop } = counter;
  await shop.stock("10");
  // 3 x 1.99 = 5.97; tax 0.995 is 1.00; cost 3 x 0.31 = 0.93.
  await complete(counter, saleInput(counter, { lines: [line({ quantity: "3" })], payments: [payment(counter, 597)] }));
  // 10.00 less 10 % = 9.00; tax 1.50; no cost. 23:59:59.999 of the 14th.
  await syncOne(counter, {
    ...saleInput(counter, {
      lines: [openLine("10", { discounts: [{ percent: "10" }] })],
      payments: [payment(counter, 900)],
    }),
    occurredAt: "2026-06-14T11:59:59.999Z",
  });
  // 2 x 1.99 at the price of 1.00: 2.00; tax 0.33; cost 0.62. 00:00 of the 16th, a clock within five minutes is not needed: tomorrow.
  shop.clock.advance(3 * 3_600_000);
  await complete(
    counter,
    saleInput(counter, { lines: [line({ quantity: "2", unitPrice: "1" })], payments: [payment(counter, 200)] }),
  );
  await counter.api.reader.caughtUp();
});
afterAll(() => closeCounter(counter));

const QUERY = `query ($from: Date!, $to: Date!, $location: ID) { salesSummary(locationId: $location, from: $from, to: $to) {
  saleCount refundCount grossSales { amount currency } refunds { amount } netSales { amount } taxTotal { amount }
  costOfGoods { amount } grossMargin { amount } } }`;

async function summary(from: string, to: string, location?: string | null): Promise<Data> {
  const variables = { from, to, ...(location === undefined ? {} : { location }) };
  const { data, errors } = await counter.api.call(QUERY, { variables, token: counter.owner });
  expect(errors).toBeUndefined();
  if (data.salesSummary === null) return null;
  return Object.fromEntries(
    Object.entries<Data>(data.salesSummary).map(([field, value]) => [
      field,
      typeof value === "number" ? value : value.amount,
    ]),
  );
}

const FIRST = { saleCount: 1, grossSales: 900, netSales: 900, taxTotal: 150, costOfGoods: 0, grossMargin: 750 };
const SECOND = { saleCount: 1, grossSales: 597, netSales: 597, taxTotal: 100, costOfGoods: 93, grossMargin: 404 };
const THIRD = { saleCount: 1, grossSales: 200, netSales: 200, taxTotal: 33, costOfGoods: 62, grossMargin: 105 };
const NONE = { saleCount: 0, grossSales: 0, netSales: 0, taxTotal: 0, costOfGoods: 0, grossMargin: 0 };
const ALL = { saleCount: 3, grossSales: 1697, netSales: 1697, taxTotal: 283, costOfGoods: 155, grossMargin: 1259 };

describe("a span of business days, both ends included", () => {
  test.each([
    ["2026-06-14", "2026-06-14", FIRST],
    ["2026-06-15", "2026-06-15", SECOND],
    ["2026-06-16", "2026-06-16", THIRD],
    ["2026-06-14", "2026-06-16", ALL],
    ["2000-02-29", "9999-12-31", ALL],
    ["0001-01-01", "2026-06-13", NONE],
    ["2026-06-17", "2026-06-17", NONE],
  ])("%s to %s", async (from, to, figures) => {
    const whole = { ...figures, refundCount: 0, refunds: 0 };
    expect(await summary(from, to, counter.shop.locationId)).toEqual(whole);
    // Without a location: all that the caller may see.
    expect(await summary(from, to)).toEqual(whole);
    expect(await summary(from, to, null)).toEqual(whole);
  });

  test("amounts are in the merchant's currency", async () => {
    const variables = { from: "2026-06-15", to: "2026-06-15" };
    const { data } = await counter.api.call(QUERY, { variables, token: counter.owner });
    expect(data.salesSummary.grossSales).toEqual({ amount: 597, currency: "GBP" });
  });

  test("`from` after `to` is malformed, for figures and for lists", async () => {
    const variables = { from: "2026-06-16", to: "2026-06-15" };
    expect(codeOf(await counter.api.call(QUERY, { variables, token: counter.owner }))).toBe("BAD_REQUEST");
    const sales = "query ($from: Date, $to: Date) { sales(filter: { from: $from, to: $to }) { nodes { id } } }";
    expect(codeOf(await counter.api.call(sales, { variables, token: counter.owner }))).toBe("BAD_REQUEST");
  });

  test("lists filter by the same days", async () => {
    const query = "query ($filter: SaleFilter) { sales(filter: $filter) { nodes { total { amount } } } }";
    const totals = async (filter: object) => {
      const { data } = await counter.api.call(query, { variables: { filter }, token: counter.owner });
      return data.sales.nodes.map(({ total }: Data) => total.amount);
    };
    expect(await totals({})).toEqual([200, 597, 900]);
    expect(await totals({ from: "2026-06-15" })).toEqual([200, 597]);
    expect(await totals({ to: "2026-06-15" })).toEqual([597, 900]);
    expect(await totals({ from: "2026-06-15", to: "2026-06-15" })).toEqual([597]);
    expect(await totals({ from: "2026-06-17" })).toEqual([]);
  });

  test("a location that nobody knows has no figures", async () => {
    expect(await summary("2026-06-15", "2026-06-15", counter.shop.clock.newId("loc"))).toBeNull();
  });
});

test("levels show what is left", async () => {
  const query = "query ($id: ID!) { stockLevels(locationId: $id) { nodes { sku onHand } } }";
  const { data } = await counter.api.call(query, { variables: { id: counter.shop.locationId }, token: counter.owner });
  expect(data.stockLevels.nodes).toEqual([
    { sku: "SKU-0001", onHand: "5" },
    { sku: "SKU-0002", onHand: "10" },
    { sku: "SKU-0003", onHand: "10" },
    { sku: "SKU-0004", onHand: "10" },
  ]);
});
