import { createProduct } from "@pos/core/goods/catalog/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { type Counter, closeCounter, codeOf, line, openCounter, saleInput, sync } from "./counter.ts";

/** contract.md, "Pages". */
const ODD_SKUS = ["a", "B", "Z", "z", "é", "～", "𝄞", "SKU-0001b", "sku-0001"];
const WITHOUT_LEVEL = "SKU-NONE";
let counter: Counter;
/** All sales as the list must show them. */
let sold: string[];

beforeAll(async () => {
  counter = await openCounter({ variants: 30 });
  const { shop } = counter;
  const variants = [...ODD_SKUS, WITHOUT_LEVEL].map((sku) => ({ id: shop.clock.newId("var"), sku, unitPrice: "1" }));
  done(await createProduct(shop.owner, { id: shop.clock.newId("prd"), name: "Odd SKUs", variants }));
  await shop.stock("3");
  const stocked = variants
    .filter(({ sku }) => sku !== WITHOUT_LEVEL)
    .map(({ id }) => ({ variant: { id }, quantity: "1.5" }));
  const { errors } = await counter.api.call(
    "mutation ($input: RecordOpeningStockInput!) { recordOpeningStock(input: $input) { userErrors { code } } }",
    {
      variables: {
        input: {
          id: shop.clock.newId("ops"),
          locationId: shop.locationId,
          occurredAt: shop.clock.now(),
          lines: stocked,
        },
      },
      token: counter.owner,
    },
  );
  expect(errors).toBeUndefined();
  sold = await sellOverDays();
});
afterAll(() => closeCounter(counter));

/** 25 sales over four days, several at one instant, one with a clock that runs a year ahead, sent in no order. */
async function sellOverDays(): Promise<string[]> {
  const instants = Array.from(
    { length: 24 },
    (_, index) => `2026-06-${12 + (index % 4)}T0${5 + (index % 3)}:00:00.000Z`,
  );
  const sales = instants.map((occurredAt) => saleInput(counter, { occurredAt }));
  const ahead = saleInput(counter, { occurredAt: "2027-06-15T09:00:00.000Z" });
  const results = await sync(counter, [...sales.slice(12), ahead, ...sales.slice(0, 12)]);
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["RECORDED"]));
  await counter.api.reader.caughtUp();
  const keyed = [
    ...sales.map(({ id, occurredAt }) => ({ id, key: `${String(occurredAt).slice(0, 10)} ${occurredAt} ${id}` })),
    { id: ahead.id, key: `2026-06-15 2027-06-15T09:00:00.000Z ${ahead.id}` },
  ];
  return keyed.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ id }) => id);
}

const SALES = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: SaleFilter) {
  page: sales(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const LEVELS = `query ($location: ID!, $skus: [String!], $first: Int, $after: String) {
  page: stockLevels(locationId: $location, skus: $skus, first: $first, after: $after) {
    edges { cursor node { sku onHand } } nodes { sku onHand } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

function ask(query: string, variables: object = {}, token = counter.owner) {
  return counter.api.call(query, { variables: { location: counter.shop.locationId, ...variables }, token });
}

async function page(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  const { edges, nodes, pageInfo } = data.page;
  expect(edges.map(({ node }: Data) => node)).toEqual(nodes);
  expect(pageInfo).toMatchObject({
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  });
  return data.page;
}

const idsOf = ({ nodes }: Data): string[] => nodes.map(({ id }: Data) => id);

describe("sales", () => {
  test("run from new to old by business day, instant and id; 20 when neither first nor last is given", async () => {
    expect(idsOf(await page(SALES, { first: 100 }))).toEqual(sold);
    const plain = await page(SALES);
    expect(idsOf(plain)).toEqual(sold.slice(0, 20));
    expect(plain.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(idsOf(await page(SALES, { first: null, last: null, after: null, before: null, filter: null }))).toEqual(
      sold.slice(0, 20),
    );
  });

  test.each([1, 2, 5, 7, 24, 25, 26, 100])("walked forwards by %i, every sale comes once", async (first) => {
    const walked: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 30; pages++) {
      const next: Data = await page(SALES, { first, after });
      walked.push(...idsOf(next));
      expect(next.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(next.pageInfo.hasNextPage).toBe(walked.length < sold.length);
      if (!next.pageInfo.hasNextPage) break;
      after = next.pageInfo.endCursor;
    }
    expect(walked).toEqual(sold);
  });

  test.each([1, 3, 8, 25, 100])(
    "walked backwards by %i, every sale comes once, each page from new to old",
    async (last) => {
      const walked: string[] = [];
      let before: string | null = null;
      for (let pages = 0; pages < 30; pages++) {
        const next: Data = await page(SALES, { last, before });
        walked.unshift(...idsOf(next));
        expect(next.pageInfo.hasNextPage).toBe(before !== null);
        expect(next.pageInfo.hasPreviousPage).toBe(walked.length < sold.length);
        if (!next.pageInfo.hasPreviousPage) break;
        before = next.pageInfo.startCursor;
      }
      expect(walked).toEqual(sold);
    },
  );

  test("between two cursors lies what lies between them", async () => {
    const { edges } = await page(SALES, { first: 100 });
    const cursors = { after: edges[3].cursor, before: edges[10].cursor };
    expect(idsOf(await page(SALES, { first: 100, ...cursors }))).toEqual(sold.slice(4, 10));
    expect(idsOf(await page(SALES, { first: 2, ...cursors }))).toEqual(sold.slice(4, 6));
    expect(idsOf(await page(SALES, { last: 2, ...cursors }))).toEqual(sold.slice(8, 10));
    expect(idsOf(await page(SALES, { first: 5, after: edges[10].cursor, before: edges[3].cursor }))).toEqual([]);
    expect(idsOf(await page(SALES, { first: 5, after: edges[24].cursor }))).toEqual([]);
    expect(idsOf(await page(SALES, { last: 5, before: edges[0].cursor }))).toEqual([]);
    expect(idsOf(await page(SALES, { first: 3, before: edges[10].cursor }))).toEqual(sold.slice(0, 3));
    expect(idsOf(await page(SALES, { last: 3, after: edges[20].cursor }))).toEqual(sold.slice(22));
  });

  test("a new sale does not move the pages behind it", async () => {
    const first = await page(SALES, { first: 5 });
    const filter = { to: "2026-06-14" };
    const days = await page(SALES, { first: 3, filter });
    const rest = await page(SALES, { first: 100, filter, after: days.pageInfo.endCursor });
    expect([...idsOf(days), ...idsOf(rest)]).toEqual(sold.filter((id) => !idsOf(first).includes(id)).slice(-18));
  });
});

describe("what is malformed", () => {
  test.each<[string, object]>([
    ["0", { first: 0 }],
    ["a negative", { first: -1 }],
    ["more than 100", { first: 101 }],
    ["0 from the end", { last: 0 }],
    ["a negative from the end", { last: -5 }],
    ["more than 100 from the end", { last: 101 }],
    ["both", { first: 1, last: 1 }],
    ["a cursor of nobody", { after: "rubbish" }],
    ["an empty cursor", { after: "" }],
    ["a cursor of nobody from the end", { last: 1, before: "W10" }],
  ])("%s is BAD_REQUEST for sales", async (_name, variables) => {
    expect(codeOf(await ask(SALES, variables))).toBe("BAD_REQUEST");
  });

  test.each<[string, object]>([
    ["0", { first: 0 }],
    ["a negative", { first: -1 }],
    ["more than 100", { first: 101 }],
    ["a cursor of nobody", { after: "rubbish" }],
    ["101 SKUs", { skus: Array.from({ length: 101 }, (_, index) => `S${index}`) }],
  ])("%s is BAD_REQUEST for levels", async (_name, variables) => {
    expect(codeOf(await ask(LEVELS, variables))).toBe("BAD_REQUEST");
  });

  test("a cursor of another list, of another filter, of another location", async () => {
    const { shop } = counter;
    const level = (await page(LEVELS, { first: 1 })).pageInfo.endCursor;
    const sale = (await page(SALES, { first: 1 })).pageInfo.endCursor;
    const day = (await page(SALES, { first: 1, filter: { from: "2026-06-13" } })).pageInfo.endCursor;
    const cases: readonly [string, object][] = [
      [SALES, { after: level }],
      [SALES, { last: 1, before: level }],
      [SALES, { after: day }],
      [SALES, { after: sale, filter: { locationId: shop.locationId } }],
      [LEVELS, { after: sale }],
    ];
    for (const [query, variables] of cases) expect(codeOf(await ask(query, variables))).toBe("BAD_REQUEST");
    const location = shop.clock.newId("loc");
    done(await createLocation(shop.owner, { id: location, code: "TWO", name: "Two", timeZone: "Europe/London" }));
    expect(codeOf(await ask(LEVELS, { location, after: level }))).toBe("BAD_REQUEST");
    const exceptions = `query ($location: ID!, $open: Boolean, $after: String) {
      exceptions(locationId: $location, open: $open, after: $after) { edges { cursor } } }`;
    const [edge] = (await ask(exceptions)).data.exceptions.edges;
    expect((await ask(exceptions, { after: edge.cursor })).errors).toBeUndefined();
    expect(codeOf(await ask(exceptions, { after: edge.cursor, open: false }))).toBe("BAD_REQUEST");
    expect(codeOf(await ask(exceptions, { after: sale }))).toBe("BAD_REQUEST");
  });

  test("a cursor that somebody made up is malformed or finds nothing, never a bug", async () => {
    const { endCursor } = (await page(SALES, { first: 1 })).pageInfo;
    const [list] = JSON.parse(Buffer.from(endCursor, "base64url").toString()) as [string, string];
    for (const key of ["\0", "~~", "\ud800", "\ue000", "𝐀", "x".repeat(2000), " "]) {
      const cursor = Buffer.from(JSON.stringify([list, key])).toString("base64url");
      for (const variables of [{ after: cursor }, { last: 1, before: cursor }])
        expect([undefined, "BAD_REQUEST"]).toContain(codeOf(await ask(SALES, variables)));
    }
    const after = (await page(LEVELS, { first: 1 })).pageInfo.endCursor;
    const [levels] = JSON.parse(Buffer.from(after, "base64url").toString()) as [string, string];
    for (const key of ["\0", "\ud800", "\ue000", "𝐀".repeat(150), "x".repeat(2000)]) {
      const cursor = Buffer.from(JSON.stringify([levels, key])).toString("base64url");
      expect([undefined, "BAD_REQUEST"]).toContain(codeOf(await ask(LEVELS, { after: cursor })));
    }
  });
});

describe("levels", () => {
  const skusOf = ({ nodes }: Data): string[] => nodes.map(({ sku }: Data) => sku);
  const all = () =>
    [...ODD_SKUS, ...counter.shop.variants.map(({ sku }) => sku)].sort((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b)),
    );

  test("run by ascending SKU, by UTF-8 bytes and with case; what has no level is left out", async () => {
    const levels = await page(LEVELS, { first: 100 });
    expect(skusOf(levels)).toEqual(all());
    expect(skusOf(levels)).not.toContain(WITHOUT_LEVEL);
    expect(skusOf(levels).slice(-3)).toEqual(["é", "～", "𝄞"]);
    expect(skusOf(await page(LEVELS))).toEqual(all().slice(0, 20));
  });

  test.each([1, 7, 20, 38, 39, 40])("walked by %i, every level comes once", async (first) => {
    const walked: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 50; pages++) {
      const next: Data = await page(LEVELS, { first, after });
      walked.push(...skusOf(next));
      expect(next.pageInfo.hasNextPage).toBe(walked.length < 39);
      if (!next.pageInfo.hasNextPage) break;
      after = next.pageInfo.endCursor;
    }
    expect(walked).toEqual(all());
  });

  test("by SKU: only those that have a level, each once; none when none is asked for", async () => {
    const skus = ["z", "SKU-0002", "sku-0002", "SKU-0002", "NOBODY", WITHOUT_LEVEL, "", "Z", "x".repeat(65)];
    expect((await page(LEVELS, { skus, first: 100 })).nodes).toEqual([
      { sku: "SKU-0002", onHand: "3" },
      { sku: "Z", onHand: "1.5" },
      { sku: "z", onHand: "1.5" },
    ]);
    expect((await page(LEVELS, { skus: [] })).nodes).toEqual([]);
    const hundred = [...all(), ...Array.from({ length: 61 }, (_, index) => `NONE-${index}`)];
    expect(skusOf(await page(LEVELS, { skus: hundred, first: 100 }))).toEqual(all());
  });

  test("by SKU and by page", async () => {
    const skus = ["a", "B", "Z", "z"];
    const first = await page(LEVELS, { skus, first: 3 });
    expect([skusOf(first), first.pageInfo.hasNextPage]).toEqual([["B", "Z", "a"], true]);
    const rest = await page(LEVELS, { skus, first: 3, after: first.pageInfo.endCursor });
    expect([skusOf(rest), rest.pageInfo.hasNextPage]).toEqual([["z"], false]);
  });
});

test("exceptions run from new to old and page without a gap", async () => {
  const odd = Array.from({ length: 7 }, () => saleInput(counter, { lines: [line({ unitPrice: null })] }));
  for (const sale of odd) {
    counter.shop.clock.advance(1000);
    await sync(counter, [sale]);
  }
  await counter.api.reader.caughtUp();
  const query = `query ($location: ID!, $first: Int, $after: String) { page: exceptions(locationId: $location, first: $first, after: $after) {
    edges { cursor node { subject } } nodes { subject raisedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const { data } = await ask(query, { first: 100 });
  const whole = data.page.nodes.map(({ subject }: Data) => subject);
  expect(whole.slice(0, 7)).toEqual(odd.map(({ id }) => id).reverse());
  const walked: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 20; pages++) {
    const next: Data = (await ask(query, { first: 3, after })).data.page;
    walked.push(...next.nodes.map(({ subject }: Data) => subject));
    if (!next.pageInfo.hasNextPage) break;
    after = next.pageInfo.endCursor;
  }
  expect(walked).toEqual(whole);
  for (const first of [0, -1, 101]) expect(codeOf(await ask(query, { first }))).toBe("BAD_REQUEST");
});

test("sales over more than 50 locations need one: LOCATION_REQUIRED", async () => {
  const { shop } = counter;
  const { data } = await ask("{ locations { id } }");
  for (let count = data.locations.length; count < 50; count++) {
    const id = shop.clock.newId("loc");
    done(
      await createLocation(shop.owner, { id, code: `L${count}`, name: `Location ${count}`, timeZone: "Europe/London" }),
    );
  }
  expect((await page(SALES, { first: 100 })).nodes.length).toBeGreaterThanOrEqual(25);
  done(
    await createLocation(shop.owner, {
      id: shop.clock.newId("loc"),
      code: "L51",
      name: "One more",
      timeZone: "Europe/London",
    }),
  );
  expect(codeOf(await ask(SALES, { first: 1 }))).toBe("LOCATION_REQUIRED");
  expect(codeOf(await ask(SALES, { first: 1, filter: { from: "2026-06-01" } }))).toBe("LOCATION_REQUIRED");
  expect(
    (await page(SALES, { first: 100, filter: { locationId: shop.locationId } })).nodes.length,
  ).toBeGreaterThanOrEqual(25);
  expect((await ask(SALES, { first: 1 }, counter.terminal)).errors).toBeUndefined();
  const summary = `{ salesSummary(from: "2026-06-01", to: "2026-06-30") { saleCount } }`;
  expect((await ask(summary)).data.salesSummary.saleCount).toBeGreaterThanOrEqual(25);
});
