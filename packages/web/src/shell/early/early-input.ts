/** What was done on a page before its program had taken over the elements it was done to. */
export interface EarlyInput {
  /** What was entered, by field: its text, or whether it is checked. */
  readonly fields: Map<Element, string | boolean>;
  /** Buttons that were pressed and forms that were sent, each once, in that order. */
  readonly presses: Set<Element>;
  /** What was typed since the search was asked for by its key; undefined: it was not, or its field has taken it. */
  search: string | undefined;
  /** Whether the program itself hears the key of the search. */
  hearsSearchKey: boolean;
  /** A text of an input method is not complete yet. */
  isComposing: boolean;
  /** Called when something was recorded; set by the program when it is there. */
  onRecorded: () => void;
}

declare global {
  interface Window {
    /** Absent where the script of the document did not run. */
    readonly earlyInput?: EarlyInput;
  }
}

/**
 * Records early input. The document contains this function as text and runs it before it shows a field, so it must use nothing
 * from outside of itself. A form that was sent early must not leave the page: its fields would end in the address.
 */
export function recordEarlyInput(): void {
  const early: EarlyInput = {
    ...{ fields: new Map(), presses: new Set(), search: undefined },
    ...{ hearsSearchKey: false, isComposing: false, onRecorded: () => undefined },
  };
  Object.defineProperty(window, "earlyInput", { value: early });
  /** React marks each element that it has taken over, and handles events there from then on. */
  const isTakenOver = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  const isField = (element: Element): element is HTMLInputElement => element.matches("input, textarea, select");
  const keep = (field: HTMLInputElement) => {
    const isBox = /^(checkbox|radio)$/.test(field.type);
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    // The program renders what it knows, which is not yet what was typed: the field keeps that until it is handed over.
    if (!isBox && !early.fields.has(field) && own?.get)
      Object.defineProperty(field, "value", { configurable: true, get: own.get, set: () => undefined });
    early.fields.set(field, isBox ? field.checked : field.value);
  };
  const listen = (types: string, hear: (event: Event, target: Element) => void) => {
    for (const type of types.split(" "))
      window.addEventListener(
        type,
        (event) => {
          if (!event.isTrusted || !(event.target instanceof Element)) return;
          hear(event, event.target);
          if (early.fields.size + early.presses.size > 0) early.onRecorded();
        },
        true,
      );
  };
  listen("input change", (_, field) => {
    if (isField(field) && (!isTakenOver(field) || early.fields.has(field))) keep(field);
  });
  listen("compositionstart compositionend", ({ type }) => {
    early.isComposing = type === "compositionstart";
  });
  listen("click", (event, target) => {
    const pressed = target.closest("button, [role=button], [role=tab], [aria-haspopup]");
    if (!pressed || isTakenOver(pressed) || pressed.matches("a[href], summary")) return;
    if (pressed instanceof HTMLButtonElement && pressed.type === "submit" && pressed.form) return;
    event.stopPropagation();
    early.presses.add(pressed);
  });
  listen("submit", (event, form) => {
    if (isTakenOver(form)) return;
    event.preventDefault();
    event.stopPropagation();
    // A browser fills in passwords without an event.
    for (const field of form.querySelectorAll("input, textarea"))
      if (isField(field) && field.value !== field.defaultValue) keep(field);
    early.presses.add(form);
  });
  listen("keydown", (event, target) => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const isCommand = ctrlKey || metaKey;
    if (isField(target)) return;
    if (early.search === undefined) {
      const asks = isCommand ? key.toLowerCase() === "k" : key === "/" && !altKey;
      if (early.hearsSearchKey || !asks) return;
      event.preventDefault();
      early.search = "";
    } else if (key === "Escape") early.search = undefined;
    else if (key === "Backspace") early.search = early.search.slice(0, -1);
    else if (key.length === 1 && !isCommand && !altKey) early.search += key;
  });
}
