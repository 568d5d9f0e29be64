import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserIsThere, type System, startBrowser, startSystem, visit } from "./support.ts";

/** Every screen states that the server's disk is almost full, in both languages. */
describe.skipIf(!browserIsThere())("storage notice", () => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ POS_DISK_MIN_MB: "999999999" }), startBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  test.each([
    ["en-GB", "The server's disk is almost full"],
    ["zh-CN", "服务器磁盘空间不足"],
  ])("dashboard, terminal and sign-in: show it (%s)", async (locale, title) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    for (const path of ["/sign-in", "/terminal"]) {
      await visit(page, system.url + path);
      await page.getByTestId("storage-low").getByText(title).waitFor();
    }
    await visit(page, `${system.url}/sign-in`);
    await page.fill('input[name="email"]', system.credentials.owner.email);
    await page.fill('input[name="password"]', system.credentials.owner.password);
    await page.click('button[type="submit"]');
    await page.waitForURL(`${system.url}/`);
    for (const path of ["/", "/products", "/terminals"]) {
      await visit(page, system.url + path);
      await page.getByTestId("storage-low").getByText(title).waitFor();
    }
    expect(await page.getByTestId("storage-low").count()).toBe(1);
    await context.close();
  });
});
