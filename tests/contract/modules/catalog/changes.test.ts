import { createCategory, createProduct, patchProduct, patchVariant } from "@pos/core/goods/catalog/index.ts";
import { createTaxCode } from "@pos/core/goods/tax/index.ts";
import { headKey } from "@pos/core/ledger/index.ts";
import type { Table, Write } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done } from "../../../support/shop.ts";
import { type Counter, closeCounter, openCounter } from "../../api/counter.ts";
import { type Ask, type Copy, loadCopy, updateCopy } from "./copy.ts";

const DAY = 86_400_000;

/** A terminal keeps a copy of the catalogue. */
describe("catalogSnapshot, catalogChanges", () => {
  let counter: Counter;
  let copy: Copy;
  const written: Write[][] = [];
  beforeAll(async () => {
    counter = await openCounter({ variants: 900, wrap: (table) => noting(table, written) });
    copy = await loadCopy(ask);
  });
  afterAll(() => closeCounter(counter));

  const ask: Ask = async (query, variables = {}) => {
    const { data, errors } = await counter.api.call(query, { variables, token: counter.terminal });
    expect(errors).toBeUndefined();
    return data;
  };
  async function update(): Promise<Copy> {
    const next = await updateCopy(ask, copy);
    if (!next) throw new Error("The copy must be loaded again");
    copy = next;
    return next;
  }
  const newProduct = (name: string, variants = 1) => {
    const { clock } = counter.shop;
    const made = Array.from({ length: variants }, () => {
      const id = clock.newId("var");
      return { id, sku: id.slice(-12), unitPrice: "2" };
    });
    return { id: clock.newId("prd"), name, variants: made };
  };

  test("catalogSnapshot: brings every variant once, over several pages, without costs", async () => {
    const variants = [...copy.records.values()].flatMap((record) => record.variants ?? []);
    expect(variants.map(({ id }) => id).sort()).toEqual(counter.shop.variants.map(({ id }) => id).sort());
    const { catalogSnapshot: first } = await ask(
      "{ catalogSnapshot { next productCount products { id variants { id unitCost } } categories { id } } }",
    );
    expect(first.next).not.toBeNull();
    expect(first.productCount).toBe(45);
    expect(first.products.length).toBeLessThan(45);
    const operator = { token: counter.manager };
    const answer = await counter.api.call(
      `{ catalogSnapshot(after: "${first.next}") { products { id } categories { id } taxCodes { id } } }`,
      operator,
    );
    expect(answer.data.catalogSnapshot.categories).toEqual([]);
    expect(answer.data.catalogSnapshot.taxCodes).toEqual([]);
    expect(answer.data.catalogSnapshot.products.length).toBeGreaterThan(0);
    expect(first.products[0].variants[0].unitCost).toBeNull();
  });

  test("catalogChanges: brings products, variants, categories and tax codes when they were created or changed", async () => {
    const { owner } = counter.shop;
    const category = done(await createCategory(owner, { id: owner.clock.newId("cat"), name: "Teas" }));
    const taxCode = done(await createTaxCode(owner, { id: owner.clock.newId("tax"), name: "Zero", rate: "0" }));
    const input = newProduct("Green tea", 2);
    const product = done(await createProduct(owner, input));
    await update();
    expect(copy.records.get(category.id)).toEqual({ id: category.id, name: "Teas" });
    expect(copy.records.get(taxCode.id)).toEqual(taxCode);
    expect(copy.records.get(product.id)?.variants).toHaveLength(2);
    done(
      await patchProduct(owner, { productId: product.id, version: 1, categoryId: category.id, taxCodeId: taxCode.id }),
    );
    const [variant] = input.variants;
    done(await patchVariant(owner, { variantId: variant?.id ?? "", version: 2, barcodes: ["5012345678900"] }));
    await update();
    expect(copy.records.get(product.id)).toMatchObject({ category: { id: category.id }, taxCode: { id: taxCode.id } });
    expect(copy.records.get(product.id)?.variants[0].barcodes).toEqual(["5012345678900"]);
  });

  test("catalogChanges: brings nothing and costs one small read of the log when nothing has changed", async () => {
    counter.shop.clock.advance(DAY / 24);
    expect((await update()).brought).toBeGreaterThan(0);
    expect((await update()).brought).toBe(0);
  });

  test("catalogChanges: states haveSettingsChanged when the taxes, the merchant or a location were changed", async () => {
    const { api, shop, owner: token } = counter;
    const version = async () => {
      const { data } = await api.call("{ taxSettings { version } }", { token });
      return data.taxSettings.version;
    };
    const changes: readonly (readonly [string, () => Promise<object>])[] = [
      ["updateTaxSettings", async () => ({ pricesIncludeTax: true, level: "DOCUMENT", version: await version() })],
      ["updateMerchant", async () => ({ footer: "Thank you", version: 1 })],
      ["updateLocation", async () => ({ locationId: shop.locationId, name: "High Street", version: 1 })],
    ];
    for (const [field, input] of changes) {
      shop.clock.advance(DAY / 24);
      await update();
      const since = copy.version;
      const stated = async () =>
        (await ask("query ($since: String!) { catalogChanges(since: $since) { haveSettingsChanged } }", { since }))
          .catalogChanges.haveSettingsChanged;
      expect(await stated()).toBe(false);
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
      const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code path } } }`;
      const { data, errors } = await api.call(mutation, { token, variables: { input: await input() } });
      expect([errors, data?.[field].userErrors]).toEqual([undefined, []]);
      expect([field, await stated()]).toEqual([field, true]);
    }
  });

  test("catalogChanges: goes on over pages and months when more has changed than fits one page", async () => {
    counter.shop.clock.advance(20 * DAY);
    await update();
    const { owner } = counter.shop;
    const made: string[] = [];
    for (let count = 0; count < 120; count++) {
      made.push(done(await createProduct(owner, newProduct(`Page ${count}`))).id);
      // From the end of June into July.
      if (count === 60) counter.shop.clock.advance(5 * DAY);
    }
    expect((await update()).brought).toBeGreaterThanOrEqual(120);
    expect(made.filter((id) => !copy.records.has(id))).toEqual([]);
    expect([...copy.records].sort()).toEqual([...(await loadCopy(ask)).records].sort());
  });

  test("catalogChanges: returns isReset when the version is too old, and refuses a text that is no version", async () => {
    const old = copy;
    counter.shop.clock.advance(29 * DAY);
    expect(await updateCopy(ask, old)).toBeUndefined();
    const { errors } = await counter.api.call(`{ catalogChanges(since: "abc") { isReset } }`, {
      token: counter.terminal,
    });
    expect(errors?.[0]?.extensions.code).toBe("BAD_REQUEST");
    copy = await loadCopy(ask);
  });

  test("catalogChanges: returns isReset when the server was restored", async () => {
    const { engine, merchantId, locationId } = counter.shop;
    const key = headKey(merchantId, locationId);
    const head = (await engine.table.get(key)) ?? { ...key };
    await engine.table.write({
      op: "put",
      item: { ...head, epoch: 2, position: 0, hash: "", accounts: {}, events: {} },
    });
    expect(await updateCopy(ask, copy)).toBeUndefined();
    copy = await loadCopy(ask);
    expect((await update()).version).toBeDefined();
    await engine.table.write(head.position === undefined ? { op: "delete", key } : { op: "put", item: head });
  });

  test("every transaction that writes a variant, a product, a category or tax codes has its audit record", () => {
    const changing = written.filter((writes) =>
      writes.some((write) => isPut(write, /#VARIANT#|#PRODUCT |#CATEGORY | TAXES$/)),
    );
    expect(changing.length).toBeGreaterThan(100);
    expect(changing.filter((writes) => !writes.some((write) => isPut(write, /#AUDIT#/)))).toEqual([]);
  });
});

function isPut(write: Write, key: RegExp): boolean {
  return write.op === "put" && key.test(`${write.item.pk} ${write.item.sk}`);
}

function noting(table: Table, written: Write[][]): Table {
  return {
    ...table,
    async write(write) {
      written.push([write]);
      return table.write(write);
    },
    async transact(writes) {
      written.push([...writes]);
      return table.transact(writes);
    },
  };
}
