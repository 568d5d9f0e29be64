import type { BrowserContext, Locator, Page } from "playwright-core";

/**
 * Counts what a person does besides typing: presses of the mouse, and keys that are commands (Enter, Escape, function keys, with
 * Ctrl, and `/` outside of a field). Texts, Tab, Ctrl A in a field, and the Enter that a scanner ends with are typing.
 */
export interface Clicks {
  readonly count: () => number;
  readonly restart: () => void;
  /** What the page does within counts as typing. */
  readonly asTyping: (work: () => Promise<void>) => Promise<void>;
}

export async function countClicks(context: BrowserContext): Promise<Clicks> {
  let count = 0;
  let isTyping = false;
  await context.exposeBinding("countClick", () => {
    if (!isTyping) count++;
  });
  await context.addInitScript(() => {
    const { countClick } = window as unknown as { countClick: () => void };
    const report = (event: Event) => event.isTrusted && countClick();
    window.addEventListener("pointerdown", report, true);
    window.addEventListener(
      "keydown",
      (event) => {
        const isInField = event.target instanceof Element && event.target.matches("input, textarea");
        const isNamed = /^(Enter|Escape|Delete|F\d+)$/.test(event.key);
        const isCommand = (event.ctrlKey || event.metaKey) && !/^(a|Control|Meta)$/.test(event.key);
        if (isNamed || isCommand || (event.key === "/" && !isInField)) report(event);
      },
      true,
    );
  });
  return {
    count: () => count,
    restart() {
      count = 0;
    },
    async asTyping(work) {
      isTyping = true;
      await work();
      isTyping = false;
    },
  };
}

/** From field to field, as typists go. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  await field.waitFor();
  const isThere = () => field.evaluate((element) => element === document.activeElement);
  for (let tab = 0; tab < 60 && !(await isThere()); tab++) await page.keyboard.press("Tab");
  if (!(await isThere())) throw new Error("No Tab reaches the field.");
}

export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}
