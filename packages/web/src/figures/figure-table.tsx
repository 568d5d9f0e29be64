"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./figure-table.module.css";

/** A name and its figures, a row each. */
export function FigureTable({
  header,
  rows,
  isWide = false,
}: {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** It has so many columns that a phone scrolls it. */
  readonly isWide?: boolean;
}) {
  const { t } = useI18n();
  if (rows.length === 0) return <Text c="dimmed">{t("reports.nothing")}</Text>;
  const table = (
    <table className={classes.table} data-wide={isWide || undefined}>
      <thead>
        <tr>
          {header.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {header.slice(1).map((label, index) => (
              <td key={label}>{figures[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return isWide ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled by the keyboard.
    <section className={classes.scroll} aria-label={header[0]} tabIndex={0}>
      {table}
    </section>
  ) : (
    table
  );
}
