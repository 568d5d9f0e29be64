"use client";

import { Select, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { newId, now } from "@pos/web/clock.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  type CustomerDetailQuery,
  type PaymentMethodRowFragment,
  PaymentMethodsDocument,
  RecordCustomerPaymentDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";

/** Cash goes into the drawer of a terminal, so it is taken there. */
const METHODS = ["OTHER", "CARD", "QR_CODE"] as const;

/** The kinds, then the merchant's own by their ids. */
function useWays() {
  const i18n = useI18n();
  const [{ data }] = useQuery({ query: PaymentMethodsDocument });
  const own = (data?.paymentMethods ?? []).filter(({ isActive }) => isActive);
  return [
    ...METHODS.map((value) => ({ value, label: i18n.code("method", value) })),
    ...own.map((one) => ({ value: one.id, label: methodName(i18n, namedOwn(one)) })),
  ];
}

const namedOwn = ({ name, chineseName }: PaymentMethodRowFragment) => ({
  ...{ method: "OTHER" as const, methodName: name, methodChineseName: chineseName },
});

/** The kind, and which of the merchant's own it is. */
function wayOf(value: string) {
  const kind = METHODS.find((one) => one === value);
  return kind === undefined ? { method: "OTHER" as const, methodId: value } : { method: kind };
}

/** Records what a customer paid for what is owed, for example by bank transfer. */
export function PaymentDialog({
  customer,
  onClose,
}: {
  readonly customer: NonNullable<CustomerDetailQuery["customer"]>;
  readonly onClose: () => void;
}) {
  const { t, format } = useI18n();
  const ways = useWays();
  const checks = useChecks();
  const { location } = useSession();
  const { owed } = customer.account;
  const { currency } = owed;
  const kind = { kind: "money", currency } as const;
  const [, send] = useMutation(RecordCustomerPaymentDocument);
  // Made once: sent again after a lost answer, it is the same payment.
  const [made] = useState(() => ({ id: newId("cpy"), payment: newId("pay"), occurredAt: now() }));
  const initial = owed.amount > 0 ? fixedDecimal(owed.amount, minorDigits(currency)) : "";
  const { form, field } = useSubmitForm({
    initialValues: { amount: initial, method: "OTHER", reference: "" },
    check: ({ amount }) => ({ amount: checks.number(amount, kind) }),
    rename: (path) => path.replace("payments.0.", ""),
    send: ({ amount, method, reference }) =>
      send({
        input: {
          ...{ id: made.id, customerId: customer.id, locationId: location.id, occurredAt: made.occurredAt },
          payments: [
            {
              ...{ id: made.payment, amount: typedScaled(amount, kind) ?? 0 },
              ...wayOf(method),
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
        data={ways}
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
