import { createCategory, createProduct } from "@pos/core/goods/catalog/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import type { Key, Table } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { type Counter, closeCounter, openCounter } from "./counter.ts";

/** What leads from one thing to another: read together for a whole page. */
let counter: Counter;
const reads: (readonly Key[])[] = [];

function recordingReads(table: Table): Table {
  return {
    ...table,
    get(key) {
      reads.push([key]);
      return table.get(key);
    },
    batchGet(keys) {
      reads.push(keys);
      return table.batchGet(keys);
    },
  };
}

beforeAll(async () => {
  counter = await openCounter({ wrap: recordingReads, variants: 12 });
  const { shop } = counter;
  for (const code of ["A", "B", "C", "D"]) {
    const location = { id: shop.clock.newId("loc"), code, name: `Shop ${code}`, timeZone: "Europe/London" };
    done(await createLocation(shop.owner, location));
    const terminal = { id: shop.clock.newId("trm"), code, name: `Terminal ${code}`, locationId: location.id };
    done(await createTerminal(shop.owner, terminal));
  }
});
afterAll(() => closeCounter(counter));
beforeEach(() => {
  reads.length = 0;
});

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

/** The reads of records of one kind: each a list of keys that were read together. */
function readsOf(kind: string): number[] {
  return reads
    .filter((keys) => keys.some(({ pk, sk }) => `${pk}#${sk}`.includes(`#${kind}`)))
    .map((keys) => keys.length);
}

test("terminals: read the locations of all terminals at once", async () => {
  const { terminals } = await ask("{ terminals { id location { id name } } }");
  expect(terminals.map(({ location }: Data) => location.name)).toEqual(
    expect.arrayContaining(["Shop A", "Shop B", "Shop C", "Shop D"]),
  );
  expect(readsOf("LOCATION")).toEqual([5]);
});

test("products: read categories, variants and their products of a page at once", async () => {
  const { shop } = counter;
  const categories = ["c1", "c2", "c3"].map((name) => ({ id: shop.clock.newId("cat"), name }));
  for (const [index, category] of categories.entries()) {
    done(await createCategory(shop.owner, category));
    const variants = ["a", "b"].map((size) => {
      const id = shop.clock.newId("var");
      return { id, sku: `${size}-${id}`, unitPrice: "1", unitCost: "0.4" };
    });
    const product = { id: shop.clock.newId("prd"), name: `Edge ${index}`, categoryId: category.id, variants };
    done(await createProduct(shop.owner, product));
  }
  reads.length = 0;
  const query = `{ products(search: "edge") { nodes { id category { name } taxCode { rate } variants { id product { id name } } } } }`;
  const { products } = await ask(query);
  expect(products.nodes.map(({ category }: Data) => category.name).sort()).toEqual(["c1", "c2", "c3"]);
  for (const { id, variants } of products.nodes)
    expect(variants.map(({ product }: Data) => product.id)).toEqual([id, id]);
  expect(readsOf("CATEGORY")).toEqual([3]);
  expect(readsOf("VARIANT")).toEqual([6]);
  expect(readsOf("TAXES")).toHaveLength(1);
  // The list itself reads products one by one; what the variants refer to is one more read.
  expect(readsOf("PRODUCT")).toEqual([1, 1, 1, 3]);
});

test("variant.product: is readable by every caller, the cost of its variants with the permission only", async () => {
  const query = `{ variant(by: { sku: "SKU-0001" }) { product { name variants { sku unitCost } } } }`;
  const mine = (await ask(query)).variant.product.variants[0];
  expect(mine).toEqual({ sku: "SKU-0001", unitCost: expect.any(String) });
  expect((await ask(query, {}, counter.cashier)).variant.product.variants[0]).toEqual({
    sku: "SKU-0001",
    unitCost: null,
  });
});

test("variant.product: is refused when a document asks for variants within variants", async () => {
  const query = `{ products { nodes { variants { product { variants { id } } } } } }`;
  const { errors } = await counter.api.call(query, { token: counter.owner });
  expect(errors?.[0]).toMatchObject({
    message: "The operation asks for a list of Variant within another.",
    extensions: { code: "TOO_COMPLEX" },
  });
});
