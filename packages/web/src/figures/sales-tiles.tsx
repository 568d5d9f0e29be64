"use client";

import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { Money } from "@pos/core/base/money.ts";
import type { SalesComparedQuery, SalesOfRangeQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { changeOf } from "./change.ts";
import classes from "./sales-tiles.module.css";

const NO_FIGURE = "–";

type Sales = NonNullable<SalesOfRangeQuery["salesRange"]>;

/** The main figures of a period, each with how it has changed. */
export function SalesTiles({
  sales: { summary, figures },
  before,
}: {
  readonly sales: Pick<Sales, "summary" | "figures">;
  /** Absent: not known yet. */
  readonly before: SalesComparedQuery | undefined;
}) {
  const { t, format } = useI18n();
  const { marginPercent } = figures;
  const earlier = before && earlierFigures(before);
  const money = (value: Money | null) => (value === null ? NO_FIGURE : format.money(value));
  const margin =
    marginPercent === null ? [] : [`${t("reports.marginPercent")} ${format.percent(Number(marginPercent) / 100)}`];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "sm", md: "lg" }}>
      <Tile label={t("reports.total")} value={money(figures.total)}>
        {earlier && <Compared now={figures.total.amount} before={earlier.total.amount} shown={money(earlier.total)} />}
      </Tile>
      <Tile label={t("reports.saleCount")} value={format.decimal(summary.saleCount)}>
        {earlier && (
          <Compared now={summary.saleCount} before={earlier.saleCount} shown={format.decimal(earlier.saleCount)} />
        )}
      </Tile>
      <Tile label={t("reports.averageSale")} value={money(figures.averageSale)}>
        {earlier && (
          <Compared
            now={figures.averageSale?.amount ?? 0}
            before={earlier.averageSale?.amount ?? 0}
            shown={money(earlier.averageSale)}
          />
        )}
      </Tile>
      <Tile label={t("reports.grossProfit")} value={money(figures.grossProfit)}>
        {earlier?.grossProfit && (
          <Compared
            now={figures.grossProfit.amount}
            before={earlier.grossProfit.amount}
            shown={money(earlier.grossProfit)}
          />
        )}
        {margin}
      </Tile>
    </SimpleGrid>
  );
}

/** What the cost was at a time of day is not known: the profit of a period that still goes on is compared with nothing. */
function earlierFigures({ salesRange, salesUpTo }: SalesComparedQuery) {
  if (salesUpTo) return { ...salesUpTo, grossProfit: null };
  return salesRange && { ...salesRange.figures, saleCount: salesRange.summary.saleCount };
}

function Tile({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly children?: React.ReactNode;
}) {
  return (
    <Paper withBorder p={{ base: "sm", sm: "md" }} className={classes.tile}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={classes.value}>{value}</Text>
      <Text size="sm" c="dimmed" component="div" className={classes.below}>
        {children}
      </Text>
    </Paper>
  );
}

const ARROWS = { up: "↑ +", down: "↓ −" } as const;

function Compared({ now, before, shown }: { readonly now: number; readonly before: number; readonly shown: string }) {
  const { t, format } = useI18n();
  const change = changeOf(now, before);
  return (
    <span>
      <strong data-change={change.is}>
        {"by" in change ? `${ARROWS[change.is]}${format.percent(change.by)}` : t(`figures.change.${change.is}`)}
      </strong>{" "}
      {change.is === "new" ? t("figures.noneBefore") : t("figures.from", { value: shown })}
    </span>
  );
}
