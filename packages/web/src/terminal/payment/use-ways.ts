import { useMemo, useState } from "react";
import { useIsCardScanned } from "../stored-value/scanned-card.tsx";
import { useCredit } from "../stored-value/use-credit.ts";
import { useCounter, useDeviceValue, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";
import { CASH, GIFT_CARD, isSameWay, type Way, waysAt } from "./ways.ts";

/** The ways to pay that the operator is offered, and the one that is chosen. A gift card that is scanned chooses itself. */
export function useWays() {
  const { settings } = useCounter("settings");
  const takesCards = useTerminalPermission()("gift-card:check");
  const isOnAccount = useIsOnAccount();
  const credit = useCredit();
  const hasCredit = credit > 0;
  const ways = useMemo(
    () => waysAt(settings, { takesCards, hasCredit, isOnAccount }),
    [settings, takesCards, hasCredit, isOnAccount],
  );
  const [chosen, setWay] = useState<Way>(CASH);
  const isCardScanned = useIsCardScanned();
  if (isCardScanned && chosen.method !== "GIFT_CARD") setWay(GIFT_CARD);
  const way = ways.find((one) => isSameWay(one, chosen)) ?? CASH;
  return { ways, way, setWay, credit };
}

/** For a customer who may owe something, while the server can tell how much that is. */
function useIsOnAccount(): boolean {
  const mayOwe = useDeviceValue(({ cart }) => (cart.customer?.creditLimit ?? 0) > 0);
  return !useOffline() && mayOwe;
}
