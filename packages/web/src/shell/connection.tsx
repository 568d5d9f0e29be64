"use client";

import { Badge, Tooltip } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useConnection } from "./use-connection.ts";

const COLORS = { live: "pine", connecting: "yellow", offline: "red" } as const;

/** Whether what is shown follows what happens. */
export function ConnectionBadge() {
  const { t } = useI18n();
  const state = useConnection();
  return (
    <Tooltip label={t(`connection.${state}Help`)}>
      <Badge variant="dot" color={COLORS[state]} size="lg" role="status" tt="none" fw={500}>
        {t(`connection.${state}`)}
      </Badge>
    </Tooltip>
  );
}
