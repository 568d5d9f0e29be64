"use client";

import { Select, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { newId, now } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type CustomerDetailQuery, RecordCustomerPaymentDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** Cash goes into the drawer of a terminal, so it is taken there. */
const METHODS = ["OTHER", "CARD", "QR_CODE"] as const;

/** Records what a customer paid for what is owed, for example by bank transfer. */
export function PaymentDialog({
  customer,
  onClose,
}: {
  readonly customer: NonNullable<CustomerDetailQuery["customer"]>;
  readonly onClose: () => void;
}) {
  const { t, format, code } = useI18n();
  const checks = useChecks();
  const { location } = useSession();
  const { owed } = customer.account;
  const { currency } = owed;
  const kind = { kind: "money", currency } as const;
  const [, send] = useMutation(RecordCustomerPaymentDocument);
  // Made once: sent again after a lost answer, it is the same payment.
  const [ids] = useState(() => ({ id: newId("cpy"), payment: newId("pay") }));
  const initial = owed.amount > 0 ? fixedDecimal(owed.amount, minorDigits(currency)) : "";
  const { form, field } = useSubmitForm({
    initialValues: { amount: initial, method: "OTHER", reference: "" },
    check: ({ amount }) => ({ amount: checks.number(amount, kind) }),
    rename: (path) => path.replace("payments.0.", ""),
    send: ({ amount, method, reference }) =>
      send({
        input: {
          ...{ id: ids.id, customerId: customer.id, locationId: location.id, occurredAt: now() },
          payments: [
            {
              ...{ id: ids.payment, amount: typedScaled(amount, kind) ?? 0 },
              method: METHODS.find((one) => one === method) ?? "OTHER",
              reference: reference.trim() || null,
            },
          ],
        },
      }),
    onSaved() {
      notifications.show({ message: t("accounts.paid"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={t("accounts.payTitle")} onClose={onClose} action={t("accounts.paySubmit")}>
      <Text size="sm">{t("accounts.owes", { amount: format.money(owed) })}</Text>
      <NumberTextInput label={t("accounts.amount")} required kind={kind} data-autofocus {...field("amount")} />
      <Select
        label={t("accounts.method")}
        description={t("accounts.methodHelp")}
        data={METHODS.map((value) => ({ value, label: code("method", value) }))}
        allowDeselect={false}
        {...field("method")}
      />
      <TextInput
        label={t("accounts.reference")}
        maxLength={LIMITS.referenceCharactersMax}
        autoComplete="off"
        {...field("reference")}
      />
    </SubmitDialog>
  );
}
