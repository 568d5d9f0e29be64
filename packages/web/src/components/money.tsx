"use client";

import type { Money as MoneyValue } from "@pos/core/base/money.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export function Money({ value }: { readonly value: MoneyValue }) {
  const { format } = useI18n();
  return <span className="figures">{format.money(value)}</span>;
}
