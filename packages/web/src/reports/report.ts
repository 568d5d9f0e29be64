import type { DailyReportQuery } from "@pos/web/graphql/generated/graphql.ts";

export type DailyReport = NonNullable<DailyReportQuery["dailyReport"]>;
