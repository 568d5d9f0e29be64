import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Counter,
  closeCounter,
  complete,
  openCounter,
  payment,
  refusals,
  saleInput,
  sync,
} from "../../api/counter.ts";

/** Weighed articles, and codes that contain a weight or price, from the catalogue to the level and back. */
let counter: Counter;
const CHEESE = "2100001000004";
const ids = { cheese: "", cake: "" };

beforeAll(async () => {
  counter = await openCounter();
  const newId = (kind: "prd" | "var") => counter.shop.clock.newId(kind);
  [ids.cheese, ids.cake] = [newId("var"), newId("var")];
  const cheese = { sku: "CHEESE", unitPrice: "39.90", barcodes: [CHEESE], unit: "KILOGRAM", tare: "0.012" };
  const cake = { sku: "12345", unitPrice: "10" };
  for (const [name, variant] of [
    ["Cheese", { id: ids.cheese, ...cheese }],
    ["Cake", { id: ids.cake, ...cake }],
  ] as const) {
    const input = { id: newId("prd"), name, variants: [variant] };
    const mutation =
      "mutation ($input: CreateProductInput!) { createProduct(input: $input) { userErrors { code path } } }";
    expect((await ask(mutation, { input })).createProduct.userErrors).toEqual([]);
  }
  expect(await setLayouts(["21IIIIIWWDDDC", "22IIIIIPPPDDC", "23IIIIIPPPDDC"])).toEqual([]);
}, 60_000);
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object = {}, token = counter.owner) {
  const { data, errors } = await counter.api.call(query, { variables: { ...variables }, token });
  expect(errors).toBeUndefined();
  return data;
}

async function setLayouts(scaleLayouts: readonly string[]) {
  const { version } = (await ask("{ me { merchant { version } } }")).me.merchant;
  const mutation =
    "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code path } } }";
  return (await ask(mutation, { input: { version, scaleLayouts } })).updateMerchant.userErrors;
}

async function scanned(code: string) {
  const query =
    "query ($code: String!) { scannedArticle(code: $code) { variant { sku unit tare } quantity unitPrice } }";
  return (await ask(query, { code }, counter.terminal)).scannedArticle;
}

const CHEESE_FOUND = { sku: "CHEESE", unit: "KILOGRAM", tare: "0.012" };
const CAKE_FOUND = { sku: "12345", unit: "EACH", tare: null };

describe("scannedArticle", () => {
  test("scannedArticle: returns the weight of 2100001027506, and the article alone for its own code", async () => {
    expect(await scanned("2100001027506")).toEqual({ variant: CHEESE_FOUND, quantity: "2.75", unitPrice: null });
    expect(await scanned(CHEESE)).toEqual({ variant: CHEESE_FOUND, quantity: null, unitPrice: null });
    expect(await scanned("CHEESE")).toEqual({ variant: CHEESE_FOUND, quantity: null, unitPrice: null });
  });

  test("scannedArticle: returns the price of pieces, found by their number", async () => {
    expect(await scanned("2212345012374")).toEqual({ variant: CAKE_FOUND, quantity: "1", unitPrice: "12.37" });
  });

  test("scannedArticle: returns null when no layout or no article has the code", async () => {
    for (const code of ["2100002027505", "2900001027502", "2100001027507", "", "4006381333931"])
      expect([code, await scanned(code)]).toEqual([code, null]);
  });

  test("catalogSnapshot, terminalSettings: have what a terminal needs to read the same codes offline", async () => {
    const query = "{ catalogSnapshot { products { variants { sku unit tare } } } terminalSettings { scaleLayouts } }";
    const { catalogSnapshot, terminalSettings } = await ask(query, {}, counter.terminal);
    const variants = catalogSnapshot.products.flatMap((one: { variants: object[] }) => one.variants);
    expect(variants).toEqual(expect.arrayContaining([CHEESE_FOUND, CAKE_FOUND]));
    expect(terminalSettings.scaleLayouts).toEqual(["21IIIIIWWDDDC", "22IIIIIPPPDDC", "23IIIIIPPPDDC"]);
  });
});

describe("completeSale", () => {
  const weighed = { variant: { barcode: CHEESE }, quantity: "2.75", unitPrice: "39.90", code: "2100001027506" };

  test("completeSale: sells 2.75 kg, moves the level by it, and gives a part of it back", async () => {
    const input = saleInput(counter, { lines: [weighed], payments: [payment(counter, 10_973)] });
    const { sale, userErrors } = await complete(counter, input);
    expect(userErrors).toEqual([]);
    expect(sale.total.amount).toBe(10_973);
    const refund = {
      ...{ id: counter.shop.clock.newId("ref"), saleId: input.id, occurredAt: counter.shop.clock.now() },
      lines: [{ line: 1, quantity: "0.5" }],
      payments: [{ id: counter.shop.clock.newId("pay"), method: "CARD", amount: 1995 }],
    };
    const mutation = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
      refund { lines { quantity unit } } userErrors { code path } } }`;
    expect((await ask(mutation, { input: refund })).refundSale).toEqual({
      refund: { lines: [{ quantity: "-0.5", unit: "KILOGRAM" }] },
      userErrors: [],
    });
    await counter.api.reader.caughtUp();
    const query = `query ($sale: ID!, $location: ID!) {
      sale(id: $sale) { lines { quantity unit code priceSource } }
      stockLevels(locationId: $location, skus: ["CHEESE"]) { nodes { onHand } } }`;
    const found = await ask(query, { sale: input.id, location: counter.shop.locationId });
    expect(found.sale.lines).toEqual([
      { quantity: "2.75", unit: "KILOGRAM", code: "2100001027506", priceSource: "CATALOG" },
    ]);
    expect(found.stockLevels.nodes).toEqual([{ onHand: "-2.25" }]);
  });

  test("completeSale: charges a cashier's customer what a label asks for, and no other price", async () => {
    const code = "2212345012374";
    const cake = { variant: { sku: "12345" }, quantity: "1", unitPrice: "12.37", code };
    const sell = (fields: object) =>
      complete(
        counter,
        saleInput(counter, { lines: [{ ...cake, ...fields }], payments: [payment(counter, 1237)] }),
        counter.cashier,
      );
    expect((await sell({})).userErrors).toEqual([]);
    const refused = [
      { unitPrice: "12.36" },
      { code: "2212345012367" },
      { code: null },
      { variant: { sku: "SKU-0001" } },
      { code: "2912345012373" },
    ];
    for (const fields of refused) {
      const { userErrors } = await sell(fields);
      expect([fields, userErrors.map(({ code: one }: { code: string }) => one)]).toEqual([
        fields,
        expect.arrayContaining(["PRICE_NOT_ALLOWED"]),
      ]);
    }
  });

  test("completeSale: a label on what is weighed comes to just its price, offline too", async () => {
    const layouts = ["21IIIIIPPPDDC"];
    expect(await setLayouts(layouts)).toEqual([]);
    const code = "2100001012359";
    const { quantity, unitPrice } = await scanned(code);
    expect({ quantity, unitPrice }).toEqual({ quantity: "0.31", unitPrice: "39.83871" });
    const lines = [{ variant: { id: ids.cheese }, quantity, unitPrice, code }];
    const input = () => saleInput(counter, { lines, payments: [payment(counter, 1235)], expectedTotal: 1235 });
    const { sale, userErrors } = await complete(counter, input(), counter.cashier);
    expect([userErrors, sale.total.amount]).toEqual([[], 1235]);
    const results = await sync(counter, [input()]);
    expect(
      results.map((one: { status: string; sale: { exceptions: object[] } }) => [one.status, one.sale.exceptions]),
    ).toEqual([["RECORDED", []]]);
    const sources = [sale.id, results[0]?.sale.id].map((id) => ask(`{ sale(id: "${id}") { lines { priceSource } } }`));
    for (const found of await Promise.all(sources)) expect(found.sale.lines).toEqual([{ priceSource: "LABEL" }]);
  });
});

describe("tare", () => {
  const TARED = "lines { quantity tare }";
  const lines = (tare?: string) => [
    { variant: { sku: "CHEESE" }, quantity: "1.25", unitPrice: "39.90", ...(tare === undefined ? {} : { tare }) },
  ];
  const sold = (tare?: string) => saleInput(counter, { lines: lines(tare), payments: [payment(counter, 4988)] });
  const kept = async (id: string) => (await ask(`query ($id: ID!) { sale(id: $id) { ${TARED} } }`, { id })).sale.lines;

  test("completeSale, syncSales: keep what was taken off for the package, and nothing where it is zero", async () => {
    for (const [tare, stored] of [
      ["0.05", "0.05"],
      ["0.000", null],
      [undefined, null],
    ] as const) {
      const live = sold(tare);
      expect(refusals(await complete(counter, live))).toEqual([]);
      const late = sold(tare);
      expect((await sync(counter, [late])).map(({ status }: { status: string }) => status)).toEqual(["RECORDED"]);
      const line = { quantity: "1.25", tare: stored };
      expect([await kept(live.id), await kept(late.id)]).toEqual([[line], [line]]);
      const item = await counter.shop.engine.table.get({ pk: `${counter.shop.merchantId}#${live.id}`, sk: "FACT" });
      expect(String(item?.body).includes('"tare"')).toBe(stored !== null);
    }
  });

  test("completeSale: keeps none where pieces, packs or open goods are sold, and refuses one below zero", async () => {
    const tare = "0.05";
    const pieces = [
      { variant: { sku: "12345" }, quantity: "1", unitPrice: "10", tare },
      { description: "Flowers", quantity: "1", unitPrice: "1", tare },
    ];
    const input = saleInput(counter, { lines: pieces, payments: [payment(counter, 1100)] });
    expect(refusals(await complete(counter, input))).toEqual([]);
    expect(await kept(input.id)).toEqual([
      { quantity: "1", tare: null },
      { quantity: "1", tare: null },
    ]);
    expect(refusals(await complete(counter, sold("-0.05")))).toEqual([["INVALID_TARE", "input.lines.0.tare"]]);
  });

  test("receipt: states the tare with the weight, in both languages; a quote and its sale keep it", async () => {
    const input = sold("0.05");
    await complete(counter, input);
    const query = `query ($id: ID!, $language: ReceiptLanguage!) {
      receipt(factId: $id, format: TEXT_48, language: $language) { content } }`;
    const text = async (language: string) => (await ask(query, { id: input.id, language })).receipt.content;
    expect(await text("EN")).toContain("1.250 kg (tare 0.050 kg) x £39.90/kg");
    expect(await text("ZH_HANS")).toContain("1.250 kg（皮重 0.050 kg） x £39.90/kg");
    const quote = { id: counter.shop.clock.newId("quo"), validUntil: counter.shop.clock.now().slice(0, 10) };
    const create = `mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { ${TARED} } } }`;
    const { createQuote } = await ask(create, { input: { ...quote, lines: lines("0.05") } }, counter.cashier);
    expect(createQuote.quote.lines).toEqual([{ quantity: "1.25", tare: "0.05" }]);
    const ofQuote = { ...sold("0.05"), quoteId: quote.id };
    expect(refusals(await complete(counter, ofQuote))).toEqual([]);
    expect(await kept(ofQuote.id)).toEqual([{ quantity: "1.25", tare: "0.05" }]);
  });
});

test("patchVariant: changes unit and tare, and refuses a tare below zero", async () => {
  const mutation = `mutation ($input: PatchVariantInput!) {
    patchVariant(input: $input) { variant { unit tare } userErrors { code path } } }`;
  const patch = async (version: number, fields: object) =>
    (await ask(mutation, { input: { variantId: ids.cake, version, ...fields } })).patchVariant;
  expect((await patch(1, { unit: "POUND", tare: "-0.1" })).userErrors).toEqual([
    { code: "INVALID_TARE", path: ["input", "tare"] },
  ]);
  expect((await patch(1, { unit: "POUND", tare: "0.1" })).variant).toEqual({ unit: "POUND", tare: "0.1" });
  expect((await patch(2, { unit: "EACH", tare: null })).variant).toEqual({ unit: "EACH", tare: null });
});

test("createQuote: holds the unit, the code and the price of a label, and is read back", async () => {
  expect(await setLayouts(["21IIIIIWWDDDC", "22IIIIIPPPDDC"])).toEqual([]);
  const lines = [
    { variant: { sku: "12345" }, quantity: "1", unitPrice: "12.37", code: "2212345012374" },
    { variant: { barcode: CHEESE }, quantity: "2.75", unitPrice: "39.90", code: "2100001027506" },
  ];
  const input = { id: counter.shop.clock.newId("quo"), validUntil: counter.shop.clock.now().slice(0, 10), lines };
  const kept = "quote { lines { quantity unit code priceSource } } userErrors { code path }";
  const mutation = `mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { ${kept} } }`;
  const { createQuote } = await ask(mutation, { input }, counter.cashier);
  expect(createQuote).toEqual({
    userErrors: [],
    quote: {
      lines: [
        { quantity: "1", unit: "EACH", code: "2212345012374", priceSource: "LABEL" },
        { quantity: "2.75", unit: "KILOGRAM", code: "2100001027506", priceSource: "CATALOG" },
      ],
    },
  });
  const query = "query ($at: ID!) { quotes(locationId: $at) { nodes { lines { quantity unit code priceSource } } } }";
  const { quotes } = await ask(query, { at: counter.shop.locationId });
  expect(quotes.nodes).toContainEqual(createQuote.quote);
});

test("updateMerchant: refuses layouts that two codes could be read by", async () => {
  const invalid = (at: string) => [{ code: "INVALID_SCALE_LAYOUT", path: ["input", "scaleLayouts", at] }];
  expect(await setLayouts(["21IIIIIWWDDDC", "2112IIIWWDDDC"])).toEqual(invalid("1"));
  expect(await setLayouts(["40IIIIIWWDDDC"])).toEqual(invalid("0"));
});
