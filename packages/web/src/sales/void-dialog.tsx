"use client";

import { Checkbox, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId, now } from "@pos/web/clock.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { VoidSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import type { SaleDetail } from "./sale-detail.ts";

const EMPTY: { readonly reason: string; readonly writeOffLines: readonly string[] } = { reason: "", writeOffLines: [] };

/** Voids a whole sale: why, and which of its goods cannot be sold again. */
export function VoidDialog({ sale, onClose }: { readonly sale: SaleDetail; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const [, send] = useMutation(VoidSaleDocument);
  // Made once: sent again after a lost answer, it is the same void.
  const [made] = useState(() => ({ id: newId("voi"), occurredAt: now() }));
  const number = sale.receiptNumber;
  const { form, field } = useSubmitForm({
    initialValues: EMPTY,
    check: ({ reason }) => ({ reason: reason.trim() === "" ? t("void.reasonMissing") : undefined }),
    send: ({ reason, writeOffLines }) =>
      send({
        input: {
          ...{ ...made, saleId: sale.id, reason: reason.trim() },
          writeOffLines: writeOffLines.map(Number),
        },
      }),
    onSaved() {
      notifications.show({ message: t("void.done", { number }), color: "pine" });
      onClose();
    },
  });
  const unpaid = sale.payments.reduce((sum, { state, amount }) => (state === "VOIDED" ? sum + amount.amount : sum), 0);
  const { total, rounding } = sale;
  const amount = format.money({ amount: total.amount + rounding.amount - unpaid, currency: total.currency });
  return (
    <SubmitDialog
      form={form}
      title={t("void.title", { number })}
      onClose={onClose}
      action={t("void.submit", { amount })}
      actionColor="red.9"
    >
      <Text size="sm">{t("void.lead")}</Text>
      <MoneyBack sale={sale} />
      <Textarea
        label={t("refund.reason")}
        description={t("void.reasonHelp")}
        required
        autosize
        maxLength={500}
        data-autofocus
        {...field("reason")}
      />
      <Checkbox.Group label={t("void.writeOffLines")} {...field("writeOffLines")}>
        <Stack gap="xs" mt={6}>
          {sale.lines.map(({ id: lineId, description, ...counted }, index) => (
            <Checkbox key={lineId} value={String(index + 1)} label={`${format.quantity(counted)} × ${description}`} />
          ))}
        </Stack>
      </Checkbox.Group>
    </SubmitDialog>
  );
}

/** What each payment gives back; cash lies in the drawer of the terminal that sold. */
function MoneyBack({ sale }: { readonly sale: SaleDetail }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const paid = sale.payments.filter(({ state }) => state !== "VOIDED");
  const back = paid.map(({ amount, ...payment }) => `${methodName(i18n, payment)} ${format.money(amount)}`);
  const isCash = sale.payments.some(({ method }) => method === "CASH");
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("void.givenBack")}
      </Text>
      <Text fw={650} className="figures">
        {back.join(", ")}
      </Text>
      {isCash && <Text size="sm">{t("void.fromDrawer", { terminal: sale.terminal.name })}</Text>}
    </div>
  );
}
