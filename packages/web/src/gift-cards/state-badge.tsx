"use client";

import { Badge } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export function CardState({ isBlocked }: { readonly isBlocked: boolean | null }) {
  const { t } = useI18n();
  return (
    <Badge variant="light" color={isBlocked ? "red" : "pine"} tt="none" fw={550}>
      {t(isBlocked ? "giftCards.blocked" : "giftCards.active")}
    </Badge>
  );
}
