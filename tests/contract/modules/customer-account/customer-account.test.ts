import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  type Input,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

/** Customers buy on account up to a limit and pay later: a guard decides, and what they pay is in no figure of sales. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  await counter.shop.stock("1000");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function ask(query: string, variables: Fields = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

/** A customer who may owe so much. */
async function customer(creditLimit?: number): Promise<string> {
  const customerId = counter.shop.clock.newId("cus");
  await ask("mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }", {
    input: { id: customerId, name: "The Corner Cafe" },
  });
  if (creditLimit !== undefined) expect(await limit(customerId, creditLimit, 1)).toEqual([]);
  return customerId;
}

async function limit(customerId: string, creditLimit: number | null, version: number): Promise<string[]> {
  const { patchCustomer } = await ask(
    "mutation ($input: PatchCustomerInput!) { patchCustomer(input: $input) { userErrors { code } } }",
    { input: { customerId, version, creditLimit } },
  );
  return patchCustomer.userErrors.map(({ code }: Data) => code);
}

const ACCOUNT = `query ($id: ID!, $from: Date!, $to: Date!) { customer(id: $id) { account {
  owed { amount } limit { amount } available { amount }
  statement(from: $from, to: $to) { opening { amount } closing { amount }
    lines { id kind amount { amount } owed { amount } receiptNumber note location { id } } } } } }`;

const DAY = "2026-06-15";

async function account(id: string, days = { from: DAY, to: DAY }): Promise<Data> {
  return (await ask(ACCOUNT, { id, ...days })).customer.account;
}

const onAccount = (amount: number) => payment(counter, amount, { method: "ON_ACCOUNT" });

/** A sale on account of the price given, in minor units. */
function sale(customerId: string | undefined, amount: number, fields: Fields = {}): Input {
  const lines = [openLine((amount / 100).toFixed(2))];
  return saleInput(counter, { lines, customerId, payments: [onAccount(amount)], ...fields });
}

const PAY = `mutation ($input: RecordCustomerPaymentInput!) { recordCustomerPayment(input: $input) { replayed
  payment { id total { amount } changeDue { amount } payments { method amount { amount } tendered { amount } } customer { id account { owed { amount } } }
    operator { id } terminal { id } location { id } note }
  userErrors { code path } } }`;

function paying(customerId: string, amount: number, fields: Fields = {}): Input {
  const { clock } = counter.shop;
  const payments = [payment(counter, amount, { method: "CASH" })];
  return { id: clock.newId("cpy"), customerId, occurredAt: clock.now(), payments, ...fields };
}

async function pay(input: Input, token = counter.cashier): Promise<Data> {
  return (await ask(PAY, { input }, token)).recordCustomerPayment;
}

const FIGURES = `query ($locationId: ID!) {
  salesSummary(locationId: $locationId, from: "${DAY}", to: "${DAY}") { grossSales { amount } refunds { amount } netSales { amount } }
  dailyReport(locationId: $locationId, day: "${DAY}") {
    reconciliation { checks { differences { figure } } } payments { method paid { amount } refunded { amount } }
    customerPayments { method paid { amount } } }
  accounts: accountBalances(locationId: $locationId) { account balance { amount } } }`;

async function figures(): Promise<Data> {
  await counter.api.reader.caughtUp();
  counter.shop.clock.advance(1000);
  return ask(FIGURES, { locationId: counter.shop.locationId });
}

const balance = ({ accounts }: Data, name: string) =>
  accounts.find(({ account: of }: Data) => of === name)?.balance.amount ?? 0;

describe("on account", () => {
  test("a sale is owed, and a payment of it is in the drawer and in no figure of sales", async () => {
    const before = await figures();
    const id = await customer(10000);
    const sold = await complete(counter, sale(id, 3000), counter.cashier);
    expect(sold).toMatchObject({ userErrors: [], sale: { payments: [{ method: "ON_ACCOUNT" }], exceptions: [] } });
    const after = await figures();
    expect(after.salesSummary.grossSales.amount - before.salesSummary.grossSales.amount).toBe(3000);
    expect(balance(after, "RECEIVABLES") - balance(before, "RECEIVABLES")).toBe(3000);
    const input = paying(id, 1200, { note: "By hand" });
    const tendered = { ...input, payments: [payment(counter, 1200, { method: "CASH", tendered: 2000 })] };
    const paid = await pay(tendered);
    expect(paid).toMatchObject({
      ...{ replayed: false, userErrors: [] },
      payment: { total: { amount: 1200 }, changeDue: { amount: 800 }, note: "By hand", customer: null },
    });
    const settled = await figures();
    expect(settled.salesSummary).toEqual(after.salesSummary);
    expect(settled.dailyReport.payments).toEqual(after.dailyReport.payments);
    expect(settled.dailyReport.customerPayments).toEqual([{ method: "CASH", paid: { amount: 1200 } }]);
    expect(balance(settled, "CASH") - balance(after, "CASH")).toBe(1200);
    expect(balance(settled, "RECEIVABLES") - balance(after, "RECEIVABLES")).toBe(-1200);
    expect(settled.dailyReport.reconciliation.checks.flatMap(({ differences }: Data) => differences)).toEqual([]);
    expect(await account(id)).toEqual({
      ...{ owed: { amount: 1800 }, limit: { amount: 10000 }, available: { amount: 8200 } },
      statement: {
        ...{ opening: { amount: 0 }, closing: { amount: 1800 } },
        lines: [
          {
            ...{ id: sold.sale.id, kind: "SALE", amount: { amount: 3000 }, owed: { amount: 3000 }, note: null },
            ...{ receiptNumber: sold.sale.receiptNumber, location: { id: counter.shop.locationId } },
          },
          {
            ...{ id: input.id, kind: "PAYMENT", amount: { amount: -1200 }, owed: { amount: 1800 } },
            ...{ receiptNumber: null, note: "By hand", location: { id: counter.shop.locationId } },
          },
        ],
      },
    });
    expect((await account(id, { from: "2026-06-16", to: "2026-06-17" })).statement).toEqual({
      ...{ opening: { amount: 1800 }, lines: [], closing: { amount: 1800 } },
    });
    expect((await pay(tendered)).replayed).toBe(true);
    expect(refusals(await pay({ ...tendered, note: "Other" }))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("a sale is refused beyond the limit, without one, and without a customer", async () => {
    const id = await customer(1000);
    const refused = async (input: Input) => refusals(await complete(counter, input, counter.cashier));
    expect(await refused(sale(id, 1001))).toEqual([["CREDIT_LIMIT_EXCEEDED", "input.payments"]]);
    expect(await refused(sale(id, 1000))).toEqual([]);
    expect(await refused(sale(id, 1))).toEqual([["CREDIT_LIMIT_EXCEEDED", "input.payments"]]);
    expect(await refused(sale(await customer(), 1))).toEqual([["CREDIT_LIMIT_EXCEEDED", "input.payments"]]);
    expect(await refused(sale(undefined, 1))).toEqual([["METHOD_NOT_AVAILABLE", "input.payments.0.method"]]);
    expect(await limit(id, null, 2)).toEqual([]);
    expect(await refused(sale(id, 1))).toEqual([["CREDIT_LIMIT_EXCEEDED", "input.payments"]]);
    expect((await pay(paying(id, 1500))).userErrors).toEqual([]);
    expect(await account(id)).toMatchObject({ owed: { amount: -500 }, limit: null, available: { amount: 500 } });
    expect(await refused(sale(id, 500))).toEqual([]);
  });

  test("of many sales at once no one too many is recorded", async () => {
    const id = await customer(500);
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        for (;;) {
          const { data, errors } = await counter.api.call(
            "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } userErrors { code } } }",
            { variables: { input: sale(id, 100) }, token: counter.cashier },
          );
          if (errors === undefined) return data.completeSale.sale === null ? 0 : 1;
        }
      }),
    );
    expect(answers.reduce<number>((sum, one) => sum + one, 0)).toBe(5);
    expect((await account(id)).owed.amount).toBe(500);
  });

  test("a late sale is recorded beyond the limit, with an exception", async () => {
    const id = await customer(100);
    const late = sale(id, 150);
    expect(await syncOne(counter, late)).toMatchObject({ status: "RECORDED" });
    expect(await exceptionsOf(counter, late.id)).toEqual(["CREDIT_LIMIT_EXCEEDED"]);
    expect((await account(id)).owed.amount).toBe(150);
  });

  test("a refund and a void go back to the account; so does what was paid in cash, for its customer", async () => {
    const id = await customer(10000);
    const { sale: first } = await complete(counter, sale(id, 1000));
    const { sale: second } = await complete(counter, sale(id, 2000));
    const cash = { customerId: id, payments: [payment(counter, 300, { method: "CASH" })] };
    const { sale: third } = await complete(counter, sale(undefined, 300, cash));
    const refund = async (saleId: string, amount: number) => {
      const { clock } = counter.shop;
      const input = {
        ...{ id: clock.newId("ref"), saleId, occurredAt: clock.now(), lines: [{ line: 1, quantity: "1" }] },
        payments: [onAccount(amount)],
      };
      const { refundSale } = await ask(
        "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }",
        { input },
        counter.manager,
      );
      expect(refundSale.userErrors).toEqual([]);
    };
    await refund(first.id, 1000);
    expect((await account(id)).owed.amount).toBe(2000);
    await refund(third.id, 300);
    expect((await account(id)).owed.amount).toBe(1700);
    const { clock } = counter.shop;
    const { voidSale } = await ask(
      "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code } } }",
      { input: { id: clock.newId("voi"), saleId: second.id, occurredAt: clock.now(), reason: "Wrong customer" } },
    );
    expect(voidSale.userErrors).toEqual([]);
    const { owed, statement } = await account(id);
    expect([owed.amount, statement.closing.amount]).toEqual([-300, -300]);
    expect(statement.lines.map(({ kind }: Data) => kind).sort()).toEqual(["REFUND", "REFUND", "SALE", "SALE", "VOID"]);
  });

  test("what was bought on account goes back to the account that owes it, also when another customer has the sale or is named", async () => {
    const [ann, ben] = [await customer(10000), await customer(10000)];
    const { sale: sold } = await complete(counter, sale(ann, 1000, { lines: [openLine("5", { quantity: "2" })] }));
    const { clock } = counter.shop;
    const put = await ask(
      "mutation ($input: SetSaleCustomerInput!) { setSaleCustomer(input: $input) { userErrors { code } } }",
      { input: { id: clock.newId("att"), saleId: sold.id, customerId: ben } },
    );
    expect(put.setSaleCustomer.userErrors).toEqual([]);
    for (const customerId of [undefined, ben]) {
      const input = {
        ...{ id: clock.newId("ref"), saleId: sold.id, occurredAt: clock.now(), customerId },
        ...{ lines: [{ line: 1, quantity: "1" }], payments: [onAccount(500)] },
      };
      const { refundSale } = await ask(
        "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }",
        { input },
        counter.manager,
      );
      expect(refundSale.userErrors).toEqual([]);
    }
    expect([(await account(ann)).owed.amount, (await account(ben)).owed.amount]).toEqual([0, 0]);
  });
});

describe("recordCustomerPayment", () => {
  test("is refused for what is no money, cash at the dashboard, an unknown customer and nothing", async () => {
    const id = await customer();
    const paid = async (payments: readonly Fields[], token?: string, fields: Fields = {}) =>
      refusals(await pay(paying(id, 1, { payments, ...fields }), token));
    for (const method of ["GIFT_CARD", "STORE_CREDIT", "ON_ACCOUNT"])
      expect(await paid([payment(counter, 1, { method })])).toEqual([
        ["METHOD_NOT_AVAILABLE", "input.payments.0.method"],
      ]);
    expect(await paid([])).toEqual([["INVALID_PAYMENT", "input.payments"]]);
    expect(await paid([payment(counter, 1, { tendered: 2 })])).toEqual([
      ["TENDERED_NOT_ALLOWED", "input.payments.0.tendered"],
    ]);
    const { locationId } = counter.shop;
    expect(await paid([payment(counter, 1, { method: "CASH" })], counter.owner, { locationId })).toEqual([
      ["METHOD_NOT_AVAILABLE", "input.payments.0.method"],
    ]);
    expect(await paid([payment(counter, 1)], counter.owner)).toEqual([["UNKNOWN_LOCATION", "input.locationId"]]);
    expect(await paid([payment(counter, 1)], counter.owner, { locationId })).toEqual([]);
    expect(await paid([payment(counter, 1)], undefined, { customerId: counter.shop.clock.newId("cus") })).toEqual([
      ["UNKNOWN_CUSTOMER", "input.customerId"],
    ]);
    expect((await account(id)).owed.amount).toBe(-1);
  });

  test("is recorded once when it is sent later, and not of a customer who never was", async () => {
    const id = await customer();
    const operatorId = counter.shop.staff.CASHIER.id;
    const sent = paying(id, 700, { operatorId });
    const send = async (customerPayment: Input) => {
      const { syncFacts } = await ask(
        `mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status
          fact { ... on CustomerPayment { id total { amount } operator { id } exceptions { code } } } userErrors { code } } } }`,
        { facts: [{ customerPayment }] },
        counter.terminal,
      );
      return syncFacts.results[0];
    };
    const recorded = { id: sent.id, total: { amount: 700 } };
    expect(await send(sent)).toMatchObject({ status: "RECORDED", fact: recorded, userErrors: [] });
    expect(await send(sent)).toMatchObject({ status: "REPLAYED" });
    expect(await send({ ...sent, note: "Other" })).toMatchObject({ status: "QUARANTINED" });
    const unknown = paying(counter.shop.clock.newId("cus"), 5);
    expect(await send(unknown)).toMatchObject({ status: "REJECTED", userErrors: [{ code: "UNKNOWN_CUSTOMER" }] });
    expect((await account(id)).owed.amount).toBe(-700);
  });
});

test("what all customers owe together is what the books have as receivable", async () => {
  const { accounts } = await figures();
  const { data } = await counter.api.call("{ customers(first: 100) { nodes { account { owed { amount } } } } }", {
    token: counter.owner,
  });
  const owed = data.customers.nodes.reduce((sum: number, { account: of }: Data) => sum + of.owed.amount, 0);
  expect(balance({ accounts }, "RECEIVABLES")).toBe(owed);
});
