"use client";

import { useNetwork } from "@mantine/hooks";
import { useDeviceValue } from "./use-device.tsx";

/** Whether the last request had no answer, or the network is gone. */
export function useOffline(): boolean {
  const contact = useDeviceValue(({ status }) => status.contact);
  const { online } = useNetwork();
  return !online || contact === "lost" || contact === "unpaired";
}
