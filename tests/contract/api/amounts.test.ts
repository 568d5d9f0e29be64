import { LIMITS } from "@pos/core/base/limits.ts";
import { present } from "@pos/core/base/result.ts";
import { createProduct } from "@pos/core/goods/catalog/index.ts";
import { adjustStock, adjustStockOffline, recordOpeningStock } from "@pos/core/goods/stock/index.ts";
import { headKey } from "@pos/core/ledger/index.ts";
import { recordJournalEntry } from "@pos/core/office/finance/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
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

/** What a sale may come to, so that everything that was acknowledged is booked; and what is handed over for it. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

function worth(unitPrice: string, quantity: string, amount: number) {
  const lines = [openLine(unitPrice, { quantity })];
  return saleInput(counter, { lines, payments: [payment(counter, amount, { method: "CASH" })] });
}

describe("R14: sums", () => {
  test("completeSale, syncSales: reject a sale that no ledger could sum, and name the limit", async () => {
    const input = worth("9999999.99", "2250000", 0);
    for (let count = 0; count < 5; count++) {
      const { userErrors } = await complete(counter, { ...input, payments: [] });
      expect(userErrors).toMatchObject([{ code: "INVALID_LINE", path: ["input", "lines", "0"] }]);
      expect(userErrors[0].message).toContain("10000000000000");
    }
    expect(await syncOne(counter, { ...input, payments: [] })).toMatchObject({ status: "REJECTED" });
    const lines = Array.from({ length: 3 }, () => openLine("40000000000".slice(0, 9), { quantity: "100" }));
    const whole = await syncOne(counter, saleInput(counter, { lines, payments: [] }));
    expect(whole.userErrors).toMatchObject([{ code: "INVALID_LINES" }]);
    const paid = await syncOne(counter, saleInput(counter, { payments: [payment(counter, LIMITS.factAmountMax + 1)] }));
    expect(paid.userErrors).toMatchObject([{ code: "INVALID_PAYMENT" }]);
  });

  test("syncSales: acknowledges no sale that the sums of its location have no room for", async () => {
    let rejected: Data | undefined;
    let recorded = 0;
    for (let batch = 0; batch < 8 && !rejected; batch++) {
      const sales = Array.from({ length: 100 }, () => worth("1000000", "100000", LIMITS.factAmountMax));
      const results = await sync(counter, sales);
      await counter.api.reader.caughtUp();
      recorded += results.filter(({ status }) => status === "RECORDED").length;
      rejected = results.find(({ status }) => status === "REJECTED");
    }
    expect(recorded).toBeGreaterThan(400);
    expect(rejected?.userErrors).toMatchObject([
      { code: "AMOUNT_TOO_LARGE", path: ["input", "sales", expect.any(String), "lines"] },
    ]);
    const live = await complete(counter, worth("1000000", "100000", LIMITS.factAmountMax));
    expect(refusals(live)).toEqual([["AMOUNT_TOO_LARGE", "input.lines"]]);
    // Ordinary sales go on.
    expect((await complete(counter, saleInput(counter))).userErrors).toEqual([]);
  });
});

describe("R14: sums by other ways than a sale's lines", () => {
  test("syncSales: acknowledges no payments that the sums of its location have no room for", async () => {
    const own = await openCounter();
    let rejected: Data | undefined;
    let recorded = 0;
    for (let batch = 0; batch < 8 && !rejected; batch++) {
      const paid = () => saleInput(own, { payments: [payment(own, LIMITS.factAmountMax, { method: "CASH" })] });
      const results = await sync(own, Array.from({ length: 100 }, paid));
      await own.api.reader.caughtUp();
      recorded += results.filter(({ status }) => status === "RECORDED").length;
      rejected = results.find(({ status }) => status === "REJECTED");
    }
    expect(recorded).toBeGreaterThan(400);
    expect(rejected?.userErrors).toMatchObject([
      { code: "AMOUNT_TOO_LARGE", path: ["input", "sales", expect.any(String), "payments"] },
    ]);
    expect(await syncOne(own, saleInput(own))).toMatchObject({ status: "RECORDED" });
    await closeCounter(own);
  });

  test("adjustStock: the variants' own costs count for the most that one fact may be worth", async () => {
    const { shop } = counter;
    const variants = Array.from({ length: 11 }, (_, index) => ({
      ...{ id: shop.clock.newId("var"), sku: `DEAR-${index}`, unitPrice: "1", unitCost: "10000" },
    }));
    done(await createProduct(shop.owner, { id: shop.clock.newId("prd"), name: "Dear", variants }));
    const adjustment = (count: number, quantity = "1000000") => ({
      ...{ id: shop.clock.newId("adj"), locationId: shop.locationId, occurredAt: shop.clock.now(), reason: "found" },
      lines: variants.slice(0, count).map(({ id }) => ({ variant: { id }, quantity })),
    });
    expect(await adjustStock(shop.owner, adjustment(11))).toMatchObject({ failures: [{ code: "INVALID_COST" }] });
    const offline = await adjustStockOffline(shop.owner, adjustment(11));
    expect(offline).toMatchObject({ failures: [{ code: "INVALID_COST" }] });
    expect((await adjustStock(shop.owner, adjustment(11, "10"))).ok).toBe(true);
  });

  test("adjustStock, recordJournalEntry, refundSale: refuse what the sums of their location have no room for", async () => {
    const { shop } = counter;
    const of = { locationId: shop.locationId, occurredAt: shop.clock.now(), reason: "much" };
    const amount = LIMITS.factAmountMax;
    const head = headKey(shop.merchantId, shop.locationId);
    const stored = present(await shop.table.get(head), "the head");
    const nearlyFull = {
      shrinkage: Math.floor(Number.MAX_SAFE_INTEGER / 2),
      sales: -Math.floor(Number.MAX_SAFE_INTEGER / 2),
    };
    await shop.table.write({ op: "put", item: { ...stored, accounts: nearlyFull } });
    const postings = [
      { account: "shrinkage", amount },
      { account: "openingBalance", amount: -amount },
    ];
    const entry = await recordJournalEntry(shop.owner, { ...of, id: shop.clock.newId("jou"), postings });
    expect(entry).toMatchObject({ failures: [{ code: "AMOUNT_TOO_LARGE" }] });
    const lines = [{ variant: { sku: "DEAR-0" }, quantity: "1000000", unitCost: "50000" }];
    const adjusted = await adjustStock(shop.owner, { ...of, id: shop.clock.newId("adj"), lines });
    expect(adjusted).toMatchObject({ failures: [{ code: "AMOUNT_TOO_LARGE" }] });
    const refund = await refundSale(shop.owner, {
      ...{ ...of, id: shop.clock.newId("ref") },
      lines: [{ description: "much", quantity: "100000", unitPrice: "1000000" }],
      payments: [{ id: shop.clock.newId("pay"), method: "CARD", amount }],
    });
    expect(refund).toMatchObject({ failures: [{ code: "AMOUNT_TOO_LARGE" }] });
    await shop.table.write({ op: "put", item: stored });
  });
});

describe("R4: times", () => {
  test("recordOpeningStock, recordJournalEntry: raise CLOCK_SKEW when they are in the future", async () => {
    const { shop } = counter;
    const of = { locationId: shop.locationId, occurredAt: "2199-01-01T00:00:00.000Z" };
    const [stock, entry] = [shop.clock.newId("ops"), shop.clock.newId("jou")];
    const lines = [{ variant: { sku: "SKU-0001" }, quantity: "1" }];
    done(await recordOpeningStock(shop.owner, { ...of, id: stock, lines }));
    const postings = [
      { account: "shrinkage", amount: 5 },
      { account: "openingBalance", amount: -5 },
    ];
    done(await recordJournalEntry(shop.owner, { ...of, id: entry, reason: "early", postings }));
    for (const id of [stock, entry])
      expect(await listedExceptions(counter, id)).toEqual([expect.objectContaining({ code: "CLOCK_SKEW" })]);
  });
});

describe("R10: change", () => {
  test("completeSale: rejects what is tendered when the method gives no change", async () => {
    for (const method of ["CARD", "QR_CODE", "OTHER"]) {
      const payments = [payment(counter, 199, { method, tendered: 5000 })];
      const answer = await complete(counter, saleInput(counter, { payments }));
      expect(refusals(answer)).toEqual([["TENDERED_NOT_ALLOWED", "input.payments.0.tendered"]]);
    }
    const cash = [payment(counter, 199, { method: "CASH", tendered: 5000 })];
    const { sale } = await complete(counter, saleInput(counter, { payments: cash }));
    expect(sale.changeDue.amount).toBe(4801);
  });

  test("syncSales: records a sale without the change that no card gives, with an exception", async () => {
    const payments = [
      payment(counter, 100, { tendered: 5000 }),
      payment(counter, 99, { method: "CASH", tendered: 100 }),
    ];
    const result = await syncOne(counter, saleInput(counter, { payments }));
    expect(result).toMatchObject({ status: "RECORDED", sale: { changeDue: { amount: 1 } } });
    expect(await exceptionsOf(counter, result.id)).toEqual(["TENDERED_NOT_ALLOWED"]);
    const [exception] = await listedExceptions(counter, result.id);
    expect(exception?.details).toMatchObject([
      { name: "method", text: "CARD" },
      { name: "tendered", amount: { amount: 5000 } },
    ]);
    expect((await storedSale(counter, result.id)).changeDue.amount).toBe(1);
  });
});
