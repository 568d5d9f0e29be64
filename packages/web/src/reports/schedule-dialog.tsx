"use client";

import { Select, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { type FieldErrors, useFieldErrors } from "@pos/web/components/field-errors.ts";
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
import { type MailDraft, MailFields, useMailDraft } from "./mail-fields.tsx";

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
  const { errorOf, rest } = useFieldErrors(refused, ["timeOfDay", "reportedDay", "recipients"]);

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
      <ScheduleFields draft={draft} onChange={setDraft} errorOf={errorOf} />
      <Refusals error={created.error ?? updated.error} refused={rest} />
    </FormDialog>
  );
}

function ScheduleFields<Draft extends ScheduleDraft>({
  draft,
  onChange,
  errorOf,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly errorOf: FieldErrors["errorOf"];
}) {
  const { t } = useI18n();
  const { location } = useSession();
  return (
    <>
      <TextInput
        type="time"
        label={t("reports.time")}
        description={t("reports.timeHelp", { zone: location.timeZone, location: location.name })}
        required
        value={draft.timeOfDay}
        error={errorOf("timeOfDay")}
        onChange={(event) => onChange({ ...draft, timeOfDay: event.currentTarget.value.slice(0, 5) })}
      />
      <Select
        label={t("reports.reportedDay")}
        allowDeselect={false}
        data={DAYS.map((value) => ({ value, label: t(`reports.${value}`) }))}
        value={draft.reportedDay}
        error={errorOf("reportedDay")}
        onChange={(value) => onChange({ ...draft, reportedDay: value as ReportedDay })}
      />
      <MailFields draft={draft} onChange={(changed) => onChange({ ...draft, ...changed })} errorOf={errorOf} />
      <Switch
        label={t("reports.on")}
        checked={draft.enabled}
        onChange={(event) => onChange({ ...draft, enabled: event.currentTarget.checked })}
      />
    </>
  );
}
