import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { useMemo, useState } from "react";
import { useIsCardScanned } from "../stored-value/scanned-card.tsx";
import { useTerminalPermission } from "../use-device.tsx";

export interface MethodOffered {
  readonly method: PaymentMethod;
  readonly shortcut: string;
}

const METHODS: readonly MethodOffered[] = [
  { method: "CASH", shortcut: "F2" },
  { method: "CARD", shortcut: "F3" },
  { method: "QR_CODE", shortcut: "F4" },
  { method: "OTHER", shortcut: "F6" },
];
const GIFT_CARD: MethodOffered = { method: "GIFT_CARD", shortcut: "F8" };

/** The ways to pay that the operator is offered, and the one that is chosen. A gift card that is scanned chooses itself. */
export function useMethods() {
  const takesCards = useTerminalPermission()("gift-card:check");
  const methods = useMemo(() => [...METHODS, ...(takesCards ? [GIFT_CARD] : [])], [takesCards]);
  const [chosen, setMethod] = useState<PaymentMethod>("CASH");
  const isCardScanned = useIsCardScanned();
  if (isCardScanned && chosen !== "GIFT_CARD") setMethod("GIFT_CARD");
  const method = methods.some((one) => one.method === chosen) ? chosen : "CASH";
  return { methods, method, setMethod };
}
