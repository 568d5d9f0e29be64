"use client";

import { notifications } from "@mantine/notifications";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type CustomerDetailQuery, PatchCustomerDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

/** Sets how much a customer may owe; nothing typed: nothing is sold on account. */
export function LimitDialog({
  customer,
  onClose,
}: {
  readonly customer: NonNullable<CustomerDetailQuery["customer"]>;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const { owed, limit } = customer.account;
  const { currency } = owed;
  const kind = { kind: "money", currency } as const;
  const [, patch] = useMutation(PatchCustomerDocument);
  const { form, field } = useSubmitForm({
    initialValues: { creditLimit: limit === null ? "" : fixedDecimal(limit.amount, minorDigits(currency)) },
    check: ({ creditLimit }) => ({ creditLimit: checks.optionalNumber(creditLimit, kind) }),
    send: ({ creditLimit }) =>
      patch({
        input: {
          ...{ customerId: customer.id, version: customer.version },
          creditLimit: typedScaled(creditLimit, kind) ?? null,
        },
      }),
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  return (
    <SubmitDialog form={form} title={t("accounts.limitTitle")} onClose={onClose} action={t("common.save")}>
      <NumberTextInput
        label={t("accounts.limit")}
        description={t("accounts.limitHelp")}
        kind={kind}
        data-autofocus
        {...field("creditLimit")}
      />
    </SubmitDialog>
  );
}
