import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "./hindrances.ts";
import { dashboardPages } from "./pages.ts";
import { openShop, type Shop } from "./shop.ts";
import {
  browserIsThere,
  openContext,
  type System,
  settle,
  signIn,
  startBrowser,
  startSystem,
  type View,
} from "./support.ts";

/** The dashboard as a person has it before them: the real system, a real browser. */
let system: System;
let browser: Browser;
let shop: Shop;
let cookies: Awaited<ReturnType<Awaited<ReturnType<typeof openContext>>["cookies"]>>;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
  const context = await openContext(browser, { language: "en", scheme: "light", width: 1440 });
  await signIn(await context.newPage(), system);
  cookies = await context.cookies();
  await context.close();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** Opens a page that listens for what goes wrong on it. */
async function openPage(view: View, isSignedIn = true): Promise<{ page: Page; problems: string[] }> {
  const context = await openContext(browser, view);
  if (isSignedIn) await context.addCookies(cookies);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return { page, problems };
}

/** A message key that is shown in place of its text. */
const KEY =
  /\b(common|error|refusal|exception|method|role|status|nav|settings|signIn|sales|refund|home|products|stock|customers|terminals|exceptions|reports)\.[a-zA-Z]{2,}/;

describe.skipIf(!browserIsThere())("dashboard: every page", () => {
  const views: readonly View[] = [
    { language: "en", scheme: "light", width: 1440 },
    { language: "zh", scheme: "dark", width: 390 },
  ];
  test.each(views)(
    "opens in $language, $scheme, $width wide: without an error, a hindrance or a word left out",
    async (view) => {
      const { page, problems } = await openPage(view);
      const found: Record<string, string[]> = {};
      for (const { name, path } of dashboardPages(shop)) {
        await page.goto(system.url + path);
        await settle(page);
        const text = await page.innerText("body");
        const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        const bad = [
          ...problems.splice(0),
          ...(await hindrances(page)),
          ...(KEY.test(text) ? [`a key: ${KEY.exec(text)?.[0]}`] : []),
          ...(overflow > 0 ? [`wider than the screen by ${overflow}`] : []),
          ...((await page.getAttribute("html", "lang")) === (view.language === "zh" ? "zh-Hans" : "en")
            ? []
            : ["lang"]),
        ];
        if (bad.length > 0) found[name] = bad;
      }
      expect(found).toEqual({});
      await page.context().close();
    },
  );

  test("a session that is over leads to the sign-in page and back to where one was", async () => {
    const { page } = await openPage(views[0] as View, false);
    await page.goto(`${system.url}/stock?search=bag`);
    await page.waitForURL(/\/sign-in\?to=/);
    await settle(page);
    expect(await hindrances(page)).toEqual([]);
    await page.fill('input[name="email"]', system.credentials.owner.email);
    await page.fill('input[name="password"]', "not the password");
    await page.click('button[type="submit"]');
    await page.getByText("Wrong e-mail address or password.").waitFor();
    await page.fill('input[name="password"]', system.credentials.owner.password);
    await page.click('button[type="submit"]');
    await page.waitForURL(`${system.url}/stock?search=bag`);
    await page.getByRole("link", { name: /Bag/ }).first().waitFor();
    await page.context().close();
  });

  test("scripts, styles and frames of others are kept out, and scripts cannot read the session", async () => {
    const answer = await fetch(system.url);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(cookies.find(({ name }) => name === "pos_session")).toMatchObject({ httpOnly: true, sameSite: "Strict" });
  });
});
