"use client";

import { useNetwork } from "@mantine/hooks";
import type { DeviceState } from "./device/state.ts";
import { useDeviceValue } from "./use-device.tsx";

/** At the time of the call. */
export function isOfflineNow({ status }: Pick<DeviceState, "status">): boolean {
  return !navigator.onLine || isLost(status.contact);
}

/** Whether the last request had no answer, or the network is gone. */
export function useOffline(): boolean {
  const contact = useDeviceValue(({ status }) => status.contact);
  const { online } = useNetwork();
  return !online || isLost(contact);
}

function isLost(contact: DeviceState["status"]["contact"]): boolean {
  return contact === "lost" || contact === "unpaired";
}
