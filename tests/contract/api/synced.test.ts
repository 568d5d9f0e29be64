import { readHead } from "@pos/core/ledger/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { MALFORMED, ODD, oddSale } from "./cases.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  line,
  listedExceptions,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  storedSale,
  sync,
  syncOne,
} from "./counter.ts";

/** contract.md, the case table: the column of `syncSales`. The books balance at the end of the file. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const minutes = (count: number, milliseconds = 0) =>
  new Date(Date.parse(counter.shop.clock.now()) + count * 60_000 + milliseconds).toISOString();

async function accounts(): Promise<{ readonly [account: string]: number }> {
  await counter.api.reader.caughtUp();
  const { engine, merchantId, locationId } = counter.shop;
  return (await readHead(engine.table, merchantId, locationId)).accounts;
}

/** By how much an account moved while something was recorded and booked. */
async function moved(account: string, record: () => Promise<unknown>): Promise<number> {
  const before = (await accounts())[account] ?? 0;
  await record();
  return ((await accounts())[account] ?? 0) - before;
}

describe("malformed", () => {
  test.each(MALFORMED.map((row) => [row.name, row] as const))(
    "%s is rejected, its neighbours are recorded",
    async (_name, row) => {
      const bad = oddSale(counter, row);
      const results = await sync(counter, [saleInput(counter), bad, saleInput(counter)]);
      expect(results.map(({ status }) => status)).toEqual(["RECORDED", "REJECTED", "RECORDED"]);
      expect(results[1]).toMatchObject({ id: bad.id, sale: null });
      expect(refusals(results[1])).toEqual([[row.code, `input.sales.1.${row.path}`]]);
      expect(await storedSale(counter, bad.id)).toBeNull();
    },
  );
});

describe("odd", () => {
  test.each(ODD.map((row) => [row.name, row] as const))("%s is recorded and flagged", async (_name, row) => {
    const input = oddSale(counter, row);
    const result = await syncOne(counter, input);
    expect(result).toMatchObject({ id: input.id, status: "RECORDED", userErrors: [], sale: row.stored });
    expect(await storedSale(counter, input.id)).toMatchObject(row.stored);
    expect(await exceptionsOf(counter, input.id)).toEqual(row.exceptions);
    const listed = await listedExceptions(counter, input.id);
    expect(new Map(listed.map(({ code, status }) => [code, status]))).toEqual(
      new Map(row.exceptions.map((code) => [code, "OPEN"])),
    );
  });

  test("an unknown operator is recorded as sent", async () => {
    for (const operatorId of ["somebody", counter.shop.clock.newId("stf")]) {
      const { sale } = await syncOne(counter, saleInput(counter, { operatorId }));
      expect(sale.operatorId).toBe(operatorId);
      expect(await exceptionsOf(counter, sale.id)).toEqual(["UNKNOWN_OPERATOR"]);
    }
  });

  test("what the payments lack, or have too much, is booked to sales difference", async () => {
    const short = saleInput(counter, { payments: [payment(counter, 150)] });
    expect(await moved("salesDifference", () => syncOne(counter, short))).toBe(49);
    const over = saleInput(counter, { payments: [payment(counter, 250)] });
    expect(await moved("salesDifference", () => syncOne(counter, over))).toBe(-51);
  });

  test.each(["GIFT_CARD", "STORE_CREDIT", "ON_ACCOUNT"])("%s is booked to suspense", async (method) => {
    const input = saleInput(counter, { payments: [payment(counter, 199, { method })] });
    expect(await moved("suspense", () => syncOne(counter, input))).toBe(199);
  });

  test("flags of several lines are one exception", async () => {
    const lines = [line({ variant: { sku: "A" } }), line({ variant: { sku: "B" } })];
    const { sale } = await syncOne(counter, saleInput(counter, { lines, payments: [payment(counter, 398)] }));
    expect(await exceptionsOf(counter, sale.id)).toEqual(["UNKNOWN_VARIANT"]);
  });
});

describe("prices", () => {
  test("a line without a price takes today's, with an exception", async () => {
    const { sale } = await syncOne(counter, saleInput(counter, { lines: [line({ unitPrice: null })] }));
    expect(sale.lines[0]).toMatchObject({ unitPrice: "1.99", total: { amount: 199 } });
    expect(await exceptionsOf(counter, sale.id)).toEqual(["PRICE_ASSUMED"]);
  });

  test.each<[string, () => string]>([
    ["the terminal", () => counter.terminal],
    ["a cashier", () => counter.cashier],
  ])("the price that was charged stands, sent by %s", async (_name, token) => {
    const input = saleInput(counter, { lines: [line({ unitPrice: "1.5" })], payments: [payment(counter, 150)] });
    const { sale } = await syncOne(counter, input, token());
    expect(sale).toMatchObject({
      total: { amount: 150 },
      lines: [{ unitPrice: "1.5", description: "Product 0 – Article 1" }],
    });
    const isAllowed = token() === counter.manager;
    expect(await exceptionsOf(counter, input.id)).toEqual(isAllowed ? [] : ["PRICE_OVERRIDDEN"]);
  });
});

describe("when it happened", () => {
  test.each<[string, () => string, string[]]>([
    ["5 minutes ahead", () => minutes(5), []],
    ["over 5 minutes ahead", () => minutes(5, 1), ["CLOCK_SKEW"]],
    // This terminal was paired just now and has sold since; `offline-rights.test.ts` has the ordinary days offline.
    ["over 24 hours old", () => minutes(-60 * 24, -1), ["BEFORE_PAIRING", "TIME_BEFORE_PREVIOUS"]],
    ["years old", () => "2001-01-01T00:00:00.000Z", ["BEFORE_PAIRING", "TIME_BEFORE_PREVIOUS"]],
  ])("%s is recorded", async (_name, occurredAt, exceptions) => {
    const input = saleInput(counter, { occurredAt: occurredAt() });
    expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED", sale: { occurredAt: input.occurredAt } });
    expect(await exceptionsOf(counter, input.id)).toEqual(exceptions);
  });

  test("a clock that runs ahead does not decide the business day", async () => {
    const query = `query ($day: Date!) { salesSummary(from: $day, to: $day) { saleCount } }`;
    const count = async (day: string) => {
      await counter.api.reader.caughtUp();
      return (await counter.api.call(query, { variables: { day }, token: counter.owner })).data.salesSummary.saleCount;
    };
    const today = counter.shop.clock.now().slice(0, 10);
    const before = await count(today);
    await syncOne(counter, saleInput(counter, { occurredAt: "2031-01-01T12:00:00Z" }));
    expect([await count(today), await count("2031-01-01")]).toEqual([before + 1, 0]);
  });
});

test("a batch of everything is answered in the order sent", async () => {
  const [known, conflicting] = [saleInput(counter), saleInput(counter)];
  await complete(counter, known);
  await complete(counter, conflicting);
  const sales = [
    saleInput(counter),
    known,
    { ...conflicting, note: "other" },
    saleInput(counter, { sequence: 0 }),
    saleInput(counter, { lines: [openLine("1")], payments: [payment(counter, 2)] }),
  ];
  const results: Data[] = await sync(counter, sales);
  expect(results.map(({ id, status }) => [id, status])).toEqual(
    sales.map(({ id }, index) => [id, ["RECORDED", "REPLAYED", "QUARANTINED", "REJECTED", "RECORDED"][index]]),
  );
});
