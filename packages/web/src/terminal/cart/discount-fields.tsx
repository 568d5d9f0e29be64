"use client";

import { Autocomplete, Button, SegmentedControl, Stack, Text } from "@mantine/core";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { PERCENT, QUANTITY, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { digitsOf, type Settings } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import classes from "./cart.module.css";
import type { CartDiscount } from "./cart.ts";
import { foldOf, percentOfFold } from "./fold.ts";
import { isDiscount } from "./price.ts";

/** A discount as it is being typed. */
export interface TypedDiscount {
  readonly kind: "percent" | "fold" | "amount";
  readonly text: string;
  readonly reason: string;
}

/** @param language in Chinese a discount is a fold, where it can be one */
export function typedDiscount(discount: CartDiscount | undefined, settings: Settings, language: string): TypedDiscount {
  const { reason = "", percent, amount = 0 } = discount ?? {};
  if (discount === undefined) return { kind: language === "zh" ? "fold" : "percent", text: "", reason };
  if (percent === undefined) return { kind: "amount", text: fixedDecimal(amount, digitsOf(settings)), reason };
  const fold = language === "zh" ? foldOf(percent) : undefined;
  return fold === undefined ? { kind: "percent", text: percent, reason } : { kind: "fold", text: fold, reason };
}

/** Undefined: it cannot be read. Nothing typed, or zero: no discount. */
export function discountsOf({ kind, text, reason }: TypedDiscount, settings: Settings): CartDiscount[] | undefined {
  if (text.trim() === "") return [];
  const why = cleanReason(reason);
  const because = why === "" ? {} : { reason: why };
  if (kind === "amount") {
    const amount = typedScaled(text, { kind: "money", currency: settings.currency });
    if (amount === undefined) return undefined;
    return amount === 0 ? [] : [{ amount, ...because }];
  }
  const typed = typedDecimal(text, kind === "fold" ? QUANTITY : PERCENT);
  const percent = typed === undefined || kind === "percent" ? typed : percentOfFold(typed);
  if (percent === undefined) return undefined;
  if (percent === "0") return [];
  return isDiscount({ percent }) ? [{ percent, ...because }] : undefined;
}

const PERCENTS = ["5", "10", "15", "20", "50"];
const REASONS = ["damaged", "priceMatch", "regular", "staff", "opening"] as const;

export function DiscountFields({
  value,
  onChange,
  onPreset,
  isWrong,
  autoFocus = false,
}: {
  readonly value: TypedDiscount;
  readonly onChange: (value: TypedDiscount) => void;
  /** One of the usual discounts was chosen. */
  readonly onPreset: (value: TypedDiscount) => void;
  readonly isWrong: boolean;
  readonly autoFocus?: boolean;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  const { kind } = value;
  const numbers = { percent: PERCENT, fold: QUANTITY, amount: { kind: "money", currency } } as const;
  const paid = kind === "fold" ? discountsOf(value, settings)?.[0]?.percent : undefined;
  return (
    <Stack gap="sm">
      <DiscountKind value={value} onChange={onChange} />
      <Presets value={value} onPreset={onPreset} />
      <NumberTextInput
        kind={numbers[kind]}
        label={t("terminal.discount.title")}
        size="lg"
        data-autofocus={autoFocus ? true : undefined}
        onFocus={(event) => event.currentTarget.select()}
        error={isWrong ? t(kind === "fold" ? "counter.discount.foldWrong" : "terminal.discount.wrong") : undefined}
        {...(paid === undefined
          ? {}
          : { description: t("counter.discount.foldIs", { percent: format.decimal(paid) }) })}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
      />
      <ReasonField value={value.reason} onChange={(reason) => onChange({ ...value, reason })} />
    </Stack>
  );
}

/** Why a discount is given or a price changed; the usual reasons are offered. */
export function ReasonField({
  value,
  onChange,
  isRequired = false,
}: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly isRequired?: boolean;
}) {
  const { t } = useI18n();
  return (
    <Autocomplete
      label={t(isRequired ? "counter.price.reason" : "counter.discount.reason")}
      size="lg"
      required={isRequired}
      data={REASONS.map((reason) => t(`counter.reason.${reason}`))}
      maxLength={LIMITS.noteCharactersMax}
      value={value}
      onChange={onChange}
    />
  );
}

/** A typed reason as it is stored. */
export function cleanReason(reason: string): string {
  return reason.trim().replace(/\s+/g, " ");
}

interface TypedProps {
  readonly value: TypedDiscount;
  readonly onChange: (value: TypedDiscount) => void;
}

/** How the discount is typed; above it is how much this operator can give. */
function DiscountKind({ value, onChange }: TypedProps) {
  const { t, language, format } = useI18n();
  const { discountPercentMax: max } = useCounter("operator").operator;
  return (
    <>
      {max !== undefined && (
        <Text size="sm" c="dimmed">
          {t("counter.discount.limit", { limit: format.decimal(max) })}
        </Text>
      )}
      <SegmentedControl
        size="lg"
        fullWidth
        aria-label={t("terminal.discount.kind")}
        value={value.kind}
        data={[
          ...(language === "zh" ? [{ value: "fold", label: t("counter.discount.byFold") }] : []),
          { value: "percent", label: t("counter.discount.byPercent") },
          { value: "amount", label: t("counter.discount.byAmount") },
        ]}
        onChange={(kind) => onChange({ ...value, kind: kind as TypedDiscount["kind"], text: "" })}
      />
    </>
  );
}

/** The usual discounts, as far as this operator can give them. */
function Presets({ value, onPreset }: { readonly value: TypedDiscount; readonly onPreset: TypedProps["onChange"] }) {
  const { t } = useI18n();
  const { discountPercentMax: max } = useCounter("operator").operator;
  const { kind } = value;
  if (kind === "amount") return null;
  return (
    <div className={classes.presets}>
      {PERCENTS.filter((percent) => max === undefined || Number(percent) <= Number(max)).map((percent) => (
        <Button
          key={percent}
          variant="default"
          className={classes.preset}
          onClick={() => onPreset({ ...value, text: kind === "fold" ? (foldOf(percent) ?? "") : percent })}
        >
          {kind === "fold"
            ? t("counter.discount.fold", { fold: foldOf(percent) ?? "" })
            : t("counter.discount.preset", { percent })}
        </Button>
      ))}
    </div>
  );
}
