"use client";

import type { SalesComparedQuery, SalesOfRangeQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { BarChart } from "./bar-chart.tsx";
import type { Bar } from "./bars.ts";
import { type ChosenRange, isByHour } from "./chosen-range.ts";
import { barsOf, isByMonth } from "./range.ts";
import { useSpanText } from "./use-span-text.ts";

type Sales = NonNullable<SalesOfRangeQuery["salesRange"]>;
type SalesBefore = NonNullable<SalesComparedQuery["salesRange"]>;
type Hours = Sales["hours"];
type Days = Sales["days"];

/** What the bars of a period are. */
export function chartTitle(chosen: ChosenRange) {
  if (isByHour(chosen)) return "reports.byHour";
  return isByMonth(chosen.range) ? "figures.byMonth" : "figures.byDay";
}

/** What was sold by hour, day or month, beside the period that it is compared with. */
export function SalesChart({
  chosen,
  sales,
  before,
}: {
  readonly chosen: ChosenRange;
  readonly sales: Sales;
  readonly before: SalesBefore | null | undefined;
}) {
  const { t, format } = useI18n();
  const spanText = useSpanText();
  const { range, compared, isPartial } = chosen;
  const isHours = isByHour(chosen);
  return (
    <BarChart
      caption={t(chartTitle(chosen))}
      bars={
        isHours
          ? hourBars(sales.hours, before?.hours ?? [], format.hour)
          : dayBars(sales.days, before?.days ?? [], format)
      }
      currency={sales.figures.total.currency}
      nowLabel={spanText(range)}
      beforeLabel={isPartial && isHours ? t("figures.wholeDay", { day: spanText(compared) }) : spanText(compared)}
      empty={t("figures.nothing")}
    />
  );
}

const OPEN_FROM = 8;
const OPEN_TO = 18;

/** In the order of the business day; hours at its ends in which a shop is usually closed and sold nothing are left out. */
function hourBars(now: Hours, before: Hours, title: (hour: number) => string): Bar[] {
  const earlier = new Map(before.map(({ hour, sales }) => [hour, sales.amount]));
  const bars = now.map(({ hour, sales }) => ({
    ...{ key: String(hour), label: title(hour), title: title(hour), hour },
    now: sales.amount,
    before: earlier.get(hour) ?? 0,
  }));
  const isShown = bars.map((bar) => bar.now > 0 || bar.before > 0 || (bar.hour >= OPEN_FROM && bar.hour <= OPEN_TO));
  return bars.slice(isShown.indexOf(true), isShown.lastIndexOf(true) + 1);
}

function dayBars(now: Days, before: Days, format: ReturnType<typeof useI18n>["format"]): Bar[] {
  const total = (days: Days) => days.reduce((sum, { figures }) => sum + figures.total.amount, 0);
  const earlier = barsOf(before);
  return barsOf(now).map((days, index) => {
    const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
    const title = first === last ? format.day(first) : `${format.dayShort(first)} – ${format.date(last)}`;
    return {
      ...{ key: first, label: format.dayShort(first), title },
      now: total(days),
      before: total(earlier[index] ?? []),
    };
  });
}
