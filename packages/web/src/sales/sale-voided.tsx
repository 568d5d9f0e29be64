"use client";

import { Alert } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { SaleDetail } from "./sale-detail.ts";

/** When, by whom and why a sale was voided. Nothing where it was not. */
export function SaleVoided({ sale }: { readonly sale: SaleDetail }) {
  const { t, format } = useI18n();
  const { void: voided, location } = sale;
  if (voided === null) return null;
  const { reason, operator } = voided;
  const date = format.dateTime(voided.occurredAt, location.timeZone);
  return (
    <Alert color="red" variant="light" mb="md" title={t("sales.voided")} className="screen-only">
      {operator === null
        ? t("void.voidedAt", { date, reason })
        : t("void.voidedBy", { date, reason, name: operator.name })}
    </Alert>
  );
}
