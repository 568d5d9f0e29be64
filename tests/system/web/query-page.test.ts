import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activate, post, SELL, saleInput, signInOperator, signInOwner } from "../../support/processes.ts";
import { browserIsThere, type System, startBrowser, startSystem } from "./support.ts";

describe.skipIf(!browserIsThere())("query page: in a browser", () => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
  }, 60_000);

  test("query page: runs a query with the token, shows events, and breaks no policy", async () => {
    const { url, credentials } = system;
    const token = await signInOwner(url, credentials);
    const operator = await signInOperator(url, await activate(url, credentials.terminal.activationCode), credentials);
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const problems: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) problems.push(request.url());
    });
    const run = async (kind: string, name: string, fields: string): Promise<void> => {
      await page.locator(".graphiql-editor .CodeMirror").first().click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(`${kind} ${name} { ${fields} }`);
      // The editor reads the operation's name a moment after it was typed.
      await page.locator(".graphiql-tab-button", { hasText: name }).waitFor();
      await page.locator(".graphiql-execute-button").click();
    };
    const result = page.locator(".result-window .CodeMirror-code");
    const shown = (text: string | RegExp) => expect.poll(() => result.innerText(), { timeout: 20_000 }).toMatch(text);

    await page.goto(`${url}/query`);
    await expect.poll(() => page.locator("label[for=token]").textContent()).toBe("令牌");
    await run("query", "Nobody", "me { kind }");
    await shown('"me": null');
    await page.fill("#token", token);
    await run("query", "Owner", "me { kind }");
    await shown(/"kind": "[A-Z]/);
    await expect.poll(() => page.locator("#request").textContent()).toMatch(/^200 · x-request-id [0-9a-f-]{36}$/);

    let sequence = 600;
    const event = `saleRecorded(locationId: "${credentials.locationId}") { cursor sale { receiptNumber } }`;
    await run("subscription", "Sales", event);
    await page.locator('.graphiql-execute-button[aria-label^="Stop"]').waitFor();
    await expect
      .poll(
        async () => {
          await post(url, operator, SELL, { input: saleInput(++sequence) });
          return result.innerText();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toContain('"saleRecorded"');
    await page.locator(".graphiql-execute-button").click();

    // Dialogs add a style element of their own, which needs the response's nonce.
    await page.getByLabel("Open settings dialog").click();
    await page.getByRole("dialog").waitFor();
    expect(problems).toEqual([]);

    await page.reload();
    expect(await page.inputValue("#token")).toBe(token);
    const stored = await page.evaluate(() => Object.keys(globalThis.localStorage));
    expect(stored).toEqual([]);
    await context.close();
  });
});
