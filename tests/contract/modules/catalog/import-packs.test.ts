import { csvText } from "@pos/core/base/csv.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import { ProductExportDocument } from "@pos/web/graphql/generated/graphql.ts";
import { createI18n } from "@pos/web/i18n/i18n.ts";
import { productHeader, productRows } from "@pos/web/products/product-rows.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeCounter } from "../../api/counter.ts";
import { type Importing, openImporting, statuses } from "./importing.ts";

/** Units and packs in the dashboard's import and export of products. */
let counter: Importing["counter"];
let api: Importing["api"];
let planned: Importing["planned"];
let run: Importing["run"];
let ask: Importing["ask"];

beforeAll(async () => {
  ({ counter, api, planned, run, ask } = await openImporting());
});
afterAll(() => closeCounter(counter));

const HEADER = "SKU,Name,Unit,Tare,Pack name,Pack size,Barcode,Price";
const file = (...rows: readonly string[]) => [HEADER, ...rows].join("\n");
const packed = async (sku: string) =>
  (
    await ask(
      "query ($sku: String!) { variant(by: { sku: $sku }) { unit tare unitPrice packs { name size barcode unitPrice } } }",
      { sku },
    )
  ).variant;

test("import: creates articles with their unit and packs, and changes only what the file has", async () => {
  const plan = await planned.products(
    file(
      "COLA,Cola,,,,,9100,1.20",
      "COLA,,,,Case,24,9101,24",
      "COLA,,,,Six,6,,6.60",
      "CHEESE,Cheese,kg,0.02,,,,14.50",
      "WINE,Wine,件,,,,,8",
    ),
  );
  expect(statuses(plan)).toEqual(["new", "new", "new", "new", "new"]);
  expect((await run(plan)).refused).toEqual(new Map());
  expect((await run(plan)).refused).toEqual(new Map());
  const [six, box] = [
    { name: "Six", size: 6, barcode: null, unitPrice: "6.6" },
    { name: "Case", size: 24, barcode: "9101", unitPrice: "24" },
  ];
  expect(await packed("COLA")).toEqual({ unit: "EACH", tare: null, unitPrice: "1.2", packs: [box, six] });
  expect(await packed("CHEESE")).toEqual({ unit: "KILOGRAM", tare: "0.02", unitPrice: "14.5", packs: [] });
  const changed = await planned.products(
    file("COLA,,,,,24,,25", "COLA,,,,Six-pack,6,9102,", "COLA,,,,Pallet,960,,800", "CHEESE,,g,0,,,,"),
  );
  expect(changed.rows.map(({ status, changes }) => [status, changes])).toEqual([
    ["changed", [{ field: "price", from: "24", to: "25" }]],
    [
      "changed",
      [
        { field: "packName", from: "Six", to: "Six-pack" },
        { field: "barcode", from: "", to: "9102" },
      ],
    ],
    ["new", []],
    [
      "changed",
      [
        { field: "unit", from: "KILOGRAM", to: "GRAM" },
        { field: "tare", from: "0.02", to: "0" },
      ],
    ],
  ]);
  expect((await run(changed)).refused).toEqual(new Map());
  expect((await packed("COLA")).packs).toEqual([
    { ...box, unitPrice: "25" },
    { ...six, name: "Six-pack", barcode: "9102" },
    { name: "Pallet", size: 960, barcode: null, unitPrice: "800" },
  ]);
  expect(await packed("CHEESE")).toMatchObject({ unit: "GRAM", tare: "0" });
});

test("import: names each cell of a pack that is wrong, and the server's refusal at its row alone", async () => {
  const plan = await planned.products(
    file(
      "COLA,,,,Big,1.5,,9",
      "COLA,,,,Big,,,9",
      "COLA,,,,,48,,",
      "NOWHERE,,,,Big,48,,9",
      ",,,,Big,48,9199,9",
      "COLA,,,,Big,49,9198 9199,9",
      "COLA,,,,Twelve,12,,13",
      "COLA,,,,Dozen,12,,12",
      "WINE,,bottles,,,,,",
      "WINE,,,,Case,6,9101,40",
      "WINE,,,,Two,2,,15",
      `WINE,,,,${"x".repeat(41)},3,,15`,
    ),
  );
  expect(plan.rows.map(({ reasons }) => reasons)).toEqual([
    [{ field: "packSize", code: "NOT_PACK_SIZE", text: "1.5" }],
    [{ field: "packSize", code: "MISSING" }],
    [
      { field: "packName", code: "MISSING" },
      { field: "price", code: "MISSING" },
    ],
    [{ field: "sku", code: "UNKNOWN_ARTICLE" }],
    [{ field: "sku", code: "MISSING" }],
    [
      { field: "barcode", code: "DOUBLED", text: "9199", row: 6 },
      { field: "barcode", code: "SEVERAL_CODES" },
    ],
    [],
    [{ field: "packSize", code: "DOUBLED", text: "12", row: 8 }],
    [{ field: "unit", code: "UNKNOWN_UNIT", text: "bottles" }],
    [],
    [],
    [{ field: "packName", code: "TOO_LONG", text: "x".repeat(41) }],
  ]);
  const { refused } = await run(plan);
  expect([...refused]).toMatchObject([[9, { refused: { code: "BARCODE_TAKEN" } }]]);
  expect((await packed("WINE")).packs).toEqual([{ name: "Two", size: 2, barcode: null, unitPrice: "15" }]);
});

test("import: an article that is named by the barcode of its pack is not the article", async () => {
  const plan = await planned.products("Barcode,Name,Price\n9101,Case of cola,30\n");
  expect(statuses(plan)).toEqual(["new"]);
  expect([...(await run(plan)).refused]).toMatchObject([[0, { refused: { code: "BARCODE_TAKEN" } }]]);
  const counted = await planned.stock("Barcode,Quantity\n9101,3\n9100,3\n", "count");
  expect(statuses(counted)).toEqual(["bad", "changed"]);
});

test.each(["en", "zh"] as const)("export: imported as it is, it changes nothing (%s)", async (language) => {
  const i18n = createI18n(createTranslate<Messages>(CATALOGUE[language], language), language);
  const { products } = await api.ask(ProductExportDocument, { first: 100 });
  const shown = { hasCost: true, hasStock: true };
  const rows = products?.nodes.flatMap((product) => productRows(i18n, product, { ...shown, levels: new Map() })) ?? [];
  const header = productHeader(i18n, shown);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  const text = csvText([header, ...rows]);
  for (const words of [/Pallet,960/, /9102/, language === "zh" ? /,克,0,/ : /,g,0,/]) expect(text).toMatch(words);
  const plan = await planned.products(text);
  expect(new Set(statuses(plan))).toEqual(new Set(["same"]));
  expect(plan.phases.flat()).toEqual([]);
});
