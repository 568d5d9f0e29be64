"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { RefundSummary } from "../outbox/row.ts";

/** Goods that came back and do not go back into stock. Nothing where all do. */
export function NotRestocked({ goods }: { readonly goods: NonNullable<RefundSummary["writtenOff"]> }) {
  const { t, format } = useI18n();
  if (goods.length === 0) return null;
  const items = goods.map(({ description, ...counted }) => `${format.quantity(counted)} × ${description}`).join(", ");
  return (
    <Text size="sm" data-testid="not-restocked">
      {t("refund.notRestocked", { items })}
    </Text>
  );
}
