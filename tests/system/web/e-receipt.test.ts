import { readFileSync } from "node:fs";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOfPdf } from "../../proof/receipts/read-pdf.ts";
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

/** A sale's page gives the link of its e-receipt; a browser that is not signed in opens it. */
let system: System;
let browser: Browser;
let shop: Shop;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const VIEWS = [
  { language: "en", scheme: "light", width: 1440 },
  { language: "zh", scheme: "dark", width: 390 },
] as const;

describe.skipIf(!browserIsThere()).each(VIEWS)("e-receipt: $language at $width", (view) => {
  const words = CATALOGUE[view.language];
  let page: Page;
  const problems: string[] = [];
  const watch = (watched: Page) => {
    watched.on("pageerror", (error) => problems.push(String(error)));
    watched.on("console", (text) => {
      if (text.type() === "error") problems.push(text.text());
    });
  };

  beforeAll(async () => {
    page = await (await openContext(browser, view)).newPage();
    watch(page);
    await signIn(page, system);
    await visit(page, `${system.url}/sales/${shop.saleId}`);
    await settle(page);
  });
  afterAll(() => {
    expect(problems).toEqual([]);
  });

  const address = async () => (await page.getByTestId("e-receipt-link").getAttribute("href")) ?? "";

  test("e-receipt: opens by its link without signing in, in the visitor's language, and shows no other page", async () => {
    const link = await address();
    expect(link.startsWith(`${system.url}/r/`)).toBe(true);
    expect(await hindrances(page)).toEqual([]);
    const context = await openContext(browser, view);
    const visitor = await context.newPage();
    watch(visitor);
    expect((await visitor.goto(link))?.status()).toBe(200);
    const paper = visitor.getByTestId("e-receipt");
    await paper.getByText(words["receipt.total"], { exact: true }).waitFor();
    expect(await paper.innerText()).not.toContain("Ada Example");
    expect(await visitor.getByRole("link").count()).toBe(0);
    expect(await visitor.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
    expect(await hindrances(visitor)).toEqual([]);
    const saved = visitor.waitForEvent("download");
    await visitor.getByRole("button", { name: words["receipt.pdf"], exact: true }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`${words["eReceipt.title"]}.pdf`);
    expect(await textOfPdf(readFileSync(await file.path()))).toContain(words["receipt.total"]);
    await visitor.goto(`${system.url}/sales/${shop.saleId}`);
    await visitor.waitForURL(/\/sign-in/);
    await context.close();
  });

  test("receipt: is saved as a PDF from the sale's page", async () => {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: words["receipt.pdf"], exact: true }).click();
    const text = await textOfPdf(readFileSync(await (await saved).path()));
    expect(text).toContain("Ada Example");
  });

  test("receipt: is sent by mail from the sale's page, in the shop's language, and the page shows when it is sent", async () => {
    const recipient = `buyer.${view.language}@mail.example`;
    await page.getByRole("button", { name: words["eReceipt.mail"], exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words["eReceipt.address"]).fill("no address");
    await dialog.getByRole("button", { name: words["eReceipt.send"], exact: true }).click();
    await dialog.getByText(words["refusal.INVALID_RECIPIENTS"]).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await dialog.getByLabel(words["eReceipt.address"]).fill(recipient);
    await dialog.getByRole("button", { name: words["eReceipt.send"], exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    const row = page.locator(".mantine-Group-root", { hasText: recipient }).last();
    await row.getByText(words["reports.status.SENT"], { exact: true }).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  test("fapiao: is asked for on the page of the e-receipt, and is in the merchant's list", async () => {
    const { me } = await shop.asOwner("{ me { merchant { version country } } }");
    const { version, country } = me.merchant;
    if (country !== "CN") {
      const update =
        "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
      await shop.asOwner(update, { input: { country: "CN", version } });
    }
    const context = await openContext(browser, view);
    const visitor = await context.newPage();
    watch(visitor);
    await visitor.goto(await address());
    const form = visitor.getByRole("form", { name: words["fapiao.ask"] });
    await form.getByText(words["fapiao.notFiled"]).waitFor();
    const title = `上海样例有限公司 ${view.language}`;
    await form.getByLabel(words["fapiao.title"]).fill(title);
    await form.getByRole("button", { name: words["fapiao.send"] }).click();
    await form.getByText(words["common.required"]).waitFor();
    await form.getByLabel(words["fapiao.taxNumber"]).fill("91310000123456789X");
    await form.getByRole("button", { name: words["fapiao.send"] }).click();
    await visitor.getByText(words["fapiao.wasRequested"]).waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await context.close();
    await visit(page, `${system.url}/fapiao`);
    await page.getByText(title).first().waitFor();
    expect(await hindrances(page)).toEqual([]);
    await visit(page, `${system.url}/sales/${shop.saleId}`);
  });

  test("e-receipt: a link that was replaced opens nothing", async () => {
    const link = await address();
    await page.getByRole("button", { name: words["eReceipt.renew"], exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: words["eReceipt.renew"], exact: true }).click();
    await expect.poll(address, { timeout: 20_000 }).not.toBe(link);
    const context = await openContext(browser, view);
    const visitor = await context.newPage();
    await visitor.goto(link);
    await visitor.getByRole("heading", { name: words["eReceipt.unknownTitle"] }).waitFor();
    await visitor.goto(await address());
    await visitor.getByTestId("e-receipt").waitFor();
    await context.close();
  });
});
