import { rmSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nextSale, outcome, pair, signIn } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

/** What the header shows only in part. */
const CUT_TEXTS = `[...document.querySelectorAll("header *")]
  .filter((one) => one.childElementCount === 0 && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent)`;

/** The terminal on a phone: one column, a bar that leads to the cart, and room for fingers. */
describe.skipIf(!chromiumIsThere())("a phone", () => {
  let system: System;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    const viewport = { width: 390, height: 844 };
    page = await (await browser.newContext({ locale: "en-GB", viewport, hasTouch: true })).newPage();
    page.setDefaultTimeout(20_000);
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
    await tiles().first().waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  const tiles = () => page.locator("[data-product]");
  const bar = () => page.getByRole("button", { name: /^(Cart is empty|\d+ items?)/ });
  const box = async (what: Locator) => {
    const found = await what.boundingBox();
    if (found === null) throw new Error("It is not on the screen.");
    return { ...found, bottom: found.y + found.height, right: found.x + found.width };
  };

  const isWhole = (what: Locator) =>
    what.evaluate((element: { readonly scrollWidth?: number; readonly clientWidth?: number }) => {
      const { scrollWidth = 0, clientWidth = 0 } = element;
      return scrollWidth <= clientWidth + 1;
    });

  test("tiles: scroll above the bar, which is not covered and states that the cart is empty (terminal B15)", async () => {
    expect(await bar().innerText()).toContain("Cart is empty");
    const [grid, { y, bottom }] = [await box(page.locator("[class*=tiles]")), await box(bar())];
    expect(grid.bottom).toBeLessThanOrEqual(y);
    expect(bottom).toBeLessThanOrEqual(844);
    await page.evaluate(
      "{ const grid = document.querySelector('[class*=tiles]'); grid.scrollTop = grid.scrollHeight; }",
    );
    await expect
      .poll(() => page.evaluate("document.querySelector('[class*=tiles]').scrollTop > 0"), { timeout: 20_000 })
      .toBe(true);
    // What a finger on the bar meets is the bar.
    await bar().click({ trial: true });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  });

  test("header: states the connection in a word, and its buttons fit a finger (terminal B15)", async () => {
    const contact = page.locator("[data-contact]");
    expect(await contact.innerText()).toBe("Online");
    expect(await page.evaluate(CUT_TEXTS)).toEqual([]);
    for (const button of await page.locator("header button").all()) {
      const [{ x, right, height }, icon] = [await box(button), await box(button.locator("svg"))];
      expect(Math.min(right - x, height)).toBeGreaterThanOrEqual(42);
      expect(Math.abs(icon.x - x - (right - icon.right))).toBeLessThanOrEqual(2);
    }
    await page.locator("header button").last().click();
    for (const choice of await page.getByRole("menu").locator("label").all())
      expect((await box(choice)).height).toBeGreaterThanOrEqual(42);
    await page.keyboard.press("Escape");
  });

  test("receipt: keeps its distance from the button that prints it (terminal B15)", async () => {
    const tile = tiles().filter({ hasNotText: "options" }).first();
    for (let count = 0; count < 10; count++) await tile.click();
    await bar().getByText("10 items").waitFor();
    await bar().click();
    const cart = page.getByRole("heading", { level: 2, name: /^Cart · 10 items$/ });
    expect(await isWhole(cart)).toBe(true);
    await page.keyboard.press("F9");
    const exact = page.getByRole("button", { name: "Exact amount" }).locator("[class*=Button-label]");
    expect(await isWhole(exact)).toBe(true);
    await page.getByRole("textbox", { name: "Cash received" }).fill("10000");
    await page.keyboard.press("Enter");
    await outcome(page);
    expect(await page.evaluate(CUT_TEXTS)).toEqual([]);
    const print = await box(page.getByRole("button", { name: "Print receipt" }));
    const paper = await box(page.getByTestId("receipt").last());
    const gap = paper.y >= print.bottom ? paper.y - print.bottom : print.y - paper.bottom;
    expect(gap).toBeGreaterThanOrEqual(8);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await nextSale(page);
  });
});
