import { expect, test } from "vitest";
import { createCatalogIndex, soldVariant } from "../catalog/catalog-index.ts";
import { keptProduct } from "../catalog/records.ts";
import { receiptOf } from "../device/receipt.ts";
import { scannedIn } from "../goods/scanned-in.ts";
import { parseValue } from "../outbox/values.ts";
import type { Settings } from "../settings.ts";
import { addOpenLine, addVariant, type Cart, changeLine, EMPTY_CART, withPieces, withQuantity } from "./cart.ts";
import { priceCart, saleInputOf } from "./price.ts";

/** From what a scanner reads, over the cart and its price, to what is sent and printed: the whole way on the device. */
const NAMES = { id: "sal_1", sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", operatorId: "stf_1" };

const SETTINGS: Settings = {
  terminal: {
    ...{ id: "trm_1", code: "C1", name: "Counter" },
    location: { id: "loc_1", name: "High Street", timeZone: "Europe/London" },
  },
  ...{ merchantName: "Shop", currency: "GBP", cashStep: 1, scaleLayouts: ["21IIIIIWWDDDC", "22IIIIIPPPDDC"] },
  ...{ pricesIncludeTax: true, taxLevel: "LINE", taxRounding: "HALF_UP", defaultTaxCodeId: "tax_1" },
  taxCodes: [
    { id: "tax_1", name: "Standard", rate: "20" },
    { id: "tax_2", name: "Zero", rate: "0" },
  ],
  lastSequence: 0,
};

const variant = (id: string, fields: object) => ({
  ...{ id, sku: id, title: id, name: id, barcodes: [], packs: [], unit: "EACH" as const, tare: null, unitPrice: "1" },
  ...fields,
});
const product = (id: string, fields: object) =>
  keptProduct({
    ...{ id: `prd_${id}`, name: id, category: null, taxCode: { id: "tax_1" }, isDiscontinued: false },
    variants: [variant(id, fields)],
  });
const CATALOG = createCatalogIndex(
  [
    product("cheese", { unit: "KILOGRAM", unitPrice: "39.90", barcodes: ["2100001000004"], tare: "0.012" }),
    product("cake", { sku: "12345", unitPrice: "10" }),
    product("ham", { unit: "KILOGRAM", unitPrice: "20", barcodes: ["9506000134352"] }),
    product("cola", {
      unitPrice: "0.99",
      barcodes: ["40170725"],
      packs: [{ name: "Case", size: 24, barcode: "5000112637922", unitPrice: "15" }],
    }),
  ],
  [],
  "en",
);

function scanned(cart: Cart, code: string, quantity?: string): Cart {
  const goods = scannedIn(CATALOG, SETTINGS, code);
  if (goods === undefined) throw new Error(`Nothing has the code ${code}`);
  const counted = quantity === undefined ? {} : { quantity };
  return addVariant(cart, soldVariant(goods), String(cart.lines.length + 1), { ...counted, ...goods.sold }).cart;
}

const priced = (cart: Cart) => priceCart(cart, [], SETTINGS, { mayOverridePrice: false }, NAMES.occurredAt);

test("scan: a scale's weight, a label's price, a GS1 weight, pieces and a pack are priced and sent as they were read", () => {
  const codes = ["2100001027506", "2212345012374", "01095060001343523103000480", "40170725", "5000112637922"];
  const cart = withPieces(
    codes.reduce((before: Cart, code) => scanned(before, code), EMPTY_CART),
    "4",
    "3",
  );
  const price = priced(cart);
  // Nothing is paid yet.
  expect(price?.problems).toEqual(["PAYMENT_MISMATCH"]);
  expect(price?.sale.lines.map(({ total, priceSource = "CATALOG" }) => [total, priceSource])).toEqual([
    [10_973, "CATALOG"],
    [1237, "LABEL"],
    [960, "CATALOG"],
    [297, "CATALOG"],
    [1500, "CATALOG"],
  ]);
  expect(saleInputOf(cart, [], NAMES, price?.sale).lines).toEqual([
    { variant: { id: "cheese" }, quantity: "2.75", unitPrice: "39.90", code: "2100001027506" },
    { variant: { id: "cake" }, quantity: "1", unitPrice: "12.37", code: "2212345012374" },
    { variant: { id: "ham" }, quantity: "0.48", unitPrice: "20", code: expect.stringContaining("(3103)000480") },
    { variant: { id: "cola" }, quantity: "3", unitPrice: "0.99" },
    { variant: { id: "cola" }, packSize: 24, quantity: "1", unitPrice: "15" },
  ]);
  expect(parseValue("cart", cart)).toEqual(cart);
});

test("scan: a quantity that was typed before counts, the same goods grow by it, and what is measured does not", () => {
  const cart = ["40170725", "5000112637922"].reduce((before: Cart, code) => scanned(before, code, "12"), EMPTY_CART);
  const twice = scanned(scanned(cart, "40170725", "2"), "2100001027506", "9");
  expect(twice.lines.map(({ quantity }) => quantity)).toEqual(["14", "12", "2.75"]);
  expect(withPieces(twice, "3", "5")).toEqual(twice);
  expect(priced(twice)?.sale.total).toBe(14 * 99 + 12 * 1500 + 10_973);
});

test("departments: each open line is priced with the tax of its own, and sent with it", () => {
  const flowers = { name: "Flowers", unitPrice: "6", taxCodeId: "tax_1", categoryId: "cat_1" };
  const bread = { name: "Bread", unitPrice: "6", taxCodeId: "tax_2", categoryId: "cat_2" };
  const cart = addOpenLine(addOpenLine(EMPTY_CART, flowers, "1"), bread, "2");
  const price = priced(cart);
  // Nothing is paid yet.
  expect(price?.problems).toEqual(["PAYMENT_MISMATCH"]);
  expect(price?.sale.lines.map(({ categoryId, taxes }) => [categoryId, taxes.map(({ amount }) => amount)])).toEqual([
    ["cat_1", [100]],
    ["cat_2", [0]],
  ]);
  expect(saleInputOf(cart, [], NAMES).lines).toMatchObject([
    { taxCodeId: "tax_1", categoryId: "cat_1" },
    { taxCodeId: "tax_2", categoryId: "cat_2" },
  ]);
});

test("tare: what was taken off is kept with the line, sent and printed, until another weight is typed", () => {
  const goods = scannedIn(CATALOG, SETTINGS, "2100001000004");
  if (goods === undefined) throw new Error("The cheese has no code");
  const { cart } = addVariant(EMPTY_CART, soldVariant(goods), "1", { quantity: "0.5", tare: "0.012" });
  expect(saleInputOf(cart, [], NAMES).lines).toEqual([
    { variant: { id: "cheese" }, quantity: "0.5", tare: "0.012", unitPrice: "39.90" },
  ]);
  expect(parseValue("cart", cart)).toEqual(cart);
  const sale = priced(cart)?.sale;
  const made = { occurredAt: NAMES.occurredAt, operatorNumber: "1", sequence: 1 };
  expect(sale && receiptOf(cart, sale, SETTINGS, made).lines).toMatchObject([{ quantity: "0.5", tare: "0.012" }]);
  const typed = (quantity: string) => changeLine(cart, "1", (line) => withQuantity(line, quantity)).lines[0];
  expect([typed("0.5")?.tare, typed("0.6")]).toEqual(["0.012", expect.not.objectContaining({ tare: "0.012" })]);
});
