import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "./hindrances.ts";
import { openShop, type Shop } from "./shop.ts";
import {
  browserIsThere,
  openContext,
  revisit,
  type System,
  settle,
  signIn,
  startBrowser,
  startSystem,
  visit,
} from "./support.ts";

/** What every list can do: pages, columns, order, keys; and that its first page comes with the document. */
let system: System;
let browser: Browser;
let page: Page;
let shop: Shop;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
  page = await openAs("en");
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function openAs(language: "en" | "zh"): Promise<Page> {
  const opened = await (await openContext(browser, { language, scheme: "light", width: 1440 })).newPage();
  await signIn(opened, system);
  return opened;
}

async function open(path: string): Promise<void> {
  await visit(page, system.url + path);
  await settle(page);
}

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const header = (name: string) => page.getByRole("columnheader", { name });
const rows = () => page.locator("tbody tr");
/** The texts of a column of the table, by its head. */
async function columnOf(name: string): Promise<string[]> {
  const heads = await page.locator("thead th").allInnerTexts();
  const at = heads.findIndex((head) => head.trim() === name);
  return page.locator(`tbody tr td:nth-child(${at + 1})`).allInnerTexts();
}
/** A page that is asked for again may take a while on a busy machine. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });
const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace(/[^\d.-]/g, "")));
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

describe.skipIf(!browserIsThere())("tables: in English at a desk", () => {
  test("page size: is remembered, and a list that is whole is sorted by any column and summed", async () => {
    await open("/stock");
    expect(await rows().count()).toBe(25);
    // Only the page that is shown could be sorted.
    expect(await header("SKU").getByRole("button").count()).toBe(0);
    await page.getByLabel("Rows per page").selectOption("100");
    await page.getByText(/^\d+ rows$/).waitFor();
    const shown = async () => numbers(await columnOf("Cost value"));
    await header("Cost value").getByRole("button").click();
    await eventually(() => header("Cost value").getAttribute("aria-sort")).toBe("ascending");
    const values = ascending(await shown());
    expect(values.length).toBeGreaterThan(50);
    await eventually(shown).toEqual(values);
    await header("Cost value").getByRole("button").click();
    await eventually(shown).toEqual(values.toReversed());
    const sum = values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
    expect(numbers([await page.locator("tfoot").innerText()])).toEqual([sum]);
    expect(await hindrances(page)).toEqual([]);
    await revisit(page);
    await settle(page);
    await eventually(shown).toEqual(values.toReversed());
    await page.getByLabel("Rows per page").selectOption("25");
    await button("Next page").waitFor();
  });

  test("columns: are chosen for a list and remembered on the device", async () => {
    await open("/stock");
    await button("Columns").click();
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole("checkbox", { name: "SKU" }).uncheck();
    await page.getByRole("checkbox", { name: "Category" }).check();
    await page.keyboard.press("Escape");
    await header("Category").waitFor();
    await revisit(page);
    await settle(page);
    await header("Category").waitFor();
    expect(await header("SKU").count()).toBe(0);
    await open("/products");
    await header("SKU").waitFor();
  });

  test("pages: a record leads back to the page it was opened from, and that one to those before (dashboard bug 20)", async () => {
    await open("/sales");
    const first = await rows().first().innerText();
    await button("Next page").click();
    await page.waitForURL(/page=2/);
    await eventually(() => rows().first().innerText()).not.toBe(first);
    const second = await rows().first().innerText();
    await button("Next page").click();
    await page.waitForURL(/page=3/);
    await rows().first().getByRole("link").click();
    await page.waitForURL(/\/sales\/sal_/);
    await page.getByRole("link", { name: "← Sales" }).click();
    await page.waitForURL(/page=3/);
    await button("Previous page").click();
    await page.waitForURL(/page=2/);
    await eventually(() => rows().first().innerText()).toBe(second);
    await button("Previous page").click();
    await eventually(() => rows().first().innerText()).toBe(first);
    expect(await button("Previous page").isDisabled()).toBe(true);
  });

  test("keys: arrows go from row to row, Enter opens", async () => {
    await open("/products");
    await rows().first().getByRole("link").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const name = await rows().nth(1).getByRole("link").innerText();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/products\/prd_/);
    await page.getByRole("heading", { level: 1, name }).waitFor();
  });

  test("products: all pages are sorted by name when its head is clicked twice", async () => {
    await open("/products");
    await header("Product").getByRole("button").click();
    await header("Product").getByRole("button").click();
    await page.waitForURL(/sort=-name/);
    // Of the whole catalogue, not of the page that was shown.
    await eventually(async () => (await columnOf("Product"))[0]).toMatch(/^[T-Z]/);
    const names = await columnOf("Product");
    expect(names).toEqual(names.toSorted((a, b) => b.localeCompare(a, "en", { sensitivity: "base" })));
  });
});

describe.skipIf(!browserIsThere())("tables: many rows at once, and filters", () => {
  const bar = () => page.getByRole("region", { name: "Selected rows" });
  const select = (row: number) => rows().nth(row).getByRole("checkbox").check();

  test("products: are archived together after a question, and restored by Undo", async () => {
    await open("/products");
    const names = (await columnOf("Product")).slice(0, 3);
    for (const row of [0, 1, 2]) await select(row);
    await bar().getByText("3 selected").waitFor();
    expect(await hindrances(page)).toEqual([]);
    await bar().getByRole("button", { name: "Archive" }).click();
    const question = page.getByRole("dialog");
    await question.getByText("Archive 3 products?").waitFor();
    await question.getByRole("button", { name: "Archive" }).click();
    await page.getByText("3 products changed").waitFor();
    await eventually(async () => (await columnOf("Product")).includes(names[0] ?? "")).toBe(false);
    await button("Undo").click();
    await eventually(async () => (await columnOf("Product")).slice(0, 3)).toEqual(names);
  });

  test("products: get a category together", async () => {
    await open("/products");
    await select(0);
    await select(4);
    const names = await columnOf("Product");
    const category = bar().getByRole("combobox", { name: "Set category" });
    await category.click();
    const option = page.getByRole("listbox").getByRole("option").last();
    const name = await option.innerText();
    await option.click();
    await page.getByRole("dialog").getByRole("button", { name: "Change" }).click();
    await page.getByText("2 products changed").waitFor();
    await eventually(async () => {
      const categories = await columnOf("Category");
      return [categories[0], categories[4]];
    }).toEqual([name, name]);
    expect(await columnOf("Product")).toEqual(names);
  });

  test("sales: are found by their state, and the filter is in the address", async () => {
    await open("/sales?state=WITH_EXCEPTIONS");
    await page.getByText("Payments differ from the total").first().waitFor();
    await page.getByText(/^1 row$/).waitFor();
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Refunded", exact: true }).click();
    await page.waitForURL(/state=REFUNDED/);
    await page.getByText("No sales match").waitFor();
    await open("/sales");
    await page.getByText(/^1–25 of \d+$/).waitFor();
  });

  test("stock: is found by category and by negative levels", async () => {
    await open("/stock");
    const category = page.getByRole("combobox", { name: "Category" });
    await category.click();
    const option = page.getByRole("listbox").getByRole("option").first();
    const name = await option.innerText();
    await option.click();
    await page.waitForURL(/category=cat_/);
    await button("Columns").click();
    if (!(await page.getByRole("checkbox", { name: "Category" }).isChecked()))
      await page.getByRole("checkbox", { name: "Category" }).check();
    await page.keyboard.press("Escape");
    await eventually(async () => new Set(await columnOf("Category"))).toEqual(new Set([name]));
    await open("/stock");
    await page.getByText("Negative", { exact: true }).click();
    await page.waitForURL(/state=NEGATIVE/);
    await page.getByText("No negative stock").waitFor();
  });

  test("exceptions: of one kind are resolved together with one note", async () => {
    for (const sequence of [900, 901]) await shop.sell({ id: systemClock.newId("sal"), sequence }, { amount: 1 });
    await open("/exceptions?kind=PAYMENT_MISMATCH");
    await eventually(() => rows().count()).toBe(3);
    await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
    await bar().getByRole("button", { name: "Resolve all selected" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Payments differ from the total: 3").waitFor();
    expect(await hindrances(page)).toEqual([]);
    await dialog.getByRole("textbox").fill("Paid the next day");
    await dialog.getByRole("button", { name: "Resolve" }).click();
    await page.getByText("3 exceptions resolved").waitFor();
    await page.getByText("There are no exceptions of this kind here.").waitFor();
    await open("/exceptions?show=done&kind=PAYMENT_MISMATCH");
    expect(await columnOf("Note")).toEqual(["Paid the next day", "Paid the next day", "Paid the next day"]);
  });
});

describe.skipIf(!browserIsThere())("tables: the order of all rows", () => {
  test.each([
    ["/sales", "Total"],
    ["/stock", "On hand"],
  ])("%s: the head of %s sorts the whole list, and the next page goes on", async (path, name) => {
    await open(path);
    await header(name).getByRole("button").click();
    await header(name).getByRole("button").click();
    await page.waitForURL(/sort=-/);
    await eventually(() => header(name).getAttribute("aria-sort")).toBe("descending");
    await eventually(async () => isDescending(numbers(await columnOf(name)))).toBe(true);
    const first = numbers(await columnOf(name));
    await button("Next page").click();
    await page.waitForURL(/page=2/);
    await eventually(async () => numbers(await columnOf(name))).not.toEqual(first);
    const both = [...first, ...numbers(await columnOf(name))];
    expect(both.length).toBeGreaterThan(first.length);
    expect(isDescending(both)).toBe(true);
  });

  test("customers: are sorted by name through all pages", async () => {
    await open("/customers?sort=name");
    const names = await columnOf("Name");
    expect(names).toContain("Ada Example");
    expect(await header("Name").getAttribute("aria-sort")).toBe("ascending");
  });

  const isDescending = (values: readonly number[]) =>
    values.every((value, at) => at === 0 || value <= (values[at - 1] ?? value));
});

describe.skipIf(!browserIsThere())("tables: on a phone", () => {
  let phone: Page;
  beforeAll(async () => {
    const context = await openContext(browser, { language: "en", scheme: "light", width: 390 });
    phone = await context.newPage();
    await signIn(phone, system);
  });
  afterAll(async () => {
    await phone?.context().close();
  });

  test("products: rows are selected and changed together", async () => {
    await visit(phone, `${system.url}/products`);
    await settle(phone);
    for (const row of [0, 1]) await phone.locator("tbody tr").nth(row).getByRole("checkbox").check();
    const bar = phone.getByRole("region", { name: "Selected rows" });
    await bar.getByText("2 selected").waitFor();
    await bar.getByRole("button", { name: "Archive" }).waitFor();
    expect(await hindrances(phone)).toEqual([]);
  });

  test.each(["/sales", "/products", "/stock"])(
    "%s: rows begin in the upper half, and filters open by a button",
    async (path) => {
      await visit(phone, system.url + path);
      await settle(phone);
      const box = await phone.locator("tbody tr").first().boundingBox();
      expect(box?.y ?? Number.NaN).toBeLessThan(300);
      const heading = await phone.getByRole("heading", { level: 1 }).boundingBox();
      expect(heading?.width ?? 0).toBeGreaterThan(50);
      await phone.getByRole("button", { name: "Filters", exact: true }).click();
      await phone.getByRole("combobox").first().waitFor();
      expect(await hindrances(phone)).toEqual([]);
    },
  );
});

describe.skipIf(!browserIsThere())("tables: the document", () => {
  test.each([
    ["/sales", "C1-"],
    ["/products", "£"],
    ["/stock?state=LOW", "500"],
    ["/customers", "Ada Example"],
    ["/exceptions?show=done", "Payments differ from the total"],
  ])("%s: comes with its first page in it", async (path, text) => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const html = await (
      await fetch(system.url + path, { headers: { cookie, "accept-language": "en-GB", "sec-fetch-dest": "document" } })
    ).text();
    expect(html.match(/<tbody.*<\/tbody>/s)?.[0]).toContain(text);
  });
});

describe.skipIf(!browserIsThere())("tables: in Chinese", () => {
  beforeAll(async () => {
    await page.context().close();
    page = await openAs("zh");
  });

  test("a list states its rows, and sorts and chooses columns", async () => {
    await open("/stock");
    await page.getByLabel("每页条数").selectOption("100");
    await page.getByText(/^共 \d+ 条$/).waitFor();
    await header("SKU").getByRole("button").click();
    expect(await header("SKU").getAttribute("aria-sort")).toBe("ascending");
    await button("显示列").click();
    await page.getByRole("checkbox", { name: "分类" }).check();
    expect(await hindrances(page)).toEqual([]);
  });
});
