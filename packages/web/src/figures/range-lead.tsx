"use client";

import type { SalesComparedQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import type { ChosenRange } from "./chosen-range.ts";
import { useSpanText } from "./use-span-text.ts";

/** Which days a page shows, and which it compares them with. */
export function RangeLead({
  chosen: { range, compared },
  before,
}: {
  readonly chosen: ChosenRange;
  readonly before: SalesComparedQuery | undefined;
}) {
  const { t, format } = useI18n();
  const { location, isAll } = useSession();
  const spanText = useSpanText();
  const until = isAll ? undefined : before?.salesUpTo?.until;
  const span = spanText(compared);
  const comparison =
    until === undefined
      ? t("figures.comparedWith", { span })
      : t("figures.comparedUntil", { span, time: format.time(until, location.timeZone) });
  return (
    <>
      {spanText(range)}
      <br />
      {comparison}
    </>
  );
}
