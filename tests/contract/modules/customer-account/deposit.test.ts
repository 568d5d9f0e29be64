import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../../support/api.ts";
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

/** Layaway: a quote is paid in parts before it is collected. A deposit is owed to its customer and in no figure of sales. */
let counter: Counter;
let customerId: string;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  await counter.shop.stock("1000");
  customerId = await customer();
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function ask(query: string, variables: Fields = {}, token = counter.cashier): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function customer(): Promise<string> {
  const id = counter.shop.clock.newId("cus");
  const mutation = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
  await ask(mutation, { input: { id, name: "Ada" } }, counter.owner);
  return id;
}

const LINES = () => [openLine("50")];

/** A chair for 50, quoted for the customer. */
async function quoted(fields: Fields = {}): Promise<string> {
  const id = counter.shop.clock.newId("quo");
  const input = { id, validUntil: "2026-07-01", lines: LINES(), customerId, ...fields };
  const { createQuote } = await ask(
    "mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { userErrors { code } } }",
    { input },
  );
  expect(createQuote.userErrors).toEqual([]);
  return id;
}

function depositOf(quoteId: string, amount: number, fields: Fields = {}): Input {
  const { clock } = counter.shop;
  const payments = [payment(counter, amount, { method: "CASH" })];
  return { id: clock.newId("cpy"), customerId, quoteId, occurredAt: clock.now(), payments, ...fields };
}

const PAY = `mutation ($input: RecordCustomerPaymentInput!) { recordCustomerPayment(input: $input) { replayed
  payment { quoteId total { amount } payments { amount { amount } } } userErrors { code path } } }`;

async function pay(input: Input, token = counter.cashier): Promise<Data> {
  return (await ask(PAY, { input }, token)).recordCustomerPayment;
}

async function deposit(quoteId: string, amount: number, fields: Fields = {}): Promise<[string, string][]> {
  return refusals(await pay(depositOf(quoteId, amount, fields))) as [string, string][];
}

async function giveBack(quoteId: string, amount: number, token = counter.manager): Promise<[string, string][]> {
  return refusals(await pay(depositOf(quoteId, amount, { isGivenBack: true }), token)) as [string, string][];
}

function collecting(quoteId: string, deposited: number, fields: Fields = {}): Input {
  const payments = [
    ...(deposited > 0 ? [payment(counter, deposited, { method: "DEPOSIT" })] : []),
    ...(deposited < 5000 ? [payment(counter, 5000 - deposited)] : []),
  ];
  return saleInput(counter, { quoteId, lines: LINES(), customerId, payments, ...fields });
}

async function collect(input: Input): Promise<[string, string][]> {
  return refusals(await complete(counter, input, counter.cashier)) as [string, string][];
}

async function seen(id: string): Promise<Data> {
  const fields = "state deposited { amount } open { amount } deposits { total { amount } }";
  return (await ask(`query ($id: ID!) { quote(id: $id) { ${fields} } }`, { id })).quote;
}

async function cancel(quoteId: string): Promise<[string, string][]> {
  const mutation =
    "mutation ($input: CancelQuoteInput!) { cancelQuote(input: $input) { quote { state } userErrors { code path } } }";
  return refusals((await ask(mutation, { input: { quoteId } })).cancelQuote) as [string, string][];
}

const DAY = "2026-06-15";
const FIGURES = `query ($locationId: ID!) {
  salesSummary(locationId: $locationId, from: "${DAY}", to: "${DAY}") { grossSales { amount } }
  salesRange(locationId: $locationId, from: "${DAY}", to: "${DAY}") { payments { methods net { amount } } }
  dailyReport(locationId: $locationId, day: "${DAY}") {
    reconciliation { checks { differences { figure } } } payments { method paid { amount } }
    customerPayments { method paid { amount } refunded { amount } } }
  accounts: accountBalances(locationId: $locationId) { account balance { amount } } }`;

async function figures(): Promise<{ sales: number; owed: number; cash: number; collected: number; report: Data }> {
  await counter.api.reader.caughtUp();
  counter.shop.clock.advance(1000);
  const { salesSummary, salesRange, accounts, dailyReport } = await ask(
    FIGURES,
    { locationId: counter.shop.locationId },
    counter.owner,
  );
  const balance = (name: string) => accounts.find(({ account }: Data) => account === name)?.balance.amount ?? 0;
  expect(dailyReport.reconciliation.checks.flatMap(({ differences }: Data) => differences)).toEqual([]);
  const owed = 0 - balance("CUSTOMER_DEPOSITS");
  const byDeposit = salesRange.payments.find(({ methods }: Data) => methods.includes("DEPOSIT"));
  expect(byDeposit?.methods ?? ["DEPOSIT"]).toEqual(["DEPOSIT"]);
  const collected = byDeposit?.net.amount ?? 0;
  return { sales: salesSummary.grossSales.amount, owed, cash: balance("CASH"), collected, report: dailyReport };
}

test("deposit: 20 of 50, then 30: sales of 50 once, owed 20 then 0", async () => {
  const before = await figures();
  const id = await quoted();
  expect(await deposit(id, 2000)).toEqual([]);
  const first = await figures();
  expect([first.sales - before.sales, first.owed - before.owed, first.cash - before.cash]).toEqual([0, 2000, 2000]);
  expect(first.report.customerPayments).toMatchObject([{ method: "CASH", paid: { amount: 2000 } }]);
  expect(await seen(id)).toMatchObject({ state: "OPEN", deposited: { amount: 2000 }, open: { amount: 3000 } });
  expect(await collect(collecting(id, 2000))).toEqual([]);
  const after = await figures();
  expect([after.sales - before.sales, after.owed - before.owed]).toEqual([5000, 0]);
  expect(after.collected - first.collected).toBe(2000);
  expect(after.report.payments).toEqual(
    expect.arrayContaining([
      { method: "CARD", paid: { amount: 3000 } },
      { method: "DEPOSIT", paid: { amount: 2000 } },
    ]),
  );
  expect(await seen(id)).toEqual({
    ...{ state: "SOLD", deposited: { amount: 0 }, open: { amount: 5000 } },
    deposits: [{ total: { amount: 2000 } }],
  });
});

describe("a deposit", () => {
  test("is at most what is left to pay, and of the customer of an open quote", async () => {
    const id = await quoted();
    expect(await deposit(id, 5001)).toEqual([["DEPOSIT_TOO_LARGE", "input.payments"]]);
    expect(await deposit(id, 3000)).toEqual([]);
    expect(await deposit(id, 2001)).toEqual([["DEPOSIT_TOO_LARGE", "input.payments"]]);
    expect(await deposit(id, 2000)).toEqual([]);
    const wrong = await quoted();
    expect(await deposit(wrong, 1, { customerId: await customer() })).toEqual([["QUOTE_MISMATCH", "input.quoteId"]]);
    expect(await deposit(await quoted({ customerId: undefined }), 1)).toEqual([["QUOTE_MISMATCH", "input.quoteId"]]);
    expect(await deposit(counter.shop.clock.newId("quo"), 1)).toEqual([["UNKNOWN_QUOTE", "input.quoteId"]]);
    expect(await cancel(wrong)).toEqual([]);
    expect(await deposit(wrong, 1)).toEqual([["QUOTE_CANCELLED", "input.quoteId"]]);
    expect(await deposit(id, 1, { payments: [payment(counter, 1, { method: "DEPOSIT" })] })).toEqual([
      ["METHOD_NOT_AVAILABLE", "input.payments.0.method"],
    ]);
    expect(await collect(collecting(id, 5000))).toEqual([]);
    expect(await deposit(id, 1)).toEqual([["QUOTE_SOLD", "input.quoteId"]]);
  });

  test("of many at once, no one too many is recorded", async () => {
    const id = await quoted();
    const answers = await Promise.all(Array.from({ length: 8 }, () => deposited(id, 1000)));
    expect(answers.filter((isTaken) => isTaken)).toHaveLength(5);
    expect((await seen(id)).deposited.amount).toBe(5000);
  });

  test("is used up when the quote is collected, and not twice", async () => {
    const id = await quoted();
    await deposit(id, 2000);
    expect(await collect(collecting(id, 0))).toEqual([["DEPOSIT_NOT_USED", "input.payments"]]);
    expect(await collect(collecting(id, 1999))).toEqual([["DEPOSIT_NOT_USED", "input.payments"]]);
    expect(await collect(collecting(id, 2001))).toEqual([["BALANCE_TOO_LOW", "input.payments"]]);
    const held = async () => {
      const query =
        "query ($at: ID!, $filter: QuoteFilter) { quotes(locationId: $at, filter: $filter) { nodes { id } } }";
      const filter = { hasDeposit: true, state: "OPEN", customerId };
      const { quotes } = await ask(query, { at: counter.shop.locationId, filter });
      return quotes.nodes.some((quote: Data) => quote.id === id);
    };
    expect(await held()).toBe(true);
    const [one, other] = [collecting(id, 2000), collecting(id, 2000)];
    expect(await collect(one)).toEqual([]);
    expect(await held()).toBe(false);
    expect((await collect(other)).map(([code]) => code)).toContain("BALANCE_TOO_LOW");
    const alone = collecting(id, 5000, { quoteId: undefined });
    expect(await collect(alone)).toEqual([["METHOD_NOT_AVAILABLE", "input.payments.0.method"]]);
  });

  test("is given back to its customer by who may refund, and a quote is cancelled only without one", async () => {
    const id = await quoted();
    await deposit(id, 2000);
    expect(await cancel(id)).toEqual([["QUOTE_HAS_DEPOSIT", "input.quoteId"]]);
    expect(await giveBack(id, 500, counter.cashier)).toEqual([["REFUND_NOT_ALLOWED", "input.isGivenBack"]]);
    expect(await giveBack(id, 2001)).toEqual([["BALANCE_TOO_LOW", "input.payments"]]);
    const before = await figures();
    const back = depositOf(id, 2000, { isGivenBack: true });
    expect(await pay(back, counter.manager)).toMatchObject({
      ...{ replayed: false, userErrors: [] },
      payment: { quoteId: id, total: { amount: -2000 }, payments: [{ amount: { amount: -2000 } }] },
    });
    expect((await pay(back, counter.manager)).replayed).toBe(true);
    const after = await figures();
    expect([after.owed - before.owed, after.cash - before.cash, after.sales - before.sales]).toEqual([-2000, -2000, 0]);
    expect((await seen(id)).deposits.map(({ total }: Data) => total.amount).sort()).toEqual([-2000, 2000]);
    expect(await cancel(id)).toEqual([]);
    const tendered = [payment(counter, 1, { method: "CASH", tendered: 2 })];
    expect(refusals(await pay(depositOf(id, 1, { isGivenBack: true, payments: tendered }), counter.manager))).toEqual([
      ["TENDERED_NOT_ALLOWED", "input.payments.0.tendered"],
    ]);
    const nowhere = depositOf(id, 1, { isGivenBack: true, quoteId: undefined });
    expect(refusals(await pay(nowhere, counter.manager))).toEqual([["INVALID_ID", "input.quoteId"]]);
  });

  test("comes back with a void of its sale, and is given back then", async () => {
    const id = await quoted();
    await deposit(id, 2000);
    const sale = collecting(id, 2000);
    expect(await collect(sale)).toEqual([]);
    const { clock } = counter.shop;
    const { voidSale } = await ask(
      "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code } } }",
      { input: { id: clock.newId("voi"), saleId: sale.id, occurredAt: clock.now(), reason: "Broken" } },
      counter.manager,
    );
    expect(voidSale.userErrors).toEqual([]);
    expect(await seen(id)).toMatchObject({ state: "SOLD", deposited: { amount: 2000 } });
    expect(await giveBack(id, 2000)).toEqual([]);
    expect((await seen(id)).deposited.amount).toBe(0);
  });

  test("that is sent later is recorded, with an exception for what is odd", async () => {
    const send = async (customerPayment: Input) => {
      const { syncFacts } = await ask(
        `mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status userErrors { code } } } }`,
        { facts: [{ customerPayment }] },
        counter.terminal,
      );
      await counter.api.reader.caughtUp();
      const query = "query ($id: ID!) { customerPayment(id: $id) { exceptions { code } } }";
      const { customerPayment: stored } = await ask(query, { id: customerPayment.id }, counter.owner);
      return [syncFacts.results[0].status, stored.exceptions.map(({ code }: Data) => code)];
    };
    const operatorId = counter.shop.staff.CASHIER.id;
    const id = await quoted();
    expect(await send(depositOf(id, 2000, { operatorId }))).toEqual(["RECORDED", []]);
    expect(await send(depositOf(id, 4000, { operatorId }))).toEqual(["RECORDED", ["DEPOSIT_TOO_LARGE"]]);
    expect(await send(depositOf(id, 1000, { operatorId, isGivenBack: true }))).toEqual([
      ...["RECORDED", ["REFUND_NOT_ALLOWED"]],
    ]);
    expect((await seen(id)).deposited.amount).toBe(5000);
    const unknown = counter.shop.clock.newId("quo");
    expect(await send(depositOf(unknown, 5, { operatorId }))).toEqual(["RECORDED", ["UNKNOWN_QUOTE"]]);
    const sale = collecting(id, 0);
    expect(await syncOne(counter, sale)).toMatchObject({ status: "RECORDED" });
    await counter.api.reader.caughtUp();
    expect(await exceptionsOf(counter, sale.id)).toEqual(["DEPOSIT_NOT_USED"]);
  });
});

/** The table may be busy with the other ones: that is sent again. */
async function deposited(quoteId: string, amount: number): Promise<boolean> {
  const input = depositOf(quoteId, amount);
  for (;;) {
    const { data, errors } = await counter.api.call(PAY, { variables: { input }, token: counter.cashier });
    if (errors === undefined) return data.recordCustomerPayment.payment !== null;
  }
}

test("what is deposited on all quotes is what the books owe", async () => {
  const { owed } = await figures();
  const { quotes } = await ask(
    "query ($at: ID!) { quotes(locationId: $at, first: 100) { nodes { deposited { amount } } } }",
    { at: counter.shop.locationId },
  );
  const sum = quotes.nodes.reduce((total: number, { deposited: of }: Data) => total + of.amount, 0);
  // And 5 on a quote that no one knows.
  expect(owed).toBe(sum + 5);
});

test("a deposit keeps the prices of its quote after the last day", async () => {
  const [kept, lost] = [await quoted({ validUntil: DAY }), await quoted({ validUntil: DAY })];
  await deposit(kept, 1000);
  counter.shop.clock.advance(86_400_000);
  const cashier = await signInOperator(counter.api, counter.shop, counter.terminal, "CASHIER");
  const state = async (id: string) =>
    (await ask("query ($id: ID!) { quote(id: $id) { state } }", { id }, cashier)).quote.state;
  expect([await state(kept), await state(lost)]).toEqual(["OPEN", "EXPIRED"]);
  const late = depositOf(lost, 1);
  expect(refusals(await pay(late, cashier))).toEqual([["QUOTE_EXPIRED", "input.quoteId"]]);
  expect(refusals(await complete(counter, collecting(lost, 0), cashier))).toEqual([["QUOTE_EXPIRED", "input.quoteId"]]);
  expect(refusals(await complete(counter, collecting(kept, 1000), cashier))).toEqual([]);
  expect(await state(kept)).toBe("SOLD");
});
