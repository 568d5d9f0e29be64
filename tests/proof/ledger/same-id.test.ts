import { LIMITS } from "@pos/core/base/limits.ts";
import { present } from "@pos/core/base/result.ts";
import { exceptionsOf, factKey } from "@pos/core/ledger/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import { completeSale, type SaleInput, syncSales } from "@pos/core/selling/sale/index.ts";
import type { Key, Table } from "@pos/core/table/port/port.ts";
import { expect, test } from "vitest";
import { expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";

async function storedBytes({ engine, merchantId }: Shop, id: string): Promise<string> {
  return JSON.stringify(await engine.table.get(factKey(merchantId, id)));
}

/** The same sale, a penny more paid. */
function pennyMore(input: SaleInput): SaleInput {
  return { ...input, payments: input.payments.map((payment) => ({ ...payment, amount: payment.amount + 1 })) };
}

test("sale: twenty copies sent at once, live and synced, are one sale with twenty equal answers", async () => {
  const shop = await createShop();
  const input = makeSale(shop);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, index) =>
      index % 2 === 0
        ? completeSale(shop.operator(0), input)
        : present((await syncSales(shop.operator(0), [input]))[0], "an outcome"),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "recorded")).toHaveLength(1);
  expect(new Set(outcomes.map((outcome) => JSON.stringify("sale" in outcome ? outcome.sale : outcome))).size).toBe(1);
  await drain(shop);
  expect(await verifyShop(shop)).toMatchObject({ facts: 1, entries: 1, differences: [] });
});

test("sale: the same id with a penny changed is quarantined, once, and what is stored stays as it is", async () => {
  const shop = await createShop();
  const input = makeSale(shop);
  await sellLive(shop.operator(0), input);
  const before = await storedBytes(shop, input.id);
  for (let time = 0; time < 3; time++) {
    expect(await sellHappened(shop.terminal(0), [pennyMore(input)])).toMatchObject([
      { status: "quarantined", failures: [{ code: "ID_CONFLICT" }] },
    ]);
    expect(await sellLive(shop.operator(0), pennyMore(input))).toMatchObject({ status: "quarantined" });
  }
  expect(await storedBytes(shop, input.id)).toBe(before);
  expect(await exceptionsOf(shop.table, shop.merchantId, input.id)).toMatchObject([
    { code: "ID_CONFLICT", status: "open", version: 1 },
  ]);
  await drain(shop);
  await expectSound(shop);
});

test("sale: a copy is kept whole, found by its content", async () => {
  const shop = await createShop();
  const input = makeSale(shop);
  await sellLive(shop.operator(0), input);
  await sellHappened(shop.terminal(0), [pennyMore(input)]);
  const items = "items" in shop.engine ? (shop.engine as unknown as { items(): { body?: string }[] }).items() : [];
  expect(items.filter(({ body }) => body === JSON.stringify(pennyMore(input)))).toHaveLength(1);
});

test("sale: a thousand copies wait for a manager; one more is refused, its neighbours are not", async () => {
  const shop = await createShop({ terminals: 2 });
  const input = makeSale(shop);
  await sellLive(shop.operator(0), input);
  for (let from = 0; from < LIMITS.quarantinedPerTerminalMax; from += LIMITS.batchSalesMax) {
    const copies = Array.from({ length: LIMITS.batchSalesMax }, (_, index) => ({
      ...input,
      note: `copy ${from + index}`,
    }));
    for (const { status } of await sellHappened(shop.terminal(0), copies)) expect(status).toBe("quarantined");
  }
  const fresh = makeSale(shop);
  const outcomes = await sellHappened(shop.terminal(0), [
    { ...input, note: "one too many" },
    { ...input, note: "copy 7" },
    fresh,
  ]);
  expect(outcomes).toMatchObject([
    { status: "full", failures: [{ code: "QUARANTINE_FULL" }] },
    { status: "quarantined" },
    { status: "recorded" },
  ]);
  expect(await sellLive(shop.operator(0), input)).toMatchObject({ status: "replayed" });
});

test("sale: two merchants in one table each have a sale of their own under the same id", async () => {
  const one = await createShop({ seed: 1 });
  const other = await createShop({ seed: 2, engine: one.engine });
  const id = one.clock.newId("sal");
  await sellLive(one.operator(0), makeSale(one, { id }));
  expect(await sellLive(other.operator(0), makeSale(other, { id }))).toMatchObject({ status: "recorded" });
});

test("sale: before a refusal leaves, the record is looked up: the first answer may have been lost", async () => {
  const shop = await createShop();
  const input = makeSale(shop, { method: "CARD" });
  const first = await sellLive(shop.operator(0, "MANAGER"), {
    ...input,
    lines: input.lines.map((line) => ({ ...line, unitPrice: "9.99" })),
    payments: [{ ...present(input.payments[0], "a payment"), amount: 999 }],
  });
  expect(first.status).toBe("recorded");
  const again = await sellLive(shop.operator(0, "CASHIER"), {
    ...input,
    lines: input.lines.map((line) => ({ ...line, unitPrice: "9.99" })),
    payments: [{ ...present(input.payments[0], "a payment"), amount: 999 }],
  });
  expect(again).toEqual({ ...first, status: "replayed" });
});

test("refund: a copy that commits between the look-up and the guard is the answer, not a refusal", async () => {
  const shop = await createShop();
  const { clock, merchantId } = shop;
  const sale = makeSale(shop, { method: "CARD" });
  const sold = await sellLive(shop.operator(0), sale);
  const { total, quantity } = present("sale" in sold ? sold.sale.lines[0] : undefined, "the line");
  const payments = [{ id: clock.newId("pay"), method: "CARD" as const, amount: total }];
  const lines = [{ line: 1, quantity }];
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines, payments };
  const operator = shop.operator(0, "MANAGER");
  const twins: object[] = [];
  const table: Table = {
    ...shop.table,
    async get(key: Key) {
      const item = await shop.table.get(key);
      if (key.pk === factKey(merchantId, input.id).pk && twins.length === 0)
        twins.push(await refundSale(operator, input));
      return item;
    },
  };
  const answer = await refundSale({ ...operator, table }, input);
  expect(twins).toMatchObject([{ ok: true, value: { replayed: false } }]);
  expect(answer).toMatchObject({ ok: true, value: { replayed: true, fact: { id: input.id } } });
  await drain(shop);
  await expectSound(shop);
});
