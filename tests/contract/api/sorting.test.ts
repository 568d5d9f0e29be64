import { createLocation } from "@pos/core/people/location/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { type Counter, closeCounter, codeOf, openCounter, saleInput, sync } from "./counter.ts";

/** Lists in an order that is asked for: over all rows, page by page, each row once. */
let counter: Counter;
const PRICES = ["5.00", "1.00", "12.00", "1.00", "7.50"];
const NAMES = ["zoe", "Ada", "Ben", "ada", "周杰"];
let secondLocation: string;

beforeAll(async () => {
  counter = await openCounter({ variants: 6 });
  const { shop } = counter;
  const sales = PRICES.map((unitPrice, index) =>
    saleInput(counter, {
      occurredAt: `2026-06-1${index}T08:00:00.000Z`,
      lines: [{ description: "Open", quantity: "1", unitPrice }],
      payments: [{ id: shop.clock.newId("pay"), method: "CARD", amount: Math.round(Number(unitPrice) * 100) }],
    }),
  );
  for (const { status } of await sync(counter, sales)) expect(status).toBe("RECORDED");
  for (const name of NAMES) {
    shop.clock.advance(1000);
    await write("CreateCustomer", { id: shop.clock.newId("cus"), name });
  }
  secondLocation = shop.clock.newId("loc");
  const [code, name, timeZone] = ["TWO", "Two", "Europe/London"];
  done(await createLocation(shop.owner, { id: secondLocation, code, name, timeZone }));
  for (const [index, quantity] of ["4", "-2", "9", "-7"].entries()) {
    shop.clock.advance(1000);
    await adjust(index % 2 === 0 ? shop.locationId : secondLocation, index, quantity);
    await adjust(shop.locationId, index, quantity);
  }
  await counter.api.reader.caughtUp();
});
afterAll(() => closeCounter(counter));

async function adjust(locationId: string, index: number, quantity: string): Promise<void> {
  const { clock, variants } = counter.shop;
  const lines = [{ variant: { sku: variants[index]?.sku }, quantity }];
  await write("AdjustStock", { id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Test", lines });
}

async function write(name: string, input: object): Promise<void> {
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  const query = `mutation ($input: ${name}Input!) { ${field}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await counter.api.call(query, { variables: { input }, token: counter.owner });
  expect([errors, data?.[field].userErrors]).toEqual([undefined, []]);
}

const ask = (query: string, variables: object = {}, token = counter.owner) =>
  counter.api.call(query, { variables, token });

/** All rows of a list, two at a time. */
async function walked(list: string, node: string, sort: string): Promise<Data[]> {
  const at = `"${counter.shop.locationId}"`;
  const asked = list.replace("$location", at).replace("SORT", `first: 2, after: $after, sort: ${sort}`);
  const query = `query ($after: String) { page: ${asked} { nodes { ${node} } pageInfo { hasNextPage endCursor } } }`;
  const rows: Data[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Data = await ask(query, { after });
    expect(errors).toBeUndefined();
    rows.push(...data.page.nodes);
    after = data.page.pageInfo.hasNextPage ? data.page.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

describe("sales", () => {
  const totals = async (sort: string) =>
    (await walked("sales(SORT)", "total { amount }", sort)).map(({ total }) => total.amount);

  test.each([
    ["TOTAL", [100, 100, 500, 750, 1200]],
    ["TOTAL_DESCENDING", [1200, 750, 500, 100, 100]],
    ["OLDEST", [500, 100, 1200, 100, 750]],
    ["NEWEST", [750, 100, 1200, 100, 500]],
  ])("%s: is the order of all of them, page by page", async (sort, expected) => {
    expect(await totals(sort)).toEqual(expected);
  });

  test("RECEIPT: counts as people do, at each register", async () => {
    const numbers = (await walked("sales(SORT)", "receiptNumber", "RECEIPT")).map((sale) => sale.receiptNumber);
    const backwards = (await walked("sales(SORT)", "receiptNumber", "RECEIPT_DESCENDING")).map(
      (sale) => sale.receiptNumber,
    );
    expect(numbers).toHaveLength(PRICES.length);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
    expect(backwards).toEqual(numbers.toReversed());
  });

  test("a cursor of one order is none of another, and an order that reads all is read forwards", async () => {
    const first = `{ sales(first: 1, sort: TOTAL) { pageInfo { endCursor } } }`;
    const after = (await ask(first)).data.sales.pageInfo.endCursor;
    const next = (sort: string) =>
      ask(`query ($after: String) { sales(after: $after, sort: ${sort}) { nodes { id } } }`, { after });
    expect((await next("TOTAL")).errors).toBeUndefined();
    expect(codeOf(await next("TOTAL_DESCENDING"))).toBe("BAD_REQUEST");
    expect(codeOf(await ask("{ sales(last: 1, sort: TOTAL) { nodes { id } } }"))).toBe("BAD_REQUEST");
  });
});

describe("customers", () => {
  test.each([
    ["NAME", ["Ada", "ada", "Ben", "zoe", "周杰"]],
    ["NAME_DESCENDING", ["周杰", "zoe", "Ben", "Ada", "ada"]],
    ["OLDEST", NAMES],
    ["NEWEST", NAMES.toReversed()],
  ])("%s: is the order of all of them, page by page", async (sort, names) => {
    expect((await walked("customers(SORT)", "name", sort)).map(({ name }) => name)).toEqual(names);
  });

  test("NAME: sorts what a search finds", async () => {
    expect((await walked('customers(search: "ada", SORT)', "name", "NAME_DESCENDING")).map(({ name }) => name)).toEqual(
      ["Ada", "ada"],
    );
  });
});

describe("stock", () => {
  const LIST = "stockLevels(locationId: $location, filter: { state: TRACKED }, SORT)";
  const onHand = async (sort: string) => (await walked(LIST, "onHand", sort)).map((level) => Number(level.onHand));

  test("ON_HAND: is by what is there, also what was never there", async () => {
    const levels = await onHand("ON_HAND");
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect([levels.at(0), levels.at(-1), levels.length]).toEqual([-7, 18, 6]);
    expect(await onHand("ON_HAND_DESCENDING")).toEqual(levels.toSorted((a, b) => b - a));
  });

  test("NAME: is by the name of product and variant", async () => {
    const titles = (await walked(LIST, "variant { title }", "NAME")).map(({ variant }) => variant.title);
    expect(titles).toEqual(titles.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(new Set(titles).size).toBe(6);
  });

  test("VALUE: is refused to those who may not see costs", async () => {
    const query = "query ($location: ID!) { stockLevels(locationId: $location, sort: VALUE) { nodes { sku } } }";
    const variables = { location: counter.shop.locationId };
    expect((await ask(query, variables)).errors).toBeUndefined();
    expect(codeOf(await ask(query, variables, counter.cashier))).toBe("FORBIDDEN");
  });
});

describe("exceptions", () => {
  const LIST = `query ($at: ID, $after: String, $first: Int, $filter: ExceptionFilter) {
    exceptions(locationId: $at, first: $first, after: $after, filter: $filter) {
      nodes { subject raisedAt location { id } } pageInfo { hasNextPage endCursor } } }`;

  test.each([1, 2, 100])("without a location: those of all, the newest first, %i at a time", async (first) => {
    const of = async (at: string | null) => (await ask(LIST, { at, first: 100 })).data.exceptions.nodes;
    const all = [...(await of(counter.shop.locationId)), ...(await of(secondLocation))];
    expect(new Set(all.map(({ location }: Data) => location.id)).size).toBe(2);
    for (const filter of [null, { code: "STOCK_NEGATIVE" }]) {
      const rows: Data[] = [];
      let after: string | null = null;
      do {
        const { data }: Data = await ask(LIST, { first, after, filter });
        rows.push(...data.exceptions.nodes);
        after = data.exceptions.pageInfo.hasNextPage ? data.exceptions.pageInfo.endCursor : null;
      } while (after !== null);
      const wanted = filter === null ? all : all.filter(({ subject }: Data) => subject.includes("."));
      expect(rows.map(({ raisedAt }) => raisedAt)).toEqual(
        wanted.map(({ raisedAt }: Data) => raisedAt).toSorted((a, b) => (a < b ? 1 : -1)),
      );
      expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(wanted.map(({ subject }: Data) => subject)));
    }
  });
});
