"use client";

import { useThrottledCallback } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import { useSharing } from "./live.tsx";
import { useSessionIfAny } from "./session.tsx";

const BOOKED = `subscription EntriesBooked($locationId: ID!, $after: String) {
  entriesBooked(locationId: $locationId, after: $after) { cursor }
}`;

const INTERVAL_MILLISECONDS = 500;
/** For what few sales change. */
export const SELDOM_MILLISECONDS = 2_000;

/**
 * Calls back when something was booked at the location: at once, and while selling goes on, throttled. An event
 * only invalidates: the page queries again.
 */
export function useChanges(onChange: () => void, intervalMilliseconds = INTERVAL_MILLISECONDS): void {
  const sharing = useSharing();
  const locationId = useSessionIfAny()?.location.id;
  const changed = useEffectEvent(useThrottledCallback(onChange, intervalMilliseconds));
  useEffect(() => {
    if (sharing === undefined || locationId === undefined) return;
    return sharing.hear(BOOKED, { locationId }, () => changed());
  }, [sharing, locationId]);
}
