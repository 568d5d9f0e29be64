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

const RATES = "rate components { name rate isCompound } rates { from rate components { name rate } }";

async function send(mutation: "createTaxCode" | "changeTaxRate", input: object): Promise<Data> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = mutation === "createTaxCode" ? `taxCode { ${RATES} }` : `taxSettings { taxCodes { id ${RATES} } }`;
  const { data, errors } = await counter.api.call(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} userErrors { code path } } }`,
    { variables: { input }, token: counter.owner },
  );
  expect(errors).toBeUndefined();
  return data[mutation];
}

const NEW_YORK = [
  { name: "State", rate: "4" },
  { name: "City", rate: "4.5" },
  { name: "Metro", rate: "0.375" },
];

/** Something of 10.01 without a variant, and the taxes that the sale keeps. */
async function soldWith(taxCodeId: string, occurredAt?: string): Promise<Data> {
  const line = { description: "Bag", quantity: "1", unitPrice: "10.01", taxCodeId };
  const input = saleInput(counter, { lines: [line], payments: [], ...(occurredAt ? { occurredAt } : {}) });
  const { data, errors } = await counter.api.call(
    `mutation ($input: SyncSalesInput!) { syncSales(input: $input) { results { status sale {
      id taxTotal { amount } total { amount } lines { taxes { name rate amount { amount } } } } } } }`,
    { variables: { input: { sales: [input] } }, token: counter.cashier },
  );
  expect(errors).toBeUndefined();
  expect(data.syncSales.results[0].status).toBe("RECORDED");
  return data.syncSales.results[0].sale;
}

const taxesOf = ({ lines }: Data) =>
  lines[0].taxes.map(({ name, rate, amount }: Data) => [name, rate, amount.amount] as const);

test("createTaxCode: a line is charged each of several taxes, which receipts and the day's report show apart", async () => {
  const { version } = await settings();
  await update("TaxSettings", { pricesIncludeTax: false, level: "LINE", rounding: "HALF_UP", version });
  const id = counter.shop.clock.newId("tax");
  const created = await send("createTaxCode", { id, name: "New York", components: NEW_YORK });
  expect(created.taxCode).toEqual({
    rate: "8.875",
    components: NEW_YORK.map((one) => ({ ...one, isCompound: false })),
    rates: [{ from: null, rate: "8.875", components: NEW_YORK }],
  });
  const both = await send("createTaxCode", { id, name: "Both", rate: "1", components: NEW_YORK });
  expect(both.userErrors).toEqual([{ code: "INVALID_RATE", path: ["input", "components"] }]);
  const sale = await soldWith(id);
  expect(sale).toMatchObject({ taxTotal: { amount: 89 }, total: { amount: 1090 } });
  expect(taxesOf(sale)).toEqual([
    ["State", "4", 40],
    ["City", "4.5", 45],
    ["Metro", "0.375", 4],
  ]);
  const { data } = await counter.api.call(
    `query ($id: ID!, $at: ID!, $day: Date!) {
      receipt(factId: $id, format: TEXT_48, language: EN) { content }
      dailyReport(locationId: $at, day: $day) { taxes { name rate salesWithoutTax { amount } tax { amount } } } }`,
    {
      variables: { id: sale.id, at: counter.shop.locationId, day: counter.shop.clock.now().slice(0, 10) },
      token: counter.owner,
    },
  );
  const rows = data.receipt.content.split("\n").map((row: string) => row.trim().split(/\s{2,}/));
  expect(rows).toEqual(
    expect.arrayContaining([
      ["City 4.5%", "£10.01", "£0.45"],
      ["State 4%", "£10.01", "£0.40"],
      ["Metro 0.375%", "£10.01", "£0.04"],
    ]),
  );
  expect(data.dailyReport.taxes).toEqual(
    expect.arrayContaining(
      (
        [
          ["City", "4.5", 45],
          ["State", "4", 40],
          ["Metro", "0.375", 4],
        ] as const
      ).map(([name, rate, amount]) => ({
        ...{ name, rate, tax: { amount }, salesWithoutTax: { amount: 1001 } },
      })),
    ),
  );
});

test("changeTaxRate: begins at midnight by the location's clock, and is taken back until then", async () => {
  const code = await createCode("Temporary", "19");
  const change = async (input: object) =>
    send("changeTaxRate", { taxCodeId: code, version: (await settings()).version, ...input });
  expect((await change({ from: "2020-07-01", rate: "16" })).userErrors).toEqual([
    { code: "INVALID_DAY", path: ["input", "from"] },
  ]);
  const today = counter.shop.clock.now().slice(0, 10);
  await change({ from: "2098-01-01", rate: "16" });
  const planned = await change({ from: today, rate: "10" });
  const rates = ({ taxSettings }: Data) =>
    taxSettings.taxCodes.find(({ id }: Data) => id === code).rates.map(({ from, rate }: Data) => [from, rate] as const);
  expect(rates(planned)).toEqual([
    [null, "19"],
    [today, "10"],
    ["2098-01-01", "16"],
  ]);
  expect(rates(await change({ from: "2098-01-01" }))).toEqual([
    [null, "19"],
    [today, "10"],
  ]);
  // London's midnight is an hour before that of UTC in summer.
  const dayBefore = new Date(Date.parse(`${today}T00:00:00Z`) - 2 * 3_600_000).toISOString();
  expect(taxesOf(await soldWith(code, dayBefore))).toEqual([[null, "19", 190]]);
  expect(taxesOf(await soldWith(code))).toEqual([[null, "10", 100]]);
});

test("adoptTaxRegime: adds a country's codes with their dates, and keeps those that are there", async () => {
  const { data } = await counter.api.call(
    "{ taxRegimes { name pricesIncludeTax source taxCodes { name nameChinese rates { from rate } } } }",
    { token: counter.cashier },
  );
  expect(data.taxRegimes.map(({ name }: Data) => name)).toEqual([
    ...["CHINA", "CHINA_SMALL_SCALE", "UNITED_KINGDOM", "GERMANY", "NEW_YORK_CITY", "TAX_FREE"],
  ]);
  const adopt = async (regime: string, language: string, version: number): Promise<Data> => {
    const answer = await counter.api.call(
      `mutation ($input: AdoptTaxRegimeInput!) { adoptTaxRegime(input: $input) {
        taxSettings { ${SETTINGS} } userErrors { code path } } }`,
      { variables: { input: { regime, language, version } }, token: counter.owner },
    );
    expect(answer.errors).toBeUndefined();
    return answer.data.adoptTaxRegime;
  };
  const { version, taxCodes } = await settings();
  const german = await adopt("GERMANY", "EN", version);
  expect(german.taxSettings).toMatchObject({ pricesIncludeTax: true, level: "LINE", version: version + 1 });
  expect(german.taxSettings.taxCodes.map(({ name, rate }: Data) => [name, rate])).toEqual([
    ...taxCodes.map(({ name, rate }: Data) => [name, rate]),
    ...[["Standard", "19"], ["Reduced", "7"], ["Zero", "0"]], // biome-ignore format: a row
  ]);
  expect(await adopt("GERMANY", "EN", version)).toEqual(german);
  const code = german.taxSettings.defaultTaxCode.id;
  const charged = async (instant: string) => taxesOf(await soldWith(code, instant))[0]?.slice(1);
  expect(await charged("2020-06-30T12:00:00.000Z")).toEqual(["19", 160]);
  expect(await charged("2020-07-01T12:00:00.000Z")).toEqual(["16", 138]);
  expect(await charged("2021-01-01T12:00:00.000Z")).toEqual(["19", 160]);
  const chinese = await adopt("CHINA_SMALL_SCALE", "ZH_HANS", version + 1);
  const small = chinese.taxSettings.taxCodes.find(({ id }: Data) => id === chinese.taxSettings.defaultTaxCode.id);
  expect(small).toMatchObject({ name: "小规模征收率", rate: "1" });
  const again = await adopt("GERMANY", "ZH_HANS", version + 2);
  expect(again.taxSettings.taxCodes.find(({ id }: Data) => id === code)).toMatchObject({ name: "Standard" });
  expect(again.taxSettings.taxCodes).toHaveLength(taxCodes.length + 5);
});

test("patchCustomer: with a certificate the customer's sales are without tax, and refunds give back what was paid", async () => {
  const customerId = counter.shop.clock.newId("cus");
  const ask = async (query: string, variables: object): Promise<Data> => {
    const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
    expect(errors).toBeUndefined();
    return data;
  };
  await ask("mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }", {
    input: { id: customerId, name: "School" },
  });
  const patch = async (version: number, taxExemption: object | null): Promise<Data> =>
    (
      await ask(
        `mutation ($input: PatchCustomerInput!) { patchCustomer(input: $input) {
          customer { taxExemption version } userErrors { code path } } }`,
        { input: { customerId, version, taxExemption } },
      )
    ).patchCustomer;
  expect(await patch(1, { certificateNumber: " " })).toEqual({
    customer: null,
    userErrors: [{ code: "TAX_EXEMPTION_INVALID", path: ["input", "taxExemption", "certificateNumber"] }],
  });
  const exempt = await patch(1, { certificateNumber: "ST-119" });
  expect(exempt).toEqual({ customer: { taxExemption: "ST-119", version: 2 }, userErrors: [] });
  expect(await patch(1, { certificateNumber: "ST-119" })).toEqual(exempt);
  const { version } = await settings();
  await update("TaxSettings", { pricesIncludeTax: true, level: "LINE", version });
  const code = await createCode("Exempted", "20");
  const line = { description: "Chair", quantity: "2", unitPrice: "12", taxCodeId: code };
  const input = saleInput(counter, { lines: [line], payments: [payment(counter, 2000)], customerId });
  const sale = (await complete(counter, input)).sale;
  expect(sale).toMatchObject({ taxTotal: { amount: 0 }, total: { amount: 2000 } });
  const shown = await ask(
    `query ($id: ID!) { receipt(factId: $id, format: TEXT_48, language: EN) { content }
      sale(id: $id) { taxExemption discountTotal { amount } lines { discounts { source amount { amount } } } } }`,
    { id: input.id },
  );
  expect(shown.receipt.content).toContain("Tax exempt, certificate ST-119");
  expect(shown.sale).toEqual({
    ...{ taxExemption: "ST-119", discountTotal: { amount: 400 } },
    lines: [{ discounts: [{ source: "TAX_EXEMPTION", amount: { amount: 400 } }] }],
  });
  const refund = {
    ...{ id: counter.shop.clock.newId("ref"), saleId: input.id, occurredAt: counter.shop.clock.now() },
    ...{ lines: [{ line: 1, quantity: "1" }], payments: [payment(counter, 1000)], reason: "Too many" },
  };
  const { data } = await counter.api.call(
    `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
      refund { total { amount } taxTotal { amount } } userErrors { code message } } }`,
    { variables: { input: refund }, token: counter.manager },
  );
  expect(data.refundSale).toEqual({ refund: { total: { amount: -1000 }, taxTotal: { amount: 0 } }, userErrors: [] });
  expect((await patch(2, null)).customer).toEqual({ taxExemption: null, version: 3 });
  const taxedSale = saleInput(counter, { lines: [line], payments: [payment(counter, 2400)], customerId });
  expect((await complete(counter, taxedSale)).sale).toMatchObject({ taxTotal: { amount: 400 } });
});
