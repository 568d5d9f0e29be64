export type {
  ArticleSales,
  CategorySales,
  Check,
  CheckName,
  DailyReport,
  DayOfSales,
  Difference,
  DrawerCash,
  HourOfSales,
  MethodTotal,
  SalesFigures,
  SalesSummary,
  SalesUpTo,
  TaxTotal,
} from "./model.ts";
export { isCount } from "./model.ts";
export { bestSellers, dailyReport, type Span, salesByDay, salesByHour, salesSummary } from "./queries.ts";
export { salesUpTo } from "./sales-up-to.ts";
