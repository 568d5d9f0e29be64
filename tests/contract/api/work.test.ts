import { once } from "node:events";
import { request } from "node:http";
import { present } from "@pos/core/base/result.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { ALLOWANCE_LIMITS } from "@pos/functions/api/allowances.ts";
import { WORK_LIMITS } from "@pos/functions/api/work.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ApiOptions } from "../../support/api.ts";
import { COMPLETE, type Counter, closeCounter, codeOf, complete, openCounter, saleInput } from "./counter.ts";

/** What a request may take of the server: time, bytes, and how much of both one token may have. contract.md, "Limits". */
const SALES = "{ sales { nodes { id refunds { id } operator { name } customer { name } } } }";

interface Slowness {
  milliseconds: number;
  hangs: boolean;
  reads: number;
}

/** A counter whose table can be made slow, or to hang, and counts what it reads. */
async function openSlow(api: ApiOptions = {}) {
  const state: Slowness = { milliseconds: 0, hangs: false, reads: 0 };
  const wait = async () => {
    state.reads++;
    if (state.hangs) await new Promise(() => {});
    if (state.milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, state.milliseconds));
  };
  const wrap = (table: Table): Table => ({
    ...table,
    get: (key) => wait().then(() => table.get(key)),
    batchGet: (keys) => wait().then(() => table.batchGet(keys)),
    query: (query) => wait().then(() => table.query(query)),
    queryIndex: (query) => wait().then(() => table.queryIndex(query)),
  });
  const counter = await openCounter({ wrap, api });
  for (let number = 0; number < 3; number++) await complete(counter, saleInput(counter));
  await counter.api.reader.caughtUp();
  onTestFinished(async () => {
    Object.assign(state, { milliseconds: 0, hangs: false });
    await closeCounter(counter);
  });
  return { counter, state };
}

const within = (milliseconds: number): ApiOptions => ({ limits: { work: { ...WORK_LIMITS, milliseconds } } });

const codesInLog = ({ api }: Counter) =>
  api.log.flatMap(({ event, errorCodes }) => (event === "request" ? (errorCodes as string[]) : []));

describe("deadline", () => {
  test("sales: DEADLINE_EXCEEDED when the table is slow, and nothing more is read", async () => {
    const { counter, state } = await openSlow(within(300));
    state.milliseconds = 120;
    const answer = await counter.api.call(SALES, { token: counter.owner });
    expect([answer.status, codeOf(answer), answer.data]).toEqual([503, "DEADLINE_EXCEEDED", undefined]);
    const { reads } = state;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(state.reads).toBeLessThanOrEqual(reads + 1);
  });

  test("sales: DEADLINE_EXCEEDED when a read never ends", async () => {
    const { counter, state } = await openSlow(within(300));
    state.hangs = true;
    const answer = await counter.api.call(SALES, { token: counter.owner });
    expect([answer.status, codeOf(answer), answer.data]).toEqual([503, "DEADLINE_EXCEEDED", undefined]);
  });

  test("completeSale: returns the sale when recording takes longer than the deadline", async () => {
    const { counter, state } = await openSlow(within(300));
    state.milliseconds = 90;
    const { sale, userErrors } = await complete(counter, saleInput(counter));
    state.milliseconds = 0;
    expect([userErrors, sale.total.amount]).toEqual([[], 199]);
  });

  test("completeSale: records nothing when the deadline has passed before it begins", async () => {
    const { counter, state } = await openSlow(within(300));
    state.milliseconds = 400;
    const input = saleInput(counter);
    const answer = await counter.api.call(COMPLETE, { variables: { input }, token: counter.manager });
    expect([answer.status, codeOf(answer)]).toEqual([503, "DEADLINE_EXCEEDED"]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    state.milliseconds = 0;
    const { data } = await counter.api.call("query ($id: ID!) { sale(id: $id) { id } }", {
      variables: { id: input.id },
      token: counter.owner,
    });
    expect(data.sale).toBeNull();
  });
});

describe("a client that disconnects", () => {
  async function leaveAfter(counter: Counter, milliseconds: number, query: string, variables: object, token: string) {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const asked = request(`${counter.api.url}/graphql`, { method: "POST", headers, agent: false });
    const gone = once(asked, "error");
    asked.end(JSON.stringify({ query, variables }));
    setTimeout(() => asked.destroy(new Error("The client leaves.")), milliseconds);
    await gone;
  }

  test("sales: stops reading when the client has gone", async () => {
    const { counter, state } = await openSlow();
    state.milliseconds = 120;
    await leaveAfter(counter, 200, SALES, {}, counter.owner);
    await expect.poll(() => codesInLog(counter), { timeout: 5_000 }).toContain("CANCELLED");
    const { reads } = state;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(state.reads).toBe(reads);
  });

  test("completeSale: records the sale when the client has gone meanwhile", async () => {
    const { counter, state } = await openSlow();
    state.milliseconds = 60;
    const input = saleInput(counter);
    const answered = () => counter.api.log.filter(({ event }) => event === "request");
    const before = answered().length;
    await leaveAfter(counter, 150, COMPLETE, { input }, counter.manager);
    await expect.poll(() => answered().length, { timeout: 5_000 }).toBe(before + 1);
    expect(answered().at(-1)?.status).toBe(200);
    state.milliseconds = 0;
    expect(await complete(counter, input)).toMatchObject({ replayed: true, userErrors: [] });
  });
});

describe("bytes of an answer", () => {
  test("completeSale, sales: TOO_COMPLEX when the answer is larger than allowed; what is recorded is acknowledged", async () => {
    const limits = { work: { ...WORK_LIMITS, answerBytes: 10_000 } };
    const { counter } = await openSlow({ limits });
    const long = saleInput(counter, {
      lines: Array.from({ length: 1_500 }, (_, n) => ({ description: `Thing ${n}`, quantity: "1", unitPrice: "0" })),
      payments: [],
    });
    const recorded = await counter.api.call(COMPLETE, { variables: { input: long }, token: counter.manager });
    expect([recorded.status, codeOf(recorded)]).toEqual([200, "TOO_COMPLEX"]);
    expect(recorded.data.completeSale).toMatchObject({ sale: null, replayed: false, userErrors: [] });
    const query = "query ($id: ID!) { sale(id: $id) { lines { id description } } }";
    const answer = await counter.api.call(query, { variables: { id: long.id }, token: counter.owner });
    expect([answer.status, codeOf(answer), answer.data]).toEqual([400, "TOO_COMPLEX", undefined]);
  });
});

/** Stored, each has about seven hundred characters. */
const SALES_OF_THE_DAY = 60;

test("bestSellers: returned when its sales have more lines than an answer may have values", async () => {
  const values = 120;
  const { counter } = await openSlow({ limits: { work: { ...WORK_LIMITS, values } } });
  for (let number = 0; number < SALES_OF_THE_DAY; number++) await complete(counter, saleInput(counter));
  await counter.api.reader.caughtUp();
  const day = counter.shop.clock.now().slice(0, 10);
  const answer = await counter.api.call(
    "query ($at: ID!, $day: Date!) { bestSellers(locationId: $at, from: $day, to: $day) { quantity } }",
    { variables: { at: counter.shop.locationId, day }, token: counter.owner },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.bestSellers).toEqual([{ quantity: String(SALES_OF_THE_DAY + 3) }]);
});

describe("one token", () => {
  test("completeSale: TOO_MANY_REQUESTS when too many are under way, and the sale is recorded when sent again", async () => {
    const { counter, state } = await openSlow({ limits: { allowance: { ...ALLOWANCE_LIMITS, requests: 3 } } });
    state.milliseconds = 50;
    const inputs = Array.from({ length: 8 }, () => saleInput(counter));
    const send = (input: object) => counter.api.call(COMPLETE, { variables: { input }, token: counter.manager });
    const answers = await Promise.all(inputs.map(send));
    state.milliseconds = 0;
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(8 - refused.length);
    for (const answer of refused) {
      expect([codeOf(answer), answer.data]).toEqual(["TOO_MANY_REQUESTS", undefined]);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    const again = present(inputs[answers.findIndex(({ status }) => status === 429)], "a refused sale");
    expect(await complete(counter, again)).toMatchObject({ replayed: false, userErrors: [] });
  });

  test("sales: TOO_MANY_REQUESTS when a token has used up its allowance, and no other token is", async () => {
    const allowance = { ...ALLOWANCE_LIMITS, burst: 400, perSecond: 1 };
    const { counter } = await openSlow({ limits: { allowance } });
    const statuses: number[] = [];
    for (let number = 0; number < 20; number++)
      statuses.push((await counter.api.call(SALES, { token: counter.owner })).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
    expect((await counter.api.call(SALES, { token: counter.manager })).status).toBe(200);
  });

  test("syncSales: a terminal with a backlog of 1,000 sales meets no limit", async () => {
    const { counter } = await openSlow();
    const SYNC_IDS = `mutation ($sales: [CompleteSaleInput!]!) { syncSales(input: { sales: $sales }) {
      results { id status userErrors { code } } } }`;
    for (let batch = 0; batch < 10; batch++) {
      const sales = Array.from({ length: 100 }, () => saleInput(counter));
      const { status } = await counter.api.call(SYNC_IDS, { variables: { sales }, token: counter.terminal });
      expect(status).toBe(200);
    }
  });
});
