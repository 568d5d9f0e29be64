"use client";

import { Select, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreateReportScheduleDocument,
  type ReportedDay,
  type ScheduleRowFragment,
  UpdateReportScheduleDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { type MailDraft, recipientsOf } from "./mail-draft.ts";
import { MailFields, recipientsError, useMailDraft } from "./mail-fields.tsx";

const DAYS: readonly ReportedDay[] = ["DAY_BEFORE", "SAME_DAY"];

interface ScheduleDraft extends MailDraft {
  readonly timeOfDay: string;
  readonly reportedDay: ReportedDay;
  readonly enabled: boolean;
}

export function ScheduleDialog({
  schedule,
  onClose,
}: {
  /** Absent: a new one. */
  readonly schedule?: ScheduleRowFragment;
  readonly onClose: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const checks = useChecks();
  const mail = useMailDraft();
  const [id] = useState(() => schedule?.id ?? newId("rsc"));
  const [, create] = useMutation(CreateReportScheduleDocument);
  const [, update] = useMutation(UpdateReportScheduleDocument);
  const fields = useSubmitForm({
    initialValues: draftOf(schedule, mail),
    check: (draft) => ({
      timeOfDay: checks.filled(draft.timeOfDay),
      recipients: recipientsError(draft, i18n),
    }),
    send: (draft) => {
      const { language, timeOfDay, reportedDay, enabled } = draft;
      const settings = { recipients: recipientsOf(draft), language, timeOfDay, reportedDay, enabled };
      return schedule === undefined
        ? create({ input: { ...settings, id, locationId: location.id, report: "DAILY" } })
        : update({ input: { ...settings, reportScheduleId: id, version: schedule.version } });
    },
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={fields.form}
      title={t(schedule === undefined ? "reports.createSchedule" : "reports.editSchedule")}
      onClose={onClose}
      action={t("common.save")}
    >
      <TextInput
        type="time"
        label={t("reports.time")}
        description={t("reports.timeHelp", { zone: location.timeZone, location: location.name })}
        required
        {...fields.field("timeOfDay")}
        onChange={(event) => fields.change({ timeOfDay: event.currentTarget.value.slice(0, 5) }, "timeOfDay")}
      />
      <Select
        label={t("reports.reportedDay")}
        allowDeselect={false}
        data={DAYS.map((value) => ({ value, label: t(`reports.${value}`) }))}
        {...fields.field("reportedDay")}
      />
      <MailFields fields={fields} />
      <Switch label={t("reports.on")} {...fields.getInputProps("enabled", { type: "checkbox" })} />
    </SubmitDialog>
  );
}

function draftOf(schedule: ScheduleRowFragment | undefined, mail: MailDraft): ScheduleDraft {
  if (schedule === undefined) return { ...mail, timeOfDay: "07:00", reportedDay: "DAY_BEFORE", enabled: true };
  const { recipients, language, timeOfDay, reportedDay, enabled } = schedule;
  return { ...{ recipients, language, timeOfDay, reportedDay, enabled }, typed: "" };
}
