import { LIMITS } from "@pos/core/base/limits.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
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
