"use client";

import { type ParkedRowFragment, ParkedSalesAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";

/** Other terminals park and recall too. */
const AGAIN_MILLISECONDS = 15_000;

/** Parts of the page that show what is parked. */
const shown = new Set<() => void>();

/** This terminal parked, recalled or removed something: what is shown is asked for again. */
export function parkedChanged(): void {
  for (const ask of shown) ask();
}

/** What waits at the location. Undefined: not known, because the server has not answered. */
export function useParked(): readonly ParkedRowFragment[] | undefined {
  const { device, operator, settings } = useCounter("operator");
  const mayPark = useTerminalPermission()("sale:park");
  const isOffline = useOffline();
  const [sales, setSales] = useState<readonly ParkedRowFragment[] | undefined>(undefined);
  const { token } = operator;
  const locationId = settings.terminal.location.id;
  useEffect(() => {
    if (!mayPark || isOffline) return;
    let isOver = false;
    const ask = async () => {
      const answer = await requestDocument(device.client, ParkedSalesAtTerminalDocument, { locationId }, token);
      if (!isOver && !("failure" in answer)) setSales(answer.data.parkedSales ?? []);
    };
    const askNow = () => void ask();
    askNow();
    shown.add(askNow);
    const timer = setInterval(askNow, AGAIN_MILLISECONDS);
    return () => {
      isOver = true;
      shown.delete(askNow);
      clearInterval(timer);
    };
  }, [device, token, locationId, mayPark, isOffline]);
  return sales;
}
