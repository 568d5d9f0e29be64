import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
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

/** A sale is put on a customer afterwards, from its page, in both languages and at a desk and on a phone. */
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

describe.skipIf(!browserIsThere()).each(VIEWS)("customer of a sale: $language at $width", (view) => {
  const words = CATALOGUE[view.language];
  const message = createTranslate<Messages>(CATALOGUE[view.language], view.language);
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    page = await (await openContext(browser, view)).newPage();
    page.on("console", (text) => {
      if (text.type() === "error") problems.push(text.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await signIn(page, system);
    await visit(page, `${system.url}/sales/${shop.saleId}`);
    await settle(page);
  });
  afterAll(() => {
    expect(problems).toEqual([]);
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const dialog = () => page.getByRole("dialog");
  const link = (name: string) => page.getByRole("link", { name, exact: true });
  const receiptNumber = async () => {
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    return /\S+-\d+/.exec(title)?.[0] ?? "";
  };

  test("sale: names the lot, the last day and the serial number that were scanned", async () => {
    await page.getByText(words["sales.batches"], { exact: true }).waitFor();
    const stated = [message("sales.lot", { lot: "127" }), message("sales.serial", { serial: "42" })];
    for (const text of stated) await page.getByText(text).waitFor();
    await page.getByText(view.language === "en" ? "expires 31 Jan 2027" : "有效期至 2027年1月31日").waitFor();
  });

  test("sale: is taken off its customer, and the undo gives it back", async () => {
    await link("Ada Example").waitFor();
    await button(words["sales.changeCustomer"]).click();
    await dialog().getByRole("button", { name: words["sales.removeCustomer"] }).click();
    await page.getByText(message("sales.customerRemoved", { number: await receiptNumber() })).waitFor();
    await button(words["sales.addCustomer"]).waitFor();
    const cut = `[...document.querySelectorAll("dd [class*=Button-label]")].filter((label) => label.scrollWidth > label.clientWidth + 1).length`;
    expect(await page.evaluate(cut)).toBe(0);
    await button(words["common.undo"]).click();
    await link("Ada Example").waitFor();
  });

  test("sale: is put on a customer who is created in the dialog, and is in that customer's history", async () => {
    const name = `Grace ${view.language}`;
    await button(words["sales.changeCustomer"]).click();
    await dialog().getByRole("searchbox", { name: words["customers.search"] }).fill(name);
    await dialog().getByText(words["customers.none"]).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await dialog().getByRole("button", { name: words["customers.create"] }).click();
    expect(await dialog().getByLabel(words["customers.name"]).inputValue()).toBe(name);
    await dialog().getByRole("button", { name: words["common.save"] }).click();
    await link(name).waitFor();
    const number = await receiptNumber();
    await link(name).click();
    await page.getByRole("link", { name: number }).first().waitFor();
    await page.goBack();
    await link(name).waitFor();
  });

  test("sale: is found by the name and put on the customer, and the page shows who did it", async () => {
    await button(words["sales.changeCustomer"]).click();
    await dialog().getByRole("searchbox", { name: words["customers.search"] }).fill("ada ex");
    await dialog().getByRole("button", { name: "Ada Example" }).click();
    await link("Ada Example").waitFor();
    const shown = message("sales.customerAddedBy", { who: "Olive Owner", name: "Ada Example" });
    await page.getByText(shown).first().waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  test("sale: its page and the list state that a payment is not certain, until it did not go through", async () => {
    const id = systemClock.newId("sal");
    await shop.sell({ id, sequence: view.language === "en" ? 701 : 702 }, { state: "UNKNOWN" });
    await visit(page, `${system.url}/sales/${id}`);
    const alert = () => page.getByRole("alert").filter({ hasText: "2.50" });
    await alert().getByText(words["outcome.uncertain"]).waitFor();
    await alert()
      .getByText(new RegExp(`[:：] ?${words["paymentState.UNKNOWN"]}$`))
      .waitFor();
    expect(await hindrances(page)).toEqual([]);
    await alert().getByRole("button", { name: words["outcome.captured"] }).click();
    await dialog().getByText(words["outcome.capturedLead"]).waitFor();
    await dialog().getByRole("button", { name: words["common.cancel"] }).click();
    await dialog().waitFor({ state: "detached" });
    await alert().getByRole("button", { name: words["outcome.voided"] }).click();
    await dialog().getByText(words["outcome.voidedLead"]).waitFor();
    await dialog().getByRole("button", { name: words["outcome.voided"] }).click();
    await dialog().getByText(words["outcome.reasonMissing"]).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await dialog().getByRole("textbox").fill("Declined");
    await dialog().getByRole("button", { name: words["outcome.voided"] }).click();
    await dialog().waitFor({ state: "detached" });
    await alert()
      .getByText(new RegExp(`[:：] ?${words["paymentState.VOIDED"]}$`))
      .waitFor();
    await alert()
      .getByText(/[:：] ?Declined$/)
      .waitFor();
    const number = await receiptNumber();
    await visit(page, `${system.url}/sales?paymentState=VOIDED`);
    await page.getByRole("link", { name: number }).first().waitFor();
  });
});
