import { present } from "@pos/core/base/result.ts";
import { dayAfter } from "@pos/core/base/time.ts";
import { getMerchantToChange, updateMerchant } from "@pos/core/people/merchant/index.ts";
import { recordCustomerPayment } from "@pos/core/selling/customer-account/index.ts";
import { createPaymentMethod } from "@pos/core/selling/payment/index.ts";
import { recordPaymentOutcome } from "@pos/core/selling/payment-outcome/index.ts";
import { createQuote } from "@pos/core/selling/quote/index.ts";
import { NO_REFUNDS, refundableOf, refundGuardsOf, refundSale } from "@pos/core/selling/refund/index.ts";
import { planRefund } from "@pos/core/selling/refund/rules.ts";
import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { adjustStoreCredit } from "@pos/core/selling/stored-value/index.ts";
import { CARD_CODE_BYTES, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { voidSale } from "@pos/core/selling/void/index.ts";
import { add, count, oneOf, promotionOf, remember, type Step, sendTwice, twoCustomers } from "./history-steps.ts";
import { lineOf, makeSale, sellLive, sendUntilAnswered } from "./sales.ts";
import { done } from "./shop.ts";

/** Ways to pay beside money that is counted as it is: stored value, tips, vouchers, cash back; and carts that were quoted. */
export const MONEY_STEPS: readonly (readonly [string, (step: Step) => Promise<void>])[] = [
  ["gift card sold", sellCard],
  ["gift card redeemed", redeemCard],
  ["gift card redeemed", redeemCard],
  ["store credit", payByCredit],
  ["tip", tip],
  ["cash back", cashBack],
  ["voucher", voucher],
  ["quote", quote],
  ["deposit", deposit],
  ["uncertain payment", uncertain],
];

type Payment = SaleInput["payments"][number];

/** A cart of one article that is paid by card, before it is paid otherwise. */
function cart({ shop, terminal, promotions }: Step): { readonly sale: SaleInput; readonly paid: Payment } {
  const lines = [lineOf(oneOf(shop, shop.variants), oneOf(shop, ["1", "2", "0.5", "5"]))];
  const sale = makeSale(shop, { terminal, lines, method: "CARD", promotions });
  return { sale, paid: { method: "CARD", amount: 0, ...sale.payments[0], id: shop.clock.newId("pay") } };
}

async function sell({ shop, history, terminal, promotions }: Step, sale: SaleInput): Promise<SaleFact> {
  const outcome = await sellLive(shop.operator(terminal), sale);
  if (!("sale" in outcome)) throw new Error(`A live sale was refused: ${JSON.stringify(outcome.failures)}`);
  remember(history, terminal, sale, outcome.sale, promotionOf(promotions));
  return outcome.sale;
}

/** Goods and a card, new or known, in one sale. */
async function sellCard(step: Step): Promise<void> {
  const { shop, history } = step;
  const cards = cardsIn(step);
  const isKnown = cards.length > 0 && shop.random() < 0.3;
  const code = isKnown ? oneOf(shop, cards) : newCardCode(shop.clock.randomBytes(CARD_CODE_BYTES));
  const amount = 1 + Math.floor(shop.random() * 5000);
  const { sale, paid } = cart(step);
  const lines = [...sale.lines, { quantity: "1", giftCard: { amount, code } }];
  await sell(step, { ...sale, lines, payments: [{ ...paid, amount: paid.amount + amount }] });
  add(history.held, code, amount);
}

function cardsIn({ history }: Step): string[] {
  return [...history.held.keys()].filter((key) => !/^(cus|quo)_/.test(key));
}

/** As much as the card holds, the rest by another method; at times the sale comes back at once. */
async function redeemCard(step: Step): Promise<void> {
  const cards = cardsIn(step).filter((code) => (step.history.held.get(code) ?? 0) > 0);
  if (cards.length === 0) return;
  const code = oneOf(step.shop, cards);
  await payFrom(step, code, { method: "GIFT_CARD", giftCard: code });
}

/** The shop gives a customer credit, and the customer's next sale is paid by it. */
async function payByCredit(step: Step): Promise<void> {
  const { shop, history } = step;
  const [, customerId = ""] = await twoCustomers(shop, history);
  const amount = 1 + Math.floor(shop.random() * 2000);
  const { clock, locationId, owner } = shop;
  const input = { id: clock.newId("vad"), customerId, locationId, amount, reason: "Goodwill" };
  await sendTwice("An adjustment", () => adjustStoreCredit(owner, input));
  add(history.held, customerId, amount);
  await payFrom(step, customerId, { method: "STORE_CREDIT" }, { customerId });
}

async function payFrom(
  step: Step,
  key: string,
  by: Pick<Payment, "method" | "giftCard">,
  of: Pick<SaleInput, "customerId"> = {},
): Promise<void> {
  const { shop, history } = step;
  const { sale, paid } = cart(step);
  const amount = Math.min(history.held.get(key) ?? 0, paid.amount);
  if (amount === 0) return;
  const rest = paid.amount - amount;
  const payments = [...(rest === 0 ? [] : [{ ...paid, amount: rest }]), { id: shop.clock.newId("pay"), amount, ...by }];
  const sold = await sell(step, { ...sale, ...of, payments });
  add(history.held, key, -amount);
  count(history, by.method);
  if (shop.random() < 0.6) await takeBack(step, sold, key);
}

/** A sale that was paid by stored value is voided or refunded, at times all of it to where the value came from. */
async function takeBack(step: Step, sold: SaleFact, key: string): Promise<void> {
  const { shop, history, terminal } = step;
  const { clock } = shop;
  const operator = shop.operator(terminal);
  const back = { occurredAt: clock.now(), saleId: sold.id };
  if (shop.random() < 0.5) {
    const input = { id: clock.newId("voi"), ...back, reason: "Typed twice" };
    await sendTwice("A void", () => voidSale(operator, input));
    history.voided.add(sold.id);
    for (const { account, amount } of sold.payments) if (account) add(history.held, key, amount);
  } else {
    const lines = sold.lines.map(({ quantity }, index) => ({ line: index + 1, quantity }));
    const isAll = key.startsWith("cus_") && shop.random() < 0.5;
    const refundable = { ...refundableOf(sold, NO_REFUNDS), cashStep: shop.cashStep };
    const wayBack = isAll ? { wayBack: () => "STORE_CREDIT" as const } : {};
    const plan = planRefund(refundable, lines, { cashStep: shop.cashStep, ...wayBack });
    const payments = plan.payments.map((payment) => ({ id: clock.newId("pay"), ...payment }));
    const input = { id: clock.newId("ref"), ...back, lines, payments };
    await sendTwice("A refund", () => refundSale(operator, input));
    for (const { method, amount } of payments) if (method !== "CARD") add(history.held, key, amount);
    if (isAll) count(history, "refunded to store credit");
  }
  for (const { stocked, variantId = "", quantity } of sold.lines)
    if (stocked) add(history.stocked, variantId, Math.round(Number(quantity) * 1000));
  count(history, "stored value given back");
}

async function tip(step: Step): Promise<void> {
  const { sale, paid } = cart(step);
  const tip = 1 + Math.floor(step.shop.random() * 300);
  await sell(step, { ...sale, tip, payments: [{ ...paid, amount: paid.amount + tip }] });
}

/** A part is paid by card, and whether that went through is not certain: it becomes known, or not, and some of the goods come back. */
async function uncertain(step: Step): Promise<void> {
  const { shop, history, terminal } = step;
  const { clock, random } = shop;
  const { sale, paid } = cart(step);
  const part = Math.floor(paid.amount * random());
  const rest = { id: clock.newId("pay"), method: "QR_CODE" as const, amount: paid.amount - part };
  const state = oneOf(shop, ["UNKNOWN", "PENDING"] as const);
  const sold = await sell(step, { ...sale, payments: [{ ...paid, amount: part, state }, rest] });
  if (random() < 0.2) return;
  const outcome = {
    ...{ id: clock.newId("pyo"), occurredAt: clock.now(), saleId: sold.id, paymentId: paid.id },
    ...{ state: oneOf(shop, ["CAPTURED", "VOIDED"] as const), reason: "By the slip" },
  };
  await sendTwice("An outcome", () => recordPaymentOutcome(shop.operator(terminal), outcome));
  count(history, outcome.state === "VOIDED" ? "payment that did not go through" : "payment that went through");
  const [guard = NO_REFUNDS] = await refundGuardsOf({ ...shop.owner, table: shop.engine.table }, [sold.id]);
  const [line] = sold.lines;
  if (random() < 0.5 || !line || line.total === 0) return;
  const lines = [{ line: 1, quantity: line.quantity }];
  const { cashStep } = shop;
  const payments = planRefund(refundableOf(sold, guard), lines, { cashStep }).payments;
  const back = payments.map((payment) => ({ ...payment, id: clock.newId("pay") }));
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sold.id, lines, payments: back };
  await sendTwice("A refund", () => refundSale(shop.operator(terminal), input));
  if (line.stocked) add(history.stocked, line.variantId ?? "", Math.round(Number(line.quantity) * 1000));
}

const CASH_BACK_MAX = 5000;

async function cashBack(step: Step): Promise<void> {
  const { owner, random } = step.shop;
  const { version, cashBackMax } = await sendUntilAnswered(() => getMerchantToChange(owner));
  if (cashBackMax === undefined)
    done(await sendUntilAnswered(() => updateMerchant(owner, { version, cashBackMax: CASH_BACK_MAX })));
  const { sale, paid } = cart(step);
  await sell(step, { ...sale, payments: [{ ...paid, cashBack: 1 + Math.floor(random() * CASH_BACK_MAX) }] });
}

/** The shop takes meal vouchers, and gives change for them. */
async function voucher(step: Step): Promise<void> {
  const { owner, clock, random } = step.shop;
  const merchant = await sendUntilAnswered(() => getMerchantToChange(owner));
  const [known] = Object.keys(merchant.paymentMethods ?? {});
  const methodId = known ?? clock.newId("pym");
  if (known === undefined) {
    const method = { id: methodId, name: "Meal voucher", givesChange: true };
    done(await sendUntilAnswered(() => createPaymentMethod(owner, method)));
  }
  const { sale, paid } = cart(step);
  const tendered = paid.amount + Math.floor(random() * 500);
  await sell(step, { ...sale, payments: [{ ...paid, method: "OTHER", methodId, tendered }] });
}

/** A cart is quoted, and sold at the prices of the quote some time later. */
async function quote(step: Step): Promise<void> {
  const { sale, quoteId } = await quoted(step, {});
  await sell(step, { ...sale, quoteId });
}

async function quoted(step: Step, of: Pick<SaleInput, "customerId">) {
  const { shop, terminal } = step;
  const { clock } = shop;
  const { sale, paid } = cart(step);
  const id = clock.newId("quo");
  const input = { id, lines: sale.lines, validUntil: dayAfter(clock.now().slice(0, 10), 7), ...of };
  await sendTwice("A quote", () => createQuote(shop.operator(terminal), input));
  clock.advance(86_400_000);
  return { sale: { ...sale, ...of, occurredAt: clock.now() }, paid, quoteId: id };
}

/** A part of what was quoted is paid before; then it is collected, or the part is given back, or waits. */
async function deposit(step: Step): Promise<void> {
  const { shop, history, terminal } = step;
  const [customerId = ""] = await twoCustomers(shop, history);
  const { sale, paid, quoteId } = await quoted(step, { customerId });
  const amount = 1 + Math.floor(shop.random() * paid.amount);
  const send = async (of: { readonly isGivenBack?: true }) => {
    const { clock } = shop;
    const payments = [{ id: clock.newId("pay"), method: "CASH" as const, amount }];
    const input = { id: clock.newId("cpy"), customerId, occurredAt: clock.now(), quoteId, payments, ...of };
    await sendTwice("A deposit", () => recordCustomerPayment(shop.operator(terminal), input));
    const sign = of.isGivenBack ? -1 : 1;
    add(history.held, quoteId, sign * amount);
    add(history.cashBack, present(shop.terminals[terminal], "a terminal").id, 0 - sign * amount);
  };
  await send({});
  const drawn = shop.random();
  if (drawn < 0.2) return;
  if (drawn < 0.4) {
    await send({ isGivenBack: true });
    return count(history, "deposit given back");
  }
  const rest = paid.amount - amount;
  const payments = [
    ...(rest === 0 ? [] : [{ ...paid, amount: rest }]),
    { id: shop.clock.newId("pay"), method: "DEPOSIT" as const, amount },
  ];
  await sell(step, { ...sale, quoteId, payments });
  add(history.held, quoteId, -amount);
  count(history, "deposit collected");
}
