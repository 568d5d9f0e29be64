"use client";

import { useEffect, useRef } from "react";
import { createScanBuffer } from "./scan-buffer.ts";

/** Where keys go that are typed while no field has the focus: what a slow scanner types, and what a person searches for. */
export interface Typing {
  readonly field: React.RefObject<HTMLInputElement | null>;
  readonly isOn: boolean;
  /** Keys that have another meaning. */
  readonly isTaken: (key: string) => boolean;
  /** What such keys put into the field is complete. */
  readonly onEnter: () => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;
interface Scans {
  readonly onScan: (code: string) => void;
  readonly typing: Typing;
}

/** A scanner has typed the next key by then. A person sees the first letter of a search so much later. */
const HELD_MILLISECONDS = 60;

/**
 * Listens to a scanner that types like a keyboard, wherever the focus is. What it typed into a field on its way is taken out
 * again, so that a code never becomes text in a field.
 */
export function useScanner(onScan: (code: string) => void, typing: Typing): void {
  const latest = useRef<Scans>({ onScan, typing });
  latest.current = { onScan, typing };
  useEffect(() => {
    const { listen, stop } = createListener(() => latest.current);
    window.addEventListener("keydown", listen, { capture: true });
    return () => {
      window.removeEventListener("keydown", listen, { capture: true });
      stop();
    };
  }, []);
}

/**
 * Keys that no field gets are held here until Enter, or until they turn out to be a person's: then they become the text of
 * the search field. None depends on where the focus is meanwhile.
 */
function createListener(latest: () => Scans) {
  const buffer = createScanBuffer();
  let held = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The field that gets the code's keys, and what it contained before them. */
  let field: Field | undefined;
  let before = "";
  let wasOutside = false;
  const drop = () => {
    clearTimeout(timer);
    held = "";
  };
  const typeHeld = () => {
    const text = held;
    const isMore = buffer.length() > text.length;
    drop();
    const { current } = latest().typing.field;
    if (text === "" || current === null) return;
    // What was searched for before and left is replaced, a quantity is not.
    write(current, (isMore || /[*×＊]$/.test(current.value) ? current.value : "") + text);
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  };
  const listen = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === undefined) return;
    const code = buffer.key(key, event.timeStamp);
    if (code === undefined && buffer.length() === 1) {
      wasOutside = isOutside(event.target);
      field = fieldOf(event.target) ?? latest().typing.field.current ?? undefined;
      before = field?.value ?? "";
    }
    if (code !== undefined || (key === "Enter" && held !== "")) {
      event.preventDefault();
      event.stopPropagation();
      if (code === undefined) {
        typeHeld();
        return latest().typing.onEnter();
      }
      drop();
      if (field !== undefined && (wasOutside || field === event.target)) write(field, before);
      if (wasOutside) field?.blur();
      return latest().onScan(code);
    }
    if (isHeld({ key, target: event.target }, held, latest().typing)) {
      event.preventDefault();
      held += key;
      clearTimeout(timer);
      timer = setTimeout(typeHeld, HELD_MILLISECONDS);
    } else if (key !== "Shift") typeHeld();
  };
  return { listen, stop: drop };
}

/** Undefined: it is no part of a code. Scanners type the separator FNC1, ASCII 29, as a keyboard does: Ctrl and a bracket. */
function keyOf({ key, isComposing, ctrlKey, altKey, metaKey }: KeyboardEvent): string | undefined {
  if (isComposing || altKey || metaKey) return undefined;
  if (!ctrlKey) return key;
  return key === "]" ? "|" : undefined;
}

function fieldOf(target: EventTarget | null): Field | undefined {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
}

function isOutside(target: EventTarget | null): boolean {
  return !(target instanceof HTMLElement) || target.closest("input,textarea,select,[contenteditable]") === null;
}

/** Whether the key is a character that nothing else gets. Space presses a button, unless it is within a text. */
function isHeld(
  { key, target }: Pick<KeyboardEvent, "key" | "target">,
  held: string,
  { field, isOn, isTaken }: Typing,
): boolean {
  if (!isOn || key.length !== 1 || field.current === null || !isOutside(target)) return false;
  return held !== "" || (key !== " " && !isTaken(key));
}

/** By the element's own setter, so that React sees it as typed. */
function write(field: Field, text: string): void {
  if (field.value === text) return;
  const owner = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
