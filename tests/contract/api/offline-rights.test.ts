import { present } from "@pos/core/base/result.ts";
import { changePrice as changeVariantPrice, findVariants } from "@pos/core/goods/catalog/index.ts";
import { readFact, exceptionsOf as storedExceptions } from "@pos/core/ledger/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { createTerminal, issueActivationCode } from "@pos/core/people/terminal/index.ts";
import { syncSales } from "@pos/core/selling/sale/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInOperator } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import {
  type Counter,
  closeCounter,
  complete,
  type Input,
  line,
  openCounter,
  payment,
  saleInput,
  sync,
  syncOne,
} from "./counter.ts";

/** contract.md, "What a terminal sends as already happened": whom it names, at which prices, and when. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
});
afterAll(() => closeCounter(counter));

const ago = (milliseconds: number) => new Date(Date.parse(counter.shop.clock.now()) - milliseconds).toISOString();

function sold(fields: { readonly [field: string]: unknown } = {}, paid = 199): Input {
  const operatorId = counter.shop.staff.CASHIER.id;
  return saleInput(counter, { operatorId, payments: [payment(counter, paid)], ...fields });
}

/** The codes of the exceptions of a sale that a terminal sent as already happened. */
async function codesOf(input: Input, token = counter.terminal): Promise<string[]> {
  expect(await syncOne(counter, input, token)).toMatchObject({ status: "RECORDED", userErrors: [] });
  return exceptionsOf(input.id);
}

/** As booking raised them: the sessions of this file end while its clock goes on. */
async function exceptionsOf(id: string): Promise<string[]> {
  await counter.api.reader.caughtUp();
  const exceptions = await storedExceptions(counter.shop.table, counter.shop.merchantId, id);
  return exceptions.map(({ code }) => code);
}

async function changePrice(sku: string, unitPrice: string): Promise<void> {
  const { shop } = counter;
  const [variant] = await findVariants(shop.table, shop.merchantId, [{ sku }]);
  const { id, version } = present(variant, "a variant");
  done(await changeVariantPrice(shop.owner, { variantId: id, unitPrice, version }));
}

describe("A8, R2: a price beyond the operator's right", () => {
  const cheap = { lines: [line({ unitPrice: "0.01" })] };

  test("syncSales: PRICE_OVERRIDDEN when a cashier, or no operator, is named with another price", async () => {
    expect(await codesOf(sold(cheap, 1))).toEqual(["PRICE_OVERRIDDEN"]);
    expect(await codesOf(sold({ ...cheap, operatorId: undefined }, 1))).toEqual(["PRICE_OVERRIDDEN"]);
    expect(await codesOf(sold({ ...cheap, operatorId: undefined }, 1), counter.cashier)).toEqual(["PRICE_OVERRIDDEN"]);
  });

  test("syncSales: no exception when the operator may override prices", async () => {
    expect(await codesOf(sold({ ...cheap, operatorId: counter.shop.staff.MANAGER.id }, 1))).toEqual([]);
  });

  test("syncSales: one exception when several lines have another price", async () => {
    const lines = [line({ unitPrice: "0.01" }), line({ unitPrice: "0.02" }), line()];
    expect(await codesOf(sold({ lines }, 202))).toEqual(["PRICE_OVERRIDDEN"]);
  });

  test("syncSales: the price that was valid when it happened is right, and the one before on days offline", async () => {
    const at = (unitPrice: string, milliseconds: number) =>
      sold(
        { lines: [line({ variant: { sku: "SKU-0003" }, unitPrice })], occurredAt: ago(milliseconds) },
        Number(unitPrice) * 100,
      );
    counter.shop.clock.advance(2 * HOUR);
    await changePrice("SKU-0003", "2.5");
    counter.shop.clock.advance(2 * HOUR);
    await changePrice("SKU-0003", "2.75");
    counter.shop.clock.advance(HOUR);
    const isFlagged = async (unitPrice: string, milliseconds: number) =>
      (await codesOf(at(unitPrice, milliseconds))).includes("PRICE_OVERRIDDEN");
    expect(await isFlagged("3.99", 4 * HOUR)).toBe(false);
    expect(await isFlagged("3.99", 0)).toBe(false);
    expect(await isFlagged("2.5", 2 * HOUR)).toBe(false);
    // Within what a clock may be off.
    expect(await isFlagged("2.75", HOUR + 20 * MINUTE)).toBe(false);
    expect(await isFlagged("2.75", 2 * HOUR)).toBe(true);
    expect(await isFlagged("2.5", 5 * HOUR - MINUTE)).toBe(true);
    counter.shop.clock.advance(5 * DAY);
    expect(await isFlagged("3.99", 3 * HOUR)).toBe(false);
    counter.shop.clock.advance(10 * DAY);
    expect(await isFlagged("3.99", 0)).toBe(true);
    expect(await isFlagged("2.75", 0)).toBe(false);
  });
});

describe("A8, R2: an operator who was not signed in", () => {
  let other: Counter;
  beforeAll(async () => {
    other = counter;
    counter = await openCounter({ terminals: 2, seed: 5 });
  });
  afterAll(async () => {
    await closeCounter(counter);
    counter = other;
  });

  test("syncSales: OPERATOR_NOT_SIGNED_IN when the operator whom it names signed in at another terminal only", async () => {
    const operatorId = counter.shop.staff.MANAGER.id;
    const input = sold({ operatorId, sequence: counter.shop.nextSequence(1) });
    expect(await codesOf(input, counter.terminals[1])).toEqual(["OPERATOR_NOT_SIGNED_IN"]);
    const { merchantId } = counter.shop;
    const { fact } = present(await readFact(counter.shop.table, merchantId, input.id), "the sale");
    expect(fact).toMatchObject({ operatorId, authenticatedOperatorId: null });
  });

  test("syncSales: stores who was signed in beside whom the sale names", async () => {
    const { MANAGER, CASHIER } = counter.shop.staff;
    const input = sold({ operatorId: MANAGER.id });
    expect(await codesOf(input, counter.cashier)).toEqual([]);
    const { fact } = present(await readFact(counter.shop.table, counter.shop.merchantId, input.id), "the sale");
    expect(fact).toMatchObject({ operatorId: MANAGER.id, authenticatedOperatorId: CASHIER.id });
  });

  test("syncSales: no exception when operators stayed signed in through days offline, and the clock is a little off", async () => {
    const { MANAGER, CASHIER } = counter.shop.staff;
    expect(await codesOf(sold({ operatorId: CASHIER.id, occurredAt: ago(20 * MINUTE) }))).toEqual([]);
    counter.shop.clock.advance(6 * DAY);
    expect(await codesOf(sold({ operatorId: MANAGER.id, occurredAt: ago(3 * DAY) }))).toEqual([]);
    expect(await codesOf(sold({ operatorId: CASHIER.id, occurredAt: ago(DAY) }))).toEqual([]);
  });

  test("syncSales: OPERATOR_NOT_SIGNED_IN when another operator signed in after the named one's session had ended", async () => {
    const { MANAGER, CASHIER } = counter.shop.staff;
    await signInOperator(counter.api, counter.shop, counter.terminal, "CASHIER");
    counter.shop.clock.advance(2 * HOUR);
    expect(await codesOf(sold({ operatorId: MANAGER.id }))).toEqual(["OPERATOR_NOT_SIGNED_IN"]);
    expect(await codesOf(sold({ operatorId: CASHIER.id }))).toEqual([]);
    counter.shop.clock.advance(20 * DAY);
    expect(await codesOf(sold({ operatorId: CASHIER.id }))).toEqual(["OPERATOR_NOT_SIGNED_IN"]);
  });

  test("syncSales: no exception when another operator signed in just after days offline", async () => {
    const { MANAGER, CASHIER } = counter.shop.staff;
    await signInOperator(counter.api, counter.shop, counter.terminal, "MANAGER");
    counter.shop.clock.advance(3 * DAY);
    await signInOperator(counter.api, counter.shop, counter.terminal, "CASHIER");
    counter.shop.clock.advance(MINUTE);
    expect(await codesOf(sold({ operatorId: MANAGER.id, occurredAt: ago(10 * MINUTE) }))).toEqual([]);
    expect(await codesOf(sold({ operatorId: CASHIER.id }))).toEqual([]);
    counter.shop.clock.advance(HOUR);
    expect(await codesOf(sold({ operatorId: MANAGER.id }))).toEqual(["OPERATOR_NOT_SIGNED_IN"]);
  });

  test("syncFacts: the same for refunds, and their time", async () => {
    const sale = sold({ operatorId: undefined });
    await syncOne(counter, sale);
    const refund = (fields: object) => ({
      refund: {
        ...{ id: counter.shop.clock.newId("ref"), occurredAt: counter.shop.clock.now(), saleId: sale.id },
        ...{ lines: [{ line: 1, quantity: "0.1" }], payments: [payment(counter, 20)] },
        ...fields,
      },
    });
    const named = refund({ operatorId: counter.shop.staff.MANAGER.id });
    const early = refund({ occurredAt: "2025-01-01T00:00:00Z", operatorId: undefined });
    await send([named, early]);
    expect(await exceptionsOf(named.refund.id)).toEqual(["OPERATOR_NOT_SIGNED_IN"]);
    expect(await exceptionsOf(early.refund.id)).toEqual(
      expect.arrayContaining(["BEFORE_PAIRING", "CLOCK_SKEW", "REFUND_NOT_ALLOWED"]),
    );
  });
});

const SYNC_FACTS = `mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status userErrors { code } } } }`;

async function send(facts: readonly object[], token = counter.terminal): Promise<void> {
  const { data } = await counter.api.call(SYNC_FACTS, { variables: { facts }, token });
  expect(data.syncFacts.results).toEqual(facts.map(() => ({ status: "RECORDED", userErrors: [] })));
}

describe("R8: a time that cannot be", () => {
  test.each(["1970-01-01T00:00:00Z", "2025-01-01T00:00:00Z"])(
    "syncSales: BEFORE_PAIRING when it happened at %s",
    async (occurredAt) => {
      const input = sold({ occurredAt, operatorId: undefined, sequence: counter.shop.nextSequence(1) });
      expect(await codesOf(input, counter.terminals[1])).toContain("BEFORE_PAIRING");
    },
  );

  test("syncFacts: BEFORE_PAIRING when a stock adjustment happened before the terminal was paired", async () => {
    const { clock, locationId } = counter.shop;
    const manager = await signInOperator(counter.api, counter.shop, counter.terminal, "MANAGER");
    const adjustment = (occurredAt: string) => ({
      ...{ id: clock.newId("adj"), locationId, occurredAt, reason: "Found" },
      lines: [{ variant: { sku: "SKU-0002" }, quantity: "1" }],
    });
    const [early, late] = [adjustment("2020-01-01T00:00:00Z"), adjustment(ago(DAY))];
    await send([{ stockAdjustment: early }, { stockAdjustment: late }], manager);
    expect(await exceptionsOf(early.id)).toEqual(["BEFORE_PAIRING"]);
    expect(await exceptionsOf(late.id)).toEqual([]);
  });

  test("syncSales: no exception when a terminal that is paired again sends what waited on it", async () => {
    const { api, shop } = counter;
    const { id } = present(shop.terminals[1], "a terminal");
    shop.clock.advance(3 * DAY);
    const { activationCode } = done(await issueActivationCode(shop.owner, id));
    const { data } = await api.call(
      "mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) { token } }",
      { variables: { code: activationCode } },
    );
    const waited = sold({ occurredAt: ago(2 * DAY), operatorId: undefined, sequence: 99 });
    expect(await codesOf(waited, data.activateTerminal.token)).toEqual([]);
  });

  test("syncSales: TIME_BEFORE_PREVIOUS when the receipt before has a later time, booked or just recorded", async () => {
    counter.shop.clock.advance(DAY);
    const manager = await signInOperator(counter.api, counter.shop, counter.terminal, "MANAGER");
    const first = sold();
    expect((await complete(counter, first, manager)).userErrors).toEqual([]);
    const justAfter = sold({ occurredAt: ago(2 * HOUR), operatorId: undefined });
    expect(await codesOf(justAfter)).toEqual(["TIME_BEFORE_PREVIOUS"]);
    const booked = sold({ operatorId: undefined });
    expect(await codesOf(booked)).toEqual([]);
    expect(await codesOf(sold({ occurredAt: ago(3 * HOUR), operatorId: undefined }))).toEqual(["TIME_BEFORE_PREVIOUS"]);
    expect(await codesOf(sold({ occurredAt: ago(20 * MINUTE), operatorId: undefined }))).toEqual([]);
  });

  test("syncSales: TIME_BEFORE_PREVIOUS within a batch, in whatever order it is sent", async () => {
    counter.shop.clock.advance(DAY);
    const batch = [ago(5 * HOUR), ago(3 * HOUR), ago(4 * HOUR), ago(2 * HOUR)].map((occurredAt) =>
      sold({ occurredAt, operatorId: undefined }),
    );
    await sync(counter, [...batch].reverse());
    const codes: string[][] = [];
    for (const { id } of batch) codes.push(await exceptionsOf(id));
    expect(codes).toEqual([[], [], ["TIME_BEFORE_PREVIOUS"], []]);
  });
});

test("syncSales: a clock that is weeks ahead is a CLOCK_SKEW, and no fault of the operator or of the price", async () => {
  counter.shop.clock.advance(DAY);
  await signInOperator(counter.api, counter.shop, counter.terminal, "CASHIER");
  const before = [line({ variant: { sku: "SKU-0004" }, unitPrice: "1.25" })];
  await changePrice("SKU-0004", "1.25");
  counter.shop.clock.advance(HOUR);
  await changePrice("SKU-0004", "1.5");
  expect(await codesOf(sold({ lines: before, occurredAt: ago(-30 * DAY) }, 125))).toEqual(["CLOCK_SKEW"]);
});

test("syncSales: no TIME_BEFORE_PREVIOUS after a receipt of a clock that ran ahead, also in one batch", async () => {
  counter.shop.clock.advance(DAY);
  const ahead = sold({ occurredAt: ago(-3 * HOUR), operatorId: undefined });
  const corrected = sold({ occurredAt: ago(20 * MINUTE), operatorId: undefined });
  await sync(counter, [ahead, corrected]);
  expect(await exceptionsOf(ahead.id)).toEqual(["CLOCK_SKEW"]);
  expect(await exceptionsOf(corrected.id)).toEqual([]);
});

test("syncSales: TIME_BEFORE_PREVIOUS when a batch has an older and a malformed sale beside it", async () => {
  counter.shop.clock.advance(DAY);
  const older = sold({ occurredAt: ago(9 * HOUR), operatorId: undefined });
  const newest = sold({ operatorId: undefined });
  await sync(counter, [older, newest]);
  const early = sold({ occurredAt: ago(8 * HOUR), operatorId: undefined });
  await sync(counter, [sold({ sequence: 0 }), older, early]);
  expect(await exceptionsOf(early.id)).toEqual(["TIME_BEFORE_PREVIOUS"]);
});

test("syncSales: documents of an import terminal raise none of them", async () => {
  const { shop } = counter;
  const terminal = { id: shop.clock.newId("trm"), code: "OLD", name: "The old system", locationId: shop.locationId };
  done(await createTerminal(shop.owner, { ...terminal, kind: "IMPORT" }));
  const { merchantId, locationId, table, clock } = shop;
  const caller = { kind: "terminal", merchantId, locationId, terminalId: terminal.id } as const;
  const context: Context = { table, clock, caller };
  const documents = ["2011-12-09T12:00:00.000Z", "2010-12-01T08:26:00.000Z"].map((occurredAt, index) => ({
    ...sold(
      {
        ...{ occurredAt, operatorId: shop.staff.MANAGER.id },
        lines: [line({ unitPrice: "0.01" })],
        sequence: index + 1,
      },
      1,
    ),
  }));
  const outcomes = await syncSales(context, documents as never);
  expect(outcomes.map(({ status }) => status)).toEqual(["recorded", "recorded"]);
  for (const { id } of documents) expect(await exceptionsOf(id)).toEqual([]);
});
