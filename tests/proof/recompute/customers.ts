import { present } from "@pos/core/base/result.ts";
import { dayAfter } from "@pos/core/base/time.ts";
import { createCustomer, patchCustomer } from "@pos/core/customers/customer/index.ts";
import { recordCustomerPayment } from "@pos/core/selling/customer-account/index.ts";
import { exchangeSale, halvesOf } from "@pos/core/selling/exchange/index.ts";
import { planExchange } from "@pos/core/selling/exchange/rules.ts";
import { createQuote } from "@pos/core/selling/quote/index.ts";
import { NO_REFUNDS, refundableOf, refundSale } from "@pos/core/selling/refund/index.ts";
import { planRefund } from "@pos/core/selling/refund/rules.ts";
import type { LineInput, SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { adjustStoreCredit } from "@pos/core/selling/stored-value/index.ts";
import { voidSale } from "@pos/core/selling/void/index.ts";
import type { ReportShop } from "../../contract/reports/support.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { done } from "../../support/shop.ts";
import type { Counter } from "./money.ts";

const CREDIT_LIMIT = 10_000_000;

/** A customer who may buy on account. */
export async function customerOnAccount({ owner, clock }: ReportShop): Promise<string> {
  const customerId = clock.newId("cus");
  done(await createCustomer(owner, { id: customerId, name: "The Corner Cafe" }));
  done(await patchCustomer(owner, { customerId, version: 1, creditLimit: CREDIT_LIMIT }));
  return customerId;
}

/** A customer at a counter, with the dice that decide what happens. */
export interface Serving {
  readonly shop: ReportShop;
  readonly place: Counter;
  readonly customerId: string;
  readonly random: () => number;
}

/** What customers do whom the shop knows: they pay by credit, on account and before they collect, and bring goods back for others. */
export async function serveCustomer(serving: Serving): Promise<void> {
  for (const act of [payByCredit, buyOnAccount, collectQuote, exchange]) await act(serving);
}

const upTo = ({ random }: Serving, most: number) => 1 + Math.floor(random() * most);

function paid({ shop }: Serving, method: SaleInput["payments"][number]["method"], amount: number) {
  return { id: shop.clock.newId("pay"), method, amount };
}

function someGoods({ shop, random }: Serving, quantity: string): LineInput {
  return lineOf(present(shop.variants[Math.floor(random() * shop.variants.length)], "a variant"), quantity);
}

/** A sale of the lines to the customer. @param pay the payments of what is due, in no cash */
async function sell(
  serving: Serving,
  lines: readonly LineInput[],
  pay: (due: number) => SaleInput["payments"],
  of: Pick<SaleInput, "quoteId"> = {},
): Promise<SaleFact> {
  const { shop, place, customerId } = serving;
  const sale = makeSale(shop, { lines, method: "CARD", sequence: place.nextSequence() });
  const payments = pay(present(sale.payments[0], "what is due").amount).filter(({ amount }) => amount > 0);
  const outcome = await sellLive(place.operator, { ...sale, customerId, payments, ...of });
  if (!("sale" in outcome)) throw new Error(`A sale was refused: ${JSON.stringify(outcome.failures)}`);
  return outcome.sale;
}

/** The shop gives credit, which pays in part; the sale stays, is voided, or comes back with all of it as credit. */
async function payByCredit(serving: Serving): Promise<void> {
  const { shop, place, customerId, random } = serving;
  const { clock, cashStep } = shop;
  const amount = upTo(serving, 2000);
  const given = { id: clock.newId("vad"), customerId, locationId: place.locationId, amount, reason: "Goodwill" };
  done(await adjustStoreCredit(shop.owner, given));
  const sale = await sell(serving, [someGoods(serving, "2")], (due) => {
    const part = Math.min(amount, due);
    return [paid(serving, "CARD", due - part), paid(serving, "STORE_CREDIT", part)];
  });
  const drawn = random();
  const header = { occurredAt: clock.now(), saleId: sale.id };
  if (drawn < 0.3) done(await voidSale(place.operator, { ...header, id: clock.newId("voi"), reason: "Typed twice" }));
  else if (drawn < 0.7) {
    const lines = [{ line: 1, quantity: "2" }];
    const refundable = { ...refundableOf(sale, NO_REFUNDS), cashStep };
    const plan = planRefund(refundable, lines, { cashStep, wayBack: () => "STORE_CREDIT" });
    const payments = plan.payments.map((back) => ({ ...back, id: clock.newId("pay") }));
    done(await refundSale(place.operator, { ...header, id: clock.newId("ref"), lines, payments }));
  }
}

/** Goods are put on account, and something of what is owed is paid. */
async function buyOnAccount(serving: Serving): Promise<void> {
  await sell(serving, [someGoods(serving, "3")], (due) => [paid(serving, "ON_ACCOUNT", due)]);
  await payOff(serving, { payments: [paid(serving, "CASH", upTo(serving, 500)), paid(serving, "CARD", 250)] });
}

type MoneyInput = Parameters<typeof recordCustomerPayment>[1];

async function payOff(
  { shop, place, customerId }: Serving,
  of: Pick<MoneyInput, "payments" | "quoteId" | "isGivenBack">,
) {
  const { clock } = shop;
  const header = { id: clock.newId("cpy"), customerId, occurredAt: clock.now() };
  done(await recordCustomerPayment(place.operator, { ...header, ...of }));
}

/** A cart is quoted and a part of it paid before; then it is collected, or the part goes back, or waits. */
async function collectQuote(serving: Serving): Promise<void> {
  const { shop, place, customerId, random } = serving;
  const { clock } = shop;
  const quoteId = clock.newId("quo");
  const goods = someGoods(serving, "2");
  const lines = [{ ...goods, discounts: [{ percent: "12.5" }] }];
  const validUntil = dayAfter(clock.now().slice(0, 10), 9);
  const { quote } = done(await createQuote(place.operator, { id: quoteId, lines, customerId, validUntil }));
  const amount = upTo(serving, quote.held.total);
  await payOff(serving, { quoteId, payments: [paid(serving, "CASH", amount)] });
  const drawn = random();
  if (drawn < 0.2) return;
  if (drawn < 0.4) return payOff(serving, { quoteId, payments: [paid(serving, "CASH", amount)], isGivenBack: true });
  // What was taken off is the quote's: the sale names the goods alone.
  const payments = [paid(serving, "CARD", quote.held.total - amount), paid(serving, "DEPOSIT", amount)];
  await sell(serving, [goods], () => payments, { quoteId });
}

/** One of three comes back for other goods, dearer or cheaper. */
async function exchange(serving: Serving): Promise<void> {
  const { shop, place, random } = serving;
  const { clock, cashStep } = shop;
  const sold = await sell(serving, [someGoods(serving, "3")], (due) => [paid(serving, "CARD", due)]);
  const id = clock.newId("exc");
  const back = [{ line: 1, quantity: "1", ...(random() < 0.3 ? { writeOff: true } : {}) }];
  const lines = [someGoods(serving, random() < 0.5 ? "0.5" : "4")];
  const unpaid = makeSale(shop, { lines, method: "CARD", sequence: place.nextSequence() });
  const refundable = { ...refundableOf(sold, NO_REFUNDS), cashStep };
  const plan = planExchange(refundable, back, present(unpaid.payments[0], "what is due").amount);
  const payments = plan.toPay === 0 ? [] : [paid(serving, "CARD", plan.toPay)];
  const paymentsBack = plan.refund.payments.map((payment) => ({ ...payment, id: clock.newId("pay") }));
  const sale = { ...unpaid, id: halvesOf(id).saleId, payments };
  done(await exchangeSale(place.operator, { id, saleId: sold.id, back, paymentsBack, sale }));
}
