"use client";

import { Button, TextInput } from "@mantine/core";
import { localTime } from "@pos/core/base/time.ts";
import { now } from "@pos/web/clock.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import type { UrlState } from "./url-state.ts";

/** Business days from one to another, in the address. */
export function DayFields({ url }: { readonly url: UrlState }) {
  const { t } = useI18n();
  const today = useToday();
  const from = url.get("from");
  const to = url.get("to");
  return (
    <>
      <TextInput
        type="date"
        label={t("sales.from")}
        value={from ?? ""}
        max={to ?? today}
        onChange={(event) => url.set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("sales.to")}
        value={to ?? ""}
        {...(from === undefined ? {} : { min: from })}
        max={today}
        onChange={(event) => url.set({ to: event.currentTarget.value })}
      />
      <Button variant="default" onClick={() => url.set({ from: today, to: today })}>
        {t("sales.today")}
      </Button>
      {(from !== undefined || to !== undefined) && (
        <Button variant="subtle" onClick={() => url.set({ from: null, to: null })}>
          {t("common.clear")}
        </Button>
      )}
    </>
  );
}

/** The business day at the location that the pages speak of. */
export function useToday(): string {
  const { location } = useSession();
  return localTime(now(), location.timeZone).day;
}
