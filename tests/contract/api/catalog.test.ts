import { productWordsPk, variantKey } from "@pos/core/goods/catalog/records.ts";
import { itemsOf } from "@pos/core/table/port/port.ts";
import { renewRecords } from "@pos/functions/jobs/renew.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, complete, line, openCounter, payment, refusals, saleInput } from "./counter.ts";

/** schema.graphql, goods: what is found, listed and changed in the catalogue, and what moved a level. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  await counter.shop.stock("10");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function mutate(field: string, type: string, answer: string, input: Fields): Promise<Data> {
  const data = await ask(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} userErrors { code path ... on VersionConflict { version } } } }`,
    { input },
  );
  return data[field];
}

const PRODUCT =
  "product { id name version category { name } taxCode { name rate } variants { id sku name unitPrice version reorderPoint barcodes } }";

async function newProduct(name: string, fields: Fields = {}, variants: Fields[] = [{}]): Promise<Data> {
  const { clock } = counter.shop;
  const made = variants.map((variant) => {
    const id = clock.newId("var");
    return { id, sku: id.slice(-12), unitPrice: "2", ...variant };
  });
  const answer = await mutate("createProduct", "CreateProductInput", PRODUCT, {
    id: clock.newId("prd"),
    name,
    variants: made,
    ...fields,
  });
  expect(answer.userErrors).toEqual([]);
  return answer.product;
}

async function namesFound(search: string, first = 20): Promise<string[]> {
  const { products } = await ask(
    "query ($search: String, $first: Int) { products(search: $search, first: $first) { nodes { name } } }",
    { search, first },
  );
  return products.nodes.map(({ name }: Data) => name);
}

describe("search", () => {
  test("finds the beginnings of words in any order, without case and accents", async () => {
    await newProduct("Crème brûlée dish, set of 3");
    await newProduct("Creamer dish");
    expect(await namesFound("crem")).toEqual(["Crème brûlée dish, set of 3"]);
    expect(new Set(await namesFound("DISH cre"))).toEqual(new Set(["Creamer dish", "Crème brûlée dish, set of 3"]));
    expect(await namesFound("brul dish 3")).toEqual(["Crème brûlée dish, set of 3"]);
    expect(await namesFound("rème")).toEqual([]);
    expect(await namesFound("?!")).toEqual([]);
  });

  test("finds Chinese from any character on", async () => {
    await newProduct("有机苹果汁");
    expect(await namesFound("苹果")).toEqual(["有机苹果汁"]);
    expect(await namesFound("果汁")).toEqual(["有机苹果汁"]);
    expect(await namesFound("汁果")).toEqual([]);
  });

  test("finds a SKU by its beginning, and puts first what has just this SKU or barcode", async () => {
    await newProduct("Lamp B", {}, [{ sku: "LAMP-1-X" }]);
    await newProduct("Lamp A", {}, [{ sku: "LAMP-1", barcodes: ["4006381333931"] }]);
    expect(await namesFound("LAMP-1")).toEqual(["Lamp A", "Lamp B"]);
    expect(await namesFound("4006381333931")).toEqual(["Lamp A"]);
    expect(new Set(await namesFound("lamp"))).toEqual(new Set(["Lamp A", "Lamp B"]));
  });

  test("pages show each product once, whatever words it has", async () => {
    for (let count = 0; count < 7; count++) await newProduct(`Heart hearts hearty ${count}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { products }: Data = await ask(
        'query ($after: String) { products(search: "heart", first: 3, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...products.nodes.map(({ name }: Data) => name));
      after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null;
    } while (after !== null);
    expect([...seen].sort()).toEqual(Array.from({ length: 7 }, (_, count) => `Heart hearts hearty ${count}`));
  });

  test("R6: finds every part of long names, and SKU and barcode whatever the names are", async () => {
    const han = "红橙黄绿青蓝紫黑白灰金银铜铁木水火土日月";
    const long = Array.from({ length: 25 }, (_, index) => `number${index} ${han[index] ?? ""}`)
      .join(" ")
      .slice(0, 200);
    await newProduct(han, {}, [{ sku: "HAN-COLOURS", barcodes: ["5551234"] }]);
    await newProduct(long, {}, [
      { sku: "LONG-NAME", barcodes: ["5559876"] },
      { sku: "LONG-OTHER", name: `${"word ".repeat(35)}ending` },
    ]);
    for (const part of [han.slice(-2), han.slice(10, 13), "土日", "HAN-COL", "han-c 月", "55512"])
      expect([part, await namesFound(part)]).toEqual([part, [han]]);
    for (const part of ["number14", "number3 number9", "LONG-O", "ending", "55598", "number1 ending"])
      expect([part, await namesFound(part)]).toEqual([part, [long]]);
    const { products } = await ask(`{ products(search: "HAN-COL") { nodes { id version } } }`);
    const [{ id, version }] = products.nodes;
    const renamed = { productId: id, version, name: `${han.slice(5)}新` };
    expect(refusals(await mutate("patchProduct", "PatchProductInput", "product { id }", renamed))).toEqual([]);
    expect([await namesFound(han.slice(2, 5)), await namesFound("日月新")]).toEqual([[], [renamed.name]]);
  });

  test("R9: finds letters that do not decompose", async () => {
    await newProduct("Straßenkarte Łódź");
    for (const text of ["strassen", "STRASSENKARTE", "straße", "lodz"])
      expect([text, await namesFound(text)]).toEqual([text, ["Straßenkarte Łódź"]]);
  });

  test("R9: renewRecords: makes the words of what was stored before today's rules", async () => {
    const { table, clock, merchantId } = counter.shop;
    const { id } = await newProduct("Weißbier Ø");
    const pk = productWordsPk(merchantId);
    for await (const item of itemsOf(table, pk)) if (item.id === id) await table.write({ op: "delete", key: item });
    const former = { pk, sk: `weißbier#${id}`, id, words: "weißbier ø" };
    await table.write({ op: "put", item: former });
    expect(await namesFound("weissbier")).toEqual([]);
    await table.write({ op: "delete", key: { pk: `${merchantId}#RENEWED`, sk: "RENEWED" } });
    await renewRecords({ table, clock });
    expect(await namesFound("weissbier o")).toEqual(["Weißbier Ø"]);
    expect(await table.get(former)).toBeUndefined();
  });

  test("levels are searched by their products", async () => {
    const { stockLevels } = await ask(
      'query ($id: ID!) { stockLevels(locationId: $id, search: "article 2") { nodes { sku onHand variant { name } } } }',
      { id: counter.shop.locationId },
    );
    expect(stockLevels.nodes).toContainEqual({ sku: "SKU-0002", onHand: "10", variant: { name: "Article 2" } });
  });

  test("customers are found by name, address and number", async () => {
    const { clock } = counter.shop;
    const input = { id: clock.newId("cus"), name: "王小明", email: "ming@example.org", phone: "+86 138-0013-8000" };
    await mutate("createCustomer", "CreateCustomerInput", "customer { id }", input);
    for (const search of ["小明", "ming@example", "138 0013", "8613800"]) {
      const { customers } = await ask("query ($search: String) { customers(search: $search) { nodes { id } } }", {
        search,
      });
      expect(customers.nodes).toEqual([{ id: input.id }]);
    }
    await mutate("eraseCustomer", "EraseCustomerInput", "customer { id }", { customerId: input.id, version: 1 });
    const { customers } = await ask('{ customers(search: "小明") { nodes { id } } }');
    expect(customers.nodes).toEqual([]);
  });
});

test("products are listed by name, whatever their case", async () => {
  for (const name of ["banana", "Apple", "cherry", "Äpfel"]) await newProduct(name);
  const { products } = await ask("{ products(first: 100) { nodes { name } } }");
  const names = products.nodes
    .map(({ name }: Data) => name)
    .filter((name: string) => /^(banana|Apple|cherry)$/.test(name));
  expect(names).toEqual(["Apple", "banana", "cherry"]);
});

describe("changes", () => {
  test("a product's new name goes to the variants that bore the old one, and is what it is found by", async () => {
    const product = await newProduct("Old pot", {}, [{}, { name: "Own name" }]);
    const { taxCodes } = await ask("{ taxCodes { id name } }");
    const input = { productId: product.id, version: 1, name: "New jug", taxCodeId: taxCodes[0].id };
    const changed = await mutate("updateProduct", "UpdateProductInput", PRODUCT, input);
    expect(changed.userErrors).toEqual([]);
    expect(changed.product).toMatchObject({
      name: "New jug",
      version: 2,
      variants: [{ name: "New jug" }, { name: "Own name" }],
    });
    expect(await namesFound("old pot")).toEqual([]);
    expect(await namesFound("jug new")).toEqual(["New jug"]);
    expect((await mutate("updateProduct", "UpdateProductInput", PRODUCT, input)).product).toEqual(changed.product);
    expect(
      (await mutate("updateProduct", "UpdateProductInput", PRODUCT, { ...input, name: "Third" })).userErrors,
    ).toEqual([{ code: "VERSION_CONFLICT", path: ["input", "version"], version: 2 }]);
  });

  test("a variant's SKU and barcodes move with their locks; what it gave up is free, what is taken is refused", async () => {
    const [first, second] = [
      await newProduct("One", {}, [{ sku: "ONE", barcodes: ["111", "222"] }]),
      await newProduct("Two", {}, [{ sku: "TWO" }]),
    ];
    const change = (product: Data, fields: Fields) =>
      mutate("updateVariant", "UpdateVariantInput", "variant { id sku barcodes version unitCost reorderPoint }", {
        variantId: product.variants[0].id,
        version: 1,
        name: "Any",
        sku: "TWO",
        unitPrice: "3",
        ...fields,
      });
    expect(refusals(await change(first, { barcodes: ["222"] }))).toEqual([["SKU_TAKEN", "input.sku"]]);
    expect(refusals(await change(second, { barcodes: ["111"] }))).toEqual([["BARCODE_TAKEN", "input.barcodes"]]);
    const moved = await change(first, { sku: "ONE-B", barcodes: ["222", "333"], unitCost: "1.5", reorderPoint: "5" });
    expect(moved.variant).toMatchObject({
      sku: "ONE-B",
      barcodes: ["222", "333"],
      version: 2,
      unitCost: "1.5",
      reorderPoint: "5",
    });
    expect(await change(first, { sku: "ONE-B", barcodes: ["222", "333"], unitCost: "1.5", reorderPoint: "5" })).toEqual(
      moved,
    );
    const found = await ask(
      '{ a: variant(by: { sku: "ONE" }) { id } b: variant(by: { barcode: "111" }) { id } c: variant(by: { barcode: "333" }) { sku } }',
    );
    expect(found).toEqual({ a: null, b: null, c: { sku: "ONE-B" } });
    expect(refusals(await change(second, { sku: "ONE", barcodes: ["111"] }))).toEqual([]);
    expect(await namesFound("ONE-B")).toEqual(["One"]);
  });

  test("a variant is added once, however often it is sent", async () => {
    const product = await newProduct("Shirt", {}, [{ name: "Small" }]);
    const variant = {
      id: counter.shop.clock.newId("var"),
      sku: "SHIRT-L",
      name: "Large",
      unitPrice: "9",
      barcodes: ["777"],
    };
    const add = (fields: Fields) =>
      mutate("addVariant", "AddVariantInput", "variant { id sku }", {
        productId: product.id,
        variant: { ...variant, ...fields },
      });
    const answers = await Promise.all([add({}), add({}), add({})]);
    for (const answer of answers)
      expect(answer).toEqual({ variant: { id: variant.id, sku: "SHIRT-L" }, userErrors: [] });
    expect(refusals(await add({ id: counter.shop.clock.newId("var") }))).toEqual([
      ["SKU_TAKEN", "input.variant.sku"],
      ["BARCODE_TAKEN", "input.variant.barcodes"],
    ]);
    const { product: whole } = await ask(`query ($id: ID!) { product(id: $id) { variants { name } version } }`, {
      id: product.id,
    });
    expect(whole).toEqual({ variants: [{ name: "Small" }, { name: "Large" }], version: 2 });
    expect(await namesFound("large shirt")).toEqual(["Shirt"]);
  });

  test("addVariant: refuses a known id with ID_CONFLICT when the content is another", async () => {
    const product = await newProduct("Sock", {}, [{ name: "Small" }]);
    const { clock } = counter.shop;
    const variant = { id: clock.newId("var"), sku: "SOCK-L", unitPrice: "9", barcodes: ["778"] };
    const add = (fields: Fields) =>
      mutate("addVariant", "AddVariantInput", "variant { id unitPrice version }", {
        productId: product.id,
        variant: { ...variant, ...fields },
      });
    const conflict = [["ID_CONFLICT", "input.variant.id"]];
    expect(refusals(await add({}))).toEqual([]);
    for (const fields of [{ unitPrice: "8" }, { name: "Large" }, { barcodes: [] }, { sku: "SOCK-XL" }])
      expect([fields, refusals(await add(fields))]).toEqual([fields, conflict]);
    // The first content is answered with the variant as it is by now.
    const price = { variantId: variant.id, unitPrice: "7", version: 1 };
    expect(refusals(await mutate("changePrice", "ChangePriceInput", "variant { id }", price))).toEqual([]);
    expect((await add({})).variant).toEqual({ id: variant.id, unitPrice: "7", version: 2 });
    expect(refusals(await add({ unitPrice: "7" }))).toEqual(conflict);
  });

  test("item 10: addVariant: rejects other content under the id of a variant that was stored before requests were hashed", async () => {
    const product = await newProduct("Glove", {}, [{ name: "Small" }]);
    const { clock, table, merchantId } = counter.shop;
    const variant = { id: clock.newId("var"), sku: "GLOVE-L", unitPrice: "9", barcodes: ["780"] };
    const add = (fields: Fields) =>
      mutate("addVariant", "AddVariantInput", "variant { id }", {
        productId: product.id,
        variant: { ...variant, ...fields },
      });
    expect(refusals(await add({}))).toEqual([]);
    const key = variantKey(merchantId, variant.id);
    await table.write({ op: "update", key, set: { format: 1 }, remove: ["requestHash"], if: { is: "present" } });
    expect(refusals(await add({}))).toEqual([]);
    for (const fields of [
      { unitPrice: "8" },
      { unitCost: "1" },
      { name: "Large" },
      { barcodes: [] },
      { stocked: false },
    ])
      expect([fields, refusals(await add(fields))]).toEqual([fields, [["ID_CONFLICT", "input.variant.id"]]]);
  });

  test("addVariant: returns a variant that was created with its product only when the content is the same", async () => {
    const content = { sku: "CAP", unitPrice: "2", barcodes: ["779"] };
    const product = await newProduct("Cap", {}, [content]);
    const add = (fields: Fields) =>
      mutate("addVariant", "AddVariantInput", "variant { sku }", {
        productId: product.id,
        variant: { id: product.variants[0].id, ...content, ...fields },
      });
    expect((await add({})).variant).toEqual({ sku: "CAP" });
    for (const fields of [{ sku: "CAP-2" }, { unitPrice: "3" }, { barcodes: [] }, { name: "Large" }])
      expect([fields, refusals(await add(fields))]).toEqual([fields, [["ID_CONFLICT", "input.variant.id"]]]);
  });
});

test("what falls below its reorder point is told, the emptiest first; what has none never", async () => {
  const [dear, cheap] = [
    await newProduct("Dear", {}, [{ reorderPoint: "10" }]),
    await newProduct("Cheap", {}, [{ reorderPoint: "4" }]),
  ];
  const { clock, locationId } = counter.shop;
  const adjust = (product: Data, quantity: string) =>
    mutate("adjustStock", "AdjustStockInput", "stockAdjustment { id }", {
      id: clock.newId("adj"),
      locationId,
      occurredAt: clock.now(),
      reason: "Counted",
      lines: [{ variant: { id: product.variants[0].id }, quantity }],
    });
  await adjust(dear, "8");
  await adjust(cheap, "1");
  const low = async () => {
    const data = await ask("query ($id: ID!) { lowStock(locationId: $id) { onHand variant { name reorderPoint } } }", {
      id: locationId,
    });
    return data.lowStock
      .map(({ onHand, variant }: Data) => [variant.name, onHand])
      .filter(([name]: string[]) => /Dear|Cheap/.test(name ?? ""));
  };
  expect(await low()).toEqual([
    ["Cheap", "1"],
    ["Dear", "8"],
  ]);
  await adjust(cheap, "3");
  expect(await low()).toEqual([["Dear", "8"]]);
});

test("a level's movements are a chain from new to old that adds up, a page at a time", async () => {
  const { locationId, variants } = counter.shop;
  const variantId = variants[0]?.id;
  for (const quantity of [1, 2, 3]) {
    const lines = [line({ quantity: String(quantity) }), line({ quantity: "1" })];
    await complete(counter, saleInput(counter, { lines, payments: [payment(counter, 199 * (quantity + 1))] }));
    await counter.api.reader.caughtUp();
  }
  const query = `query ($locationId: ID!, $variantId: ID!, $after: String) { movements(locationId: $locationId, variantId: $variantId, first: 3, after: $after) {
    nodes { kind factId quantity quantityAfter value { amount } occurredAt } pageInfo { hasNextPage endCursor } } }`;
  const first = (await ask(query, { locationId, variantId })).movements;
  expect(first.nodes.map(({ kind, quantity, quantityAfter }: Data) => [kind, quantity, quantityAfter])).toEqual([
    ["sale", "-4", "1"],
    ["sale", "-3", "5"],
    ["sale", "-2", "8"],
  ]);
  expect(first.nodes[0].value.amount).toBe(-124);
  const second = (await ask(query, { locationId, variantId, after: first.pageInfo.endCursor })).movements;
  expect(second.nodes.map(({ kind, quantity, quantityAfter }: Data) => [kind, quantity, quantityAfter])).toEqual([
    ["openingStock", "10", "10"],
  ]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test("a terminal that announces itself was seen", async () => {
  const seen = async () =>
    (await ask("{ terminals { id seenAt } }")).terminals.find(({ id }: Data) => id === counter.shop.terminals[1]?.id)
      ?.seenAt;
  expect(await seen()).toBeNull();
  counter.shop.clock.advance(60_000);
  await ask("mutation { announceTerminal { terminal { id } } }", {}, counter.terminals[1]);
  expect(await seen()).toBe(counter.shop.clock.now());
});
