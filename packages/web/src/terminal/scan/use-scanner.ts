"use client";

import { useEffect, useRef } from "react";
import { createScanBuffer } from "./scan-buffer.ts";

/**
 * Listens to a scanner that types like a keyboard, wherever the focus is. What it typed into a field on its way is taken out
 * again, so that a code never becomes text in a field.
 */
export function useScanner(onScan: (code: string) => void): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  useEffect(() => {
    const buffer = createScanBuffer();
    let field: HTMLInputElement | HTMLTextAreaElement | undefined;
    let before = "";
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      const held = buffer.length();
      const code = buffer.key(event.key, event.timeStamp);
      if (held === 0 || buffer.length() === 1) {
        field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
        before = field?.value ?? "";
      }
      if (code === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (field !== undefined && field === target) restore(field, before);
      latest.current(code);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}

/** By the element's own setter, so that React sees it as typed. */
function restore(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
