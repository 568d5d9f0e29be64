"use client";

import { ActionIcon, Button, Divider, Group, Text } from "@mantine/core";
import { newId } from "@pos/web/clock.ts";
import { type FieldErrors, useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { CreateProductDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation } from "urql";
import { PRODUCT_FIELDS, type ProductDraft, ProductFields } from "./product-fields.tsx";
import { EMPTY_VARIANT, VARIANT_FIELDS, type VariantDraft, VariantFields, variantInput } from "./variant-fields.tsx";

interface NewVariant {
  readonly id: string;
  readonly draft: VariantDraft;
}

const newVariant = (): NewVariant => ({ id: newId("var"), draft: EMPTY_VARIANT });
const VARIANTS_MAX = 20;

export function CreateProductDialog({
  onClose,
  onCreated,
}: {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}) {
  const { t } = useI18n();
  const [id] = useState(() => newId("prd"));
  const [product, setProduct] = useState<ProductDraft>({ name: "", categoryId: null, taxCodeId: null });
  const [variants, setVariants] = useState<readonly NewVariant[]>(() => [newVariant()]);
  const [result, create] = useMutation(CreateProductDocument);
  const { currency } = useSession().me;
  const inputs = inputsOf(variants, currency);
  const isReadable = inputs.length === variants.length;
  const { errorOf, rest } = useFieldErrors(result.data?.createProduct.userErrors, [
    ...PRODUCT_FIELDS,
    ...variants.flatMap((_, index) => VARIANT_FIELDS.map((field) => `variants.${index}.${field}`)),
  ]);

  async function submit() {
    if (!isReadable) return;
    const { data } = await create({
      input: {
        id,
        name: product.name.trim(),
        ...(product.categoryId === null ? {} : { categoryId: product.categoryId }),
        ...(product.taxCodeId === null ? {} : { taxCodeId: product.taxCodeId }),
        variants: inputs,
      },
    });
    if (data?.createProduct.product) onCreated(data.createProduct.product.id);
  }

  return (
    <FormDialog
      title={t("products.create")}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={product.name !== "" || variants.length > 1 || variants[0]?.draft !== EMPTY_VARIANT}
      isDisabled={product.name.trim() === "" || !isReadable}
      action={t("common.create")}
      size="lg"
    >
      <ProductFields draft={product} onChange={setProduct} isNew errorOf={errorOf} />
      {variants.map((variant, index) => (
        <NewVariantFields
          key={variant.id}
          number={index + 1}
          draft={variant.draft}
          errorOf={(field) => errorOf(`variants.${index}.${field}`)}
          onChange={(draft) => setVariants(variants.map((one) => (one.id === variant.id ? { ...one, draft } : one)))}
          {...(variants.length > 1 ? { onRemove: () => setVariants(variants.filter((one) => one !== variant)) } : {})}
        />
      ))}
      {variants.length < VARIANTS_MAX && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setVariants([...variants, newVariant()])}
        >
          {t("products.addVariant")}
        </Button>
      )}
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}

/** Without those that have a number that is not understood. */
function inputsOf(variants: readonly NewVariant[], currency: string) {
  return variants.flatMap(({ id, draft }) => {
    const input = variantInput(draft, currency);
    return input === undefined ? [] : [{ id, ...input, stocked: draft.stocked }];
  });
}

function NewVariantFields({
  number,
  draft,
  errorOf,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly draft: VariantDraft;
  readonly errorOf: FieldErrors["errorOf"];
  readonly onChange: (draft: VariantDraft) => void;
  /** Absent for the only variant. */
  readonly onRemove?: () => void;
}) {
  const { t } = useI18n();
  return (
    <>
      <Divider />
      <Group justify="space-between">
        <Text fw={600}>{t("products.variantNumber", { number })}</Text>
        {onRemove !== undefined && (
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t("products.removeVariant", { number })}
            onClick={onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Group>
      <VariantFields draft={draft} isNew errorOf={errorOf} onChange={onChange} />
    </>
  );
}
