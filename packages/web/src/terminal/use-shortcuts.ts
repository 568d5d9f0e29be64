"use client";

import { useEffect, useRef } from "react";

/** What keys do. Named keys count everywhere, characters and Enter only while no field has the focus. */
export type Shortcuts = { readonly [key: string]: (() => void) | undefined };

const EVERYWHERE = /^(F\d+|Escape)$/;

export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.metaKey) return;
      const name = event.ctrlKey ? `Control+${event.key}` : event.key;
      const action = latest.current[name];
      if (action === undefined) return;
      if (!EVERYWHERE.test(name) && (isTyping(event.target) || (name === "Enter" && isOnControl(event.target)))) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [isOn]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input,textarea,select,[contenteditable]") !== null;
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button,a,[role=menuitem]") !== null;
}
