"use client";

import { Text } from "@mantine/core";
import type { HomeQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./hour-chart.module.css";

type Hour = NonNullable<HomeQuery["hoursBefore"]>[number];

const OPEN_FROM = 8;
const OPEN_TO = 18;

/** What was sold in each hour as bars, behind them the same weekday of last week. For those who do not see, a table. */
export function HourChart({ today, before }: { readonly today: readonly Hour[]; readonly before: readonly Hour[] }) {
  const { t, format } = useI18n();
  const now = amounts(today);
  const then = amounts(before);
  const currency = (today[0] ?? before[0])?.sales.currency;
  if (currency === undefined || now.size + then.size === 0) return <Text c="dimmed">{t("home.noHours")}</Text>;
  const sold = [...now.keys(), ...then.keys()];
  const first = Math.min(OPEN_FROM, ...sold);
  const last = Math.max(OPEN_TO, ...sold);
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const most = Math.max(...now.values(), ...then.values());
  const money = (amount: number) => format.money({ amount, currency });
  return (
    <figure className={classes.figure}>
      <div className={classes.bars} aria-hidden="true">
        {hours.map((hour) => {
          const [amount, earlier] = [now.get(hour) ?? 0, then.get(hour) ?? 0];
          return (
            <div key={hour} className={classes.hour} title={`${hour}:00  ${money(amount)} (${money(earlier)})`}>
              <div className={classes.column}>
                <div className={classes.before} style={{ height: `${(100 * earlier) / most}%` }} />
                <div className={classes.today} style={{ height: `${(100 * amount) / most}%` }} />
              </div>
              <span>{hour}</span>
            </div>
          );
        })}
      </div>
      <figcaption className={classes.legend}>
        <span className={classes.keyToday}>{t("home.today")}</span>
        <span className={classes.keyBefore}>{t("home.weekAgo")}</span>
        <span className={classes.most}>{t("home.most", { value: money(most) })}</span>
      </figcaption>
      <table className={classes.table}>
        <caption>{t("reports.byHour")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("home.hour")}</th>
            <th scope="col">{t("home.today")}</th>
            <th scope="col">{t("home.weekAgo")}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{hour}:00</th>
              <td>{money(now.get(hour) ?? 0)}</td>
              <td>{money(then.get(hour) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** Hours in which something was sold. */
function amounts(hours: readonly Hour[]): Map<number, number> {
  const sold = hours.filter(({ sales }) => sales.amount > 0);
  return new Map(sold.map(({ hour, sales }) => [hour, sales.amount]));
}
