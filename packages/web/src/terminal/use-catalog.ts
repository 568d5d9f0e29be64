"use client";

import { useSyncExternalStore } from "react";
import type { CatalogState } from "./catalog/catalog.ts";
import { useDevice } from "./use-device.tsx";

/** The catalogue on this device; what uses it is rendered again when the catalogue changes. */
export function useCatalog(): CatalogState {
  const { catalog } = useDevice().device;
  return useSyncExternalStore(catalog.watch, catalog.state);
}
