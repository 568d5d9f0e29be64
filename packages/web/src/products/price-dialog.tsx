"use client";

import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { isFraction, typedDecimal } from "@pos/web/components/typed-number.ts";
import { ChangePriceDocument, type VariantWholeFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** Changes the price immediately; the confirming message can undo it. */
export function PriceDialog({ variant, onClose }: { readonly variant: VariantWholeFragment; onClose: () => void }) {
  const { t, format } = useI18n();
  const tell = useOutcome();
  const [price, setPrice] = useState(variant.unitPrice);
  const [result, change] = useMutation(ChangePriceDocument);
  const { errorOf, rest } = useFieldErrors(result.data?.changePrice.userErrors, ["unitPrice"]);
  const { currency } = variant.price;
  const [hasFractions, setFractions] = useState(isFraction(variant.unitPrice, currency));
  const kind = { kind: "money", currency, hasFractions } as const;
  const unitPrice = typedDecimal(price, kind);

  async function submit() {
    if (unitPrice === undefined) return;
    const input = { variantId: variant.id, version: variant.version, unitPrice };
    const { data } = await change({ input });
    const changed = data?.changePrice.variant;
    if (!changed) return;
    const key = `price-${variant.id}`;
    const undo = async () => {
      notifications.hide(key);
      const back = { variantId: variant.id, version: changed.version, unitPrice: variant.unitPrice };
      const undone = await change({ input: back });
      if (tell(undone, undone.data?.changePrice.userErrors))
        notifications.show({ message: t("products.priceUndone"), color: "pine" });
    };
    notifications.show({
      id: key,
      autoClose: 8_000,
      color: "pine",
      title: t("products.priceChanged", { price: format.unitPrice({ price: changed.unitPrice, currency }) }),
      message: (
        <Button size="xs" variant="subtle" onClick={() => void undo()}>
          {t("common.undo")}
        </Button>
      ),
      closeButtonProps: { "aria-label": t("common.close") },
    });
    onClose();
  }
  return (
    <FormDialog
      title={t("products.priceOf", { name: variant.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={price !== variant.unitPrice}
      isDisabled={unitPrice === undefined || unitPrice === variant.unitPrice}
      action={t("products.changePrice")}
    >
      <Text size="sm" c="dimmed">
        {t("products.priceHelp")}
      </Text>
      <NumberTextInput
        kind={kind}
        label={t("products.newPrice")}
        data-autofocus
        value={price}
        error={errorOf("unitPrice")}
        onChange={setPrice}
      />
      <FractionSwitch currency={currency} isOn={hasFractions} onChange={setFractions} />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}
