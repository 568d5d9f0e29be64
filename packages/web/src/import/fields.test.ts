import { expect, test } from "vitest";
import { guessedMapping, missingFields } from "./fields.ts";
import { guessedDecimalSign, readRows } from "./rows.ts";

const products = { kind: "products", currency: "GBP", decimalSign: "." } as const;

test("guessedMapping: finds the columns when they are named in English", () => {
  const header = [
    "Handle",
    "Product Name",
    "Option1 Value",
    "SKU",
    "Unit Cost",
    "Selling Price (GBP)",
    "In stock",
    "VAT %",
  ];
  expect(guessedMapping(header, "products")).toEqual({
    ...{ name: 1, variant: 2, sku: 3, cost: 4, price: 5, quantity: 6, tax: 7 },
  });
});

test("guessedMapping: finds the columns when they are named in Chinese", () => {
  const header = ["商品名称", "规格", "商品条码", "零售价（元）", "进货价", "商品分类", "库存数量"];
  expect(guessedMapping(header, "products")).toEqual({
    ...{ name: 0, variant: 1, barcode: 2, price: 3, cost: 4, category: 5, quantity: 6 },
  });
  expect(guessedMapping(["会员姓名", "手机号码", "备注"], "customers")).toEqual({ name: 0, phone: 1, note: 2 });
});

test("missingFields: asks for what a row cannot be without", () => {
  expect(missingFields("products", {})).toEqual(["sku", "name", "price"]);
  expect(missingFields("stock", { barcode: 0 })).toEqual(["quantity"]);
  expect(missingFields("customers", { name: 2 })).toEqual([]);
});

test("readRows: reads numbers as they are typed, and names the wrong cell (dashboard bug 1)", async () => {
  const mapping = { sku: 0, name: 1, price: 2, quantity: 3 };
  const rows = await readRows(
    [
      ["A", "Tea", "1,299", "3"],
      ["B", "Milk", "1,29", "3"],
      ["C", "Bread", "£2.50", "many"],
      ["", "Salt", "1", ""],
      ["A", "Tea again", "-1", "1"],
    ],
    { ...products, mapping },
  );
  expect(rows.map(({ number, values, problems }) => [number, values.price, problems])).toEqual([
    [2, "1299", []],
    [3, undefined, [{ field: "price", code: "AMBIGUOUS", text: "1,29" }]],
    [4, "2.5", [{ field: "quantity", code: "NOT_A_NUMBER", text: "many" }]],
    [5, "1", [{ field: "sku", code: "MISSING" }]],
    [
      ...[6, undefined],
      [
        { field: "price", code: "NEGATIVE", text: "-1" },
        { field: "sku", code: "DOUBLED", text: "A", row: 2 },
      ],
    ],
  ]);
});

test("readRows: names the row before when a barcode or a SKU is in the file twice, in any form (day A10)", async () => {
  const mapping = { sku: 0, barcode: 1, name: 2, price: 3 };
  const rows = await readRows(
    [
      ["MUG-1", "4006381333931", "Mug", "8"],
      ["MUG-2", "4006381333931", "Mug", "8"],
      ["MUG-3", "036000291452", "Mug", "8"],
      ["MUG-4", "5012345678900 0036000291452", "Mug", "8"],
      ["", "9001", "Mug", "8"],
      ["9001", "9001 9001", "Mug", "8"],
      ["MUG-5", "9002 9002", "Mug", "8"],
    ],
    { ...products, mapping },
  );
  const doubled = (field: string, text: string, row: number) => ({ field, code: "DOUBLED", text, row });
  expect(rows.map(({ problems }) => problems)).toEqual([
    [],
    [doubled("barcode", "4006381333931", 2)],
    [],
    [doubled("barcode", "0036000291452", 4)],
    [],
    [doubled("sku", "9001", 6), doubled("barcode", "9001", 6)],
    [],
  ]);
});

test("readRows: reads a comma as the decimal sign when the file writes it so", async () => {
  const cells = [
    ["A", "12,50"],
    ["B", "1.299,00"],
  ];
  const mapping = { sku: 0, price: 1 };
  expect(guessedDecimalSign(cells, mapping)).toBe(",");
  const rows = await readRows(cells, { ...products, decimalSign: ",", mapping });
  expect(rows.map(({ values }) => values.price)).toEqual(["12.5", "1299"]);
  expect(
    guessedDecimalSign(
      [
        ["A", "1,299"],
        ["B", "3.50"],
      ],
      mapping,
    ),
  ).toBe(".");
});
