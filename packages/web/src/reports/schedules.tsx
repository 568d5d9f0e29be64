"use client";

import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  DeleteReportScheduleDocument,
  ReportSchedulesDocument,
  type ScheduleRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconCalendarTime, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { ScheduleDialog } from "./schedule-dialog.tsx";

const FRESH = { additionalTypenames: ["ReportSchedule", "DeleteReportSchedulePayload"] };

export function Schedules() {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const confirm = useConfirm();
  const tell = useOutcome();
  const [editing, setEditing] = useState<ScheduleRowFragment | "new" | undefined>(undefined);
  const [, deleteSchedule] = useMutation(DeleteReportScheduleDocument);
  const [state, refetch] = useQuery({
    query: ReportSchedulesDocument,
    variables: { locationId: location.id },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  async function remove({ id, version, timeOfDay }: ScheduleRowFragment) {
    const question = {
      title: t("reports.deleteTitle", { time: timeOfDay }),
      text: t("reports.deleteText"),
      action: t("reports.delete"),
    };
    if (!(await confirm(question))) return;
    const result = await deleteSchedule({ input: { reportScheduleId: id, version } });
    if (tell(result, result.data?.deleteReportSchedule.userErrors))
      notifications.show({ message: t("reports.deleted"), color: "pine" });
  }
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEditing("new")}>
      {t("reports.createSchedule")}
    </Button>
  );
  const actions = { edit: setEditing, remove: (schedule: ScheduleRowFragment) => void remove(schedule) };
  return (
    <>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ reportSchedules }) =>
          reportSchedules === null || reportSchedules.length === 0 ? (
            <EmptyState
              icon={<IconCalendarTime />}
              title={t("reports.noSchedulesTitle")}
              text={t("reports.noSchedulesText")}
            >
              {create}
            </EmptyState>
          ) : (
            <Stack gap="md" align="stretch">
              <Group justify="flex-end">{create}</Group>
              <DataTable
                caption={t("reports.schedules")}
                columns={columns(i18n, location.timeZone, actions)}
                rows={reportSchedules}
                keyOf={({ id }) => id}
              />
            </Stack>
          )
        }
      </QueryResult>
      {editing !== undefined && (
        <ScheduleDialog {...(editing === "new" ? {} : { schedule: editing })} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}

interface Actions {
  readonly edit: (schedule: ScheduleRowFragment) => void;
  readonly remove: (schedule: ScheduleRowFragment) => void;
}

function columns({ t, format }: I18n, zone: string, actions: Actions): Column<ScheduleRowFragment>[] {
  return [
    {
      key: "time",
      isShort: true,
      label: t("reports.time"),
      onPhone: "title",
      cell: ({ timeOfDay }) => (
        <>
          {timeOfDay}
          <Text size="xs" c="dimmed">
            {zone}
          </Text>
        </>
      ),
    },
    { key: "day", label: t("reports.reportedDay"), cell: ({ reportedDay }) => t(`reports.${reportedDay}`) },
    {
      key: "recipients",
      onPhone: "plain",
      label: t("reports.recipientsField"),
      cell: ({ recipients }) => recipients.join(", "),
    },
    { key: "language", label: t("settings.language"), cell: ({ language }) => t(`reports.language.${language}`) },
    {
      key: "next",
      isShort: true,
      label: t("reports.next"),
      cell: ({ nextAt }) => (nextAt === null ? null : format.dateTime(nextAt, zone)),
    },
    {
      key: "state",
      label: t("sales.state"),
      onPhone: "value",
      cell: ({ enabled }) => (
        <Badge variant="light" color={enabled ? "pine" : "gray"} tt="none">
          {t(enabled ? "reports.on" : "reports.off")}
        </Badge>
      ),
    },
    {
      key: "actions",
      onPhone: "plain",
      label: t("common.actions"),
      align: "end",
      cell: (schedule) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => actions.edit(schedule)}>
            {t("common.edit")}
          </Button>
          <Button size="xs" variant="subtle" color="red" onClick={() => actions.remove(schedule)}>
            {t("reports.delete")}
          </Button>
        </Group>
      ),
    },
  ];
}
