import { present } from "@pos/core/base/result.ts";
import { dayAfter } from "@pos/core/base/time.ts";
import { halvesOf } from "@pos/core/selling/exchange/index.ts";
import { CARD_CODE_BYTES, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import type { BusyShop } from "../../support/busy.ts";
import { lineOf, makeSale } from "../../support/sales.ts";
import { openLab, type Paths } from "./lab.ts";

const COMPLETE =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } userErrors { code message } } }";
const EXCHANGE =
  "mutation ($input: ExchangeSaleInput!) { exchangeSale(input: $input) { exchange { id } userErrors { code message } } }";
const PAY = `mutation ($input: RecordCustomerPaymentInput!) {
  recordCustomerPayment(input: $input) { payment { id } userErrors { code message } } }`;
const ADJUST = `mutation ($input: AdjustStoreCreditInput!) {
  adjustStoreCredit(input: $input) { storeCredit { customerId } userErrors { code message } } }`;

const QUOTE = `mutation ($input: CreateQuoteInput!) {
  createQuote(input: $input) { quote { total { amount } } userErrors { code message } } }`;

/** A gift card that is sold and pays, an exchange, money for what a customer owes, and a quote that is paid in two parts. */
export async function valuePaths(): Promise<Paths> {
  const { busy, measure } = await openLab(1);
  const { shop, ask } = busy;
  const { clock } = shop;
  const newCode = () => newCardCode(clock.randomBytes(CARD_CODE_BYTES));
  const sellCard = (code: string) =>
    sell(busy, { lines: [{ quantity: "1", giftCard: { amount: 9000, code } }], amount: 9000 });
  // With the first card its merchant gets the key of all.
  await sellCard(newCode());
  await busy.book();
  const code = newCode();
  const paidByCard = () => sell(busy, { by: { method: "GIFT_CARD", giftCard: code } });
  const giftCardSold = await measure(() => sellCard(code));
  const giftCardSoldBookedAlone = await measure(busy.book);
  const giftCardRedeemed = await measure(paidByCard);
  const giftCardRedeemedBookedAlone = await measure(busy.book);
  const customerId = await busy.newCustomer();
  const adjustment = { id: clock.newId("vad"), customerId, locationId: shop.locationId };
  const credit = { ...adjustment, amount: 9000, reason: "Goodwill" };
  present((await ask("owner", ADJUST, { input: credit })).adjustStoreCredit.storeCredit, "the credit");
  await busy.book();
  const storeCreditRedeemed = await measure(() => sell(busy, { by: { method: "STORE_CREDIT" }, customerId }));
  const storeCreditRedeemedBookedAlone = await measure(busy.book);
  const saleId = await sell(busy, {});
  await busy.book();
  const exchangeRecorded = await measure(() => exchange(busy, saleId));
  const exchangeBookedAlone = await measure(busy.book);
  const pay = (of: object = {}) => payCash(busy, { customerId, ...of });
  const customerPaymentRecorded = await measure(pay);
  const customerPaymentBookedAlone = await measure(busy.book);
  const quote = { id: clock.newId("quo"), customerId };
  const quoteMade = await measure(() => makeQuote(busy, quote));
  const depositRecorded = await measure(() => pay({ quoteId: quote.id }));
  const depositBookedAlone = await measure(busy.book);
  const quoteSold = await measure(() => collect(busy, quote));
  return {
    ...{ giftCardSold, giftCardSoldBookedAlone, giftCardRedeemed, giftCardRedeemedBookedAlone },
    ...{ storeCreditRedeemed, storeCreditRedeemedBookedAlone, exchangeRecorded, exchangeBookedAlone },
    ...{ customerPaymentRecorded, customerPaymentBookedAlone, quoteMade, depositRecorded, depositBookedAlone },
    ...{ quoteSold, quoteSoldBookedAlone: await measure(busy.book) },
  };
}

const DEPOSIT = 500;

async function payCash({ shop, ask }: BusyShop, of: object): Promise<void> {
  const { clock } = shop;
  const payments = [{ id: clock.newId("pay"), method: "CASH", amount: DEPOSIT }];
  const input = { id: clock.newId("cpy"), occurredAt: clock.now(), ...of, payments };
  const { recordCustomerPayment } = await ask({ manager: 0 }, PAY, { input });
  if (!recordCustomerPayment.payment) throw new Error(`Not paid: ${JSON.stringify(recordCustomerPayment)}`);
}

interface Quoted {
  readonly id: string;
  readonly customerId: string;
}

const quoted = ({ shop }: BusyShop) => shop.variants.slice(0, 3).map((variant) => lineOf(variant));

async function makeQuote(busy: BusyShop, quote: Quoted): Promise<void> {
  const { clock } = busy.shop;
  const validUntil = dayAfter(clock.now().slice(0, "2026-01-01".length));
  const input = { ...quote, validUntil, lines: quoted(busy) };
  const { createQuote } = await busy.ask({ manager: 0 }, QUOTE, { input });
  if (!createQuote.quote) throw new Error(`Not quoted: ${JSON.stringify(createQuote)}`);
}

/** The sale of the quote, with what was deposited and the rest by card. */
async function collect(busy: BusyShop, { id: quoteId, customerId }: Quoted): Promise<void> {
  const { shop, ask } = busy;
  const { payments, ...sale } = makeSale(shop, { lines: quoted(busy), method: "CARD" });
  const { amount, ...rest } = present(payments[0], "the payment");
  const deposit = { id: shop.clock.newId("pay"), method: "DEPOSIT", amount: DEPOSIT };
  const input = { ...sale, quoteId, customerId, payments: [deposit, { ...rest, amount: amount - DEPOSIT }] };
  const { completeSale } = await ask({ manager: 0 }, COMPLETE, { input });
  if (!completeSale.sale) throw new Error(`Not sold: ${JSON.stringify(completeSale)}`);
}

interface Sold {
  readonly lines?: readonly object[];
  readonly amount?: number;
  readonly by?: object;
  readonly customerId?: string;
}

/** Three articles, or what a test asks for; the sale's id. */
async function sell({ shop, ask }: BusyShop, { lines, amount, by, customerId }: Sold): Promise<string> {
  shop.clock.advance(60_000);
  const { payments, ...sale } = makeSale(shop, {
    lines: shop.variants.slice(0, 3).map((variant) => lineOf(variant)),
    method: "CARD",
  });
  const paid = payments.map((payment) => ({ ...payment, ...(amount === undefined ? {} : { amount }), ...by }));
  const named = customerId === undefined ? {} : { customerId };
  const input = { ...sale, ...(lines === undefined ? {} : { lines }), ...named, payments: paid };
  const { completeSale } = await ask({ manager: 0 }, COMPLETE, { input });
  if (!completeSale.sale) throw new Error(`Not sold: ${JSON.stringify(completeSale)}`);
  return completeSale.sale.id;
}

/** The first article of a sale against another one of the same price. */
async function exchange({ shop, ask }: BusyShop, saleId: string): Promise<void> {
  shop.clock.advance(60_000);
  const variant = present(shop.variants[0], "the article");
  const id = shop.clock.newId("exc");
  const sale = makeSale(shop, { id: halvesOf(id).saleId, lines: [lineOf(variant)] });
  const back = [{ line: 1, quantity: "1" }];
  const input = { id, saleId, back, paymentsBack: [], sale: { ...sale, payments: [] } };
  const { exchangeSale } = await ask({ manager: 0 }, EXCHANGE, { input });
  if (!exchangeSale.exchange) throw new Error(`Not exchanged: ${JSON.stringify(exchangeSale)}`);
}
