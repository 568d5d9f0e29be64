"use client";

import { ActionIcon, Button, Group, Table, TagsInput, Text, TextInput } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconCheck, IconPlus, IconTrash } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import type { NewVariantRow, RowDraft } from "./new-variants.ts";
import { OPTIONS_MAX, type Option } from "./option-matrix.ts";
import { SimilarSku } from "./variant-fields.tsx";

interface OptionFieldsProps {
  readonly options: readonly Option[];
  readonly error: ReactNode;
  readonly onChange: (options: readonly Option[]) => void;
}

/** What distinguishes the variants: Size with S, M and L; Colour with Blue and Red. */
export function OptionFields({ options, error, onChange }: OptionFieldsProps) {
  const { t } = useI18n();
  const set = (index: number, change: Partial<Option>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...change } : option)));
  return (
    <>
      {options.map(({ name, values }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has nothing else that stays the same
        <Group key={index} align="flex-start" gap="sm" wrap="nowrap">
          <TextInput
            w={130}
            label={t("products.optionName", { number: index + 1 })}
            placeholder={t(index === 0 ? "products.optionSize" : "products.optionColour")}
            maxLength={40}
            value={name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <TagsInput
            flex={1}
            label={t("products.optionValues", { name: name.trim() || String(index + 1) })}
            placeholder={t("products.optionValuesHelp")}
            splitChars={[",", "，", "、", ";"]}
            acceptValueOnBlur
            maxTags={100}
            error={index === 0 ? error : undefined}
            value={[...values]}
            onChange={(typed) => set(index, { values: typed.map((value) => value.slice(0, 60)) })}
          />
          {options.length > 1 && (
            <ActionIcon
              mt={28}
              variant="subtle"
              color="red"
              aria-label={t("common.remove", { name: name.trim() || String(index + 1) })}
              onClick={() => onChange(options.filter((_, at) => at !== index))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {options.length < OPTIONS_MAX && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: "flex-start" }}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange([...options, { name: "", values: [] }])}
        >
          {t("products.addOption")}
        </Button>
      )}
    </>
  );
}

interface MatrixProps {
  readonly rows: readonly NewVariantRow[];
  readonly drafts: Readonly<Record<string, RowDraft>>;
  readonly done: ReadonlySet<string>;
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly similar: ReadonlyMap<string, string>;
  readonly onChange: (key: string, change: RowDraft, cleared: string) => void;
}

/** The variants that will be created, each with what it has of its own. */
export function VariantMatrix({ rows, drafts, done, errors, similar, onChange }: MatrixProps) {
  const { t } = useI18n();
  const withCost = usePermission()("cost:read");
  return (
    <Table.ScrollContainer minWidth={withCost ? 680 : 560} maxHeight={420}>
      <Table stickyHeader verticalSpacing={4} horizontalSpacing={6} aria-label={t("products.variants")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("products.variant")}</Table.Th>
            <Table.Th>SKU</Table.Th>
            <Table.Th>{t("products.price")}</Table.Th>
            {withCost && <Table.Th>{t("products.cost")}</Table.Th>}
            <Table.Th>{t("products.barcode")}</Table.Th>
            <Table.Th aria-label={t("common.actions")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <MatrixRow
              key={row.key}
              rowKey={row.key}
              index={index}
              name={row.name ?? ""}
              sku={row.sku}
              {...rowDraft(drafts[row.key])}
              sharedPrice={row.draft.unitPrice}
              sharedCost={row.draft.unitCost}
              hasFractions={row.draft.hasFractions}
              isDone={done.has(row.key)}
              error={errors[`variants.${index}`]}
              skuError={errors[`variants.${index}.sku`]}
              priceError={errors[`variants.${index}.unitPrice`]}
              costError={errors[`variants.${index}.unitCost`]}
              barcodeError={errors[`variants.${index}.barcodes`]}
              similar={similar.get(row.sku.trim())}
              withCost={withCost}
              onChange={onChange}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function rowDraft({ unitPrice = "", unitCost = "", barcode = "" }: RowDraft = {}) {
  return { unitPrice, unitCost, barcode };
}

interface MatrixRowProps extends ReturnType<typeof rowDraft> {
  readonly rowKey: string;
  readonly index: number;
  readonly name: string;
  readonly sku: string;
  readonly sharedPrice: string;
  readonly sharedCost: string;
  readonly hasFractions: boolean;
  readonly isDone: boolean;
  /** Of the row as a whole. */
  readonly error: ReactNode;
  readonly skuError: ReactNode;
  readonly priceError: ReactNode;
  readonly costError: ReactNode;
  readonly barcodeError: ReactNode;
  readonly similar: string | undefined;
  readonly withCost: boolean;
  readonly onChange: MatrixProps["onChange"];
}

/** Its properties are texts, so that typing in one of 200 rows renders no other. */
const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { rowKey, index, name, sku, isDone, similar, withCost, onChange } = props;
  const { t } = useI18n();
  const { currency } = useSession().me;
  const path = (field: string) => `variants.${index}.${field}`;
  const change = (field: string, next: RowDraft) => onChange(rowKey, next, path(field));
  const kind = { kind: "money", currency, hasFractions: props.hasFractions } as const;
  const labelled = (label: string, field: string) => ({
    ...{ size: "xs", disabled: isDone, "aria-label": `${label}: ${name}`, "data-path": path(field) },
  });
  return (
    <Table.Tr>
      <RowName name={name} error={props.error} path={`variants.${index}`} />
      <Table.Td style={{ verticalAlign: "top" }}>
        <TextInput
          {...labelled("SKU", "sku")}
          maxLength={64}
          value={sku}
          error={props.skuError}
          onChange={(event) => change("sku", { sku: event.currentTarget.value })}
        />
        <SimilarSku similar={similar} />
      </Table.Td>
      {(withCost ? (["unitPrice", "unitCost"] as const) : (["unitPrice"] as const)).map((field) => (
        <Table.Td key={field} w={110} style={{ verticalAlign: "top" }}>
          <NumberTextInput
            {...labelled(t(field === "unitPrice" ? "products.price" : "products.cost"), field)}
            kind={kind}
            placeholder={field === "unitPrice" ? props.sharedPrice : props.sharedCost}
            value={props[field]}
            error={field === "unitPrice" ? props.priceError : props.costError}
            onChange={(typed) => change(field, { [field]: typed })}
          />
        </Table.Td>
      ))}
      <Table.Td style={{ verticalAlign: "top" }}>
        <TextInput
          {...labelled(t("products.barcode"), "barcodes")}
          maxLength={64}
          value={props.barcode}
          error={props.barcodeError}
          // A scanner ends with Enter, which must not send the form.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          onChange={(event) => change("barcodes", { barcode: event.currentTarget.value })}
        />
      </Table.Td>
      <RowEnd name={name} isDone={isDone} onRemove={() => change("", { isLeftOut: true })} />
    </Table.Tr>
  );
});

interface RowNameProps {
  readonly name: string;
  readonly error: ReactNode;
  readonly path: string;
}

function RowName({ name, error, path }: RowNameProps) {
  return (
    <Table.Td maw={180} data-path={path}>
      <Text size="sm" fw={550}>
        {name}
      </Text>
      <Text size="xs" c="red" role="status">
        {error}
      </Text>
    </Table.Td>
  );
}

interface RowEndProps {
  readonly name: string;
  readonly isDone: boolean;
  readonly onRemove: () => void;
}

function RowEnd({ name, isDone, onRemove }: RowEndProps) {
  const { t } = useI18n();
  return (
    <Table.Td>
      {isDone ? (
        <IconCheck size={18} role="img" aria-label={t("products.created")} />
      ) : (
        <ActionIcon variant="subtle" color="red" aria-label={t("common.remove", { name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Table.Td>
  );
}
