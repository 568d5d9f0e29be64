import { completeSale, type SaleInput } from "@pos/core/selling/sale/index.ts";
import { giftCardByCode } from "@pos/core/selling/stored-value/index.ts";
import { CARD_CODE_BYTES, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { expect, test } from "vitest";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";

/** A caller who guesses codes finds no card, soon waits, and keeps no other caller from their cards. */
const GUESSES = 10_000;

const newCode = ({ clock }: Shop) => newCardCode(clock.randomBytes(CARD_CODE_BYTES));

async function soldCards(shop: Shop, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => newCode(shop));
  for (const code of codes) {
    const payments = [{ id: shop.clock.newId("pay"), method: "CARD" as const, amount: 1000 }];
    const lines = [{ quantity: "1", giftCard: { amount: 1000, code } }];
    expect(await sellLive(shop.operator(0), { ...makeSale(shop), lines, payments })).toMatchObject({
      status: "recorded",
    });
  }
  return codes;
}

/** A shop that counts how often a gift card is read. */
async function guardedShop(): Promise<{ readonly shop: Shop; readonly lookups: () => number }> {
  let lookups = 0;
  const wrap = (table: Table): Table => ({
    ...table,
    get(key) {
      if (key.sk === "VALUE_GUARD") lookups++;
      return table.get(key);
    },
  });
  return { shop: await createShop({ terminals: 2, wrap }), lookups: () => lookups };
}

test(`${GUESSES} guesses of codes find no card and are throttled; another terminal is not`, async () => {
  const { shop, lookups } = await guardedShop();
  const [own = ""] = await soldCards(shop, 100);
  const before = lookups();
  const answers = new Map<string, number>();
  for (let guess = 0; guess < GUESSES; guess++) {
    // One a second, all working day long: waiting between guesses helps little.
    shop.clock.advance(1000);
    const answer = await giftCardByCode(shop.operator(0, "CASHIER"), newCode(shop));
    const what = answer === undefined ? "none" : answer === "throttled" ? "throttled" : "found";
    answers.set(what, (answers.get(what) ?? 0) + 1);
  }
  expect(answers.get("found")).toBeUndefined();
  const looked = answers.get("none") ?? 0;
  expect(looked).toBeGreaterThanOrEqual(10);
  expect(looked).toBeLessThan(GUESSES / 100);
  expect(lookups() - before).toBe(looked);
  // Not even a card that is there is shown to this caller now; the one at the other terminal sees it.
  expect(await giftCardByCode(shop.operator(0, "CASHIER"), own)).toBe("throttled");
  expect(await giftCardByCode(shop.operator(1), own)).toMatchObject({ balance: 1000 });
  shop.clock.advance(301_000);
  expect(await giftCardByCode(shop.operator(0, "CASHIER"), own)).toMatchObject({ balance: 1000 });
});

test("payments with guessed codes are refused and throttled too: nothing is recorded", async () => {
  const { shop } = await guardedShop();
  await soldCards(shop, 10);
  const codes = new Map<string, number>();
  for (let guess = 0; guess < 200; guess++) {
    const payments: SaleInput["payments"] = [
      { id: shop.clock.newId("pay"), method: "GIFT_CARD", amount: 100, giftCard: newCode(shop) },
    ];
    const lines = [{ description: "Something", quantity: "1", unitPrice: "1" }];
    const outcome = await completeSale(shop.operator(0), { ...makeSale(shop), lines, payments });
    if ("sale" in outcome) throw new Error("A guess paid");
    for (const { code } of outcome.failures) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect(codes.get("UNKNOWN_GIFT_CARD")).toBe(10);
  expect([...codes.values()].reduce((sum, times) => sum + times, 0)).toBe(200);
  expect(codes.size).toBe(2);
});
