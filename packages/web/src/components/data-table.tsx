"use client";

import { Paper } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import type { ReactNode } from "react";
import classes from "./data-table.module.css";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "end";
  /** Never broken into two lines. */
  readonly isShort?: boolean;
  /** On a phone a row is a card: its title, the value opposite, and below it the rest, `plain` without its label. Absent: `detail`. */
  readonly onPhone?: "title" | "value" | "detail" | "plain" | "hidden";
}

export interface DataTableProps<Row> {
  /** What the rows are, for those who do not see them. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The page of a row: its first column leads there, and so does the rest of the row. */
  readonly hrefOf?: (row: Row) => string | undefined;
}

export function DataTable<Row>({ caption, columns, rows, keyOf, hrefOf }: DataTableProps<Row>) {
  return (
    <Paper withBorder className={classes.frame}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, align }) => (
              <th key={key} scope="col" data-align={align}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = hrefOf?.(row);
            return (
              <tr key={keyOf(row)} data-leads={href === undefined ? undefined : true}>
                {columns.map(({ key, label, align, isShort, onPhone = "detail", cell }, index) => (
                  <td key={key} data-align={align} data-short={isShort} data-phone={onPhone} data-label={label}>
                    {index === 0 && href !== undefined ? (
                      <AppLink href={href} className={classes.link}>
                        {cell(row)}
                      </AppLink>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Paper>
  );
}
