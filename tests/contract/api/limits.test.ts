import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  type Input,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  SYNC,
  saleInput,
  storedSale,
  sync,
  syncOne,
} from "./counter.ts";

/** contract.md: "Limits: 2,000 lines a sale, 100 sales a batch, 1 MiB a request; text: ...". */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const COMPLETE_ID = "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } } }";

function longSale(lines: number): Input {
  return saleInput(counter, {
    lines: Array.from({ length: lines }, () => openLine("0.01")),
    payments: [payment(counter, lines)],
  });
}

describe("lists", () => {
  test("a sale of 2,000 lines is recorded, live and synced", async () => {
    const live = longSale(2000);
    const { sale, userErrors } = await complete(counter, live);
    expect(userErrors).toEqual([]);
    expect(sale).toMatchObject({ total: { amount: 2000 } });
    expect(sale.lines).toHaveLength(2000);
    expect(sale.lines[1999].id).toBe(`${live.id}.2000`);
    expect((await syncOne(counter, longSale(2000))).status).toBe("RECORDED");
  });

  test("2,001 lines are BAD_REQUEST, live and synced, and nothing of the batch is recorded", async () => {
    const long = longSale(2001);
    const live = await counter.api.call(COMPLETE_ID, { variables: { input: long }, token: counter.manager });
    expect(codeOf(live)).toBe("BAD_REQUEST");
    const neighbour = saleInput(counter);
    const synced = await counter.api.call(SYNC, { variables: { sales: [neighbour, long] }, token: counter.terminal });
    expect(codeOf(synced)).toBe("BAD_REQUEST");
    expect(await storedSale(counter, neighbour.id)).toBeNull();
    expect(await storedSale(counter, long.id)).toBeNull();
  });

  test("a batch of 100 sales is recorded in the order sent", async () => {
    const sales = Array.from({ length: 100 }, () => saleInput(counter));
    const results = await sync(counter, sales);
    expect(results.map(({ id, status }) => [id, status])).toEqual(sales.map(({ id }) => [id, "RECORDED"]));
  });

  test("101 sales are BAD_REQUEST and none is recorded", async () => {
    const sales = Array.from({ length: 101 }, () => saleInput(counter));
    const answer = await counter.api.call(SYNC, { variables: { sales }, token: counter.terminal });
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expect(await storedSale(counter, sales[0]?.id ?? "")).toBeNull();
  });

  test("a batch of none is answered with none", async () => {
    expect(await sync(counter, [])).toEqual([]);
  });

  test("a request over 1 MiB is TOO_LARGE, one just below is recorded", async () => {
    const note = "x".repeat(500);
    const sale = (lines: number) =>
      saleInput(counter, {
        lines: Array.from({ length: lines }, () => openLine("0", { note })),
        payments: [],
      });
    const large = await counter.api.call(COMPLETE_ID, { variables: { input: sale(1900) }, token: counter.manager });
    expect([large.status, codeOf(large)]).toEqual([413, "TOO_LARGE"]);
    const fits = await counter.api.call(COMPLETE_ID, { variables: { input: sale(1700) }, token: counter.manager });
    expect(fits.errors).toBeUndefined();
    expect(fits.data.completeSale.sale).not.toBeNull();
  });
});

describe("texts of a sale", () => {
  const FIELDS: readonly (readonly [
    field: string,
    max: number,
    code: string,
    path: string,
    of: (text: string) => object,
  ])[] = [
    ["note", 500, "INVALID_NOTE", "note", (note) => ({ note })],
    ["line note", 500, "INVALID_NOTE", "lines.0.note", (note) => ({ lines: [line({ note })] })],
    [
      "description",
      200,
      "INVALID_DESCRIPTION",
      "lines.0.description",
      (description) => ({ lines: [line({ description })] }),
    ],
    [
      "open description",
      200,
      "INVALID_DESCRIPTION",
      "lines.0.description",
      (description) => ({ lines: [openLine("1.99", { description })] }),
    ],
    [
      "reference",
      100,
      "INVALID_PAYMENT",
      "payments.0.reference",
      (reference) => ({ payments: [payment(counter, 199, { reference })] }),
    ],
  ];
  const LONG = FIELDS.flatMap(([field, max, code, path, of]) =>
    ["x", "é", "𝄞"].map((character) => [field, max, character, code, path, of] as const),
  );

  test.each(LONG)(
    "a %s of %i times %s is taken, one more is refused",
    async (_field, max, character, code, path, of) => {
      const fits = saleInput(counter, { ...of(character.repeat(max)) });
      expect((await complete(counter, fits)).userErrors).toEqual([]);
      const long = saleInput(counter, { ...of(character.repeat(max + 1)) });
      expect(refusals(await complete(counter, long))).toEqual([[code, `input.${path}`]]);
      expect(await syncOne(counter, long)).toMatchObject({ status: "REJECTED", sale: null, userErrors: [{ code }] });
    },
  );

  const SPOILT = FIELDS.flatMap(([field, , code, path, of]) =>
    [
      ["NUL", "a\0b"],
      ["a line end", "a\nb"],
      ["a tab", "a\tb"],
      ["DEL", "a\u007fb"],
      ["a C1 control", "a\u0085b"],
      ["a lone high surrogate", "a\ud800b"],
      ["a lone low surrogate", "a\udc00b"],
    ].map(([name = "", text = ""]) => [field, name, text, code, path, of] as const),
  );
  test.each(SPOILT)("a %s with %s is refused", async (_field, _name, text, code, path, of) => {
    const input = saleInput(counter, { ...of(text) });
    expect(refusals(await complete(counter, input))).toEqual([[code, `input.${path}`]]);
  });

  test.each([
    ["a line end alone", "\n"],
    ["201 blanks", " ".repeat(201)],
  ])("a description of %s is refused, also where a variant has a name", async (_name, description) => {
    const input = saleInput(counter, { lines: [line({ description })] });
    expect(refusals(await complete(counter, input))).toEqual([["INVALID_DESCRIPTION", "input.lines.0.description"]]);
  });

  test("texts come back as they were sent", async () => {
    const note = "Für Müller – 2 × „Brötchen“ 🥐";
    const { sale } = await complete(counter, saleInput(counter, { note, lines: [line({ description: note })] }));
    expect([sale.note, sale.lines[0].description]).toEqual([note, note]);
  });

  test.each(["sku", "barcode", "id"])("a variant named by a %s of more than 64 characters is malformed", async (by) => {
    const input = saleInput(counter, { lines: [line({ variant: { [by]: "x".repeat(65) } })] });
    expect(refusals(await complete(counter, input))).toEqual([["INVALID_VARIANT", `input.lines.0.variant.${by}`]]);
    const unknown = saleInput(counter, { lines: [line({ variant: { [by]: "x".repeat(64) } })] });
    expect(refusals(await complete(counter, unknown))).toEqual([["UNKNOWN_VARIANT", "input.lines.0.variant"]]);
  });
});

describe("texts of the catalogue", () => {
  const CREATE = `mutation ($input: CreateProductInput!) { createProduct(input: $input) {
    product { name variants { id sku name barcodes } } userErrors { code path } } }`;
  const create = async (variant: object, product: object = {}): Promise<Data> => {
    const { shop, api, owner } = counter;
    const variants = [{ id: shop.clock.newId("var"), sku: shop.clock.newId("var"), unitPrice: "1.99", ...variant }];
    const input = { id: shop.clock.newId("prd"), name: "A product", variants, ...product };
    const { data, errors } = await api.call(CREATE, { variables: { input }, token: owner });
    expect(errors).toBeUndefined();
    return data.createProduct;
  };

  test.each<[string, (text: string) => Promise<Data>, number, string, string]>([
    ["SKU", (sku) => create({ sku }), 64, "INVALID_SKU", "variants.0.sku"],
    ["barcode", (barcode) => create({ barcodes: [barcode] }), 64, "INVALID_BARCODE", "variants.0.barcodes"],
    ["variant's name", (name) => create({ name }), 200, "INVALID_NAME", "variants.0.name"],
    ["product's name", (name) => create({}, { name }), 200, "INVALID_NAME", "name"],
  ])("a %s has its limit, no control characters, and is something to read", async (_name, make, max, code, path) => {
    for (const text of ["x".repeat(max), "é".repeat(max), "𝄞".repeat(max)])
      expect(refusals(await make(text))).toEqual([]);
    for (const text of ["x".repeat(max + 1), "𝄞".repeat(max + 1), "a\nb", "a\ud800", " ", ""])
      expect(refusals(await make(text))).toEqual([[code, `input.${path}`]]);
  });

  test.each(["x", "é", "𝄞"])(
    "a variant of 64 times %s as SKU and barcode is found and sold by both",
    async (character) => {
      const sku = `A${character.repeat(63)}`;
      const barcode = `B${character.repeat(63)}`;
      const { product, userErrors } = await create({ sku, barcodes: [barcode] });
      expect(userErrors).toEqual([]);
      const [{ id }] = product.variants;
      for (const by of [{ id }, { sku }, { barcode }]) {
        const query = "query ($by: VariantBy!) { variant(by: $by) { id } }";
        const { data } = await counter.api.call(query, { variables: { by }, token: counter.terminal });
        expect(data).toEqual({ variant: { id } });
        expect((await complete(counter, saleInput(counter, { lines: [line({ variant: by })] }))).userErrors).toEqual(
          [],
        );
      }
    },
  );

  test("names of locations and terminals have the same limits", async () => {
    const { shop, api, owner } = counter;
    const location = { code: "X", name: "x".repeat(201), timeZone: "Europe/London", id: shop.clock.newId("loc") };
    const terminal = { code: "x".repeat(65), name: "a\nb", locationId: shop.locationId, id: shop.clock.newId("trm") };
    const { data } = await api.call(
      `mutation ($location: CreateLocationInput!, $terminal: CreateTerminalInput!) {
        createLocation(input: $location) { userErrors { code path } }
        createTerminal(input: $terminal) { userErrors { code path } } }`,
      { variables: { location, terminal }, token: owner },
    );
    expect(refusals(data.createLocation)).toEqual([["INVALID_NAME", "input.name"]]);
    expect(refusals(data.createTerminal)).toEqual([
      ["INVALID_CODE", "input.code"],
      ["INVALID_NAME", "input.name"],
    ]);
  });
});

describe("what is far beyond every limit", () => {
  const odd = ["x".repeat(1000), "\0", "\ud800", "__proto__", "constructor"];

  test.each(odd)("%j as the id of something is an unknown one, never a bug", async (id) => {
    const { shop, api, owner } = counter;
    const variants = [{ id: shop.clock.newId("var"), sku: shop.clock.newId("var"), unitPrice: "1" }];
    const product = (fields: object) => ({ id: shop.clock.newId("prd"), name: "A product", variants, ...fields });
    const { data, errors } = await api.call(
      `mutation ($terminal: CreateTerminalInput!, $taxed: CreateProductInput!, $sorted: CreateProductInput!, $id: ID!) {
        createTerminal(input: $terminal) { userErrors { code path } }
        taxed: createProduct(input: $taxed) { userErrors { code path } }
        sorted: createProduct(input: $sorted) { userErrors { code path } }
        changePrice(input: { variantId: $id, unitPrice: "1", version: 1 }) { userErrors { code path } }
        revokeTerminal(input: { terminalId: $id, version: 1 }) { userErrors { code path } }
        issueActivationCode(input: { terminalId: $id }) { userErrors { code path } }
        resolveException(input: { subject: $id, code: "LATE", note: "x", version: 1 }) { userErrors { code path } } }`,
      {
        variables: {
          id,
          terminal: { id: shop.clock.newId("trm"), code: "T", name: "T", locationId: id },
          taxed: product({ taxCodeId: id }),
          sorted: product({ categoryId: id }),
        },
        token: owner,
      },
    );
    expect(errors).toBeUndefined();
    expect(Object.values(data).map((payload) => refusals(payload))).toEqual([
      [["UNKNOWN_LOCATION", "input.locationId"]],
      [["UNKNOWN_TAX_CODE", "input.taxCodeId"]],
      [["UNKNOWN_CATEGORY", "input.categoryId"]],
      [["UNKNOWN_VARIANT", "input.variantId"]],
      [["UNKNOWN_TERMINAL", "input.terminalId"]],
      [["UNKNOWN_TERMINAL", "input.terminalId"]],
      [["UNKNOWN_EXCEPTION", "input.subject"]],
    ]);
  });

  test.each(odd)("%j in a query finds nothing", async (text) => {
    const { data, errors } = await counter.api.call(
      `query ($id: ID!, $text: String!) { node(id: $id) { id } sale(id: $id) { id } byId: variant(by: { id: $id }) { id }
        bySku: variant(by: { sku: $text }) { id } byBarcode: variant(by: { barcode: $text }) { id }
        stockLevels(locationId: $id) { nodes { sku } }
        here: stockLevels(locationId: "${counter.shop.locationId}", skus: [$text]) { nodes { sku } }
        ofCustomer: sales(filter: { customerId: $id }) { nodes { id } } sales(filter: { locationId: $id }) { nodes { id } }
        exceptions(locationId: $id) { nodes { code } }
        salesSummary(locationId: $id, from: "2026-06-15", to: "2026-06-15") { saleCount } }`,
      { variables: { id: text, text }, token: counter.owner },
    );
    expect(errors).toBeUndefined();
    const { here, ofCustomer, ...others } = data;
    expect([here, ofCustomer]).toEqual([{ nodes: [] }, { nodes: [] }]);
    expect(Object.values(others).every((value) => value === null)).toBe(true);
  });

  test.each(odd)("%j as a credential is a wrong one", async (text) => {
    const operator = await counter.api.call(
      "mutation ($t: String!) { signInOperator(input: { operatorNumber: $t, pin: $t }) { userErrors { code } } }",
      { variables: { t: text }, token: counter.terminal },
    );
    expect(operator.data.signInOperator.userErrors).toEqual([{ code: "INVALID_CREDENTIALS" }]);
    const staff = await counter.api.call(
      "mutation ($t: String!) { signIn(input: { email: $t, password: $t }) { userErrors { code } } }",
      { variables: { t: text } },
    );
    expect(staff.data.signIn.userErrors).toEqual([{ code: "INVALID_CREDENTIALS" }]);
    const code = await counter.api.call(
      "mutation ($t: String!) { activateTerminal(input: { activationCode: $t }) { userErrors { code } } }",
      { variables: { t: text } },
    );
    expect(code.data.activateTerminal.userErrors).toEqual([{ code: "INVALID_ACTIVATION_CODE" }]);
  });
});
