import { CATALOGUE } from "@pos/messages/catalogue.ts";
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
  visit,
} from "./support.ts";
import { codesIn, latinIn } from "./words.ts";

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
function keyIn(text: string): string | undefined {
  return text.match(/[a-zA-Z]+(?:\.\w+)+/g)?.find((word) => Object.hasOwn(CATALOGUE.en, word));
}

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
      const names = [...(await shop.names()), "GBP"];
      for (const { name, path } of dashboardPages(shop)) {
        await visit(page, system.url + path);
        await settle(page);
        const text = await page.innerText("body");
        // A receipt is in the shop's language.
        const papers = await page.getByTestId("receipt").allInnerTexts();
        const own = papers.reduce((rest, paper) => rest.replace(paper, ""), text);
        const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        const bad = [
          // The browser reports the answer of the page of what is not there; the page itself is right.
          ...problems.splice(0).filter((text) => name !== "nothing-there" || !text.includes("status of 404")),
          ...(await hindrances(page)),
          ...(keyIn(text) === undefined ? [] : [`a key: ${keyIn(text)}`]),
          ...codesIn(text).map((code) => `a code: ${code}`),
          ...(view.language === "zh" ? latinIn(own, names).map((word) => `not Chinese: ${word}`) : []),
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
    240_000,
  );

  test("a session that is over leads to the sign-in page and back to where one was", async () => {
    const { page } = await openPage(views[0] as View, false);
    await visit(page, `${system.url}/stock?search=bag`);
    await page.waitForURL(/\/sign-in\?to=/);
    await settle(page);
    expect(await hindrances(page)).toEqual([]);
    await page.fill('input[name="email"]', system.credentials.owner.email);
    await page.fill('input[name="password"]', "not the password");
    await page.click('button[type="submit"]');
    await page.getByText("Incorrect email or password.").waitFor();
    await page.fill('input[name="password"]', system.credentials.owner.password);
    await page.click('button[type="submit"]');
    await page.waitForURL(`${system.url}/stock?search=bag`);
    await page.getByRole("link", { name: /Bag/ }).first().waitFor();
    await page.context().close();
  });

  test("reports: one message with the reason when a cashier opens the page (dashboard bug 24)", async () => {
    const { page } = await openPage(views[0] as View, false);
    const owner = await shop.hireCashier();
    await signIn(page, { ...system, credentials: { ...system.credentials, owner } as System["credentials"] });
    await visit(page, `${system.url}/reports`);
    await page.getByRole("main").getByText(CATALOGUE.en["reports.forbidden"]).waitFor();
    await settle(page);
    expect(await page.getByRole("main").getByRole("alert").count()).toBe(1);
    expect(await page.getByText(CATALOGUE.en["common.notFoundTitle"]).count()).toBe(0);
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
