import { present } from "@pos/core/base/result.ts";
import { type RefundFact, refundSale } from "@pos/core/selling/refund/index.ts";
import type { DiscountInput, SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { done } from "../../support/shop.ts";
import type { ReportShop } from "./support.ts";

/**
 * A random business day with what its report must show, summed from the requests alone: discounts, shares and tax are computed
 * here by whole fractions in BigInt, hours by the platform's calendar.
 */
export interface RandomDay {
  readonly sales: readonly SaleFact[];
  readonly refunds: readonly RefundFact[];
  readonly expected: Expected;
}

interface Row {
  quantity: number;
  gross: number;
  refunds: number;
}

export interface Expected {
  gross: number;
  refunds: number;
  discount: number;
  readonly hours: Map<number, { count: number; gross: number }>;
  readonly categories: Map<string, Row>;
  readonly articles: Map<string, Row>;
  readonly payments: Map<string, { paid: number; refunded: number }>;
  readonly taxes: Map<string, { net: number; tax: number }>;
}

const DISCOUNTS: readonly DiscountInput[] = [{ percent: "10" }, { percent: "33.333333" }, { amount: 7 }];
const METHODS = ["CASH", "CARD", "QR_CODE", "OTHER"] as const;

/** @param minutes how long the day is: 1,500 when clocks are put back */
export async function sellRandomDay(
  shop: ReportShop,
  options: { readonly sales: number; readonly minutes: number; readonly timeZone: string },
): Promise<RandomDay> {
  const { random, clock } = shop;
  const pick = <T>(values: readonly T[]): T => present(values[Math.floor(random() * values.length)], "a value");
  const sales: SaleFact[] = [];
  const refunds: RefundFact[] = [];
  const expected = nothing();
  const step = Math.floor((options.minutes * 60_000) / options.sales);
  for (let count = 0; count < options.sales; count++) {
    const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      if (random() < 0.1) return { description: "Gift wrap", quantity: "1", unitPrice: "0.75" };
      const line = lineOf(pick(shop.variants), pick(["1", "2", "0.5", "3"]));
      return random() < 0.3 ? { ...line, discounts: [pick(DISCOUNTS)] } : line;
    });
    const discounts = random() < 0.3 ? [pick(DISCOUNTS)] : undefined;
    const terminal = Math.floor(random() * 2);
    const method = pick(METHODS);
    const input = withTwoPayments(
      shop,
      makeSale(shop, { terminal, lines, method, ...(discounts ? { discounts } : {}) }),
    );
    const outcome = await sellLive(shop.operator(terminal), input);
    if (!("sale" in outcome)) throw new Error(`A sale was refused: ${JSON.stringify(outcome)}`);
    sales.push(outcome.sale);
    addSale(shop, expected, input, options.timeZone);
    if (random() < 0.2) refunds.push(await refundSome(shop, expected, input));
    clock.advance(step);
  }
  return { sales, refunds, expected };
}

function withTwoPayments(shop: ReportShop, input: SaleInput): SaleInput {
  const [payment] = input.payments;
  if (!payment || payment.method === "CASH" || payment.amount < 2 || shop.random() < 0.6) return input;
  const amount = Math.floor(payment.amount / 3);
  const second = { id: shop.clock.newId("pay"), method: "CARD", amount: payment.amount - amount } as const;
  return { ...input, payments: [{ ...payment, amount }, second] };
}

/** The first line comes back whole; the money by the payments, in their order. */
async function refundSome(shop: ReportShop, expected: Expected, input: SaleInput): Promise<RefundFact> {
  const [line] = pricedLines(shop, input);
  const { total, tax, rate, quantity, category, article } = present(line, "a line");
  let left = total;
  const payments = input.payments.flatMap(({ id, method, amount }) => {
    const back = Math.min(left, amount);
    left -= back;
    if (back === 0) return [];
    paymentRow(expected, method).refunded += back;
    return [{ id: shop.clock.newId("pay"), method, amount: back, paymentId: id }];
  });
  const request = {
    id: shop.clock.newId("ref"),
    occurredAt: shop.clock.now(),
    saleId: input.id,
    lines: [{ line: 1, quantity: String(Number(quantity) / 1000) }],
    payments: payments.length > 0 ? payments : [zeroPayment(shop, input)],
    reason: "It was broken",
  };
  const { fact } = done(await refundSale(shop.operator(0), request));
  expected.refunds += total;
  for (const row of [rowOf(expected.categories, category), rowOf(expected.articles, article)]) {
    row.refunds += total;
    row.quantity -= quantity;
  }
  const taxes = taxRow(expected, rate);
  taxes.net -= total - tax;
  taxes.tax -= tax;
  return fact;
}

function zeroPayment(shop: ReportShop, input: SaleInput) {
  const { id, method } = present(input.payments[0], "a payment");
  return { id: shop.clock.newId("pay"), method, amount: 0, paymentId: id };
}

function nothing(): Expected {
  return {
    gross: 0,
    refunds: 0,
    discount: 0,
    hours: new Map(),
    categories: new Map(),
    articles: new Map(),
    payments: new Map(),
    taxes: new Map(),
  };
}

function addSale(shop: ReportShop, expected: Expected, input: SaleInput, timeZone: string): void {
  let total = 0;
  for (const line of pricedLines(shop, input)) {
    total += line.total;
    expected.discount += line.gross - line.total;
    for (const row of [rowOf(expected.categories, line.category), rowOf(expected.articles, line.article)]) {
      row.gross += line.total;
      row.quantity += line.quantity;
    }
    const taxes = taxRow(expected, line.rate);
    taxes.net += line.total - line.tax;
    taxes.tax += line.tax;
  }
  expected.gross += total;
  for (const { method, amount } of input.payments) paymentRow(expected, method).paid += amount;
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(
      new Date(input.occurredAt),
    ),
  );
  const row = expected.hours.get(hour) ?? { count: 0, gross: 0 };
  expected.hours.set(hour, { count: row.count + 1, gross: row.gross + total });
}

interface PricedLine {
  readonly gross: number;
  readonly total: number;
  readonly tax: number;
  readonly rate: string;
  readonly quantity: number;
  readonly category: string;
  readonly article: string;
}

function pricedLines(shop: ReportShop, { lines, discounts = [] }: SaleInput): PricedLine[] {
  const priced = lines.map((line) => {
    const variant = shop.variants.find(({ id }) => id === line.variant?.id);
    const gross = Number(rounded(scaled(line.unitPrice ?? "", 6) * scaled(line.quantity, 3), 10_000_000n));
    const rate = present(shop.garden.variants.includes(variant as never) ? "5" : "20", "a rate");
    return {
      gross,
      left: lessDiscounts(gross, line.discounts ?? []),
      rate,
      quantity: Number(scaled(line.quantity, 3)),
      category: variant?.categoryId ?? "none",
      article: variant?.id ?? line.description ?? "",
    };
  });
  const sum = priced.reduce((total, { left }) => total + left, 0);
  const shares = shared(
    sum - lessDiscounts(sum, discounts),
    priced.map(({ left }) => left),
  );
  return priced.map(({ left, ...line }, index) => {
    const total = left - (shares[index] ?? 0);
    const rate = BigInt(line.rate);
    return { ...line, total, tax: Number(rounded(BigInt(total) * rate, 100n + rate)) };
  });
}

/** By largest remainder, ties to the earlier. */
function shared(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (amount === 0 || whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = exact.map((part) => Number(part / BigInt(whole)));
  const order = exact
    .map((part, index) => ({ rest: part % BigInt(whole), index }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = amount - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of order) if (left-- > 0) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

function lessDiscounts(amount: number, discounts: readonly DiscountInput[]): number {
  let left = amount;
  for (const { percent, amount: fixed = 0 } of discounts) {
    const takes = percent === undefined ? fixed : Number(rounded(BigInt(left) * scaled(percent, 6), 100_000_000n));
    left = Math.max(0, left - takes);
  }
  return left;
}

function scaled(decimal: string, places: number): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

function rounded(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function rowOf(rows: Map<string, Row>, key: string): Row {
  const row = rows.get(key) ?? { quantity: 0, gross: 0, refunds: 0 };
  rows.set(key, row);
  return row;
}

function paymentRow({ payments }: Expected, method: string) {
  const row = payments.get(method) ?? { paid: 0, refunded: 0 };
  payments.set(method, row);
  return row;
}

function taxRow({ taxes }: Expected, rate: string) {
  const row = taxes.get(rate) ?? { net: 0, tax: 0 };
  taxes.set(rate, row);
  return row;
}
