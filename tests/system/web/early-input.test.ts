import { CATALOGUE, type MessageKey } from "@pos/messages/catalogue.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browserIsThere, openContext, type System, signIn, startBrowser, startSystem, type View } from "./support.ts";

/** What a person does on a page that is shown already, while its program is still on the way: it counts. */
let system: System;
let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;

const VIEW: View = { language: "en", scheme: "light", width: 1440 };
const t = (key: MessageKey) => CATALOGUE.en[key];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  const context = await openContext(browser, VIEW);
  await signIn(await context.newPage(), system);
  cookies = await context.cookies();
  await context.close();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

describe.skipIf(!browserIsThere())("before the page's program is there", () => {
  let page: Page;
  let bringProgram: () => void;

  beforeEach(async () => {
    const context = await openContext(browser, VIEW);
    page = await context.newPage();
    const program = new Promise<void>((resolve) => {
      bringProgram = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await program;
      await route.continue();
    });
  });
  afterEach(async () => {
    bringProgram();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.context().close();
  });

  async function open(path: string): Promise<void> {
    await page.context().addCookies(cookies);
    await page.goto(system.url + path, { waitUntil: "commit" });
    await page.locator("h1").first().waitFor();
    await page.locator('[hidden][id^="S:"]').first().waitFor({ state: "detached" });
  }
  const sought = () => page.getByRole("dialog").getByRole("combobox").inputValue();

  test("sign-in: sends once what was typed and sent twice, and never puts it into the address", async () => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.postData()?.includes("signIn") === true) sent.push(request.url());
    });
    await page.goto(`${system.url}/sign-in`, { waitUntil: "commit" });
    await page.locator('input[name="email"]').fill(system.credentials.owner.email);
    await page.locator('input[name="password"]').fill(system.credentials.owner.password);
    await page.keyboard.press("Enter");
    await page.locator('button[type="submit"]').click();
    expect([page.url(), sent]).toEqual([`${system.url}/sign-in`, []]);
    bringProgram();
    await page.waitForURL(`${system.url}/`);
    expect(sent).toHaveLength(1);
  });

  test("a field: keeps a text that is typed while the program takes over, and takes effect", async () => {
    await open("/customers");
    const text = "Ada Example, who comes every Saturday";
    const field = page.getByRole("main").getByRole("searchbox");
    await field.click();
    const half = text.length / 2;
    await page.keyboard.type(text.slice(0, half));
    bringProgram();
    await page.keyboard.type(text.slice(half), { delay: 60 });
    await page.waitForURL((url) => url.searchParams.get("search") === text);
    expect(await field.inputValue()).toBe(text);
  });

  test("a box: stays as it was ticked, and what can be done with the row appears", async () => {
    await open("/products");
    const box = page.locator("tbody").getByRole("checkbox").first();
    await box.click();
    bringProgram();
    await page.getByRole("region", { name: t("bulk.label") }).waitFor();
    expect(await box.isChecked()).toBe(true);
  });

  test("a choice: takes effect", async () => {
    await open("/");
    const period = page.getByRole("main").locator("select").first();
    await period.focus();
    await page.keyboard.press("ArrowDown");
    bringProgram();
    await page.waitForURL(/period=yesterday/);
    expect(await period.inputValue()).toBe("yesterday");
  });

  test("a search field of a list: searches for what was typed", async () => {
    await open("/products");
    await page
      .getByRole("main")
      .getByRole("searchbox", { name: t("products.search") })
      .fill("lantern");
    bringProgram();
    await page.waitForURL(/search=lantern/);
  });

  test("a button: is pressed once when it was pressed twice", async () => {
    await open("/terminals");
    const create = page.getByRole("button", { name: t("terminals.create") }).first();
    await create.click();
    await create.click();
    bringProgram();
    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await create.click();
    await page.getByRole("dialog").waitFor();
  });

  test.each(["/", "Control+k"])("%s: opens the search with what was typed after it", async (keys) => {
    await open("/stock");
    await page.keyboard.press(keys);
    await page.keyboard.type("sae");
    await page.keyboard.press("Backspace");
    bringProgram();
    await page.getByRole("dialog").waitFor();
    await expect.poll(sought).toBe("sa");
    await page.keyboard.type("les");
    await page.getByRole("option", { name: t("nav.sales") }).waitFor();
    expect(await sought()).toBe("sales");
  });
});

describe.skipIf(!browserIsThere())("while the program is there", () => {
  test("/: what is typed before the search's field is there is in it", async () => {
    const context = await openContext(browser, VIEW);
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${system.url}/stock`, { waitUntil: "networkidle" });
    let bring = () => {};
    const palette = new Promise<void>((resolve) => {
      bring = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await palette;
      await route.continue();
    });
    await page.keyboard.press("/");
    await page.keyboard.type("sta");
    bring();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("ff");
    await expect.poll(() => page.getByRole("dialog").getByRole("combobox").inputValue()).toBe("staff");
    await context.close();
  });
});
