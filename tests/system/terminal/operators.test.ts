import { rmSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pair, signInPage } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

const [CASHIER, MANAGER] = ["Cass Cashier", "Mara Manager"];

describe.skipIf(!chromiumIsThere())("terminal: operators", () => {
  let system: System;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await pair(page, system.url, system.credentials.terminal.activationCode);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  const name = (text: string) => page.getByRole("list").getByRole("button", { name: text });
  const header = (text: string) => page.getByRole("button", { name: `Operator ${text}` });

  test("signing in: by a tap on the name, and a wrong PIN shows how many attempts are left (terminal change 24)", async () => {
    await name(MANAGER).waitFor();
    await name(CASHIER).click();
    await page.getByText(`PIN for ${CASHIER}`).first().waitFor();
    await page.keyboard.type("7094");
    await page.keyboard.press("Enter");
    await page.getByText("Wrong PIN. 4 attempts left.").waitFor();
    await page.keyboard.type(system.credentials.cashier.pin);
    await page.keyboard.press("Enter");
    await header(CASHIER).waitFor();
  });

  test("unpairing: is not offered to a cashier (terminal B17)", async () => {
    await header(CASHIER).click();
    await page.getByRole("menuitem", { name: "Lock" }).waitFor();
    expect(await page.getByRole("menuitem", { name: "Unpair" }).count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  test("refund without a receipt: a cashier reads whom to ask", async () => {
    await page.locator("[data-sku]").first().click();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Refund without receipt" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Your role does not refund without a receipt. Ask a manager to sign in here.").waitFor();
    expect(await dialog.getByRole("button", { name: /^Refund/ }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Clear sale" }).click();
  });

  test("locking: asks for the PIN of the same person, and another one signs in by number", async () => {
    await page.keyboard.press("F10");
    await page.getByRole("heading", { name: "Locked" }).waitFor();
    await page.getByText(`PIN for ${CASHIER}`).first().waitFor();
    await page.getByRole("button", { name: "Switch user" }).click();
    await signInPage(page);
    const { number, pin } = system.credentials.operator;
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await page.getByText(`PIN for ${MANAGER}`).first().waitFor();
    await page.keyboard.type(pin);
    await page.keyboard.press("Enter");
    await header(MANAGER).click();
    await page.getByRole("menuitem", { name: "Unpair" }).waitFor();
    await page.getByRole("menuitem", { name: "Switch user" }).click();
  });

  test("the names stay on the device without their secrets: they show while the server is away", async () => {
    await name(CASHIER).waitFor();
    const kept = await page.evaluate<unknown>(`new Promise((done) => {
      const opening = indexedDB.open("pos-terminal");
      opening.onsuccess = () => {
        const getting = opening.result.transaction("values").objectStore("values").get("operators");
        getting.onsuccess = () => done(getting.result);
      };
    })`);
    expect(kept).toContainEqual({
      ...{ id: expect.stringMatching(/^stf_/), name: CASHIER, operatorNumber: system.credentials.cashier.number },
    });
    await page.route("**/graphql", (route) => route.abort("connectionrefused"));
    await page.reload();
    await name(CASHIER).waitFor();
    await page.unroute("**/graphql");
  });

  test("signing in: asks in Chinese when the page is Chinese", async () => {
    await page.getByText("简体中文").click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await page.getByText("请选择收银员").waitFor();
    await name(CASHIER).click();
    await page.getByText(`${CASHIER} 的密码`).first().waitFor();
    await page.keyboard.type("7094");
    await page.keyboard.press("Enter");
    await page.getByText("密码不正确，还可尝试 4 次。").waitFor();
  });
});
