import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  openCounter,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

/** A refund puts money on a customer's store credit, sales of the customer are paid by it, and the books owe what there is. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.shop.stock("1000");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function ask(query: string, variables: object, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function newCustomer(): Promise<string> {
  const id = counter.shop.clock.newId("cus");
  const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
  expect((await ask(create, { input: { id, name: "Ada" } }, counter.owner)).createCustomer.userErrors).toEqual([]);
  return id;
}

const CREDIT = `query ($customerId: ID!) { storeCredit(customerId: $customerId) {
  balance { amount } history(first: 10) { nodes { kind amount { amount } reason } } } }`;

const creditOf = async (customerId: string) => (await ask(CREDIT, { customerId })).storeCredit;
const balanceOf = async (customerId: string) => (await creditOf(customerId)).balance.amount;

async function refund(sale: Data, fields: Fields): Promise<Data> {
  const { clock } = counter.shop;
  const query = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code path } } }";
  const lines = [{ line: 1, quantity: "1" }];
  const payments = [payment(counter, 199, { method: "STORE_CREDIT" })];
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines, payments, ...fields };
  return (await ask(query, { input })).refundSale;
}

async function sold(fields: Fields = {}): Promise<Data> {
  const { sale, userErrors } = await complete(counter, saleInput(counter, fields));
  expect(userErrors).toEqual([]);
  return sale;
}

async function adjust(fields: Fields): Promise<Data> {
  const { clock, locationId } = counter.shop;
  const query = `mutation ($input: AdjustStoreCreditInput!) { adjustStoreCredit(input: $input) {
    replayed storeCredit { balance { amount } } userErrors { code path } } }`;
  const input = { id: clock.newId("vad"), locationId, reason: "Goodwill", ...fields };
  return (await ask(query, { input }, counter.owner)).adjustStoreCredit;
}

const byCredit = (amount: number) => [payment(counter, amount, { method: "STORE_CREDIT" })];

test("a refund goes to the credit of the sale's customer, whose next sale is paid by it, and never more than there is", async () => {
  const customerId = await newCustomer();
  expect(await creditOf(customerId)).toEqual({ balance: { amount: 0 }, history: { nodes: [] } });
  expect(await refund(await sold({ customerId }), {})).toEqual({ userErrors: [] });
  expect(await balanceOf(customerId)).toBe(199);
  const paid = await sold({ customerId, payments: byCredit(199) });
  expect(await balanceOf(customerId)).toBe(0);
  const again = await complete(counter, saleInput(counter, { customerId, payments: byCredit(199) }));
  expect(refusals(again)).toEqual([["BALANCE_TOO_LOW", "input.payments"]]);
  // What was paid by credit goes back to it, also where nothing else is stated.
  expect(await refund(paid, {})).toEqual({ userErrors: [] });
  expect(await creditOf(customerId)).toEqual({
    balance: { amount: 199 },
    history: {
      nodes: [
        { kind: "REFUND", amount: { amount: 199 }, reason: null },
        { kind: "SALE", amount: { amount: -199 }, reason: null },
        { kind: "REFUND", amount: { amount: 199 }, reason: null },
      ],
    },
  });
});

test("what one customer's credit paid goes back to it, though another brings the goods", async () => {
  const [customerId, other] = [await newCustomer(), await newCustomer()];
  await adjust({ customerId, amount: 500 });
  const sale = await sold({ customerId, payments: byCredit(199) });
  expect(await refund(sale, { customerId: other })).toEqual({ userErrors: [] });
  expect([await balanceOf(customerId), await balanceOf(other)]).toEqual([500, 0]);
});

test("without a customer there is no credit: neither a sale nor a refund moves any", async () => {
  expect(refusals(await complete(counter, saleInput(counter, { payments: byCredit(199) })))).toEqual([
    ["METHOD_NOT_AVAILABLE", "input.payments.0.method"],
  ]);
  expect(refusals(await refund(await sold(), {}))).toEqual([["METHOD_NOT_AVAILABLE", "input.payments.0.method"]]);
  const customerId = await newCustomer();
  expect(await refund(await sold(), { customerId })).toEqual({ userErrors: [] });
  expect(await balanceOf(customerId)).toBe(199);
  expect((await ask(CREDIT, { customerId: "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV" })).storeCredit).toBeNull();
});

test("offline more is taken than there is, with an exception", async () => {
  const customerId = await newCustomer();
  const input = saleInput(counter, { customerId, payments: byCredit(199) });
  expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED" });
  expect(await exceptionsOf(counter, input.id)).toEqual(["BALANCE_TOO_LOW"]);
  expect(await balanceOf(customerId)).toBe(-199);
});

test("adjustStoreCredit: changes it with a reason, once for one id, and never below zero", async () => {
  const customerId = await newCustomer();
  const id = counter.shop.clock.newId("vad");
  const first = await adjust({ id, customerId, amount: 500 });
  expect(first).toEqual({ replayed: false, storeCredit: { balance: { amount: 500 } }, userErrors: [] });
  expect(await adjust({ id, customerId, amount: 500 })).toEqual({ ...first, replayed: true });
  expect(refusals(await adjust({ id, customerId, amount: 400 }))).toEqual([["ID_CONFLICT", "input.id"]]);
  expect(refusals(await adjust({ customerId, amount: -501 }))).toEqual([["BALANCE_TOO_LOW", "input.amount"]]);
  expect((await adjust({ customerId, amount: -500 })).storeCredit.balance.amount).toBe(0);
  expect((await creditOf(customerId)).history.nodes[0]).toMatchObject({ kind: "ADJUSTMENT", reason: "Goodwill" });
});

test("the liability account is what all customers have, and the day reconciles", async () => {
  await counter.api.reader.caughtUp();
  const { accounts, dailyReport, customers } = await ask(
    `query ($locationId: ID!) { accounts: accountBalances(locationId: $locationId) { account balance { amount } }
      customers(first: 50) { nodes { id } }
      dailyReport(locationId: $locationId, day: "2026-06-15") { reconciliation { reconciles } } }`,
    { locationId: counter.shop.locationId },
    counter.owner,
  );
  let held = 0;
  for (const { id } of customers.nodes) held += await balanceOf(id);
  const owed = accounts.find(({ account }: Data) => account === "STORE_CREDIT").balance.amount;
  expect([0 - owed, dailyReport.reconciliation.reconciles]).toEqual([held, true]);
  expect(held).not.toBe(0);
});
