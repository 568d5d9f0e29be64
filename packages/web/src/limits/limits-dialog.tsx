"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { fromScaled, toScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import {
  PatchRoleLimitsDocument,
  type RoleLimitsRowFragment,
  type RoleLimitsWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { isDecimal, typedDecimal } from "@pos/web/products/variant-fields.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** The limits of one role; an empty field removes its limit. */
export function LimitsDialog({
  limits: { role, discountPercent, unlinkedRefund },
  all: { currency, version },
  onClose,
}: {
  readonly limits: RoleLimitsRowFragment;
  readonly all: RoleLimitsWholeFragment;
  readonly onClose: () => void;
}) {
  const { t, code } = useI18n();
  const digits = minorDigits(currency);
  const before = {
    discount: discountPercent ?? "",
    refund: unlinkedRefund === null ? "" : fromScaled(unlinkedRefund.amount, digits),
  };
  const [typed, setTyped] = useState(before);
  const [result, patch] = useMutation(PatchRoleLimitsDocument);
  const { errorOf, rest } = useFieldErrors(result.data?.patchRoleLimits.userErrors, [
    "discountPercent",
    "unlinkedRefund",
  ]);
  const refund = typed.refund.trim() === "" ? null : toScaled(typedDecimal(typed.refund), digits);
  const isDiscountWrong = typed.discount.trim() !== "" && !isDecimal(typed.discount);
  const isRefundWrong = refund === undefined;

  async function submit() {
    if (isRefundWrong) return;
    const discount = typed.discount.trim() === "" ? null : typedDecimal(typed.discount);
    const { data } = await patch({ input: { role, version, discountPercent: discount, unlinkedRefund: refund } });
    if (!data?.patchRoleLimits.roleLimits) return;
    notifications.show({ message: t("limits.changed"), color: "pine" });
    onClose();
  }
  return (
    <FormDialog
      title={t("limits.of", { role: code("role", role) })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={typed.discount !== before.discount || typed.refund !== before.refund}
      isDisabled={isDiscountWrong || isRefundWrong}
      action={t("limits.change")}
    >
      <TextInput
        label={t("limits.discount")}
        description={t("limits.discountHelp")}
        inputMode="decimal"
        rightSection="%"
        data-autofocus
        value={typed.discount}
        error={isDiscountWrong ? t("products.notANumber") : errorOf("discountPercent")}
        onChange={(event) => setTyped({ ...typed, discount: event.currentTarget.value })}
      />
      <TextInput
        label={t("limits.refund")}
        description={t("limits.refundHelp")}
        inputMode="decimal"
        rightSection={currency}
        value={typed.refund}
        error={isRefundWrong ? t("products.notANumber") : errorOf("unlinkedRefund")}
        onChange={(event) => setTyped({ ...typed, refund: event.currentTarget.value })}
      />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}
