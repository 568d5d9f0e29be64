import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  exceptionsOf,
  type Input,
  line,
  openCounter,
  payment,
  resolve,
  saleInput,
  sync,
} from "../../api/counter.ts";

/** Sales by what became of them, how many there are, and exceptions by their kind: issue "finding" of the dashboard. */
let counter: Counter;
let [completed, partly, refunded, odd] = ["", "", "", ""];

beforeAll(async () => {
  counter = await openCounter();
  const sales = [
    saleInput(counter),
    saleInput(counter, { lines: [line({ quantity: "2" })], payments: [payment(counter, 398)] }),
    saleInput(counter),
    saleInput(counter, { payments: [payment(counter, 198)] }),
  ];
  await sync(counter, sales);
  [completed, partly, refunded, odd] = sales.map(({ id }) => id) as [string, string, string, string];
  await giveBack(present(sales[1], "a sale"));
  await giveBack(present(sales[2], "a sale"));
  await counter.api.reader.caughtUp();
}, 60_000);
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables: { ...variables }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data;
}

/** One piece of its first line, by card. */
async function giveBack({ id: saleId, payments }: Input): Promise<void> {
  const { clock } = counter.shop;
  const [{ id: paymentId }] = payments as [{ id: string }];
  const input = {
    ...{ id: clock.newId("ref"), saleId, occurredAt: clock.now(), lines: [{ line: 1, quantity: "1" }] },
    payments: [{ id: clock.newId("pay"), paymentId, method: "CARD", amount: 199 }],
  };
  const mutation = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code path } } }";
  expect((await ask(mutation, { input })).refundSale.userErrors).toEqual([]);
}

const LIST = `query ($filter: SaleFilter, $first: Int, $after: String) {
  sales(filter: $filter, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } rowCount { atLeast isExact } } }`;

async function found(filter: object): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { sales }: Data = await ask(LIST, { filter, first: 1, after });
    ids.push(...sales.nodes.map(({ id }: Data) => id));
    after = sales.pageInfo.hasNextPage ? sales.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

test.each([
  ["COMPLETED", () => [completed, odd]],
  ["PARTLY_REFUNDED", () => [partly]],
  ["REFUNDED", () => [refunded]],
  ["WITH_EXCEPTIONS", () => [odd]],
])("sales: finds each sale once when the state is %s", async (state, expected) => {
  expect(new Set(await found({ state }))).toEqual(new Set(expected()));
  expect(await found({ state })).toHaveLength(expected().length);
});

test("sales: finds by a state and another condition together", async () => {
  const { clock } = counter.shop;
  const day = clock.now().slice(0, 10);
  expect(await found({ state: "REFUNDED", method: "CARD", from: day, to: day })).toEqual([refunded]);
  expect(await found({ state: "WITH_EXCEPTIONS", totalFrom: 1_000 })).toEqual([]);
  expect(await found({ state: "WITH_EXCEPTIONS", customerId: clock.newId("cus") })).toEqual([]);
});

test("sales: still finds a sale with exceptions when they are resolved", async () => {
  const [code] = await exceptionsOf(counter, odd);
  const { exceptions } = await ask(BY_KIND, { id: counter.shop.locationId, open: true, code });
  expect(exceptions.nodes).toMatchObject([{ subject: odd, code }]);
  expect((await resolve(counter, exceptions.nodes[0])).userErrors).toEqual([]);
  expect(await found({ state: "WITH_EXCEPTIONS" })).toEqual([odd]);
});

const BY_KIND = `query ($id: ID!, $open: Boolean!, $code: ExceptionCode, $first: Int, $after: String) {
  exceptions(locationId: $id, open: $open, filter: { code: $code }, first: $first, after: $after) {
    nodes { subject code version } pageInfo { hasNextPage endCursor } } }`;

test("exceptions: lists one kind when the filter names it", async () => {
  const id = counter.shop.locationId;
  // Of two kinds, so that one is left out.
  await sync(counter, [
    saleInput(counter, { payments: [payment(counter, 1)] }),
    saleInput(counter, { payments: [payment(counter, 2)] }),
    saleInput(counter, { lines: [line({ unitPrice: "0.01" })], payments: [payment(counter, 1)] }),
  ]);
  await counter.api.reader.caughtUp();
  const all = (await ask(BY_KIND, { id, open: true, first: 100 })).exceptions.nodes.map(({ code }: Data) => code);
  expect(new Set(all).size).toBeGreaterThan(1);
  for (const code of new Set(all)) {
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const { exceptions }: Data = await ask(BY_KIND, { id, open: true, code, first: 1, after });
      listed.push(...exceptions.nodes.map((exception: Data) => exception.code));
      after = exceptions.pageInfo.hasNextPage ? exceptions.pageInfo.endCursor : null;
    } while (after !== null);
    expect(listed).toEqual(all.filter((one: string) => one === code));
  }
});

test("sales: counts a list when the filter has an index, and a longer one than 1,000 as more", async () => {
  const counted = async (filter: object) => (await ask(LIST, { filter, first: 1 })).sales.rowCount;
  const { clock, locationId } = counter.shop;
  const before = (await counted({})).atLeast;
  expect(await counted({ locationId })).toEqual({ atLeast: before, isExact: true });
  expect(await counted({ to: "2000-01-01" })).toEqual({ atLeast: 0, isExact: true });
  expect(await counted({ state: "REFUNDED" })).toBeNull();
  expect(await counted({ method: "CARD" })).toBeNull();
  expect(await counted({ customerId: clock.newId("cus") })).toEqual({ atLeast: 0, isExact: true });
  for (let batch = 0; batch < 10; batch++)
    await sync(
      counter,
      Array.from({ length: 100 }, () => saleInput(counter)),
    );
  await counter.api.reader.caughtUp();
  expect(await counted({})).toEqual({ atLeast: 1_000, isExact: false });
});
