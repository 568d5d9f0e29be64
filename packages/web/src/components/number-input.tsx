"use client";

import { Checkbox, TextInput, type TextInputProps } from "@mantine/core";
import { minorDigits } from "@pos/core/base/money.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { exampleOf, type NumberKind, placesOf, readNumber } from "./typed-number.ts";

export interface NumberTextInputProps extends Omit<TextInputProps, "value" | "onChange" | "inputMode"> {
  readonly kind: NumberKind;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** In a table: only problems are shown below it. */
  readonly isBare?: boolean;
}

/** A field for a number: below it is what it counts as, or what to type instead. Every number that a person types goes through it. */
export function NumberTextInput({
  kind,
  value,
  onChange,
  description,
  error,
  isBare = false,
  ...rest
}: NumberTextInputProps) {
  const i18n = useI18n();
  const typed = value.trim() === "" ? undefined : readNumber(value, kind);
  const problem = numberProblem(value, kind, i18n);
  const counts =
    typed?.ok && !isBare ? i18n.t("number.counts", { value: shownAs(typed.decimal, kind, i18n) }) : undefined;
  const below = [description, counts].filter((text) => text !== undefined);
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={below.length === 0 ? undefined : below.map((text, at) => <div key={String(at)}>{text}</div>)}
      error={problem ?? error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function shownAs(decimal: string, kind: NumberKind, { format }: I18n): string {
  if (kind.kind === "money") return format.unitPrice({ price: decimal, currency: kind.currency });
  return kind.kind === "percent" ? format.percent(Number(decimal) / 100) : format.decimal(decimal);
}

/** @returns what to type instead, or undefined if nothing is typed or the number is understood */
export function numberProblem(text: string, kind: NumberKind, { t }: I18n): string | undefined {
  const typed = text.trim() === "" ? undefined : readNumber(text, kind);
  if (typed === undefined || typed.ok) return undefined;
  const example = exampleOf(kind);
  const places = placesOf(kind);
  if (typed.problem === "TOO_PRECISE" && places === 0) return t("number.NO_PLACES", { example });
  return t(`number.${typed.problem}`, { example, places });
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
  return (
    <Checkbox
      size="sm"
      label={t("number.fractions", { places: minorDigits(currency) })}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
