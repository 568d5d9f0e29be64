"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { useToday } from "@pos/web/components/day-fields.tsx";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { SendReportDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { MailFields, useMailDraft } from "./mail-fields.tsx";

/** Sends a day's report by hand. */
export function SendDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { location } = useSession();
  const today = useToday();
  const [id] = useState(() => newId("rsn"));
  const [mail, setMail] = useState(useMailDraft());
  const [day, setDay] = useState(today);
  const [result, send] = useMutation(SendReportDocument);
  const { errorOf, rest } = useFieldErrors(result.data?.sendReport.userErrors, ["day", "recipients"]);
  async function submit() {
    const { recipients, language } = mail;
    const input = { id, locationId: location.id, report: "DAILY" as const, day, language, recipients: [...recipients] };
    const { data } = await send({ input });
    if (!data?.sendReport.sending) return;
    notifications.show({ message: t("reports.sending"), color: "pine" });
    onClose();
  }
  return (
    <FormDialog
      title={t("reports.sendTitle", { location: location.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={mail.recipients.length > 0}
      isDisabled={mail.recipients.length === 0 || day === ""}
      action={t("reports.send")}
    >
      <TextInput
        type="date"
        label={t("reports.day")}
        required
        max={today}
        value={day}
        error={errorOf("day")}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <MailFields draft={mail} onChange={setMail} errorOf={errorOf} />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}
