import { expect, test } from "vitest";
import { createCatalogIndex, soldVariant } from "../catalog/catalog-index.ts";
import { keptCategory, keptProduct } from "../catalog/records.ts";
import { parseValue } from "../outbox/values.ts";
import { addOpenLine, addVariant, type Cart, EMPTY_CART } from "./cart.ts";
import { saleInputOf } from "./price.ts";

/** From the device's copy of the catalogue over the cart to what is sent. */
const NAMES = { id: "sal_1", sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", operatorId: "stf_1" };

test("packs: a case found by its code is a line of its own at its own price, and is sent by its size", () => {
  const cola = { id: "var_3", sku: "COLA", title: "Cola", name: "Cola", barcodes: ["40170725"], unitPrice: "0.99" };
  const packs = [
    { name: "Case", size: 24, barcode: "5000112637922", unitPrice: "15" },
    { name: "Tray", size: 12, barcode: "96385074", unitPrice: "15" },
  ];
  const product = { id: "prd_1", name: "Cola", category: null, taxCode: { id: "tax_1" }, isDiscontinued: false };
  const sent = { ...product, variants: [{ ...cola, packs, unit: "EACH" as const, tare: null }] };
  const { byCode } = createCatalogIndex([keptProduct(sent)], [], "en");
  const cart = ["40170725", "5000112637922", "05000112637922", "96385074"].reduce((before: Cart, code) => {
    const goods = byCode(code);
    return goods === undefined ? before : addVariant(before, soldVariant(goods), code).cart;
  }, EMPTY_CART);
  expect(saleInputOf(cart, [], NAMES).lines).toEqual([
    { variant: { id: "var_3" }, quantity: "1", unitPrice: "0.99" },
    { variant: { id: "var_3" }, packSize: 24, quantity: "2", unitPrice: "15" },
    { variant: { id: "var_3" }, packSize: 12, quantity: "1", unitPrice: "15" },
  ]);
  expect(parseValue("cart", cart)).toEqual(cart);
});

test("departments: are categories with a tax code that are not discontinued, and a line in one is sent with both", () => {
  const category = (id: string, of: { readonly isDiscontinued?: boolean; readonly taxed?: boolean }) =>
    keptCategory({
      ...{ id, name: id, isDiscontinued: of.isDiscontinued === true },
      departmentTaxCode: of.taxed === true ? { id: "tax_2" } : null,
    });
  const all = [category("cat_1", { taxed: true }), category("cat_2", { taxed: true, isDiscontinued: true })];
  const { departments } = createCatalogIndex([], [...all, category("cat_3", {})], "en");
  expect(departments).toEqual([{ id: "cat_1", name: "cat_1", taxCodeId: "tax_2" }]);
  const goods = { name: "Flowers", taxCodeId: "tax_2", categoryId: "cat_1", unitPrice: "7.5" };
  expect(saleInputOf(addOpenLine(EMPTY_CART, goods, "1"), [], NAMES).lines).toEqual([
    { description: "Flowers", taxCodeId: "tax_2", categoryId: "cat_1", quantity: "1", unitPrice: "7.5" },
  ]);
});
