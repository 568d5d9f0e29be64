"use client";

import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import { useLive } from "./live.tsx";
import { useSession } from "./session.tsx";

const SALES = `subscription SaleRecorded($locationId: ID!, $after: String) {
  saleRecorded(locationId: $locationId, after: $after) { cursor previous saleId }
}`;
const STOCK = `subscription StockChanged($locationId: ID!, $after: String) {
  stockChanged(locationId: $locationId, after: $after) { cursor previous }
}`;

/** Calls back soon after something was sold at the location; many sales at once are one call. */
export function useSaleChanges(onChange: () => void): void {
  useChanges(SALES, onChange);
}

export function useStockChanges(onChange: () => void): void {
  useChanges(STOCK, onChange);
}

const TOGETHER_MILLISECONDS = 400;

/** A push is a hint, the query is the truth: what came is asked for anew. */
function useChanges(document: string, onChange: () => void): void {
  const live = useLive();
  const { location } = useSession();
  const changed = useEffectEvent(onChange);
  const soon = useDebouncedCallback(() => changed(), { delay: TOGETHER_MILLISECONDS });
  const locationId = location.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the debounced callback calls an effect event, which is the newest.
  useEffect(() => {
    if (live === undefined) return;
    const following = live.subscribeFrom(document, { locationId }, {}, { event: () => soon(), error: () => {} });
    return () => following.stop();
  }, [live, document, locationId]);
}
