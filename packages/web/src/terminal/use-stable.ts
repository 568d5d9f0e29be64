"use client";

import { useCallback, useRef } from "react";

/** Always the same function, which does what the latest one does: what it is given to is not rendered again for it. */
export function useStable<Parameters extends readonly unknown[], Result>(
  action: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  const latest = useRef(action);
  latest.current = action;
  return useCallback((...parameters) => latest.current(...parameters), []);
}
