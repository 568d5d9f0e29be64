"use client";

import { SalesComparedDocument, SalesOfRangeDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { type ChosenRange, isByHour, rangeVariables } from "./chosen-range.ts";

const MINUTE_MILLISECONDS = 60_000;
const DAY_INTERVAL_MILLISECONDS = 500;
/** A longer period reads more, and one sale changes it little. */
const LONG_INTERVAL_MILLISECONDS = 10_000;

/** What was sold in a period and in the one that it is compared with, kept up to date. */
export function useSales(chosen: ChosenRange) {
  const session = useSession();
  const isPermitted = usePermission()("report:read");
  const variables = rangeVariables(session, chosen);
  const options = { requestPolicy: "cache-and-network", pause: !isPermitted } as const;
  const [state, refetch] = useQuery({
    query: SalesOfRangeDocument,
    variables: variables.now,
    context: FRESH,
    ...options,
  });
  const [before, refetchBefore] = useQuery({ query: SalesComparedDocument, variables: variables.before, ...options });
  const reload = () => refetch({ requestPolicy: "network-only" });
  useChanges(
    () => {
      if (isPermitted && chosen.isPartial) reload();
    },
    isByHour(chosen) ? DAY_INTERVAL_MILLISECONDS : LONG_INTERVAL_MILLISECONDS,
  );
  // As much of the other period as has passed of this one changes by the clock, and other locations send no events here.
  const eachMinute = useEffectEvent(() => {
    refetchBefore({ requestPolicy: "network-only" });
    if (session.isAll) reload();
  });
  const isTicking = isPermitted && chosen.isPartial;
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => eachMinute(), MINUTE_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isTicking]);
  // While another period is asked for, the answer to the one before is still there.
  const asked = before.operation?.variables;
  const isOfThis =
    asked === undefined ||
    (asked.locationId === variables.before.locationId &&
      asked.from === variables.before.from &&
      asked.to === variables.before.to);
  return { state, reload, before: isOfThis ? before.data : undefined };
}

const FRESH = { additionalTypenames: ["Sale", "Refund", "SaleVoid", "StockAdjustment"] };
