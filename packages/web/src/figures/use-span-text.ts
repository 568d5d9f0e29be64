"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { DayRange } from "./range.ts";

/** Writes a period for people. */
export function useSpanText(): (range: DayRange) => string {
  const { t, format, language } = useI18n();
  return ({ from, to }) => {
    if (from === to) return format.day(from);
    const isOfOneYear = from.slice(0, 4) === to.slice(0, 4);
    // The year is written once: last in English, first in Chinese.
    const [short, full] = [format.dayShort, format.date];
    const isYearFirst = language === "zh";
    return t("figures.span", {
      from: isOfOneYear && !isYearFirst ? short(from) : full(from),
      to: isOfOneYear && isYearFirst ? short(to) : full(to),
    });
  };
}
