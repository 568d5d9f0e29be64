import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../../support/api.ts";
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

/** A whole sale is voided on its own day: it counts as a full refund, is shown apart, and keeps its number. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.shop.stock("100");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

const VOID = `mutation ($input: VoidSaleInput!) { voidSale(input: $input) { replayed epoch
  void { id reason sale { id receiptNumber } terminal { id } operatorId total { amount } taxTotal { amount } rounding { amount }
    lines { saleLine quantity total { amount } writtenOff } payments { method amount { amount } } exceptions { code } }
  userErrors { code path } } }`;
const REFUND =
  "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code path } } }";

function voidInput(saleId: string, fields: Fields = {}): Fields & { readonly id: string } {
  const { clock } = counter.shop;
  return { id: clock.newId("voi"), occurredAt: clock.now(), saleId, reason: "Rung up by mistake", ...fields };
}

async function send(input: Fields, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(VOID, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.voidSale;
}

/** Two articles and an open line, 10 per cent off, paid by card and cash. */
async function soldSale(): Promise<Data> {
  const lines = [line({ quantity: "3" }), line({ variant: { sku: "SKU-0002" }, unitPrice: "2.5" }), openLine("0.99")];
  const payments = [payment(counter, 500), payment(counter, 351, { method: "CASH", tendered: 400 })];
  const { sale, userErrors } = await complete(
    counter,
    saleInput(counter, { lines, discounts: [{ percent: "10" }], payments }),
  );
  expect(userErrors).toEqual([]);
  return sale;
}

async function refundOf(sale: Data, fields: Fields = {}): Promise<Data> {
  const { clock } = counter.shop;
  const payments = [payment(counter, 179, { paymentId: sale.payments[0].id })];
  const lines = [{ line: 1, quantity: "1" }];
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines, payments, ...fields };
  const { data } = await counter.api.call(REFUND, { variables: { input }, token: counter.manager });
  return data.refundSale;
}

async function shown(saleId: string): Promise<Data> {
  const { data } = await counter.api.call(
    `query ($id: ID!) { sale(id: $id) { receiptNumber isVoidable void { id reason } refunds { id }
      refunded { lines { line quantity } payments { amount { amount } } } } }`,
    { variables: { id: saleId }, token: counter.owner },
  );
  return data.sale;
}

const DAY = "2026-06-15";

async function figures(): Promise<Data> {
  await counter.api.reader.caughtUp();
  // What happened at this very moment is not up to it.
  counter.shop.clock.advance(1000);
  const { data } = await counter.api.call(
    `query ($locationId: ID!) {
      dailyReport(locationId: $locationId, day: "${DAY}") {
        summary { saleCount refundCount voidCount } figures { returns { amount } voids { amount } total { amount } }
        refunds { id } reconciliation { reconciles checks { differences { figure } } } }
      bestSellers(locationId: $locationId, from: "${DAY}", to: "${DAY}") { sku quantity total { amount } }
      salesUpTo(locationId: $locationId, day: "${DAY}") { refundCount returns { amount } }
      drawers: accountBalances(locationId: $locationId) { account balance { amount } }
      level: stockLevels(locationId: $locationId, skus: ["SKU-0001"]) { nodes { onHand } } }`,
    { variables: { locationId: counter.shop.locationId }, token: counter.owner },
  );
  return data;
}

describe("voidSale", () => {
  test("gives all of a sale back as it came, counts as a full refund and is shown apart", async () => {
    const before = await figures();
    const sale = await soldSale();
    const voided = await send(voidInput(sale.id, { writeOffLines: [2] }));
    expect(voided.userErrors).toEqual([]);
    expect(voided.void).toMatchObject({
      ...{ sale: { id: sale.id, receiptNumber: sale.receiptNumber }, total: { amount: -851 }, rounding: { amount: 0 } },
      ...{ taxTotal: { amount: -sale.taxTotal.amount }, exceptions: [] },
      lines: [
        { saleLine: 1, quantity: "-3", writtenOff: false },
        { saleLine: 2, quantity: "-1", writtenOff: true },
        { saleLine: 3, quantity: "-1", writtenOff: false },
      ],
      payments: [
        { method: "CARD", amount: { amount: -500 } },
        { method: "CASH", amount: { amount: -351 } },
      ],
    });
    expect(await shown(sale.id)).toMatchObject({
      ...{ receiptNumber: sale.receiptNumber, isVoidable: false, refunds: [] },
      void: { id: voided.void.id, reason: "Rung up by mistake" },
    });
    const after = await figures();
    const { summary, figures: sums } = after.dailyReport;
    expect(summary.saleCount - before.dailyReport.summary.saleCount).toBe(1);
    expect(summary.refundCount - before.dailyReport.summary.refundCount).toBe(1);
    expect(summary.voidCount - before.dailyReport.summary.voidCount).toBe(1);
    expect(sums.voids.amount - before.dailyReport.figures.voids.amount).toBe(851);
    expect(sums.returns.amount - before.dailyReport.figures.returns.amount).toBe(851);
    expect(sums.total).toEqual(before.dailyReport.figures.total);
    expect(after.dailyReport.refunds).toEqual(before.dailyReport.refunds);
    expect(after.dailyReport.reconciliation.checks.flatMap(({ differences }: Data) => differences)).toEqual([]);
    expect(after.salesUpTo.returns.amount - before.salesUpTo.returns.amount).toBe(851);
    expect(after.level).toEqual(before.level);
    // But for the article that was written off, the books are as if nothing had been sold.
    const rest = ({ drawers }: Data) => drawers.filter(({ account }: Data) => !GOODS.has(account));
    expect(rest(after)).toEqual(rest(before));
  });

  const GOODS = new Set(["INVENTORY", "SHRINKAGE"]);

  test("is on the paper of the sale and has a slip of its own, in both languages", async () => {
    const sale = await soldSale();
    const { void: voided } = await send(voidInput(sale.id));
    const query = `query ($factId: ID!, $language: ReceiptLanguage!) {
      receipt(factId: $factId, format: TEXT_48, language: $language, isCopy: true) { content } }`;
    for (const [factId, language, mark] of [
      [sale.id, "EN", "*** VOID ***"],
      [sale.id, "ZH_HANS", "作废"],
      [voided.id, "EN", "*** VOID ***"],
      [voided.id, "ZH_HANS", "作废"],
    ]) {
      const { data } = await counter.api.call(query, { variables: { factId, language }, token: counter.owner });
      expect(data.receipt.content).toContain(mark);
    }
  });

  test("takes the cash out of the drawer of the sale's terminal when it is voided at the dashboard", async () => {
    const sale = await soldSale();
    const { void: voided, epoch, userErrors } = await send(voidInput(sale.id), counter.owner);
    expect([userErrors, epoch, voided.terminal.id]).toEqual([[], null, sale.terminal.id]);
  });

  test("returns the stored void when the id is known and the content is equal, else ID_CONFLICT", async () => {
    const sale = await soldSale();
    const input = voidInput(sale.id);
    const [first, second] = [await send(input), await send({ ...input, operatorId: counter.shop.staff.OWNER.id })];
    expect([first.replayed, second.replayed, second.void]).toEqual([false, true, first.void]);
    expect(refusals(await send({ ...input, reason: "Other" }))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("refuses a second void, and a void of which something was refunded; nothing is left to refund of a voided sale", async () => {
    const [voided, refunded] = [await soldSale(), await soldSale()];
    await send(voidInput(voided.id));
    expect(refusals(await send(voidInput(voided.id)))).toEqual([["SALE_ALREADY_VOIDED", "input.saleId"]]);
    expect(refusals(await refundOf(voided)).map(([code]) => code)).toContain("REFUND_EXCEEDS_SALE");
    expect((await refundOf(refunded)).userErrors).toEqual([]);
    expect(refusals(await send(voidInput(refunded.id)))).toEqual([["SALE_ALREADY_REFUNDED", "input.saleId"]]);
    expect((await shown(refunded.id)).isVoidable).toBe(false);
  });

  test("records one of ten voids and refunds at once", async () => {
    for (let round = 0; round < 5; round++) {
      const sale = await soldSale();
      const all = {
        lines: [1, 2, 3].map((number) => ({ line: number, quantity: number === 1 ? "3" : "1" })),
        payments: [
          payment(counter, 500, { paymentId: sale.payments[0].id }),
          payment(counter, 351, { method: "CASH", paymentId: sale.payments[1].id }),
        ],
      };
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          index % 2 === 0
            ? send(voidInput(sale.id))
            : refundOf(sale, { ...all, payments: all.payments.map((paid) => ({ ...paid, id: newPayment() })) }),
        ),
      );
      expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
      const { refunded } = await shown(sale.id);
      expect(refunded.payments.map(({ amount }: Data) => amount.amount)).toEqual([500, 351]);
    }
  });

  const newPayment = () => counter.shop.clock.newId("pay");

  test("refuses what is malformed, with the path of each field", async () => {
    const { id } = await soldSale();
    const bad = voidInput(id, { id: "voi_x", reason: " ", writeOffLines: [1, 1] });
    expect(refusals(await send(bad))).toEqual([
      ["INVALID_ID", "input.id"],
      ["INVALID_REASON", "input.reason"],
      ["INVALID_LINE", "input.writeOffLines.1"],
    ]);
    expect(refusals(await send(voidInput(id, { writeOffLines: [4] })))).toEqual([
      ["UNKNOWN_LINE", "input.writeOffLines.0"],
    ]);
    expect((await shown(id)).void).toBeNull();
  });

  test("lists voided sales by their state", async () => {
    const sale = await soldSale();
    await send(voidInput(sale.id));
    await counter.api.reader.caughtUp();
    const listed = async (state: string) => {
      const query = `{ sales(first: 100, filter: { state: ${state} }) { nodes { id } } }`;
      const { data } = await counter.api.call(query, { token: counter.owner });
      return data.sales.nodes.some(({ id }: Data) => id === sale.id);
    };
    expect([await listed("VOIDED"), await listed("REFUNDED"), await listed("COMPLETED")]).toEqual([true, false, false]);
  });
});

const SYNC = `mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) {
  results { status fact { __typename ... on SaleVoid { id } } userErrors { code path } } } }`;

async function sync(facts: readonly Fields[], token = counter.terminal): Promise<Data[]> {
  const { data, errors } = await counter.api.call(SYNC, { variables: { facts }, token });
  expect(errors).toBeUndefined();
  return data.syncFacts.results;
}

async function codesOn(id: string, token = counter.owner): Promise<string[]> {
  await counter.api.reader.caughtUp();
  const query = "query ($id: ID!) { saleVoid(id: $id) { exceptions { code } } }";
  const { data } = await counter.api.call(query, { variables: { id }, token });
  return data.saleVoid.exceptions.map(({ code }: Data) => code).sort();
}

describe("syncFacts: a void", () => {
  test("is recorded after its sale in one batch, without an exception when a manager made it", async () => {
    const sale = saleInput(counter);
    const input = voidInput(sale.id, { operatorId: counter.shop.staff.MANAGER.id });
    const [, result] = await sync([{ sale }, { void: input }]);
    expect(result).toMatchObject({ status: "RECORDED", fact: { __typename: "SaleVoid", id: input.id } });
    expect(await codesOn(input.id)).toEqual([]);
    expect(await sync([{ void: input }])).toMatchObject([{ status: "REPLAYED" }]);
  });

  test("is recorded beyond the right of its operator, after a refund and twice, each with an exception", async () => {
    const sale = await soldSale();
    await refundOf(sale);
    const operatorId = counter.shop.staff.CASHIER.id;
    const [first, second] = [voidInput(sale.id, { operatorId }), voidInput(sale.id, { operatorId })];
    const results = await sync([{ void: first }, { void: second }]);
    expect(results.map(({ status }) => status)).toEqual(["RECORDED", "RECORDED"]);
    expect(await codesOn(first.id)).toEqual(["REFUND_NOT_ALLOWED", "SALE_ALREADY_REFUNDED"]);
    expect(await codesOn(second.id)).toEqual(["REFUND_NOT_ALLOWED", "SALE_ALREADY_VOIDED"]);
  });
});

test("voidSale: VOID_NOT_ALLOWED on another business day; offline it is recorded with an exception", async () => {
  const sale = await soldSale();
  counter.shop.clock.advance(24 * 3_600_000);
  const manager = await signInOperator(counter.api, counter.shop, counter.terminal, "MANAGER");
  // An earlier time that is claimed online does not bring the day back.
  for (const fields of [{}, { occurredAt: sale.occurredAt }])
    expect(refusals(await send(voidInput(sale.id, fields), manager))).toEqual([["VOID_NOT_ALLOWED", "input.saleId"]]);
  const input = voidInput(sale.id);
  expect(await sync([{ void: input }], manager)).toMatchObject([{ status: "RECORDED" }]);
  expect(await codesOn(input.id, manager)).toEqual(["VOID_NOT_ALLOWED"]);
});
