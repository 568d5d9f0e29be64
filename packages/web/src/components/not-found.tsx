"use client";

import { Button } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconMapOff } from "@tabler/icons-react";
import { EmptyState } from "./empty-state.tsx";

export function NotFound() {
  const { t } = useI18n();
  return (
    <EmptyState icon={<IconMapOff />} title={t("common.notFoundTitle")} text={t("common.notFoundText")}>
      <Button component={AppLink} href="/" variant="default">
        {t("common.toHome")}
      </Button>
    </EmptyState>
  );
}
