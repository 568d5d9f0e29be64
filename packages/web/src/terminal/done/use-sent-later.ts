"use client";

import { useEffect, useState } from "react";
import { statusOf } from "../device/kept-sale.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { Row } from "../outbox/row.ts";
import { useDeviceActions, useDeviceValue } from "../use-device.tsx";

type Over<R extends Row> = Exclude<Settled<R>, { readonly status: "refused" }>;

/** So many facts back, the one that is shown is found. */
const RECENT = 10;

/** What became of a sale or a refund that the customer did not wait for: it is sent in the background, where the server takes or refuses it. */
export function useSentLater<R extends Row>(over: Over<R> | undefined): Over<R> | undefined {
  const { outbox } = useDeviceActions();
  const unsent = useDeviceValue(({ status }) => status.unsent);
  const attention = useDeviceValue(({ status }) => status.attention);
  const [later, setLater] = useState<R>();
  const isWaiting = over?.status === "waiting" || over?.status === "unanswered";
  const waiting = isWaiting ? over.row.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with these counts the row changes.
  useEffect(() => {
    if (waiting === undefined) return;
    let isGone = false;
    const found = outbox().recent(RECENT);
    found.then(
      (rows) => {
        const row = rows.find((one): one is R => one.id === waiting && one.kind === over?.row.kind);
        if (!isGone && row !== undefined) setLater(row);
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
