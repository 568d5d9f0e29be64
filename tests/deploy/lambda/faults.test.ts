import { setTimeout as passTime } from "node:timers/promises";
import { present } from "@pos/core/base/result.ts";
import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { bookedParts, type Fact, factHeaders, readFact } from "@pos/core/ledger/index.ts";
import { DAY } from "@pos/core/selling/day/index.ts";
import { createRandom } from "@pos/core/table/memory/table.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import type { Data } from "../../support/api.ts";
import { expectSound, sum } from "../../support/books.ts";
import { balancesOf } from "../../support/ledgers.ts";
import { dueOf, lineOf, makeSale, randomSale } from "../../support/sales.ts";
import type { Shop } from "../../support/shop.ts";
import { ask, type Cloud, createCloudShop, type Functions, newId, openCloud, signIn, Unanswered } from "./cloud.ts";
import { Deliveries } from "./deliveries.ts";
import type { TableStream } from "./events.ts";
import type { EdgeRates } from "./faulty-dynamo.ts";

/**
 * The bundles while the edge to DynamoDB fails in every way it can. FAULT_SEEDS asks for more seeds than the few that run
 * everywhere, FAULT_SALES for more sales of each terminal.
 */
const SEEDS = Number(process.env.FAULT_SEEDS ?? 3);
const SALES = Number(process.env.FAULT_SALES ?? 12);
const TERMINALS = 4;
const SENDS_MAX = 300;
/** Requests of the edge each: about every eighth meets something. */
const RATES: EdgeRates = {
  throttled: 0.02,
  conflict: 0.02,
  "cut before": 0.015,
  "cut after": 0.02,
  failed: 0.015,
  "failed after": 0.015,
  slow: 0.02,
  unprocessed: 0.1,
  "short page": 0.1,
  // Each costs the client's whole patience.
  silent: 0.0005,
};

/** And for a while, once there is something to book, nothing works at all. */
const OUTAGE: EdgeRates = { failed: 0.5, "cut before": 0.5 };
const OUTAGE_MILLISECONDS = 1_500;

const SELL =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed sale { id total { amount } } userErrors { code } } }";
const REFUND =
  "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { replayed refund { id } userErrors { code } } }";

const LIST =
  "query ($after: String) { sales(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";

const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));

interface Acknowledged {
  readonly id: string;
  readonly total: number;
}

describe.skipIf(!process.env.DYNAMODB_ENDPOINT && !javaIsThere())("faults: the bundles over a failing edge", () => {
  let cloud: Cloud;
  let shop: Shop;
  let stream: TableStream;
  let functions: Functions;
  let tokens: { owner: string; operators: string[] };
  const acknowledged: Acknowledged[] = [];
  const refunded: number[] = [];
  const sent = { requests: 0, unanswered: 0, replayed: 0 };
  const delivered = { batches: 0, again: 0, retries: 0 };
  let seconds = 0;

  beforeAll(async () => {
    cloud = await openCloud();
    // Every request and every failure is logged; here they are many and wanted.
    for (const name of ["stdout", "stderr"] as const) vi.spyOn(process[name], "write").mockReturnValue(true);
    const main = await cloud.createTable("faults");
    const realtime = await cloud.createTable("faults-realtime");
    shop = await createCloudShop(main.table, { terminals: TERMINALS });
    stream = main.stream();
    functions = await cloud.functions(main.name, realtime.name);
    tokens = await signIn(functions, shop);
    seconds = performance.now();
  }, 120_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    const countsOf = (map: Map<string, number>) => Object.fromEntries(map);
    console.log(
      JSON.stringify({
        seeds: SEEDS,
        sales: acknowledged.length,
        refunds: refunded.length,
        ...sent,
        delivered,
        faults: countsOf(cloud.edge.faults),
        requestsAtTheEdge: countsOf(cloud.edge.requests),
        seconds: Math.round((performance.now() - seconds) / 1000),
      }),
    );
    await cloud.stop();
  });

  /** As a terminal does: the same request under the same id until it is answered. */
  const insist = (query: string, input: object, terminal: number): Promise<Data> =>
    insistAs(present(tokens.operators[terminal], "a token"), query, { input });

  async function insistAs(token: string, query: string, variables: object): Promise<Data> {
    for (let attempt = 0; attempt < SENDS_MAX; attempt++) {
      sent.requests++;
      try {
        return await ask(functions, query, variables, token);
      } catch (error) {
        if (!(error instanceof Unanswered) || error.code !== "UNAVAILABLE") throw error;
        sent.unanswered++;
        await passTime(5);
      }
    }
    throw new Error("The functions never answered");
  }

  async function sell(terminal: number, sale: ReturnType<typeof makeSale>): Promise<void> {
    const { completeSale } = await insist(SELL, sale, terminal);
    expect(completeSale.userErrors).toEqual([]);
    if (completeSale.replayed) sent.replayed++;
    acknowledged.push({ id: completeSale.sale.id, total: completeSale.sale.total.amount });
    // A terminal whose page was closed on the answer sends it once more.
    if (sale.sequence % 5 === 0) {
      const again = await insist(SELL, sale, terminal);
      expect(again.completeSale).toMatchObject({ replayed: true, sale: completeSale.sale, userErrors: [] });
    }
  }

  /** Two terminals give the same goods back at once: one may. */
  async function refundTwice(saleId: string, amount: number): Promise<void> {
    const give = (terminal: number) => {
      const input = {
        id: newId("ref"),
        occurredAt: new Date().toISOString(),
        saleId,
        lines: [{ line: 1, quantity: "2" }],
        payments: [{ id: newId("pay"), method: "CARD", amount }],
      };
      return insist(REFUND, input, terminal);
    };
    const outcomes = await Promise.all([give(0), give(1)]);
    const given = outcomes.filter(({ refundSale }) => refundSale.refund !== null);
    const refused = outcomes.filter(({ refundSale }) => refundSale.userErrors.length > 0);
    expect([given.length, refused.length]).toEqual([1, 1]);
    refunded.push(amount);
  }

  /** Every page of the list, by its cursors. */
  async function listedSales(): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      cloud.edge.next("Query", "short page");
      const { sales }: Data = await insistAs(tokens.owner, LIST, { after });
      ids.push(...sales.nodes.map(({ id }: { id: string }) => id));
      after = sales.pageInfo.hasNextPage ? sales.pageInfo.endCursor : null;
    } while (after !== null);
    return ids;
  }

  async function sellFor(terminal: number, random: () => number): Promise<void> {
    for (let count = 0; count < SALES; count++)
      await sell(terminal, randomSale(shop, random, { terminal, linesMax: 5 }));
    if (terminal !== 0) return;
    const variant = present(shop.variants[1], "a variant");
    const sale = makeSale(shop, { terminal, lines: [lineOf(variant, "2")], method: "CARD" });
    await sell(terminal, sale);
    await refundTwice(sale.id, dueOf(shop, sale, false));
  }

  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    "seed %i: every sale once, the books sound, one of two refunds",
    { timeout: 240_000 },
    async (seed) => {
      const random = createRandom(seed * 104_729);
      const put = async (key: string) => {
        throw new Error(`Given up: ${key}`);
      };
      const mapping = (name: "book" | "publish", filter: string) =>
        new Deliveries(
          { name, filter, handler: functions[name], batchMax: 10, retriesMax: 1_000 },
          { random, againRate: 0.5, put },
        );
      const readers = [mapping("book", "FACT"), mapping("publish", "ENTRY#")];
      cloud.edge.rage(RATES, random);
      // What is rare must not be left to chance.
      cloud.edge.next("PutItem", "failed after");
      cloud.edge.next("PutItem", "cut after");
      for (const fault of ["throttled", "conflict", "cut after", "throttled"] as const)
        cloud.edge.next("TransactWriteItems", fault);
      let isSelling = true;
      let hadOutage = false;
      let outage = Promise.resolve();
      const deliver = async () => {
        const records = await stream.read();
        for (const reader of readers) reader.take(records);
        if (readers[0]?.isQuiet === false && !hadOutage) {
          hadOutage = true;
          cloud.edge.rage(OUTAGE, random);
          outage = passTime(OUTAGE_MILLISECONDS).then(() => cloud.edge.rage(RATES, random));
        }
        await Promise.all(readers.map((reader) => reader.run()));
        return records.length;
      };
      const delivering = (async () => {
        while (isSelling) {
          await deliver();
          // It would repair what the consumers lose, so it runs beside every other seed only.
          if (seed % 2 === 0) await functions.sweep({}).catch(() => {});
          await passTime(20);
        }
      })();
      try {
        await Promise.all(shop.terminals.map((_, terminal) => sellFor(terminal, random)));
      } finally {
        isSelling = false;
        await delivering;
        await outage;
      }
      // What was recorded last is still on its way; the edge goes on failing until all is quiet.
      for (let idle = 0; idle < 2; ) idle = (await deliver()) === 0 ? idle + 1 : 0;
      const acknowledgedIds = sorted(acknowledged.map(({ id }) => id));
      expect(sorted(await listedSales())).toEqual(acknowledgedIds);
      cloud.edge.calm();
      await expectAllOnce();
      for (const { counters } of readers) {
        delivered.batches += counters.batches;
        delivered.again += counters.again;
        delivered.retries += counters.retries;
      }
      expect(readers[0]?.counters.retries).toBeGreaterThan(0);
    },
  );

  async function expectAllOnce(): Promise<void> {
    const { table } = shop.engine;
    for (const { id, total } of acknowledged) {
      const { fact } = present(await readFact<Fact & { total: number }>(table, shop.merchantId, id), id);
      expect([fact.id, fact.total]).toEqual([id, total]);
      expect((await bookedParts(table, fact)).every((entry) => entry !== undefined)).toBe(true);
    }
    const kinds = new Map<string, string[]>();
    for await (const { body } of factHeaders(table, shop.ledger)) {
      const { kind, id } = JSON.parse(String(body)) as Fact;
      kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
    }
    expect(sorted(kinds.get("sale") ?? [])).toEqual(sorted(acknowledged.map(({ id }) => id)));
    expect(kinds.get("refund")).toHaveLength(refunded.length);
    await expectSound(shop);
    const days = [...(await balancesOf(shop, DAY)).values()];
    expect(sum(days.map(({ saleCount }) => saleCount))).toBe(acknowledged.length);
    expect(sum(days.map(({ gross }) => gross))).toBe(sum(acknowledged.map(({ total }) => total)));
    expect((await balancesOf(shop, LEVEL)).size).toBe(shop.variants.length);
    expect(await functions.sweep({})).toMatchObject({ booked: 0 });
  }

  test("every kind of fault befell", () => {
    const kinds = Object.keys(RATES).filter((kind) => kind !== "silent");
    expect(sorted([...cloud.edge.faults.keys()].filter((kind) => kind !== "silent"))).toEqual(sorted(kinds));
    expect(sent.unanswered).toBeGreaterThan(0);
    expect(delivered.again).toBeGreaterThan(0);
    expect(sent.replayed).toBeGreaterThan(0);
    // What the product never asks, no fault was prepared for.
    const known = ["BatchGetItem", "DeleteItem", "GetItem", "PutItem", "Query", "TransactWriteItems", "UpdateItem"];
    expect([...cloud.edge.requests.keys()].filter((operation) => !known.includes(operation))).toEqual([]);
  });

  test("completeSale: answers that the outcome is unknown when a request hangs, and the retry finds the sale", async () => {
    const sale = makeSale(shop, { terminal: 2, method: "CARD" });
    for (let attempt = 0; attempt < 3; attempt++) cloud.edge.next("PutItem", attempt < 2 ? "cut after" : "silent");
    await sell(2, sale);
    expect(sent.replayed).toBeGreaterThan(0);
    expect(acknowledged.at(-1)?.id).toBe(sale.id);
  }, 60_000);
});
