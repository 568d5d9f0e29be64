import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { type Counter, closeCounter, openCounter } from "../../api/counter.ts";

/** Customers as a cashier finds and creates them: enough to choose the right one, and no more. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const CREATE = `mutation ($input: CreateCustomerAtCounterInput!) { createCustomerAtCounter(input: $input) {
  customer { id name phoneEnding maskedEmail } userErrors { code path } } }`;
const FIND = "query ($search: String!) { customersAtCounter(search: $search) { id name phoneEnding maskedEmail } }";

async function create(input: object): Promise<Data> {
  const { data } = await counter.api.call(CREATE, { token: counter.cashier, variables: { input } });
  return data.createCustomerAtCounter;
}

async function found(search: string): Promise<Data[]> {
  const { data } = await counter.api.call(FIND, { token: counter.cashier, variables: { search } });
  return data.customersAtCounter;
}

const newId = () => counter.shop.clock.newId("cus");

test("createCustomerAtCounter: creates a customer for a cashier and shows only the ends of number and address", async () => {
  const input = { id: newId(), name: "Margaret Thornton", email: "margaret@example.org", phone: "+44 20 7946 0417" };
  const shown = { id: input.id, name: "Margaret Thornton", phoneEnding: "0417", maskedEmail: "m…@example.org" };
  expect(await create(input)).toEqual({ customer: shown, userErrors: [] });
  for (const search of ["thorn", "+44 20 7946 0417", "442079460417", "margaret@"])
    expect(await found(search)).toEqual([shown]);
});

test("createCustomerAtCounter: returns the customer again when the request is repeated, once stored", async () => {
  const input = { id: newId(), name: "Repeated Rita", phone: "0161 496 0000" };
  const first = await create(input);
  expect(await create(input)).toEqual(first);
  expect(await create({ ...input, name: "Another" })).toMatchObject({
    customer: null,
    userErrors: [{ code: "ID_CONFLICT" }],
  });
  expect(await found("rita")).toHaveLength(1);
});

test("createCustomerAtCounter: is refused at the field when the name is empty", async () => {
  expect(await create({ id: newId(), name: " " })).toEqual({
    customer: null,
    userErrors: [{ code: "INVALID_NAME", path: ["input", "name"] }],
  });
});

test("customersAtCounter: returns nothing for one character, at most eight customers for more", async () => {
  for (let index = 0; index < 10; index++) await create({ id: newId(), name: `Quentin ${index}` });
  expect(await found("q")).toEqual([]);
  expect(await found("q ·")).toEqual([]);
  expect(await found("qu")).toHaveLength(8);
});

test("customersAtCounter: shows no part of a short number, and no erased customer", async () => {
  const input = { id: newId(), name: "Shorty Short", phone: "0417" };
  expect((await create(input)).customer).toMatchObject({ phoneEnding: null, maskedEmail: null });
  const erase = `mutation { eraseCustomer(input: { customerId: "${input.id}", version: 1 }) { userErrors { code } } }`;
  expect((await counter.api.call(erase, { token: counter.owner })).data.eraseCustomer.userErrors).toEqual([]);
  expect(await found("shorty")).toEqual([]);
});

test("customers: stay closed to a cashier, and a sale takes a customer who was created at the counter", async () => {
  const input = { id: newId(), name: "Cashier's Customer" };
  await create(input);
  const { errors } = await counter.api.call("{ customers { nodes { id } } }", { token: counter.cashier });
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  const { data } = await counter.api.call(`{ node(id: "${input.id}") { id } }`, { token: counter.cashier });
  expect(data.node).toBeNull();
});
