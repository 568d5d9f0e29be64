/** From now on the program hears the key of the search. Whether it was pressed before. */
export function isSearchAsked(): boolean {
  const early = window.earlyInput;
  if (early === undefined) return false;
  early.hearsSearchKey = true;
  return early.search !== undefined;
}

/** What is typed from now on is for the search, whose field is not there yet. */
export function recordForSearch(): void {
  if (window.earlyInput) window.earlyInput.search ??= "";
}

/** What was typed for the search until its field was there, which takes what follows itself. */
export function takeTypedForSearch(): string {
  const typed = window.earlyInput?.search ?? "";
  if (window.earlyInput) window.earlyInput.search = undefined;
  return typed;
}
