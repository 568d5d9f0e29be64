"use client";

import { Divider, Progress, Stack, Switch, Text } from "@mantine/core";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import type { ProductWholeFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import {
  areTooMany,
  EMPTY_VARIANTS,
  type Naming,
  type NewVariantRow,
  type NewVariantsDraft,
  newVariantRows,
  wantedRows,
} from "./new-variants.ts";
import { NewVariants, useNewVariantsCheck } from "./new-variants-fields.tsx";
import {
  EMPTY_PRODUCT,
  type ProductDraft,
  ProductFields,
  useProductCheck,
  useTypedCategory,
} from "./product-fields.tsx";
import { useCreateVariants } from "./use-create-variants.ts";
import { variantInput } from "./variant-fields.tsx";

type Values = ProductDraft & NewVariantsDraft;

interface CreateDialogProps {
  /** Absent: a new product. */
  readonly product?: Pick<ProductWholeFragment, "id" | "name" | "variants">;
  readonly onClose: () => void;
  readonly onCreated: (productId: string) => void;
}

/** A new product with one variant or with up to 200, or more variants of a product. */
export function CreateDialog({ product: existing, onClose, onCreated }: CreateDialogProps) {
  const { t } = useI18n();
  const { currency } = useSession().me;
  const [id] = useState(() => existing?.id ?? newId("prd"));
  const [before] = useState(() => existing?.variants.map(({ name }) => name) ?? []);
  const idOf = useIds();
  const creation = useCreateVariants(existing !== undefined);
  const checkProduct = useProductCheck();
  const checkVariants = useNewVariantsCheck();
  const categoryOf = useTypedCategory();
  const naming = ({ name }: Values): Naming => ({ product: name, fallback: `P${id.slice(-6)}`, existing: before });
  const rowsOf = (values: Values) => newVariantRows(values, naming(values));
  const [initialValues] = useState<Values>({ ...EMPTY_PRODUCT, ...EMPTY_VARIANTS, name: existing?.name ?? "" });
  const fields = useSubmitForm({
    initialValues,
    check: (values) => ({ ...checkProduct(values), ...checkVariants(values, wantedRows(rowsOf(values))) }),
    async send(values) {
      const { name, taxCodeId } = values;
      const category = await categoryOf(values);
      if ("refused" in category) return category.refused;
      const { categoryId } = category;
      const classes = { ...(categoryId === null ? {} : { categoryId }), ...(taxCodeId === null ? {} : { taxCodeId }) };
      return creation.run({ id, name: name.trim(), ...classes }, inputsOf(wantedRows(rowsOf(values)), currency, idOf));
    },
    onSaved: () => onCreated(id),
  });
  const { form, values } = fields;
  const rows = rowsOf(values);
  const counts = { done: creation.done.size, total: wantedRows(rows).length };
  const isPartly = counts.done > 0 && counts.done < counts.total;
  return (
    <SubmitDialog
      form={form}
      title={t(existing === undefined ? "products.create" : "products.addVariants")}
      onClose={creation.done.size > 0 ? () => onCreated(id) : onClose}
      {...(isPartly ? { discardText: t("products.partlyText", counts) } : {})}
      action={t(isPartly ? "products.continue" : "common.create")}
      size={values.hasOptions ? 860 : "lg"}
    >
      {existing === undefined && <ProductFields {...fields} isNew isSettled={creation.isStarted} />}
      <Divider />
      <Switch
        label={t("products.hasOptions")}
        description={t("products.hasOptionsHelp")}
        disabled={creation.done.size > 0}
        {...fields.getInputProps("hasOptions", { type: "checkbox" })}
      />
      <NewVariants {...fields} rows={rows} withName={existing !== undefined} done={creation.done} />
      <CreationProgress draft={values} isShown={isPartly || form.isSending} {...counts} />
    </SubmitDialog>
  );
}

interface ProgressProps {
  readonly draft: NewVariantsDraft;
  readonly isShown: boolean;
  readonly done: number;
  readonly total: number;
}

function CreationProgress({ draft, isShown, done, total }: ProgressProps) {
  const { t } = useI18n();
  if (areTooMany(draft))
    return (
      <Text size="sm" c="red" role="alert">
        {t("products.tooMany")}
      </Text>
    );
  if (!isShown || total < 2) return null;
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{t("products.progress", { done, total })}</Text>
      <Progress value={(done / total) * 100} aria-label={t("products.variants")} />
    </Stack>
  );
}

function inputsOf(rows: readonly NewVariantRow[], currency: string, idOf: (key: string) => string) {
  return rows.map(({ key, draft }) => {
    const input = { id: idOf(key), ...variantInput(draft, currency), stocked: draft.stocked };
    return { key, input };
  });
}

/** The id of each variant: made once, so that a request that is sent again creates nothing twice. */
function useIds(): (key: string) => string {
  const [ids] = useState(() => new Map<string, string>());
  return (key) => {
    const id = ids.get(key) ?? newId("var");
    ids.set(key, id);
    return id;
  };
}
