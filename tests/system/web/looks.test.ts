import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShop, type Shop } from "./shop.ts";
import {
  browserIsThere,
  openContext,
  type System,
  settle,
  signIn,
  startBrowser,
  startSystem,
  visit,
} from "./support.ts";

/** What only shows when it is drawn: colours and cut text. */
let system: System;
let browser: Browser;
let shop: Shop;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

describe.skipIf(!browserIsThere())("looks: of what is drawn", () => {
  test("the number of open exceptions is whole on its own page, with more than a page of them (dashboard bug 14)", async () => {
    for (let sale = 0; sale < 60; sale++)
      await shop.sell({ id: systemClock.newId("sal"), sequence: 2_000 + sale }, { amount: 249 });
    const context = await openContext(browser, { language: "en", scheme: "light", width: 1440 });
    const page = await context.newPage();
    await signIn(page, system);
    await visit(page, `${system.url}/exceptions`);
    await settle(page);
    const badge = page
      .getByRole("link", { name: /^Exceptions/ })
      .first()
      .locator(".mantine-Badge-label");
    await expect.poll(() => badge.innerText()).toMatch(/^\d{2,}\+?$/);
    expect(await badge.evaluate((label) => label.scrollWidth <= label.clientWidth)).toBe(true);
    await context.close();
  }, 60_000);

  test.each(["light", "dark"] as const)(
    "what ends something is red when the theme is %s (dashboard bug 23)",
    async (scheme) => {
      const context = await openContext(browser, { language: "en", scheme, width: 1440 });
      const page = await context.newPage();
      await signIn(page, system);
      await visit(page, `${system.url}/terminals`);
      await settle(page);
      const revoke = page.getByRole("button", { name: "Revoke" }).first();
      const colour = await revoke.evaluate((button) => getComputedStyle(button).color);
      const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
      expect(red, colour).toBeGreaterThan(Math.max(green, blue) + 100);
      await context.close();
    },
  );
});
