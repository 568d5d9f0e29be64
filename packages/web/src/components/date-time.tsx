"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";

/** An instant on the wall clock of a location. */
export function DateTime({ instant, zone }: { readonly instant: string; readonly zone: string }) {
  const { format } = useI18n();
  return (
    <time dateTime={instant} className="figures">
      {format.dateTime(instant, zone)}
    </time>
  );
}
