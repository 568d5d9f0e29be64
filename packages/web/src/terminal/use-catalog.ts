"use client";

import { useSyncExternalStore } from "react";
import type { CatalogState } from "./catalog/catalog.ts";
import { useDeviceActions } from "./use-device.tsx";

/** The catalogue on this device; what uses it is rendered again when the catalogue changes. */
export function useCatalog(): CatalogState {
  const { catalog } = useDeviceActions();
  return useSyncExternalStore(catalog.watch, catalog.state);
}
