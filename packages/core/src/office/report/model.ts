import type { LowLevel } from "../../goods/stock/model.ts";
import type { TaxSum } from "../../goods/tax/rules.ts";
import type { Posting, StoredException } from "../../ledger/index.ts";
import type { OwnMethodName, PaymentMethod } from "../../selling/payment/model.ts";
import type { UncertainPayments } from "../../selling/payment-outcome/model.ts";
import type { RefundFact } from "../../selling/refund/model.ts";

/**
 * What was sold, by the words that screens, mails and files use. Minor units; discounts and returns are positive.
 * salesBeforeDiscounts - discounts - returns = total = salesWithoutTax + tax, and salesWithoutTax - costOfGoods = grossProfit.
 * Cash rounding is in none of them.
 */
export interface SalesFigures {
  /** What was charged for the sales, with tax, and the discounts taken off. */
  readonly salesBeforeDiscounts: number;
  /** As they were taken off the prices: with tax where prices include it, without where it is added. */
  readonly discounts: number;
  /** Totals of the refunds given, with tax. */
  readonly returns: number;
  /** Of the returns, what was given back by voids of whole sales. */
  readonly voids: number;
  /** What customers were charged less what they got back, with tax. */
  readonly total: number;
  /** Of the sales less that of the refunds. */
  readonly tax: number;
  readonly salesWithoutTax: number;
  /** Less that of the goods that came back. */
  readonly costOfGoods: number;
  readonly grossProfit: number;
  /** Gross profit in per cent of the sales without tax, to one place; absent where these are not above zero. */
  readonly marginPercent?: string;
  /** What a sale was charged on average, with tax and before returns; absent without sales. */
  readonly averageSale?: number;
}

/** What was sold in a span of business days. Amounts are minor units, with tax; refunds are positive. */
export interface SalesSummary {
  readonly figures: SalesFigures;
  readonly saleCount: number;
  readonly refundCount: number;
  /** Of the refunds, those that voided a whole sale. */
  readonly voidCount: number;
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
  readonly payments: readonly AccountPayments[];
}

/** What came in by the methods that share an account, less what was given back. Minor units. */
export interface AccountPayments {
  readonly methods: readonly PaymentMethod[];
  readonly net: number;
}

/** What a span of business days comes to, in all and by its parts. */
export interface SalesRange {
  readonly from: string;
  readonly to: string;
  readonly summary: SalesSummary;
  /** Each day, also without sales. */
  readonly days: readonly DayOfSales[];
  /** 24 */
  readonly hours: readonly HourOfSales[];
  readonly payments: readonly AccountPayments[];
  /** Those that are in it. */
  readonly locations: readonly { readonly locationId: string; readonly summary: SalesSummary }[];
}

export interface HourOfSales {
  /** 0 to 23 */
  readonly hour: number;
  readonly saleCount: number;
  readonly grossSales: number;
}

/** What was sold up to a time of day of a business day. Minor units with tax; returns are positive. */
export interface SalesUpTo {
  /** The last business day. */
  readonly day: string;
  /** The first instant that is no more in it; of several locations the last of theirs. */
  readonly until: string;
  readonly saleCount: number;
  readonly refundCount: number;
  readonly returns: number;
  /** Of the sales, less returns. */
  readonly total: number;
  /** Before returns; absent without sales. */
  readonly averageSale?: number;
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

export interface MethodTotal extends OwnMethodName {
  readonly method: PaymentMethod;
  /** A merchant's own method; its name is that of the payments of the day. */
  readonly methodId?: string;
  readonly paid: number;
  /** Positive. */
  readonly refunded: number;
}

export interface DrawerCash {
  readonly terminalId: string;
  readonly terminalCode: string;
  readonly terminalName: string;
  readonly cash: number;
}

/** What sales come to by their parts. */
export interface SalesParts {
  readonly categories: readonly CategorySales[];
  /** All that were sold, the best first. */
  readonly articles: readonly ArticleSales[];
  readonly payments: readonly MethodTotal[];
  /** What customers paid of what they owed. */
  readonly customerPayments: readonly MethodTotal[];
  /** Net of refunds. */
  readonly taxes: readonly TaxSum[];
  /** What customers gave for the staff, less what voids gave back: in no other figure. */
  readonly tips: number;
  /** What was never paid because it did not go through, less what came back of such sales: it explains sales less payments. */
  readonly unpaid: number;
}

/** A location's business day. Drawers, uncertain payments and levels are as they are when it is made; everything else is the day's. */
export interface DailyReport extends SalesParts {
  readonly locationId: string;
  readonly day: string;
  readonly madeAt: string;
  readonly currency: string;
  readonly summary: SalesSummary;
  readonly discountTotal: number;
  /** 24, from 0. */
  readonly hours: readonly HourOfSales[];
  /** The first of those that are no voids. */
  readonly refunds: readonly RefundFact[];
  readonly drawers: readonly DrawerCash[];
  readonly uncertain: readonly UncertainPayments[];
  /** The emptiest of them. */
  readonly belowReorderPoint: readonly LowLevel[];
  readonly belowReorderPointCount: number;
  readonly reconciliation: Reconciliation;
}

export interface Reconciliation {
  readonly reconciles: boolean;
  readonly checks: readonly Check[];
  /** The latest of them. */
  readonly openExceptions: readonly NamedException[];
  readonly openExceptionCount: number;
}

export interface NamedException extends StoredException {
  /** What it is about, by the name that people use: a receipt number, a terminal, an article. */
  readonly subjectName?: string;
}

export interface Check {
  readonly name: CheckName;
  /** What does not add up; none: it holds. */
  readonly differences: readonly Difference[];
  /** The same in English with ids, for developers; absent: it holds. */
  readonly detail?: string;
}

/** A figure that is one thing in the books and another by what was recorded. */
export interface Difference {
  readonly figure: DifferingFigure;
  /** Of figures by the hour. */
  readonly hour?: number;
  /** Of figures by method: those that are booked to the same account. */
  readonly methods?: readonly PaymentMethod[];
  readonly stored: number;
  readonly counted: number;
}

/** Those that end in COUNT and UNBOOKED are numbers, the others amounts. */
export type DifferingFigure =
  | "UNBOOKED"
  | "SALE_COUNT"
  | "REFUND_COUNT"
  | "SALES"
  | "RETURNS"
  | "DISCOUNTS"
  | "TAX"
  | "TIPS"
  | "METHOD"
  | "VOID_COUNT"
  | "VOIDS"
  | "HOUR_COUNT"
  | "HOUR_SALES"
  | "PAYMENTS"
  | "TRIAL_BALANCE";

export function isCount(figure: DifferingFigure): boolean {
  return figure === "UNBOOKED" || figure.endsWith("_COUNT");
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
  /** What customers gave for the staff. Absent: nothing. */
  readonly tips?: number;
  /** Of the refunds, those that voided a sale. Absent: none. */
  readonly voids?: readonly [count: number, amount: number];
}
