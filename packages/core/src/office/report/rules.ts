import { parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import { inUnits, type SoldPack } from "../../goods/catalog/packs.ts";
import type { LineTax } from "../../goods/tax/model.ts";
import { type TaxSum, TaxSums, taxOf } from "../../goods/tax/rules.ts";
import type { CustomerPaymentFact } from "../../selling/customer-account/model.ts";
import {
  accountOf,
  cashHandedOut,
  isTaking,
  METHOD_ACCOUNTS,
  ownMethodOf,
  type Payment,
  type PaymentMethod,
} from "../../selling/payment/model.ts";
import type { PaymentOutcomeFact } from "../../selling/payment-outcome/model.ts";
import type { Reversal } from "../../selling/refund/model.ts";
import type { SaleFact } from "../../selling/sale/model.ts";
import { issuedOn, type ValueLine } from "../../selling/stored-value/model.ts";
import type { ArticleSales, CategorySales, DaySums, MethodTotal, Sold } from "./model.ts";

/**
 * What sales and refunds come to, added up from the facts and from nothing else. It grows with the number of articles, and by
 * no order of the facts.
 */
export interface Tally {
  addSale(sale: SaleFact): void;
  /** @param categoryOf the category of each of its lines, where known */
  addRefund(refund: Reversal, categoryOf: (line: number) => string | undefined): void;
  /** What a customer paid of what was owed is in no sum of sales. */
  addCustomerPayment(payment: CustomerPaymentFact): void;
  /** What did not go through is taken off what was paid by its method. */
  addPaymentOutcome(outcome: PaymentOutcomeFact): void;
  sums(): DaySums;
  beside(): Beside;
  /** The best first. */
  articles(): ArticleSales[];
  categories(): Omit<CategorySales, "name">[];
  payments(): MethodTotal[];
  customerPayments(): MethodTotal[];
  taxes(): TaxSum[];
}

/** What makes payments differ from sales less refunds. */
interface Beside {
  /** Of cash, below zero where it was given. */
  rounding: number;
  /** What was put on gift cards, less what was taken back: paid for and not sold. */
  issued: number;
  tips: number;
  /** What was never paid, because it did not go through, less what came back of such sales. */
  unpaid: number;
}

interface LineSold extends ValueLine {
  readonly variantId?: string;
  readonly sku?: string;
  readonly description: string;
  readonly quantity: string;
  readonly pack?: SoldPack;
  readonly taxes: readonly LineTax[];
}

type Adding<T> = { -readonly [K in keyof T]: T[K] };

export function newTally(): Tally {
  const sums = { saleCount: 0, refundCount: 0, gross: 0, refunds: 0, discount: 0, tax: 0 };
  const hours: { [hour: string]: readonly [number, number] } = {};
  const articles = new Map<string, Adding<ArticleSales>>();
  const categories = new Map<string | undefined, Adding<Omit<CategorySales, "name">>>();
  const paid: Paid = { payments: new Map(), accounts: {} };
  const owed: Paid = { payments: new Map(), accounts: {} };
  const taxes = new TaxSums();
  const beside: Beside = { rounding: 0, issued: 0, tips: 0, unpaid: 0 };
  const voids = { count: 0, amount: 0 };

  function addLine(line: LineSold, taxIsAdded: boolean, categoryId: string | undefined): void {
    if (line.giftCard !== undefined) return;
    const tax = taxOf(line);
    const amount = line.total + (taxIsAdded ? tax : 0);
    const { variantId, sku, description } = line;
    const named = { ...(variantId === undefined ? {} : { variantId }), ...(sku === undefined ? {} : { sku }) };
    const article = found(articles, variantId ?? sku ?? `"${description}`, { ...named, description, ...NOTHING });
    const category = found(categories, categoryId, { ...(categoryId === undefined ? {} : { categoryId }), ...NOTHING });
    const quantity = inUnits(present(parseQuantity(line.quantity), "a quantity in a fact"), line.pack);
    for (const sold of [article, category]) {
      sold.quantity += quantity;
      if (quantity < 0) sold.refunds -= amount;
      else sold.gross += amount;
    }
    taxes.add(amount - tax, line.taxes);
  }
  /** What of a document was sold: what was put on gift cards is none of it. */
  function soldOf({ total, lines }: { readonly total: number; readonly lines: readonly ValueLine[] }): number {
    const onCards = issuedOn(lines);
    beside.issued += onCards;
    return total - onCards;
  }
  return {
    addSale(sale) {
      sums.saleCount++;
      const sold = soldOf(sale);
      sums.gross += sold;
      sums.discount += sale.discountTotal;
      sums.tax += sale.taxTotal;
      addBeside(beside, sale);
      addHour(hours, sale.hour, sold);
      for (const line of sale.lines) addLine(line, !sale.pricesIncludeTax, line.categoryId);
      for (const payment of sale.payments) addPayment(paid, payment, false);
    },
    addRefund(refund, categoryOf) {
      sums.refundCount++;
      const back = soldOf(refund);
      sums.refunds -= back;
      if (refund.kind === "void") addVoid(voids, back);
      sums.tax += refund.taxTotal;
      addBeside(beside, refund);
      // A refund does not say whether its prices include tax; its total does.
      const lines = refund.lines.reduce((sum, { total }) => sum + total, 0);
      for (const [index, line] of refund.lines.entries()) addLine(line, refund.total !== lines, categoryOf(index));
      for (const payment of refund.payments) addPayment(paid, payment, true);
    },
    addCustomerPayment: ({ payments }) => addPayments(owed, payments),
    addPaymentOutcome: (outcome) => addUnpaid(beside, paid, outcome),
    sums: () => ({ ...sums, payments: paid.accounts, hours, ...tipsOf(beside.tips), ...voidsOf(voids) }),
    beside: () => beside,
    articles: () => [...articles.values()].sort(bestFirst((article) => article.sku ?? article.description)),
    categories: () => [...categories.values()].sort(bestFirst((category) => category.categoryId ?? "")),
    payments: () => methodTotals(paid),
    customerPayments: () => methodTotals(owed),
    taxes: () => taxes.sorted(),
  };
}

/** What was paid, by method and by account. */
interface Paid {
  /** By the kind of method, and the merchant's own one. */
  readonly payments: Map<string, Adding<MethodTotal>>;
  readonly accounts: { [account: string]: number };
}

function methodTotals({ payments }: Paid): MethodTotal[] {
  return METHODS.flatMap((method) => [...payments.values()].filter((total) => total.method === method));
}

/** Below zero it was given back. */
function addPayments(paid: Paid, payments: readonly Payment[]): void {
  for (const payment of payments) addPayment(paid, payment, payment.amount < 0);
}

function addPayment(paid: Paid, payment: Omit<Payment, "id">, isRefund: boolean): void {
  const handedOut = cashHandedOut(payment);
  addAmount(paid, payment, payment.amount + handedOut, isRefund);
  if (handedOut !== 0) addAmount(paid, { method: "CASH" }, 0 - handedOut, isRefund);
}

function addAmount(
  { payments, accounts }: Paid,
  payment: Omit<Payment, "id" | "amount">,
  amount: number,
  isRefund: boolean,
): void {
  const { method } = payment;
  const own = method === "OTHER" ? ownMethodOf(payment) : {};
  const total = found(payments, own.methodId ?? method, { method, ...own, paid: 0, refunded: 0 });
  if (isRefund) total.refunded -= amount;
  else total.paid += amount;
  const account = accountOf(payment);
  accounts[account] = (accounts[account] ?? 0) + amount;
}

function addBeside(beside: Beside, of: Pick<Reversal, "rounding" | "tip" | "unpaid">): void {
  beside.rounding += of.rounding;
  beside.tips += of.tip ?? 0;
  beside.unpaid += of.unpaid ?? 0;
}

function addUnpaid(beside: Beside, paid: Paid, { payment, unpaid }: PaymentOutcomeFact): void {
  beside.unpaid += unpaid;
  if (unpaid !== 0) addAmount(paid, payment, 0 - unpaid, false);
}

function tipsOf(tips: number): Pick<DaySums, "tips"> {
  return tips === 0 ? {} : { tips };
}

function addHour(hours: { [hour: string]: readonly [number, number] }, hour: number, sold: number): void {
  const [count, gross] = hours[hour] ?? [0, 0];
  hours[hour] = [count + 1, gross + sold];
}

function addVoid(voids: { count: number; amount: number }, total: number): void {
  voids.count++;
  voids.amount -= total;
}

function voidsOf({ count, amount }: { readonly count: number; readonly amount: number }): Pick<DaySums, "voids"> {
  return count === 0 ? {} : { voids: [count, amount] };
}

const NOTHING: Sold = { quantity: 0, gross: 0, refunds: 0 };
/** What an exchange passes between its halves is no taking. */
const METHODS = (Object.keys(METHOD_ACCOUNTS) as PaymentMethod[]).filter(isTaking);

function found<K, V>(map: Map<K, V>, key: K, nothing: V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = { ...nothing };
  map.set(key, made);
  return made;
}

function bestFirst<T extends Sold>(nameOf: (sold: T) => string) {
  return (a: T, b: T): number => {
    const by = b.gross - b.refunds - (a.gross - a.refunds);
    if (by !== 0) return by;
    const [left, right] = [nameOf(a), nameOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
