"use client";

import { useThrottledCallback } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import { useLive } from "./live.tsx";
import { useSessionIfAny } from "./session.tsx";

const SALES = `subscription SaleRecorded($locationId: ID!, $after: String) {
  saleRecorded(locationId: $locationId, after: $after) { cursor previous saleId }
}`;
const STOCK = `subscription StockChanged($locationId: ID!, $after: String) {
  stockChanged(locationId: $locationId, after: $after) { cursor previous }
}`;

/** Calls back when something was sold at the location: at once, and while selling goes on, now and then. */
export function useSaleChanges(onChange: () => void): void {
  useChanges(SALES, onChange);
}

export function useStockChanges(onChange: () => void): void {
  useChanges(STOCK, onChange);
}

const APART_MILLISECONDS = 500;

/** A push is a hint, the query is the truth: what came is asked for anew. */
function useChanges(document: string, onChange: () => void): void {
  const live = useLive();
  const locationId = useSessionIfAny()?.location.id;
  const changed = useEffectEvent(useThrottledCallback(onChange, APART_MILLISECONDS));
  useEffect(() => {
    if (live === undefined || locationId === undefined) return;
    const following = live.subscribeFrom(document, { locationId }, {}, { event: () => changed(), error: () => {} });
    return () => following.stop();
  }, [live, document, locationId]);
}
