import { LIMITS } from "@pos/core/base/limits.ts";
import { NOTHING_DONE, type Progress, runImport } from "@pos/web/import/run.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { closeCounter } from "../../api/counter.ts";
import { type Importing, openImporting, statuses } from "./importing.ts";

/** The dashboard's import of CSV files, over the API. */
let counter: Importing["counter"];
let api: Importing["api"];
let lost: Importing["lost"];
let planned: Importing["planned"];
let run: Importing["run"];
let ask: Importing["ask"];

beforeAll(async () => {
  ({ counter, api, lost, planned, run, ask } = await openImporting());
});
afterAll(() => closeCounter(counter));

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
    lost.isLost = (query) => /mutation ImportProduct|mutation ImportOpeningStock/.test(query) && ++asked === 7;
    let progress: Progress = NOTHING_DONE;
    const running = runImport(plan, api, {
      ...{ from: progress, isStopped: () => false },
      onProgress: (next) => {
        progress = next;
      },
    });
    await expect(running).rejects.toThrow("No answer");
    expect(progress.done.size).toBeLessThan(30);
    lost.isLost = (query) => query.includes("mutation ImportOpeningStock");
    await expect(run(plan, progress)).rejects.toThrow("No answer");
    lost.isLost = () => false;
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

describe("prices", () => {
  /** Of SKU-0001 to SKU-0004. */
  const ids = () => counter.shop.variants.map(({ id }) => id);
  const price = (index: number, unitPrice: string, minimumQuantity = "0") => ({
    ...{ variantId: ids()[index], minimumQuantity, unitPrice },
  });

  async function listOf(prices: readonly object[]): Promise<string> {
    const id = counter.shop.clock.newId("prl");
    const input = { id, name: "Trade", isEnabled: false, prices };
    const made = await ask(
      "mutation ($input: CreatePriceListInput!) { createPriceList(input: $input) { userErrors { code } } }",
      { input },
    );
    expect(made.createPriceList.userErrors).toEqual([]);
    return id;
  }

  async function listed(id: string): Promise<string[]> {
    const fields = "prices { variant { sku } minimumQuantity unitPrice }";
    const { priceList } = await ask(`query ($id: ID!) { priceList(id: $id) { ${fields} } }`, { id });
    return priceList.prices
      .map(({ variant: { sku }, minimumQuantity, unitPrice }: Data) => `${sku} ${minimumQuantity} ${unitPrice}`)
      .toSorted();
  }

  test("import: replaces the prices of a list at once, and states what is new, changed, removed and the same", async () => {
    const id = await listOf([price(0, "1.5"), price(0, "1.2", "10"), price(1, "3"), price(2, "4")]);
    const file = `SKU,Name,From quantity,Price,Currency
SKU-0001,Any,,1.50,GBP
SKU-0001,,10.0,1.10,gbp
SKU-0001,,100,£1,
SKU-0002,,,3,
`;
    const plan = await planned.prices(file, id);
    expect(statuses(plan)).toEqual(["same", "changed", "new", "same", "removed"]);
    expect(plan.rows[1]?.changes).toEqual([{ field: "price", from: "1.2", to: "1.1" }]);
    expect(plan.rows[4]?.row).toEqual({ values: { sku: "SKU-0003", price: "4" }, problems: [] });
    const after = ["SKU-0001 0 1.5", "SKU-0001 10 1.1", "SKU-0001 100 1", "SKU-0002 0 3"];
    lost.isLost = (query) => query.includes("mutation ImportPriceListChange");
    await expect(run(plan)).rejects.toThrow("No answer");
    lost.isLost = () => false;
    expect((await run(plan)).refused).toEqual(new Map());
    expect(await listed(id)).toEqual(after);
    const again = await planned.prices(file, id);
    expect([statuses(again), again.phases, again.undo]).toEqual([["same", "same", "same", "same"], [[]], undefined]);
  });

  test("import: names each row that is wrong, and a row that is left out changes no price of its article", async () => {
    const id = await listOf([price(0, "1.5"), price(1, "3"), price(1, "2.5", "5"), price(2, "4"), price(3, "9")]);
    const plan = await planned.prices(
      `SKU,From quantity,Price,Currency
NOWHERE,,1,
SKU-0002,,free,
SKU-0003,,$4,
SKU-0001,2,1.25,
SKU-0001,2.00,1.30,
SKU-0002,-1,1,
SKU-0002,,1,USD
,,1,
SKU-0002,,,
`,
      id,
    );
    expect(plan.rows.map(({ row, reasons }) => [row.number, ...reasons])).toEqual([
      [2, { field: "sku", code: "UNKNOWN_ARTICLE" }],
      [3, { field: "price", code: "NOT_A_NUMBER", text: "free" }],
      [4, { field: "price", code: "OTHER_CURRENCY", text: "$4" }],
      [5],
      [6, { field: "sku", code: "DOUBLED", text: "SKU-0001", row: 5 }],
      [7, { field: "minimumQuantity", code: "NEGATIVE", text: "-1" }],
      [8, { field: "currency", code: "OTHER_CURRENCY", text: "USD" }],
      [9, { field: "sku", code: "MISSING" }],
      [10, { field: "price", code: "MISSING" }],
      [undefined],
    ]);
    expect([plan.isWhole, plan.rows.at(-1)]).toMatchObject([
      true,
      { status: "removed", row: { values: { sku: "SKU-0004" } } },
    ]);
    expect((await run(plan)).refused).toEqual(new Map());
    expect(await listed(id)).toEqual([
      "SKU-0001 0 1.5",
      "SKU-0001 2 1.25",
      "SKU-0002 0 3",
      "SKU-0002 5 2.5",
      "SKU-0003 0 4",
    ]);
  });

  test("import: finds an article by its barcode, names it twice as twice, and takes no pack for its article", async () => {
    const id = await listOf([]);
    const codes = await run(await planned.products("SKU,Name,Price,Barcode\nPACKED,Packed,9,5901234123457\n"));
    expect(codes.refused).toEqual(new Map());
    const { variant: packed } = await ask(`{ variant(by: { sku: "PACKED" }) { id version } }`);
    const packs = [{ name: "Case", size: 6, barcode: "9001", unitPrice: "50" }];
    const input = { variantId: packed.id, version: packed.version, packs };
    const { patchVariant } = await ask(
      "mutation ($input: PatchVariantInput!) { patchVariant(input: $input) { userErrors { code path } } }",
      { input },
    );
    expect(patchVariant.userErrors).toEqual([]);
    const plan = await planned.prices("Barcode,SKU,Price\n5901234123457,,8\n,PACKED,7\n9001,,45\n", id);
    expect(plan.rows.map(({ reasons: [reason] }) => reason)).toEqual([
      undefined,
      { field: "sku", code: "DOUBLED", text: "PACKED", row: 2 },
      { field: "sku", code: "UNKNOWN_ARTICLE" },
    ]);
  });

  test("import: writes nothing when the list was changed after the check", async () => {
    const id = await listOf([price(0, "1.5")]);
    const plan = await planned.prices("SKU,Price\nSKU-0001,1.4\nSKU-0002,2\n", id);
    await run(await planned.prices("SKU,Price\nSKU-0001,1.3\n", id));
    const { refused } = await run(plan);
    expect([...refused.values()]).toMatchObject([
      ...[{ refused: { code: "VERSION_CONFLICT" } }, { refused: { code: "VERSION_CONFLICT" } }],
    ]);
    expect(await listed(id)).toEqual(["SKU-0001 0 1.3"]);
  });

  test("import: is taken back to the prices before, and only while the list is as it was imported", async () => {
    const id = await listOf([price(0, "1.5"), price(0, "1.2", "10"), price(1, "3")]);
    const before = ["SKU-0001 0 1.5", "SKU-0001 10 1.2", "SKU-0002 0 3"];
    const plan = await planned.prices("SKU,Price\nSKU-0001,1.4\nSKU-0003,2\n", id);
    expect((await run(plan)).refused).toEqual(new Map());
    expect(await listed(id)).toEqual(["SKU-0001 0 1.4", "SKU-0003 0 2"]);
    lost.isLost = (query) => query.includes("mutation ImportPriceListChange");
    await expect(plan.undo?.(api)).rejects.toThrow("No answer");
    lost.isLost = () => false;
    expect(await plan.undo?.(api)).toBeUndefined();
    expect(await listed(id)).toEqual(before);
    const other = await planned.prices("SKU,Price\nSKU-0001,1.3\n", id);
    await run(other);
    await run(await planned.prices("SKU,Price\nSKU-0001,1.25\n", id));
    expect(await other.undo?.(api)).toMatchObject({ refused: { code: "VERSION_CONFLICT" } });
    expect(await listed(id)).toEqual(["SKU-0001 0 1.25"]);
  });

  test("import: carries as many prices as a list may have", async () => {
    const id = await listOf([]);
    const rows = Array.from({ length: LIMITS.pricesOfListMax }, (_, index) => `SKU-0001,${index},1.${100_000 + index}`);
    expect((await run(await planned.prices(["SKU,From quantity,Price", ...rows].join("\n"), id))).refused).toEqual(
      new Map(),
    );
    expect(await listed(id)).toHaveLength(LIMITS.pricesOfListMax);
  });
});
