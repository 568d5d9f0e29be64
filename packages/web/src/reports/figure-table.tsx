"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./figure-table.module.css";

/** A name and its figures, a row each. */
export function FigureTable({
  header,
  rows,
}: {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const { t } = useI18n();
  if (rows.length === 0) return <Text c="dimmed">{t("reports.nothing")}</Text>;
  return (
    <table className={classes.table}>
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
}
