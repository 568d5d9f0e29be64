import { present } from "@pos/core/base/result.ts";
import { priceListSet } from "@pos/core/goods/price-list/rules.ts";
import { createPromotion, promotionSet } from "@pos/core/goods/promotion/index.ts";
import { adjustStock } from "@pos/core/goods/stock/index.ts";
import { recordJournalEntry } from "@pos/core/office/finance/index.ts";
import { setSaleCustomer } from "@pos/core/selling/attribution/index.ts";
import { recordCustomerPayment } from "@pos/core/selling/customer-account/index.ts";
import { exchangeSale, halvesOf } from "@pos/core/selling/exchange/index.ts";
import { planExchange } from "@pos/core/selling/exchange/rules.ts";
import { isPaidWithMoney } from "@pos/core/selling/payment/model.ts";
import {
  type RefundInput,
  refundableOf,
  refundGuardsOf,
  refundSale,
  refundsOf,
} from "@pos/core/selling/refund/index.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import type { PromotionsFacts } from "@pos/core/selling/sale/promotions.ts";
import { type VoidInput, voidSale } from "@pos/core/selling/void/index.ts";
import { TableUnavailable } from "@pos/core/table/port/port.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { sum } from "./books.ts";
import { drain } from "./drain.ts";
import { MONEY_STEPS } from "./history-money.ts";
import { add, count, type History, oneOf, promotionOf, remember, type Step, twoCustomers } from "./history-steps.ts";
import { lineOf, makeSale, randomSale, sellHappened, sellLive, sendUntilAnswered } from "./sales.ts";
import { done, type Shop } from "./shop.ts";

export interface HistoryOptions {
  readonly steps: number;
  readonly linesMax: number;
  /** What the shop's promotion takes off everything that is sold live, in percent. Absent: it has none. */
  readonly promotion?: string;
  /** At the end every way to pay beside plain money is taken so often. Absent: as it comes. */
  readonly moneySteps?: number;
}

/** Runs a random history of a shop: live and synced sales, odd ones, refunds, replays, conflicts, deliveries of the stream, sweeps. */
export async function runHistory(
  shop: Shop,
  { steps, linesMax, promotion, moneySteps = 0 }: HistoryOptions,
): Promise<History> {
  const { random } = shop;
  const promotions = promotion === undefined ? undefined : await promoted(shop, promotion);
  const history: History = {
    ...{ sales: [], stocked: new Map(), cashBack: new Map() },
    ...{ buyers: new Map(), customers: [], held: new Map(), voided: new Set(), counts: new Map() },
  };
  const take = async ([name, run]: (typeof STEPS)[number]) => {
    shop.clock.advance(Math.floor(random() * 1_800_000));
    const terminal = Math.floor(random() * shop.terminals.length);
    await run({ shop, history, terminal, linesMax, promotions });
    count(history, name);
  };
  for (let step = 0; step < steps; step++) await take(oneOf(shop, STEPS));
  for (let round = 0; round < moneySteps; round++) for (const step of MONEY_STEPS) await take(step);
  return history;
}

/** A promotion for everything, as the server has it. */
async function promoted({ clock, locationId, owner }: Shop, percent: string): Promise<PromotionsFacts> {
  const id = clock.newId("prm");
  const rule = { id, name: "Everything", kind: "PERCENT", percent } as const;
  const { promotion } = done(await sendUntilAnswered(() => createPromotion(owner, rule)));
  const location = { id: locationId, timeZone: "Europe/London" };
  return { set: promotionSet([promotion]), lists: priceListSet([]), location };
}

const STEPS: readonly (readonly [string, (step: Step) => Promise<void>])[] = [
  ["live", live],
  ["live", live],
  ["live", live],
  ["sync", sync],
  ["sync", sync],
  ["odd", odd],
  ["odd", odd],
  ["replay", replay],
  ["conflict", conflict],
  ["stock", stock],
  ["refund", refund],
  ["refund", refund],
  ["exchange", exchange],
  ["exchange", exchange],
  ["unlinked refund", unlinkedRefund],
  ["void", voidOne],
  ["new customer of a sale", newBuyer],
  ["new customer of a sale", newBuyer],
  ["on account", onAccount],
  ...MONEY_STEPS,
  ["adjustment", adjustment],
  ["journal", journal],
  ["drain", ({ shop }) => drain(shop)],
  ["drain", ({ shop }) => drain(shop, { readers: 2 })],
  ["sweep", sweepOnce],
];

async function live({ shop, history, terminal, linesMax, promotions }: Step): Promise<void> {
  const input = randomSale(shop, shop.random, { terminal, linesMax, promotions });
  const outcome = await sellLive(shop.operator(terminal), input);
  if ("sale" in outcome) remember(history, terminal, input, outcome.sale, promotionOf(promotions));
  else throw new Error(`A live sale was refused: ${JSON.stringify(outcome.failures)}`);
}

async function sync(step: Step): Promise<void> {
  const { shop, terminal, linesMax } = step;
  const inputs = Array.from({ length: 1 + Math.floor(shop.random() * 5) }, () => {
    shop.clock.advance(1000);
    return randomSale(shop, shop.random, { terminal, linesMax });
  });
  await recordHappened(step, inputs);
}

async function recordHappened({ shop, history, terminal }: Step, inputs: readonly SaleInput[]): Promise<void> {
  const outcomes = await sellHappened(shop.terminal(terminal), inputs);
  for (const [index, outcome] of outcomes.entries()) {
    const input = present(inputs[index], "the input of an outcome");
    if (!("sale" in outcome)) throw new Error(`What happened was refused: ${JSON.stringify(outcome.failures)}`);
    remember(history, terminal, input, outcome.sale);
  }
}

const ODDITIES: readonly ((sale: SaleInput, shop: Shop) => SaleInput)[] = [
  (sale) => ({ ...sale, sequence: sale.sequence + 3 }),
  (sale) => ({ ...sale, sequence: Math.max(1, sale.sequence - 2) }),
  (sale) => ({ ...sale, customerId: "cus_nobody" }),
  (sale) => ({ ...sale, operatorId: "stf_nobody" }),
  (sale) => ({ ...sale, expectedTotal: 1 }),
  (sale) => ({
    ...sale,
    payments: sale.payments.map((payment) => ({ ...payment, amount: Math.floor(payment.amount / 2) })),
  }),
  (sale) => ({ ...sale, payments: sale.payments.map((payment) => ({ ...payment, method: "GIFT_CARD" as const })) }),
  (sale) => ({ ...sale, discounts: [{ amount: 100_000_000 }], payments: [] }),
  (sale) => ({ ...sale, lines: [...sale.lines, { variant: { sku: "GONE" }, quantity: "1", unitPrice: "1" }] }),
  (sale) => ({
    ...sale,
    lines: sale.lines.map(({ unitPrice: _, ...line }) => (line.variant ? line : { ...line, unitPrice: "1" })),
  }),
  (sale, { clock }) => ({ ...sale, occurredAt: new Date(Date.parse(clock.now()) + 36 * 3_600_000).toISOString() }),
  (sale, { clock }) => ({ ...sale, occurredAt: new Date(Date.parse(clock.now()) - 20 * 86_400_000).toISOString() }),
];

/** Something a live sale is refused for, or that a manager must see: it has happened and is recorded all the same. */
async function odd(step: Step): Promise<void> {
  const { shop, terminal, linesMax } = step;
  const oddity = present(ODDITIES[Math.floor(shop.random() * ODDITIES.length)], "an oddity");
  await recordHappened(step, [oddity(randomSale(shop, shop.random, { terminal, linesMax }), shop)]);
}

async function replay({ shop, history }: Step): Promise<void> {
  const earlier = history.sales[Math.floor(shop.random() * history.sales.length)];
  if (!earlier || earlier.fact?.exchangeId) return;
  const [outcome] = await sellHappened(shop.terminal(earlier.terminal), [earlier.input]);
  if (outcome?.status !== "replayed") throw new Error(`A replay was ${outcome?.status}`);
}

async function conflict({ shop, history }: Step): Promise<void> {
  const earlier = history.sales[Math.floor(shop.random() * history.sales.length)];
  if (!earlier || earlier.fact?.exchangeId) return;
  const note = `another ${Math.floor(shop.random() * 3)}`;
  const [outcome] = await sellHappened(shop.terminal(earlier.terminal), [{ ...earlier.input, note }]);
  if (outcome?.status !== "quarantined") throw new Error(`A conflict was ${outcome?.status}`);
}

async function stock({ shop, history }: Step): Promise<void> {
  const variants = shop.variants.filter(() => shop.random() < 0.5);
  if (variants.length === 0) return;
  const quantity = shop.random() < 0.5 ? 10 : 37.5;
  await shop.stock(String(quantity), { variants, ...(shop.random() < 0.5 ? {} : { unitCost: "1.234567" }) });
  for (const { id } of variants) add(history.stocked, id, quantity * 1000);
}

/** Some of one line of an earlier sale comes back, as much as is left or a part of it; sent twice. */
async function refund({ shop, history, terminal }: Step): Promise<void> {
  const { random, clock } = shop;
  const sale = history.sales[Math.floor(random() * history.sales.length)]?.fact;
  const payment = sale?.payments[0];
  if (!sale || !payment || payment.state || history.voided.has(sale.id)) return;
  const number = 1 + Math.floor(random() * sale.lines.length);
  const line = present(sale.lines[number - 1], "a line");
  if (line.giftCard) return;
  const earlier = await refundsOf({ ...shop.owner, table: shop.engine.table }, sale.id);
  const back = earlier.flatMap(({ lines }) => lines).filter(({ saleLine }) => saleLine === number);
  const before = Math.round(0 - sum(back.map(({ quantity }) => Number(quantity) * 1000)));
  const all = Math.round(Number(line.quantity) * 1000);
  if (before >= all) return;
  const wanted = random() < 0.5 ? all - before : Math.max(1, Math.floor((all - before) * random()));
  // Rounded as a whole up to here, less what was given back: the last piece takes what is left.
  const upTo = Math.floor((2 * line.total * (before + wanted) + all) / (2 * all));
  const amount = upTo + sum(back.map(({ total }) => total));
  const given = 0 - sum(earlier.flatMap(({ payments }) => payments.map((paid) => paid.amount)));
  if (given + amount > payment.amount) return;
  const method = payment.method === "CASH" && shop.cashStep === 1 ? "CASH" : "CARD";
  const writeOff = random() < 0.2;
  const input: RefundInput = {
    id: clock.newId("ref"),
    occurredAt: clock.now(),
    saleId: sale.id,
    lines: [{ line: number, quantity: String(wanted / 1000), writeOff }],
    payments: amount === 0 ? [] : [{ id: clock.newId("pay"), method, amount, paymentId: payment.id }],
  };
  for (const isSecond of [false, true]) {
    const { replayed } = done(await sendUntilAnswered(() => refundSale(shop.operator(terminal), input)));
    if (isSecond && !replayed) throw new Error("A refund was recorded twice");
  }
  if (line.stocked && !writeOff) add(history.stocked, line.variantId ?? "", wanted);
  if (method === "CASH" && amount > 0)
    add(history.cashBack, present(shop.terminals[terminal], "a terminal").id, amount);
  count(history, "refunded");
}

/** What is left of one line of an earlier sale comes back for other goods, dearer or cheaper; sent twice. */
async function exchange({ shop, history, terminal, promotions }: Step): Promise<void> {
  const { random, clock } = shop;
  const sold = history.sales[Math.floor(random() * history.sales.length)]?.fact;
  if (!sold || history.voided.has(sold.id) || !isPaidAsDue(sold)) return;
  const [guard] = await refundGuardsOf({ ...shop.owner, table: shop.engine.table }, [sold.id]);
  const refundable = { ...refundableOf(sold, present(guard, "what was given back")), cashStep: shop.cashStep };
  const lines = refundableLines(refundable).filter(({ left }) => left > 0);
  const line = lines[Math.floor(random() * lines.length)];
  if (!line) return;
  const writeOff = random() < 0.2;
  const back = [{ line: line.line, quantity: String(line.left / 1000), writeOff }];
  const variant = present(shop.variants[Math.floor(random() * shop.variants.length)], "a variant");
  const id = clock.newId("exc");
  const unpaid = makeSale(shop, {
    terminal,
    lines: [lineOf(variant, random() < 0.5 ? "1" : "4")],
    method: "CARD",
    promotions,
  });
  const [due] = unpaid.payments;
  const plan = planExchange(refundable, back, present(due, "what is due").amount);
  const sale: SaleInput = {
    ...unpaid,
    id: halvesOf(id).saleId,
    payments: plan.toPay === 0 ? [] : [{ ...present(due, "what is due"), amount: plan.toPay }],
  };
  const paymentsBack = plan.refund.payments.map((payment) => ({ ...payment, id: clock.newId("pay") }));
  const input = { id, saleId: sold.id, back, paymentsBack, sale };
  for (const isSecond of [false, true]) {
    const outcome = done(await sendUntilAnswered(() => exchangeSale(shop.operator(terminal), input)));
    if (isSecond && !outcome.replayed) throw new Error("An exchange was recorded twice");
    if (!isSecond) remember(history, terminal, sale, outcome.fact.sale, promotionOf(promotions));
  }
  const { stocked, variantId = "" } = present(sold.lines[line.line - 1], "a line");
  if (stocked && !writeOff) add(history.stocked, variantId, line.left);
  const cash = sum(paymentsBack.map(({ method, amount }) => (method === "CASH" ? amount : 0)));
  if (cash > 0) add(history.cashBack, present(shop.terminals[terminal], "a terminal").id, cash);
  count(history, plan.toPay > 0 ? "exchanged for dearer goods" : "exchanged for cheaper goods");
}

/** As a live sale is. What happened offline may have been paid otherwise. */
function isPaidAsDue({ lines, total, rounding, payments }: SaleFact): boolean {
  const isMoney = payments.every(({ method, state }) => !state && (isPaidWithMoney(method) || method === "ON_ACCOUNT"));
  return (
    isMoney &&
    lines.every(({ giftCard }) => !giftCard) &&
    sum(payments.map(({ amount }) => amount)) === total + rounding
  );
}

/** A sale is voided as soon as it was sold, some of its goods written off; sent twice. */
async function voidOne(step: Step): Promise<void> {
  await live(step);
  const { shop, history, terminal } = step;
  const sale = present(history.sales.at(-1)?.fact, "the sale of just now");
  const { clock, random } = shop;
  const writeOffLines = sale.lines.flatMap((_, index) => (random() < 0.2 ? [index + 1] : []));
  const input: VoidInput = {
    ...{ id: clock.newId("voi"), occurredAt: clock.now(), saleId: sale.id, reason: "Rung up by mistake" },
    writeOffLines,
  };
  for (const isSecond of [false, true]) {
    const { replayed } = done(await sendUntilAnswered(() => voidSale(shop.operator(terminal), input)));
    if (isSecond && !replayed) throw new Error("A void was recorded twice");
  }
  history.voided.add(sale.id);
  for (const [index, { stocked, variantId = "", quantity }] of sale.lines.entries())
    if (stocked && !writeOffLines.includes(index + 1))
      add(history.stocked, variantId, Math.round(Number(quantity) * 1000));
  const cash = sum(sale.payments.map(({ method, amount }) => (method === "CASH" ? amount : 0)));
  if (cash > 0) add(history.cashBack, present(shop.terminals[terminal], "a terminal").id, cash);
  count(history, "voided");
}

/** An earlier sale is put on one of two customers, or on none; sent twice. */
async function newBuyer({ shop, history }: Step): Promise<void> {
  const { clock, random, owner } = shop;
  const { sales, buyers } = history;
  const customers = await twoCustomers(shop, history);
  const sale = sales[Math.floor(random() * sales.length)]?.fact;
  const customerId = [...customers, undefined][Math.floor(random() * 3)];
  if (!sale || customerId === buyerIn(history, sale)) return;
  const input = { id: clock.newId("att"), saleId: sale.id, ...(customerId === undefined ? {} : { customerId }) };
  for (const isSecond of [false, true]) {
    const { replayed } = done(await sendUntilAnswered(() => setSaleCustomer(owner, input)));
    if (isSecond && !replayed) throw new Error("A change of customer was recorded twice");
  }
  buyers.set(sale.id, customerId);
  count(history, "put on a customer");
}

/** A customer bought on account, beyond the limit at times, and pays something of it in cash; sent twice. */
async function onAccount(step: Step): Promise<void> {
  const { shop, history, terminal, linesMax } = step;
  const { clock, random } = shop;
  const [customerId = ""] = await twoCustomers(shop, history);
  const sale = randomSale(shop, random, { terminal, linesMax });
  const payments = sale.payments.map(({ tendered: _, ...paid }) => ({ ...paid, method: "ON_ACCOUNT" as const }));
  await recordHappened(step, [{ ...sale, customerId, payments }]);
  const amount = 1 + Math.floor(random() * 3000);
  const paid = { id: clock.newId("pay"), method: "CASH" as const, amount };
  const input = { id: clock.newId("cpy"), customerId, occurredAt: clock.now(), payments: [paid] };
  for (const isSecond of [false, true]) {
    const { replayed } = done(await sendUntilAnswered(() => recordCustomerPayment(shop.operator(terminal), input)));
    if (isSecond && !replayed) throw new Error("A customer's payment was recorded twice");
  }
  add(history.cashBack, present(shop.terminals[terminal], "a terminal").id, 0 - amount);
}

/** Whose a sale is. */
export function buyerIn({ buyers }: History, { id, customerId }: SaleFact): string | undefined {
  return buyers.has(id) ? buyers.get(id) : customerId;
}

async function unlinkedRefund({ shop, history, terminal }: Step): Promise<void> {
  const { clock } = shop;
  const variant = present(shop.variants[Math.floor(shop.random() * shop.variants.length)], "a variant");
  const input: RefundInput = {
    id: clock.newId("ref"),
    occurredAt: clock.now(),
    lines: [{ variant: { id: variant.id }, quantity: "2", unitPrice: "1.25" }],
    payments: [{ id: clock.newId("pay"), method: "CARD", amount: 250 }],
  };
  done(await sendUntilAnswered(() => refundSale(shop.operator(terminal), input)));
  add(history.stocked, variant.id, 2000);
}

async function adjustment({ shop, history }: Step): Promise<void> {
  const { clock, random, locationId } = shop;
  const variants = shop.variants.filter(() => random() < 0.5);
  if (variants.length === 0) return;
  const lines = variants.map(({ id }) => ({ variant: { id }, quantity: random() < 0.5 ? "-3" : "1.5" }));
  const input = { id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Counted", lines };
  done(await sendUntilAnswered(() => adjustStock(shop.owner, input)));
  for (const { variant, quantity } of lines) add(history.stocked, variant.id, Number(quantity) * 1000);
}

async function journal({ shop }: Step): Promise<void> {
  const { clock, locationId } = shop;
  const postings = [
    { account: "otherExpense", amount: 500 },
    { account: "card", amount: -500 },
  ];
  const input = { id: clock.newId("jou"), locationId, occurredAt: clock.now(), reason: "Fees", postings };
  done(await sendUntilAnswered(() => recordJournalEntry(shop.owner, input)));
}

async function sweepOnce({ shop }: Step): Promise<void> {
  try {
    await reconcile(shop.booking);
  } catch (error) {
    // It runs again by the clock.
    if (!(error instanceof TableUnavailable)) throw error;
  }
}
