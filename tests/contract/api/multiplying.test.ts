import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { syncSales } from "@pos/core/selling/sale/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../support/api.ts";
import { watchBlocking } from "../../support/blocked.ts";
import { openShopTable } from "../../support/folders.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  line,
  openCounter,
  openLine,
  payment,
  SYNC,
  saleInput,
} from "./counter.ts";

/** Answers that would multiply: lists within lists, long sales, wide selections. contract.md, "Limits". */
let counter: Counter;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "multiplying-"));
  counter = await openCounter({ engine: await openShopTable(folder) });
});
afterAll(async () => {
  await closeCounter(counter);
  await counter.shop.engine.close();
  await rm(folder, { recursive: true });
});

const query = (text: string, variables: object = {}): Promise<Answer> =>
  counter.api.call(text, { variables, token: counter.manager });

describe("A3: refunds of a sale within refunds of it", () => {
  const REFUNDS = 34;
  let id: string;
  beforeAll(async () => {
    const lines = [line({ quantity: String(REFUNDS) })];
    const input = saleInput(counter, { lines, payments: [payment(counter, REFUNDS * 199)] });
    ({ id } = (await complete(counter, input)).sale);
    for (let number = 0; number < REFUNDS; number++) {
      const { clock } = counter.shop;
      const refund = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: id };
      const { data } = await query(
        "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }",
        { input: { ...refund, lines: [{ line: 1, quantity: "1" }], payments: [payment(counter, 199)] } },
      );
      expect(data.refundSale.userErrors).toEqual([]);
    }
  });

  test.each([
    ["fields", "{ sale(id: $id) { refunds { sale { refunds { sale { refunds { sale { refunds { id } } } } } } } } }"],
    ["fragments", "{ sale(id: $id) { ...S } } fragment S on Sale { refunds { sale { refunds { id } } } }"],
    [
      "an interface",
      "{ node(id: $id) { ... on Sale { refunds { sale { ... on Node { ... on Sale { refunds { id } } } } } } } }",
    ],
    ["a page", "{ sales { nodes { refunds { sale { refunds { id } } } } } }"],
  ])("sale: TOO_COMPLEX when they are nested by %s", async (_name, text) => {
    const answer = await query(`query ${text.includes("$id") ? "($id: ID!) " : ""}${text}`, { id });
    expect([answer.status, codeOf(answer), answer.data]).toEqual([400, "TOO_COMPLEX", undefined]);
  });

  test("sale: returns all refunds when they are asked for once", async () => {
    const { data, errors } = await query("query ($id: ID!) { sale(id: $id) { refunds { id sale { id } } } }", { id });
    expect(errors).toBeUndefined();
    expect(data.sale.refunds).toHaveLength(REFUNDS);
  });
});

describe("user errors", () => {
  const wrong = (count: number) =>
    saleInput(counter, { discounts: Array.from({ length: count }, () => ({ amount: -1 })) });

  test("completeSale: a request that is wrong in 20,000 places gets the first 100, so that no answer multiplies it", async () => {
    const aliases = Array.from({ length: 14 }, (_, n) => `m${n}: message`).join(" ");
    const text = `mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { userErrors { path ${aliases} } } }`;
    const { data } = await query(text, { input: wrong(20_000) });
    expect(data.completeSale.userErrors).toHaveLength(100);
    expect(data.completeSale.userErrors[0].m0).toBe("There are at most 100 discounts.");
  });

  test("syncSales: every rejected sale of a batch has a reason, and all together about 1,000", async () => {
    const sales = Array.from({ length: 50 }, () => wrong(99));
    const { data } = await counter.api.call(SYNC, { variables: { sales }, token: counter.terminal });
    const counts: number[] = data.syncSales.results.map(
      ({ userErrors }: { userErrors: unknown[] }) => userErrors.length,
    );
    expect(Math.min(...counts)).toBe(1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(1_050);
  });
});

describe("A4: long sales", () => {
  const SALES = 30;
  const LINES = 2_000;
  const WIDE = `id description sku quantity unitPrice discountTotal { amount } taxTotal { amount currency }
    total { amount currency } variant { id }`;
  beforeAll(async () => {
    const { shop } = counter;
    for (let number = 0; number < SALES; number++) {
      const lines = Array.from({ length: LINES }, () => openLine("0.01"));
      const input = saleInput(counter, { lines, payments: [payment(counter, LINES)] });
      const [outcome] = await syncSales(shop.terminal(0), [input as never]);
      expect(outcome?.status).toBe("recorded");
    }
    await counter.api.reader.caughtUp();
  }, 300_000);

  async function watched(text: string): Promise<{ readonly answer: Answer; readonly longest: number }> {
    const watch = watchBlocking();
    const answer = await query(text);
    watch.stop();
    return { answer, longest: watch.longest() };
  }

  test("sales: TOO_COMPLEX when all lines of 30 sales of 2,000 are asked for, with the process never blocked", async () => {
    const { answer, longest } = await watched(`{ sales(first: ${SALES}) { nodes { id lines { ${WIDE} } } } }`);
    expect([answer.status, codeOf(answer), answer.data]).toEqual([400, "TOO_COMPLEX", undefined]);
    expect(longest).toBeLessThan(250);
  });

  test("sales: the process is never blocked when an answer is as long as it may be", async () => {
    const { answer, longest } = await watched(`{ sales(first: 5) { nodes { id lines { ${WIDE} } } } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.sales.nodes.map(({ lines }: { lines: unknown[] }) => lines.length)).toEqual(
      Array.from({ length: 5 }, () => LINES),
    );
    console.log(JSON.stringify({ longest }));
    expect(longest).toBeLessThan(250);
  });

  test("sales: the dashboard's page of 20 is answered when each has 2,000 lines", async () => {
    const { answer } = await watched("{ sales(first: 20) { nodes { id lines { id description } } } }");
    expect(answer.errors).toBeUndefined();
  });

  test("syncSales: acknowledges every sale when what it would return is too much", async () => {
    const sales = Array.from({ length: 4 }, () => {
      const lines = Array.from({ length: LINES }, () => openLine("0.01"));
      return saleInput(counter, { lines, payments: [payment(counter, LINES)] });
    });
    const wide = SYNC.replace("lines {", `more: lines { ${WIDE} } lines {`);
    const { data, errors } = await counter.api.call(wide, { variables: { sales }, token: counter.terminal });
    const results: { id: string; status: string; sale: object | null }[] = data.syncSales.results;
    expect(results.map(({ id, status }) => [id, status])).toEqual(sales.map(({ id }) => [id, "RECORDED"]));
    expect(results[0]?.sale).not.toBeNull();
    expect(results[3]?.sale).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toContain("TOO_COMPLEX");
  });
});
