"use client";

import { useEffect, useState } from "react";
import { statusOf } from "../device/kept-sale.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { SaleRow } from "../outbox/row.ts";
import { useDeviceActions, useDeviceValue } from "../use-device.tsx";

type Over = Exclude<Settled<SaleRow>, { readonly status: "refused" }>;

/** So many facts back, the sale that is shown is found. */
const RECENT = 10;

/** What became of a sale that the customer did not wait for: it is sent in the background, where the server takes or refuses it. */
export function useSentLater(over: Over | undefined): Over | undefined {
  const { outbox } = useDeviceActions();
  const unsent = useDeviceValue(({ status }) => status.unsent);
  const attention = useDeviceValue(({ status }) => status.attention);
  const [later, setLater] = useState<SaleRow>();
  const waiting = over?.status === "waiting" ? over.row.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with these counts the sale's row changes.
  useEffect(() => {
    if (waiting === undefined) return;
    let isGone = false;
    const found = outbox().recent(RECENT);
    found.then(
      (rows) => {
        const row = rows.find(({ id }) => id === waiting);
        if (!isGone && row !== undefined && "sale" in row) setLater(row);
      },
      // A device that cannot read shows that itself.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [waiting, unsent, attention, outbox]);
  return later?.id === waiting && later !== undefined ? { status: statusOf(later), row: later } : over;
}
