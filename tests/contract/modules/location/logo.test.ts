import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { LOGO, picture } from "../../api/bad-input/pictures.ts";
import { type Counter, closeCounter, complete, openCounter, saleInput } from "../../api/counter.ts";

/** A location's own logo goes before its merchant's on papers, and is read when a paper is made. */
let counter: Counter;
let saleId = "";
beforeAll(async () => {
  counter = await openCounter();
  saleId = (await complete(counter, saleInput(counter))).sale.id;
  const { me } = await query("{ me { merchant { version } } }");
  const update = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
  const input = { version: me.merchant.version, logo: LOGO };
  expect((await query(update, { input })).updateMerchant.userErrors).toEqual([]);
});
afterAll(() => closeCounter(counter));

async function query(text: string, variables: object = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(text, { token, variables: { ...variables } });
  expect(errors).toBeUndefined();
  return data;
}

const OWN = picture(0);

const LOGOS = "version ownReceipt { logo } receipt { logo }";
async function update(input: object): Promise<Data> {
  const mutation = `mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) {
    location { ${LOGOS} } userErrors { code path } } }`;
  const { locationId } = counter.shop;
  return (await query(mutation, { input: { locationId, ...input } })).updateLocation;
}

async function version(): Promise<number> {
  return (await query("{ locations { version } }")).locations[0].version;
}

async function printed(format: string): Promise<string> {
  const text = "query ($id: ID!, $format: ReceiptFormat!) { receipt(factId: $id, format: $format) { content } }";
  return (await query(text, { id: saleId, format })).receipt.content;
}

const atTerminal = async () =>
  (await query("{ terminalSettings { receipt { logo } } }", {}, counter.terminal)).terminalSettings.receipt.logo;

async function stored(): Promise<readonly object[]> {
  const { engine, merchantId } = counter.shop;
  return (await engine.table.query({ pk: `${merchantId}#LOCATION_LOGO`, limit: 10 })).items;
}

test("updateLocation: its own logo is on its papers and at its terminals, until it is removed", async () => {
  const [ofMerchant, pdf] = [await printed("HTML"), await printed("PDF")];
  expect([ofMerchant.includes(LOGO), await atTerminal(), await stored()]).toEqual([true, LOGO, []]);
  const set = { logo: OWN, version: await version() };
  const first = await update(set);
  expect(first).toMatchObject({ location: { ownReceipt: { logo: OWN }, receipt: { logo: OWN } }, userErrors: [] });
  expect(await update(set)).toEqual(first);
  const own = await printed("HTML");
  expect([own.includes(OWN), own.includes(LOGO), await atTerminal()]).toEqual([true, false, OWN]);
  expect((await printed("PDF")) === pdf).toBe(false);
  const { link } = (await query("query ($id: ID!) { sale(id: $id) { receipt { link } } }", { id: saleId })).sale
    .receipt;
  const opened = "query ($token: String!) { electronicReceipt(token: $token) { paper(format: HTML) { content } } }";
  const { data } = await counter.api.call(opened, { variables: { token: link.split("/r/")[1] } });
  expect(data.electronicReceipt.paper.content).toContain(OWN);
  // Other changes leave it.
  expect((await update({ header: "Books", version: await version() })).location.receipt.logo).toBe(OWN);
  const { location } = await update({ logo: null, header: null, version: await version() });
  expect(location).toMatchObject({ ownReceipt: { logo: null }, receipt: { logo: LOGO } });
  expect([await atTerminal(), await stored(), (await printed("PDF")) === pdf]).toEqual([LOGO, [], true]);
});

test("updateLocation: refuses what is no picture, and a change of what was changed meanwhile leaves the logo", async () => {
  const before = await version();
  expect(await update({ logo: "data:image/svg+xml;base64,PHN2Zy8+", version: before })).toEqual({
    location: null,
    userErrors: [{ code: "INVALID_LOGO", path: ["input", "logo"] }],
  });
  expect((await update({ logo: picture(10), version: before - 1 })).userErrors).toMatchObject([
    { code: "VERSION_CONFLICT" },
  ]);
  expect([await version(), await stored()]).toEqual([before, []]);
});

test("createLocation: has its logo from the start; the location's record, which sales read, does not hold it", async () => {
  const { engine, merchantId, clock, locationId } = counter.shop;
  const id = clock.newId("loc");
  const create = `mutation ($input: CreateLocationInput!) { createLocation(input: $input) {
    location { ${LOGOS} } userErrors { code } } }`;
  const input = { id, code: "TWO", name: "Two", timeZone: "Europe/London", logo: picture(20) };
  const shown = { ownReceipt: { logo: input.logo }, receipt: { logo: input.logo } };
  const first = (await query(create, { input })).createLocation;
  expect(first).toMatchObject({ location: shown, userErrors: [] });
  expect((await query(create, { input })).createLocation).toEqual(first);
  const item = await engine.table.get({ pk: `${merchantId}#LOCATION`, sk: id });
  expect(JSON.stringify(item)).not.toContain(input.logo.slice(0, 60));
  const { locations } = await query(`{ locations { id ${LOGOS} } }`);
  const logos = locations.map((one: Data) => [one.id, one.ownReceipt.logo, one.receipt.logo]);
  expect(logos).toEqual(
    expect.arrayContaining([
      [locationId, null, LOGO],
      [id, input.logo, input.logo],
    ]),
  );
});
