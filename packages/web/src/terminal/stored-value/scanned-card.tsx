"use client";

import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { useStable } from "../use-stable.ts";

interface ScannedCard {
  readonly code: string | undefined;
  readonly forget: () => void;
}

export const ScannedCardContext = createContext<ScannedCard>({ code: undefined, forget() {} });

/** Keeps the code of a gift card that was scanned until a field takes it. */
export function useScannedCard() {
  const [code, scan] = useState<string | undefined>(undefined);
  const scanned = useMemo(() => ({ code, forget: () => scan(undefined) }), [code]);
  return { scan, scanned };
}

/** Whether a card was scanned that no field has taken yet. */
export function useIsCardScanned(): boolean {
  return useContext(ScannedCardContext).code !== undefined;
}

/** Takes the code of a card that is scanned while the field is there. */
export function useCardScan(onScan: (code: string) => void): void {
  const { code, forget } = useContext(ScannedCardContext);
  const take = useStable(onScan);
  useEffect(() => {
    if (code === undefined) return;
    forget();
    take(code);
  }, [code, forget, take]);
}
