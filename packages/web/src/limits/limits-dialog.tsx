"use client";

import { notifications } from "@mantine/notifications";
import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { type NumberKind, PERCENT, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  PatchRoleLimitsDocument,
  type RoleLimitsRowFragment,
  type RoleLimitsWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

/** The limits of one role; an empty field removes its limit. */
export function LimitsDialog({
  limits: { role, discountPercent, unlinkedRefund, mayRefundUnlinked },
  all: { currency, version },
  onClose,
}: {
  readonly limits: RoleLimitsRowFragment;
  readonly all: RoleLimitsWholeFragment;
  readonly onClose: () => void;
}) {
  const { t, code } = useI18n();
  const checks = useChecks();
  const [, patch] = useMutation(PatchRoleLimitsDocument);
  const money: NumberKind = { kind: "money", currency };
  const { form, field } = useSubmitForm({
    initialValues: {
      discountPercent: discountPercent ?? "",
      unlinkedRefund: unlinkedRefund === null ? "" : fromScaled(unlinkedRefund.amount, minorDigits(currency)),
    },
    check: (typed) => ({
      discountPercent: checks.optionalNumber(typed.discountPercent, PERCENT),
      unlinkedRefund: checks.optionalNumber(typed.unlinkedRefund, money),
    }),
    send: (typed) =>
      patch({
        input: {
          ...{ role, version },
          discountPercent: typedDecimal(typed.discountPercent, PERCENT) ?? null,
          unlinkedRefund: typedScaled(typed.unlinkedRefund, money) ?? null,
        },
      }),
    onSaved() {
      notifications.show({ message: t("limits.changed"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  return (
    <SubmitDialog
      form={form}
      title={t("limits.of", { role: code("role", role) })}
      onClose={onClose}
      action={t("limits.change")}
    >
      <NumberTextInput
        kind={PERCENT}
        label={t("limits.discount")}
        description={t("limits.discountHelp")}
        rightSection="%"
        data-autofocus
        {...field("discountPercent")}
      />
      {mayRefundUnlinked && (
        <NumberTextInput
          kind={money}
          label={t("limits.refund")}
          description={t("limits.refundHelp")}
          rightSection={currency}
          rightSectionWidth={56}
          {...field("unlinkedRefund")}
        />
      )}
    </SubmitDialog>
  );
}
