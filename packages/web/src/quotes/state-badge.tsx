"use client";

import { Badge } from "@mantine/core";
import type { QuoteState as State } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

const COLORS = { OPEN: "pine", SOLD: "gray", CANCELLED: "red", EXPIRED: "orange" } as const;

export function QuoteState({ state }: { readonly state: State }) {
  const { t } = useI18n();
  return (
    <Badge variant="light" color={COLORS[state]} tt="none" fw={550}>
      {t(`quotes.states.${state}`)}
    </Badge>
  );
}
