import type { MouseEvent } from "react";
import { flushSync } from "react-dom";

/**
 * A press on a button does not leave the field before: accepting its text may move the button from under the pointer, and the
 * browser would count no click. `acceptTyped` accepts it when the press has counted.
 */
export function keepFocus(event: MouseEvent<HTMLElement>): void {
  const isPress = event.target instanceof Element && event.target.closest("button") !== null;
  if (isPress && focusedIn(event.currentTarget)) event.preventDefault();
}

/** As if the field were left: what is typed in a field of tags, a day or a choice counts, and is rendered. The focus stays. */
export function acceptTyped(around: HTMLElement): void {
  const field = focusedIn(around);
  if (field) flushSync(() => field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
}

function focusedIn(around: HTMLElement): HTMLInputElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement && around.contains(focused) ? focused : undefined;
}
