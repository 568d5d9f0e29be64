import { UnstyledButton } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import classes from "./data-table.module.css";
import type { Column, Sorting } from "./table-parts.ts";

/** The head of a column that rows are sorted by: ascending, descending, then as the list came. */
export function SortHeader<Row>({ column, sorting }: { readonly column: Column<Row>; readonly sorting: Sorting }) {
  const { t } = useI18n();
  const { sort, choose } = sorting;
  const order = sort?.column !== column.key ? "none" : sort.isDescending ? "descending" : "ascending";
  const next = () => {
    if (order === "descending") choose(null);
    else choose({ column: column.key, isDescending: order === "ascending" });
  };
  const Icon = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown }[order];
  return (
    <UnstyledButton
      className={classes.sort}
      data-order={order}
      title={t(`table.sort.${order}`)}
      onClick={next}
      // The library gives the cell around it no such attribute.
      ref={(button: HTMLButtonElement | null) => button?.closest("th")?.setAttribute("aria-sort", order)}
    >
      {column.label}
      <Icon size={14} aria-hidden="true" />
    </UnstyledButton>
  );
}
