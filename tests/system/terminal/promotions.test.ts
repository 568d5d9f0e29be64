import { rmSync } from "node:fs";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "../web/hindrances.ts";
import { settle, signIn as signInAtDesk, visit } from "../web/support.ts";
import { ask, signInOwner } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "./system.ts";

/** A promotion and a price list from the desk to a sale at the terminal, in both languages: one system for all of it. */
let system: System;
let browser: Browser;
let owner: string;

describe.skipIf(!chromiumIsThere())("promotions", () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    await verifyIsClean(system);
    rmSync(system.folder, { recursive: true, force: true });
  }, 120_000);

  describe.each(["en", "zh"] as const)("in %s", (language) => {
    const words = CATALOGUE[language];
    const message = createTranslate<Messages>(words, language);
    const name = `Spring ${language}`;
    let context: BrowserContext;
    const problems: string[] = [];
    beforeAll(async () => {
      context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
      context.setDefaultTimeout(20_000);
    });
    afterAll(async () => {
      expect(problems).toEqual([]);
      await context.close();
    });

    const button = (of: Page, label: string) => of.getByRole("button", { name: label, exact: true });

    const locale = language === "zh" ? "zh-CN" : "en-GB";
    const currency = { style: "currency", currency: "GBP" } as const;
    const money = (amount: number) => new Intl.NumberFormat(locale, currency).format(amount / 100);

    /** At a terminal of its own: a coupon that is not there, then the one that takes something off, to the receipt. */
    async function sellForCoupon(sku: string, { price, total }: { readonly price: number; readonly total: number }) {
      const page = await openTerminal(context, language, language === "zh" ? "P2" : "P1");
      page.on("pageerror", (error) => problems.push(String(error)));
      await page.getByRole("textbox", { name: words["terminal.goods.search"] }).fill(sku);
      await page.locator(`[data-sku="${sku}"]`).click();
      const due = page.getByTestId("total");
      await expect.poll(() => due.textContent()).toContain(money(price));
      await page.keyboard.press("F1");
      await page.getByRole("textbox", { name: words["coupon.code"] }).fill("nothing");
      await button(page, words["terminal.take"]).click();
      await page.getByText(words["refusal.COUPON_UNKNOWN"]).waitFor();
      await page.getByRole("textbox", { name: words["coupon.code"] }).fill(`go-${language}`);
      await button(page, words["terminal.take"]).click();
      await page.getByTestId("promotion").getByText(name).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await expect.poll(() => due.textContent()).toContain(money(total));
      await page.keyboard.press("F9");
      const tendered = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await tendered.fill("10000");
      await tendered.press("Enter");
      const done = page.getByTestId("outcome");
      await done.waitFor();
      expect(await done.getAttribute("data-status")).toBe("recorded");
      const saved = done.locator("div", { has: page.getByText(words["receipt.saved"], { exact: true }) }).last();
      await saved.getByText(money(price - total)).waitFor();
      await page.getByTestId("receipt").last().getByText(name).first().waitFor();

      const newest = `{ sales(first: 1) { nodes { total { amount } lines { discounts { source reason couponCode amount { amount } } } } } }`;
      await expect
        .poll(async () => (await ask(system.url, owner, newest)).data.sales.nodes[0])
        .toEqual({
          total: { amount: total },
          lines: [
            {
              discounts: [
                {
                  ...{ source: "COUPON", reason: name, couponCode: `GO-${language.toUpperCase()}` },
                  amount: { amount: price - total },
                },
              ],
            },
          ],
        });
    }

    test("made at the desk, tried in a test basket, switched on, and taken at the terminal", async () => {
      const desk = await context.newPage();
      desk.on("pageerror", (error) => problems.push(String(error)));
      await signInAtDesk(desk, system);
      await visit(desk, `${system.url}/promotions`);
      await settle(desk);
      await button(desk, words["promotions.create"]).first().click();
      const dialog = desk.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words["promotions.name"] }).fill(name);
      await dialog.getByRole("textbox", { name: words["promotions.percent"] }).fill("10");
      await dialog.getByRole("textbox", { name: words["coupon.code"] }).fill(`GO-${language}`);
      expect(await hindrances(desk)).toEqual([]);
      await button(desk, words["common.create"]).click();
      await dialog.waitFor({ state: "detached" });
      const row = desk.getByRole("row").filter({ hasText: name });
      await row.getByText(words["promotions.states.OFF"], { exact: true }).waitFor();

      await row.getByRole("button", { name: words["promotions.test"], exact: true }).click();
      const query = "{ products(first: 5) { nodes { name variants { sku title price { amount } } } } }";
      const { data } = await ask(system.url, owner, query);
      const [{ sku, price }] = data.products.nodes[0].variants;
      await dialog.locator("input[aria-haspopup=listbox]").fill(sku);
      await desk.getByRole("option").filter({ hasText: sku }).first().click();
      const total = price.amount - Math.round(price.amount / 10);
      const result = desk.getByTestId("basket-result");
      await result.getByText(message("promotions.testTotal", { amount: money(total) })).waitFor();
      expect(await hindrances(desk)).toEqual([]);
      await desk.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await row.getByRole("button", { name: words["promotions.switchOn"], exact: true }).click();
      await row.getByText(words["promotions.states.ACTIVE"], { exact: true }).waitFor();

      await sellForCoupon(sku, { price: price.amount, total });
    }, 180_000);

    /** A group is made, and a customer put into it by the list's bulk action. */
    async function groupAtDesk(desk: Page, group: string, customer: string) {
      await visit(desk, `${system.url}/customers`);
      await button(desk, words["groups.title"]).click();
      const dialog = desk.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words["groups.name"], exact: true }).fill(group);
      expect(await hindrances(desk)).toEqual([]);
      await button(desk, words["groups.create"]).click();
      await dialog.getByRole("textbox", { name: message("groups.nameOf", { name: group }) }).waitFor();
      await desk.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await desk.getByRole("checkbox", { name: message("table.select", { name: customer }) }).check();
      await desk.getByLabel(words["groups.addTo"]).first().click();
      await desk.getByRole("option", { name: group, exact: true }).click();
      await dialog.getByRole("button", { name: words["groups.addTo"], exact: true }).click();
      await desk
        .getByText(message("groups.added", { count: 1 }))
        .first()
        .waitFor();
    }

    /** The group is ended after it was stated which list does not count any more, and made active again. */
    async function endAtDesk(desk: Page, group: string, customer: string) {
      await desk.evaluate(() => localStorage.setItem("pos_columns_customers", '{"groups":true}'));
      await visit(desk, `${system.url}/customers`);
      await button(desk, words["groups.title"]).click();
      const dialog = desk.getByRole("dialog");
      await dialog.getByRole("button", { name: message("groups.endOf", { name: group }), exact: true }).click();
      await dialog.getByText(message("groups.endUsed", { names: group })).waitFor();
      for (const colorScheme of ["dark", "light"] as const) {
        await desk.emulateMedia({ colorScheme });
        await expect.poll(() => hindrances(desk)).toEqual([]);
      }
      await dialog.getByRole("button", { name: words["groups.end"], exact: true }).last().click();
      const restore = dialog.getByRole("button", { name: message("groups.restoreOf", { name: group }), exact: true });
      await restore.waitFor();
      await desk
        .locator("tr", { hasText: customer })
        .getByText(message("groups.endedName", { name: group }))
        .waitFor();
      await restore.click();
      await dialog.getByRole("textbox", { name: message("groups.nameOf", { name: group }) }).waitFor();
      await desk.keyboard.press("Escape");
    }

    /** For the group: a unit costs 0.50, from ten on 0.40. */
    async function listAtDesk(
      desk: Page,
      group: string,
      { sku, title }: { readonly sku: string; readonly title: string },
    ) {
      await visit(desk, `${system.url}/price-lists`);
      await settle(desk);
      await button(desk, words["priceLists.create"]).first().click();
      const dialog = desk.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words["priceLists.name"] }).fill(group);
      await dialog.getByLabel(words["priceLists.forWhom"]).first().click();
      await desk.getByRole("option", { name: group, exact: true }).click();
      await dialog.getByLabel(words["promotions.testAdd"]).fill(sku);
      await desk.getByRole("option").filter({ hasText: sku }).first().click();
      const costs = dialog.getByRole("textbox", { name: message("priceLists.priceOf", { name: title }) });
      await costs.fill("0.5");
      await button(desk, message("priceLists.addBreakOf", { name: title })).click();
      const quantities = dialog.getByRole("textbox", { name: message("priceLists.fromOf", { name: title }) });
      await quantities.nth(1).fill("10");
      await costs.nth(1).fill("0.4");
      expect(await hindrances(desk)).toEqual([]);
      await button(desk, words["common.create"]).click();
      await dialog.waitFor({ state: "detached" });
      const row = desk.getByRole("row").filter({ hasText: group });
      await row.getByText(message("priceLists.priceCount", { count: 2 })).waitFor();
      await row.getByRole("button", { name: words["promotions.switchOn"], exact: true }).click();
      await row.getByText(words["promotions.states.ACTIVE"], { exact: true }).waitFor();
    }

    /** One at the catalogue's price, then by the list of the customer, then ten at the price of ten. */
    async function sellByList(page: Page, sku: string, price: number, group: string, customer: string) {
      page.on("pageerror", (error) => problems.push(String(error)));
      await page.getByRole("textbox", { name: words["terminal.goods.search"] }).fill(sku);
      await page.locator(`[data-sku="${sku}"]`).click();
      const due = page.getByTestId("total");
      await expect.poll(() => due.textContent()).toContain(money(price));
      await page.keyboard.press("F4");
      await page.getByRole("textbox", { name: words["terminal.customer.search"] }).fill(customer);
      await page.getByRole("button", { name: customer }).click();
      await expect.poll(() => due.textContent()).toContain(money(50));
      await page.getByTestId("price-list").getByText(group).waitFor();
      await page.keyboard.press("F2");
      await page.getByRole("textbox", { name: words["terminal.line.quantity"] }).fill("10");
      await page.keyboard.press("Enter");
      await expect.poll(() => due.textContent()).toContain(money(400));
      await page.keyboard.press("F9");
      const tendered = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await tendered.fill("10000");
      await tendered.press("Enter");
      const done = page.getByTestId("outcome");
      await done.waitFor();
      expect(await done.getAttribute("data-status")).toBe("recorded");
    }

    test("a price list is made at the desk for a group, and counts at the terminal for its customers", async () => {
      const group = `Trade ${language}`;
      const customer = { id: systemClock.newId("cus"), name: `Buyer ${language}` };
      const create =
        "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
      await ask(system.url, owner, create, { input: customer });
      const query = "{ products(first: 5) { nodes { variants { id sku title price { amount } } } } }";
      const { data } = await ask(system.url, owner, query);
      const [variant] = data.products.nodes[1].variants;

      const desk = await context.newPage();
      desk.on("pageerror", (error) => problems.push(String(error)));
      await groupAtDesk(desk, group, customer.name);
      await listAtDesk(desk, group, variant);
      const counter = await browser.newContext({
        locale,
        viewport: { width: 1280, height: 900 },
        reducedMotion: "reduce",
      });
      counter.setDefaultTimeout(20_000);
      const page = await openTerminal(counter, language, language === "zh" ? "P4" : "P3");
      await sellByList(page, variant.sku, variant.price.amount, group, customer.name);
      await counter.close();
      const newest = `{ sales(first: 1) { nodes { customerId total { amount } lines { unitPrice priceSource priceList { name } variant { id } } } } }`;
      await expect
        .poll(async () => (await ask(system.url, owner, newest)).data.sales.nodes[0])
        .toEqual({
          ...{ customerId: customer.id, total: { amount: 400 } },
          lines: [{ unitPrice: "0.4", priceSource: "LIST", priceList: { name: group }, variant: { id: variant.id } }],
        });
      await endAtDesk(desk, group, customer.name);
    }, 180_000);
  });
});

/** A new terminal with the operator at it. */
async function openTerminal(context: BrowserContext, language: "en" | "zh", code: string): Promise<Page> {
  const terminalId = systemClock.newId("trm");
  const { locationId, operator } = system.credentials;
  const make = `mutation ($input: CreateTerminalInput!) { createTerminal(input: $input) { userErrors { code } } }`;
  await ask(system.url, owner, make, { input: { id: terminalId, code, name: code, locationId } });
  const words = CATALOGUE[language];
  const issue =
    "mutation ($input: IssueActivationCodeInput!) { issueActivationCode(input: $input) { activationCode } }";
  const { data } = await ask(system.url, owner, issue, { input: { terminalId } });
  const page = await context.newPage();
  await page.goto(`${system.url}/terminal?code=${data.issueActivationCode.activationCode}`);
  await page.getByRole("heading", { name: words["terminal.signIn.title"] }).waitFor();
  await page.keyboard.type(operator.number);
  await page.keyboard.press("Enter");
  await page.getByText(words["terminal.signIn.pinOf"].replace("{name}", "").trim()).first().waitFor();
  await page.keyboard.type(operator.pin);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: words["terminal.goods.search"] }).waitFor();
  return page;
}
