"use client";

import { useNetwork } from "@mantine/hooks";
import { useCounter } from "./use-device.tsx";

/** Whether the last request had no answer, or the network is gone. */
export function useOffline(): boolean {
  const { contact } = useCounter().state.status;
  const { online } = useNetwork();
  return !online || contact === "lost" || contact === "unpaired";
}
