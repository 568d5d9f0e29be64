import type * as report from "@pos/core/office/report/index.ts";
import type { InCurrency } from "./figures.ts";

export type { DailyReport } from "@pos/core/office/report/index.ts";

export type ReconciliationCheck = report.Check & InCurrency;
export type ReconciliationDifference = report.Difference & InCurrency;
export type SalesSummary = report.SalesSummary & InCurrency;
export type SalesFigures = report.SalesFigures & InCurrency;
export type SalesUpTo = report.SalesUpTo & InCurrency;
export type DayOfSales = report.DayOfSales & InCurrency;
export type AccountPayments = report.AccountPayments & InCurrency;
export type SalesRange = report.SalesRange & InCurrency;
export type SalesParts = report.SalesParts & InCurrency;
export type LocationOfRange = report.SalesRange["locations"][number] & InCurrency;
export type HourOfSales = report.HourOfSales & InCurrency;
export type ArticleSales = report.ArticleSales & InCurrency;
export type CategorySales = report.CategorySales & InCurrency;
export type MethodTotal = report.MethodTotal & InCurrency;
export type TaxTotal = report.DailyReport["taxes"][number] & InCurrency;
export type DrawerCash = report.DrawerCash & InCurrency;
