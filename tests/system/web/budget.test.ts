import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureFirstLoad } from "./first-load.ts";
import { dashboardPages } from "./pages.ts";
import { openShop, type Shop } from "./shop.ts";
import { browserIsThere, openContext, type System, signIn, startBrowser, startSystem } from "./support.ts";

const KILOBYTE = 1_024;
/** Compressed JavaScript of a first load. A page that needs more loads it when a person is about to use it. */
const START_PAGE_MAX = 220 * KILOBYTE;
const OTHER_PAGES_MAX = 340 * KILOBYTE;

describe.skipIf(!browserIsThere())("first load", () => {
  let system: System;
  let browser: Browser;
  let shop: Shop;
  let cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    shop = await openShop(system);
    const context = await openContext(browser, { language: "en", scheme: "light", width: 1440 });
    await signIn(await context.newPage(), system);
    cookies = await context.cookies();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
  }, 60_000);

  const documentOf = async (path: string): Promise<string> => {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    return (await fetch(system.url + path, { headers: { cookie, "accept-language": "en-GB" } })).text();
  };

  test("start page: comes with its figures in the document, for the visitor alone", async () => {
    const signedIn = await documentOf("/");
    expect(signedIn).toMatch(/<h1[^>]*>[^<]*Main Street/);
    expect(signedIn).toContain("£");
    const anonymous = await fetch(system.url, { redirect: "manual" });
    expect([anonymous.status, anonymous.headers.get("location")]).toEqual([307, "/sign-in"]);
  });

  test("start page: loads one language", async () => {
    const text = CATALOGUE.zh["refusal.ID_CONFLICT"];
    const scripts = [...(await documentOf("/")).matchAll(/src="(\/_next\/[^"]+\.js)"/g)].map(([, path]) => path);
    expect(scripts.length).toBeGreaterThan(5);
    for (const path of scripts) expect(await (await fetch(system.url + path)).text()).not.toContain(text);
    expect(await documentOf("/")).not.toContain(text);
  });

  test("every page: stays within its budget of JavaScript", { timeout: 300_000 }, async () => {
    const over: string[] = [];
    for (const { name, path } of dashboardPages(shop)) {
      const { scriptBytes } = await measureFirstLoad(browser, system, { path, cookies });
      const most = name === "home" ? START_PAGE_MAX : OTHER_PAGES_MAX;
      if (scriptBytes > most) over.push(`${name}: ${scriptBytes} bytes, at most ${most}`);
    }
    expect(over).toEqual([]);
  });
});
