"use client";

import { Button, Checkbox, Group, NativeSelect, Popover, Stack, Text } from "@mantine/core";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { PAGE_SIZES } from "@pos/web/session/known.ts";
import { IconChevronLeft, IconChevronRight, IconColumns3 } from "@tabler/icons-react";
import classes from "./data-table.module.css";
import type { ColumnChoice, Paging } from "./table-parts.ts";

export interface TableFooterProps {
  readonly rowCount: number;
  readonly paging: Paging | undefined;
  readonly choice: ColumnChoice | undefined;
}

/** How much of a list is shown, which of its columns, and the way to its other pages. */
export function TableFooter({ rowCount, paging, choice }: TableFooterProps) {
  const i18n = useI18n();
  return (
    <Group justify="space-between" gap="sm" className={`${classes.footer} screen-only`}>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {countText(i18n, rowCount, paging)}
        </Text>
        {paging !== undefined && <PageSize paging={paging} />}
        {choice !== undefined && choice.columns.length > 1 && <Columns choice={choice} />}
      </Group>
      {paging !== undefined && <Pager paging={paging} />}
    </Group>
  );
}

/** Alone below a page that is empty though its list goes on. */
export function Pager({ paging: { hasNext, hasPrevious, toNext, toPrevious } }: { readonly paging: Paging }) {
  const { t } = useI18n();
  if (!hasNext && !hasPrevious) return null;
  return (
    <Group component="nav" aria-label={t("common.pages")} gap="xs" className="screen-only">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
        disabled={!hasPrevious}
        onClick={toPrevious}
      >
        {t("common.previous")}
      </Button>
      <Button
        size="xs"
        variant="default"
        rightSection={<IconChevronRight size={16} aria-hidden="true" />}
        disabled={!hasNext}
        onClick={toNext}
      >
        {t("common.next")}
      </Button>
    </Group>
  );
}

/** Pages of a list that was searched may have fewer rows than asked for: rows are then not counted across pages. */
function countText({ t }: I18n, rowCount: number, paging: Paging | undefined): string {
  if (paging === undefined || (!paging.hasNext && !paging.hasPrevious)) return t("table.rows", { count: rowCount });
  const { page, size, rowCount: counted } = paging;
  if (counted === null) return t("table.page", { page });
  const from = (page - 1) * size + 1;
  const range = { from, to: from + rowCount - 1 };
  return t(counted.isExact ? "table.rangeOf" : "table.rangeOfMore", { ...range, total: counted.atLeast });
}

function PageSize({ paging: { size: chosen, resize } }: { readonly paging: Paging }) {
  const { t } = useI18n();
  return (
    <NativeSelect
      size="xs"
      aria-label={t("table.size")}
      data={PAGE_SIZES.map((size) => ({ value: String(size), label: t("table.sizeOf", { size }) }))}
      value={String(chosen)}
      onChange={(event) => resize(Number(event.currentTarget.value))}
    />
  );
}

/** On phones rows are cards, and show what a card has room for. */
function Columns({ choice }: { readonly choice: ColumnChoice }) {
  const { t } = useI18n();
  return (
    <Popover position="top-start" trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          visibleFrom="sm"
          leftSection={<IconColumns3 size={16} aria-hidden="true" />}
        >
          {t("table.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("table.columns")}>
        <Stack gap="xs">
          {choice.columns.map(({ key, label, isShown }) => (
            <Checkbox
              key={key}
              label={label}
              checked={isShown}
              onChange={(event) => choice.show(key, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
