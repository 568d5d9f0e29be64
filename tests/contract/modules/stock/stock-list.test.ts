import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { type Counter, closeCounter, openCounter } from "../../api/counter.ts";

/** The list of levels: all tracked variants, what is out, what is low; and what a search finds. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ variants: 5 });
  await product("Mug", [
    { sku: "MUG-BLUE", name: "Blue", reorderPoint: "2", barcodes: ["5012345678900"] },
    { sku: "MUG-RED", name: "Red" },
    { sku: "MUG-GIFT", name: "Engraving", stocked: false },
  ]);
  await adjust("SKU-0001", "10");
  await adjust("SKU-0002", "-4");
  await adjust("SKU-0003", "1", "2.5");
});
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
  expect(errors).toBeUndefined();
  return data;
}

async function product(name: string, variants: readonly object[]): Promise<void> {
  const { clock } = counter.shop;
  const made = variants.map((variant) => ({ id: clock.newId("var"), unitPrice: "5", ...variant }));
  const input = { id: clock.newId("prd"), name, variants: made };
  const data = await ask(
    "mutation ($input: CreateProductInput!) { createProduct(input: $input) { userErrors { code } } }",
    { input },
  );
  expect(data.createProduct.userErrors).toEqual([]);
}

async function adjust(sku: string, quantity: string, unitCost?: string): Promise<void> {
  const { clock, locationId } = counter.shop;
  const lines = [{ variant: { sku }, quantity, ...(unitCost === undefined ? {} : { unitCost }) }];
  const input = { id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Test", lines };
  await ask("mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { code } } }", { input });
  await counter.api.reader.caughtUp();
}

const LEVELS = `query ($id: ID!, $state: StockState!, $categoryId: ID, $search: String, $first: Int, $after: String) {
  stockLevels(locationId: $id, filter: { state: $state, categoryId: $categoryId }, search: $search, first: $first, after: $after) {
    nodes { id sku onHand unitCost value { amount } } pageInfo { hasNextPage endCursor } } }`;

async function listed(state: string, more: object = {}): Promise<Data> {
  const { stockLevels } = await ask(LEVELS, { id: counter.shop.locationId, state, ...more });
  return stockLevels;
}

const shown = ({ nodes }: Data) => nodes.map(({ sku, onHand }: Data) => `${sku} ${onHand}`);

test("stockLevels: lists every tracked variant, also when it never moved (dashboard bug 6)", async () => {
  expect(shown(await listed("TRACKED"))).toEqual([
    ...["MUG-BLUE 0", "MUG-RED 0", "SKU-0001 10", "SKU-0002 -4", "SKU-0003 1", "SKU-0004 0", "SKU-0005 0"],
  ]);
});

test("stockLevels: lists a discontinued variant only while there is some of it", async () => {
  const discontinue = async (sku: string, isDiscontinued: boolean) => {
    const { variant } = await ask("query ($sku: String!) { variant(by: { sku: $sku }) { id version } }", { sku });
    const input = { variantId: variant.id, version: variant.version, isDiscontinued };
    const document = "mutation ($input: PatchVariantInput!) { patchVariant(input: $input) { userErrors { code } } }";
    expect((await ask(document, { input })).patchVariant.userErrors).toEqual([]);
  };
  for (const sku of ["SKU-0001", "SKU-0005"]) await discontinue(sku, true);
  const rows = shown(await listed("TRACKED"));
  expect(rows).toContain("SKU-0001 10");
  expect(rows).not.toContain("SKU-0005 0");
  for (const sku of ["SKU-0001", "SKU-0005"]) await discontinue(sku, false);
});

test("stockLevels: leaves out what has no level when no filter is given", async () => {
  const query = "query ($id: ID!) { stockLevels(locationId: $id) { nodes { sku onHand } } }";
  const { stockLevels } = await ask(query, { id: counter.shop.locationId });
  expect(shown(stockLevels)).toEqual(["SKU-0001 10", "SKU-0002 -4", "SKU-0003 1"]);
});

test.each([1, 2, 3])("stockLevels: returns every row once when the tracked are walked by %i", async (first) => {
  const whole = await listed("TRACKED");
  const walked: Data[] = [];
  let after: string | null = null;
  do {
    const page: Data = await listed("TRACKED", { first, after });
    walked.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(whole.nodes);
});

test("stockLevels: lists what is out, and what is low", async () => {
  expect(shown(await listed("OUT"))).toEqual(["MUG-BLUE 0", "MUG-RED 0", "SKU-0002 -4", "SKU-0004 0", "SKU-0005 0"]);
  expect(shown(await listed("LOW"))).toEqual(["MUG-BLUE 0"]);
  expect(shown(await listed("NEGATIVE"))).toEqual(["SKU-0002 -4"]);
  expect(shown(await listed("UNRECORDED"))).toEqual(["MUG-BLUE 0", "MUG-RED 0", "SKU-0004 0", "SKU-0005 0"]);
});

test("stockLevels: lists what is in a category, and nothing for one that is unknown", async () => {
  const categoryId = counter.shop.clock.newId("cat");
  const create = "mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { userErrors { code } } }";
  await ask(create, { input: { id: categoryId, name: "Kitchen" } });
  const { products } = await ask(`{ products(search: "mug") { nodes { id version } } }`);
  const [{ id: productId, version }] = products.nodes;
  const patch = "mutation ($input: PatchProductInput!) { patchProduct(input: $input) { userErrors { code } } }";
  expect((await ask(patch, { input: { productId, version, categoryId } })).patchProduct.userErrors).toEqual([]);
  expect(shown(await listed("TRACKED", { categoryId }))).toEqual(["MUG-BLUE 0", "MUG-RED 0"]);
  expect(shown(await listed("LOW", { categoryId }))).toEqual(["MUG-BLUE 0"]);
  expect(shown(await listed("TRACKED", { categoryId: "of no form" }))).toEqual([]);
});

test.each([
  ["blue", ["MUG-BLUE 0"]],
  ["mug", ["MUG-BLUE 0", "MUG-RED 0"]],
  ["mug red", ["MUG-RED 0"]],
  ["5012345678900", ["MUG-BLUE 0"]],
  ["MUG-RED", ["MUG-RED 0"]],
])("stockLevels: lists only the variants that match when %s is searched", async (search, expected) => {
  expect(shown(await listed("TRACKED", { search }))).toEqual(expected);
});

test("stockLevels: shows the value at cost, and each level by its id", async () => {
  const { nodes } = await listed("TRACKED");
  const bySku = new Map<string, Data>(nodes.map((node: Data) => [node.sku, node]));
  expect(bySku.get("SKU-0003")).toMatchObject({ unitCost: "2.5", value: { amount: 250 } });
  expect(bySku.get("MUG-RED")).toMatchObject({ unitCost: null, value: { amount: 0 } });
  const query = "query ($id: ID!) { node(id: $id) { ... on StockLevel { sku onHand } } }";
  expect((await ask(query, { id: bySku.get("MUG-RED")?.id })).node).toEqual({ sku: "MUG-RED", onHand: "0" });
});

test("lowStock: lists what is missing most first (dashboard bug 25)", async () => {
  const points = { "SKU-0001": "40", "SKU-0002": "5", "SKU-0003": "4", "SKU-0004": "200" };
  const query = "query ($id: ID!) { lowStock(locationId: $id) { onHand variant { sku } } }";
  for (const [sku, reorderPoint] of Object.entries(points)) {
    const { variant } = await ask("query ($sku: String!) { variant(by: { sku: $sku }) { id version } }", { sku });
    const input = { variantId: variant.id, version: variant.version, reorderPoint };
    await ask("mutation ($input: PatchVariantInput!) { patchVariant(input: $input) { userErrors { code } } }", {
      input,
    });
  }
  const { lowStock } = await ask(query, { id: counter.shop.locationId });
  const rows = lowStock.map(({ onHand, variant }: Data) => `${variant.sku} ${onHand}`);
  expect(rows).toEqual(["SKU-0002 -4", "MUG-BLUE 0", "SKU-0004 0", "SKU-0001 10", "SKU-0003 1"]);
});
