import { describe, expect, test } from "vitest";
import { createCatalogIndex } from "./catalog-index.ts";
import { type KeptProduct, keptProduct } from "./records.ts";

interface Sent {
  readonly name: string;
  readonly title?: string;
  readonly sku?: string;
  readonly barcodes?: string[];
}

const product = (id: string, name: string, variants: readonly Sent[], categoryId?: string): KeptProduct =>
  keptProduct({
    ...{ id, name, isDiscontinued: false, taxCode: { id: "tax" } },
    category: categoryId === undefined ? null : { id: categoryId },
    variants: variants.map(({ name: own, title = own, sku = own, barcodes = [] }) => ({
      ...{ id: `${id} ${own}`, name: own, title, sku, barcodes, packs: [], unitPrice: "1", unit: "EACH", tare: null },
    })),
  });

const namesOf = (tiles: readonly { readonly product: { readonly name: string } }[]) =>
  tiles.map((tile) => tile.product.name);

describe("R5, R12: byCode", () => {
  const index = createCatalogIndex(
    [
      product("p1", "Cola", [{ name: "cola", sku: "COLA", barcodes: ["049000006346"] }]),
      product("p2", "Old", [{ name: "untrimmed", sku: "OLD ", barcodes: ["998877 "] }]),
    ],
    [],
    "en",
  );
  const found = (code: string) => index.byCode(code)?.variant.name;

  test("byCode: returns the article when another form of its GTIN is scanned", () => {
    const codes = ["049000006346", "0049000006346", "00049000006346", " 0049000006346\n", "００４９０００００６３４６"];
    expect(codes.map(found)).toEqual(codes.map(() => "cola"));
    expect(found("0049000006347")).toBeUndefined();
  });

  test("byCode: returns the article when its stored code has white space", () => {
    expect(["998877", "OLD", "ＣＯＬＡ"].map(found)).toEqual(["untrimmed", "untrimmed", "cola"]);
  });

  test("byCode: returns the form that was scanned when two articles have one GTIN", () => {
    const doubles = createCatalogIndex(
      [
        product("p1", "A", [{ name: "first", barcodes: ["049000006346"] }]),
        product("p2", "B", [{ name: "second", barcodes: ["0049000006346"] }]),
      ],
      [],
      "en",
    );
    expect(doubles.byCode("0049000006346")?.variant.name).toBe("second");
    expect(doubles.byCode("049000006346")?.variant.name).toBe("first");
  });
});

describe("search", () => {
  const index = createCatalogIndex(
    [
      product(
        "p1",
        "Mug",
        [
          { name: "Blue", sku: "MUG-1" },
          { name: "Red", sku: "MUG-2" },
        ],
        "c1",
      ),
      product("p2", "Blue plate", [{ name: "Blue plate" }], "c1"),
      product("p3", "Café 2", [{ name: "Café 2", barcodes: ["5012345678900"] }]),
      product("p4", "Café 10", [{ name: "Café 10" }]),
      product("p5", "龙井绿茶", [{ name: "龙井绿茶" }], "c2"),
    ],
    [
      { id: "c2", name: "茶" },
      { id: "c1", name: "Tableware" },
      { id: "c3", name: "Empty" },
    ],
    "en",
  );

  test("search: returns variants when each of the words begins one of theirs", () => {
    expect(namesOf(index.search("blu"))).toEqual(["Blue plate", "Mug"]);
    expect(index.search("blu mug")[0]?.variants.map(({ name }) => name)).toEqual(["Blue"]);
    expect(namesOf(index.search("lue"))).toEqual([]);
    expect(namesOf(index.search("  "))).toEqual([]);
  });

  test("search: finds without accents, by a part of Chinese text, and by the beginning of a code", () => {
    expect(namesOf(index.search("CAFE"))).toEqual(["Café 2", "Café 10"]);
    expect(namesOf(index.search("绿茶"))).toEqual(["龙井绿茶"]);
    expect(namesOf(index.search("50123"))).toEqual(["Café 2"]);
    expect(index.search("mug-2")[0]?.variants.map(({ name }) => name)).toEqual(["Red"]);
  });

  test("categories: are those that have products, by name", () => {
    expect(index.categories.map(({ name }) => name)).toEqual(["Tableware", "茶"]);
    expect(namesOf(index.ofCategory("c1"))).toEqual(["Blue plate", "Mug"]);
    expect(namesOf(index.ofProducts(["p5", "gone", "p1"]))).toEqual(["龙井绿茶", "Mug"]);
  });

  test("tiles: leave out a product when it is discontinued", () => {
    const sent = { id: "p", name: "Gone", category: null, taxCode: { id: "t" }, isDiscontinued: true };
    const codes = { sku: "G", barcodes: [], packs: [], unit: "EACH" as const, tare: null };
    const variants = [{ id: "v", name: "Gone", title: "Gone", unitPrice: "1", ...codes }];
    expect(createCatalogIndex([keptProduct({ ...sent, variants })], [], "en").tiles).toEqual([]);
  });
});
