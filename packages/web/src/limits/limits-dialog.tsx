"use client";

import { notifications } from "@mantine/notifications";
import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { type NumberKind, PERCENT, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import {
  PatchRoleLimitsDocument,
  type RoleLimitsRowFragment,
  type RoleLimitsWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
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
  const money: NumberKind = { kind: "money", currency };
  const discount = typed.discount.trim() === "" ? null : typedDecimal(typed.discount, PERCENT);
  const refund = typed.refund.trim() === "" ? null : typedScaled(typed.refund, money);

  async function submit() {
    if (discount === undefined || refund === undefined) return;
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
      isDisabled={discount === undefined || refund === undefined}
      action={t("limits.change")}
    >
      <NumberTextInput
        kind={PERCENT}
        label={t("limits.discount")}
        description={t("limits.discountHelp")}
        rightSection="%"
        data-autofocus
        value={typed.discount}
        error={errorOf("discountPercent")}
        onChange={(text) => setTyped({ ...typed, discount: text })}
      />
      <NumberTextInput
        kind={money}
        label={t("limits.refund")}
        description={t("limits.refundHelp")}
        rightSection={currency}
        rightSectionWidth={56}
        value={typed.refund}
        error={errorOf("unlinkedRefund")}
        onChange={(text) => setTyped({ ...typed, refund: text })}
      />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}
