const IDLE_MILLISECONDS_MAX = 1_000;

/** Does what nothing waits for, in a moment in which the page has nothing else to do. */
export function whenIdle(work: () => void): void {
  // Not in every browser.
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: IDLE_MILLISECONDS_MAX });
  else setTimeout(work, 0);
}
