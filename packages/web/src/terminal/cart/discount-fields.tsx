"use client";

import { SegmentedControl, TextInput } from "@mantine/core";
import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { amountOf, typedAmount } from "../payment/amount.ts";
import { digitsOf, type Settings } from "../settings.ts";
import type { CartDiscount } from "./cart.ts";
import { isDiscount } from "./price.ts";

/** A discount as it is being typed. */
export interface TypedDiscount {
  readonly kind: "percent" | "amount";
  readonly text: string;
}

export function typedDiscount(discount: CartDiscount | undefined, settings: Settings): TypedDiscount {
  if (discount === undefined) return { kind: "percent", text: "" };
  if (discount.percent !== undefined) return { kind: "percent", text: discount.percent };
  return { kind: "amount", text: typedAmount(discount.amount ?? 0, digitsOf(settings)) };
}

/** Undefined: it cannot be read. Nothing typed, or zero: no discount. */
export function discountsOf({ kind, text }: TypedDiscount, settings: Settings): CartDiscount[] | undefined {
  if (text.trim() === "") return [];
  if (kind === "amount") {
    const amount = amountOf(text, digitsOf(settings));
    if (amount === undefined) return undefined;
    return amount === 0 ? [] : [{ amount }];
  }
  const percent = canonicalDecimal(text.trim().replace(",", "."));
  if (percent === undefined) return undefined;
  if (percent === "0") return [];
  return isDiscount({ percent }) ? [{ percent }] : undefined;
}

export function DiscountFields({
  value,
  onChange,
  isWrong,
  autoFocus = false,
}: {
  readonly value: TypedDiscount;
  readonly onChange: (value: TypedDiscount) => void;
  readonly isWrong: boolean;
  readonly autoFocus?: boolean;
}) {
  const { t } = useI18n();
  return (
    <div style={{ display: "flex", gap: 10, alignItems: "flex-end" }}>
      <TextInput
        label={t("terminal.discount.title")}
        size="lg"
        inputMode="decimal"
        style={{ flex: 1 }}
        autoComplete="off"
        data-autofocus={autoFocus ? true : undefined}
        error={isWrong ? t("terminal.discount.wrong") : undefined}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <SegmentedControl
        size="lg"
        aria-label={t("terminal.discount.kind")}
        value={value.kind}
        data={[
          { value: "percent", label: "%" },
          { value: "amount", label: t("terminal.discount.amount") },
        ]}
        onChange={(kind) => onChange({ ...value, kind: kind as TypedDiscount["kind"] })}
      />
    </div>
  );
}
