import type { DailyReportQuery, SalesPartsOfRangeQuery } from "@pos/web/graphql/generated/graphql.ts";

export type DailyReport = NonNullable<DailyReportQuery["dailyReport"]>;
export type SalesParts = NonNullable<SalesPartsOfRangeQuery["salesParts"]>;

/** So many days the API adds up by their parts, of which it reads every sale. */
export const PARTS_DAYS_MAX = 92;
