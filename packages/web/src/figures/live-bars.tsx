"use client";

import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import { Paper, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useRef } from "react";
import type { Bar, ShownBars } from "./bars.ts";

/** The library draws only when it knows its size. */
function focusWhenDrawn(chart: HTMLElement): () => void {
  const drawn = new MutationObserver(() => {
    const surface = chart.querySelector<SVGElement>("svg[tabindex='0']");
    if (surface === null) return;
    drawn.disconnect();
    surface.focus({ preventScroll: true });
  });
  drawn.observe(chart, { childList: true, subtree: true, attributes: true, attributeFilter: ["tabindex"] });
  return () => drawn.disconnect();
}

/** The bars with the figures of the one that is pointed at, touched, or reached by the arrow keys. */
export default function LiveBars({ bars, currency, nowLabel, beforeLabel, scale }: ShownBars) {
  const { format } = useI18n();
  const chart = useRef<HTMLDivElement>(null);
  // Who came by the keyboard was on the button that this replaces.
  useEffect(() => {
    if (document.activeElement === document.body && chart.current) return focusWhenDrawn(chart.current);
  }, []);
  const money = (amount: number) => format.money({ amount, currency });
  return (
    <BarChart
      ref={chart}
      h="100%"
      data={[...bars] as unknown as Record<string, unknown>[]}
      dataKey="label"
      series={[
        { name: "before", label: beforeLabel, color: "var(--pos-earlier)" },
        { name: "now", label: nowLabel, color: "var(--mantine-primary-color-filled)" },
      ]}
      withBarValueLabel={false}
      maxBarWidth={22}
      barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
      barChartProps={{ barGap: 1, margin: { top: 8, right: 0, bottom: 0, left: 0 } }}
      gridColor="var(--pos-edge)"
      xAxisProps={{ interval: "equidistantPreserveStart", height: 28, tickMargin: 4 }}
      yAxisProps={{
        width: 64,
        domain: [0, scale.top],
        ticks: [...scale.ticks],
        allowDataOverflow: true,
        tickFormatter: (amount: number) => format.moneyShort({ amount, currency }),
      }}
      tooltipAnimationDuration={0}
      tooltipProps={{
        content: ({ payload }) => {
          const bar = payload?.[0]?.payload as Bar | undefined;
          return (
            bar && (
              <Paper withBorder shadow="sm" p="xs" className="figures">
                <Text size="sm" fw={600}>
                  {bar.title}
                </Text>
                <Text size="sm">{`${nowLabel}: ${money(bar.now)}`}</Text>
                <Text size="sm" c="dimmed">{`${beforeLabel}: ${money(bar.before)}`}</Text>
              </Paper>
            )
          );
        },
      }}
    />
  );
}
