import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
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

/** contract.md, "Ids, numbers, times". */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ variants: 8 });
});
afterAll(() => closeCounter(counter));

describe("ids", () => {
  test("the sale's id is the same in the input, in the answer, in `sale` and in `node`; a line's is the sale's and its place", async () => {
    const input = saleInput(counter, {
      lines: [line(), openLine("1"), line({ quantity: "2" })],
      payments: [payment(counter, 697)],
    });
    const { sale } = await complete(counter, input);
    expect(sale.id).toBe(input.id);
    expect(sale.lines.map(({ id }: Data) => id)).toEqual([`${input.id}.1`, `${input.id}.2`, `${input.id}.3`]);
    const query = "query ($id: ID!) { sale(id: $id) { id } node(id: $id) { __typename id } }";
    const { data } = await counter.api.call(query, { variables: { id: input.id }, token: counter.terminal });
    expect(data).toEqual({ sale: { id: input.id }, node: { __typename: "Sale", id: input.id } });
  });

  test.each([
    ["lower case", (id: string) => id.toLowerCase()],
    ["a lower-case ULID", (id: string) => `sal_${id.slice(4).toLowerCase()}`],
    ["another prefix", (id: string) => `pay_${id.slice(4)}`],
    ["no prefix", (id: string) => id.slice(4)],
    ["a letter no ULID has", (id: string) => `${id.slice(0, -1)}U`],
    ["one character less", (id: string) => id.slice(0, -1)],
    ["one character more", (id: string) => `${id}0`],
    ["a time beyond 48 bits", (id: string) => `sal_8${id.slice(5)}`],
    ["a line end", (id: string) => `${id}\n`],
    ["nothing", () => ""],
  ])("a sale's id with %s is refused live, and rejected without holding up its neighbours", async (_name, spoilt) => {
    const bad = saleInput(counter, { id: spoilt(counter.shop.clock.newId("sal")) });
    expect(await complete(counter, bad)).toMatchObject({ sale: null, replayed: false, epoch: 1 });
    expect(refusals(await complete(counter, bad))).toEqual([["INVALID_ID", "input.id"]]);
    const results = await sync(counter, [saleInput(counter), bad, saleInput(counter)]);
    expect(results.map(({ status }) => status)).toEqual(["RECORDED", "REJECTED", "RECORDED"]);
    expect(results[1]).toMatchObject({ id: bad.id, sale: null, userErrors: [{ code: "INVALID_ID" }] });
  });

  test.each([
    ["lower case", (id: string) => id.toLowerCase()],
    ["a sale's prefix", (id: string) => `sal_${id.slice(4)}`],
    ["nothing", () => ""],
  ])("a payment's id with %s is refused per sale", async (_name, spoilt) => {
    const id = spoilt(counter.shop.clock.newId("pay"));
    const bad = saleInput(counter, { payments: [payment(counter, 199, { id })] });
    expect(refusals(await complete(counter, bad))).toEqual([["INVALID_PAYMENT", "input.payments.0.id"]]);
    const [first, second] = await sync(counter, [bad, saleInput(counter)]);
    expect([first.status, second.status]).toEqual(["REJECTED", "RECORDED"]);
  });

  test("an id in lower case finds nothing", async () => {
    const { sale } = await complete(counter, saleInput(counter));
    const query = "query ($id: ID!) { sale(id: $id) { id } node(id: $id) { id } }";
    for (const id of [sale.id.toLowerCase(), `${sale.id}.1`, "rubbish", ""]) {
      const { data, errors } = await counter.api.call(query, { variables: { id }, token: counter.owner });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ sale: null, node: null });
    }
  });
});

describe("decimals", () => {
  test.each([
    ["2.000", "2"],
    ["+02", "2"],
    ["0.375", "0.375"],
    ["0.3750000000", "0.375"],
    ["00.5", "0.5"],
    ["9999999.999", "9999999.999"],
  ])("a quantity %s is answered as %s", async (quantity, canonical) => {
    const input = saleInput(counter, { lines: [openLine("0", { quantity })], payments: [] });
    const { sale, userErrors } = await complete(counter, input);
    expect(userErrors).toEqual([]);
    expect(sale.lines[0].quantity).toBe(canonical);
    expect((await storedSale(counter, input.id)).lines[0].quantity).toBe(canonical);
  });

  test("a unit price is answered exactly, up to six places", async () => {
    const lines = ["01.9900", "0.000001", "+3", "999999999.999999"].map((unitPrice) => openLine(unitPrice));
    const { sale } = await syncOneSale({ lines, payments: [] });
    expect(sale.lines.map(({ unitPrice }: Data) => unitPrice)).toEqual(["1.99", "0.000001", "3", "999999999.999999"]);
  });

  test.each<[string, unknown]>([
    ["a JSON number", 1],
    ["a fraction as a JSON number", 1.5],
    ["an exponent", "1e3"],
    ["a capital exponent", "1E3"],
    ["no digit before the point", ".5"],
    ["no digit behind the point", "5."],
    ["a comma", "1,5"],
    ["a blank", " 1"],
    ["a line end", "1\n"],
    ["nothing", ""],
    ["two signs", "+-1"],
    ["hexadecimal", "0x10"],
    ["digits of another script", "١"],
    ["true", true],
    ["a list", ["1", "2"]],
  ])("%s fails the request as a whole", async (_name, quantity) => {
    const good = saleInput(counter);
    const bad = saleInput(counter, { lines: [line({ quantity })] });
    const answer = await counter.api.call(SYNC, { variables: { sales: [good, bad] }, token: counter.terminal });
    expect(codeOf(answer)).toBe("BAD_USER_INPUT");
    expect(answer.data ?? null).toBeNull();
    expect(await storedSale(counter, good.id)).toBeNull();
  });

  test.each([
    ["quantity", { quantity: "1.0001" }, "INVALID_QUANTITY", "quantity"],
    ["quantity", { quantity: "10000000" }, "INVALID_QUANTITY", "quantity"],
    ["quantity", { quantity: "0.0004" }, "INVALID_QUANTITY", "quantity"],
    ["quantity", { quantity: "-0" }, "INVALID_QUANTITY", "quantity"],
    ["unit price", { unitPrice: "1.0000001" }, "INVALID_PRICE", "unitPrice"],
    ["unit price", { unitPrice: "9".repeat(30) }, "INVALID_PRICE", "unitPrice"],
    ["percentage", { discounts: [{ percent: "1.0000001" }] }, "INVALID_DISCOUNT", "discounts.0.percent"],
    ["percentage", { discounts: [{ percent: "100.000001" }] }, "INVALID_DISCOUNT", "discounts.0.percent"],
    ["percentage", { discounts: [{ percent: "-0.000001" }] }, "INVALID_DISCOUNT", "discounts.0.percent"],
    ["discount", { discounts: [{ amount: -1 }] }, "INVALID_DISCOUNT", "discounts.0.amount"],
  ])("places and ranges are checked per sale: %s of %j", async (_name, fields, code, field) => {
    const bad = saleInput(counter, { lines: [line(), line(fields)] });
    expect(refusals(await complete(counter, bad))).toEqual([[code, `input.lines.1.${field}`]]);
    const [good, rejected] = await sync(counter, [saleInput(counter), bad]);
    expect(good.status).toBe("RECORDED");
    expect(rejected).toMatchObject({ status: "REJECTED", sale: null });
    expect(refusals(rejected)).toEqual([[code, `input.sales.1.lines.1.${field}`]]);
    expect(await storedSale(counter, bad.id)).toBeNull();
  });

  test("places are those of the canonical value", async () => {
    const lines = [openLine("1.000000000", { quantity: "1.0000", discounts: [{ percent: "50.00000000" }] })];
    const { sale } = await syncOneSale({ lines, payments: [payment(counter, 50)] });
    expect(sale.lines[0]).toMatchObject({ quantity: "1", unitPrice: "1", total: { amount: 50 } });
  });

  test("a percentage is 0 to 100 with up to six places", async () => {
    const lines = ["0", "100", "33.333333"].map((percent) => openLine("100", { discounts: [{ percent }] }));
    const { sale } = await syncOneSale({ lines, payments: [payment(counter, 16_667)] });
    expect(sale.lines.map(({ total }: Data) => total.amount)).toEqual([10_000, 0, 6_667]);
  });
});

describe("minor units", () => {
  test.each<[string, unknown]>([
    ["beyond 2^53-1", 2 ** 53],
    ["far beyond", 1e300],
    ["below -(2^53-1)", -(2 ** 53)],
    ["a fraction", 1.5],
    ["a string", "199"],
    ["true", true],
  ])("%s fails the request as a whole", async (_name, amount) => {
    const good = saleInput(counter);
    const bad = saleInput(counter, { payments: [payment(counter, 0, { amount })] });
    const answer = await counter.api.call(SYNC, { variables: { sales: [good, bad] }, token: counter.terminal });
    expect(codeOf(answer)).toBe("BAD_USER_INPUT");
    expect(await storedSale(counter, good.id)).toBeNull();
  });

  test.each(["1e3", "1.0", "9007199254740992"])("%s, written in the document, is malformed", async (amount) => {
    const { id, occurredAt } = saleInput(counter);
    const answer = await counter.api.call(
      `mutation { completeSale(input: { id: "${id}", sequence: 1, occurredAt: "${occurredAt}", lines: [],
        payments: [{ id: "${counter.shop.clock.newId("pay")}", method: CARD, amount: ${amount} }] }) { replayed } }`,
      { token: counter.manager },
    );
    expect(codeOf(answer)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("2^53-1 is an amount", async () => {
    const sum = Number.MAX_SAFE_INTEGER;
    const { sale } = await syncOneSale({ expectedTotal: sum, payments: [payment(counter, 199)] });
    expect(sale.expectedTotal.amount).toBe(sum);
    expect(sale.total).toEqual({ amount: 199, currency: "GBP" });
  });
});

describe("instants", () => {
  test.each([
    ["2026-06-15T08:00:00Z", "2026-06-15T08:00:00.000Z"],
    ["2026-06-15T10:00:00.1239+02:00", "2026-06-15T08:00:00.123Z"],
    ["2026-06-15t08:00:00z", "2026-06-15T08:00:00.000Z"],
    ["2026-06-15T08:00:00.999999999Z", "2026-06-15T08:00:00.999Z"],
    ["2026-06-14T23:30:00-08:30", "2026-06-15T08:00:00.000Z"],
    ["2026-06-15T08:00:00-00:00", "2026-06-15T08:00:00.000Z"],
    ["2026-06-15T08:00:00.5Z", "2026-06-15T08:00:00.500Z"],
  ])("%s is answered as %s", async (occurredAt, canonical) => {
    const { sale } = await complete(counter, saleInput(counter, { occurredAt }));
    expect(sale.occurredAt).toBe(canonical);
    expect(sale.recordedAt).toBe(counter.shop.clock.now());
  });

  test.each<[unknown]>([
    ["2026-06-15"],
    ["2026-06-15T08:00:00"],
    ["2026-06-15T08:00Z"],
    ["2026-02-29T08:00:00Z"],
    ["2026-06-31T08:00:00Z"],
    ["2026-06-15T24:00:00Z"],
    ["2026-06-15T08:00:00+2:00"],
    ["now"],
    [""],
    [1_781_510_400_000],
  ])("%j fails the request as a whole", async (occurredAt) => {
    const answer = await counter.api.call(SYNC, {
      variables: { sales: [saleInput(counter, { occurredAt })] },
      token: counter.terminal,
    });
    expect(codeOf(answer)).toBe("BAD_USER_INPUT");
  });

  test.each(["2026-02-29", "2026-6-1", "2026-06-15T00:00:00Z", ""])("%j is no business day", async (from) => {
    const query = "query ($from: Date!) { salesSummary(from: $from, to: $from) { saleCount } }";
    const answer = await counter.api.call(query, { variables: { from }, token: counter.owner });
    expect(codeOf(answer)).toBe("BAD_USER_INPUT");
  });
});

describe("prices", () => {
  test("`unitPrice` is the exact price, `price` the same rounded to minor units", async () => {
    const { api, shop, owner } = counter;
    const news = ["3.333", "0.005", "0.004999", "2.5", "0"].map((unitPrice, index) => ({
      id: shop.clock.newId("var"),
      sku: `P-${index}`,
      unitPrice,
    }));
    const { data, errors } = await api.call(
      `mutation ($input: CreateProductInput!) { createProduct(input: $input) {
        product { variants { unitPrice price { amount currency } } } userErrors { code } } }`,
      { variables: { input: { id: shop.clock.newId("prd"), name: "Prices", variants: news } }, token: owner },
    );
    expect(errors).toBeUndefined();
    const { variants } = data.createProduct.product;
    expect(variants.map((variant: Data) => [variant.unitPrice, variant.price.amount])).toEqual([
      ["3.333", 333],
      ["0.005", 1],
      ["0.004999", 0],
      ["2.5", 250],
      ["0", 0],
    ]);
    expect(variants[0].price.currency).toBe("GBP");
  });
});

async function syncOneSale(fields: { readonly [field: string]: unknown }): Promise<Data> {
  const result = await syncOne(counter, saleInput(counter, fields));
  expect(result).toMatchObject({ status: "RECORDED", userErrors: [] });
  return result;
}
