import type { EarlyInput } from "./early-input.ts";

const RETRY_MILLISECONDS = 30;

/**
 * Gives the program what was done before it had taken over the elements: fields keep what was typed, a press is carried out once.
 * Parts of a page are taken over one after the other, so each element waits for its own.
 * @returns stops it
 */
export function handOverEarlyInput(): () => void {
  const early = window.earlyInput;
  if (early === undefined) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = () => {
    timer = undefined;
    handOver(early);
    if (early.fields.size + early.presses.size > 0) schedule();
  };
  const schedule = () => {
    timer ??= setTimeout(work, RETRY_MILLISECONDS);
  };
  early.onRecorded = schedule;
  // A page without a search, like the terminal's, keeps its keys.
  if (document.querySelector("[aria-keyshortcuts]") === null) early.hearsSearchKey = true;
  work();
  return () => {
    clearTimeout(timer);
    early.onRecorded = () => undefined;
  };
}

function handOver(early: EarlyInput): void {
  if (early.isComposing) return;
  for (const [field, entered] of early.fields)
    if (!field.isConnected || (isTakenOver(field) && enter(field, entered))) early.fields.delete(field);
  // A press counts with what was entered before it, which the program has with its next render.
  if (early.fields.size > 0) return;
  for (const pressed of early.presses) {
    const isDone = !pressed.isConnected || (isTakenOver(pressed) && press(pressed));
    if (isDone) early.presses.delete(pressed);
  }
}

function isTakenOver(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith("__reactProps$"));
}

/** @returns false while it cannot be given to the program yet */
function enter(field: Element, entered: string | boolean): boolean {
  if (field instanceof HTMLInputElement && typeof entered === "boolean") {
    // A change is a change for React only from what it has seen last, as it sees what is set on the element.
    field.checked = !entered;
    return arrives(field, "click", () => field.click());
  }
  if (field instanceof HTMLSelectElement) {
    Reflect.deleteProperty(field, "value");
    field.value = String(entered);
  }
  const isTyped = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "file");
  const type = isTyped ? "input" : "change";
  const hasArrived = arrives(field, type, () => field.dispatchEvent(new Event(type, { bubbles: true })));
  // From now on the field shows what the program knows.
  if (hasArrived) Reflect.deleteProperty(field, "value");
  return hasArrived;
}

function press(pressed: Element): boolean {
  if (pressed instanceof HTMLFormElement) return arrives(pressed, "submit", () => pressed.requestSubmit());
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  return arrives(pressed, "click", () => pressed.dispatchEvent(click));
}

/** @returns false while React keeps the event from the element, because the part around it is not taken over yet */
function arrives(element: Element, type: string, dispatch: () => void): boolean {
  let hasArrived = false;
  const see = () => {
    hasArrived = true;
  };
  element.addEventListener(type, see, { capture: true });
  dispatch();
  element.removeEventListener(type, see, { capture: true });
  return hasArrived;
}
