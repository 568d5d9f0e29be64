import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  exceptionsOf,
  type Input,
  line,
  openCounter,
  payment,
  refusals,
  saleInput,
  sync,
  syncOne,
} from "../../api/counter.ts";

/** A gift card is sold, loaded, redeemed and refunded to; its balance is decided by a guard, and it is in no figure of sales. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  await counter.shop.stock("1000");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

const newCode = () => newCardCode(counter.shop.clock.randomBytes(15));
const shownCardCode = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");
const cardLine = (code: string, amount: number, fields: Fields = {}) => ({
  quantity: "1",
  giftCard: { amount, code },
  ...fields,
});
const byCard = (code: string, amount: number, fields: Fields = {}) =>
  payment(counter, amount, { method: "GIFT_CARD", giftCard: code, ...fields });

async function sold(fields: Fields): Promise<Data> {
  const { sale, userErrors } = await complete(counter, saleInput(counter, fields));
  expect(userErrors).toEqual([]);
  return sale;
}

/** A card with so much on it. */
async function soldCard(amount: number): Promise<string> {
  const code = newCode();
  await sold({ lines: [cardLine(code, amount)], payments: [payment(counter, amount)] });
  return code;
}

const CARD = `query ($code: String!) { giftCard(code: $code) {
  id lastFour balance { amount } isBlocked history(first: 10) { nodes { kind amount { amount } receiptNumber reason isBlocked } } } }`;

async function cardOf(code: string, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(CARD, { variables: { code }, token });
  expect(errors).toBeUndefined();
  return data.giftCard;
}

const balanceOf = async (code: string) => (await cardOf(code)).balance.amount;

const DAY = "2026-06-15";

async function figures(): Promise<Data> {
  await counter.api.reader.caughtUp();
  counter.shop.clock.advance(1000);
  const { data, errors } = await counter.api.call(
    `query ($locationId: ID!) {
      salesSummary(locationId: $locationId, from: "${DAY}", to: "${DAY}") { grossSales { amount } refunds { amount } netSales { amount } taxTotal { amount } }
      dailyReport(locationId: $locationId, day: "${DAY}") { reconciliation { reconciles checks { differences { figure } } }
        payments { method paid { amount } refunded { amount } } }
      salesUpTo(locationId: $locationId, day: "${DAY}") { total { amount } returns { amount } }
      accounts: accountBalances(locationId: $locationId) { account balance { amount } } }`,
    { variables: { locationId: counter.shop.locationId }, token: counter.owner },
  );
  expect(errors).toBeUndefined();
  return data;
}

const owed = ({ accounts }: Data) => 0 - accounts.find(({ account }: Data) => account === "GIFT_CARDS").balance.amount;

/** All that the cards of the shop hold, by their list. */
async function held(): Promise<number> {
  let [sum, after] = [0, null];
  do {
    const { data } = await counter.api.call(
      "query ($after: String) { giftCards(first: 7, after: $after) { nodes { balance { amount } } pageInfo { hasNextPage endCursor } } }",
      { variables: { after }, token: counter.owner },
    );
    for (const { balance } of data.giftCards.nodes) sum += balance.amount;
    after = data.giftCards.pageInfo.hasNextPage ? data.giftCards.pageInfo.endCursor : null;
  } while (after !== null);
  return sum;
}

describe("a gift card", () => {
  test("is sold for 50 and redeemed for 50: sales are 50, and what is owed is what cards hold", async () => {
    const before = await figures();
    const code = newCode();
    const sale = await sold({ lines: [cardLine(code, 5000)], payments: [payment(counter, 5000)] });
    expect(sale).toMatchObject({
      ...{ total: { amount: 5000 }, subtotal: { amount: 5000 }, taxTotal: { amount: 0 } },
      lines: [{ description: "Gift card", unitPrice: "50", total: { amount: 5000 }, taxTotal: { amount: 0 } }],
    });
    expect(owed(await figures()) - owed(before)).toBe(5000);
    const goods = { lines: [line({ unitPrice: "50" })], payments: [byCard(code, 5000)] };
    expect(await sold(goods)).toMatchObject({ total: { amount: 5000 }, payments: [{ method: "GIFT_CARD" }] });
    const after = await figures();
    expect(after.salesSummary.grossSales.amount - before.salesSummary.grossSales.amount).toBe(5000);
    expect(after.salesUpTo.total.amount - before.salesUpTo.total.amount).toBe(5000);
    expect(after.dailyReport.reconciliation.checks.flatMap(({ differences }: Data) => differences)).toEqual([]);
    expect([owed(after), await held()]).toEqual([owed(before), owed(before)]);
    expect(await cardOf(code)).toMatchObject({
      ...{ lastFour: code.slice(-4), balance: { amount: 0 }, isBlocked: false },
      history: {
        nodes: [
          { kind: "SALE", amount: { amount: -5000 } },
          { kind: "SALE", amount: { amount: 5000 }, receiptNumber: sale.receiptNumber },
        ],
      },
    });
  });

  test("is loaded again, pays a part, and is found by its code however it is typed", async () => {
    const code = await soldCard(1000);
    await sold({ lines: [cardLine(code, 500), line()], payments: [payment(counter, 699)] });
    await sold({
      payments: [byCard(shownCardCode(code).toLowerCase(), 100), payment(counter, 99, { method: "CASH" })],
    });
    expect((await cardOf(` ${shownCardCode(code).toLowerCase()} `)).balance.amount).toBe(1400);
  });

  test("has no discount, no promotion and no tax on its line", async () => {
    const code = newCode();
    const sale = await sold({
      lines: [cardLine(code, 5000), line({ unitPrice: "10" })],
      discounts: [{ percent: "10" }],
      payments: [payment(counter, 5900)],
    });
    expect(sale).toMatchObject({ discountTotal: { amount: 100 }, taxTotal: { amount: 150 }, total: { amount: 5900 } });
    for (const [field, value] of [
      ["unitPrice", "50"],
      ["variant", { sku: "SKU-0001" }],
      ["discounts", [{ percent: "1" }]],
      ["quantity", "2"],
    ] as const)
      expect(
        refusals(await complete(counter, saleInput(counter, { lines: [cardLine(newCode(), 1, { [field]: value })] }))),
      ).toEqual([["INVALID_GIFT_CARD", `input.lines.0.${field}`]]);
  });

  test("is refused where it is unknown, holds less, is blocked, or its code has a mistake", async () => {
    const code = await soldCard(1000);
    const pay = async (fields: Fields) =>
      refusals(await complete(counter, saleInput(counter, { payments: [byCard(code, 199, fields)] })));
    expect(await pay({ giftCard: newCode() })).toEqual([["UNKNOWN_GIFT_CARD", "input.payments"]]);
    expect(await pay({ giftCard: undefined })).toEqual([["METHOD_NOT_AVAILABLE", "input.payments.0.method"]]);
    expect(await pay({ method: "CARD" })).toEqual([["INVALID_PAYMENT", "input.payments.0.giftCard"]]);
    const tooMuch = { lines: [line({ unitPrice: "10.01" })], payments: [byCard(code, 1001)] };
    expect(refusals(await complete(counter, saleInput(counter, tooMuch)))).toEqual([
      ["BALANCE_TOO_LOW", "input.payments"],
    ]);
    const wrong = `${code.slice(0, 3)}${code[3] === "A" ? "B" : "A"}${code.slice(4)}`;
    const mistaken = saleInput(counter, { lines: [cardLine(wrong, 100)] });
    expect(refusals(await complete(counter, mistaken))).toEqual([["INVALID_GIFT_CARD", "input.lines.0.giftCard.code"]]);
    expect(await balanceOf(code)).toBe(1000);
    const { id } = await cardOf(code);
    expect((await adjust({ giftCardId: id, isBlocked: true })).giftCard).toMatchObject({ isBlocked: true });
    expect(await pay({})).toEqual([["GIFT_CARD_BLOCKED", "input.payments"]]);
    expect((await adjust({ giftCardId: id, isBlocked: false, amount: -1 })).userErrors).toEqual([]);
    expect(await pay({})).toEqual([]);
    expect(await balanceOf(code)).toBe(800);
  });

  test("is replayed under its id whatever it holds by then, and conflicts by the card that it names", async () => {
    const [code, other] = [await soldCard(199), await soldCard(199)];
    const paid = byCard(code, 199);
    const input = saleInput(counter, { payments: [paid] });
    const first = await complete(counter, input);
    const again = await complete(counter, {
      ...input,
      payments: [{ ...paid, giftCard: undefined, reference: code }],
    });
    expect([first.replayed, again.replayed, again.sale.id]).toEqual([false, true, input.id]);
    const copy = { ...input, payments: [{ ...paid, giftCard: other }] };
    expect(refusals(await complete(counter, copy as Input))).toEqual([["ID_CONFLICT", "input.id"]]);
    expect([await balanceOf(code), await balanceOf(other)]).toEqual([0, 199]);
  });

  test("is recorded offline beyond what it holds, with an exception", async () => {
    const code = await soldCard(100);
    const input = saleInput(counter, { payments: [byCard(code, 199)] });
    expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED", sale: { total: { amount: 199 } } });
    expect(await exceptionsOf(counter, input.id)).toEqual(["BALANCE_TOO_LOW"]);
    expect(await balanceOf(code)).toBe(-99);
    const missing = saleInput(counter, { payments: [payment(counter, 199, { method: "GIFT_CARD" })] });
    expect(await syncOne(counter, missing)).toMatchObject({ status: "RECORDED" });
    expect(await exceptionsOf(counter, missing.id)).toEqual(["METHOD_NOT_AVAILABLE"]);
  });
});

const ADJUST = `mutation ($input: AdjustGiftCardInput!) { adjustGiftCard(input: $input) {
  replayed giftCard { id balance { amount } isBlocked } userErrors { code path } } }`;

async function adjust(fields: Fields, token = counter.owner): Promise<Data> {
  const { clock, locationId } = counter.shop;
  const input = { id: clock.newId("vad"), locationId, reason: "Lost by the customer", ...fields };
  const { data, errors } = await counter.api.call(ADJUST, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.adjustGiftCard;
}

const REFUND = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
  refund { id payments { method giftCard { lastFour } } lines { giftCard { lastFour } } } userErrors { code path } } }`;

async function refund(sale: Data, fields: Fields): Promise<Data> {
  const { clock } = counter.shop;
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, ...fields };
  const { data, errors } = await counter.api.call(REFUND, { variables: { input }, token: counter.manager });
  expect(errors).toBeUndefined();
  return data.refundSale;
}

const line1 = [{ line: 1, quantity: "1" }];

describe("refundSale and voidSale with a gift card", () => {
  test("puts the money back on the card that paid, or on one that is named, known or new", async () => {
    const [code, other, fresh] = [await soldCard(199), await soldCard(1), newCode()];
    const back = (fields: Fields) => ({
      lines: line1,
      payments: [payment(counter, 199, { method: "GIFT_CARD", ...fields })],
    });
    const paid = await sold({ payments: [byCard(code, 199)] });
    expect(await refund(paid, back({}))).toMatchObject({
      ...{ userErrors: [], refund: { payments: [{ method: "GIFT_CARD", giftCard: { lastFour: code.slice(-4) } }] } },
    });
    expect((await refund(await sold({}), back({ giftCard: other }))).userErrors).toEqual([]);
    expect((await refund(await sold({}), back({ reference: fresh }))).userErrors).toEqual([]);
    expect(refusals(await refund(await sold({}), back({})))).toEqual([
      ["METHOD_NOT_AVAILABLE", "input.payments.0.method"],
    ]);
    expect(refusals(await refund(await sold({}), back({ giftCard: "1234" })))).toEqual([
      ["INVALID_GIFT_CARD", "input.payments.0.giftCard"],
    ]);
    expect([await balanceOf(code), await balanceOf(other), await balanceOf(fresh)]).toEqual([199, 200, 199]);
  });

  test("takes a card that is given back off again, as far as it still holds that", async () => {
    const before = await figures();
    const code = newCode();
    const sale = await sold({ lines: [cardLine(code, 1000)], payments: [payment(counter, 1000)] });
    const given = { lines: line1, payments: [payment(counter, 1000)] };
    const spent = await sold({ payments: [byCard(code, 199)] });
    expect(refusals(await refund(sale, given))).toEqual([["BALANCE_TOO_LOW", "input.payments"]]);
    await refund(spent, { lines: line1, payments: [payment(counter, 199, { method: "GIFT_CARD" })] });
    expect(await refund(sale, given)).toMatchObject({
      userErrors: [],
      refund: { lines: [{ giftCard: { lastFour: code.slice(-4) } }] },
    });
    expect(await balanceOf(code)).toBe(0);
    const after = await figures();
    expect(owed(after)).toBe(owed(before));
    expect(after.salesSummary.refunds.amount - before.salesSummary.refunds.amount).toBe(199);
    expect(after.dailyReport.reconciliation.reconciles).toBe(true);
  });

  test("voids the sale of a card and the sale that it paid", async () => {
    const before = await figures();
    const code = newCode();
    const sale = await sold({ lines: [cardLine(code, 1000), line()], payments: [payment(counter, 1199)] });
    const paid = await sold({ payments: [byCard(code, 199)] });
    const voidOf = async ({ id: saleId }: Data) => {
      const { clock } = counter.shop;
      const input = { id: clock.newId("voi"), occurredAt: clock.now(), saleId, reason: "Wrong" };
      const document = "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code path } } }";
      return (await counter.api.call(document, { variables: { input }, token: counter.manager })).data.voidSale;
    };
    expect(refusals(await voidOf(sale))).toEqual([["BALANCE_TOO_LOW", "input.payments"]]);
    expect([await voidOf(paid), await voidOf(sale)]).toEqual([{ userErrors: [] }, { userErrors: [] }]);
    const after = await figures();
    expect([await balanceOf(code), owed(after)]).toEqual([0, owed(before)]);
    expect(after.dailyReport.reconciliation.reconciles).toBe(true);
  });
});

describe("adjustGiftCard", () => {
  test("changes what a card holds with a reason, once for one id", async () => {
    const code = await soldCard(1000);
    const { id: giftCardId } = await cardOf(code);
    const id = counter.shop.clock.newId("vad");
    const first = await adjust({ id, giftCardId, amount: -400 });
    expect(first).toEqual({
      replayed: false,
      giftCard: { id: giftCardId, balance: { amount: 600 }, isBlocked: false },
      userErrors: [],
    });
    expect(await adjust({ id, giftCardId, amount: -400 })).toEqual({ ...first, replayed: true });
    expect(refusals(await adjust({ id, giftCardId, amount: -300 }))).toEqual([["ID_CONFLICT", "input.id"]]);
    expect(refusals(await adjust({ giftCardId, amount: -601 }))).toEqual([["BALANCE_TOO_LOW", "input.amount"]]);
    expect(refusals(await adjust({ giftCardId: counter.shop.clock.newId("gft"), amount: 1 }))).toEqual([
      ["UNKNOWN_GIFT_CARD", "input.giftCardId"],
    ]);
    expect((await cardOf(code)).history.nodes[0]).toMatchObject({ kind: "ADJUSTMENT", reason: "Lost by the customer" });
    expect(owed(await figures())).toBe(await held());
  });
});

test("as many gift cards as are recorded at once are sold and voided together; more are refused, and hold up no other fact", async () => {
  const cards = (count: number) => {
    const lines = Array.from({ length: count }, () => cardLine(newCode(), 100));
    return saleInput(counter, { lines, payments: [payment(counter, 100 * count)] });
  };
  const most = cards(49);
  expect((await complete(counter, most)).userErrors).toEqual([]);
  expect(refusals(await complete(counter, cards(50)))).toEqual([["LIMIT_REACHED", "input"]]);
  expect(refusals(await complete(counter, cards(150)))).toEqual([["LIMIT_REACHED", "input"]]);
  const results = await sync(counter, [cards(50), saleInput(counter)]);
  expect(results.map(({ status }) => status)).toEqual(["REJECTED", "RECORDED"]);
  const { clock } = counter.shop;
  const input = { id: clock.newId("voi"), saleId: most.id, occurredAt: clock.now(), reason: "Wrong cards" };
  const { data } = await counter.api.call(
    "mutation ($input: VoidSaleInput!) { voidSale(input: $input) { userErrors { code } } }",
    { variables: { input }, token: counter.manager },
  );
  expect(data.voidSale.userErrors).toEqual([]);
});

test("one gift card at many counters: of 100 redemptions at once never one is too many", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const code = await soldCard(10 * 199 + 50);
    const inputs = Array.from({ length: 100 }, () => saleInput(counter, { payments: [byCard(code, 199)] }));
    const answers = await Promise.all(inputs.map((input) => untilAnswered(input)));
    const taken = answers.filter(({ userErrors }) => userErrors.length === 0);
    expect(taken).toHaveLength(10);
    for (const { userErrors } of answers) for (const { code } of userErrors) expect(code).toBe("BALANCE_TOO_LOW");
    expect(await balanceOf(code)).toBe(50);
  }
  expect(owed(await figures())).toBe(await held());
}, 3_600_000);

/** `STORED_VALUE_ROUNDS=1000` runs more of them. */
const ROUNDS = Number(process.env.STORED_VALUE_ROUNDS ?? 200);

/** A write that conflicts too often returns UNAVAILABLE: the client may send it again. */
async function untilAnswered(input: Input): Promise<Data> {
  for (;;) {
    const answer = await counter.api.call(
      "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } userErrors { code } } }",
      { variables: { input }, token: counter.manager },
    );
    if (answer.errors === undefined) return answer.data.completeSale;
    expect(codeOf(answer)).toBe("UNAVAILABLE");
  }
}
