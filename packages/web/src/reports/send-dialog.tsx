"use client";

import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { DayField } from "@pos/web/components/day-field.tsx";
import { useToday } from "@pos/web/components/day-fields.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { SendReportDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { recipientsOf } from "./mail-draft.ts";
import { MailFields, recipientsError, useMailDraft } from "./mail-fields.tsx";

/** Sends a day's report by hand. */
export function SendDialog({
  day,
  onClose,
}: {
  /** The day on the screen. */
  readonly day: string;
  readonly onClose: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const today = useToday();
  const checks = useChecks();
  const [id] = useState(() => newId("rsn"));
  const [initialValues] = useState({ ...useMailDraft(), day });
  const [, send] = useMutation(SendReportDocument);
  const fields = useSubmitForm({
    initialValues,
    check: (values) => ({ day: checks.filled(values.day), recipients: recipientsError(values, i18n) }),
    send: ({ day: chosen, language, ...mail }) =>
      send({
        input: {
          ...{ id, locationId: location.id, report: "DAILY", day: chosen, language },
          recipients: recipientsOf({ ...mail, language }),
        },
      }),
    onSaved() {
      notifications.show({ message: t("reports.sending"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={fields.form}
      title={t("reports.sendTitle", { location: location.name })}
      onClose={onClose}
      action={t("reports.send")}
    >
      <DayField label={t("reports.day")} required max={today} {...fields.field("day")} />
      <MailFields fields={fields} />
    </SubmitDialog>
  );
}
