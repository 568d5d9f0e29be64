import { present } from "@pos/core/base/result.ts";
import { FACT_SK } from "@pos/core/ledger/index.ts";
import { type Table, TableUnavailable, type Write } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  COMPLETE,
  type Counter,
  closeCounter,
  codeOf,
  exceptionsOf,
  openCounter,
  SYNC,
  saleInput,
  storedSale,
  sync,
} from "./counter.ts";

/** contract.md: "If the table fails for any sale of a batch, the request as a whole fails and is sent again". */
let counter: Counter;
/** What the table does to the write of this sale: nothing, refuse it, or do it and lose the answer. */
let failing: { readonly id: string; readonly outcome: "none" | "unknown" } | undefined;
/** How many reads still fail. */
let failingReads = 0;

beforeAll(async () => {
  counter = await openCounter({ wrap: failingTable });
});
beforeEach(() => {
  failing = undefined;
  failingReads = 0;
});
afterAll(() => closeCounter(counter));

function failingTable(table: Table): Table {
  async function write<T>(writes: readonly Write[], run: () => Promise<T>): Promise<T> {
    const fault = writes.some(
      (each) => each.op === "put" && each.item.sk === FACT_SK && failing && each.item.pk.includes(failing.id),
    )
      ? failing
      : undefined;
    if (fault?.outcome === "none") throw new TableUnavailable("none", "The table is away");
    const result = await run();
    if (fault) throw new TableUnavailable("unknown", "The answer was lost");
    return result;
  }
  const read = <T>(run: () => Promise<T>): Promise<T> => {
    if (failingReads === 0) return run();
    failingReads--;
    return Promise.reject(new TableUnavailable("none", "The table is away"));
  };
  return {
    get: (key) => read(() => table.get(key)),
    batchGet: (keys) => read(() => table.batchGet(keys)),
    query: (query) => read(() => table.query(query)),
    queryIndex: (query) => read(() => table.queryIndex(query)),
    write: (each) => write([each], () => table.write(each)),
    transact: (writes) => write(writes, () => table.transact(writes)),
  };
}

describe.each(["none", "unknown"] as const)("the write of one sale fails (%s)", (outcome) => {
  test("a batch fails as a whole with UNAVAILABLE; sent again, each sale is there once", async () => {
    const sales = Array.from({ length: 5 }, () => saleInput(counter));
    failing = { id: present(sales[2], "the third sale").id, outcome };
    const answer = await counter.api.call(SYNC, { variables: { sales }, token: counter.terminal });
    expect(codeOf(answer)).toBe("UNAVAILABLE");
    expect(answer.data ?? null).toBeNull();
    failing = undefined;
    const results = await sync(counter, sales);
    expect(results.map(({ id }) => id)).toEqual(sales.map(({ id }) => id));
    expect(results.map(({ sale }) => sale.id)).toEqual(sales.map(({ id }) => id));
    const third = outcome === "none" ? "RECORDED" : "REPLAYED";
    expect(results[2]).toMatchObject({ status: third });
    expect((await sync(counter, sales)).map(({ status }) => status)).toEqual(sales.map(() => "REPLAYED"));
    for (const { id } of sales) expect(await exceptionsOf(counter, id)).toEqual([]);
  });

  test("a live sale fails with UNAVAILABLE; sent again, it is answered", async () => {
    const input = saleInput(counter);
    failing = { id: input.id, outcome };
    const answer = await counter.api.call(COMPLETE, { variables: { input }, token: counter.manager });
    expect([codeOf(answer), answer.data]).toEqual(["UNAVAILABLE", null]);
    failing = undefined;
    const again = await counter.api.call(COMPLETE, { variables: { input }, token: counter.manager });
    expect(again.data.completeSale).toMatchObject({
      replayed: outcome === "unknown",
      sale: { id: input.id },
      userErrors: [],
    });
  });
});

test("a copy that cannot be kept fails the batch; sent again, it is kept", async () => {
  const input = saleInput(counter);
  await sync(counter, [input]);
  const copy = { ...input, note: "other" };
  for (const outcome of ["none", "unknown"] as const) {
    failing = { id: input.id, outcome };
    const answer = await counter.api.call(SYNC, { variables: { sales: [copy] }, token: counter.terminal });
    expect(codeOf(answer)).toBe("UNAVAILABLE");
  }
  failing = undefined;
  expect(await sync(counter, [copy])).toMatchObject([{ status: "QUARANTINED" }]);
  expect(await exceptionsOf(counter, input.id)).toEqual(["ID_CONFLICT"]);
});

test("whichever read fails, the answer is UNAVAILABLE and never a wrong one", async () => {
  const [good, bad] = [saleInput(counter), saleInput(counter, { customerId: "cus_x" })];
  for (let reads = 1; reads <= 6; reads++) {
    failingReads = reads;
    for (let time = 0; time < 7; time++) {
      const answer: Data = await counter.api.call(SYNC, { variables: { sales: [good, bad] }, token: counter.terminal });
      if (answer.errors === undefined) break;
      expect(codeOf(answer)).toBe("UNAVAILABLE");
    }
    failingReads = 0;
  }
  const results = await sync(counter, [good, bad]);
  expect(results.map(({ status }) => status)).toEqual(["REPLAYED", "REPLAYED"]);
  const query = "query ($id: ID!) { sale(id: $id) { id } }";
  failingReads = 1;
  expect(codeOf(await counter.api.call(query, { variables: { id: good.id }, token: counter.owner }))).toBe(
    "UNAVAILABLE",
  );
  expect((await storedSale(counter, good.id)).id).toBe(good.id);
});
