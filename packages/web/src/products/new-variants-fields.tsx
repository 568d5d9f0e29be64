"use client";

import { Button, Group, Text } from "@mantine/core";
import { useChecks } from "@pos/web/components/use-checks.ts";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useCallback, useRef } from "react";
import { areTooMany, type NewVariantRow, type NewVariantsDraft, type RowDraft, wantedRows } from "./new-variants.ts";
import { useSimilarSkus } from "./use-similar-skus.ts";
import { SharedFields, useVariantCheck, type VariantDraft, VariantFields } from "./variant-fields.tsx";
import { OptionFields, VariantMatrix } from "./variant-matrix.tsx";

interface NewVariantsProps {
  readonly values: NewVariantsDraft;
  /** Fields of the variants are called as their paths in the input: `variants.3.sku`. */
  readonly errors: FilledForm<NewVariantsDraft>["errors"];
  readonly change: (change: Partial<NewVariantsDraft>, ...cleared: readonly string[]) => void;
  readonly rows: readonly NewVariantRow[];
  readonly withName: boolean;
  /** Keys of the variants that are created. */
  readonly done: ReadonlySet<string>;
}

/** The fields of one variant, or those that all share with a row for each. */
export function NewVariants({ values, errors, change, rows, withName, done }: NewVariantsProps) {
  const wanted = wantedRows(rows);
  const similar = useSimilarSkus(wanted.map(({ sku }) => sku));
  const changeRow = useChangeRow(values, change);
  const setShared = (prefix: string) => (name: keyof VariantDraft, value: VariantDraft[keyof VariantDraft]) =>
    change(
      name === "sku" ? { sku: String(value) } : { shared: { ...values.shared, [name]: value } },
      `${prefix}${name}`,
    );
  const [only] = rows;
  if (!values.hasOptions)
    return (
      <VariantFields
        draft={only?.draft ?? values.shared}
        set={setShared("variants.0.")}
        isNew
        withName={withName}
        errors={errors}
        prefix="variants.0."
        similar={similar.get(only?.sku.trim() ?? "")}
      />
    );
  return (
    <>
      <OptionFields
        options={values.options}
        error={errors["options.0.values"]}
        onChange={(options) => change({ options }, "options.0.values")}
      />
      <SharedFields draft={values.shared} set={setShared("shared.")} isNew errors={errors} prefix="shared." />
      {rows.length > 0 && (
        <>
          <MatrixCaption values={values} count={wanted.length} change={change} />
          <VariantMatrix
            rows={wanted}
            drafts={values.rows}
            done={done}
            errors={errors}
            similar={similar}
            onChange={changeRow}
          />
        </>
      )}
    </>
  );
}

/** The same function for every row and rendering, so that typing in one of 200 rows renders no other. */
function useChangeRow(values: NewVariantsDraft, change: NewVariantsProps["change"]) {
  const latest = useRef({ values, change });
  latest.current = { values, change };
  return useCallback((key: string, next: RowDraft, cleared: string) => {
    const { rows } = latest.current.values;
    latest.current.change({ rows: { ...rows, [key]: { ...rows[key], ...next } } }, cleared);
  }, []);
}

/** Finds what is wrong with the variants, by field. */
export function useNewVariantsCheck() {
  const { t } = useI18n();
  const checks = useChecks();
  const check = useVariantCheck();
  return (
    values: NewVariantsDraft,
    wanted: readonly NewVariantRow[],
  ): { readonly [field: string]: string | undefined } => {
    if (areTooMany(values)) return { "options.0.values": t("products.tooMany") };
    if (wanted.length === 0) return { "options.0.values": checks.filled("") };
    return Object.fromEntries(
      wanted.flatMap(({ key, draft }, index) =>
        Object.entries(check(draft)).map(([name, problem]) => {
          const isShared = values.hasOptions && name !== "sku" && !values.rows[key]?.[name as keyof RowDraft];
          return [isShared ? `shared.${name}` : `variants.${index}.${name}`, problem];
        }),
      ),
    );
  };
}

interface CaptionProps extends Pick<NewVariantsProps, "values" | "change"> {
  readonly count: number;
}

function MatrixCaption({ values, count, change }: CaptionProps) {
  const { t } = useI18n();
  const left = Object.values(values.rows).filter(({ isLeftOut }) => isLeftOut === true).length;
  const restore = () =>
    change({
      rows: Object.fromEntries(Object.entries(values.rows).map(([key, { isLeftOut: _, ...row }]) => [key, row])),
    });
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed">
        {t("products.matrixHelp", { count })}
      </Text>
      {left > 0 && (
        <Button size="xs" variant="subtle" onClick={restore}>
          {t("products.restoreRows", { count: left })}
        </Button>
      )}
    </Group>
  );
}
