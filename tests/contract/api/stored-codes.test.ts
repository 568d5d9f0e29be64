import { present } from "@pos/core/base/result.ts";
import { barcodeKey, skuKey, variantKey, writtenBarcodeKey } from "@pos/core/goods/catalog/records.ts";
import { locationKey } from "@pos/core/people/location/index.ts";
import { terminalKey } from "@pos/core/people/terminal/index.ts";
import { renewRecords } from "@pos/functions/jobs/renew.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  line,
  listedExceptions,
  openCounter,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "./counter.ts";

/** Codes and names as they are stored and looked up: trimmed, composed, without invisible characters, unique as one. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function mutate(field: string, answer: string, input: Fields): Promise<Data> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} userErrors { code path message } } }`;
  const { data, errors } = await counter.api.call(query, { variables: { input }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data[field];
}

const newId = (prefix: "var" | "prd" | "loc" | "trm" | "cat" | "tax" | "stf" | "cus") =>
  counter.shop.clock.newId(prefix);

async function create(variant: Fields, name = "Thing"): Promise<Data> {
  const id = newId("var");
  return mutate("createProduct", "product { name variants { id sku barcodes version } }", {
    id: newId("prd"),
    name,
    variants: [{ id, sku: id.slice(-12), unitPrice: "2", ...variant }],
  });
}

async function found(by: Fields): Promise<string | undefined> {
  const { data, errors } = await counter.api.call("query ($by: VariantBy!) { variant(by: $by) { id } }", {
    variables: { by },
    token: counter.owner,
  });
  expect(errors).toBeUndefined();
  return data.variant?.id;
}

/** An exception's code and the names of what it states as data. */
const statedBy = ({ code, details }: Data) => [code, ...details.map(({ name }: Data) => name)];

describe("R5: one GTIN", () => {
  test("createProduct: rejects a barcode when another form of its GTIN is stored", async () => {
    const { product } = await create({ barcodes: ["049000006346"] });
    const { id } = product.variants[0];
    for (const barcode of [
      "0049000006346",
      "00049000006346",
      "049000006346",
      "０４９０００００６３４６",
      " 049000006346 ",
    ])
      expect([barcode, refusals(await create({ barcodes: [barcode] }))]).toEqual([
        barcode,
        [["BARCODE_TAKEN", "input.variants.0.barcodes"]],
      ]);
    for (const barcode of [
      "049000006346",
      "0049000006346",
      "00049000006346",
      "0 49000 00634 6",
      "０４９０００００６３４６",
    ])
      expect([barcode, await found({ barcode })]).toEqual([barcode, id]);
    // Another check digit, another packing level, a number that lost its zero: other codes.
    for (const barcode of ["0049000006347", "10049000006343", "49000006346"])
      expect([barcode, refusals(await create({ barcodes: [barcode] }))]).toEqual([barcode, []]);
  });

  test("createProduct: rejects two forms of one GTIN when they are in one request", async () => {
    const variants = ["4006381333931", "04006381333931"].map((barcode) => {
      const id = newId("var");
      return { id, sku: id.slice(-12), unitPrice: "1", barcodes: [barcode] };
    });
    const product = { id: newId("prd"), name: "Pens", variants };
    expect(refusals(await mutate("createProduct", "product { id }", product))).toEqual([
      ["BARCODE_TAKEN", "input.variants.1.barcodes"],
    ]);
  });

  test("addVariant, patchVariant: reject another form, and give a released one free", async () => {
    const { product } = await create({ barcodes: ["036000291452"] });
    const other = (await create({})).product.variants[0];
    const { id, version } = product.variants[0];
    const add = {
      productId: "",
      variant: { id: newId("var"), sku: newId("var"), unitPrice: "1", barcodes: ["0036000291452"] },
    };
    const [own] = await ask("{ products(first: 1) { nodes { id } } }", "products");
    expect(refusals(await mutate("addVariant", "variant { id }", { ...add, productId: own.id }))).toEqual([
      ["BARCODE_TAKEN", "input.variant.barcodes"],
    ]);
    const patch = (fields: Fields) => mutate("patchVariant", "variant { id version barcodes }", fields);
    const taking = { variantId: other.id, version: other.version, barcodes: ["00036000291452"] };
    expect(refusals(await patch(taking))).toEqual([["BARCODE_TAKEN", "input.barcodes"]]);
    // The same GTIN in another form is the same barcode for its own variant.
    expect(refusals(await patch({ variantId: id, version, barcodes: ["0036000291452"] }))).toEqual([]);
    expect(await found({ barcode: "036000291452" })).toBe(id);
    expect(refusals(await patch({ variantId: id, version: version + 1, barcodes: null }))).toEqual([]);
    expect(await found({ barcode: "036000291452" })).toBeUndefined();
    expect(refusals(await patch(taking))).toEqual([]);
    expect(await found({ barcode: "036000291452" })).toBe(other.id);
  });

  test("completeSale, syncSales: sell the article when another form of its GTIN was scanned", async () => {
    await create({ barcodes: ["012345678905"] });
    const lines = [line({ variant: { barcode: "0012345678905" }, unitPrice: "2" })];
    const live = await complete(counter, saleInput(counter, { lines, payments: [payment(counter, 200)] }));
    expect(live.userErrors).toEqual([]);
    const offline = await syncOne(counter, saleInput(counter, { lines, payments: [payment(counter, 200)] }));
    expect(offline.status).toBe("RECORDED");
    expect(await exceptionsOf(counter, offline.id)).toEqual([]);
  });

  test("renewRecords: keeps both variants and raises exceptions when two have forms of one GTIN", async () => {
    const [first, second] = [await legacyVariant("745678901235"), await legacyVariant("0745678901235")];
    // These two are no GTINs: their check digit is wrong.
    expect(await found({ barcode: "745678901235" })).toBe(first);
    const gtin = "036000241457";
    const [a, b] = [await legacyVariant(gtin), await legacyVariant(`0${gtin}`)];
    const before = [await found({ barcode: gtin }), await found({ barcode: `0${gtin}` })];
    expect(before).toEqual([a, b]);
    // Before they are renewed, no third variant takes it.
    expect(refusals(await create({ barcodes: [`00${gtin}`] }))).toEqual([
      ["BARCODE_TAKEN", "input.variants.0.barcodes"],
    ]);
    await renewAgain();
    expect([await found({ barcode: gtin }), await found({ barcode: `0${gtin}` })]).toEqual(before);
    expect([a, b]).toContain(await found({ barcode: `00${gtin}` }));
    expect(refusals(await create({ barcodes: [`00${gtin}`] }))).toEqual([
      ["BARCODE_TAKEN", "input.variants.0.barcodes"],
    ]);
    for (const id of [a, b])
      expect((await listedExceptions(counter, id)).map(statedBy)).toEqual([["BARCODE_TAKEN", "barcode"]]);
    for (const id of [first, second]) expect(await listedExceptions(counter, id)).toEqual([]);
    // Who is left keeps it alone.
    const patch = (fields: Fields) => mutate("patchVariant", "variant { id version }", fields);
    expect(refusals(await patch({ variantId: a, version: 1, barcodes: [] }))).toEqual([]);
    for (const barcode of [gtin, `0${gtin}`, `00${gtin}`])
      expect([barcode, await found({ barcode })]).toEqual([barcode, b]);
    expect(refusals(await create({ barcodes: [gtin] }))).toEqual([["BARCODE_TAKEN", "input.variants.0.barcodes"]]);
    expect(refusals(await patch({ variantId: b, version: 1, unitPrice: "3" }))).toEqual([]);
    expect(refusals(await patch({ variantId: b, version: 2, barcodes: [] }))).toEqual([]);
    expect(refusals(await create({ barcodes: [gtin] }))).toEqual([]);
  });
});

/** A variant with the uniqueness record of what was typed, as older programs stored it. */
async function legacyVariant(barcode: string): Promise<string> {
  const { product } = await create({});
  const { id } = product.variants[0];
  const { table, merchantId } = counter.shop;
  const item = present(await table.get(variantKey(merchantId, id)), "the variant");
  await table.transact([
    { op: "put", item: { ...item, barcodes: [barcode] } },
    { op: "put", item: { ...writtenBarcodeKey(merchantId, barcode), variantId: id }, if: { is: "absent" } },
  ]);
  return id;
}

/** The run that comes once after an upgrade. */
async function renewAgain(): Promise<void> {
  const { table, clock, merchantId } = counter.shop;
  await table.write({ op: "delete", key: { pk: `${merchantId}#RENEWED`, sk: "RENEWED" } });
  expect((await renewRecords({ table, clock })).renewed).toBe(1);
  expect((await renewRecords({ table, clock })).renewed).toBe(0);
}

async function ask(query: string, field: string): Promise<Data[]> {
  const { data, errors } = await counter.api.call(query, { token: counter.owner });
  expect(errors).toBeUndefined();
  return data[field].nodes;
}

describe("R12: codes and names", () => {
  test("createProduct: stores codes and names trimmed and composed, and finds them as they were typed", async () => {
    const { product } = await create(
      { sku: " AB\u00a01e\u0301 ", barcodes: ["998877 "], name: "\u3000Cafe\u0301 " },
      " Cafe\u0301\t",
    );
    const [variant] = product.variants;
    expect(product.name).toBe("Café");
    expect(variant).toMatchObject({ sku: "AB 1é", barcodes: ["998877"] });
    for (const sku of ["AB 1é", " AB 1e\u0301", "AB\u00a01é\r\n", "\ufeffAB 1é"])
      expect([sku, await found({ sku })]).toEqual([sku, variant.id]);
    for (const barcode of ["998877", "998877 ", "９９８８７７", "99\u200b8877"])
      expect([barcode, await found({ barcode })]).toEqual([barcode, variant.id]);
    expect(refusals(await create({ sku: "AB 1e\u0301" }))).toEqual([["SKU_TAKEN", "input.variants.0.sku"]]);
    expect(refusals(await create({ barcodes: [" 998877"] }))).toEqual([["BARCODE_TAKEN", "input.variants.0.barcodes"]]);
  });

  const INVISIBLE = [
    "\u200b",
    "\u200d",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u00ad",
    "\ufeff",
    "\u2060",
    "\u2028",
    "\u3164",
    "\u{e0041}",
  ];
  const CREATIONS: readonly (readonly [field: string, code: string, path: string, input: (text: string) => Fields])[] =
    [
      ["createProduct", "INVALID_NAME", "name", (name) => productWith({}, name)],
      ["createProduct", "INVALID_SKU", "variants.0.sku", (sku) => productWith({ sku })],
      ["createProduct", "INVALID_NAME", "variants.0.name", (name) => productWith({ name })],
      ["createProduct", "INVALID_BARCODE", "variants.0.barcodes", (barcode) => productWith({ barcodes: [barcode] })],
      ["createCategory", "INVALID_NAME", "name", (name) => ({ id: newId("cat"), name })],
      ["createTaxCode", "INVALID_NAME", "name", (name) => ({ id: newId("tax"), name, rate: "5" })],
      ["createLocation", "INVALID_CODE", "code", (code) => ({ ...newLocation(), code })],
      ["createLocation", "INVALID_NAME", "name", (name) => ({ ...newLocation(), name })],
      ["createTerminal", "INVALID_CODE", "code", (code) => ({ ...newTerminal(), code })],
      ["createTerminal", "INVALID_NAME", "name", (name) => ({ ...newTerminal(), name })],
      [
        "createStaff",
        "INVALID_NAME",
        "name",
        (name) => ({ id: newId("stf"), name, role: "CASHIER", operatorNumber: "777", pin: "482613" }),
      ],
      ["createCustomer", "INVALID_NAME", "name", (name) => ({ id: newId("cus"), name })],
      ["createCustomer", "INVALID_PHONE", "phone", (phone) => ({ id: newId("cus"), name: "Ada", phone })],
    ];

  test.each(CREATIONS)("%s: rejects an invisible character with %s at %s", async (field, code, path, input) => {
    for (const character of INVISIBLE) {
      const answer = await mutate(field, "__typename", input(`Co${character}la`));
      expect([character.codePointAt(0)?.toString(16), refusals(answer)]).toEqual([
        character.codePointAt(0)?.toString(16),
        [[code, `input.${path}`]],
      ]);
      expect(answer.userErrors[0].message).toContain("invisible character (U+");
    }
  });

  test("createProduct: keeps joiners in names where writing needs them", async () => {
    for (const name of ["می‌خواهم", "क्‍ष", "👨‍👩‍👧 set", "❤️ mug", "1️⃣"]) {
      const answer = await create({}, name);
      expect([name, refusals(answer), answer.product?.name]).toEqual([name, [], name]);
    }
  });

  test("patchVariant, patchProduct: store names and codes as a creation does", async () => {
    const { product } = await create({});
    const { id, version } = product.variants[0];
    const { variant } = await mutate("patchVariant", "variant { sku name barcodes }", {
      ...{ variantId: id, version, sku: " P-1 ", name: " Large ", barcodes: ["55 "] },
    });
    expect(variant).toEqual({ sku: "P-1", name: "Large", barcodes: ["55"] });
    const spoilt = { variantId: id, version: version + 1, sku: "P\u200b1" };
    expect(refusals(await mutate("patchVariant", "variant { id }", spoilt))).toEqual([["INVALID_SKU", "input.sku"]]);
  });

  test("variant: finds what was stored with white space before codes were trimmed", async () => {
    const { product } = await create({});
    const { id, sku } = product.variants[0];
    const { table, merchantId } = counter.shop;
    const item = present(await table.get(variantKey(merchantId, id)), "the variant");
    await table.transact([
      { op: "put", item: { ...item, sku: "OLD 7 ", barcodes: ["667788 "] } },
      { op: "delete", key: skuKey(merchantId, sku) },
      { op: "put", item: { ...skuKey(merchantId, "OLD 7 "), variantId: id } },
      { op: "put", item: { ...writtenBarcodeKey(merchantId, "667788 "), variantId: id } },
    ]);
    expect([await found({ sku: "OLD 7 " }), await found({ barcode: "667788 " })]).toEqual([id, id]);
    await renewAgain();
    for (const by of [{ sku: "OLD 7 " }, { sku: "OLD 7" }, { barcode: "667788 " }, { barcode: "667788" }])
      expect([by, await found(by)]).toEqual([by, id]);
    expect(await table.get(barcodeKey(merchantId, "667788"))).toMatchObject({ variantId: id });
    // It may be changed without its codes.
    const price = { variantId: id, version: 1, unitPrice: "3" };
    expect(refusals(await mutate("patchVariant", "variant { id }", price))).toEqual([]);
  });

  test("renewRecords: raises SKU_TAKEN when a stored SKU is another variant's with white space", async () => {
    await create({ sku: "OLD 8" });
    const { product } = await create({});
    const { id, sku } = product.variants[0];
    const { table, merchantId } = counter.shop;
    const item = present(await table.get(variantKey(merchantId, id)), "the variant");
    await table.transact([
      { op: "put", item: { ...item, sku: "OLD 8 " } },
      { op: "delete", key: skuKey(merchantId, sku) },
      { op: "put", item: { ...skuKey(merchantId, "OLD 8 "), variantId: id } },
    ]);
    await renewAgain();
    expect(await listedExceptions(counter, id)).toMatchObject([
      { code: "SKU_TAKEN", details: [{ name: "sku", text: "OLD 8" }] },
    ]);
  });

  test("signInOperator: takes digits of another width when a Chinese keyboard types them", async () => {
    const { operatorNumber = "", pin } = counter.shop.staff.CASHIER;
    const wide = [...operatorNumber].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
    const query =
      "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token userErrors { code } } }";
    const { data } = await counter.api.call(query, {
      variables: { input: { operatorNumber: ` ${wide} `, pin } },
      token: counter.terminal,
    });
    expect(data.signInOperator.userErrors).toEqual([]);
  });
});

function productWith(variant: Fields, name = "Thing"): Fields {
  const id = newId("var");
  return { id: newId("prd"), name, variants: [{ id, sku: id.slice(-12), unitPrice: "2", ...variant }] };
}

function newLocation(): Fields {
  const id = newId("loc");
  return { id, code: id.slice(-6), name: "Branch", timeZone: "Europe/London" };
}

function newTerminal(): Fields {
  const id = newId("trm");
  return { id, code: id.slice(-6), name: "Counter", locationId: counter.shop.locationId };
}

describe("R3: codes that receipt numbers are made of", () => {
  test.each([
    ["createTerminal", newTerminal],
    ["createLocation", newLocation],
  ] as const)("%s: rejects a code that another one has, whatever its case and form", async (field, input) => {
    const code = `Caf\u00e9-${field}`;
    expect(refusals(await mutate(field, "__typename", { ...input(), code }))).toEqual([]);
    for (const other of [code, code.toUpperCase(), ` ${code.normalize("NFD")} `, code.replace("C", "Ｃ")])
      expect([other, refusals(await mutate(field, "__typename", { ...input(), code: other }))]).toEqual([
        other,
        [["CODE_TAKEN", "input.code"]],
      ]);
    const both = await Promise.all(["X9", "x9"].map((each) => mutate(field, "__typename", { ...input(), code: each })));
    expect(both.flatMap((answer) => refusals(answer))).toEqual([["CODE_TAKEN", "input.code"]]);
  });

  test("createTerminal: a terminal and a location may have one code", async () => {
    expect(refusals(await mutate("createLocation", "__typename", { ...newLocation(), code: "SAME" }))).toEqual([]);
    expect(refusals(await mutate("createTerminal", "__typename", { ...newTerminal(), code: "SAME" }))).toEqual([]);
  });

  test("renewRecords: keeps doubles that are stored, raises exceptions, and lets no third have the code", async () => {
    const { table, merchantId, locationId } = counter.shop;
    const [one, two] = [newId("trm"), newId("trm")];
    for (const id of [one, two]) {
      const record = { id, code: "TILL9", name: "Till", locationId, credentialVersion: 0, version: 1 };
      await table.write({ op: "put", item: { ...terminalKey(merchantId, id), ...record } });
    }
    const branch = newId("loc");
    const place = { id: branch, code: "high-st", name: "Low", timeZone: "Europe/London", version: 1 };
    await table.write({ op: "put", item: { ...locationKey(merchantId, branch), ...place } });
    const third = () => mutate("createTerminal", "__typename", { ...newTerminal(), code: "till9" });
    await table.write({ op: "delete", key: { pk: `${merchantId}#RENEWED`, sk: "RENEWED" } });
    expect(refusals(await third())).toEqual([["CODE_TAKEN", "input.code"]]);
    await renewAgain();
    expect(refusals(await third())).toEqual([["CODE_TAKEN", "input.code"]]);
    for (const id of [one, two, locationId])
      expect([id, (await listedExceptions(counter, id)).map(statedBy)]).toEqual([id, [["CODE_TAKEN", "code"]]]);
  });
});
