import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../proof/receipts/read-pdf.ts";
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

/** What a printer gets of the dashboard: the receipt or the report, and nothing of the application around it. */
describe.skipIf(!browserIsThere())("print: from the dashboard", () => {
  let system: System;
  let browser: Browser;
  let shop: Shop;
  let page: Page;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    shop = await openShop(system);
    page = await (await openContext(browser, { language: "en", scheme: "dark", width: 1440 })).newPage();
    await page.addInitScript("window.print = () => {}");
    await signIn(page, system);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });

  async function open(path: string): Promise<void> {
    await page.emulateMedia({ media: "screen" });
    await visit(page, system.url + path);
    await settle(page);
  }

  /** The texts that are visible on paper, in one line. */
  async function onPaper(): Promise<string> {
    await page.emulateMedia({ media: "print" });
    return (await page.locator("body").innerText()).replace(/\s+/g, " ").trim();
  }

  async function paper(margin?: string): Promise<Buffer> {
    await page.emulateMedia({ media: "print" });
    const margins = margin && { margin: { top: margin, right: margin, bottom: margin, left: margin } };
    return page.pdf({ preferCSSPageSize: true, format: "A4", ...margins });
  }

  async function pages(): Promise<[width: number, height: number][]> {
    const pdf = (await paper()).toString("latin1");
    const boxes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    return boxes.map(([, width, height]) => [(Number(width) / 72) * 25.4, (Number(height) / 72) * 25.4]);
  }

  test("sale: prints its receipt alone when Print is pressed, on a roll as long as the text (dashboard bug 4)", async () => {
    await open(`/sales/${shop.saleId}`);
    await button("Print copy").click();
    const text = await onPaper();
    const [size = [0, 0], ...more] = await pages();
    expect(more).toEqual([]);
    expect(size[0]).toBeCloseTo(80, 0);
    expect(size[1]).toBeLessThan(200);
    expect(text).toMatch(/^Lantern & Thread Main Street COPY 1 Receipt C3-501 /);
    expect(text).toContain("Mara Manager");
    for (const shown of ["About this sale", "Sales", "Refund", "Reports", "Print"]) expect(text).not.toContain(shown);
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
  });

  test("sale: prints its receipt alone when the browser's own menu prints (dashboard bug 4)", async () => {
    await open(`/sales/${shop.saleId}`);
    await page.getByTestId("receipt").waitFor();
    const text = await onPaper();
    expect(text).toMatch(/^Lantern & Thread Main Street COPY \d+ Receipt C3-501 /);
    for (const shown of ["About this sale", "Reports", "Print"]) expect(text).not.toContain(shown);
  });

  test("sale: shows and prints what came back when it was refunded", async () => {
    await open(`/sales/${shop.saleId}`);
    await button("Refund").click();
    await button("Refund all remaining").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Refund £/ })
      .click();
    await page.getByTestId("receipt").getByText("REFUNDED", { exact: true }).waitFor();
    await button("Print copy").click();
    const text = await onPaper();
    expect(text).toMatch(/COPY 2 REFUNDED/);
    expect(text).toMatch(/Returned .* Total refunded −£/);
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
  });

  test("report: prints without the application, and no card is cut across pages (dashboard bug 4)", async () => {
    await open("/reports");
    await page.getByText("Main Street,").first().waitFor();
    const text = await onPaper();
    for (const shown of ["Day before", "Print", "Sign out", "Products", "Terminals"]) expect(text).not.toContain(shown);
    const cards = page.locator("main .mantine-Paper-root");
    expect(await cards.count()).toBeGreaterThan(3);
    const breaks = await cards.evaluateAll((all) => all.map((card) => getComputedStyle(card).breakInside));
    expect(new Set(breaks)).toEqual(new Set(["avoid"]));
    expect((await pages()).map(([width]) => Math.round(width))).not.toContain(0);
  });

  test("list: prints every row as a table, over as many sheets as it needs, and no boxes to choose", async () => {
    await open("/products");
    const skus = await page.locator("tbody td:nth-child(3)").allInnerTexts();
    expect(skus).toHaveLength(25);
    const [first = [], ...more] = (await readPdf(await paper("10mm"))).map((sheet) => sheet.map(({ str }) => str));
    expect(first.filter((text) => skus.includes(text)).length).toBeGreaterThan(15);
    const all = [first, ...more].flat();
    expect(skus.filter((sku) => !all.includes(sku))).toEqual([]);
    expect(all).toContain("Category");
    const boxes = page.locator("main").getByRole("checkbox");
    expect(await boxes.count()).toBe(0);
  });
});
