import { parseQuantity } from "@pos/core/base/quantity.ts";
import type { TaxRegime } from "@pos/core/goods/tax/model.ts";
import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { ALL_RESTOCKED, writeAllOff } from "@pos/web/components/written-off.ts";
import {
  RefundSaleDocument,
  type RefundSaleInput,
  SaleDetailDocument,
  SaleToRefundDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { planAtDesk, refundInput, waysBack } from "@pos/web/sales/refund-input.ts";
import { allOf, planAtTerminal, type RefundableSale } from "@pos/web/terminal/sales/refund-rule.ts";
import { print } from "graphql";
import { describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, complete, openCounter, openLine, payment, saleInput } from "./counter.ts";

/** The figures of the dashboard's dialog and of the terminal's screen, from what they select, beside the server's. */
interface Scene {
  readonly pricesIncludeTax: boolean;
  readonly cashStep: number;
}

async function withCounter(scene: Scene, run: (counter: Counter) => Promise<void>): Promise<void> {
  const regime: Partial<TaxRegime> = { pricesIncludeTax: scene.pricesIncludeTax };
  const counter = await openCounter({ regime, cashStep: scene.cashStep });
  try {
    await run(counter);
  } finally {
    await closeCounter(counter);
  }
}

/** Three of 1.99 and one of 0.33, 10 per cent off the whole; what the card does not pay is paid in cash. */
async function sell(counter: Counter, card: number): Promise<string> {
  const lines = [openLine("1.99", { quantity: "3" }), openLine("0.33")];
  const { pricesIncludeTax } = counter.shop.taxes.regime;
  const total = pricesIncludeTax ? 567 : 680;
  const { cashStep } = counter.shop;
  const rest = Math.round((total - card) / cashStep) * cashStep;
  const payments = [
    ...(card > 0 ? [payment(counter, card)] : []),
    ...(card < total ? [payment(counter, rest, { method: "CASH", tendered: rest })] : []),
  ];
  const { sale, userErrors } = await complete(
    counter,
    saleInput(counter, { lines, discounts: [{ percent: "10" }], payments }),
  );
  expect(userErrors).toEqual([]);
  return sale.id;
}

async function ask(counter: Counter, document: Parameters<typeof print>[0], id: string, token: string): Promise<Data> {
  const { data, errors } = await counter.api.call(print(document), { variables: { id }, token });
  expect(errors).toBeUndefined();
  return data.sale;
}

const FIGURES = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
  refund { total { amount } rounding { amount } taxTotal { amount } } userErrors { code message } } }`;

/** The server's figures of a refund, above zero. */
async function send(counter: Counter, input: RefundSaleInput, token: string) {
  const { data, errors } = await counter.api.call(FIGURES, { variables: { input }, token });
  expect(errors).toBeUndefined();
  const { refund, userErrors } = data.refundSale;
  expect(userErrors).toEqual([]);
  const [total, rounding, taxTotal] = [refund.total, refund.rounding, refund.taxTotal].map(({ amount }) => 0 - amount);
  return { total, rounding, taxTotal };
}

async function refundAtDesk(counter: Counter, saleId: string, wanted: readonly (readonly [number, string])[]) {
  const sale = await ask(counter, SaleDetailDocument, saleId, counter.owner);
  const { clock } = counter.shop;
  const chosen = new Map(wanted.map(([line, quantity]) => [line, parseQuantity(quantity) ?? 0]));
  const plan = planAtDesk(sale, chosen);
  const input = refundInput(saleId, {
    ...{ id: clock.newId("ref"), occurredAt: clock.now(), chosen, writtenOff: ALL_RESTOCKED, reason: "" },
    payments: plan.payments.map((back) => ({ ...back, id: clock.newId("pay") })),
  });
  const { total, rounding, taxTotal } = plan;
  expect(await send(counter, input, counter.owner)).toEqual({ total, rounding, taxTotal });
  return total + rounding;
}

async function refundAtTerminal(counter: Counter, saleId: string, wanted: readonly (readonly [number, string])[]) {
  const sale: RefundableSale = await ask(counter, SaleToRefundDocument, saleId, counter.manager);
  const { clock } = counter.shop;
  const lines = wanted.map(([line, quantity]) => ({ line, quantity }));
  const plan = planAtTerminal(sale, lines);
  const input = {
    ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId, lines },
    payments: plan.payments.map((payment) => ({ ...payment, id: clock.newId("pay") })),
  };
  const { total, rounding, taxTotal } = plan;
  expect(await send(counter, input, counter.manager)).toEqual({ total, rounding, taxTotal });
  const ofLines = plan.lines.reduce((sum, line) => sum + line.total, 0);
  expect(ofLines + (sale.pricesIncludeTax ? 0 : taxTotal)).toBe(total);
  const given = plan.payments.reduce((sum, { amount }) => sum + amount, 0);
  expect(given).toBe(total + rounding);
  return given;
}

const ALL = [
  [1, "3"],
  [2, "1"],
] as const;
const PIECES = [[[1, "1"]], [[1, "0.5"]], [[2, "1"]], [[1, "1.5"]]] as const;

describe.each<Scene>([
  { pricesIncludeTax: true, cashStep: 1 },
  { pricesIncludeTax: true, cashStep: 5 },
  { pricesIncludeTax: false, cashStep: 5 },
])("refund plans, prices with tax $pricesIncludeTax, cash step $cashStep", (scene) => {
  test("planRefund: the screens' figures are the server's when a sale is refunded, whole or in pieces", async () => {
    await withCounter(scene, async (counter) => {
      const paid = async (id: string) => {
        const { total, rounding } = await ask(counter, SaleDetailDocument, id, counter.owner);
        return total.amount + rounding.amount;
      };
      for (const card of [0, 200, scene.pricesIncludeTax ? 567 : 680]) {
        for (const refund of [refundAtDesk, refundAtTerminal]) {
          const whole = await sell(counter, card);
          expect(await refund(counter, whole, ALL)).toBe(await paid(whole));
          const inPieces = await sell(counter, card);
          let given = 0;
          for (const piece of PIECES) given += await refund(counter, inPieces, piece);
          expect(given).toBe(await paid(inPieces));
          const sale: RefundableSale = await ask(counter, SaleToRefundDocument, inPieces, counter.manager);
          expect(allOf(sale)).toEqual({ 1: 0, 2: 0 });
        }
      }
    });
  });
});

test("planAtDesk: gives back by card first when the sale was paid in cash and by card (day A9)", async () => {
  await withCounter({ pricesIncludeTax: true, cashStep: 1 }, async (counter) => {
    const sale = await ask(counter, SaleDetailDocument, await sell(counter, 200), counter.owner);
    const card = sale.payments.find(({ method }: { readonly method: string }) => method === "CARD");
    const cashBefore = { ...sale, payments: [...sale.payments].reverse() };
    for (const each of [sale, cashBefore]) {
      const [first] = planAtDesk(each, new Map([[2, 1000]])).payments;
      expect(first?.paymentId).toBe(card.id);
    }
  });
});

test("planAtDesk: gives stored value back to where it came from, and cash by no drawer", async () => {
  await withCounter({ pricesIncludeTax: true, cashStep: 1 }, async (counter) => {
    const code = newCardCode(counter.shop.clock.randomBytes(15));
    const lines = [{ quantity: "1", giftCard: { amount: 500, code } }];
    const card = saleInput(counter, { lines, payments: [payment(counter, 500)] });
    expect((await complete(counter, card)).userErrors).toEqual([]);
    const paid = saleInput(counter, {
      lines: [openLine("6")],
      payments: [
        payment(counter, 400, { method: "GIFT_CARD", giftCard: code }),
        payment(counter, 200, { method: "CASH", tendered: 200 }),
      ],
    });
    expect((await complete(counter, paid)).userErrors).toEqual([]);
    const { payments } = await ask(counter, SaleDetailDocument, paid.id, counter.owner);
    expect(payments.map(waysBack)).toEqual([
      ["GIFT_CARD", "CARD", "QR_CODE", "OTHER"],
      ["CARD", "QR_CODE", "OTHER"],
    ]);
    await refundAtDesk(counter, paid.id, [[1, "1"]]);
    const query = "query ($code: String!) { giftCard(code: $code) { balance { amount } } }";
    const { data } = await counter.api.call(query, { variables: { code }, token: counter.owner });
    expect(data.giftCard).toEqual({ balance: { amount: 500 } });
  });
});

test("Sale.refunded: sums the refunds by line and payment, above zero, and leaves out what was not refunded", async () => {
  await withCounter({ pricesIncludeTax: true, cashStep: 5 }, async (counter) => {
    const id = await sell(counter, 200);
    const read = async () => {
      const { data } = await counter.api.call(
        `query ($id: ID!) { sale(id: $id) { pricesIncludeTax cashStep payments { id } refunded {
          lines { line quantity total { amount currency } taxTotal { amount } } payments { paymentId amount { amount } } } } }`,
        { variables: { id }, token: counter.cashier },
      );
      return data.sale;
    };
    const before = await read();
    expect(before).toMatchObject({ pricesIncludeTax: true, cashStep: 5, refunded: { lines: [], payments: [] } });
    await refundAtTerminal(counter, id, [[1, "1"]]);
    await refundAtTerminal(counter, id, [[1, "0.5"]]);
    expect((await read()).refunded).toEqual({
      lines: [{ line: 1, quantity: "1.5", total: { amount: 269, currency: "GBP" }, taxTotal: { amount: 45 } }],
      payments: [
        { paymentId: before.payments[0].id, amount: { amount: 200 } },
        { paymentId: before.payments[1].id, amount: { amount: 70 } },
      ],
    });
  });
});

test("RefundSale: answers by the dashboard's own document", async () => {
  await withCounter({ pricesIncludeTax: true, cashStep: 1 }, async (counter) => {
    const { clock } = counter.shop;
    const saleId = await sell(counter, 567);
    const chosen = new Map([[2, 1000]]);
    const sale = await ask(counter, SaleDetailDocument, saleId, counter.owner);
    const payments = planAtDesk(sale, chosen).payments.map((back) => ({ ...back, id: clock.newId("pay") }));
    const form = {
      id: clock.newId("ref"),
      occurredAt: clock.now(),
      chosen,
      writtenOff: writeAllOff(true),
      reason: " Torn ",
      payments,
    };
    const { data } = await counter.api.call(print(RefundSaleDocument), {
      variables: { input: refundInput(saleId, form) },
      token: counter.owner,
    });
    expect(data.refundSale).toMatchObject({ refund: { id: form.id, sale: { id: saleId } }, userErrors: [] });
  });
});
