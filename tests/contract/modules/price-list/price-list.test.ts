import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  type Input,
  openCounter,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

let counter: Counter;
let groupId: string;
let wholesaler: string;
let variantId: string;

beforeAll(async () => {
  counter = await openCounter();
  const { clock, variants } = counter.shop;
  variantId = variants[0]?.id ?? "";
  groupId = clock.newId("grp");
  wholesaler = clock.newId("cus");
  await mutate("createCustomerGroup", "customerGroup { id }", { id: groupId, name: " Wholesale " });
  await mutate("createCustomer", "customer { id }", { id: wholesaler, name: "Trade Ltd" });
  const grouped = { customerId: wholesaler, version: 1, groupIds: [groupId] };
  const { customer } = await mutate("patchCustomer", "customer { groupIds version name }", grouped);
  expect(customer).toEqual({ groupIds: [groupId], version: 2, name: "Trade Ltd" });
});
afterAll(() => closeCounter(counter));

const LIST = `priceList { id name groupIds locationIds startsOn endsOn weekdays startTime endTime
  prices { variantId variant { sku } minimumQuantity unitPrice } priceCount isEnabled state version }`;

async function sent(name: string, fields: string, input: object): Promise<Data> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await counter.api.call(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path } } }`,
    { variables: { input }, token: counter.owner },
  );
  expect(errors).toBeUndefined();
  return data[name];
}

async function mutate(name: string, fields: string, input: object): Promise<Data> {
  const payload = await sent(name, fields, input);
  expect(payload.userErrors).toEqual([]);
  return payload;
}

const price = (unitPrice: string, minimumQuantity = "0") => ({ variantId, minimumQuantity, unitPrice });

/** Makes a list, and ends it after the work, so that the next test has none. */
async function during(list: object, work: (id: string) => Promise<void>): Promise<void> {
  const id = counter.shop.clock.newId("prl");
  await mutate("createPriceList", LIST, { id, name: "List", ...list });
  await work(id);
  const { data } = await counter.api.call("query ($id: ID!) { priceList(id: $id) { version } }", {
    ...{ variables: { id }, token: counter.owner },
  });
  await mutate("updatePriceList", LIST, { priceListId: id, version: data.priceList.version, endNow: true });
}

const PRICE = `query ($input: CompleteSaleInput!, $locationId: ID) { priceSale(input: $input, locationId: $locationId) {
  lines { unitPrice priceSource priceListId priceList { name } total { amount } } total { amount } userErrors { code path } } }`;

/** What the cart costs: the prices of its lines. SKU-0001 is 1.99 in the catalogue. */
async function prices(lines: readonly object[], fields: object = {}): Promise<string[]> {
  const { data, errors } = await counter.api.call(PRICE, {
    variables: {
      input: saleInput(counter, { lines, payments: [], ...fields }),
      locationId: counter.shop.locationId,
    },
    token: counter.manager,
  });
  expect(errors).toBeUndefined();
  expect(data.priceSale.userErrors).toEqual([]);
  return data.priceSale.lines.map(({ unitPrice }: Data) => unitPrice);
}

const goods = (quantity: string, fields: object = {}) => ({ variant: { sku: "SKU-0001" }, quantity, ...fields });
const cart = (amount: number, lines: readonly object[], fields: object = {}): Input =>
  saleInput(counter, { lines, payments: [payment(counter, amount)], ...fields });
const SOLD = "lines { unitPrice priceSource priceListId priceList { name } total { amount } }";

async function stored(id: string): Promise<Data> {
  const { data } = await counter.api.call(`query ($id: ID!) { sale(id: $id) { ${SOLD} } }`, {
    ...{ variables: { id }, token: counter.manager },
  });
  return data.sale;
}

describe("createPriceList, updatePriceList", () => {
  test("keep what was asked for, and are safe to send again", async () => {
    const conditions = {
      ...{ groupIds: [groupId], locationIds: [counter.shop.locationId], startsOn: "2026-06-01", endsOn: "2099-06-30" },
      ...{ weekdays: [7, 1], startTime: "22:00", endTime: "02:00", isEnabled: false },
    };
    const input = {
      ...{ id: counter.shop.clock.newId("prl"), name: " Wholesale ", ...conditions },
      prices: [price("1.50", "10"), { variantId, unitPrice: "1.7" }],
    };
    const made = await mutate("createPriceList", LIST, input);
    expect(made.priceList).toMatchObject({
      ...{ ...conditions, name: "Wholesale", weekdays: [1, 7], state: "OFF", version: 1, priceCount: 2 },
      prices: [
        { variantId, variant: { sku: "SKU-0001" }, minimumQuantity: "0", unitPrice: "1.7" },
        { variantId, variant: { sku: "SKU-0001" }, minimumQuantity: "10", unitPrice: "1.5" },
      ],
    });
    expect(await mutate("createPriceList", LIST, input)).toEqual(made);
    expect((await sent("createPriceList", LIST, { ...input, prices: [] })).userErrors).toEqual([
      { code: "ID_CONFLICT", path: ["input", "id"] },
    ]);
    const change = { priceListId: input.id, version: 1, isEnabled: true, groupIds: null, endsOn: null, prices: [] };
    const changed = await mutate("updatePriceList", LIST, change);
    expect(changed.priceList).toMatchObject({
      ...{ groupIds: [], endsOn: null, prices: [], state: "ACTIVE", version: 2, startsOn: "2026-06-01" },
    });
    expect(await mutate("updatePriceList", LIST, change)).toEqual(changed);
    expect((await sent("updatePriceList", LIST, { ...change, isEnabled: false })).userErrors).toEqual([
      { code: "VERSION_CONFLICT", path: ["input", "version"] },
    ]);
    const ended = await mutate("updatePriceList", LIST, { priceListId: input.id, version: 2, endNow: true });
    expect(ended.priceList).toMatchObject({ state: "ENDED", version: 3 });
  });

  test("refuse two prices of one article and quantity, and a merchant's record that is full", async () => {
    const input = { id: counter.shop.clock.newId("prl"), name: "Twice", prices: [price("1", "2"), price("2", "2.0")] };
    expect((await sent("createPriceList", LIST, input)).userErrors).toEqual([
      { code: "INVALID_PRICE_LIST", path: ["input", "prices", "1"] },
    ]);
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      price(`1.${100_000 + index}`, `${index}.${100 + (index % 9)}`),
    );
    const refused: Data[] = [];
    for (let count = 0; count < 12 && refused.length === 0; count += 1) {
      const list = { id: counter.shop.clock.newId("prl"), name: "Large", isEnabled: false, prices: rows };
      refused.push(...(await sent("createPriceList", LIST, list)).userErrors);
    }
    expect(refused).toEqual([{ code: "TOO_MANY_PRICE_LISTS", path: ["input"] }]);
    const { data } = await counter.api.call("{ priceLists(state: OFF) { id version name } }", { token: counter.owner });
    for (const { id, version } of data.priceLists)
      await mutate("updatePriceList", LIST, { priceListId: id, version, prices: [], endNow: true });
  });
});

describe("priceSale", () => {
  test("asks the lowest price of the lists that count, the catalogue's only where none has one", async () => {
    const all = { prices: [price("2.50")] };
    await during(all, async () => {
      expect(await prices([goods("1")])).toEqual(["2.5"]);
      await during({ groupIds: [groupId], prices: [price("1.5"), price("1.2", "10")] }, async () => {
        expect(await prices([goods("1")])).toEqual(["2.5"]);
        expect(await prices([goods("1")], { customerId: wholesaler })).toEqual(["1.5"]);
        expect(await prices([goods("9.999"), goods("1")], { customerId: wholesaler })).toEqual(["1.2", "1.2"]);
      });
    });
    expect(await prices([goods("1")])).toEqual(["1.99"]);
  });

  test("leaves out lists of other locations and times, and those that are off", async () => {
    const elsewhere = counter.shop.clock.newId("loc");
    await mutate("createLocation", "location { id }", {
      ...{ id: elsewhere, code: "PRL", name: "Elsewhere", timeZone: "Europe/London" },
    });
    for (const condition of [
      { locationIds: [elsewhere] },
      { startsOn: "2099-01-01" },
      { endsOn: "2001-01-01" },
      { startTime: "03:00", endTime: "03:01" },
      { isEnabled: false },
    ])
      await during({ ...condition, prices: [price("1")] }, async () => {
        expect(await prices([goods("1")])).toEqual(["1.99"]);
      });
  });

  test("takes promotions off the list's price", async () => {
    await during({ prices: [price("1")] }, async () => {
      const promotion = { id: counter.shop.clock.newId("prm"), name: "Ten", kind: "PERCENT", percent: "10" };
      await mutate("createPromotion", "promotion { id }", { ...promotion, groupIds: [groupId] });
      const totalOf = async (fields: object) => {
        const input = saleInput(counter, { lines: [goods("1")], payments: [], ...fields });
        const variables = { input, locationId: counter.shop.locationId };
        const { data } = await counter.api.call(PRICE, { variables, token: counter.manager });
        return data.priceSale.total.amount;
      };
      expect([await totalOf({}), await totalOf({ customerId: wholesaler })]).toEqual([100, 90]);
      await mutate("updatePromotion", "promotion { id }", { promotionId: promotion.id, version: 1, endNow: true });
    });
  });
});

describe("completeSale, syncSales", () => {
  test("store which list gave the price, and refuse another price live", async () => {
    await during({ name: "Trade", groupIds: [groupId], prices: [price("1.5")] }, async (id) => {
      const sold = {
        lines: [{ unitPrice: "1.5", priceSource: "LIST", priceListId: id, priceList: { name: "Trade" } }],
      };
      const customerId = wholesaler;
      for (const line of [goods("2"), goods("2", { unitPrice: "1.50" })]) {
        const input = cart(300, [line], { customerId, expectedTotal: 300 });
        expect(refusals(await complete(counter, input, counter.cashier))).toEqual([]);
        expect(await stored(input.id)).toMatchObject(sold);
      }
      const catalog = cart(398, [goods("2", { unitPrice: "1.99" })], { customerId });
      expect(refusals(await complete(counter, catalog, counter.cashier))).toEqual([
        ["PRICE_NOT_ALLOWED", "input.lines.0.unitPrice"],
      ]);
      const overridden = cart(398, [goods("2", { unitPrice: "1.99" })], { customerId });
      expect(refusals(await complete(counter, overridden, counter.manager))).toEqual([]);
      const [line] = (await stored(overridden.id)).lines;
      expect(line).toMatchObject({ unitPrice: "1.99", priceSource: "OVERRIDE", priceListId: null });
    });
  });

  test("record an offline sale at what was charged, and flag a price that no list asked for", async () => {
    await during({ groupIds: [groupId], prices: [price("1.5")] }, async (id) => {
      const operatorId = counter.shop.staff.CASHIER.id;
      const right = cart(150, [goods("1", { unitPrice: "1.5" })], { customerId: wholesaler, operatorId });
      expect(await syncOne(counter, right)).toMatchObject({ status: "RECORDED" });
      expect((await stored(right.id)).lines).toMatchObject([{ priceSource: "LIST", priceListId: id }]);
      expect(await exceptionsOf(counter, right.id)).toEqual([]);
      for (const [unitPrice, amount, fields] of [
        ["1.99", 199, { customerId: wholesaler }],
        ["1.5", 150, {}],
      ] as const) {
        const wrong = cart(amount, [goods("1", { unitPrice })], { ...fields, operatorId });
        expect(await syncOne(counter, wrong)).toMatchObject({ status: "RECORDED" });
        expect((await stored(wrong.id)).lines).toMatchObject([{ unitPrice, priceListId: null }]);
        expect(await exceptionsOf(counter, wrong.id)).toEqual(["PRICE_OVERRIDDEN"]);
      }
    });
  });
});

describe("patchCustomer, eraseCustomer", () => {
  test("put a customer into groups, and erase them with the person", async () => {
    const id = counter.shop.clock.newId("cus");
    const CUSTOMER = "customer { groupIds name }";
    await mutate("createCustomer", CUSTOMER, { id, name: "Ann" });
    const unknown = { customerId: id, version: 1, groupIds: [counter.shop.clock.newId("grp")] };
    expect((await sent("patchCustomer", CUSTOMER, unknown)).userErrors).toEqual([
      { code: "UNKNOWN_CUSTOMER_GROUP", path: ["input", "groupIds"] },
    ]);
    const change = { customerId: id, version: 1, groupIds: [groupId, groupId] };
    const put = await mutate("patchCustomer", CUSTOMER, change);
    expect(put.customer).toEqual({ groupIds: [groupId], name: "Ann" });
    expect(await mutate("patchCustomer", CUSTOMER, change)).toEqual(put);
    const renamed = await mutate("patchCustomer", CUSTOMER, { customerId: id, version: 2, name: "Anna" });
    expect(renamed.customer).toEqual({ groupIds: [groupId], name: "Anna" });
    const { data } = await counter.api.call(`{ customersAtCounter(search: "Anna") { name groupIds } }`, {
      token: counter.cashier,
    });
    expect(data.customersAtCounter).toEqual([{ name: "Anna", groupIds: [groupId] }]);
    expect((await mutate("eraseCustomer", CUSTOMER, { customerId: id, version: 3 })).customer).toEqual({
      ...{ groupIds: [], name: null },
    });
  });
});
