import { readPriceLists } from "@pos/core/goods/price-list/records.ts";
import { promotionsKey } from "@pos/core/goods/promotion/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  payment,
  saleInput,
  signInDashboard,
} from "../../api/counter.ts";

/** Price lists that ended: they leave the one record that every sale reads, and its room, and stay in the list. */
let counter: Counter;
let owner: string;
beforeAll(async () => {
  counter = await openCounter();
  owner = counter.owner;
});
afterAll(() => closeCounter(counter));

const DAY_MILLISECONDS = 86_400_000;
const today = () => counter.shop.clock.now().slice(0, 10);

async function ask(document: string, variables: object = {}, token = owner): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

const CREATE = `mutation ($input: CreatePriceListInput!) {
  createPriceList(input: $input) { priceList { id version state } userErrors { code path } } }`;

/** The owner's session is over by then. */
async function pass(days: number): Promise<void> {
  counter.shop.clock.advance(days * DAY_MILLISECONDS);
  owner = await signInDashboard(counter.api, counter.shop, "OWNER");
}

async function create(fields: object = {}) {
  const { clock, variants } = counter.shop;
  const prices = [{ variantId: variants[0]?.id, unitPrice: "1.5" }];
  const input = { id: clock.newId("prl"), name: "Trade", prices, ...fields };
  const { createPriceList } = await ask(CREATE, { input });
  expect(createPriceList.userErrors).toEqual([]);
  return input;
}

async function recordOfSales(): Promise<ReadonlySet<string>> {
  const { table, merchantId } = counter.shop;
  return new Set(Object.keys(readPriceLists(await table.get(promotionsKey(merchantId)))));
}

test("createPriceList: what ended over four weeks ago leaves the record that every sale reads, and stays in the list", async () => {
  const old = await create({ endsOn: today() });
  const input = saleInput(counter, { lines: [line({ unitPrice: "1.5" })], payments: [payment(counter, 150)] });
  expect((await complete(counter, input)).userErrors).toEqual([]);
  await pass(28);
  const recent = await create({ endsOn: today() });
  expect(await recordOfSales()).toEqual(new Set([old.id, recent.id]));
  await pass(1);
  const current = await create({ endsOn: "2099-12-31" });
  expect(await recordOfSales()).toEqual(new Set([recent.id, current.id]));

  // It is in the list, found by its id and by the sales that had its prices, and nothing of it changes.
  const { priceLists, priceList, sale } = await ask(
    `query ($id: ID!, $saleId: ID!) { priceLists { id state } priceList(id: $id) { name state prices { unitPrice } }
      sale(id: $saleId) { lines { priceSource priceList { id name } } } }`,
    { id: old.id, saleId: input.id },
  );
  expect(priceLists).toEqual([
    { id: current.id, state: "ACTIVE" },
    { id: recent.id, state: "ENDED" },
    { id: old.id, state: "ENDED" },
  ]);
  expect(priceList).toEqual({ name: "Trade", state: "ENDED", prices: [{ unitPrice: "1.5" }] });
  expect(sale.lines).toEqual([{ priceSource: "LIST", priceList: { id: old.id, name: "Trade" } }]);
  const update =
    "mutation ($input: UpdatePriceListInput!) { updatePriceList(input: $input) { userErrors { code path } } }";
  const { updatePriceList } = await ask(update, { input: { priceListId: old.id, version: 1, name: "Other" } });
  expect(updatePriceList.userErrors).toEqual([{ code: "PRICE_LIST_ENDED", path: ["input", "priceListId"] }]);
  const again = await ask(CREATE, { input: old });
  expect(again.createPriceList).toMatchObject({ priceList: { id: old.id, state: "ENDED" }, userErrors: [] });
});

test("createPriceList: there is room for new lists however many have ended", async () => {
  for (let month = 0; month < 4; month++) {
    await pass(40);
    for (let each = 0; each < 40; each++) await create({ endsOn: today() });
  }
  expect((await ask("{ priceLists { id } }")).priceLists).toHaveLength(163);
});
