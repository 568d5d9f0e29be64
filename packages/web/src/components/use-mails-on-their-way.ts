import type { DeliveryStatus } from "@pos/web/graphql/generated/graphql.ts";
import { useEffect, useEffectEvent } from "react";

const ON_ITS_WAY: readonly DeliveryStatus[] = ["WAITING", "CLAIMED", "HANDED_OVER"];
const LOOK_AGAIN_MILLISECONDS = 5_000;

/** Looks again every few seconds while a mail that the page shows is still to be sent. */
export function useMailsOnTheirWay(mails: readonly { readonly status: DeliveryStatus }[], look: () => void): void {
  const isWaiting = mails.some(({ status }) => ON_ITS_WAY.includes(status));
  const again = useEffectEvent(look);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => again(), LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isWaiting]);
}
