import type * as report from "@pos/core/office/report/index.ts";
import type { InCurrency } from "./figures.ts";

export type { Check as ReconciliationCheck, DailyReport } from "@pos/core/office/report/index.ts";

export type SalesSummary = report.SalesSummary & InCurrency;
export type DayOfSales = report.DayOfSales & InCurrency;
export type HourOfSales = report.HourOfSales & InCurrency;
export type ArticleSales = report.ArticleSales & InCurrency;
export type CategorySales = report.CategorySales & InCurrency;
export type MethodTotal = report.MethodTotal & InCurrency;
export type TaxTotal = report.TaxTotal & InCurrency;
export type DrawerCash = report.DrawerCash & InCurrency;
