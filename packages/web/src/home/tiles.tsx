"use client";

import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { Money } from "@pos/core/base/money.ts";
import type { FiguresFragment, HomeWeekAgoQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import classes from "./tiles.module.css";

const NO_FIGURE = "–";

/** The day's totals, beside what the same weekday of last week had at this time. */
export function Tiles({
  saleCount,
  figures,
  weekAgo,
}: {
  readonly saleCount: number;
  readonly figures: FiguresFragment;
  /** Absent: not known yet. */
  readonly weekAgo: HomeWeekAgoQuery["salesUpTo"] | undefined;
}) {
  const { t, format } = useI18n();
  const { location } = useSession();
  const { marginPercent } = figures;
  const money = (value: Money | null) => (value === null ? NO_FIGURE : format.money(value));
  const compared = (value: string) =>
    weekAgo ? t("home.lastWeek", { value, time: format.time(weekAgo.until, location.timeZone) }) : "\u00a0";
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "sm", md: "lg" }}>
      <Tile
        label={t("reports.total")}
        value={format.money(figures.total)}
        below={compared(weekAgo ? format.money(weekAgo.total) : "")}
      />
      <Tile
        label={t("reports.saleCount")}
        value={format.decimal(saleCount)}
        below={compared(weekAgo ? format.decimal(weekAgo.saleCount) : "")}
      />
      <Tile
        label={t("reports.averageSale")}
        value={money(figures.averageSale)}
        below={compared(money(weekAgo?.averageSale ?? null))}
      />
      <Tile
        label={t("reports.grossProfit")}
        value={format.money(figures.grossProfit)}
        below={
          marginPercent === null
            ? "\u00a0"
            : `${t("reports.marginPercent")} ${format.percent(Number(marginPercent) / 100)}`
        }
      />
    </SimpleGrid>
  );
}

function Tile({ label, value, below }: { readonly label: string; readonly value: string; readonly below: string }) {
  return (
    <Paper withBorder p={{ base: "sm", sm: "md" }} className={classes.tile}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={classes.value}>{value}</Text>
      <Text size="sm" c="dimmed" className="figures">
        {below}
      </Text>
    </Paper>
  );
}
