import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, outcome, pair, payCash, signIn, signInOwner } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

describe.skipIf(!chromiumIsThere())("terminal: open lines", () => {
  let system: System;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  test("an open line: is sold at the tax code that the cashier chooses and the price that the page shows", async () => {
    await page.keyboard.press("F8");
    const dialog = page.getByRole("dialog", { name: "Custom item" });
    await dialog.getByRole("textbox", { name: "Description" }).fill("Gift wrapping");
    const price = dialog.getByRole("textbox", { name: "Unit price" });
    await price.fill("1.999");
    await dialog.getByText("At most 2 decimal places").waitFor();
    await price.fill("1,299.50");
    await dialog.getByText("= £1,299.50").waitFor();
    await dialog.locator('input[aria-haspopup="listbox"]').click();
    await page.getByRole("option", { name: "Zero (0%)" }).click();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Gift wrapping", { exact: true }).waitFor();
    await payCash(page, "1,300");
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("change").textContent()).toBe("£0.50");
    expect(await page.getByTestId("receipt").textContent()).toContain("Gift wrapping£1,299.50");
    const owner = await signInOwner(system.url, system.credentials);
    const query = "{ sales(first: 1) { nodes { total { amount } taxTotal { amount } lines { description sku } } } }";
    await expect
      .poll(async () => (await ask(system.url, owner, query)).data.sales.nodes[0], { timeout: 20_000 })
      .toEqual({
        ...{ total: { amount: 129_950 }, taxTotal: { amount: 0 } },
        lines: [{ description: "Gift wrapping", sku: null }],
      });
  });
});
