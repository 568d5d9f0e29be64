"use client";

import { present } from "@pos/core/base/result.ts";
import type { Permission } from "@pos/core/generated/names.ts";
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from "react";
import { createDevice, type Device } from "./device/device.ts";
import type { DeviceState } from "./device/state.ts";
import type { Operator } from "./outbox/store.ts";
import type { Settings } from "./settings.ts";

/** One a tab, however often the component tree is mounted. */
let device: Device | undefined;

interface Known {
  readonly device: Device;
  readonly state: DeviceState;
}

const Context = createContext<Known | undefined>(undefined);

export function DeviceProvider({ children }: { readonly children: (known: Known | undefined) => ReactNode }) {
  const state = useSyncExternalStore(watch, stateNow, () => undefined);
  useEffect(() => {
    if (device !== undefined) return;
    device = createDevice("/graphql");
    for (const listener of waiting) device.watch(listener);
    device.start();
    for (const listener of waiting) listener();
  }, []);
  const known = device === undefined || state === undefined ? undefined : { device, state };
  return <Context value={known}>{children(known)}</Context>;
}

/** Listeners that came before the device. */
const waiting = new Set<() => void>();

function watch(listener: () => void): () => void {
  waiting.add(listener);
  const stop = device?.watch(listener);
  return () => {
    waiting.delete(listener);
    stop?.();
  };
}

function stateNow(): DeviceState | undefined {
  return device?.state();
}

export function useDevice(): Known {
  return present(useContext(Context), "the terminal's device");
}

/** Available when an operator is signed in and the settings are loaded. */
export function useCounter(): Known & { readonly settings: Settings; readonly operator: Operator } {
  const known = useDevice();
  const { settings, operator } = known.state;
  return { ...known, settings: present(settings, "settings"), operator: present(operator, "an operator") };
}

export function useTerminalPermission(): (permission: Permission) => boolean {
  const { operator } = useCounter();
  return (permission) => operator.permissions.includes(permission);
}
