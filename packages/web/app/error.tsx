"use client";

import { Button } from "@mantine/core";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconAlertTriangle } from "@tabler/icons-react";

/** Shown when a page fails to render; offers to try again. */
export default function ErrorPage({ reset }: { readonly reset: () => void }) {
  const { t } = useI18n();
  return (
    <main>
      <EmptyState icon={<IconAlertTriangle />} title={t("error.title")} text={t("error.screen")}>
        <Button onClick={reset}>{t("common.retry")}</Button>
      </EmptyState>
    </main>
  );
}
