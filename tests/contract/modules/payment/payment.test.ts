import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  line,
  openCounter,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

/** Ways to pay beside cash and card: the merchant's own, tips, and cash back on a card payment. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.shop.stock("1000");
  await setMerchant({ cashBackMax: 5000, tipPercents: ["5", "12.5"] });
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function ask(document: string, variables: object, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function setMerchant(fields: object): Promise<void> {
  const { version } = (await ask("{ me { merchant { version } } }", {})).me.merchant;
  const { updateMerchant } = await ask(
    "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }",
    { input: { ...fields, version } },
  );
  expect(updateMerchant.userErrors).toEqual([]);
}

const METHOD = "id name chineseName givesChange asksReference isActive version";

async function create(fields: Fields = {}) {
  const input = { id: counter.shop.clock.newId("pym"), name: "Meal voucher", chineseName: "餐券", ...fields };
  const { createPaymentMethod } = await ask(
    `mutation ($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { paymentMethod { ${METHOD} } userErrors { code path } } }`,
    { input },
  );
  return { input, ...createPaymentMethod };
}

async function update(input: object): Promise<Data> {
  const { updatePaymentMethod } = await ask(
    `mutation ($input: UpdatePaymentMethodInput!) { updatePaymentMethod(input: $input) { paymentMethod { ${METHOD} } userErrors { code path } } }`,
    { input },
  );
  return updatePaymentMethod;
}

const SALE = `query ($id: ID!) { sale(id: $id) { total { amount } rounding { amount } tip { amount } changeDue { amount }
  payments { method methodId methodName methodChineseName amount { amount } tendered { amount } cashBack { amount } } } }`;

async function sold(fields: Fields): Promise<Data> {
  const { sale, userErrors } = await complete(counter, saleInput(counter, fields));
  expect(userErrors).toEqual([]);
  return { id: sale.id, ...(await ask(SALE, { id: sale.id })).sale };
}

/** A sale of 45.00. */
const DINNER = [line({ unitPrice: "45" })];

async function voided(saleId: string): Promise<Data> {
  const input = { id: counter.shop.clock.newId("voi"), occurredAt: counter.shop.clock.now(), saleId, reason: "Wrong" };
  const { voidSale } = await ask(
    `mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code }
      void { total { amount } tip { amount } payments { method methodName amount { amount } cashBack { amount } } } } }`,
    { input },
    counter.manager,
  );
  expect(voidSale.userErrors).toEqual([]);
  return voidSale.void;
}

/** What the day's books come to: accounts, drawer, sales, and what was paid by each way. */
async function books() {
  await counter.api.reader.caughtUp();
  counter.shop.clock.advance(1000);
  const { accounts, dailyReport: report } = await ask(
    `query ($locationId: ID!) { accounts: accountBalances(locationId: $locationId) { account balance { amount } }
      dailyReport(locationId: $locationId, day: "2026-06-15") { tips { amount } summary { grossSales { amount } }
        drawers { cash { amount } } payments { method methodName net { amount } }
        reconciliation { checks { differences { figure } } } } }`,
    { locationId: counter.shop.locationId },
  );
  expect(report.reconciliation.checks.flatMap(({ differences }: Data) => differences)).toEqual([]);
  const of = (rows: Data, name: (row: Data) => string, amount: (row: Data) => number) =>
    Object.fromEntries(rows.map((row: Data) => [name(row), amount(row)]));
  return {
    accounts: of(
      accounts,
      ({ account }) => account,
      ({ balance }) => balance.amount,
    ),
    paid: of(
      report.payments,
      ({ methodName, method }) => methodName ?? method,
      ({ net }) => net.amount,
    ),
    tips: report.tips.amount,
    sales: report.summary.grossSales.amount,
    drawer: report.drawers[0]?.cash.amount ?? 0,
  };
}

type Books = Awaited<ReturnType<typeof books>>;

/** What changed between two states of the books, without what stayed. */
function moved(before: Books, after: Books) {
  const changed = (one: Data, other: Data) =>
    Object.fromEntries(
      Object.keys(other).flatMap((name) => {
        const by = other[name] - (one[name] ?? 0);
        return by === 0 ? [] : [[name, by]];
      }),
    );
  return {
    accounts: changed(before.accounts, after.accounts),
    paid: changed(before.paid, after.paid),
    ...changed({ ...before, accounts: 0, paid: 0 }, { ...after, accounts: 0, paid: 0 }),
  };
}

describe("a merchant's own way to pay", () => {
  test("is created once, changed, ended and taken again", async () => {
    const { input, paymentMethod } = await create({ givesChange: true });
    const made = { ...input, givesChange: true, asksReference: false, isActive: true, version: 1 };
    expect(paymentMethod).toEqual(made);
    const { paymentMethodId, ...change } = { paymentMethodId: input.id, version: 1, name: "Lunch", isEnded: true };
    const ended = await update({ paymentMethodId, ...change });
    expect(ended.paymentMethod).toEqual({ ...made, name: "Lunch", isActive: false, version: 2 });
    expect((await update({ paymentMethodId, ...change })).paymentMethod).toEqual(ended.paymentMethod);
    expect((await create({ ...input })).paymentMethod).toEqual(ended.paymentMethod);
    expect((await create({ ...input, name: "Other" })).userErrors).toEqual([
      { code: "ID_CONFLICT", path: ["input", "id"] },
    ]);
    const again = await update({ paymentMethodId, version: 2, isEnded: false, chineseName: null });
    expect(again.paymentMethod).toMatchObject({ isActive: true, chineseName: null, version: 3 });
    const { paymentMethods } = await ask(`{ paymentMethods { ${METHOD} } }`, {}, counter.cashier);
    expect(paymentMethods).toContainEqual(again.paymentMethod);
  });

  test("is named by the sale with the name that it had, in figures by that name, and given back by it", async () => {
    const { paymentMethod: voucher } = await create({ name: "Sodexo" });
    const before = await books();
    const paid = { method: "OTHER", methodId: voucher.id };
    const sale = await sold({ lines: DINNER, payments: [payment(counter, 4500, paid)] });
    expect(sale.payments).toMatchObject([{ ...paid, methodName: "Sodexo", methodChineseName: "餐券" }]);
    await update({ paymentMethodId: voucher.id, version: 1, name: "Pluxee" });
    expect((await ask(SALE, { id: sale.id })).sale.payments).toMatchObject([{ methodName: "Sodexo" }]);
    expect(moved(before, await books())).toMatchObject({
      paid: { Sodexo: 4500 },
      accounts: { OTHER_PAYMENTS: 4500 },
    });
    const input = {
      ...{ id: counter.shop.clock.newId("ref"), occurredAt: counter.shop.clock.now(), saleId: sale.id },
      lines: [{ line: 1, quantity: "1" }],
      payments: [{ id: counter.shop.clock.newId("pay"), method: "OTHER", amount: 4500 }],
    };
    const { refundSale } = await ask(
      `mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } refund { payments { method methodName } } } }`,
      { input },
      counter.manager,
    );
    expect(refundSale).toEqual({ userErrors: [], refund: { payments: [{ method: "OTHER", methodName: "Sodexo" }] } });
    expect(moved(before, await books()).paid).toEqual({});
  });

  test("gives change in cash where that is set, and takes nothing beyond the amount where not", async () => {
    const { paymentMethod: gives } = await create({ name: "Town voucher", givesChange: true });
    const { paymentMethod: none } = await create({ name: "Luncheon" });
    const before = await books();
    const by = ({ id }: Data) => [payment(counter, 4500, { method: "OTHER", methodId: id, tendered: 5000 })];
    const refused = await complete(counter, saleInput(counter, { lines: DINNER, payments: by(none) }));
    expect(refusals(refused)).toEqual([["TENDERED_NOT_ALLOWED", "input.payments.0.tendered"]]);
    const sale = await sold({ lines: DINNER, payments: by(gives) });
    expect(sale).toMatchObject({ changeDue: { amount: 500 }, payments: [{ tendered: { amount: 5000 } }] });
    expect(moved(before, await books())).toMatchObject({
      accounts: { OTHER_PAYMENTS: 5000, CASH: -500 },
      paid: { "Town voucher": 5000, CASH: -500 },
      ...{ sales: 4500, drawer: -500 },
    });
    await voided(sale.id);
    expect(moved(before, await books())).toMatchObject({ accounts: {}, paid: {}, sales: 4500 });
  });

  test("is refused live once it has ended, and recorded offline: flagged only where it had ended before", async () => {
    const { paymentMethod } = await create({ name: "Old voucher" });
    const pay = { payments: [payment(counter, 199, { method: "OTHER", methodId: paymentMethod.id })] };
    const [early, late] = [saleInput(counter, pay), saleInput(counter, pay)];
    counter.shop.clock.advance(60_000);
    await update({ paymentMethodId: paymentMethod.id, version: 1, isEnded: true });
    const refused = await complete(counter, { ...late, occurredAt: counter.shop.clock.now() });
    expect(refusals(refused)).toEqual([["UNKNOWN_PAYMENT_METHOD", "input.payments.0.methodId"]]);
    await syncOne(counter, { ...early });
    await syncOne(counter, { ...late, occurredAt: counter.shop.clock.now() });
    expect(await exceptionsOf(counter, early.id)).toEqual([]);
    expect(await exceptionsOf(counter, late.id)).toEqual(["UNKNOWN_PAYMENT_METHOD"]);
    expect((await ask(SALE, { id: late.id })).sale.payments).toMatchObject([
      { methodId: paymentMethod.id, methodName: null },
    ]);
  });

  test("pays what a customer owes: by its name in the books, refused live and flagged offline once it has ended", async () => {
    const { paymentMethod } = await create({ name: "House cheque", chineseName: "支票" });
    const customerId = counter.shop.clock.newId("cus");
    const named = { id: customerId, name: "A. Customer" };
    await ask(`mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }`, {
      input: named,
    });
    const paying = () => ({
      ...{ id: counter.shop.clock.newId("cpy"), customerId, occurredAt: counter.shop.clock.now() },
      payments: [payment(counter, 700, { method: "OTHER", methodId: paymentMethod.id })],
    });
    const pay = async (input: object) =>
      (
        await ask(
          `mutation ($input: RecordCustomerPaymentInput!) { recordCustomerPayment(input: $input) {
          payment { payments { methodId methodName methodChineseName } } userErrors { code path } } }`,
          { input },
          counter.manager,
        )
      ).recordCustomerPayment;
    const before = await books();
    const byCheque = { methodId: paymentMethod.id, methodName: "House cheque", methodChineseName: "支票" };
    expect((await pay(paying())).payment.payments).toEqual([byCheque]);
    expect(moved(before, await books()).accounts).toEqual({ RECEIVABLES: -700, OTHER_PAYMENTS: 700 });
    const query = `query ($locationId: ID!) { dailyReport(locationId: $locationId, day: "2026-06-15") { customerPayments { methodName paid { amount } } } }`;
    const { dailyReport } = await ask(query, { locationId: counter.shop.locationId });
    expect(dailyReport.customerPayments).toEqual([{ methodName: "House cheque", paid: { amount: 700 } }]);
    const unknown = { ...paying(), payments: [payment(counter, 1, { method: "OTHER", methodId: "pym_none" })] };
    expect(refusals(await pay(unknown))).toEqual([["UNKNOWN_PAYMENT_METHOD", "input.payments.0.methodId"]]);
    await update({ paymentMethodId: paymentMethod.id, version: 1, isEnded: true });
    counter.shop.clock.advance(1000);
    const late = paying();
    expect(refusals(await pay(late))).toEqual([["UNKNOWN_PAYMENT_METHOD", "input.payments.0.methodId"]]);
    const { syncFacts } = await ask(
      "mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status } } }",
      { facts: [{ customerPayment: late }] },
      counter.terminal,
    );
    expect(syncFacts.results).toEqual([{ status: "RECORDED" }]);
    await counter.api.reader.caughtUp();
    const { customerPayment } = await ask("query ($id: ID!) { customerPayment(id: $id) { exceptions { code } } }", {
      id: late.id,
    });
    expect(customerPayment.exceptions).toEqual([{ code: "UNKNOWN_PAYMENT_METHOD" }]);
  });
});

describe("a tip", () => {
  // 45.00 and 12.5 % of it: 5.625, rounded half away from zero.
  test("of 12.5 % on 45.00 is 5.63: paid beside the total, owed to the staff, in no figure of sales", async () => {
    const before = await books();
    const sale = await sold({ lines: DINNER, tip: 563, payments: [payment(counter, 5063)] });
    expect(sale).toMatchObject({ total: { amount: 4500 }, tip: { amount: 563 } });
    expect(moved(before, await books())).toMatchObject({
      accounts: { CARD: 5063, TIPS_PAYABLE: -563 },
      paid: { CARD: 5063 },
      ...{ sales: 4500, tips: 563 },
    });
    expect((await voided(sale.id)).tip).toEqual({ amount: -563 });
    expect(moved(before, await books())).toMatchObject({ accounts: {}, paid: {}, sales: 4500 });
  });

  test("stays with the staff when the goods come back", async () => {
    const sale = await sold({ lines: DINNER, tip: 500, payments: [payment(counter, 5000)] });
    const refund = (amount: number) =>
      ask(
        "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code path } } }",
        {
          input: {
            ...{ id: counter.shop.clock.newId("ref"), occurredAt: counter.shop.clock.now(), saleId: sale.id },
            lines: [{ line: 1, quantity: "1" }],
            payments: [{ id: counter.shop.clock.newId("pay"), method: "CARD", amount }],
          },
        },
        counter.manager,
      );
    expect((await refund(5000)).refundSale.userErrors).toEqual([
      { code: "PAYMENT_MISMATCH", path: ["input", "payments"] },
    ]);
    const before = await books();
    expect((await refund(4500)).refundSale.userErrors).toEqual([]);
    expect(moved(before, await books()).accounts).toMatchObject({ CARD: -4500 });
    expect((await books()).tips - before.tips).toBe(0);
  });
});

describe("cash back", () => {
  test("is charged to the card beyond the amount and leaves the drawer; a void brings it back", async () => {
    const before = await books();
    const sale = await sold({ lines: DINNER, payments: [payment(counter, 4500, { cashBack: 2000 })] });
    expect(sale).toMatchObject({
      ...{ total: { amount: 4500 }, changeDue: { amount: 0 } },
      payments: [{ method: "CARD", amount: { amount: 4500 }, cashBack: { amount: 2000 } }],
    });
    expect(moved(before, await books())).toMatchObject({
      accounts: { CARD: 6500, CASH: -2000 },
      paid: { CARD: 6500, CASH: -2000 },
      ...{ sales: 4500, drawer: -2000 },
    });
    expect((await voided(sale.id)).payments).toEqual([
      { method: "CARD", methodName: null, amount: { amount: -4500 }, cashBack: { amount: -2000 } },
    ]);
    expect(moved(before, await books())).toMatchObject({ accounts: {}, paid: {}, sales: 4500 });
  });

  test("is limited by the merchant, live; offline more is an exception", async () => {
    const fields = { payments: [payment(counter, 199, { cashBack: 5001 })] };
    const refused = await complete(counter, saleInput(counter, fields));
    expect(refusals(refused)).toEqual([["CASH_BACK_TOO_LARGE", "input.payments.0.cashBack"]]);
    const happened = saleInput(counter, fields);
    await syncOne(counter, happened);
    expect(await exceptionsOf(counter, happened.id)).toEqual(["CASH_BACK_TOO_LARGE"]);
    await setMerchant({ cashBackMax: null });
    const none = await complete(counter, saleInput(counter, { payments: [payment(counter, 199, { cashBack: 1 })] }));
    expect(refusals(none)).toEqual([["CASH_BACK_TOO_LARGE", "input.payments.0.cashBack"]]);
  });

  test("is handed out with a card alone, and a payment over the total without change is refused", async () => {
    const pay = (fields: Fields, amount = 199) =>
      complete(counter, saleInput(counter, { payments: [payment(counter, amount, fields)] }));
    expect(refusals(await pay({ method: "QR_CODE", cashBack: 1 }))).toEqual([
      ["INVALID_PAYMENT", "input.payments.0.cashBack"],
    ]);
    expect(refusals(await pay({}, 200))).toEqual([["PAYMENT_MISMATCH", "input.payments"]]);
  });
});

/** The last one: from here on the payments of the day differ from its sales. */
test("a tip has to be paid, live; offline the difference is an exception", async () => {
  const fields = { tip: 50, payments: [payment(counter, 199)] };
  const refused = await complete(counter, saleInput(counter, fields));
  expect(refusals(refused)).toEqual([["PAYMENT_MISMATCH", "input.payments"]]);
  const happened = saleInput(counter, fields);
  await syncOne(counter, happened);
  expect(await exceptionsOf(counter, happened.id)).toEqual(["PAYMENT_MISMATCH"]);
  const given = saleInput(counter, { tip: 50, payments: [payment(counter, 249)] });
  await syncOne(counter, given);
  expect(await exceptionsOf(counter, given.id)).toEqual([]);
});
