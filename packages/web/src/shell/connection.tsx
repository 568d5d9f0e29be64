"use client";

import { Badge } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./dashboard.module.css";
import { useConnection } from "./use-connection.ts";

const COLORS = { live: "pine", connecting: "yellow", offline: "red" } as const;

/** Whether what is shown follows what happens. */
export function ConnectionBadge() {
  const { t } = useI18n();
  const state = useConnection();
  return (
    <Badge
      variant="dot"
      color={COLORS[state]}
      size="lg"
      className={classes.connection ?? ""}
      role="status"
      tt="none"
      fw={500}
      title={t(`connection.${state}Help`)}
    >
      {t(`connection.${state}`)}
    </Badge>
  );
}
