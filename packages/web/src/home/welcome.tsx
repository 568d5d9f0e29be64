"use client";

import { Button } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconReceipt } from "@tabler/icons-react";

/** For those who sell and do not see figures. */
export function Welcome() {
  const { t } = useI18n();
  const { location } = useSession();
  return (
    <EmptyState
      icon={<IconReceipt />}
      title={t("home.title", { location: location.name })}
      text={t("home.welcomeText")}
    >
      <Button component={AppLink} href="/sales">
        {t("nav.sales")}
      </Button>
    </EmptyState>
  );
}
