"use client";

import { Select, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
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
import { MailFields, useMailDraft } from "./mail-fields.tsx";

const DAYS: readonly ReportedDay[] = ["DAY_BEFORE", "SAME_DAY"];

export function ScheduleDialog({
  schedule,
  onClose,
}: {
  /** Absent: a new one. */
  readonly schedule?: ScheduleRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const { location } = useSession();
  const mail = useMailDraft();
  const [id] = useState(() => schedule?.id ?? newId("rsc"));
  const [before] = useState(() => ({
    ...mail,
    ...{ timeOfDay: "07:00", reportedDay: "DAY_BEFORE" as ReportedDay, enabled: true },
    ...schedule,
  }));
  const [draft, setDraft] = useState(before);
  const [created, create] = useMutation(CreateReportScheduleDocument);
  const [updated, update] = useMutation(UpdateReportScheduleDocument);
  const refused = created.data?.createReportSchedule.userErrors ?? updated.data?.updateReportSchedule.userErrors;

  async function submit() {
    const { recipients, language, timeOfDay, reportedDay, enabled } = draft;
    const settings = { recipients: [...recipients], language, timeOfDay, reportedDay, enabled };
    const saved =
      schedule === undefined
        ? (await create({ input: { ...settings, id, locationId: location.id, report: "DAILY" } })).data
            ?.createReportSchedule
        : (await update({ input: { ...settings, reportScheduleId: id, version: schedule.version } })).data
            ?.updateReportSchedule;
    if (!saved?.reportSchedule) return;
    notifications.show({ message: t("common.saved"), color: "pine" });
    onClose();
  }

  return (
    <FormDialog
      title={t(schedule === undefined ? "reports.createSchedule" : "reports.editSchedule")}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={created.fetching || updated.fetching}
      isDirty={draft !== before}
      isDisabled={draft.recipients.length === 0 || draft.timeOfDay === ""}
      action={t("common.save")}
    >
      <TextInput
        type="time"
        label={t("reports.time")}
        description={t("reports.timeHelp", { zone: location.timeZone, location: location.name })}
        required
        value={draft.timeOfDay}
        onChange={(event) => setDraft({ ...draft, timeOfDay: event.currentTarget.value.slice(0, 5) })}
      />
      <Select
        label={t("reports.reportedDay")}
        allowDeselect={false}
        data={DAYS.map((value) => ({ value, label: t(`reports.${value}`) }))}
        value={draft.reportedDay}
        onChange={(value) => setDraft({ ...draft, reportedDay: value as ReportedDay })}
      />
      <MailFields draft={draft} onChange={(changed) => setDraft({ ...draft, ...changed })} />
      <Switch
        label={t("reports.on")}
        checked={draft.enabled}
        onChange={(event) => setDraft({ ...draft, enabled: event.currentTarget.checked })}
      />
      <Refusals error={created.error ?? updated.error} refused={refused} />
    </FormDialog>
  );
}
