"use client";

import { notifications } from "@mantine/notifications";
import { DayField } from "@pos/web/components/day-field.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { ChangeTaxRateDocument, type TaxRateFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { draftOf, RateFields, rateOfDraft, rateProblems } from "./rate-fields.tsx";

const LAST_DAY = "9999-12-31";

interface ChangeDialogProps {
  readonly rate: TaxRateFragment;
  readonly version: number;
  readonly onClose: () => void;
}

/** Another rate from a day on: for a change of the law, entered before it comes. */
export function ChangeDialog({ rate: { id, name, ...now }, version, onClose }: ChangeDialogProps) {
  const { t, format } = useI18n();
  const checks = useChecks();
  const [, send] = useMutation(ChangeTaxRateDocument);
  const fields = useSubmitForm({
    initialValues: { from: "", ...draftOf(now) },
    check: ({ from, ...rate }) => ({ from: checks.filled(from), ...rateProblems(rate, checks) }),
    send: ({ from, ...rate }) => send({ input: { taxCodeId: id, from, ...rateOfDraft(rate), version } }),
    onSaved(_, { from }) {
      notifications.show({ message: t("tax.changePlanned", { name, date: format.date(from) }), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={fields.form}
      title={t("tax.changeRateTitle", { name })}
      onClose={onClose}
      action={t("common.save")}
    >
      <DayField
        label={t("tax.from")}
        description={t("tax.fromHelp")}
        max={LAST_DAY}
        required
        data-autofocus
        {...fields.field("from")}
        onChange={(from) => fields.change({ from }, "from")}
      />
      <RateFields fields={fields} />
    </SubmitDialog>
  );
}
