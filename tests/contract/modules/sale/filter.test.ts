import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter, openLine, payment, saleInput, sync } from "../../api/counter.ts";

/** Sales found by conditions that have no index: dashboard task 15. */
let counter: Counter;
const ids: string[] = [];

beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  const [first, second] = counter.terminals;
  // Of 2,100 sales, older than all others, none matches a filter below: more than one request reads.
  const occurredAt = new Date(Date.parse(counter.shop.clock.now()) - 60_000).toISOString();
  const old = Array.from({ length: 2_100 }, () => saleInput(counter, { occurredAt }));
  for (let from = 0; from < old.length; from += 100)
    await sync(counter, old.slice(from, from + 100), present(first, "a"));
  const cash = saleInput(counter, {
    lines: [openLine("7.77")],
    payments: [payment(counter, 777, { method: "CASH" })],
  });
  const elsewhere = saleInput(counter, { sequence: 1 });
  await sync(counter, [cash], counter.cashier);
  await sync(counter, [elsewhere], present(second, "another terminal"));
  ids.push(String(cash.id), String(elsewhere.id));
  await counter.api.reader.caughtUp();
}, 120_000);
afterAll(() => closeCounter(counter));

const LIST = `query ($filter: SaleFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sales(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { id operatorId }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface List {
  readonly nodes: readonly { readonly id: string; readonly operatorId: string | null }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function listed(variables: object): Promise<List> {
  const { data, errors } = await counter.api.call(LIST, { variables: { ...variables }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data.sales;
}

/** All that a filter finds, page by page, and how many requests that took. */
async function all(filter: object): Promise<{ readonly found: string[]; readonly requests: number }> {
  const found: string[] = [];
  let after: string | null = null;
  for (let requests = 1; ; requests++) {
    const list: List = await listed({ filter, first: 20, after });
    found.push(...list.nodes.map(({ id }) => id));
    if (!list.pageInfo.hasNextPage) return { found, requests };
    after = list.pageInfo.endCursor;
  }
}

test("sales: finds by amount, method, terminal, operator and variant, and goes on when a page finds none", async () => {
  const [cash, elsewhere] = ids;
  expect(await all({ totalFrom: 700, totalTo: 800 })).toEqual({ found: [cash], requests: 2 });
  expect((await all({ method: "CASH" })).found).toEqual([cash]);
  const { operatorId } = present((await listed({ filter: { method: "CASH" }, first: 1 })).nodes[0], "the sale");
  expect((await all({ operatorId: present(operatorId, "an operator") })).found).toEqual([cash]);
  const terminalId = present(counter.shop.terminals[1], "a terminal").id;
  expect((await all({ terminalId })).found).toEqual([elsewhere]);
  expect((await all({ terminalId, method: "CASH" })).found).toEqual([]);
  const variantId = present(counter.shop.variants[0], "a variant").id;
  expect((await all({ variantId })).found).toHaveLength(2_101);
});

test("sales: goes on backwards from where a page that found none ended", async () => {
  const filter = { totalFrom: 700, totalTo: 800 };
  const first = await listed({ filter, last: 20 });
  expect(first.nodes).toEqual([]);
  expect(first.pageInfo.hasPreviousPage).toBe(true);
  const second = await listed({ filter, last: 20, before: first.pageInfo.startCursor });
  expect(second.nodes.map(({ id }) => id)).toEqual([ids[0]]);
});

test("sales: a full page of a filter has the cursor of its last sale", async () => {
  const filter = { method: "CARD" };
  const first = await listed({ filter, first: 100 });
  expect(first.nodes).toHaveLength(100);
  const second = await listed({ filter, first: 100, after: first.pageInfo.endCursor });
  expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(200);
});
