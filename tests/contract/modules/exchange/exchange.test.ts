import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
} from "../../api/counter.ts";

/** Goods back and goods out in one document: a refund and a sale, recorded together, with one difference between them. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.shop.stock("1000");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

const HALVES = `id difference { amount }
  refund { id total { amount } rounding { amount } payments { id method amount { amount } } lines { saleLine quantity writtenOff }
    sale { id } exchange { id sale { id } } reason exceptions { code } }
  sale { id receiptNumber total { amount } rounding { amount } payments { id method paidBy amount { amount } }
    lines { sku quantity } exchange { id refund { id } } isVoidable exceptions { code } }`;
const EXCHANGE = `mutation ($input: ExchangeSaleInput!) { exchangeSale(input: $input) { replayed epoch
  exchange { ${HALVES} } userErrors { code path } } }`;
const SYNC = `mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) {
  results { id status fact { __typename ... on Exchange { ${HALVES} } } userErrors { code path } } } }`;

/** The first line of a sale comes back; what goes out and what is paid is in the fields. */
function exchangeInput(saleId: string, { sale = {}, ...fields }: Fields & { readonly sale?: Fields } = {}) {
  const id = counter.shop.clock.newId("exc");
  return {
    ...{ id, saleId, back: [{ line: 1, quantity: "1" }], paymentsBack: [], reason: "Wrong size" },
    ...fields,
    sale: { ...saleInput(counter, { payments: [] }), id: `sal_${id.slice(4)}`, ...sale },
  };
}

async function send(input: object, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(EXCHANGE, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.exchangeSale;
}

async function sync(facts: readonly Fields[], token = counter.terminal): Promise<Data[]> {
  const { data, errors } = await counter.api.call(SYNC, { variables: { facts }, token });
  expect(errors).toBeUndefined();
  return data.syncFacts.results;
}

/** Two of one article and an open line, paid by cash and card: 6.98. */
async function soldSale(fields: Fields = {}): Promise<Data> {
  const lines = [line({ quantity: "2" }), openLine("3")];
  const payments = [payment(counter, 398, { method: "CASH" }), payment(counter, 300)];
  const { sale, userErrors } = await complete(counter, saleInput(counter, { lines, payments, ...fields }));
  expect(userErrors).toEqual([]);
  return sale;
}

const codes = (payload: Data) => refusals(payload).map((one) => one.join(" "));

async function accounts(): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { locationId } = counter.shop;
  const query = "query ($locationId: ID!) { accountBalances(locationId: $locationId) { account balance { amount } } }";
  const { data } = await counter.api.call(query, { variables: { locationId }, token: counter.owner });
  return Object.fromEntries(data.accountBalances.map(({ account, balance }: Data) => [account, balance.amount]));
}

const DAY = "2026-06-15";

async function report(): Promise<Data> {
  await counter.api.reader.caughtUp();
  const query = `query ($locationId: ID!) {
    dailyReport(locationId: $locationId, day: "${DAY}") {
      summary { saleCount refundCount } figures { returns { amount } total { amount } }
      payments { method paid { amount } refunded { amount } } reconciliation { checks { name differences { figure } } } }
    salesRange(locationId: $locationId, from: "${DAY}", to: "${DAY}") { payments { methods net { amount } } } }`;
  const { data } = await counter.api.call(query, {
    variables: { locationId: counter.shop.locationId },
    token: counter.owner,
  });
  return data;
}

describe("exchangeSale", () => {
  test("goods for goods of the same price: no money passes, both halves are linked, the clearing account is zero", async () => {
    const sold = await soldSale();
    const before = await accounts();
    const { exchange, userErrors, replayed } = await send(exchangeInput(sold.id));
    expect([userErrors, replayed]).toEqual([[], false]);
    const { id, refund, sale } = exchange;
    expect(exchange.difference.amount).toBe(0);
    expect(refund).toMatchObject({
      ...{
        id: `ref_${id.slice(4)}`,
        total: { amount: -199 },
        sale: { id: sold.id },
        exchange: { id, sale: { id: sale.id } },
      },
      payments: [{ method: "EXCHANGE", amount: { amount: -199 } }],
      lines: [{ saleLine: 1, quantity: "-1", writtenOff: false }],
      ...{ reason: "Wrong size", exceptions: [] },
    });
    expect(sale).toMatchObject({
      ...{ id: `sal_${id.slice(4)}`, total: { amount: 199 }, exchange: { id, refund: { id: refund.id } } },
      payments: [{ method: "EXCHANGE", paidBy: "CASH", amount: { amount: 199 } }],
      ...{ isVoidable: false, exceptions: [] },
    });
    const after = await accounts();
    expect(after.EXCHANGE_CLEARING ?? 0).toBe(0);
    for (const account of ["CASH", "CARD", "REVENUE", "TAX_PAYABLE", "INVENTORY", "COST_OF_GOODS"])
      expect([account, after[account] ?? 0]).toEqual([account, before[account] ?? 0]);
  });

  test("dearer goods: the customer pays the difference", async () => {
    const sold = await soldSale();
    const paid = payment(counter, 301, { method: "CASH", tendered: 400 });
    const { exchange, userErrors } = await send(
      exchangeInput(sold.id, { sale: { lines: [openLine("5")], payments: [paid] } }),
    );
    expect(userErrors).toEqual([]);
    expect(exchange.difference.amount).toBe(301);
    expect(exchange.sale.payments.map(({ method, amount }: Data) => [method, amount.amount])).toEqual([
      ["CASH", 301],
      ["EXCHANGE", 199],
    ]);
  });

  test("cheaper goods: the difference is given back, and what is left of each payment is as after a refund", async () => {
    const sold = await soldSale();
    const back = [payment(counter, 300, { paymentId: sold.payments[1].id })];
    const input = exchangeInput(sold.id, {
      ...{
        back: [
          { line: 1, quantity: "2", writeOff: true },
          { line: 2, quantity: "1" },
        ],
        paymentsBack: back,
      },
      sale: { lines: [openLine("3.98")] },
    });
    const { exchange, userErrors } = await send(input);
    expect(userErrors).toEqual([]);
    expect(exchange.difference.amount).toBe(-300);
    expect(exchange.refund.payments.map(({ method, amount }: Data) => [method, amount.amount])).toEqual([
      ["CARD", -300],
      ["EXCHANGE", -398],
    ]);
    const left = `query ($id: ID!) { sale(id: $id) { refunded { payments { paymentId amount { amount } } } } }`;
    const { data } = await counter.api.call(left, { variables: { id: sold.id }, token: counter.owner });
    const given = data.sale.refunded.payments.map(({ paymentId, amount }: Data) => [paymentId, amount.amount]);
    expect(new Map(given)).toEqual(
      new Map([
        [sold.payments[0].id, 398],
        [sold.payments[1].id, 300],
      ]),
    );
  });

  test("counts as a sale and a refund in every report, and as a taking in none", async () => {
    const before = await report();
    const sold = await soldSale();
    await send(exchangeInput(sold.id));
    const after = await report();
    const moved = (of: (data: Data) => number) => of(after) - of(before);
    expect(moved(({ dailyReport }) => dailyReport.summary.saleCount)).toBe(2);
    expect(moved(({ dailyReport }) => dailyReport.summary.refundCount)).toBe(1);
    expect(moved(({ dailyReport }) => dailyReport.figures.returns.amount)).toBe(199);
    expect(moved(({ dailyReport }) => dailyReport.figures.total.amount)).toBe(698);
    const checks = after.dailyReport.reconciliation.checks;
    expect(checks.flatMap(({ differences }: Data) => differences)).toEqual([]);
    expect(after.dailyReport.payments.map(({ method }: Data) => method)).not.toContain("EXCHANGE");
    expect(after.salesRange.payments.flatMap(({ methods }: Data) => methods)).not.toContain("EXCHANGE");
  });

  test("answers the same to the same request, ten times at once and later", async () => {
    const sold = await soldSale();
    const input = exchangeInput(sold.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(input)));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const later = await send({ ...input, sale: { ...input.sale, operatorId: counter.shop.staff.CASHIER.id } });
    for (const { exchange, userErrors } of [...answers, later]) {
      expect(userErrors).toEqual([]);
      expect(exchange).toEqual(answers[0]?.exchange);
    }
    expect(codes(await send({ ...input, reason: "Another" }))).toEqual(["ID_CONFLICT input.id"]);
    const { data } = await counter.api.call("query ($id: ID!) { sale(id: $id) { refunds { id } } }", {
      ...{ variables: { id: sold.id }, token: counter.owner },
    });
    expect(data.sale.refunds).toHaveLength(1);
  });

  test("of ten exchanges of the same goods at once, one is recorded, whole", async () => {
    const sold = await soldSale();
    const inputs = Array.from({ length: 10 }, () =>
      exchangeInput(sold.id, { back: [{ line: 1, quantity: "2" }], sale: { lines: [line({ quantity: "2" })] } }),
    );
    const answers = await Promise.all(inputs.map((input) => send(input)));
    const recorded = answers.filter(({ exchange }) => exchange !== null);
    expect(recorded).toHaveLength(1);
    for (const { exchange, userErrors } of answers)
      if (exchange === null) expect(userErrors.map(({ code }: Data) => code)).toContain("REFUND_EXCEEDS_SALE");
    const stored = await Promise.all(
      inputs.map(async ({ id }) => {
        const query = "query ($sale: ID!, $refund: ID!) { sale(id: $sale) { id } refund(id: $refund) { id } }";
        const variables = { sale: `sal_${id.slice(4)}`, refund: `ref_${id.slice(4)}` };
        const { data } = await counter.api.call(query, { variables, token: counter.owner });
        return [data.sale !== null, data.refund !== null];
      }),
    );
    expect(stored.filter(([sale, refund]) => sale && refund)).toHaveLength(1);
    expect(stored.filter(([sale, refund]) => sale !== refund)).toEqual([]);
  });

  test("what went out of an exchange is exchanged and refunded like anything sold, by the way its price had come", async () => {
    const sold = await soldSale({ lines: [openLine("3")], payments: [payment(counter, 300)] });
    const first = await send(exchangeInput(sold.id, { sale: { lines: [openLine("3")] } }));
    const second = await send(exchangeInput(first.exchange.sale.id, { sale: { lines: [openLine("3")] } }));
    const { sale } = second.exchange;
    expect(sale.payments).toMatchObject([{ method: "EXCHANGE", paidBy: "CARD" }]);
    const { clock } = counter.shop;
    const refund = (method: string) => ({
      ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines: [{ line: 1, quantity: "1" }] },
      payments: [payment(counter, 300, { method })],
    });
    const mutation =
      "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { total { amount } } userErrors { code path } } }";
    const { data } = await counter.api.call(mutation, { variables: { input: refund("CARD") }, token: counter.manager });
    expect(data.refundSale).toEqual({ refund: { total: { amount: -300 } }, userErrors: [] });
    expect((await accounts()).EXCHANGE_CLEARING ?? 0).toBe(0);
  });

  test("a half of an exchange is not voided, its goods are refunded instead", async () => {
    const { exchange } = await send(exchangeInput((await soldSale()).id));
    const { clock } = counter.shop;
    const input = { id: clock.newId("voi"), occurredAt: clock.now(), saleId: exchange.sale.id, reason: "x" };
    const mutation = "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code path } } }";
    const { data } = await counter.api.call(mutation, { variables: { input }, token: counter.manager });
    expect(codes(data.voidSale)).toEqual(["SALE_OF_EXCHANGE input.saleId"]);
  });

  test("is refused whole with every reason, each where the client stated it", async () => {
    const sold = await soldSale();
    const refusedWith = async (input: object) => codes(await send(input));
    expect(await refusedWith(exchangeInput(sold.id, { sale: { lines: [openLine("5")] } }))).toEqual([
      "PAYMENT_MISMATCH input.sale.payments",
    ]);
    const cheaper = { sale: { lines: [openLine("1")] } };
    expect(await refusedWith(exchangeInput(sold.id, cheaper))).toEqual(["PAYMENT_MISMATCH input.paymentsBack"]);
    expect(await refusedWith(exchangeInput(sold.id, { back: [{ line: 3, quantity: "1" }] }))).toContain(
      "UNKNOWN_LINE input.back.0.line",
    );
    const foreign = exchangeInput(counter.shop.clock.newId("sal"));
    expect(await refusedWith(foreign)).toEqual(["UNKNOWN_SALE input.saleId"]);
    const other = exchangeInput(sold.id, { sale: { id: counter.shop.clock.newId("sal") } });
    expect(await refusedWith(other)).toEqual(["INVALID_ID input.sale.id"]);
    const unknown = exchangeInput(sold.id, { sale: { lines: [line({ variant: { sku: "NONE" } })] } });
    expect(await refusedWith(unknown)).toEqual(["UNKNOWN_VARIANT input.sale.lines.0.variant"]);
    const { data } = await counter.api.call("query ($id: ID!) { sale(id: $id) { refunds { id } } }", {
      ...{ variables: { id: sold.id }, token: counter.owner },
    });
    expect(data.sale.refunds).toEqual([]);
  });

  test("the method EXCHANGE is computed: no client sends it, in no request", async () => {
    const sold = await soldSale();
    const sent = payment(counter, 199, { method: "EXCHANGE" });
    const sale = await complete(counter, saleInput(counter, { payments: [sent] }));
    expect(codes(sale)).toEqual(["METHOD_NOT_AVAILABLE input.payments.0.method"]);
    const { clock } = counter.shop;
    const refund = {
      ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: sold.id, lines: [{ line: 1, quantity: "1" }] },
      payments: [{ ...sent, paymentId: sold.payments[0].id }],
    };
    const mutation = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code path } } }";
    const { data } = await counter.api.call(mutation, { variables: { input: refund }, token: counter.manager });
    expect(codes(data.refundSale)).toEqual(["METHOD_NOT_AVAILABLE input.payments.0.method"]);
    expect(codes(await send(exchangeInput(sold.id, { sale: { payments: [sent] } })))).toEqual([
      "METHOD_NOT_AVAILABLE input.sale.payments.0.method",
    ]);
    const results = await sync([{ sale: saleInput(counter, { payments: [sent] }) }, { refund }]);
    expect(results.map(({ status }) => status)).toEqual(["REJECTED", "REJECTED"]);
  });
});

describe("syncFacts: an exchange", () => {
  test("is recorded after its sale in one batch, answered again as it is, and exchanged once more", async () => {
    const operatorId = counter.shop.staff.MANAGER.id;
    const sale = saleInput(counter, { operatorId });
    const first = exchangeInput(sale.id, { sale: { operatorId } });
    const second = exchangeInput(first.sale.id, { sale: { operatorId } });
    const results = await sync([{ sale }, { exchange: first }, { exchange: second }]);
    expect(results.map(({ status }) => status)).toEqual(["RECORDED", "RECORDED", "RECORDED"]);
    expect(results[1]?.fact).toMatchObject({ __typename: "Exchange", id: first.id, difference: { amount: 0 } });
    await counter.api.reader.caughtUp();
    const [again] = await sync([{ exchange: first }]);
    expect(again).toMatchObject({ status: "REPLAYED", fact: { refund: { exceptions: [] }, sale: { exceptions: [] } } });
    expect((await send(first)).replayed).toBe(true);
    const [other] = await sync([{ exchange: { ...first, reason: "Another" } }]);
    expect(other).toMatchObject({ status: "QUARANTINED", userErrors: [{ code: "ID_CONFLICT" }] });
  });

  test("is recorded beyond what is left, with an exception on each half, and clears its account all the same", async () => {
    const sold = await soldSale();
    const operatorId = counter.shop.staff.CASHIER.id;
    const inputs = Array.from({ length: 2 }, () =>
      exchangeInput(sold.id, {
        back: [
          { line: 1, quantity: "2" },
          { line: 2, quantity: "1" },
        ],
        sale: { operatorId, lines: [openLine("9")] },
      }),
    );
    const results = await sync(inputs.map((exchange) => ({ exchange })));
    expect(results.map(({ status }) => status)).toEqual(["RECORDED", "RECORDED"]);
    await counter.api.reader.caughtUp();
    const query = `query ($id: ID!) { exchange(id: $id) { ${HALVES} } }`;
    const { data } = await counter.api.call(query, { variables: { id: inputs[1]?.id }, token: counter.owner });
    const codesOf = ({ exceptions }: Data) => exceptions.map(({ code }: Data) => code);
    expect(codesOf(data.exchange.refund)).toEqual(
      expect.arrayContaining(["REFUND_EXCEEDS_SALE", "REFUND_EXCEEDS_PAYMENT"]),
    );
    expect(codesOf(data.exchange.sale)).toEqual(["PAYMENT_MISMATCH"]);
    expect((await accounts()).EXCHANGE_CLEARING ?? 0).toBe(0);
  });
});
