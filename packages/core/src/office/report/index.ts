export type {
  ArticleSales,
  CategorySales,
  Check,
  CheckName,
  DailyReport,
  DayOfSales,
  DrawerCash,
  HourOfSales,
  MethodTotal,
  SalesSummary,
  TaxTotal,
} from "./model.ts";
export { bestSellers, dailyReport, type Span, salesByDay, salesByHour, salesSummary } from "./queries.ts";
