"use client";

import { Checkbox, TextInput, type TextInputProps } from "@mantine/core";
import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { exampleOf, type NumberKind, placesOf, readNumber } from "./typed-number.ts";

export interface NumberTextInputProps extends Omit<TextInputProps, "value" | "onChange" | "inputMode"> {
  readonly kind: NumberKind;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A field for a number: below it is what it counts as, or what to type instead. Every number that a person types goes through it. */
export function NumberTextInput({ kind, value, onChange, description, error, ...rest }: NumberTextInputProps) {
  const i18n = useI18n();
  const typed = value.trim() === "" ? undefined : readNumber(value, kind);
  const counts = typed?.ok ? i18n.t("number.counts", { value: shownAs(typed.decimal, kind, i18n) }) : undefined;
  const below = [description, counts].filter((text) => text !== undefined);
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={below.length === 0 ? undefined : below.map((text, at) => <div key={String(at)}>{text}</div>)}
      error={typed && !typed.ok ? problemOf(typed.problem, kind, i18n) : error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function shownAs(decimal: string, kind: NumberKind, { format }: I18n): string {
  if (kind.kind === "money") return format.unitPrice({ price: decimal, currency: kind.currency });
  return kind.kind === "percent" ? `${format.decimal(decimal)} %` : format.decimal(decimal);
}

function problemOf(
  problem: "NOT_A_NUMBER" | "AMBIGUOUS" | "TOO_PRECISE" | "NEGATIVE",
  kind: NumberKind,
  { t }: I18n,
): string {
  const example = exampleOf(kind);
  const places = placesOf(kind);
  if (problem === "TOO_PRECISE" && places === 0) return t("number.NO_PLACES", { example });
  return t(`number.${problem}`, { example, places });
}

/** Prices are as fine as the currency unless this is on. */
export function FractionSwitch({
  currency,
  isOn,
  onChange,
}: {
  readonly currency: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { t } = useI18n();
  const smallest = fromScaled(1, minorDigits(currency));
  return (
    <Checkbox
      size="sm"
      label={t("number.fractions", { smallest })}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
