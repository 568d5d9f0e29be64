"use client";

import { useThrottledCallback } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import { useSharing } from "./live.tsx";
import { useSessionIfAny } from "./session.tsx";

const SALES = `subscription SaleRecorded($locationId: ID!, $after: String) {
  saleRecorded(locationId: $locationId, after: $after) { cursor previous saleId }
}`;
const STOCK = `subscription StockChanged($locationId: ID!, $after: String) {
  stockChanged(locationId: $locationId, after: $after) { cursor previous }
}`;

const APART_MILLISECONDS = 500;

/** Calls back when something was sold at the location: at once, and while selling goes on, now and then. */
export function useSaleChanges(onChange: () => void, apartMilliseconds = APART_MILLISECONDS): void {
  useChanges(SALES, onChange, apartMilliseconds);
}

export function useStockChanges(onChange: () => void): void {
  useChanges(STOCK, onChange, APART_MILLISECONDS);
}

/** A push is a hint, the query is the truth: what came is asked for anew. */
function useChanges(document: string, onChange: () => void, apartMilliseconds: number): void {
  const sharing = useSharing();
  const locationId = useSessionIfAny()?.location.id;
  const changed = useEffectEvent(useThrottledCallback(onChange, apartMilliseconds));
  useEffect(() => {
    if (sharing === undefined || locationId === undefined) return;
    return sharing.hear(document, { locationId }, () => changed());
  }, [sharing, document, locationId]);
}
