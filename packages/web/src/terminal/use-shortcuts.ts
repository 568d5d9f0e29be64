"use client";

import { useEffect, useRef } from "react";

/** What keys do. Named keys count outside of dialogs, characters and Enter only while no field has the focus. */
export type Shortcuts = { readonly [key: string]: (() => void) | undefined };

const EVERYWHERE = /^(F\d+|Escape)$/;

export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.metaKey || isIn(event.target, "[role=dialog]")) return;
      const name = event.ctrlKey ? `Control+${event.key}` : event.key;
      const action = latest.current[name];
      if (action === undefined) return;
      const isTyping = isIn(event.target, "input,textarea,select,[contenteditable]");
      const isOnControl = name === "Enter" && isIn(event.target, "button,a,[role=menuitem]");
      if (!EVERYWHERE.test(name) && (isTyping || isOnControl)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [isOn]);
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof HTMLElement && target.closest(selector) !== null;
}
