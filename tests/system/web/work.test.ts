import { readFileSync } from "node:fs";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "./hindrances.ts";
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

/** A day's work at the dashboard, with the keyboard's names for everything. */
let system: System;
let browser: Browser;
let shop: Shop;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
  page = await (await openContext(browser, { language: "en", scheme: "light", width: 1440 })).newPage();
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await signIn(page, system);
}, 180_000);
afterAll(async () => {
  expect(problems).toEqual([]);
  await browser?.close();
  await system?.stop();
});

async function open(path: string): Promise<void> {
  await visit(page, system.url + path);
  await settle(page);
}

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const inDialog = (name: string | RegExp) =>
  page.getByRole("dialog").getByRole("button", { name, exact: typeof name === "string" });
const field = (name: string | RegExp) =>
  // The switch above it speaks of SKUs and prices too.
  name === "SKU" || name === "Price"
    ? page.getByRole("dialog").getByRole("textbox", { name })
    : page.getByRole("dialog").getByLabel(name);

describe.skipIf(!browserIsThere())("work: at the dashboard", () => {
  test("goods come back: all that is left is refunded to the payment it came from", async () => {
    await open(`/sales/${shop.saleId}`);
    await button("Refund").click();
    await button("Refund all remaining").click();
    expect(await hindrances(page)).toEqual([]);
    await field("Reason").fill("does not fit");
    await inDialog(/^Refund £/).click();
    await page.getByText("This sale is fully refunded.").waitFor();
    expect(await button("Refund").isDisabled()).toBe(true);
    await page.getByText("does not fit").waitFor();
  });

  test("refund: asks for a method when what was paid in cash goes back at a desk (day A9)", async () => {
    await open(`/sales/${shop.cashSaleId}`);
    await button("Refund").click();
    await field("Paid by Cash").waitFor();
    const advice = page.getByText("Paid from the drawer? Refund it at the register instead");
    expect(await advice.isVisible()).toBe(false);
    await button("Refund all remaining").click();
    await advice.waitFor();
    await inDialog(/^Refund £/).click();
    await page.getByText("Choose how to refund", { exact: true }).waitFor();
    const way = page.getByRole("dialog").getByRole("combobox", { name: "Refund to" });
    expect(await way.inputValue()).toBe("");
    await way.click();
    await page.getByRole("option", { name: "Other" }).click();
    await inDialog(/^Refund £/).click();
    await page.getByText("This sale is fully refunded.").waitFor();
    await page.getByText(/^Other −£.* · by /).waitFor();
  });

  test("a product is made, its price changed and the change taken back", async () => {
    await open("/products");
    await button("New product").click();
    await field("Name").first().fill("Paper lantern");
    await field("SKU").fill("LANTERN-1");
    await field("Price").fill("4.50");
    await field("Barcodes").fill("4006381333931");
    expect(await hindrances(page)).toEqual([]);
    await inDialog("Create").click();
    await page.getByRole("heading", { name: "Paper lantern" }).waitFor();
    await page.getByText("4006381333931").waitFor();
    await button("Change price").click();
    await field("New price").fill("5.25");
    await inDialog("Change price").click();
    await page.getByRole("cell", { name: "£5.25" }).waitFor();
    await button("Undo").click();
    await page.getByRole("cell", { name: "£4.50" }).waitFor();
  });

  test("a refused field shows its error beside it and has the focus, and the form shows no other", async () => {
    await open("/products");
    await button("New product").click();
    await field("Name").first().fill("Another lantern");
    await field("SKU").fill("LANTERN-1");
    await field("Price").fill("4.50");
    await inDialog("Create").click();
    await page.getByRole("dialog").getByText("Another variant has this SKU.").waitFor();
    expect(await field("SKU").getAttribute("aria-invalid")).toBe("true");
    expect(await field("SKU").evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field("Price").getAttribute("aria-invalid")).not.toBe("true");
    expect(await page.getByRole("dialog").getByRole("alert").count()).toBe(0);
    expect(await hindrances(page)).toEqual([]);
  });

  test("a number shows what it is stored as while it is typed, and one that is not clear shows what to type", async () => {
    await open("/products");
    await button("New product").click();
    const dialog = page.getByRole("dialog");
    await field("Name").first().fill("A clear price");
    await field("SKU").fill("CLEAR-1");
    await field("Price").fill("1,299");
    await dialog.getByText("= £1,299.00").waitFor();
    for (const [text, problem] of [
      ["1,29", "A comma is for thousands, a point for decimals"],
      ["1.999", "At most 2 decimal places"],
      ["1.299,50", "Type a number, for example 1,299.50"],
    ] as const) {
      await field("Price").fill(text);
      await dialog.getByText(problem).waitFor();
      expect(await field("Price").getAttribute("aria-invalid")).toBe("true");
      await inDialog("Create").click();
      expect(await field("Price").evaluate((input) => input === document.activeElement)).toBe(true);
    }
    await field("Price").fill("1.999");
    await dialog.getByText("More decimals than 2 (for very cheap goods)").click();
    await dialog.getByText("= £1.999").waitFor();
    await field("Price").fill("￡１，２９９．５０");
    await dialog.getByText("= £1,299.50").waitFor();
    expect(await hindrances(page)).toEqual([]);
    await inDialog("Create").click();
    await page.getByRole("cell", { name: "£1,299.50" }).waitFor();
  });

  test("what was entered is not lost by a slip", async () => {
    await open("/customers");
    await button("New customer").click();
    await field("Name").fill("Grace");
    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "Discard what you entered?" });
    await question.getByRole("button", { name: "Keep editing" }).click();
    expect(await field("Name").inputValue()).toBe("Grace");
  });

  test("a customer is made and erased by typing the name", async () => {
    await open("/customers");
    await button("New customer").click();
    await field("Name").fill("Grace Example");
    await inDialog("Save").click();
    await page.getByRole("heading", { name: "Grace Example" }).waitFor();
    await button("Erase").click();
    await inDialog("Erase for good").click();
    await expect.poll(() => field(/Type the name/).getAttribute("aria-invalid")).toBe("true");
    await field(/Type the name/).fill("Grace Example");
    await inDialog("Erase for good").click();
    await page.getByText("This customer's personal data was erased on").waitFor();
    await page.locator("main").getByText("Grace Example").waitFor({ state: "detached" });
  });

  test("a level is adjusted to what was counted, and the movement shows by itself", async () => {
    await open(`/stock/${shop.variantId}`);
    await button("Adjust").click();
    await page.getByText("Set count", { exact: true }).click();
    await field("Counted quantity").fill("77");
    await field("Note").fill("counted by hand");
    await inDialog("Adjust").click();
    await page.getByRole("cell", { name: "77", exact: true }).waitFor();
    await page.getByRole("cell", { name: "Stock take · counted by hand" }).waitFor();
  });

  test("goods are added at the cost that is typed, and the form proposes what those on hand cost", async () => {
    await open(`/stock/${shop.variantId}`);
    await button("Adjust").click();
    await page.getByText("Add", { exact: true }).click();
    await field("Quantity").fill("10");
    await field("Cost per unit").waitFor();
    expect(Number(await field("Cost per unit").inputValue())).toBeGreaterThan(0);
    await field("Cost per unit").fill("1,5");
    await inDialog("Adjust").click();
    expect(await field("Cost per unit").getAttribute("aria-invalid")).toBe("true");
    await field("Cost per unit").fill("1.5");
    await field("Note").fill("a delivery");
    expect(await hindrances(page)).toEqual([]);
    await inDialog("Adjust").click();
    await page.getByRole("cell", { name: "£15.00" }).waitFor();
    await page.getByRole("cell", { name: "Goods received · a delivery" }).waitFor();
  });

  test("a terminal is made, and its code shown as text and for a camera", async () => {
    await open("/terminals");
    await button("New register").click();
    await field("Name").fill("Back room");
    await field("Receipt prefix").fill("B1");
    await inDialog("Create").click();
    await page.getByRole("img", { name: /QR code/ }).waitFor();
    await page.getByText(/Valid for \d+:\d\d/).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  test("an exception is resolved with a note and kept among the closed", async () => {
    await open("/exceptions");
    await button("Resolve").first().click();
    await field("What was done about it?").fill("asked the cashier");
    await inDialog("Resolve").click();
    await page.getByText("asked the cashier").waitFor({ state: "detached" });
    await page.getByText("Closed", { exact: true }).click();
    await page.getByText("asked the cashier").waitFor();
  });

  test("a list is saved as a file with every row", async () => {
    await open("/sales?from=2000-01-01");
    const [download] = await Promise.all([page.waitForEvent("download"), button("Export CSV").click()]);
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(download.suggestedFilename()).toBe("sales-2000-01-01.csv");
    expect(rows.length).toBeGreaterThan(200);
    expect(rows[0]).toContain("Receipt,Date,Time zone,Location");
  });

  test("a sale is found by its receipt number and by amount and method (dashboard task 15)", async () => {
    await open("/sales");
    const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
    const number = (await rows.nth(3).getByRole("link").first().innerText()).trim();
    await page.getByLabel("Receipt number").fill(number.toLowerCase());
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(1);
    await page.getByRole("link", { name: number, exact: true }).waitFor();
    await page.getByLabel("Receipt number").fill("");
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBeGreaterThan(1);
    await button("More filters").click();
    const filters = page.getByRole("dialog", { name: /filter/ });
    await filters.getByLabel("Payment").first().click();
    await page.getByRole("option", { name: "Card", exact: true }).click();
    await filters.getByLabel("Total from").fill("20");
    await page.waitForURL(/method=CARD.*min=20|min=20.*method=CARD/);
    await settle(page);
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await button("2 more filters").waitFor();
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(0);
    for (let row = 0; row < shown; row++) expect(await rows.nth(row).innerText()).toContain("Card");
  });

  test("search from any page finds pages, products, customers and receipts by keys alone", async () => {
    await open("/stock");
    await page.keyboard.press("/");
    const box = page.getByRole("combobox", { name: /^Search pages/ });
    await box.waitFor();
    expect(await hindrances(page)).toEqual([]);
    const option = (name: string | RegExp) => page.getByRole("option", { name });
    await box.fill("c1-1");
    await option(/^C1-1 /).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "C1-1", exact: false }).first().waitFor();
    await page.keyboard.press("Control+k");
    await box.fill("chilli");
    await page.getByRole("group", { name: "Products" }).getByRole("option").first().waitFor();
    expect(await hindrances(page)).toEqual([]);
    await box.fill("repor");
    await option("Reports").waitFor();
    await page.getByRole("option").nth(1).waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Reports" }).waitFor();
    await page.keyboard.press("/");
    await box.fill("zzzz");
    await page.getByText("Nothing found for “zzzz”.").waitFor();
    await page.keyboard.press("Escape");
    await box.waitFor({ state: "detached" });
  });

  test("a sale at a terminal shows on the start page without anybody asking", async () => {
    await open("/");
    const tile = page
      .locator("p", { hasText: /^Number of sales$/ })
      .locator("xpath=following-sibling::p")
      .first();
    await page.getByText("Live", { exact: true }).waitFor();
    const before = Number(await tile.innerText());
    await shop.sell({ id: systemClock.newId("sal"), sequence: 900 });
    await expect.poll(async () => Number(await tile.innerText()), { timeout: 20_000 }).toBe(before + 1);
  });

  test("so does the list of open exceptions", async () => {
    await open("/");
    const badge = page.getByRole("link", { name: /^Exceptions/ }).first();
    const rows = page.locator("a", { hasText: "Payments differ from the total" });
    await page.getByText("Live", { exact: true }).waitFor();
    const before = Number((await badge.innerText()).replace(/\D/g, ""));
    const shown = await rows.count();
    await shop.sell({ id: systemClock.newId("sal"), sequence: 901 }, { amount: 249 });
    await expect
      .poll(async () => Number((await badge.innerText()).replace(/\D/g, "")), { timeout: 20_000 })
      .toBe(before + 1);
    await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(shown + 1);
  });

  test("the frame stays while the server is away, and the page comes by itself (dashboard bug 5)", async () => {
    await open("/");
    await page.context().setOffline(true);
    const failed = () => page.waitForEvent("requestfailed", (request) => request.headers().rsc === "1");
    const first = failed();
    await page.getByRole("link", { name: "Customers", exact: true }).first().click();
    await first;
    await failed();
    expect(await page.getByRole("link", { name: "Sales", exact: true }).first().isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "Customers" }).waitFor();
    // The browser reports what could not be loaded.
    problems.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...problems.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED")),
    );
  });

  test("the language and the colours are kept", async () => {
    await open("/");
    await button(/^Account: /).click();
    await page.getByText("Dark", { exact: true }).click();
    await page.getByText("简体中文").click();
    await page.getByRole("heading", { name: "Main Street 今日" }).waitFor();
    expect(await page.getAttribute("html", "data-mantine-color-scheme")).toBe("dark");
    await page.getByRole("button", { name: /^账号：/ }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    expect((await page.context().cookies()).some(({ name }) => name === "pos_session")).toBe(false);
  });
});
