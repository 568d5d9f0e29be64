"use client";

import { present } from "@pos/core/base/result.ts";
import type { Permission } from "@pos/core/generated/names.ts";
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import { createDevice, type Device } from "./device/device.ts";
import type { DeviceState } from "./device/state.ts";
import type { Operator } from "./outbox/store.ts";
import type { Settings } from "./settings.ts";

/** One a tab, however often the component tree is mounted. */
let device: Device | undefined;

const Context = createContext<Device | undefined>(undefined);

/** @param children get whether there is a device: not on the server, nor before the first effect. */
export function DeviceProvider({ children }: { readonly children: (isThere: boolean) => ReactNode }) {
  const known = useSyncExternalStore(watch, deviceNow, () => undefined);
  useEffect(() => {
    if (device !== undefined) return;
    device = createDevice("/graphql");
    for (const listener of waiting) device.watch(listener);
    device.start();
    for (const listener of waiting) listener();
  }, []);
  return <Context value={known}>{children(known !== undefined)}</Context>;
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

function deviceNow(): Device | undefined {
  return device;
}

/** The device alone: what can be done with it never changes. */
export function useDeviceActions(): Device {
  return present(useContext(Context), "the terminal's device");
}

interface Known<Name extends keyof DeviceState> {
  readonly device: Device;
  readonly state: Pick<DeviceState, Name>;
}

/**
 * @param names of the fields of the state for which the component is rendered again; none: for every change. What is on the
 * screen all day names them, since a scan or a payment changes the state several times.
 */
export function useDevice<Name extends keyof DeviceState = keyof DeviceState>(...names: readonly Name[]): Known<Name> {
  const known = useDeviceActions();
  const last = useRef<DeviceState>(undefined);
  const snapshot = () => {
    const [before, now] = [last.current, known.state()];
    const isSame =
      before !== undefined && names.length > 0 && names.every((name) => Object.is(before[name], now[name]));
    if (!isSame) last.current = now;
    return present(last.current, "a state");
  };
  return { device: known, state: useSyncExternalStore(known.watch, snapshot) };
}

/** What is derived from the state: the component is rendered again when it is another value. */
export function useDeviceValue<Value extends string | number | boolean | undefined>(
  derive: (state: DeviceState) => Value,
): Value {
  const known = useDeviceActions();
  return useSyncExternalStore(known.watch, () => derive(known.state()));
}

/** Available when an operator is signed in and the settings are loaded. The names are those of `useDevice`. */
export function useCounter<Name extends keyof DeviceState = keyof DeviceState>(
  ...names: readonly Name[]
): Known<Name> & { readonly settings: Settings; readonly operator: Operator } {
  const needed: readonly (Name | "settings" | "operator")[] = names.length === 0 ? [] : [...names, ...ALWAYS];
  const { device, state } = useDevice<Name | "settings" | "operator">(...needed);
  const { settings, operator } = state;
  return { device, state, settings: present(settings, "settings"), operator: present(operator, "an operator") };
}

const ALWAYS = ["settings", "operator"] as const;

export function useTerminalPermission(): (permission: Permission) => boolean {
  const { operator } = useCounter("operator");
  return (permission) => operator.permissions.includes(permission);
}
