import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "./hindrances.ts";
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

/** Categories, products and their variants at the dashboard, in both languages and at a desk and on a phone. */
let system: System;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const VIEWS = [
  { language: "en", scheme: "light", width: 1440 },
  { language: "zh", scheme: "dark", width: 390 },
] as const;

describe.skipIf(!browserIsThere()).each(VIEWS)("catalogue: $language at $width", (view) => {
  const words = CATALOGUE[view.language];
  const message = createTranslate<Messages>(CATALOGUE[view.language], view.language);
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    page = await (await openContext(browser, view)).newPage();
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await signIn(page, system);
  });
  afterAll(() => {
    expect(problems).toEqual([]);
  });

  const open = async (path: string) => {
    await visit(page, system.url + path);
    await settle(page);
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const dialog = () => page.getByRole("dialog");
  const field = (label: string) => dialog().getByLabel(new RegExp(`^${label}`));
  const row = (text: string) => page.getByRole("row").filter({ hasText: text });

  test("categories: are created, renamed, archived and restored by the undo", async () => {
    const [name, renamed] = [`Drinks ${view.language}`, `Hot drinks ${view.language}`];
    await open("/categories");
    await button(words["categories.create"]).first().click();
    await field(words["categories.name"]).fill(name);
    await dialog().getByRole("button", { name: words["common.create"] }).click();
    await row(name).getByRole("button", { name: words["categories.rename"] }).click();
    await field(words["categories.name"]).fill(renamed);
    await dialog().getByRole("switch", { name: words["categories.department"] }).click();
    await button(words["common.save"]).click();
    await dialog().getByText(words["common.required"]).waitFor();
    await dialog().locator('input[aria-haspopup="listbox"]').click();
    await page.getByRole("option", { name: "%" }).first().click();
    await settle(page);
    expect(await hindrances(page)).toEqual([]);
    expect(await hindrances(page)).toEqual([]);
    await dialog().getByRole("button", { name: words["common.save"] }).click();
    await row(renamed).getByRole("button", { name: words["categories.archive"] }).click();
    await dialog().getByRole("button", { name: words["categories.archive"] }).click();
    await row(renamed).waitFor({ state: "detached" });
    await button(words["common.undo"]).click();
    await row(renamed).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  test("product: is hidden from the list when it is archived, and sold again after a restore", async () => {
    await open("/products");
    await page.getByRole("row").nth(1).getByRole("link").click();
    await page.waitForURL(/\/products\/prd_/);
    const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    await button(words["products.archive"]).first().click();
    await dialog().getByRole("button", { name: words["products.archive"] }).click();
    await page
      .getByText(/2026|20\d\d/)
      .first()
      .waitFor();
    await button(words["products.restore"]).waitFor();
    await open(`/products?search=${encodeURIComponent(name)}`);
    await page.getByText(words["products.notFoundTitle"]).waitFor();
    await open("/products?show=archived");
    await row(name).getByRole("link").click();
    expect(await hindrances(page)).toEqual([]);
    await button(words["products.restore"]).first().click();
    await button(words["products.archive"]).first().waitFor();
    await open(`/products?search=${encodeURIComponent(name)}`);
    await row(name).first().waitFor();
  });

  test("new product: creates every combination with its category, and goes on after a refusal (dashboard bug 17)", async () => {
    const [name, category] = [`Tunic ${view.language}`, `Clothes ${view.language}`];
    await open("/products");
    await button(words["products.create"]).first().click();
    await field(words["products.name"]).fill(name);
    await field(words["products.category"]).fill(category);
    await field(words["products.name"]).click();
    await dialog()
      .getByText(message("common.createdOnSave", { text: category }))
      .waitFor();
    await field(words["products.price"]).fill("20");
    await dialog().getByRole("switch", { name: words["products.hasOptions"] }).click();
    await values(words["products.optionValues"], 1, ["XS", "S", "M", "L", "XL"]);
    await dialog().getByRole("button", { name: words["products.addOption"] }).click();
    await values(words["products.optionValues"], 2, ["Red", "Blue", "Green", "Grey", "Black"]);
    await dialog()
      .getByText(message("products.matrixHelp", { count: 25 }))
      .waitFor();
    // The 23rd variant is refused, so that the product is created and one variant is left.
    const sku = dialog().getByLabel("SKU: XL / Green");
    const proposal = await sku.inputValue();
    expect(proposal).toBe(`TUNIC-${view.language.toUpperCase()}-XL-GREEN`);
    await sku.fill(proposal.replace("XL-GREEN", "XS-RED"));
    await dialog().getByLabel(`${words["products.price"]}: XL / Black`).fill("25");
    expect(await hindrances(page)).toEqual([]);
    await dialog().getByRole("button", { name: words["common.create"] }).click();
    await dialog().getByText(words["refusal.SKU_TAKEN"]).waitFor();
    await dialog()
      .getByText(message("products.progress", { done: 24, total: 25 }))
      .waitFor();
    await sku.fill(proposal);
    await dialog().getByRole("button", { name: words["products.continue"] }).click();
    await page.waitForURL(/\/products\/prd_/);
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    expect(await page.getByRole("row").filter({ hasText: "TUNIC-" }).count()).toBe(25);
    await page.getByText(category).waitFor();
    await row("XL / Black").getByText(/25/).first().waitFor();
  });

  test("variants: a SKU that differs in case alone is a warning, not a refusal (dashboard bug 9)", async () => {
    await open("/products");
    await button(words["products.create"]).first().click();
    await field(words["products.name"]).fill(`Copy ${view.language}`);
    await field("SKU").fill(`tunic-${view.language}-xs-red`);
    await field(words["products.price"]).fill("3");
    await dialog()
      .getByText(`TUNIC-${view.language.toUpperCase()}-XS-RED (Tunic ${view.language} – XS / Red)`)
      .waitFor();
    expect(await hindrances(page)).toEqual([]);
    await dialog().getByRole("button", { name: words["common.create"] }).click();
    await page.waitForURL(/\/products\/prd_/);
  });

  test("variant: takes the product's name when its own is cleared (dashboard bug 26)", async () => {
    await open(`/products?search=Copy+${view.language}`);
    await row(`Copy ${view.language}`).getByRole("link").click();
    await page.waitForURL(/\/products\/prd_/);
    await page.getByRole("row").getByRole("button", { name: words["common.edit"], exact: true }).click();
    await field(words["products.variantName"]).fill("");
    await dialog().getByText(words["products.variantNameHelp"]).waitFor();
    await field(words["products.price"]).fill("4");
    await dialog().getByRole("button", { name: words["common.save"] }).click();
    await dialog().waitFor({ state: "detached" });
    await row(`Copy ${view.language}`).getByText(/4/).first().waitFor();
  });

  test("variant: is sold in a pack too, whose fields are checked", async () => {
    const edit = () => page.getByRole("row").getByRole("button", { name: words["common.edit"], exact: true }).click();
    const ofPack = (key: "Name" | "Size" | "Barcode" | "Price") =>
      dialog().getByRole("textbox", { name: message(`products.pack${key}`, { number: 1 }), exact: true });
    await edit();
    await dialog().getByRole("button", { name: words["products.addPack"] }).click();
    await ofPack("Name").fill("Box");
    await ofPack("Size").fill("2.5");
    await ofPack("Barcode").fill(`BOX-${view.language}`);
    await ofPack("Price").fill("80");
    expect(await hindrances(page)).toEqual([]);
    const save = dialog().getByRole("button", { name: words["common.save"] });
    await save.click();
    await dialog().getByText(words["products.packWhole"]).waitFor();
    await ofPack("Size").fill("1");
    await save.click();
    await dialog().getByText(words["refusal.INVALID_PACK"]).waitFor();
    await ofPack("Size").fill("24");
    await save.click();
    await dialog().waitFor({ state: "detached" });
    await edit();
    await expect.poll(() => ofPack("Size").inputValue()).toBe("24");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  test("a filled dialog: asks when Back is pressed, and stays when that is the answer (dashboard bug 15)", async () => {
    await open("/categories");
    // Followed within the page, as people do, and not loaded again.
    await row(`Clothes ${view.language}`).getByRole("link").click();
    await page.waitForURL(/\/products\?category=/);
    await button(words["products.create"]).first().click();
    await field(words["products.name"]).fill("Half typed");
    await page.evaluate(() => history.back());
    await page.getByText(words["common.discardText"]).waitFor();
    await page.getByRole("button", { name: words["common.keep"] }).click();
    expect(await field(words["products.name"]).inputValue()).toBe("Half typed");
    expect(new URL(page.url()).pathname).toBe("/products");
  });

  test("a product's page: names the product in its title and leads back to the list as it was (dashboard bug 20)", async () => {
    await open(`/products?search=tunic+${view.language}&sort=NEWEST`);
    await row(`Tunic ${view.language}`).getByRole("link").click();
    await page.waitForURL(/\/products\/prd_/);
    await expect.poll(() => page.title()).toContain(`Tunic ${view.language} · ${words["nav.products"]}`);
    await page.getByRole("link", { name: `← ${words["nav.products"]}` }).click();
    await page.waitForURL(/search=tunic/);
    expect(new URL(page.url()).searchParams.get("sort")).toBe("NEWEST");
  });

  test("an unknown address: keeps the navigation and answers 404 (dashboard bug 27)", async () => {
    const ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    const paths = [
      `/products/prd_${ulid}`,
      `/sales/sal_${ulid}`,
      `/customers/cus_${ulid}`,
      `/stock/var_${ulid}`,
      "/nowhere",
    ];
    for (const path of paths) {
      const answer = await visit(page, system.url + path);
      await page.getByText(words["common.notFoundTitle"]).waitFor();
      expect([path, answer?.status()]).toEqual([path, 404]);
      expect(await page.getByRole("navigation", { name: words["nav.label"] }).count()).toBeGreaterThan(0);
    }
    // The browser itself reports an address that answers 404.
    problems.splice(0, problems.length, ...problems.filter((text) => !text.includes("404")));
  });

  async function values(label: string, number: number, typed: readonly string[]) {
    const input = field(label.replace("{name}", String(number)));
    for (const value of typed) {
      await input.fill(value);
      await input.press("Enter");
    }
  }
});
