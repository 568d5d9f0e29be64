"use client";

import { DayField } from "@pos/web/components/day-field.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { RangeAddress } from "./address.ts";
import type { ChosenRange } from "./chosen-range.ts";

/** The first and the last day of a period of one's own. Loaded when one is chosen. */
export default function OwnDays({
  address,
  chosen,
}: {
  readonly address: Address<RangeAddress>;
  readonly chosen: ChosenRange;
}) {
  const { t } = useI18n();
  const { range, today } = chosen;
  const days = { period: "custom" as const, from: range.from, to: range.to };
  return (
    <>
      <DayField
        label={t("sales.from")}
        value={range.from}
        max={range.to}
        onChange={(from) => from !== "" && address.set({ ...days, from })}
      />
      <DayField
        label={t("sales.to")}
        value={range.to}
        min={range.from}
        max={today}
        onChange={(to) => to !== "" && address.set({ ...days, to })}
      />
    </>
  );
}
