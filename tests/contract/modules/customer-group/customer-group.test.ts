import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  exceptionsOf,
  type Input,
  openCounter,
  payment,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

let counter: Counter;
let groupId: string;
let otherId: string;
let memberId: string;
const NAMES = { group: "Wholesale", other: "Staff", member: "Trade Ltd" };

beforeAll(async () => {
  counter = await openCounter();
  const { clock, variants } = counter.shop;
  [groupId, otherId, memberId] = [clock.newId("grp"), clock.newId("grp"), clock.newId("cus")];
  await mutate("createCustomerGroup", "customerGroup { id }", { id: groupId, name: NAMES.group });
  await mutate("createCustomerGroup", "customerGroup { id }", { id: otherId, name: NAMES.other });
  await mutate("createCustomer", "customer { id }", { id: memberId, name: NAMES.member });
  await mutate("patchCustomer", "customer { id }", { customerId: memberId, version: 1, groupIds: [groupId] });
  const prices = [{ variantId: variants[0]?.id, unitPrice: "1.5" }];
  const list = { id: clock.newId("prl"), name: "Trade", groupIds: [groupId], prices };
  await mutate("createPriceList", "priceList { id }", list);
  const promotion = { id: clock.newId("prm"), name: "Ten", kind: "PERCENT", percent: "10", groupIds: [groupId] };
  await mutate("createPromotion", "promotion { id }", promotion);
});
afterAll(() => closeCounter(counter));

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

const GROUP = "customerGroup { id name endedAt version }";
const change = (version: number, fields: object) =>
  mutate("updateCustomerGroup", GROUP, { customerGroupId: groupId, version, ...fields });

/** What one piece of SKU-0001 (1.99) costs the member: its price, and the total after promotions. */
async function costs(): Promise<[string, number]> {
  const { data, errors } = await counter.api.call(
    `query ($input: CompleteSaleInput!, $locationId: ID) { priceSale(input: $input, locationId: $locationId) {
      lines { unitPrice } total { amount } userErrors { code } } }`,
    {
      variables: {
        input: saleInput(counter, { lines: [piece({})], payments: [], customerId: memberId }),
        locationId: counter.shop.locationId,
      },
      token: counter.manager,
    },
  );
  expect(errors).toBeUndefined();
  return [data.priceSale.lines[0].unitPrice, data.priceSale.total.amount];
}

const piece = (fields: object) => ({ variant: { sku: "SKU-0001" }, quantity: "1", ...fields });

async function atCounter(): Promise<string[]> {
  const { data } = await counter.api.call(`{ customersAtCounter(search: "Trade") { groupIds } }`, {
    token: counter.cashier,
  });
  return data.customersAtCounter[0].groupIds;
}

const offline = (unitPrice: string, amount: number, occurredAt: string): Input =>
  saleInput(counter, {
    ...{ lines: [piece({ unitPrice })], payments: [payment(counter, amount)], customerId: memberId, occurredAt },
    operatorId: counter.shop.staff.CASHIER.id,
  });

test("updateCustomerGroup: no price and no promotion counts for a group that ended, until it is active again", async () => {
  const { clock } = counter.shop;
  expect([await costs(), await atCounter()]).toEqual([["1.5", 135], [groupId]]);
  const before = clock.now();
  clock.advance(60_000);
  const ended = await change(1, { isEnded: true });
  expect(ended.customerGroup).toEqual({ id: groupId, name: NAMES.group, endedAt: clock.now(), version: 2 });
  expect(await change(1, { isEnded: true })).toEqual(ended);
  expect([await costs(), await atCounter()]).toEqual([["1.99", 199], []]);
  // A sale from before is judged by its own time, one from after by the end.
  const early = offline("1.5", 150, before);
  expect(await syncOne(counter, early)).toMatchObject({ status: "RECORDED" });
  expect(await exceptionsOf(counter, early.id)).not.toContain("PRICE_OVERRIDDEN");
  const late = offline("1.5", 150, clock.now());
  expect(await syncOne(counter, late)).toMatchObject({ status: "RECORDED" });
  expect(await exceptionsOf(counter, late.id)).toContain("PRICE_OVERRIDDEN");
  const { customer } = (
    await counter.api.call("query ($id: ID!) { customer(id: $id) { groupIds } }", {
      ...{ variables: { id: memberId }, token: counter.owner },
    })
  ).data;
  expect(customer.groupIds).toEqual([groupId]);
  const renamed = await change(2, { name: "Trade" });
  expect(renamed.customerGroup).toEqual({ ...ended.customerGroup, name: "Trade", version: 3 });
  const conflict = await sent("updateCustomerGroup", GROUP, { customerGroupId: groupId, version: 2, isEnded: false });
  expect(conflict.userErrors).toEqual([{ code: "VERSION_CONFLICT", path: ["input", "version"] }]);
  const active = await change(3, { isEnded: false });
  expect(active.customerGroup).toEqual({ id: groupId, name: "Trade", endedAt: null, version: 4 });
  expect([await costs(), await atCounter()]).toEqual([["1.5", 135], [groupId]]);
});

test("updateCustomerGroup: the end of a group leaves the other groups of a customer, and survives other changes", async () => {
  const { clock, variants } = counter.shop;
  const prices = [{ variantId: variants[0]?.id, unitPrice: "1.8" }];
  const list = { id: clock.newId("prl"), name: "Staff", groupIds: [otherId], prices };
  await change(4, { isEnded: true });
  await mutate("createPriceList", "priceList { id }", list);
  await mutate("patchCustomer", "customer { id }", { customerId: memberId, version: 2, groupIds: [groupId, otherId] });
  expect([await costs(), await atCounter()]).toEqual([["1.8", 180], [otherId]]);
});
