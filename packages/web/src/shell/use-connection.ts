"use client";

import { useLive } from "@pos/web/session/live.tsx";
import { useSyncExternalStore } from "react";

export type ConnectionState = "live" | "connecting" | "offline";

/** Whether the live connection is open. */
export function useConnection(): ConnectionState {
  const live = useLive();
  const state = useSyncExternalStore(
    live?.watch ?? watchNothing,
    () => live?.connection().state ?? "connecting",
    () => "connecting" as const,
  );
  return state === "online" ? "live" : state;
}

function watchNothing(): () => void {
  return () => {};
}
