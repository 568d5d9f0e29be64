import { planCustomers } from "@pos/web/import/customers.ts";
import { guessedMapping, type ImportKind } from "@pos/web/import/fields.ts";
import type { ImportApi, ImportPlan } from "@pos/web/import/plan.ts";
import { planProducts } from "@pos/web/import/products.ts";
import { readRows } from "@pos/web/import/rows.ts";
import { NOTHING_DONE, type Progress, runImport } from "@pos/web/import/run.ts";
import { planStock, type StockMode } from "@pos/web/import/stock.ts";
import { readTable } from "@pos/web/import/table.ts";
import { print } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { type Counter, closeCounter, openCounter } from "../../api/counter.ts";

/** The dashboard's import of CSV files, over the API. */
let counter: Counter;
let api: ImportApi;
/** Requests that are lost: they arrive, and their answer does not. */
let lost: (document: string) => boolean = () => false;

beforeAll(async () => {
  counter = await openCounter();
  api = {
    async ask(document, variables) {
      const query = print(document);
      const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
      expect(errors).toBeUndefined();
      await counter.api.reader.caughtUp();
      if (lost(query)) throw new Error("No answer");
      return data;
    },
    locationId: counter.shop.locationId,
    now: () => counter.shop.clock.now(),
  };
});
afterAll(() => closeCounter(counter));

const rowsOf = (text: string, kind: ImportKind) => {
  const { header, rows } = readTable(text);
  return readRows(rows, { kind, mapping: guessedMapping(header, kind), currency: "GBP", decimalSign: "." });
};
const planned = {
  products: (text: string) => rowsOf(text, "products").then((rows) => planProducts(api, rows, () => {})),
  customers: (text: string) => rowsOf(text, "customers").then((rows) => planCustomers(api, rows, () => {})),
  stock: (text: string, mode: StockMode) => rowsOf(text, "stock").then((rows) => planStock(api, rows, mode, () => {})),
};
const statuses = ({ rows }: ImportPlan) => rows.map(({ status }) => status);

async function run(plan: ImportPlan, from = NOTHING_DONE): Promise<Progress> {
  let progress = from;
  await runImport(plan, api, { from, isStopped: () => false, onProgress: (next) => (progress = next) });
  return progress;
}

async function ask(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
  expect(errors).toBeUndefined();
  return data;
}

const variant = async (sku: string): Promise<Data> =>
  (
    await ask(
      `query ($sku: String!) { variant(by: { sku: $sku }) { name unitPrice unitCost barcodes stocked reorderPoint
        product { name category { name } taxCode { rate } variants { sku } } } }`,
      { sku },
    )
  ).variant;
const level = async (sku: string): Promise<Data> =>
  (
    await ask(
      "query ($id: ID!, $skus: [String!]) { stockLevels(locationId: $id, skus: $skus) { nodes { onHand unitCost } } }",
      { id: counter.shop.locationId, skus: [sku] },
    )
  ).stockLevels.nodes[0];

describe("products", () => {
  const FILE = `SKU,Product,Size,Barcode,Price,Cost,Category,VAT,Stock,Low stock
TS-S,T-shirt,S,5012345678900,"1,299.00",5,Clothing,20%,3,2
TS-M,T-shirt,M,,12.50,5,Clothing,20%,,
HAT,Hat,,4006381333931,9.99,2.5,clothing,,10,
GIFT,Gift card,,,abc,,,,,
MUG,Mug,,,4,,Kitchen,77%,,
,Nothing,,,4,,,,,
`;

  test("import: creates products with variants, categories and opening stock, and names every bad cell", async () => {
    const plan = await planned.products(FILE);
    expect(statuses(plan)).toEqual(["new", "new", "new", "bad", "bad", "bad"]);
    expect(plan.rows.slice(3).map(({ reasons }) => reasons)).toEqual([
      [{ field: "price", code: "NOT_A_NUMBER", text: "abc" }],
      [{ field: "tax", code: "UNKNOWN_TAX" }],
      [{ field: "sku", code: "MISSING" }],
    ]);
    expect((await run(plan)).refused).toEqual(new Map());
    expect(await variant("TS-S")).toMatchObject({
      ...{ name: "S", unitPrice: "1299", unitCost: "5", barcodes: ["5012345678900"], reorderPoint: "2" },
      product: {
        name: "T-shirt",
        category: { name: "Clothing" },
        taxCode: { rate: "20" },
        variants: [{ sku: "TS-S" }, { sku: "TS-M" }],
      },
    });
    expect((await variant("HAT")).product.category.name).toBe("Clothing");
    expect([await level("TS-S"), await level("HAT"), await level("TS-M")]).toEqual([
      { onHand: "3", unitCost: "5" },
      { onHand: "10", unitCost: "2.5" },
      undefined,
    ]);
  });

  test("import: doubles nothing when the file is imported again", async () => {
    const plan = await planned.products(FILE);
    expect(statuses(plan)).toEqual(["same", "same", "same", "bad", "bad", "bad"]);
    await run(plan);
    expect((await level("HAT")).onHand).toBe("10");
  });

  test("import: shows and makes the changes of articles that exist, and adds variants to their product", async () => {
    const plan = await planned.products(`SKU,Product,Size,Price,Category
HAT,Sun hat,,11,Summer
TS-M,,,12.50,
TS-L,T-shirt,L,13,Clothing
`);
    expect(plan.rows.map(({ status, changes }) => [status, changes])).toEqual([
      [
        "changed",
        [
          { field: "name", from: "Hat", to: "Sun hat" },
          { field: "category", from: "Clothing", to: "Summer" },
          { field: "price", from: "9.99", to: "11" },
        ],
      ],
      ["same", []],
      ["new", []],
    ]);
    expect((await run(plan)).refused).toEqual(new Map());
    const hat = await variant("HAT");
    expect(hat).toMatchObject({ name: "Sun hat", unitPrice: "11", unitCost: "2.5", product: { name: "Sun hat" } });
    expect(hat.product.category.name).toBe("Summer");
    expect((await variant("TS-L")).product.variants).toHaveLength(3);
  });

  test("import: goes on where it was when an answer is lost", async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `BULK-${index},Thing ${index},2,1,5`);
    const plan = await planned.products(["SKU,Name,Price,Cost,Stock", ...lines].join("\n"));
    let asked = 0;
    lost = (query) => /mutation ImportProduct|mutation ImportOpeningStock/.test(query) && ++asked === 7;
    let progress: Progress = NOTHING_DONE;
    const running = runImport(plan, api, {
      ...{ from: progress, isStopped: () => false },
      onProgress: (next) => {
        progress = next;
      },
    });
    await expect(running).rejects.toThrow("No answer");
    expect(progress.done.size).toBeLessThan(30);
    lost = (query) => query.includes("mutation ImportOpeningStock");
    await expect(run(plan, progress)).rejects.toThrow("No answer");
    lost = () => false;
    expect((await run(plan)).refused).toEqual(new Map());
    expect([(await level("BULK-0")).onHand, (await level("BULK-29")).onHand]).toEqual(["5", "5"]);
  });

  test("import: imports the other rows when the server refuses one of them", async () => {
    const plan = await planned.products(`SKU,Product,Size,Price,Barcode
CAP-1,Cap,S,5,4006381333931
CAP-2,Cap,M,5,
`);
    const { refused } = await run(plan);
    expect([...refused]).toMatchObject([[0, { refused: { code: "BARCODE_TAKEN" } }]]);
    expect([await variant("CAP-1"), (await variant("CAP-2")).name]).toEqual([null, "M"]);
  });
});

describe("stock", () => {
  test("import: records opening stock with its cost once, and refuses what has moved", async () => {
    const file = "货号,期初库存,成本价\nSKU-0001,12,0.75\nNOWHERE,1,1\nSKU-0002,-1,\n";
    const plan = await planned.stock(file, "opening");
    expect(statuses(plan)).toEqual(["new", "bad", "bad"]);
    await run(plan);
    expect(await level("SKU-0001")).toEqual({ onHand: "12", unitCost: "0.75" });
    await run(plan);
    const again = await planned.stock(file, "opening");
    expect(again.rows[0]?.reasons).toEqual([{ field: "quantity", code: "HAS_STOCK" }]);
    expect((await level("SKU-0001")).onHand).toBe("12");
  });

  test("import: sets levels to what was counted, and moves nothing when it runs again", async () => {
    const file = "SKU,Counted qty\nSKU-0001,9\nSKU-0003,4\n";
    const plan = await planned.stock(file, "count");
    expect(plan.rows.map(({ changes }) => changes)).toEqual([
      [{ field: "quantity", from: "12", to: "9" }],
      [{ field: "quantity", from: "0", to: "4" }],
    ]);
    await run(plan);
    expect([(await level("SKU-0001")).onHand, (await level("SKU-0003")).onHand]).toEqual(["9", "4"]);
    expect(statuses(await planned.stock(file, "count"))).toEqual(["same", "same"]);
  });
});

describe("customers", () => {
  const FILE = `Name,E-mail,Phone,Notes
Ada Lovelace,Ada@Example.org,+44 20 7946 0001,Regular
张伟,,138 0013 8000,
Bad,not an address,,
`;

  test("import: creates customers once and changes those that are known by address or number", async () => {
    const first = await run(await planned.customers(FILE));
    expect([...first.refused]).toMatchObject([[2, { refused: { code: "INVALID_EMAIL" } }]]);
    expect(statuses(await planned.customers(FILE))).toEqual(["same", "same", "new"]);
    const changed = await planned.customers("姓名,手机,邮箱\n张小伟,138 0013 8000,wei@example.cn\n");
    expect(changed.rows[0]).toMatchObject({ status: "changed" });
    expect((await run(changed)).refused).toEqual(new Map());
    const { customers } = await ask("{ customers(first: 100) { nodes { name email phone note } } }");
    expect(customers.nodes.map(({ name }: Data) => name).toSorted()).toEqual(["Ada Lovelace", "张小伟"]);
  });
});
