import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, outcome, pair, scan, signIn as signInOperator, signInOwner } from "../terminal/page.ts";
import { chromiumIsThere, type System, startSystem } from "../terminal/system.ts";
import { type Clicks, countClicks, typeInto } from "./clicks.ts";
import { openContext, settle, startBrowser, visit } from "./support.ts";

/** The twenty frequent tasks of owners and cashiers: what each takes besides typing, beside what it took. */
let system: System;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let clicks: Clicks;
/** Articles in stock; a receipt of today that was paid by card. */
let goods: readonly { readonly sku: string; readonly variant: { readonly title: string } }[];
let cardReceipt: string;

const link = (name: string) => page.getByRole("link", { name, exact: true }).first();
const button = (name: string | RegExp) =>
  page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) }).first();
const dialog = () => page.getByRole("dialog");
const inDialog = (name: string | RegExp) =>
  dialog()
    .getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) })
    .first();
const field = (name: string) => dialog().getByRole("textbox", { name }).first();
const gone = () => dialog().waitFor({ state: "detached" });
const enter = () => page.keyboard.press("Enter");

/** A task where it took what the findings counted; undefined: it could not be done at all. */
interface Task {
  readonly task: string;
  readonly before: number | undefined;
  readonly now: number;
  /** Where the count of before began. */
  readonly from?: string;
  readonly work: () => Promise<void>;
}

const OFFICE: readonly Task[] = [
  {
    ...{ task: "product with three variants and their barcodes", before: 5, now: 4 },
    async work() {
      await link("Products").click();
      await button("New product").click();
      await typeInto(page, field("Name"), "Aran scarf");
      await dialog().getByRole("switch", { name: "Comes in several variants" }).click();
      await typeInto(page, dialog().getByLabel("Values of 1"), "Long,Short,Wide,");
      await typeInto(page, field("Price"), "24.50");
      for (const [name, code] of [
        ["Long", "5012345000015"],
        ["Short", "5012345000022"],
        ["Wide", "5012345000039"],
      ] as const)
        await typeInto(page, dialog().getByLabel(`Barcode: ${name}`), code);
      await inDialog("Create").click();
      await page.waitForURL(/\/products\/prd_/);
      await page.getByText("5012345000039").waitFor();
    },
  },
  {
    ...{ task: "change of a price", before: 3, now: 3, from: "/products" },
    async work() {
      await page.locator('main a[href^="/products/prd_"]').first().click();
      await button("Change price").click();
      await typeInto(page, field("New price"), "5.25");
      await enter();
      await gone();
      await page.getByRole("cell", { name: "£5.25" }).first().waitFor();
    },
  },
  {
    ...{ task: "stock of a new product adjusted", before: 4, now: 3, from: "/stock" },
    async work() {
      await page.getByRole("searchbox").click();
      await page.keyboard.type("Aran scarf");
      await page.waitForURL(/search=/);
      const row = page.getByRole("row", { name: /Aran scarf – Long/ });
      await row.getByRole("button", { name: "Adjust" }).click();
      await typeInto(page, field("Quantity"), "12");
      await enter();
      await gone();
      await row.getByText("12", { exact: true }).first().waitFor();
    },
  },
  {
    ...{ task: "stock take of three articles", before: 12, now: 4 },
    async work() {
      await link("Stock").click();
      await link("Stock take").click();
      await page.getByRole("textbox", { name: "Scan or search" }).waitFor();
      for (const { sku, variant } of goods.slice(0, 3)) {
        await clicks.asTyping(async () => {
          await page.keyboard.type(sku);
          await enter();
          await page.getByLabel(`Count of ${variant.title}`).waitFor();
        });
      }
      await button(/^Check (\d+ differences?|and record)$/).click();
      await inDialog("Record stock take").click();
      await gone();
    },
  },
  {
    ...{ task: "terminal created and its code shown", before: 3, now: 3 },
    async work() {
      await link("Registers").click();
      await button("New register").click();
      await typeInto(page, field("Name"), "Back room");
      await typeInto(page, field("Receipt prefix"), "B1");
      await enter();
      await page.getByRole("img", { name: /QR code/ }).waitFor();
    },
  },
  {
    ...{ task: "new customer", before: 3, now: 3 },
    async work() {
      await link("Customers").click();
      await button("New customer").click();
      await typeInto(page, field("Name"), "Grace Example");
      await enter();
      await page.getByRole("heading", { name: "Grace Example" }).waitFor();
    },
  },
  {
    ...{ task: "an earlier sale found by its receipt", before: 41, now: 2 },
    async work() {
      await page.keyboard.press("/");
      await page.keyboard.type("C1-1");
      await page.getByRole("option", { name: /^C1-1 / }).waitFor();
      await enter();
      await page.getByRole("heading", { name: "C1-1", exact: false }).first().waitFor();
    },
  },
  {
    ...{ task: "refund of a sale paid by card", before: 5, now: 5 },
    async work() {
      await link("Sales").click();
      await link(cardReceipt).click();
      await button("Refund").click();
      await button("Refund all remaining").click();
      await typeInto(page, field("Reason"), "does not fit");
      await inDialog(/^Refund £/).click();
      await page.getByText("This sale is fully refunded.").waitFor();
    },
  },
  {
    ...{ task: "sales exported", before: 2, now: 2 },
    async work() {
      await link("Sales").click();
      const [download] = await Promise.all([page.waitForEvent("download"), button("Export CSV").click()]);
      expect(await download.failure()).toBeNull();
    },
  },
  {
    ...{ task: "daily report scheduled", before: 4, now: 4 },
    async work() {
      await link("Reports").click();
      await page.getByText("Schedules", { exact: true }).click();
      await button("New schedule").click();
      await typeInto(page, dialog().getByLabel("Recipients"), "owner@example.com");
      await inDialog("Save").click();
      await gone();
      await page.getByText("owner@example.com").first().waitFor();
    },
  },
  {
    ...{ task: "cash in the drawers looked up", before: 1, now: 1 },
    async work() {
      await link("Reports").click();
      await page.getByText("Cash in drawers now").waitFor();
    },
  },
  {
    ...{ task: "cashier with a PIN", before: undefined, now: 3 },
    async work() {
      await link("Staff").click();
      await button("Add staff member").click();
      await typeInto(page, field("Name"), "Bea");
      await typeInto(page, field("Operator number"), "731");
      await typeInto(page, dialog().getByLabel("PIN", { exact: true }), "4807");
      await enter();
      await gone();
      await page.getByText("Bea", { exact: true }).first().waitFor();
    },
  },
  {
    ...{ task: "new category", before: undefined, now: 3 },
    async work() {
      await link("Categories").click();
      await button("New category").click();
      await typeInto(page, field("Name"), "Lanterns");
      await enter();
      await gone();
      await page.getByText("Lanterns", { exact: true }).first().waitFor();
    },
  },
];

const tile = (index: number) => page.locator("[data-sku]").nth(index);
/** The page of a finished sale takes no press that comes at once, so that the change is seen. */
async function next(): Promise<void> {
  expect(await outcome(page)).toBe("recorded");
  const isReady = () => page.evaluate("performance.now() - (window.doneAt ??= performance.now()) > 700");
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true);
  await button(/^Next sale/).click();
  await page.evaluate("delete window.doneAt");
  await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
}

const COUNTER: readonly Task[] = [
  {
    ...{ task: "one article, cash exact", before: 4, now: 3 },
    async work() {
      await tile(0).click();
      await button(/^Exact cash, /).click();
      await next();
    },
  },
  {
    ...{ task: "one article by card", before: 5, now: 3 },
    async work() {
      await tile(0).click();
      await button(/^Card, /).click();
      await next();
    },
  },
  {
    ...{ task: "three articles and a note", before: 6, now: 5 },
    async work() {
      for (let index = 0; index < 3; index++) await tile(index).click();
      await button(/^Cash, customer gives £/).click();
      await next();
    },
  },
  {
    ...{ task: "sale of two lines begun and given up", before: 6, now: 3 },
    async work() {
      await tile(0).click();
      await tile(1).click();
      await button("Clear sale").click();
      await expect.poll(() => page.getByTestId("total").textContent()).toBe("£0.00");
    },
  },
  {
    ...{ task: "twelve of an article", before: 3, now: 1 },
    async work() {
      // As fingers type: what comes faster is a scan.
      await page.keyboard.type("12*", { delay: 130 });
      await tile(0).click();
      await expect.poll(() => page.getByTestId("item-count").textContent()).toContain("12 items");
    },
  },
  {
    ...{ task: "one line of a receipt refunded", before: 9, now: 4 },
    async work() {
      await clicks.asTyping(() => scan(page, cardReceipt));
      await button("Refund").click();
      await button(/^Return one more: /).click();
      await button(/^Refund £/).click();
      await page.getByTestId("refund-outcome").waitFor();
      await button("Done").click();
    },
  },
];

describe.skipIf(!chromiumIsThere())("clicks", () => {
  const done: Task[] = [];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    const { url, credentials } = system;
    const owner = await signInOwner(url, credentials);
    const stock = `{ stockLevels(locationId: "${credentials.locationId}", first: 3) { nodes { sku variant { title } } } }`;
    goods = (await ask(url, owner, stock)).data.stockLevels.nodes;
    context = await openContext(browser, { language: "en", scheme: "light", width: 1440 });
    clicks = await countClicks(context);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  async function measure(task: Task): Promise<void> {
    clicks.restart();
    await task.work();
    const taken = clicks.count();
    done.push({ ...task, now: taken });
    expect(taken).toBe(task.now);
    if (task.before !== undefined) expect(taken).toBeLessThanOrEqual(task.before);
  }

  test("sign in: takes no more than before", async () => {
    await visit(page, `${system.url}/sign-in`);
    await measure({
      ...{ task: "sign in", before: 1, now: 1 },
      async work() {
        const { email, password } = system.credentials.owner;
        await typeInto(page, page.locator('input[name="email"]'), email);
        await typeInto(page, page.locator('input[name="password"]'), password);
        await enter();
        await page.waitForURL(`${system.url}/`);
      },
    });
  });

  // The sales of a counter, before the office refunds one of them.
  test.each(COUNTER.slice(0, 5))("at the counter, $task: takes no more than before", async (task) => {
    if (!page.url().endsWith("/terminal")) {
      const { url, credentials } = system;
      await pair(page, url, present(credentials.terminal.activationCode, "a code"));
      await signInOperator(page, credentials.operator);
      await tile(2).waitFor();
    }
    if (await button("Clear sale").isEnabled()) await button("Clear sale").click();
    await measure(task);
  });

  async function newCardReceipt(): Promise<void> {
    const owner = await signInOwner(system.url, system.credentials);
    const query = "{ sales(first: 1, filter: { method: CARD }) { nodes { receiptNumber } } }";
    cardReceipt = (await ask(system.url, owner, query)).data.sales.nodes[0].receiptNumber;
  }

  test("at the counter, a line of a receipt refunded: takes no more than before", async () => {
    if (await button("Clear sale").isEnabled()) await button("Clear sale").click();
    for (let index = 0; index < 2; index++) await tile(index).click();
    await button(/^Card, /).click();
    await next();
    await newCardReceipt();
    await measure(present(COUNTER[5], "the task"));
    await page.keyboard.press("Escape");
    await button(/^Card, /).waitFor();
    await tile(0).click();
    await button(/^Card, /).click();
    await next();
    await newCardReceipt();
  });

  test.each(OFFICE)("at the desk, $task: takes no more than before", async (task) => {
    await visit(page, system.url + (task.from ?? "/"));
    await settle(page);
    await measure(task);
  });

  test("twenty tasks: none takes more than before, at least half take fewer", () => {
    console.table(done.map(({ task, before = "impossible", now }) => ({ task, before, now })));
    const could = done.filter(({ before }) => before !== undefined);
    expect(done).toHaveLength(20);
    expect(could.filter(({ before = 0, now }) => now > before)).toEqual([]);
    expect(could.filter(({ before = 0, now }) => now < before).length).toBeGreaterThanOrEqual(10);
  });
});
