"use client";

import { Filters } from "@pos/web/components/filters.tsx";
import type { UrlState } from "@pos/web/components/url-state.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { lazy, type ReactNode, Suspense } from "react";
import type { ChosenRange } from "./chosen-range.ts";
import { comparisonsOf, PERIODS } from "./range.ts";
import classes from "./range-fields.module.css";

const OwnDays = lazy(() => import("./own-days.tsx"));

/** The period of a page, and what it is compared with, in the address. */
export function RangeFields({
  url,
  chosen,
  children,
}: {
  readonly url: UrlState;
  readonly chosen: ChosenRange;
  /** What can be done with the figures. */
  readonly children?: ReactNode;
}) {
  const { t } = useI18n();
  const { period, range, comparison } = chosen;
  const choose = (value: string) =>
    url.set(
      value === "custom"
        ? { period: value, from: range.from, to: range.to }
        : { period: value === "today" ? null : value, from: null, to: null },
    );
  return (
    <Filters>
      <Choice
        label={t("figures.periods")}
        value={period}
        options={PERIODS.map((value) => [value, t(`figures.period.${value}`)])}
        onChange={choose}
      />
      {period === "custom" && (
        <Suspense>
          <OwnDays url={url} chosen={chosen} />
        </Suspense>
      )}
      <Choice
        label={t("figures.comparison")}
        value={comparison}
        options={comparisonsOf(range).map((value) => [value, t(`figures.compare.${value}`)])}
        onChange={(compare) => url.set({ compare })}
      />
      {children}
    </Filters>
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
