import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  type Input,
  openCounter,
  payment,
  saleInput,
} from "../../api/counter.ts";

/** Whether a payment went through may not be certain when a sale is recorded; what became of it is a fact of its own. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const RECORD = `mutation ($input: RecordPaymentOutcomeInput!) { recordPaymentOutcome(input: $input) {
  replayed epoch outcome { id state paymentId reason unpaid { amount } operatorId sale { id } } userErrors { code path } } }`;

async function sellUncertain(fields: object = {}, more: readonly object[] = []) {
  const paid = payment(counter, 199, { state: "UNKNOWN", ...fields });
  const { sale, userErrors } = await complete(counter, saleInput(counter, { payments: [paid, ...more] }));
  return { saleId: sale?.id as string, paymentId: String(paid.id), userErrors };
}

function outcomeOf(of: { saleId: string; paymentId: string }, fields: object = {}): Input {
  const { clock } = counter.shop;
  const { saleId, paymentId } = of;
  return { id: clock.newId("pyo"), occurredAt: clock.now(), saleId, paymentId, state: "CAPTURED", ...fields };
}

const VOIDED = { state: "VOIDED", reason: "Declined" };

async function record(input: Input, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(RECORD, { token, variables: { input } });
  expect(errors).toBeUndefined();
  return data.recordPaymentOutcome;
}

async function shown(id: string): Promise<Data> {
  const query = `query ($id: ID!) { sale(id: $id) {
    payments { state } paymentOutcomes { state } isVoidable exceptions { code } void { id }
    refunded { unpaid { amount } payments { amount { amount } } } } }`;
  return (await counter.api.call(query, { token: counter.owner, variables: { id } })).data.sale;
}

async function refund(saleId: string, payments: readonly object[], quantity = "1"): Promise<Data> {
  const { clock } = counter.shop;
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId, payments, lines: [{ line: 1, quantity }] };
  const { data } = await counter.api.call(
    `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
      refund { total { amount } rounding { amount } } userErrors { code path } } }`,
    { token: counter.manager, variables: { input } },
  );
  return data.refundSale;
}

async function voidOf(saleId: string): Promise<Data> {
  const { clock } = counter.shop;
  const input = { id: clock.newId("voi"), occurredAt: clock.now(), saleId, reason: "Unpaid" };
  const { data } = await counter.api.call(
    `mutation ($input: VoidSaleInput!) { voidSale(input: $input) {
      void { payments { amount { amount } } } userErrors { code } } }`,
    { token: counter.manager, variables: { input } },
  );
  return data.voidSale;
}

const TODAY = { day: "2026-06-15" };

/** What the books and the report of the day have: money by method, what was not paid, what is not certain. */
async function books(): Promise<{ readonly card: number; readonly difference: number; readonly report: Data }> {
  await counter.api.reader.caughtUp();
  const query = `query ($location: ID!, $day: Date!) {
    accountBalances(locationId: $location) { account balance { amount } }
    dailyReport(locationId: $location, day: $day) {
      payments { method paid { amount } net { amount } } unpaid { amount } uncertain { methods count amount { amount } }
      reconciliation { reconciles } } }`;
  const variables = { location: counter.shop.locationId, ...TODAY };
  const { data } = await counter.api.call(query, { token: counter.owner, variables });
  expect(data.dailyReport.reconciliation.reconciles).toBe(true);
  const balance = (account: string) =>
    data.accountBalances.find((row: Data) => row.account === account)?.balance.amount ?? 0;
  return { card: balance("CARD"), difference: balance("SALES_DIFFERENCE"), report: data.dailyReport };
}

test("completeSale: a payment is uncertain until its outcome is recorded, once", async () => {
  const before = await books();
  const sold = await sellUncertain();
  expect(sold.userErrors).toEqual([]);
  const during = await books();
  expect(during.card - before.card).toBe(199);
  expect(during.report.uncertain).toEqual([{ methods: ["CARD"], count: 1, amount: { amount: 199 } }]);
  expect(await shown(sold.saleId)).toMatchObject({
    ...{ payments: [{ state: "UNKNOWN" }], paymentOutcomes: [], isVoidable: false },
    exceptions: [{ code: "PAYMENT_UNCERTAIN" }],
  });
  const input = outcomeOf(sold);
  expect(await record(input)).toMatchObject({ replayed: false, outcome: { state: "CAPTURED", unpaid: { amount: 0 } } });
  expect(await record(input)).toMatchObject({ replayed: true, userErrors: [] });
  const known = [{ code: "PAYMENT_OUTCOME_KNOWN", path: ["input", "paymentId"] }];
  expect((await record(outcomeOf(sold, VOIDED))).userErrors).toEqual(known);
  const after = await books();
  expect([after.card - before.card, after.difference - before.difference]).toEqual([199, 0]);
  expect(after.report.uncertain).toEqual([]);
  expect(await shown(sold.saleId)).toMatchObject({
    ...{ payments: [{ state: "CAPTURED" }], paymentOutcomes: [{ state: "CAPTURED" }], isVoidable: true },
  });
});

test("recordPaymentOutcome: what did not go through leaves the method and is shown as not paid", async () => {
  const before = await books();
  const sold = await sellUncertain({ state: "PENDING" });
  const { outcome } = await record(outcomeOf(sold, VOIDED));
  expect(outcome).toMatchObject({ state: "VOIDED", reason: "Declined", unpaid: { amount: 199 } });
  const after = await books();
  expect([after.card - before.card, after.difference - before.difference]).toEqual([0, 199]);
  expect(after.report.unpaid.amount - before.report.unpaid.amount).toBe(199);
  const paid = ({ report }: typeof after) => report.payments.find((of: Data) => of.method === "CARD")?.paid.amount ?? 0;
  expect(paid(after)).toBe(paid(before));
});

test("recordPaymentOutcome: of ten at once one is recorded, and the books have it once", async () => {
  const before = await books();
  const sold = await sellUncertain();
  const answers = await Promise.all(Array.from({ length: 10 }, () => record(outcomeOf(sold, VOIDED))));
  expect(answers.filter(({ outcome }) => outcome !== null)).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors).map(({ code }: Data) => code)).toEqual(
    Array.from({ length: 9 }, () => "PAYMENT_OUTCOME_KNOWN"),
  );
  const after = await books();
  expect([after.card - before.card, after.difference - before.difference]).toEqual([0, 199]);
});

test("recordPaymentOutcome: a cashier confirms a payment and cannot void it", async () => {
  const sold = await sellUncertain();
  const variables = { input: outcomeOf(sold, VOIDED) };
  const { errors } = await counter.api.call(RECORD, { token: counter.cashier, variables });
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  expect((await record(outcomeOf(sold), counter.cashier)).userErrors).toEqual([]);
});

test("recordPaymentOutcome: INVALID_PAYMENT, INVALID_REASON, UNKNOWN_PAYMENT, and no outcome of what is certain", async () => {
  const sold = await sellUncertain();
  const failed = async (fields: object) => (await record(outcomeOf(sold, fields))).userErrors;
  expect(await failed({ state: "UNKNOWN" })).toEqual([{ code: "INVALID_PAYMENT", path: ["input", "state"] }]);
  expect(await failed({ state: "VOIDED" })).toEqual([{ code: "INVALID_REASON", path: ["input", "reason"] }]);
  const other = counter.shop.clock.newId("pay");
  expect(await failed({ paymentId: other })).toEqual([{ code: "UNKNOWN_PAYMENT", path: ["input", "paymentId"] }]);
  const certain = await sellUncertain({ state: "CAPTURED" });
  expect((await record(outcomeOf(certain))).userErrors).toMatchObject([{ code: "PAYMENT_OUTCOME_KNOWN" }]);
});

test.each([
  ["cash", { method: "CASH" }],
  ["a gift card", { method: "GIFT_CARD", reference: "1" }],
  ["money handed over", { tendered: 199 }],
  ["cash back", { cashBack: 100 }],
  ["what did not go through", { state: "VOIDED" }],
])("completeSale: INVALID_PAYMENT for an uncertain payment with %s", async (_, fields) => {
  const { userErrors } = await sellUncertain(fields);
  expect(userErrors).toMatchObject([{ code: "INVALID_PAYMENT", path: ["input", "payments", "0", "state"] }]);
});

test("refundSale: PAYMENT_NOT_CAPTURED for what is uncertain; unpaid goods come back for nothing", async () => {
  const before = await books();
  const sold = await sellUncertain();
  const back = () => [payment(counter, 199, { paymentId: sold.paymentId })];
  const path = ["input", "payments", "0", "paymentId"];
  const refused = { code: "PAYMENT_NOT_CAPTURED", path };
  expect((await refund(sold.saleId, back())).userErrors).toContainEqual(refused);
  expect((await voidOf(sold.saleId)).userErrors).toEqual([{ code: "PAYMENT_NOT_CAPTURED" }]);
  await record(outcomeOf(sold, VOIDED));
  expect((await refund(sold.saleId, back())).userErrors).toContainEqual(refused);
  const { refund: given, userErrors } = await refund(sold.saleId, []);
  expect(userErrors).toEqual([]);
  expect(given).toEqual({ total: { amount: -199 }, rounding: { amount: 0 } });
  expect((await shown(sold.saleId)).refunded).toEqual({ unpaid: { amount: 199 }, payments: [] });
  const after = await books();
  expect([after.card - before.card, after.difference - before.difference]).toEqual([0, 0]);
  expect(after.report.unpaid).toEqual(before.report.unpaid);
});

test("refundSale: what was paid by another payment is given back first", async () => {
  const rest = payment(counter, 100, { method: "QR_CODE" });
  const sold = await sellUncertain({ amount: 99 }, [rest]);
  await record(outcomeOf(sold, VOIDED));
  const tooMuch = [payment(counter, 199, { method: "QR_CODE", paymentId: rest.id })];
  expect((await refund(sold.saleId, tooMuch)).userErrors.map(({ code }: Data) => code)).toEqual([
    ...["REFUND_EXCEEDS_PAYMENT", "PAYMENT_MISMATCH"],
  ]);
  const { userErrors } = await refund(sold.saleId, [payment(counter, 100, { method: "QR_CODE", paymentId: rest.id })]);
  expect(userErrors).toEqual([]);
});

test("voidSale: a sale that was not paid goes back without money", async () => {
  const before = await books();
  const sold = await sellUncertain();
  await record(outcomeOf(sold, VOIDED));
  expect(await voidOf(sold.saleId)).toEqual({ void: { payments: [] }, userErrors: [] });
  const after = await books();
  expect([after.card - before.card, after.difference - before.difference]).toEqual([0, 0]);
});

test("syncFacts: a sale and what became of it in one batch; a second outcome is an exception and counts for nothing", async () => {
  const before = await books();
  const paid = payment(counter, 199, { state: "UNKNOWN" });
  const sale = saleInput(counter, { payments: [paid] });
  const of = { saleId: sale.id, paymentId: String(paid.id) };
  const facts = [{ sale }, { paymentOutcome: outcomeOf(of, VOIDED) }, { paymentOutcome: outcomeOf(of) }];
  const { data } = await counter.api.call(
    `mutation ($input: SyncFactsInput!) { syncFacts(input: $input) { results {
      status userErrors { code } fact { __typename ... on PaymentOutcome { id } } } } }`,
    { token: counter.manager, variables: { input: { facts } } },
  );
  expect(data.syncFacts.results.map((result: Data) => [result.status, result.fact?.__typename])).toEqual([
    ["RECORDED", "Sale"],
    ["RECORDED", "PaymentOutcome"],
    ["RECORDED", "PaymentOutcome"],
  ]);
  const after = await books();
  expect([after.card - before.card, after.difference - before.difference]).toEqual([0, 199]);
  expect(after.report.uncertain).toEqual(before.report.uncertain);
  const repeated = data.syncFacts.results[2].fact.id;
  const query = "query ($id: ID!) { node(id: $id) { ... on PaymentOutcome { exceptions { code } } } }";
  const node = (await counter.api.call(query, { token: counter.owner, variables: { id: repeated } })).data.node;
  expect(node).toEqual({ exceptions: [{ code: "PAYMENT_OUTCOME_KNOWN" }] });
});

test("sales: found by what is known of their payments now", async () => {
  const open = await sellUncertain({ state: "PENDING" });
  const lost = await sellUncertain({ state: "PENDING" });
  await record(outcomeOf(lost, VOIDED));
  await counter.api.reader.caughtUp();
  const found = async (paymentState: string): Promise<string[]> => {
    const query =
      "query ($filter: SaleFilter) { sales(first: 100, filter: $filter) { nodes { id } rowCount { atLeast } } }";
    const variables = { filter: { paymentState } };
    const { sales } = (await counter.api.call(query, { token: counter.owner, variables })).data;
    expect(sales.rowCount).toBeNull();
    return sales.nodes.map(({ id }: Data) => id);
  };
  expect(await found("PENDING")).toEqual([open.saleId]);
  expect(await found("VOIDED")).toContain(lost.saleId);
  expect(await found("CAPTURED")).not.toContain(lost.saleId);
});
