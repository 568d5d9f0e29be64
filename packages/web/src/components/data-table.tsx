"use client";

import "mantine-datatable/styles.layer.css";
import { Checkbox } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { DataTable as Table } from "mantine-datatable";
import { type KeyboardEvent, useState } from "react";
import classes from "./data-table.module.css";
import type { Sort } from "./list-address.ts";
import { SortHeader } from "./sort-header.tsx";
import { sortedBy } from "./sorted-rows.ts";
import { TableFooter } from "./table-footer.tsx";
import type { Column, Paging, Selection, Sorting } from "./table-parts.ts";
import { useShownColumns } from "./use-shown-columns.ts";

export type { Column };

export interface DataTableProps<Row> {
  /** What the rows are, for those who do not see them. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The page of a row: its first column leads there, and so does the rest of the row. */
  readonly hrefOf?: (row: Row) => string | undefined;
  /** Names a list: which of its columns are shown is remembered by this name. Absent: all are. */
  readonly name?: string;
  /** Absent: the rows are the whole list. */
  readonly paging?: Paging;
  /** Absent: the table keeps how it is sorted for itself. */
  readonly sorting?: Sorting;
  readonly selection?: Selection<Row>;
}

/** Pages state by themselves that a list is empty. */
const NOTHING = <span />;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, hrefOf, name, paging, selection } = props;
  const { t, locale } = useI18n();
  const own = useState<Sort | null>(null);
  const sorting = props.sorting ?? { sort: own[0], choose: own[1] };
  const shown = useShownColumns(name, columns);
  const isWhole = paging === undefined || (!paging.hasNext && !paging.hasPrevious);
  const isByServer = (key: string) => sorting.byServer?.includes(key) === true;
  const sorted = columns.find(({ key }) => key === sorting.sort?.column);
  const isSortedHere = isWhole && sorted?.sortBy !== undefined && !isByServer(sorted.key);
  const ordered = isSortedHere ? sortedBy(rows, sorted.sortBy, sorting.sort?.isDescending === true, locale) : rows;
  return (
    <section aria-label={caption} className={classes.section} onKeyDown={moveBetweenRows}>
      {selection !== undefined && <SelectAll selection={selection} rows={rows} keyOf={keyOf} />}
      <Table
        aria-label={caption}
        className={classes.frame ?? ""}
        classNames={{ table: classes.table ?? "" }}
        height="auto"
        emptyState={NOTHING}
        records={[...ordered]}
        idAccessor={keyOf}
        customRowAttributes={(row) => (hrefOf?.(row) === undefined ? {} : { "data-leads": true })}
        columns={shown.columns.map((column, index) => ({
          accessor: column.key,
          title:
            isByServer(column.key) || (isWhole && rows.length > 1 && column.sortBy !== undefined) ? (
              <SortHeader column={column} sorting={sorting} />
            ) : (
              column.label
            ),
          ...(column.align === "end" ? { textAlign: "right" as const } : {}),
          customCellAttributes: () => attributesOf(column),
          render: (row: Row) => <Cell column={column} row={row} hrefOf={index === 0 ? hrefOf : undefined} />,
          ...(isWhole && rows.length > 1 && column.sum !== undefined ? { footer: column.sum(rows) } : {}),
        }))}
        {...(selection === undefined ? {} : selectionProps(selection, rows, keyOf, t))}
      />
      {(name !== undefined || paging !== undefined) && (
        <TableFooter rowCount={rows.length} paging={paging} choice={shown.choice} />
      )}
    </section>
  );
}

function attributesOf<Row>({ align, isShort, onPhone = "detail", label }: Column<Row>): Record<string, unknown> {
  return { "data-align": align, "data-short": isShort, "data-phone": onPhone, "data-label": label };
}

function Cell<Row>({
  column,
  row,
  hrefOf,
}: {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly hrefOf: DataTableProps<Row>["hrefOf"];
}) {
  if (hrefOf === undefined) return column.cell(row);
  const href = hrefOf(row);
  // A row that leads nowhere is called as the others are.
  if (href === undefined) return <span className={classes.name}>{column.cell(row)}</span>;
  return (
    <AppLink href={href} className={classes.link}>
      {column.cell(row)}
    </AppLink>
  );
}

/** On a phone, where the head of the table with its own box is not shown. */
function SelectAll<Row>({
  selection: { selected, select, isSelectable = () => true },
  rows,
  keyOf,
}: {
  readonly selection: Selection<Row>;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  const { t } = useI18n();
  const keys = rows.filter(isSelectable).map(keyOf);
  const count = keys.filter((key) => selected.has(key)).length;
  return (
    <Checkbox
      className={classes.selectAll ?? ""}
      label={t("table.selectAll")}
      disabled={keys.length === 0}
      checked={count > 0 && count === keys.length}
      indeterminate={count > 0 && count < keys.length}
      onChange={(event) => select(new Set(event.currentTarget.checked ? keys : []))}
    />
  );
}

function selectionProps<Row>(
  { selected, select, nameOf, isSelectable }: Selection<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  t: I18n["t"],
) {
  return {
    selectedRecords: rows.filter((row) => selected.has(keyOf(row))),
    onSelectedRecordsChange: (chosen: readonly Row[]) => select(new Set(chosen.map(keyOf))),
    selectionColumnClassName: classes.select ?? "",
    allRecordsSelectionCheckboxProps: { "aria-label": t("table.selectAll"), size: "xs" as const },
    getRecordSelectionCheckboxProps: (row: Row) => ({ "aria-label": t("table.select", { name: nameOf(row) }) }),
    selectionCheckboxProps: { size: "xs" as const },
    ...(isSelectable === undefined ? {} : { isRecordSelectable: isSelectable }),
  };
}

const STEPS: Readonly<Record<string, (row: number, last: number) => number>> = {
  ArrowDown: (row, last) => Math.min(row + 1, last),
  ArrowUp: (row) => Math.max(row - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrow keys go from row to row: to its link, or what else it has to press. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLElement) || target.matches(TYPED_IN)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("tbody tr")].filter((row) => controlOf(row));
  const at = rows.findIndex((row) => row.contains(target));
  const next = rows[at === -1 ? -1 : step(at, rows.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  controlOf(next)?.focus();
}

const TYPED_IN = "select, textarea, input:not([type=checkbox]), [role=menuitem]";

function controlOf(row: HTMLElement): HTMLElement | null {
  return row.querySelector<HTMLElement>(`a[href], td:not([data-accessor="__selection__"]) button`);
}
