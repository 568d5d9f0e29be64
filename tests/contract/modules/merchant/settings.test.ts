import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { LOGO } from "../../api/bad-input/pictures.ts";
import { type Counter, closeCounter, complete, openCounter, payment, saleInput } from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const MERCHANT = `name country currency cashStep refusesOutOfStock isSetupHidden version
  receipt { header address phone taxNumber footer logo language }`;

async function query(text: string, token = counter.owner, variables: object = {}): Promise<Data> {
  const { data, errors } = await counter.api.call(text, { token, variables });
  expect(errors).toBeUndefined();
  return data;
}

async function update(input: object): Promise<Data> {
  const { data, errors } = await counter.api.call(
    `mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { merchant { ${MERCHANT} }
      userErrors { code path ... on VersionConflict { version } } } }`,
    { variables: { input }, token: counter.owner },
  );
  expect(errors).toBeUndefined();
  return data.updateMerchant;
}

async function version(): Promise<number> {
  return (await query("{ me { merchant { version } } }")).me.merchant.version;
}

const NOTHING = { header: null, address: null, phone: null, taxNumber: null, footer: null, logo: null, language: null };

test("updateMerchant: changes the fields that it names and leaves the others", async () => {
  const before = await query(`{ me { merchant { ${MERCHANT} } } }`);
  expect(before.me.merchant).toEqual({
    ...{ name: "The Shop", country: null, currency: "GBP", cashStep: 1, version: 1 },
    ...{ refusesOutOfStock: false, isSetupHidden: false, receipt: NOTHING },
  });
  const first = await update({ name: " Lantern & Thread ", country: "GB", cashStep: 5, logo: LOGO, version: 1 });
  expect(first).toMatchObject({ merchant: { name: "Lantern & Thread", version: 2 }, userErrors: [] });
  const second = await update({ address: "1 High Street \r\nLondon\n", receiptLanguage: "EN", version: 2 });
  expect(second.merchant).toEqual({
    ...{ name: "Lantern & Thread", country: "GB", currency: "GBP", cashStep: 5, version: 3 },
    ...{ refusesOutOfStock: false, isSetupHidden: false },
    receipt: { ...NOTHING, address: "1 High Street\nLondon", logo: LOGO, language: "EN" },
  });
});

test("updateMerchant: removes what is null or empty, and keeps the name when it is null", async () => {
  const { merchant } = await update({ country: null, logo: null, address: " \n ", version: await version() });
  expect(merchant).toMatchObject({ country: null, receipt: { ...NOTHING, language: "EN" } });
  const { errors } = await counter.api.call(
    `mutation { updateMerchant(input: { name: null, version: ${await version()} }) { userErrors { code } } }`,
    { token: counter.owner },
  );
  expect(errors?.[0]?.extensions.code).toBe("BAD_REQUEST");
});

test("updateMerchant: answers a repeated request with what it did, and another one with VERSION_CONFLICT", async () => {
  const input = { phone: "020 7946 0000", version: await version() };
  const [first, again] = [await update(input), await update(input)];
  expect(again).toEqual(first);
  const other = await update({ ...input, phone: "020 7946 0001" });
  expect(other.userErrors).toEqual([
    { code: "VERSION_CONFLICT", path: ["input", "version"], version: first.merchant.version },
  ]);
});

test("updateMerchant: refuses each field that is wrong with its path, and changes nothing", async () => {
  const before = await version();
  const wrong = {
    name: " ",
    country: "UK",
    cashStep: 0,
    taxNumber: "1\n2",
    logo: "data:image/svg+xml;base64,PHN2Zy8+",
  };
  const { merchant, userErrors } = await update({ ...wrong, version: before });
  expect(merchant).toBeNull();
  expect(userErrors).toEqual([
    { code: "INVALID_NAME", path: ["input", "name"] },
    { code: "INVALID_COUNTRY", path: ["input", "country"] },
    { code: "INVALID_CASH_STEP", path: ["input", "cashStep"] },
    { code: "INVALID_TAX_NUMBER", path: ["input", "taxNumber"] },
    { code: "INVALID_LOGO", path: ["input", "logo"] },
  ]);
  expect(await version()).toBe(before);
});

test("terminalSettings: has all that a receipt needs, the location's own before the merchant's", async () => {
  const texts = { header: "Books", address: "Head office", phone: "1", taxNumber: "GB 1", footer: "Thanks" };
  await update({ ...texts, country: "GB", version: await version() });
  const fields = "header address phone taxNumber footer language";
  const settings = `terminalSettings { merchantName country receipt { ${fields} } }`;
  const before = (await query(`{ ${settings} }`, counter.terminal)).terminalSettings;
  expect(before).toEqual({ merchantName: "Lantern & Thread", country: "GB", receipt: { ...texts, language: "EN" } });
  const { locationId } = counter.shop;
  const change = `mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) {
    location { version ownReceipt { ${fields} } receipt { ${fields} } } userErrors { code } } }`;
  const own = { header: "Toys\nGames", address: "1 High Street", taxNumber: "GB 2", footer: "30 days" };
  const input = { locationId, ...own, receiptLanguage: "ZH_HANS", version: 1 };
  const shown = { ...own, phone: "1", language: "ZH_HANS" };
  expect((await query(change, counter.owner, { input })).updateLocation).toEqual({
    location: { version: 2, ownReceipt: { ...shown, phone: null }, receipt: shown },
    userErrors: [],
  });
  expect((await query(`{ ${settings} }`, counter.terminal)).terminalSettings.receipt).toEqual(shown);
  const sold = saleInput(counter);
  expect((await complete(counter, sold)).userErrors).toEqual([]);
  const paper = `query ($id: ID!) { receipt(factId: $id, format: TEXT_48) { content } }`;
  const { receipt } = await query(paper, counter.owner, { id: sold.id });
  for (const text of ["Toys", "Games", "30 days", "合计"]) expect(receipt.content).toContain(text);
  const back = { locationId, header: null, receiptLanguage: null, version: 2 };
  const { location } = (await query(change, counter.owner, { input: back })).updateLocation;
  expect(location.receipt).toMatchObject({ header: "Books", language: "EN" });
});

test("completeSale: rounds cash to the step that the settings have", async () => {
  await update({ cashStep: 5, version: await version() });
  const cash = payment(counter, 200, { method: "CASH", tendered: 200 });
  const answer = await complete(counter, saleInput(counter, { payments: [cash] }));
  expect(answer).toMatchObject({ sale: { total: { amount: 199 }, rounding: { amount: 1 } }, userErrors: [] });
});
