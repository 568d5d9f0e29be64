"use client";

import type { Money as MoneyValue } from "@pos/core/base/money.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export function Money({ value }: { readonly value: MoneyValue }) {
  const { format } = useI18n();
  return <span className="figures">{format.money(value)}</span>;
}

/** The sum of amounts of one currency. Shows nothing without an amount. */
export function MoneySum({ values }: { readonly values: readonly (MoneyValue | null)[] }) {
  const amounts = values.filter((value) => value !== null);
  const [first] = amounts;
  if (first === undefined || amounts.some(({ currency }) => currency !== first.currency)) return null;
  return <Money value={{ amount: amounts.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency }} />;
}
