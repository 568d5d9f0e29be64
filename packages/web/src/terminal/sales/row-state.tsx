"use client";

import { Badge } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Row } from "../outbox/row.ts";

const COLORS = {
  live: "yellow",
  happened: "orange",
  unanswered: "orange",
  acknowledged: "pine",
  attention: "red",
  dismissed: "gray",
} as const;

export function RowState({ row }: { readonly row: Row }) {
  const { t } = useI18n();
  return (
    <Badge variant="light" color={COLORS[row.state]} tt="none" fw={550} data-state={row.state}>
      {t(`terminal.state.${row.state}`)}
    </Badge>
  );
}
