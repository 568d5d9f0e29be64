"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { useUrlState } from "@pos/web/components/url-state.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { DailyReportView } from "./daily-report.tsx";
import { Schedules } from "./schedules.tsx";
import { SendDialog } from "./send-dialog.tsx";
import { Sendings } from "./sendings.tsx";

const VIEWS = ["daily", "schedules", "sent"] as const;

export function ReportsPage() {
  const { t } = useI18n();
  const { location } = useSession();
  const canSend = usePermission()("report:schedule");
  const url = useUrlState();
  const view = VIEWS.find((one) => one === url.get("view")) ?? "daily";
  const [isSending, setSending] = useState(false);
  return (
    <>
      <PageHeader title={t("nav.reports")} lead={t("reports.lead", { location: location.name })}>
        {canSend && (
          <Button
            variant="default"
            leftSection={<IconMail size={16} aria-hidden="true" />}
            onClick={() => setSending(true)}
          >
            {t("reports.sendNow")}
          </Button>
        )}
      </PageHeader>
      {canSend && (
        <Filters>
          <SegmentedControl
            aria-label={t("reports.view")}
            value={view}
            data={VIEWS.map((value) => ({ value, label: t(`reports.${value}`) }))}
            onChange={(value) => url.set({ view: value === "daily" ? null : value, day: null })}
          />
        </Filters>
      )}
      {view === "daily" && <DailyReportView url={url} />}
      {canSend && view === "schedules" && <Schedules />}
      {canSend && view === "sent" && <Sendings url={url} />}
      {isSending && <SendDialog onClose={() => setSending(false)} />}
    </>
  );
}
