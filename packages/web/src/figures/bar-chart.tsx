"use client";

import { Text } from "@mantine/core";
import { minorDigits } from "@pos/core/base/money.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { lazy, Suspense, useState } from "react";
import classes from "./bar-chart.module.css";
import type { Bars, ShownBars } from "./bars.ts";
import { scaleOf } from "./scale.ts";

const LiveBars = lazy(() => import("./live-bars.tsx"));

/** As many labels fit beside each other on a desk and on a phone. */
const LABELS_MAX = 12;
const LABELS_OF_PHONES_MAX = 4;

/**
 * Bars with axes. They come with the document; the library that shows the figures of a bar is loaded when a person points at the
 * chart, touches it or tabs to it. For screen readers there is a table.
 */
export function BarChart(props: Bars & { readonly empty: string }) {
  const { bars, currency, nowLabel, beforeLabel } = props;
  const { t, format } = useI18n();
  const [isLive, setLive] = useState(false);
  const values = bars.flatMap(({ now, before }) => [now, before]);
  if (values.every((value) => value <= 0)) return <Text c="dimmed">{props.empty}</Text>;
  const scale = scaleOf(values, 10 ** minorDigits(currency));
  const shown = { ...props, scale };
  const cut = bars.filter(({ now, before }) => Math.max(now, before) > scale.top);
  const fixed = <FixedBars {...shown} />;
  return (
    <figure className={classes.figure}>
      <div className={classes.chart} onPointerEnter={() => setLive(true)} onTouchStart={() => setLive(true)}>
        {isLive ? (
          <Suspense fallback={fixed}>
            <LiveBars {...shown} />
          </Suspense>
        ) : (
          <>
            {fixed}
            <button
              type="button"
              className={classes.start}
              aria-label={t("figures.explore")}
              onFocus={() => setLive(true)}
            />
          </>
        )}
      </div>
      <figcaption className={classes.legend}>
        <span className={classes.keyNow}>{nowLabel}</span>
        <span className={classes.keyBefore}>{beforeLabel}</span>
        {cut.map(({ key, title, now, before }) => (
          <span key={key}>
            {t("figures.cut", { title, value: format.money({ amount: Math.max(now, before), currency }) })}
          </span>
        ))}
      </figcaption>
      <BarTable {...props} />
    </figure>
  );
}

function FixedBars({ bars, currency, scale: { top, ticks } }: ShownBars) {
  const { format } = useI18n();
  const [every, everyOfPhones] = [LABELS_MAX, LABELS_OF_PHONES_MAX].map((most) => Math.ceil(bars.length / most)) as [
    number,
    number,
  ];
  const height = (value: number) => ({ height: `${(100 * Math.min(Math.max(value, 0), top)) / top}%` });
  return (
    <span className={classes.fixed} aria-hidden="true">
      <span className={classes.plot}>
        {ticks.map((amount) => (
          <span key={amount} className={classes.tick} style={{ bottom: `${(100 * amount) / top}%` }}>
            <span>{format.moneyShort({ amount, currency })}</span>
          </span>
        ))}
        <span className={classes.bars}>
          {bars.map(({ key, now, before }) => (
            <span key={key} className={classes.pair}>
              <span className={classes.before} style={height(before)} data-cut={before > top || undefined} />
              <span className={classes.now} style={height(now)} data-cut={now > top || undefined} />
            </span>
          ))}
        </span>
      </span>
      <span className={classes.labels}>
        {bars.map(({ key, label }, index) => (
          <span key={key}>
            {index % every === 0 && <span data-desk>{label}</span>}
            {index % everyOfPhones === 0 && <span data-phone>{label}</span>}
          </span>
        ))}
      </span>
    </span>
  );
}

function BarTable({ caption, bars, currency, nowLabel, beforeLabel }: Bars) {
  const { t, format } = useI18n();
  return (
    <div className={classes.table}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figures.when")}</th>
            <th scope="col">{nowLabel}</th>
            <th scope="col">{beforeLabel}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, title, now, before }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>{format.money({ amount: now, currency })}</td>
              <td>{format.money({ amount: before, currency })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
