"use client";

import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { SummaryFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./tiles.module.css";

/** The day's totals, each beside the same weekday of last week. */
export function Tiles({ today, before }: { readonly today: SummaryFragment; readonly before: SummaryFragment }) {
  const { t, format } = useI18n();
  const average = ({ grossSales, saleCount }: SummaryFragment) => ({
    ...grossSales,
    amount: saleCount === 0 ? 0 : Math.round(grossSales.amount / saleCount),
  });
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "sm", md: "lg" }}>
      <Tile label={t("home.netSales")} value={format.money(today.netSales)} before={format.money(before.netSales)} />
      <Tile
        label={t("home.saleCount")}
        value={format.decimal(today.saleCount)}
        before={format.decimal(before.saleCount)}
      />
      <Tile label={t("home.average")} value={format.money(average(today))} before={format.money(average(before))} />
      <Tile
        label={t("home.margin")}
        value={format.money(today.grossMargin)}
        before={format.money(before.grossMargin)}
      />
    </SimpleGrid>
  );
}

function Tile({ label, value, before }: { readonly label: string; readonly value: string; readonly before: string }) {
  const { t } = useI18n();
  return (
    <Paper withBorder p={{ base: "sm", sm: "md" }} className={classes.tile}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className={classes.value}>{value}</Text>
      <Text size="sm" c="dimmed" className="figures">
        {t("home.lastWeek", { value: before })}
      </Text>
    </Paper>
  );
}
