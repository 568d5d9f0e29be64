import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

/** Why an article is sold at another price than the shop's: kept with the line, and asked for where the merchant wants it. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

async function ask(document: string, variables: object, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function setNeeded(overrideNeedsReason: boolean): Promise<void> {
  const { me } = await ask("{ me { merchant { version } } }", {}, counter.owner);
  const update = `mutation ($input: UpdateMerchantInput!) {
    updateMerchant(input: $input) { merchant { overrideNeedsReason } userErrors { code } } }`;
  const input = { version: me.merchant.version, overrideNeedsReason };
  const { updateMerchant } = await ask(update, { input }, counter.owner);
  expect(updateMerchant).toEqual({ merchant: { overrideNeedsReason }, userErrors: [] });
}

const cheaper = (fields: object = {}) => line({ unitPrice: "1.50", ...fields });
const sold = (...lines: readonly object[]) => saleInput(counter, { lines, payments: [payment(counter, 150)] });

async function reasonsOf(id: string): Promise<unknown> {
  const { sale } = await ask("query ($id: ID!) { sale(id: $id) { lines { priceSource priceReason } } }", { id });
  return sale.lines;
}

test("completeSale: keeps the reason of another price, and asks for none unless the merchant does", async () => {
  const [without, given] = [sold(cheaper()), sold(cheaper({ priceReason: "Scratched box" }))];
  for (const input of [without, given]) expect(refusals(await complete(counter, input))).toEqual([]);
  expect(await reasonsOf(without.id)).toEqual([{ priceSource: "OVERRIDE", priceReason: null }]);
  expect(await reasonsOf(given.id)).toEqual([{ priceSource: "OVERRIDE", priceReason: "Scratched box" }]);
});

test("completeSale: keeps no reason of the shop's own price", async () => {
  const input = saleInput(counter, { lines: [line({ priceReason: "None" })] });
  expect(refusals(await complete(counter, input))).toEqual([]);
  expect(await reasonsOf(input.id)).toEqual([{ priceSource: "CATALOG", priceReason: null }]);
});

test("completeSale: PRICE_REASON_MISSING at the line when the merchant asks for a reason and none is given", async () => {
  await setNeeded(true);
  const { terminalSettings } = await ask("{ terminalSettings { overrideNeedsReason } }", {}, counter.terminal);
  expect(terminalSettings).toEqual({ overrideNeedsReason: true });
  const missing = [["PRICE_REASON_MISSING", "input.lines.0.priceReason"]];
  for (const fields of [{}, { priceReason: " " }, { priceReason: null }])
    expect(refusals(await complete(counter, sold(cheaper(fields))))).toEqual(missing);
  expect(refusals(await complete(counter, sold(cheaper({ priceReason: "Damaged" }))))).toEqual([]);
  expect(refusals(await complete(counter, sold(openLine("1.50"))))).toEqual([]);
  expect(refusals(await complete(counter, saleInput(counter)))).toEqual([]);
  const cashier = await complete(counter, sold(cheaper({ priceReason: "Damaged" })), counter.cashier);
  expect(refusals(cashier)).toEqual([["PRICE_NOT_ALLOWED", "input.lines.0.unitPrice"]]);
});

test("syncSales: records what happened at another price, with its reason or without", async () => {
  for (const priceReason of ["Damaged", null]) {
    const input = sold(cheaper({ priceReason }));
    expect(await syncOne(counter, input, counter.manager)).toMatchObject({ status: "RECORDED", userErrors: [] });
    expect(await reasonsOf(input.id)).toEqual([{ priceSource: "TERMINAL", priceReason }]);
  }
});

test("createQuote, parkSale: hold the reason, and a sale of the quote has it", async () => {
  const lines = [cheaper({ priceReason: "Display model" })];
  const [quoteId, parkedSaleId] = [counter.shop.clock.newId("quo"), counter.shop.clock.newId("prk")];
  const create = `mutation ($input: CreateQuoteInput!) {
    createQuote(input: $input) { quote { lines { priceReason } } userErrors { code } } }`;
  const quoted = { id: quoteId, validUntil: counter.shop.clock.now().slice(0, 10), lines };
  const kept = { lines: [{ priceReason: "Display model" }] };
  expect((await ask(create, { input: quoted })).createQuote).toEqual({ quote: kept, userErrors: [] });
  const sale = saleInput(counter, { lines, quoteId, payments: [payment(counter, 150)] });
  expect(refusals(await complete(counter, sale))).toEqual([]);
  expect(await reasonsOf(sale.id)).toEqual([{ priceSource: "OVERRIDE", priceReason: "Display model" }]);
  const park = "mutation ($input: ParkSaleInput!) { parkSale(input: $input) { userErrors { code } } }";
  expect((await ask(park, { input: { id: parkedSaleId, lines } })).parkSale.userErrors).toEqual([]);
  const recall = `mutation ($input: RecallParkedSaleInput!) {
    recallParkedSale(input: $input) { parkedSale { lines { priceReason } } userErrors { code } } }`;
  const recalled = { id: counter.shop.clock.newId("rcl"), parkedSaleId };
  expect((await ask(recall, { input: recalled })).recallParkedSale).toEqual({ parkedSale: kept, userErrors: [] });
});
