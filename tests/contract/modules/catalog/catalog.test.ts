import { present } from "@pos/core/base/result.ts";
import { productNamesPk, variantKey } from "@pos/core/goods/catalog/records.ts";
import { itemsOf } from "@pos/core/table/port/port.ts";
import { renewRecords } from "@pos/functions/jobs/renew.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  line,
  openCounter,
  payment,
  refusals,
  saleInput,
  sync,
} from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({});
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

const ANSWERS = {
  createCategory: "category { id name version isDiscontinued }",
  updateCategory: "category { id name version isDiscontinued }",
  createProduct: "product { id name version isDiscontinued variants { id sku name title version } }",
  patchProduct: "product { id name version isDiscontinued variants { id sku name title version isDiscontinued } }",
  addVariant: "variant { id name title }",
  patchVariant: "variant { id name title version isDiscontinued }",
} as const;

async function mutate(field: keyof typeof ANSWERS, input: Fields): Promise<Data> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${ANSWERS[field]} userErrors { code path } } }`;
  return (await ask(document, { input }))[field];
}

let skus = 0;
function newVariant(fields: Fields = {}) {
  return { id: counter.shop.clock.newId("var"), sku: `MOD-${++skus}`, unitPrice: "2", ...fields };
}

async function newProduct(name: string, variants: readonly Fields[] = [{}], fields: Fields = {}): Promise<Data> {
  counter.shop.clock.advance(1);
  const input = { id: counter.shop.clock.newId("prd"), name, variants: variants.map(newVariant), ...fields };
  const answer = await mutate("createProduct", input);
  expect(answer.userErrors).toEqual([]);
  return answer.product;
}

async function newCategory(name: string): Promise<Data> {
  return (await mutate("createCategory", { id: counter.shop.clock.newId("cat"), name })).category;
}

async function titlesOf(productId: string): Promise<string[]> {
  const { product } = await ask("query ($id: ID!) { product(id: $id) { variants { title } } }", { id: productId });
  return product.variants.map(({ title }: Data) => title);
}

async function listed(args: string): Promise<string[]> {
  const { products } = await ask(`{ products(first: 100, ${args}) { nodes { name } } }`);
  return products.nodes.map(({ name }: Data) => name);
}

async function lowTitles(): Promise<string[]> {
  const { lowStockPage } = await ask(
    "query ($filter: LowStockFilter!) { lowStockPage(filter: $filter, first: 100) { nodes { variant { title } } } }",
    { filter: { locationId: counter.shop.locationId } },
  );
  return lowStockPage.nodes.map(({ variant }: Data) => variant.title);
}

const sold = (variantId: string) => ({ lines: [line({ variant: { id: variantId }, unitPrice: "2" })] });

describe("Variant.title", () => {
  test("createProduct: has product and variant when the names are apart (dashboard bug 8)", async () => {
    const { id, variants } = await newProduct("Mug", [{ name: "Blue" }, { name: "mug, red" }, { name: "MUG" }]);
    expect(await titlesOf(id)).toEqual(["Mug – Blue", "Mug – mug, red", "MUG"]);
    const sale = await complete(
      counter,
      saleInput(counter, { ...sold(variants[0].id), payments: [payment(counter, 200)] }),
    );
    expect(sale.sale.lines[0].description).toBe("Mug – Blue");
  });

  test("addVariant: gives the first variant its own name back when a second one is added", async () => {
    const { id } = await newProduct("Bowl", [{ name: "White" }]);
    expect(await titlesOf(id)).toEqual(["Bowl"]);
    const added = await mutate("addVariant", { productId: id, variant: newVariant({ name: "Bowl, black" }) });
    expect(added.userErrors).toEqual([]);
    expect(await titlesOf(id)).toEqual(["Bowl – White", "Bowl – Bowl, black"]);
  });

  test("patchProduct, patchVariant: follows both names", async () => {
    const { id, version, variants } = await newProduct("Cup", [{ name: "S" }, { name: "L" }]);
    await mutate("patchProduct", { productId: id, version, name: "Beaker" });
    expect(await titlesOf(id)).toEqual(["Beaker – S", "Beaker – L"]);
    const changed = await mutate("patchVariant", { variantId: variants[1].id, version: 2, name: "XL" });
    expect(changed.variant.title).toBe("Beaker – XL");
  });

  test("createProduct: has at most 200 characters when both names are long", async () => {
    const { id } = await newProduct("P".repeat(200), [{ name: "V".repeat(150) }, { name: "W".repeat(200) }]);
    const [first = "", second = ""] = await titlesOf(id);
    expect([first.length, first.slice(-153), second]).toEqual([200, ` – ${"V".repeat(150)}`, "W".repeat(200)]);
  });

  test("renewRecords: gives titles and entries in the lists to what older programs stored", async () => {
    const { table, clock, merchantId } = counter.shop;
    const category = await newCategory("Old things");
    const { id, variants } = await newProduct("Jug", [{ name: "1 l" }, { name: "2 l" }], { categoryId: category.id });
    for (const { id: variantId } of variants) {
      const { title: _, ...older } = present(await table.get(variantKey(merchantId, variantId)), "a variant");
      await table.write({ op: "put", item: older });
    }
    for await (const { pk, sk } of itemsOf(table, productNamesPk(merchantId, category.id)))
      await table.write({ op: "delete", key: { pk, sk } });
    expect([await titlesOf(id), await listed(`filter: { categoryId: "${category.id}" }`)]).toEqual([
      ["1 l", "2 l"],
      [],
    ]);
    await table.write({ op: "delete", key: { pk: `${merchantId}#RENEWED`, sk: "RENEWED" } });
    await renewRecords({ table, clock });
    expect(await titlesOf(id)).toEqual(["Jug – 1 l", "Jug – 2 l"]);
    expect(await listed(`filter: { categoryId: "${category.id}" }`)).toEqual(["Jug"]);
  });
});

describe("products", () => {
  test("lists a category, what has none, and what is discontinued when asked", async () => {
    const [toys, books] = [await newCategory("Toys"), await newCategory("Books")];
    const ball = await newProduct("Ball", [{}], { categoryId: toys.id });
    await newProduct("Kite", [{}], { categoryId: toys.id });
    await newProduct("Atlas", [{}], { categoryId: books.id });
    await newProduct("Yarn");
    const ofToys = `filter: { categoryId: "${toys.id}" }`;
    expect(await listed(ofToys)).toEqual(["Ball", "Kite"]);
    expect(await listed(`${ofToys}, sort: NAME_DESCENDING`)).toEqual(["Kite", "Ball"]);
    expect(await listed(`${ofToys}, sort: NEWEST`)).toEqual(["Kite", "Ball"]);
    expect(await listed(`${ofToys}, search: "ki"`)).toEqual(["Kite"]);
    expect(await listed(`filter: { categoryId: "DISCONTINUED" }`)).toEqual([]);
    const none = await listed("filter: { isUncategorized: true }");
    expect([none.includes("Yarn"), none.includes("Ball")]).toEqual([true, false]);
    await mutate("patchProduct", { productId: ball.id, version: 1, categoryId: books.id });
    expect([await listed(ofToys), await listed(`filter: { categoryId: "${books.id}" }`)]).toEqual([
      ["Kite"],
      ["Atlas", "Ball"],
    ]);
    const { categoriesPage } = await ask("{ categoriesPage(first: 100, sort: NAME) { nodes { name productCount } } }");
    expect(categoriesPage.nodes.filter(({ name }: Data) => name === "Toys" || name === "Books")).toEqual([
      { name: "Books", productCount: 2 },
      { name: "Toys", productCount: 1 },
    ]);
  });

  test("pages show each product once in every order", async () => {
    for (const sort of ["NAME", "NAME_DESCENDING", "NEWEST"]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { products }: Data = await ask(
          `query ($after: String) { products(first: 3, sort: ${sort}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        seen.push(...products.nodes.map(({ id }: Data) => id));
        after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null;
      } while (after !== null);
      const all = await listed(`sort: ${sort}`);
      expect([sort, new Set(seen).size, seen.length]).toEqual([sort, all.length, all.length]);
    }
  });
});

describe("discontinuing", () => {
  test("patchProduct: hides the product, and sells it no more, until it is restored", async () => {
    const { id, variants } = await newProduct("Lantern", [{ name: "Small", reorderPoint: "5" }, { name: "Large" }]);
    const [{ id: variantId }] = variants;
    expect(await lowTitles()).toContain("Lantern – Small");
    const discontinued = await mutate("patchProduct", { productId: id, version: 1, isDiscontinued: true });
    expect(await lowTitles()).not.toContain("Lantern – Small");
    expect(discontinued.product).toMatchObject({ isDiscontinued: true, variants: [{ isDiscontinued: true }, {}] });
    const again = await mutate("patchProduct", { productId: id, version: 1, isDiscontinued: true });
    expect([again.userErrors, again.product.version]).toEqual([[], 2]);
    expect([await listed('search: "lantern"'), await listed("sort: NAME")].flat()).not.toContain("Lantern");
    expect(await listed('filter: { isDiscontinued: true }, search: "lantern"')).toEqual(["Lantern"]);
    expect(await listed("filter: { isDiscontinued: true }")).toContain("Lantern");
    const refused = await complete(
      counter,
      saleInput(counter, { ...sold(variantId), payments: [payment(counter, 200)] }),
    );
    expect(refusals(refused)).toEqual([["VARIANT_DISCONTINUED", "input.lines.0.variant"]]);
    await mutate("patchProduct", { productId: id, version: 2, isDiscontinued: false });
    expect(await listed('search: "lantern"')).toEqual(["Lantern"]);
    const sale = await complete(counter, saleInput(counter, { ...sold(variantId), payments: [payment(counter, 200)] }));
    expect([refusals(sale), sale.sale.lines[0].description]).toEqual([[], "Lantern – Small"]);
  });

  test("patchVariant: hides one variant and no other", async () => {
    const { id, variants } = await newProduct("Candle", [{ name: "Red" }, { name: "Green" }]);
    const gone = await mutate("patchVariant", { variantId: variants[0].id, version: 1, isDiscontinued: true });
    expect(gone.variant).toMatchObject({ isDiscontinued: true, title: "Candle – Red", version: 2 });
    const { product } = await ask(
      "query ($id: ID!) { product(id: $id) { variants { name } all: variants(includeDiscontinued: true) { name } } }",
      { id },
    );
    expect(product).toEqual({ variants: [{ name: "Green" }], all: [{ name: "Red" }, { name: "Green" }] });
    const input = saleInput(counter, { ...sold(variants[0].id), payments: [payment(counter, 200)] });
    expect(refusals(await complete(counter, input))).toEqual([["VARIANT_DISCONTINUED", "input.lines.0.variant"]]);
  });

  test("syncSales: records an exception when the variant was discontinued before the sale, and none otherwise", async () => {
    const { clock } = counter.shop;
    const { id, variants } = await newProduct("Torch");
    const before = saleInput(counter, { ...sold(variants[0].id), payments: [payment(counter, 200)] });
    clock.advance(60_000);
    await mutate("patchProduct", { productId: id, version: 1, isDiscontinued: true });
    clock.advance(60_000);
    const after = saleInput(counter, { ...sold(variants[0].id), payments: [payment(counter, 200)] });
    const results = await sync(counter, [before, after]);
    expect(results.map(({ status }) => status)).toEqual(["RECORDED", "RECORDED"]);
    expect([await exceptionsOf(counter, before.id), await exceptionsOf(counter, after.id)]).toEqual([
      [],
      ["VARIANT_DISCONTINUED"],
    ]);
  });

  test("updateCategory: renames and hides a category, whose products keep it", async () => {
    const category = await newCategory("Seasonal");
    const { id } = await newProduct("Wreath", [{}], { categoryId: category.id });
    const names = async (args: string) =>
      (await ask(`{ categoriesPage(first: 100, ${args}) { nodes { name } } }`)).categoriesPage.nodes.map(
        ({ name }: Data) => name,
      );
    const renamed = await mutate("updateCategory", { categoryId: category.id, version: 1, name: " Winter " });
    expect(renamed.category).toEqual({ id: category.id, name: "Winter", version: 2, isDiscontinued: false });
    const repeated = await mutate("updateCategory", { categoryId: category.id, version: 1, name: "Winter" });
    expect([repeated.userErrors, repeated.category.version]).toEqual([[], 2]);
    expect((await mutate("updateCategory", { categoryId: category.id, version: 1, name: "Late" })).userErrors).toEqual([
      { code: "VERSION_CONFLICT", path: ["input", "version"] },
    ]);
    await mutate("updateCategory", { categoryId: category.id, version: 2, isDiscontinued: true });
    expect([await names("sort: NAME"), await names("sort: ID")].flat()).not.toContain("Winter");
    expect(await names("filter: { isDiscontinued: true }")).toContain("Winter");
    const { product } = await ask("query ($id: ID!) { product(id: $id) { category { name isDiscontinued } } }", { id });
    expect(product.category).toEqual({ name: "Winter", isDiscontinued: true });
    await mutate("updateCategory", { categoryId: category.id, version: 3, isDiscontinued: false });
    expect(await names("sort: NAME")).toContain("Winter");
  });
});

test("similarSkus: names what differs in case or width alone, and nothing else (dashboard bug 9)", async () => {
  await newProduct("Paint", [{ sku: "PT-blue" }, { sku: "PT-BLUE" }, { sku: "PT-BLUES" }]);
  const { similarSkus } = await ask(
    '{ similarSkus(skus: ["pt-blue", "ＰＴ-BLUE", "PT-GREEN", "?"]) { sku variant { sku } } }',
  );
  expect(similarSkus.map(({ sku, variant }: Data) => `${sku} ${variant.sku}`).sort()).toEqual([
    "pt-blue PT-BLUE",
    "pt-blue PT-blue",
    "ＰＴ-BLUE PT-BLUE",
    "ＰＴ-BLUE PT-blue",
  ]);
});

test("addVariant: adds up to 200 variants, which follow their product's changes", { timeout: 60_000 }, async () => {
  const category = await newCategory("Shirts");
  const { id } = await newProduct("Shirt", [{ name: "Size 0" }]);
  for (let size = 1; size < 200; size++) {
    const added = await mutate("addVariant", { productId: id, variant: newVariant({ name: `Size ${size}` }) });
    if (added.userErrors.length > 0) expect([size, added.userErrors]).toEqual([size, []]);
  }
  const more = await mutate("addVariant", { productId: id, variant: newVariant() });
  expect(more.userErrors).toEqual([{ code: "INVALID_VARIANTS", path: ["input", "variant"] }]);
  expect(await listed('search: "size 199"')).toEqual(["Shirt"]);
  const change = { productId: id, version: 200, name: "Tee", categoryId: category.id, isDiscontinued: true };
  const { userErrors, product } = await mutate("patchProduct", change);
  expect([userErrors, product.version, product.variants.length]).toEqual([[], 201, 200]);
  expect(product.variants.filter(({ isDiscontinued }: Data) => isDiscontinued)).toHaveLength(200);
  expect((await titlesOf(id)).at(-1)).toBe("Tee – Size 199");
});
