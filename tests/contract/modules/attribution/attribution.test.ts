import { createStaff } from "@pos/core/people/staff/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { done } from "../../../support/shop.ts";
import { type Counter, closeCounter, complete, openCounter, saleInput, signIn } from "../../api/counter.ts";

/** A sale is put on a customer after it was recorded: history and totals follow, the sale's own fact does not change. */
let counter: Counter;
let [ann, ben] = ["", ""];
beforeAll(async () => {
  counter = await openCounter();
  [ann, ben] = [await createCustomer("Ann"), await createCustomer("Ben")];
});
afterAll(() => closeCounter(counter));

async function createCustomer(name: string): Promise<string> {
  const id = counter.shop.clock.newId("cus");
  const mutation = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
  const { data } = await counter.api.call(mutation, { token: counter.owner, variables: { input: { id, name } } });
  expect(data.createCustomer.userErrors).toEqual([]);
  return id;
}

const SET = `mutation ($input: SetSaleCustomerInput!) { setSaleCustomer(input: $input) {
  replayed change { id customerId previousCustomerId operator { name } sale { id customerId customer { name } } }
  userErrors { code path } } }`;

async function set(saleId: string, customerId: string | undefined, options: { id?: string; token?: string } = {}) {
  const { id = counter.shop.clock.newId("att"), token = counter.owner } = options;
  const input = { id, saleId, ...(customerId === undefined ? {} : { customerId }) };
  const { data, errors } = await counter.api.call(SET, { token, variables: { input } });
  expect(errors).toBeUndefined();
  return data.setSaleCustomer as Data;
}

async function sell(fields: object = {}): Promise<string> {
  const { sale, userErrors } = await complete(counter, saleInput(counter, { ...fields }));
  expect(userErrors).toEqual([]);
  return sale.id;
}

async function refund(saleId: string): Promise<string> {
  const { clock } = counter.shop;
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: 199 }];
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId, payments };
  const { data } = await counter.api.call(
    "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { customerId } userErrors { code } } }",
    { token: counter.manager, variables: { input: { ...input, lines: [{ line: 1, quantity: "1" }] } } },
  );
  expect(data.refundSale.userErrors).toEqual([]);
  return data.refundSale.refund.customerId;
}

/** Totals and history of a customer, as their page shows them. */
async function customer(id: string): Promise<readonly [totals: string, saleIds: readonly string[]]> {
  await counter.api.reader.caughtUp();
  const query = `query ($id: ID!) { customer(id: $id) {
    totals { saleCount refundCount grossSales { amount } refunds { amount } } sales(first: 50) { nodes { id } } } }`;
  const { data } = await counter.api.call(query, { token: counter.owner, variables: { id } });
  const { totals, sales } = data.customer;
  const { saleCount, refundCount, grossSales, refunds } = totals;
  const ids = sales.nodes.map((sale: Data) => sale.id);
  return [`${saleCount} ${grossSales.amount}, ${refundCount} ${refunds.amount}`, ids];
}

const NONE = ["0 0, 0 0", []];
const failed = (code: string, field: string) => ({
  ...{ change: null, replayed: false },
  userErrors: [{ code, path: ["input", field] }],
});

test("setSaleCustomer: moves the sale to the customer's history and totals, and another change undoes it", async () => {
  const id = await sell();
  const { change } = await set(id, ann);
  expect(change).toMatchObject({ customerId: ann, previousCustomerId: null, operator: { name: "Owner" } });
  expect(change.sale).toEqual({ id, customerId: ann, customer: { name: "Ann" } });
  expect([await customer(ann), await customer(ben)]).toEqual([["1 199, 0 0", [id]], NONE]);
  await set(id, ben);
  expect([await customer(ann), await customer(ben)]).toEqual([NONE, ["1 199, 0 0", [id]]]);
  await set(id, undefined);
  expect([await customer(ann), await customer(ben)]).toEqual([NONE, NONE]);
  const query = "query ($id: ID!) { sale(id: $id) { customerId customerChanges { customer { name } } } }";
  const { data } = await counter.api.call(query, { token: counter.owner, variables: { id } });
  expect(data.sale).toEqual({
    customerId: null,
    customerChanges: [{ customer: { name: "Ann" } }, { customer: { name: "Ben" } }, { customer: null }],
  });
});

test("setSaleCustomer: takes the sale from the customer whom it was sold to", async () => {
  const id = await sell({ customerId: ann });
  expect(await customer(ann)).toEqual(["1 199, 0 0", [id]]);
  await set(id, ben);
  expect([await customer(ann), await customer(ben)]).toEqual([NONE, ["1 199, 0 0", [id]]]);
  const filter = async (customerId: string) => {
    const query = "query ($filter: SaleFilter) { sales(filter: $filter) { nodes { id } } }";
    const receiptNumber = await numberOf(id);
    const variables = { filter: { customerId, receiptNumber } };
    return (await counter.api.call(query, { token: counter.owner, variables })).data.sales.nodes.length;
  };
  expect([await filter(ann), await filter(ben)]).toEqual([0, 1]);
  await set(id, undefined);
});

async function numberOf(id: string): Promise<string> {
  const query = "query ($id: ID!) { sale(id: $id) { receiptNumber } }";
  return (await counter.api.call(query, { token: counter.owner, variables: { id } })).data.sale.receiptNumber;
}

test("setSaleCustomer: takes along what was given back before, and what is given back later", async () => {
  const lines = [{ variant: { sku: "SKU-0001" }, quantity: "2", unitPrice: "1.99" }];
  const payments = [{ id: counter.shop.clock.newId("pay"), method: "CARD", amount: 398 }];
  const id = await sell({ lines, payments });
  expect(await refund(id)).toBeNull();
  await set(id, ann);
  expect(await customer(ann)).toEqual(["1 398, 1 199", [id]]);
  expect(await refund(id)).toBe(ann);
  expect(await customer(ann)).toEqual(["1 398, 2 398", [id]]);
  await set(id, ben);
  expect([await customer(ann), await customer(ben)]).toEqual([NONE, ["1 398, 2 398", [id]]]);
  await set(id, undefined);
});

test("setSaleCustomer: returns the stored change when it is sent twice, ID_CONFLICT when its content is another", async () => {
  const [saleId, id] = [await sell(), counter.shop.clock.newId("att")];
  expect(await set(saleId, ann, { id })).toMatchObject({ replayed: false, userErrors: [] });
  expect(await set(saleId, ann, { id })).toMatchObject({ replayed: true, change: { id }, userErrors: [] });
  expect(await set(saleId, ben, { id })).toMatchObject(failed("ID_CONFLICT", "id"));
  expect(await set(saleId, ann)).toEqual(failed("CUSTOMER_UNCHANGED", "customerId"));
  expect((await customer(ann))[0]).toBe("1 199, 0 0");
  await set(saleId, undefined);
});

test("setSaleCustomer: UNKNOWN_CUSTOMER when the customer was erased, the sale keeps its own", async () => {
  const [saleId, gone] = [await sell(), await createCustomer("Gone")];
  const erase = `mutation { eraseCustomer(input: { customerId: "${gone}", version: 1 }) { userErrors { code } } }`;
  expect((await counter.api.call(erase, { token: counter.owner })).data.eraseCustomer.userErrors).toEqual([]);
  expect(await set(saleId, gone)).toEqual(failed("UNKNOWN_CUSTOMER", "customerId"));
});

test("setSaleCustomer: UNKNOWN_SALE when the caller does not work where it was sold, FORBIDDEN to a cashier", async () => {
  const saleId = await sell();
  const { shop, api, owner } = counter;
  const locationId = shop.clock.newId("loc");
  const input = { id: locationId, code: "LOW-ST", name: "Low Street", timeZone: "Europe/London" };
  const create = "mutation ($input: CreateLocationInput!) { createLocation(input: $input) { userErrors { code } } }";
  await api.call(create, { token: owner, variables: { input } });
  const login = { email: "low@shop.example", password: "a heron reads slowly at dusk" };
  const person = { id: shop.clock.newId("stf"), name: "Low", role: "MANAGER", locationIds: [locationId] } as const;
  done(await createStaff(shop.owner, { ...person, ...login, operatorNumber: "6006", pin: "480971" }));
  const { token } = await signIn(api, login.email, login.password);
  expect(await set(saleId, ann, { token })).toEqual(failed("UNKNOWN_SALE", "saleId"));
  const { errors } = await api.call(SET, {
    token: counter.cashier,
    variables: { input: { id: shop.clock.newId("att"), saleId, customerId: ann } },
  });
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("setSaleCustomer: CUSTOMER_CHANGES_EXHAUSTED when a sale was put on fifty customers", async () => {
  const saleId = await sell();
  for (let index = 0; index < 50; index++) expect((await set(saleId, [ann, ben][index % 2])).userErrors).toEqual([]);
  expect(await set(saleId, undefined)).toEqual(failed("CUSTOMER_CHANGES_EXHAUSTED", "customerId"));
});
