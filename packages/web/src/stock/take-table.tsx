"use client";

import { ActionIcon, Table, Text } from "@mantine/core";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { differenceOf, type TakeRow } from "./take-draft.ts";

interface TableProps {
  readonly rows: readonly TakeRow[];
  /** Without what is expected, so that it is counted and not copied. */
  readonly isBlind: boolean;
  readonly focused: string | undefined;
  readonly onCount: (variantId: string, counted: string) => void;
  readonly onRemove: (variantId: string) => void;
}

/** The articles of a stock take with a field for each count. Enter goes to the next one. */
export function TakeTable(props: TableProps) {
  const { t } = useI18n();
  const { rows, isBlind } = props;
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("products.product")}</Table.Th>
          {!isBlind && (
            <Table.Th ta="end" visibleFrom="sm">
              {t("take.expected")}
            </Table.Th>
          )}
          <Table.Th ta="end">{t("take.counted")}</Table.Th>
          {!isBlind && (
            <Table.Th ta="end" visibleFrom="sm">
              {t("take.difference")}
            </Table.Th>
          )}
          <Table.Th aria-label={t("common.actions")} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <TakeLine key={row.variantId} {...props} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function TakeLine({ row, isBlind, focused, onCount, onRemove }: TableProps & { readonly row: TakeRow }) {
  const { t, format } = useI18n();
  const expected = format.decimal(row.expected);
  return (
    <Table.Tr>
      <Table.Td>
        {row.title}
        <Text size="xs" c="dimmed">
          {row.sku}
        </Text>
        {!isBlind && (
          <Text size="xs" hiddenFrom="sm" component="div">
            {t("take.expectedCount", { quantity: expected })} <Difference row={row} />
          </Text>
        )}
      </Table.Td>
      {!isBlind && (
        <Table.Td ta="end" className="figures" visibleFrom="sm">
          {expected}
        </Table.Td>
      )}
      <Table.Td ta="end">
        <CountField row={row} isFocused={focused === row.variantId} onCount={onCount} />
      </Table.Td>
      {!isBlind && (
        <Table.Td ta="end" visibleFrom="sm">
          <Difference row={row} />
        </Table.Td>
      )}
      <Table.Td ta="end">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("take.remove", { name: row.title })}
          onClick={() => onRemove(row.variantId)}
        >
          <IconX size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

function CountField({
  row: { variantId, title, counted },
  isFocused,
  onCount,
}: {
  readonly row: TakeRow;
  readonly isFocused: boolean;
  readonly onCount: (variantId: string, counted: string) => void;
}) {
  const { t } = useI18n();
  const field = useRef<HTMLInputElement>(null);
  // What is typed stays as it is while it is no number yet; a scan changes the count beside it.
  const [typed, setTyped] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  return (
    <NumberTextInput
      ref={field}
      kind={QUANTITY}
      isBare
      size="sm"
      w={{ base: 90, sm: 120 }}
      ml="auto"
      aria-label={t("take.countOf", { name: title })}
      value={typed ?? counted}
      onChange={(text) => {
        setTyped(text);
        const decimal = typedDecimal(text, QUANTITY);
        if (decimal !== undefined || text.trim() === "") onCount(variantId, decimal ?? "");
      }}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        nextField(event.currentTarget)?.focus();
      }}
    />
  );
}

function nextField(input: HTMLInputElement): HTMLInputElement | undefined {
  const fields = [...(input.closest("table")?.querySelectorAll("input") ?? [])];
  return fields[fields.indexOf(input) + 1];
}

/** What was counted beyond what is expected. */
export function Difference({ row }: { readonly row: TakeRow }) {
  const { format } = useI18n();
  const difference = differenceOf(row);
  if (difference === undefined) return null;
  return (
    <Text span size="sm" fw={difference === 0 ? 400 : 700} className="figures">
      {difference > 0 ? "+" : ""}
      {format.decimal(formatQuantity(difference))}
    </Text>
  );
}
