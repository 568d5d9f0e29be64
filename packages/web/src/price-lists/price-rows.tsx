"use client";

import { ActionIcon, Group, Stack, Table, Text } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import { VariantField } from "@pos/web/components/variant-field.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { Fragment } from "react";
import { type PriceListDraft, type PriceRow, priceKind } from "./draft.ts";

interface PriceRowsProps {
  readonly fields: FilledForm<PriceListDraft>;
  readonly currency: string;
}

/** The articles of a list with their prices, and from which quantity on each counts. */
export function PriceRows({ fields, currency }: PriceRowsProps) {
  const { t } = useI18n();
  const { prices } = fields.values;
  const set = (rows: readonly PriceRow[]) => fields.change({ prices: rows });
  const addAfter = (index: number, row: PriceRow) =>
    set(prices.toSpliced(index + 1, 0, { ...row, minimumQuantity: "", unitPrice: "" }));
  return (
    <Stack gap="xs">
      <VariantField
        label={t("promotions.testAdd")}
        onChoose={({ id, title, sku, unitPrice }) => {
          if (prices.some(({ variantId }) => variantId === id)) return;
          const row = { variantId: id, name: title, sku, catalogPrice: unitPrice, minimumQuantity: "", unitPrice: "" };
          set([...prices, row]);
        }}
      />
      {prices.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("priceLists.noPrices")}
        </Text>
      )}
      {prices.length > 0 && (
        <Table aria-label={t("priceLists.prices")} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("priceLists.from")}</Table.Th>
              <Table.Th>{t("priceLists.price")}</Table.Th>
              <Table.Th w={108} aria-label={t("common.actions")} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {prices.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
              <Fragment key={index}>
                {row.variantId !== prices[index - 1]?.variantId && <ArticleCells row={row} currency={currency} />}
                <PriceCells
                  row={row}
                  index={index}
                  fields={fields}
                  currency={currency}
                  onChange={(changed) => set(prices.with(index, { ...row, ...changed }))}
                  onAdd={() => addAfter(index, row)}
                  onRemove={() => set(prices.toSpliced(index, 1))}
                />
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

/** Once above the prices of an article, over the whole width: a phone has no room for it beside them. */
function ArticleCells({ row, currency }: { readonly row: PriceRow; readonly currency: string }) {
  const { format } = useI18n();
  const { name, sku, catalogPrice } = row;
  return (
    <Table.Tr>
      <Table.Th colSpan={3} scope="rowgroup" fw={400}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {sku}
          {catalogPrice !== undefined && ` · ${format.unitPrice({ price: catalogPrice, currency })}`}
        </Text>
      </Table.Th>
    </Table.Tr>
  );
}

interface PriceCellsProps extends PriceRowsProps {
  readonly row: PriceRow;
  readonly index: number;
  readonly onChange: (changed: Partial<PriceRow>) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

function PriceCells({ row, index, fields, currency, onChange, onAdd, onRemove }: PriceCellsProps) {
  const { t } = useI18n();
  const { name } = row;
  const pathOf = (field: "minimumQuantity" | "unitPrice") => {
    const path = `prices.${index}.${field}`;
    return { "data-path": path, error: fields.errors[path] };
  };
  return (
    <Table.Tr>
      <Table.Td>
        <NumberTextInput
          isBare
          kind={QUANTITY}
          aria-label={t("priceLists.fromOf", { name })}
          value={row.minimumQuantity}
          onChange={(minimumQuantity) => onChange({ minimumQuantity })}
          {...pathOf("minimumQuantity")}
        />
      </Table.Td>
      <Table.Td>
        <NumberTextInput
          isBare
          kind={priceKind(currency)}
          aria-label={t("priceLists.priceOf", { name })}
          value={row.unitPrice}
          onChange={(unitPrice) => onChange({ unitPrice })}
          {...pathOf("unitPrice")}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" size={44} aria-label={t("priceLists.addBreakOf", { name })} onClick={onAdd}>
            <IconPlus size={16} />
          </ActionIcon>
          <ActionIcon variant="default" size={44} aria-label={t("priceLists.removeOf", { name })} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
