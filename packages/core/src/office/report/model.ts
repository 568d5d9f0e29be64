import type { Variant } from "../../goods/catalog/model.ts";
import type { Posting, StoredException } from "../../ledger/index.ts";
import type { PaymentMethod } from "../../selling/payment/model.ts";
import type { RefundFact } from "../../selling/refund/model.ts";

/** What was sold in a span of business days. Amounts are minor units, with tax; refunds are positive. */
export interface SalesSummary {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly grossSales: number;
  readonly refunds: number;
  readonly netSales: number;
  readonly taxTotal: number;
  readonly costOfGoods: number;
  readonly grossMargin: number;
}

export interface DayOfSales {
  readonly day: string;
  readonly summary: SalesSummary;
}

export interface HourOfSales {
  /** 0 to 23 */
  readonly hour: number;
  readonly saleCount: number;
  readonly grossSales: number;
}

/** What was sold and what came back, with tax; refunds count on the day on which they were given. */
export interface Sold {
  /** Thousandths, less what came back. */
  readonly quantity: number;
  readonly gross: number;
  readonly refunds: number;
}

export interface ArticleSales extends Sold {
  /** Absent: an open line. */
  readonly variantId?: string;
  readonly sku?: string;
  readonly description: string;
}

export interface CategorySales extends Sold {
  readonly categoryId?: string;
  readonly name?: string;
}

export interface MethodTotal {
  readonly method: PaymentMethod;
  readonly paid: number;
  /** Positive. */
  readonly refunded: number;
}

/** Net of refunds. */
export interface TaxTotal {
  /** Per cent. */
  readonly rate: string;
  readonly net: number;
  readonly tax: number;
}

export interface DrawerCash {
  readonly terminalId: string;
  readonly terminalCode: string;
  readonly cash: number;
}

/** A location's business day. Drawers and levels are as they are when it is made; everything else is the day's. */
export interface DailyReport {
  readonly locationId: string;
  readonly day: string;
  readonly madeAt: string;
  readonly currency: string;
  readonly summary: SalesSummary;
  readonly discountTotal: number;
  /** 24, from 0. */
  readonly hours: readonly HourOfSales[];
  readonly categories: readonly CategorySales[];
  /** All that were sold, the best first. */
  readonly articles: readonly ArticleSales[];
  readonly payments: readonly MethodTotal[];
  readonly taxes: readonly TaxTotal[];
  readonly refunds: readonly RefundFact[];
  readonly drawers: readonly DrawerCash[];
  readonly belowReorderPoint: readonly { readonly variant: Variant; readonly onHand: string }[];
  readonly reconciliation: Reconciliation;
}

export interface Reconciliation {
  readonly reconciles: boolean;
  readonly checks: readonly Check[];
  readonly openExceptions: readonly StoredException[];
}

export interface Check {
  readonly name: CheckName;
  /** What does not add up, in English; absent: it holds. */
  readonly detail?: string;
}

export type CheckName = "ALL_BOOKED" | "TOTALS_ARE_SUMS" | "PAYMENTS_MEET_SALES" | "TRIAL_BALANCE_ZERO";

/** What the checks look at, beside the tally of the day's facts. */
export interface DayBooks {
  /** As they are stored. */
  readonly totals: DaySums;
  /** Facts of the day that lack an entry. */
  readonly unbooked: readonly string[];
  readonly accounts: readonly Posting[];
}

/** The figures of a day that follow from its sales and refunds alone. */
export interface DaySums {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly gross: number;
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  /** By account. */
  readonly payments: { readonly [account: string]: number };
  readonly hours: { readonly [hour: string]: readonly [count: number, gross: number] };
}
