import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Recording a sale": departments, categories in which goods without an article are sold by amount. */
let counter: Counter;
let reduced: string;
let flowers: string;
let plain: string;
beforeAll(async () => {
  counter = await openCounter();
  const input = { id: counter.shop.clock.newId("tax"), name: "Reduced", rate: "5" };
  reduced = (await mutate("createTaxCode", "taxCode { id }", input)).taxCode.id;
  flowers = (await category({ name: "Flowers", departmentTaxCodeId: reduced })).id;
  plain = (await category({ name: "Plain" })).id;
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function mutate(field: string, answer: string, input: Fields): Promise<Data> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${field}(input: $input) { ${answer} userErrors { code path } } }`;
  const { data, errors } = await counter.api.call(document, { variables: { input }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data.done;
}

const CATEGORY = "category { id version name departmentTaxCode { id } }";

async function category(fields: Fields): Promise<Data> {
  const made = await mutate("createCategory", CATEGORY, { id: counter.shop.clock.newId("cat"), ...fields });
  expect(made.userErrors).toEqual([]);
  return made.category;
}

const opened = (fields: Fields) =>
  saleInput(counter, { lines: [openLine("1.05", fields)], payments: [payment(counter, 105)] });

async function ask(query: string, variables: Fields): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
  expect(errors).toBeUndefined();
  return data;
}

const SALE =
  "query ($id: ID!) { sale(id: $id) { lines { categoryId sku variant { id } taxes { codeId amount { amount } } } } }";

describe("createCategory, updateCategory: a department", () => {
  test("is a category with a tax code, which a terminal's copy of the catalogue has, until that is removed", async () => {
    const made = await category({ name: "Bread", departmentTaxCodeId: reduced });
    expect(made.departmentTaxCode).toEqual({ id: reduced });
    const update = (fields: Fields) => mutate("updateCategory", CATEGORY, { categoryId: made.id, ...fields });
    const renamed = await update({ version: 1, name: "Bakery" });
    expect(renamed.category).toMatchObject({ name: "Bakery", departmentTaxCode: { id: reduced } });
    const query = "{ catalogSnapshot { categories { id departmentTaxCode { id } } } }";
    const { data } = await counter.api.call(query, { token: counter.terminal });
    expect(data.catalogSnapshot.categories).toContainEqual({ id: made.id, departmentTaxCode: { id: reduced } });
    const removed = await update({ version: 2, departmentTaxCodeId: null });
    expect(removed.category).toMatchObject({ name: "Bakery", departmentTaxCode: null });
    expect(await update({ version: 2, departmentTaxCodeId: null })).toEqual(removed);
  });

  test("has a tax code that there is and that is not discontinued", async () => {
    const old = (
      await mutate("createTaxCode", "taxCode { id }", {
        ...{ id: counter.shop.clock.newId("tax"), name: "Old", rate: "1" },
      })
    ).taxCode.id;
    const { taxSettings } = await ask("{ taxSettings { version } }", {});
    const ended = await mutate("updateTaxCode", "taxSettings { version }", {
      ...{ taxCodeId: old, isDiscontinued: true, version: taxSettings.version },
    });
    expect(ended.userErrors).toEqual([]);
    for (const [departmentTaxCodeId, code] of [
      ["constructor", "UNKNOWN_TAX_CODE"],
      [old, "TAX_CODE_DISCONTINUED"],
    ]) {
      const id = counter.shop.clock.newId("cat");
      const refused = [[code, "input.departmentTaxCodeId"]];
      expect(refusals(await mutate("createCategory", CATEGORY, { id, name: "X", departmentTaxCodeId }))).toEqual(
        refused,
      );
      const change = { categoryId: plain, version: 1, departmentTaxCodeId };
      expect(refusals(await mutate("updateCategory", CATEGORY, change))).toEqual(refused);
    }
  });
});

describe("an open line in a department", () => {
  test("is taxed as the department is, counts in its figures, comes back there, and moves no stock", async () => {
    const input = opened({ categoryId: flowers });
    expect(await complete(counter, input, counter.cashier)).toMatchObject({ userErrors: [] });
    const { sale } = await ask(SALE, { id: input.id });
    expect(sale.lines).toEqual([
      { categoryId: flowers, sku: null, variant: null, taxes: [{ codeId: reduced, amount: { amount: 5 } }] },
    ]);
    const back = {
      ...{ id: counter.shop.clock.newId("ref"), saleId: input.id, occurredAt: counter.shop.clock.now() },
      ...{ lines: [{ line: 1, quantity: "0.4" }], payments: [payment(counter, 42)] },
    };
    const refund = "mutation ($input: RefundSaleInput!) { done: refundSale(input: $input) { userErrors { code } } }";
    const { data } = await counter.api.call(refund, { variables: { input: back }, token: counter.manager });
    expect(data.done.userErrors).toEqual([]);
    const report = `query ($at: ID!, $day: Date!) { dailyReport(locationId: $at, day: $day) {
      categories { category { id } quantity netSales { amount } } } }`;
    const day = counter.shop.clock.now().slice(0, "2026-01-01".length);
    const { dailyReport } = await ask(report, { at: counter.shop.locationId, day });
    expect(dailyReport.categories).toContainEqual({
      ...{ category: { id: flowers }, quantity: "0.6", netSales: { amount: 63 } },
    });
    expect(await exceptionsOf(counter, input.id)).toEqual([]);
  });

  test("is taxed as its own department beside a line in another", async () => {
    const standard = counter.shop.taxes.defaultCodeId;
    const toys = (await category({ name: "Toys", departmentTaxCodeId: standard })).id;
    const lines = [openLine("1.05", { categoryId: flowers }), openLine("1.20", { categoryId: toys })];
    const input = saleInput(counter, { lines, payments: [payment(counter, 225)] });
    expect(await complete(counter, input)).toMatchObject({ userErrors: [] });
    const { sale } = await ask(SALE, { id: input.id });
    expect(sale.lines.map(({ taxes }: Data) => taxes[0].codeId)).toEqual([reduced, standard]);
  });

  test("gets what a promotion on its category gives", async () => {
    const promotion = {
      ...{ id: counter.shop.clock.newId("prm"), name: "Spring", kind: "PERCENT", percent: "20" },
      ...{ categoryIds: [flowers], isEnabled: true },
    };
    const { userErrors } = await mutate("createPromotion", "promotion { id version }", promotion);
    expect(userErrors).toEqual([]);
    const input = { ...opened({ categoryId: flowers }), payments: [payment(counter, 84)] };
    expect(await complete(counter, input)).toMatchObject({ userErrors: [], sale: { total: { amount: 84 } } });
    const end = { promotionId: promotion.id, version: 1, isEnabled: false };
    expect((await mutate("updatePromotion", "promotion { id }", end)).userErrors).toEqual([]);
  });

  test("keeps the tax code that it names", async () => {
    const standard = counter.shop.taxes.defaultCodeId;
    const input = opened({ categoryId: flowers, taxCodeId: standard });
    await complete(counter, input);
    expect((await ask(SALE, { id: input.id })).sale.lines[0].taxes[0].codeId).toBe(standard);
  });

  test("UNKNOWN_CATEGORY: a category that is none is refused live, and recorded in it when it has happened", async () => {
    const input = opened({ categoryId: plain });
    expect(refusals(await complete(counter, input))).toEqual([["UNKNOWN_CATEGORY", "input.lines.0.categoryId"]]);
    expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED" });
    expect((await ask(SALE, { id: input.id })).sale.lines[0].categoryId).toBe(plain);
    expect(await exceptionsOf(counter, input.id)).toEqual([]);
  });

  test("UNKNOWN_CATEGORY: one that there is not is flagged when it has happened, and counts in none", async () => {
    const input = opened({ categoryId: counter.shop.clock.newId("cat") });
    expect(refusals(await complete(counter, input))).toEqual([["UNKNOWN_CATEGORY", "input.lines.0.categoryId"]]);
    expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED" });
    expect((await ask(SALE, { id: input.id })).sale.lines[0].categoryId).toBeNull();
    expect(await exceptionsOf(counter, input.id)).toEqual(["UNKNOWN_CATEGORY"]);
  });

  test("INVALID_LINE: a line with a variant names no department", async () => {
    const input = saleInput(counter, { lines: [line({ categoryId: flowers })] });
    expect(refusals(await complete(counter, input))).toEqual([["INVALID_LINE", "input.lines.0.categoryId"]]);
  });
});
