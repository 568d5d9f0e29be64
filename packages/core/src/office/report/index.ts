export type {
  AccountPayments,
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
  SalesParts,
  SalesRange,
  SalesSummary,
  SalesUpTo,
} from "./model.ts";
export { isCount } from "./model.ts";
export { bestSellers, salesParts } from "./parts.ts";
export { dailyReport } from "./queries.ts";
export { salesUpTo } from "./sales-up-to.ts";
export { type Span, salesByDay, salesByHour, salesRange, salesSummary } from "./spans.ts";
