import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  openCounter,
  payment,
  saleInput,
  storedSale,
} from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const SETTINGS = `pricesIncludeTax level rounding version defaultTaxCode { id }
  taxCodes { id name rate isDiscontinued }`;

async function settings(): Promise<Data> {
  return (await counter.api.call(`{ taxSettings { ${SETTINGS} } }`, { token: counter.owner })).data.taxSettings;
}

async function update(what: "TaxCode" | "TaxSettings", input: object): Promise<Data> {
  const { data, errors } = await counter.api.call(
    `mutation ($input: Update${what}Input!) { update${what}(input: $input) {
      taxSettings { ${SETTINGS} } userErrors { code path } } }`,
    { variables: { input }, token: counter.owner },
  );
  expect(errors).toBeUndefined();
  return data[`update${what}`];
}

async function createCode(name: string, rate: string): Promise<string> {
  const id = counter.shop.clock.newId("tax");
  const { data } = await counter.api.call(
    "mutation ($input: CreateTaxCodeInput!) { createTaxCode(input: $input) { userErrors { code } } }",
    { variables: { input: { id, name, rate } }, token: counter.owner },
  );
  expect(data.createTaxCode.userErrors).toEqual([]);
  return id;
}

test("updateTaxCode: renames, and keeps the rate", async () => {
  const { taxCodes, version } = await settings();
  const [{ id }] = taxCodes;
  const input = { taxCodeId: id, name: " Standard rate ", version };
  const renamed = await update("TaxCode", input);
  expect(renamed.taxSettings).toMatchObject({
    version: version + 1,
    taxCodes: [{ id, name: "Standard rate", rate: "20", isDiscontinued: false }],
  });
  expect(await update("TaxCode", input)).toEqual(renamed);
  const late = await update("TaxCode", { ...input, name: "Other" });
  expect(late.userErrors).toEqual([{ code: "VERSION_CONFLICT", path: ["input", "version"] }]);
});

test("updateTaxCode: discontinues and takes up again, but never the default", async () => {
  const reduced = await createCode("Reduced", "5");
  const { defaultTaxCode, version } = await settings();
  const change = (taxCodeId: string, isDiscontinued: boolean, of: number) =>
    update("TaxCode", { taxCodeId, isDiscontinued, version: of });
  expect((await change(defaultTaxCode.id, true, version)).userErrors).toEqual([
    { code: "TAX_CODE_IS_DEFAULT", path: ["input", "isDiscontinued"] },
  ]);
  const gone = await change(reduced, true, version);
  const isGone = ({ taxSettings }: Data) =>
    taxSettings.taxCodes.find(({ id }: Data) => id === reduced).isDiscontinued as boolean;
  expect(isGone(gone)).toBe(true);
  expect((await update("TaxSettings", { defaultTaxCodeId: reduced, version: version + 1 })).userErrors).toEqual([
    { code: "TAX_CODE_DISCONTINUED", path: ["input", "defaultTaxCodeId"] },
  ]);
  expect(isGone(await change(reduced, false, version + 1))).toBe(false);
  const chosen = await update("TaxSettings", { defaultTaxCodeId: reduced, version: version + 2 });
  expect(chosen.taxSettings).toMatchObject({ defaultTaxCode: { id: reduced } });
  await update("TaxSettings", { defaultTaxCodeId: defaultTaxCode.id, version: version + 3 });
});

test("updateTaxSettings: a sale is taxed by the settings as they are, and keeps its tax when they change", async () => {
  const { version } = await settings();
  const withTax = saleInput(counter);
  expect((await complete(counter, withTax)).sale).toMatchObject({ taxTotal: { amount: 33 }, total: { amount: 199 } });
  const regime = { pricesIncludeTax: false, level: "DOCUMENT", rounding: "HALF_EVEN" };
  const { taxSettings } = await update("TaxSettings", { ...regime, version });
  expect(taxSettings).toMatchObject(regime);
  const without = saleInput(counter, { payments: [payment(counter, 239)] });
  expect((await complete(counter, without)).sale).toMatchObject({ taxTotal: { amount: 40 }, total: { amount: 239 } });
  expect(await storedSale(counter, withTax.id)).toMatchObject({ taxTotal: { amount: 33 }, total: { amount: 199 } });
});

test("createProduct: refuses a discontinued tax code, which a product that has it keeps", async () => {
  const code = await createCode("Old reduced", "5");
  const ask = async (mutation: string, input: object) => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await counter.api.call(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { product { name version } userErrors { code path } } }`,
      { variables: { input }, token: counter.owner },
    );
    expect(errors).toBeUndefined();
    return data[mutation];
  };
  const { newId } = counter.shop.clock;
  const product = (sku: string) => ({
    ...{ id: newId("prd"), name: sku, taxCodeId: code },
    variants: [{ id: newId("var"), sku, unitPrice: "1" }],
  });
  const before = product("OLD-RATE-1");
  expect((await ask("createProduct", before)).userErrors).toEqual([]);
  await update("TaxCode", { taxCodeId: code, isDiscontinued: true, version: (await settings()).version });
  const refusal = [{ code: "TAX_CODE_DISCONTINUED", path: ["input", "taxCodeId"] }];
  expect(await ask("createProduct", product("OLD-RATE-2"))).toEqual({ product: null, userErrors: refusal });
  const renamed = { productId: before.id, version: 1, name: "Kept", taxCodeId: code };
  expect((await ask("patchProduct", renamed)).product).toEqual({ name: "Kept", version: 2 });
  const { defaultTaxCode } = await settings();
  await ask("patchProduct", { productId: before.id, version: 2, taxCodeId: defaultTaxCode.id });
  const back = await ask("patchProduct", { productId: before.id, version: 3, taxCodeId: code });
  expect(back).toEqual({ product: null, userErrors: refusal });
});
