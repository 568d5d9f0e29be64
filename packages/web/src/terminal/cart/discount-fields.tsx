"use client";

import { SegmentedControl } from "@mantine/core";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { PERCENT, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { digitsOf, type Settings } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
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
  return { kind: "amount", text: fixedDecimal(discount.amount ?? 0, digitsOf(settings)) };
}

/** Undefined: it cannot be read. Nothing typed, or zero: no discount. */
export function discountsOf({ kind, text }: TypedDiscount, settings: Settings): CartDiscount[] | undefined {
  if (text.trim() === "") return [];
  if (kind === "amount") {
    const amount = typedScaled(text, { kind: "money", currency: settings.currency });
    if (amount === undefined) return undefined;
    return amount === 0 ? [] : [{ amount }];
  }
  const percent = typedDecimal(text, PERCENT);
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
  const { currency } = useCounter().settings;
  return (
    <div style={{ display: "flex", gap: 10, alignItems: "flex-start" }}>
      <NumberTextInput
        kind={value.kind === "percent" ? PERCENT : { kind: "money", currency }}
        label={t("terminal.discount.title")}
        size="lg"
        style={{ flex: 1 }}
        data-autofocus={autoFocus ? true : undefined}
        error={isWrong ? t("terminal.discount.wrong") : undefined}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
      />
      <SegmentedControl
        size="lg"
        mt={28}
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
