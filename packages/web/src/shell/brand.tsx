"use client";

import { Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSessionIfAny } from "@pos/web/session/session.tsx";
import classes from "./dashboard.module.css";
import { Mark } from "./mark.tsx";

/** The product's sign and whose shop this is; leads to the start page. */
export function Brand() {
  const { t } = useI18n();
  const merchant = useSessionIfAny()?.me.merchant.name ?? t("common.product");
  return (
    <AppLink href="/" className={classes.brand} aria-label={`${merchant}, ${t("nav.home")}`}>
      <Mark />
      <Text span inherit truncate visibleFrom="sm" title={merchant}>
        {merchant}
      </Text>
    </AppLink>
  );
}
