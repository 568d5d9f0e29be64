"use client";

import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type Fact, Facts } from "@pos/web/components/facts.tsx";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { isFraction, type NumberKind, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useUndo } from "@pos/web/components/undo.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  ChangePriceDocument,
  PriceTaxDocument,
  type VariantWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation, useQuery } from "urql";
import { marginOf } from "./margin.ts";

interface PriceDialogProps {
  readonly variant: VariantWholeFragment;
  /** Per cent. */
  readonly taxRate: string;
  readonly onClose: () => void;
}

/** Changes the price immediately; the confirming message can undo it. */
export function PriceDialog({ variant, taxRate, onClose }: PriceDialogProps) {
  const { t, format } = useI18n();
  const showOutcome = useOutcome();
  const offerUndo = useUndo();
  const checks = useChecks();
  const [, change] = useMutation(ChangePriceDocument);
  const { currency } = variant.price;
  const kindOf = (hasFractions: boolean): NumberKind => ({ kind: "money", currency, hasFractions });
  const { form, field, values, setFieldValue } = useSubmitForm({
    initialValues: { unitPrice: variant.unitPrice, hasFractions: isFraction(variant.unitPrice, currency) },
    check: ({ unitPrice, hasFractions }) => ({ unitPrice: checks.number(unitPrice, kindOf(hasFractions)) }),
    send: ({ unitPrice, hasFractions }) =>
      change({
        input: {
          ...{ variantId: variant.id, version: variant.version },
          unitPrice: typedDecimal(unitPrice, kindOf(hasFractions)) ?? "",
        },
      }),
    onSaved({ changePrice: { variant: changed } }) {
      if (changed) offerUndo(undoOf(changed));
      onClose();
    },
    onUnchanged: onClose,
  });
  const undoOf = (changed: { readonly version: number; readonly unitPrice: string }) => ({
    id: `price-${variant.id}`,
    title: t("products.priceChanged", { price: format.unitPrice({ price: changed.unitPrice, currency }) }),
    async undo() {
      const back = { variantId: variant.id, version: changed.version, unitPrice: variant.unitPrice };
      const undone = await change({ input: back });
      if (showOutcome(undone, undone.data?.changePrice.userErrors))
        notifications.show({ message: t("products.priceUndone"), color: "pine" });
    },
  });
  const kind = kindOf(values.hasFractions);
  return (
    <SubmitDialog
      form={form}
      title={t("products.priceOf", { name: variant.title })}
      onClose={onClose}
      action={t("products.changePrice")}
    >
      <Text size="sm" c="dimmed">
        {t("products.priceHelp")}
      </Text>
      <PriceFacts variant={variant} taxRate={taxRate} typed={typedDecimal(values.unitPrice, kind)} />
      <NumberTextInput
        kind={kind}
        label={t("products.newPrice", { currency })}
        data-autofocus
        {...field("unitPrice")}
      />
      <FractionSwitch
        currency={currency}
        isOn={values.hasFractions}
        onChange={(isOn) => setFieldValue("hasFractions", isOn)}
      />
    </SubmitDialog>
  );
}

interface PriceFactsProps extends Pick<PriceDialogProps, "variant" | "taxRate"> {
  /** Undefined: not a price yet. */
  readonly typed: string | undefined;
}

/** What it costs now, and what is left of the new price. */
function PriceFacts({ variant, taxRate, typed }: PriceFactsProps) {
  const { t, format } = useI18n();
  const [{ data }] = useQuery({ query: PriceTaxDocument, pause: variant.unitCost === null });
  const { currency } = variant.price;
  const facts: Fact[] = [[t("products.currentPrice"), format.unitPrice({ price: variant.unitPrice, currency })]];
  if (variant.unitCost !== null) {
    const cost = variant.unitCost;
    const margin = data && marginOf({ price: typed ?? variant.unitPrice, cost }, { taxRate, ...data.taxSettings });
    facts.push([t("products.cost"), format.unitPrice({ price: cost, currency })]);
    if (margin !== undefined) facts.push([t("products.margin"), format.percent(margin)]);
  }
  return <Facts facts={facts} />;
}
