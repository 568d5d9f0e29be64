"use client";

import type { Address } from "@pos/web/components/use-address.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { lazy, type ReactNode, Suspense } from "react";
import type { RangeAddress } from "./address.ts";
import type { ChosenRange } from "./chosen-range.ts";
import { COMPARISONS, comparisonsOf, PERIODS } from "./range.ts";
import classes from "./range-fields.module.css";

const OwnDays = lazy(() => import("./own-days.tsx"));

/** The period of a page, and what it is compared with, in the address. */
export function RangeFields({
  address,
  chosen,
  children,
}: {
  readonly address: Address<RangeAddress>;
  readonly chosen: ChosenRange;
  /** What can be done with the figures. */
  readonly children?: ReactNode;
}) {
  const { t } = useI18n();
  const { period, range, comparison } = chosen;
  const choose = (value: string) =>
    address.set({
      period: PERIODS.find((one) => one === value) ?? null,
      ...(value === "custom" ? range : { from: null, to: null }),
    });
  return (
    <div className={`${classes.fields} screen-only`}>
      <Choice
        label={t("figures.periods")}
        value={period}
        options={PERIODS.map((value) => [value, t(`figures.period.${value}`)])}
        onChange={choose}
      />
      {period === "custom" && (
        <Suspense>
          <OwnDays address={address} chosen={chosen} />
        </Suspense>
      )}
      <Choice
        label={t("figures.comparison")}
        value={comparison}
        options={comparisonsOf(range).map((value) => [value, t(`figures.compare.${value}`)])}
        onChange={(value) => address.set({ compare: COMPARISONS.find((one) => one === value) ?? null })}
      />
      {children}
    </div>
  );
}

/** The browser's own: the library's field would cost the first load of the start page 6 kB. */
function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className={classes.choice}>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
