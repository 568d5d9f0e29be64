"use client";

import { Alert, Button, SegmentedControl } from "@mantine/core";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { ListSkeleton } from "@pos/web/components/skeletons.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconMail } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { REPORTS_ADDRESS } from "./address.ts";
import { reportDay } from "./queries.ts";
import { viewOf, viewsOf } from "./views.ts";

// Each view is loaded when it is shown.
const DailyReportView = lazy(async () => ({ default: (await import("./daily-report.tsx")).DailyReportView }));
const RangeReport = lazy(async () => ({ default: (await import("./range-report.tsx")).RangeReport }));
const Schedules = lazy(async () => ({ default: (await import("./schedules.tsx")).Schedules }));
const Sendings = lazy(async () => ({ default: (await import("./sendings.tsx")).Sendings }));
const SendDialog = lazy(async () => ({ default: (await import("./send-dialog.tsx")).SendDialog }));

export function ReportsPage() {
  const { t } = useI18n();
  const session = useSession();
  const isPermitted = usePermission();
  const canSend = isPermitted("report:schedule");
  const address = useAddress(REPORTS_ADDRESS);
  const view = viewOf(session, address.state.view);
  const [isSending, setSending] = useState(false);
  if (!isPermitted("report:read"))
    return (
      <>
        <PageHeader title={t("nav.reports")} />
        <Alert color="yellow" variant="light">
          {t("reports.forbidden")}
        </Alert>
      </>
    );
  const { isAll, location } = session;
  const views = viewsOf(session);
  return (
    <>
      <PageHeader
        title={t("nav.reports")}
        lead={isAll ? t("reports.leadOfAll") : t("reports.lead", { location: location.name })}
      >
        {canSend && view !== "period" && (
          <Button
            variant="default"
            leftSection={<IconMail size={16} aria-hidden="true" />}
            onClick={() => setSending(true)}
          >
            {t("reports.sendNow")}
          </Button>
        )}
      </PageHeader>
      {views.length > 1 && (
        <Filters>
          <SegmentedControl
            aria-label={t("reports.view")}
            value={view}
            data={views.map((value) => ({ value, label: t(`reports.${value}`) }))}
            onChange={(value) => address.set({ view: views.find((one) => one === value) ?? null, day: null })}
          />
        </Filters>
      )}
      <Suspense fallback={<ListSkeleton />}>
        {view === "daily" && <DailyReportView address={address} />}
        {view === "period" && <RangeReport address={address} />}
        {view === "schedules" && <Schedules />}
        {view === "sent" && <Sendings address={address} />}
      </Suspense>
      <Suspense>
        {isSending && <SendDialog day={reportDay(session, address.state.day)} onClose={() => setSending(false)} />}
      </Suspense>
    </>
  );
}
