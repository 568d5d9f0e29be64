"use client";

import { Button } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { DayField } from "./day-field.tsx";
import { todayAt } from "./days.ts";
import type { Address } from "./use-address.ts";

/** Business days from one to another, in the address. */
export function DayFields({
  address,
}: {
  readonly address: Address<{ readonly from: string | null; readonly to: string | null }>;
}) {
  const { t } = useI18n();
  const today = useToday();
  const { from, to } = address.state;
  return (
    <>
      <DayField
        label={t("sales.from")}
        value={from ?? ""}
        max={to ?? today}
        onChange={(day) => address.set({ from: day })}
      />
      <DayField
        label={t("sales.to")}
        value={to ?? ""}
        min={from ?? undefined}
        max={today}
        onChange={(day) => address.set({ to: day })}
      />
      <Button variant="default" onClick={() => address.set({ from: today, to: today })}>
        {t("sales.today")}
      </Button>
      {(from !== null || to !== null) && (
        <Button variant="subtle" onClick={() => address.set({ from: null, to: null })}>
          {t("common.clear")}
        </Button>
      )}
    </>
  );
}

/** The business day at the location that the pages speak of. */
export function useToday(): string {
  const { location } = useSession();
  return todayAt(location);
}
