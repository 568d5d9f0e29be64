"use client";

import { Button } from "@mantine/core";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconAlertTriangle } from "@tabler/icons-react";

/** The frame stays, so that other pages can be reached. */
export default function DashboardError({ reset }: { readonly reset: () => void }) {
  const { t } = useI18n();
  return (
    <EmptyState icon={<IconAlertTriangle />} title={t("error.title")} text={t("error.screen")}>
      <Button onClick={reset}>{t("common.retry")}</Button>
    </EmptyState>
  );
}
