import { parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import type { LineTax } from "../../goods/tax/model.ts";
import { type TaxSum, TaxSums, taxOf } from "../../goods/tax/rules.ts";
import { isTaking, METHOD_ACCOUNTS, type Payment, type PaymentMethod } from "../../selling/payment/model.ts";
import type { Reversal } from "../../selling/refund/model.ts";
import type { SaleFact } from "../../selling/sale/model.ts";
import type { ArticleSales, CategorySales, DaySums, MethodTotal, Sold } from "./model.ts";

/**
 * What sales and refunds come to, added up from the facts and from nothing else. It grows with the number of articles, and by
 * no order of the facts.
 */
export interface Tally {
  addSale(sale: SaleFact): void;
  /** @param categoryOf the category of each of its lines, where known */
  addRefund(refund: Reversal, categoryOf: (line: number) => string | undefined): void;
  sums(): DaySums;
  /** Cash rounding, below zero where it was given. */
  rounding(): number;
  /** The best first. */
  articles(): ArticleSales[];
  categories(): Omit<CategorySales, "name">[];
  payments(): MethodTotal[];
  taxes(): TaxSum[];
}

interface LineSold {
  readonly variantId?: string;
  readonly sku?: string;
  readonly description: string;
  readonly quantity: string;
  readonly taxes: readonly LineTax[];
  readonly total: number;
}

type Adding<T> = { -readonly [K in keyof T]: T[K] };

export function newTally(): Tally {
  const sums = { saleCount: 0, refundCount: 0, gross: 0, refunds: 0, discount: 0, tax: 0 };
  const accounts: { [account: string]: number } = {};
  const hours: { [hour: string]: readonly [number, number] } = {};
  const articles = new Map<string, Adding<ArticleSales>>();
  const categories = new Map<string | undefined, Adding<Omit<CategorySales, "name">>>();
  const payments = new Map<PaymentMethod, Adding<MethodTotal>>();
  const taxes = new TaxSums();
  let rounding = 0;
  const voids = { count: 0, amount: 0 };

  function addLine(line: LineSold, taxIsAdded: boolean, categoryId: string | undefined): void {
    const tax = taxOf(line);
    const amount = line.total + (taxIsAdded ? tax : 0);
    const { variantId, sku, description } = line;
    const named = { ...(variantId === undefined ? {} : { variantId }), ...(sku === undefined ? {} : { sku }) };
    const article = found(articles, variantId ?? sku ?? `"${description}`, { ...named, description, ...NOTHING });
    const category = found(categories, categoryId, { ...(categoryId === undefined ? {} : { categoryId }), ...NOTHING });
    const quantity = present(parseQuantity(line.quantity), "a quantity in a fact");
    for (const sold of [article, category]) {
      sold.quantity += quantity;
      if (quantity < 0) sold.refunds -= amount;
      else sold.gross += amount;
    }
    taxes.add(amount - tax, line.taxes);
  }
  function addPayment({ method, amount }: Pick<Payment, "method" | "amount">, isRefund: boolean): void {
    const total = found(payments, method, { method, paid: 0, refunded: 0 });
    if (isRefund) total.refunded -= amount;
    else total.paid += amount;
    const account = METHOD_ACCOUNTS[method];
    accounts[account] = (accounts[account] ?? 0) + amount;
  }
  return {
    addSale(sale) {
      sums.saleCount++;
      sums.gross += sale.total;
      sums.discount += sale.discountTotal;
      sums.tax += sale.taxTotal;
      rounding += sale.rounding;
      const [count, gross] = hours[sale.hour] ?? [0, 0];
      hours[sale.hour] = [count + 1, gross + sale.total];
      for (const line of sale.lines) addLine(line, !sale.pricesIncludeTax, line.categoryId);
      for (const payment of sale.payments) addPayment(payment, false);
    },
    addRefund(refund, categoryOf) {
      sums.refundCount++;
      sums.refunds -= refund.total;
      if (refund.kind === "void") addVoid(voids, refund.total);
      sums.tax += refund.taxTotal;
      rounding += refund.rounding;
      // A refund does not say whether its prices include tax; its total does.
      const lines = refund.lines.reduce((sum, { total }) => sum + total, 0);
      for (const [index, line] of refund.lines.entries()) addLine(line, refund.total !== lines, categoryOf(index));
      for (const payment of refund.payments) addPayment(payment, true);
    },
    sums: () => ({ ...sums, payments: accounts, hours, ...voidsOf(voids) }),
    rounding: () => rounding,
    articles: () => [...articles.values()].sort(bestFirst((article) => article.sku ?? article.description)),
    categories: () => [...categories.values()].sort(bestFirst((category) => category.categoryId ?? "")),
    payments: () => METHODS.flatMap((method) => payments.get(method) ?? []),
    taxes: () => taxes.sorted(),
  };
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
