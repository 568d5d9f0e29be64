import { rmSync } from "node:fs";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "../web/hindrances.ts";
import { visit } from "../web/support.ts";
import { openBrowserIn, openDesk, openTerminal, type Place } from "./in-languages.ts";
import { ask, signInOwner, someGoods } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "./system.ts";

/** A layaway is paid in parts, collected, or cancelled and given back; goods come back without a receipt. In both languages. */
let system: System;
let browser: Browser;
let place: Place;

const NAMES = { en: "Ada Lovelace", zh: "林徽因" };
const TERMINALS = { en: "LAY1", zh: "LAY2" };
const NEWEST = `query ($at: ID!) { quotes(locationId: $at, first: 1) { nodes {
  number state saleId customerId total { amount } deposited { amount } deposits { total { amount } payments { method } } } } }`;
const REFUND = `query ($id: ID!) { refund(id: $id) { sale { id } reason customer { name } lines { writtenOff } total { amount }
  payments { method amount { amount } } exceptions { code } } }`;
const SALE =
  "query ($id: ID!) { sale(id: $id) { total { amount } payments { method amount { amount } } exceptions { code } } }";

/** The shop refunds without a receipt only to a customer who is named. */
async function askForCustomers(): Promise<void> {
  const { data } = await ask(system.url, place.owner, "{ me { merchant { version } } }");
  const set = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
  const input = { version: data.me.merchant.version, refundNeedsCustomer: true };
  expect((await ask(system.url, place.owner, set, { input })).data.updateMerchant.userErrors).toEqual([]);
}

describe.skipIf(!chromiumIsThere())("layaway", () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    place = { system, browser, owner: await signInOwner(system.url, system.credentials) };
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    await verifyIsClean(system);
    rmSync(system.folder, { recursive: true, force: true });
  }, 120_000);

  describe.each(["en", "zh"] as const)("in %s", (language) => {
    const words = CATALOGUE[language];
    const name = NAMES[language];
    let context: BrowserContext;
    let page: Page;
    const problems: string[] = [];

    beforeAll(async () => {
      const input = { id: systemClock.newId("cus"), name };
      const create =
        "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
      expect((await ask(system.url, place.owner, create, { input })).data.createCustomer.userErrors).toEqual([]);
      if (language === "zh") await askForCustomers();
      context = await openBrowserIn(place, language);
      page = await openTerminal(place, context, language, TERMINALS[language]);
      page.on("pageerror", (error) => problems.push(String(error)));
    }, 60_000);
    afterAll(async () => {
      expect(problems).toEqual([]);
      await context.close();
    });

    const button = (label: string | RegExp) =>
      page.getByRole("button", { name: label, exact: typeof label === "string" });
    const starting = (label: string) => new RegExp(`^${label.split("{")[0]}`);
    const newest = async () =>
      (await ask(system.url, place.owner, NEWEST, { at: system.credentials.locationId })).data.quotes.nodes[0];
    const soldAs = async () => (await ask(system.url, place.owner, SALE, { id: (await newest()).saleId })).data.sale;

    /** Types an amount as a deposit, and waits for its paper. */
    async function deposit(amount: string): Promise<void> {
      await page.getByRole("textbox", { name: words["layaway.amount"] }).fill(amount);
      expect(await hindrances(page)).toEqual([]);
      await button(words["layaway.take"]).click();
      await button(words["terminal.account.print"]).waitFor();
    }

    /** The answer is lost and the page is loaded again: it is one deposit, which is shown when it is recorded. */
    async function depositUnanswered(amount: string): Promise<void> {
      const answers = await dropAnswers("cpy_");
      await page.getByRole("textbox", { name: words["layaway.amount"] }).fill(amount);
      await button(words["layaway.take"]).click();
      await expect.poll(() => answers.sent.length).toBeGreaterThan(0);
      await page.reload();
      const outcome = page.getByTestId("payment-outcome");
      await outcome.getByText(words["terminal.refund.waiting"]).waitFor();
      await answers.restore();
      await expect.poll(() => outcome.getAttribute("data-status"), { timeout: 30_000 }).toBe("recorded");
      expect([new Set(answers.sent).size, (await newest()).deposits.length]).toEqual([1, 2]);
      await button(words["terminal.account.print"]).waitFor();
    }

    /** The first article for the customer, of whom a deposit is taken. Returns the number of the layaway. */
    async function layAway(amount: string): Promise<string> {
      await page.locator("[data-sku]").first().click();
      await button(words["nav.more"]).click();
      await page.getByRole("menuitem", { name: words["layaway.action"] }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words["terminal.customer.search"] }).fill(name);
      await dialog.getByRole("button", { name }).click();
      await page.getByText(words["layaway.explain"]).waitFor();
      await deposit(amount);
      await dialog.getByRole("button", { name: words["common.close"] }).last().click();
      await page.getByText(words["terminal.cart.empty"]).waitFor();
      const { number, state } = await newest();
      expect(state).toBe("OPEN");
      return number;
    }

    /** Opens a layaway in the list, by its number. */
    async function open(number: string): Promise<void> {
      await button(words["terminal.park.list"]).click();
      await page.getByText(words["layaway.list"], { exact: true }).click();
      await find(number);
    }

    async function find(number: string): Promise<void> {
      await page.getByRole("searchbox", { name: words["quotes.search"] }).fill(number);
      await page.getByTestId("layaway").filter({ hasText: number }).getByRole("button").click();
      await button(words["layaway.back"]).waitFor();
    }

    /** The server records what contains a text, and its answer is lost, until it is restored. */
    async function dropAnswers(text: string) {
      const sent: string[] = [];
      const url = `${system.url}/graphql`;
      await page.route(url, async (route) => {
        const request = route.request();
        if (request.postData()?.includes(text) !== true) return route.fallback();
        await route.fetch();
        const { id, facts } = request.postDataJSON().variables.input;
        sent.push(id ?? facts[0].customerPayment.id);
        // The page may have given up by then: it was loaded again, or waits no longer.
        await route.abort().catch(() => {});
      });
      return { sent, restore: () => page.unroute(url) };
    }

    /** What the terminal did, in its list. */
    async function openRow(called: string, state: string): Promise<void> {
      await button(starting(words["terminal.sales.title"])).click();
      await page.getByRole("button", { name: called }).filter({ hasText: state }).first().click();
    }

    async function collected(number: string): Promise<void> {
      await button(words["layaway.collect"]).click();
      await page.getByTestId("cart-quote").getByText(number).waitFor();
      await page.keyboard.press("F9");
    }

    async function recorded(): Promise<void> {
      const done = page.getByTestId("outcome");
      await done.waitFor();
      expect(await done.getAttribute("data-status")).toBe("recorded");
      await expect
        .poll(async () => {
          if (await done.isVisible()) await page.keyboard.press("Enter");
          return done.isVisible();
        })
        .toBe(false);
    }

    test("goods come back without a receipt: of a customer who is named, for a reason, while the server is there", async () => {
      const articles = page.locator("[data-sku]");
      for (const at of [0, 1]) await articles.nth(at).click();
      await page.getByTestId("item-count").getByText("2").waitFor();
      await button(words["nav.more"]).click();
      await page.getByRole("menuitem", { name: words["terminal.unlinked.action"] }).click();
      const dialog = page.getByRole("dialog");
      if (language === "en") await button(words["terminal.unlinked.addCustomer"]).click();
      await dialog.getByText(words["terminal.unlinked.chooseCustomer"]).waitFor();
      await dialog.getByRole("textbox", { name: words["terminal.customer.search"] }).fill(name);
      await dialog.getByRole("button", { name }).click();
      await dialog.getByText(words["terminal.unlinked.explain"]).waitFor();
      const submit = dialog.getByRole("button", { name: starting(words["terminal.refund.action"]) });
      expect(await submit.isDisabled()).toBe(true);
      await dialog.getByRole("textbox", { name: words["terminal.refund.reason"] }).fill("Lost the receipt");
      await expect.poll(() => submit.isEnabled()).toBe(true);
      await context.setOffline(true);
      await dialog.getByText(words["terminal.unlinked.offline"]).waitFor();
      await expect.poll(() => submit.isEnabled()).toBe(false);
      await context.setOffline(false);
      await expect.poll(() => submit.isEnabled(), { timeout: 20_000 }).toBe(true);
      await dialog
        .getByRole("checkbox", { name: starting(words["terminal.refund.damagedLine"]) })
        .nth(1)
        .check();
      await page.locator("input:indeterminate").waitFor({ state: "attached" });
      expect(await hindrances(page)).toEqual([]);
      const answers = await dropAnswers("ref_");
      await submit.click();
      await expect.poll(() => answers.sent.length).toBeGreaterThan(0);
      await page.reload();
      // Neither the dialog nor the page is there any more, and the refund is: not answered, and sent again.
      const outcome = page.getByTestId("refund-outcome");
      await outcome.getByText(words["terminal.unanswered.title"]).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await dialog.getByRole("button", { name: words["common.close"] }).last().click();
      await page.getByText(words["terminal.cart.empty"]).waitFor();
      await openRow(words["terminal.unlinked.action"], words["terminal.state.unanswered"]);
      await dialog.getByText(words["terminal.unanswered.text"]).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await answers.restore();
      const [again, known] = [
        dialog.getByRole("button", { name: words["terminal.sales.sendAgain"] }),
        dialog.getByText(starting(words["refund.notRestocked"])),
      ];
      await expect
        .poll(
          async () => {
            // The device sends it again by itself too, and then there is no button any more.
            await again.click({ timeout: 1_000 }).catch(() => undefined);
            return known.isVisible();
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      await dialog.getByRole("button", { name: words["receipt.printRefund"] }).waitFor();
      expect(await hindrances(page)).toEqual([]);
      const ids = new Set(answers.sent);
      expect([ids.size, answers.sent.length > 1]).toEqual([1, true]);
      const [id] = ids;
      const { refund } = (await ask(system.url, place.owner, REFUND, { id })).data;
      expect(refund).toEqual({
        ...{ sale: null, reason: "Lost the receipt", customer: { name }, exceptions: [] },
        lines: [{ writtenOff: false }, { writtenOff: true }],
        ...{ total: refund.total, payments: [{ method: "CASH", amount: refund.total }] },
      });
      await page.keyboard.press("Escape");
    });

    test("goods come back without a receipt at a desk, and both refunds are listed there", async () => {
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/sales/refunds`);
      const list = desk.getByRole("region", { name: words["unlinked.title"] });
      await list.getByText("Lost the receipt").first().waitFor();
      expect(await hindrances(desk)).toEqual([]);
      await desk.getByRole("button", { name: words["unlinked.action"] }).click();
      const dialog = desk.getByRole("dialog");
      const submit = dialog.getByRole("button", { name: starting(words["refund.submit"]) });
      await submit.click();
      await dialog.getByText(words["unlinked.nothing"]).waitFor();
      await expect
        .poll(() => dialog.getByText(words["unlinked.chooseCustomer"]).count())
        .toBe(language === "zh" ? 1 : 0);
      expect(await hindrances(desk)).toEqual([]);
      const goods = dialog.locator("[data-path=goods]");
      for (const { sku } of (await someGoods(system.url, place.owner)).slice(0, 2)) {
        await goods.fill(sku);
        await desk.getByRole("option").filter({ hasText: sku }).first().click();
      }
      const lines = dialog.getByTestId("unlinked-line");
      await expect.poll(() => lines.count()).toBe(2);
      await lines.first().getByRole("textbox").fill("2");
      await lines.nth(1).getByRole("checkbox").check();
      const customer = dialog.locator("[data-path=customerId]");
      await customer.fill(name);
      await desk.getByRole("option", { name }).click();
      // Both languages refund in one shop.
      const reason = `Found no receipt (${language})`;
      await dialog.getByRole("textbox", { name: words["refund.reason"] }).fill(reason);
      await dialog.locator("[data-path=method]").click();
      await desk.getByRole("option", { name: words["method.CARD"] }).click();
      expect(await hindrances(desk)).toEqual([]);
      const total = await dialog.getByTestId("unlinked-total").innerText();
      await submit.click();
      await dialog.waitFor({ state: "detached" });
      const row = list.getByRole("row").filter({ hasText: reason });
      await row.getByText(total).waitFor();
      await row.getByRole("button", { name: words["unlinked.show"] }).click();
      await desk.getByRole("dialog").getByText(words["sales.writtenOff"]).waitFor();
      await desk.getByRole("dialog").getByRole("button", { name: words["receipt.pdf"] }).waitFor();
      expect(await hindrances(desk)).toEqual([]);
      await desk.close();
    });

    test("a payment by card that is not certain: row, copy and paper state it, until it is known what became of it", async () => {
      const isLost = language === "zh";
      await page.locator("[data-sku]").first().click();
      await page.keyboard.press("F9");
      await page.keyboard.press("F3");
      await page.getByText(words["outcome.unsure"], { exact: true }).click();
      expect(await hindrances(page)).toEqual([]);
      await button(starting(words["terminal.pay.finish"])).click();
      const paper = page.getByTestId("receipt").last();
      // Papers are in the shop's language.
      await paper.getByText("Not certain", { exact: true }).waitFor();
      await recorded();
      await page.keyboard.press("F7");
      const row = page.locator("[data-kind=sale]").first();
      const badge = row.getByText(words["paymentState.UNKNOWN"], { exact: true });
      await badge.waitFor();
      await row.click();
      const uncertain = page.getByTestId("uncertain");
      await uncertain.getByText(words["outcome.uncertain"]).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await uncertain.getByRole("button", { name: words[isLost ? "outcome.voided" : "outcome.captured"] }).click();
      if (isLost) {
        await page.getByRole("textbox", { name: words["refund.reason"] }).fill("Declined");
        expect(await hindrances(page)).toEqual([]);
        await uncertain.getByRole("button", { name: words["outcome.voided"] }).click();
        await paper.getByText("Did not go through", { exact: true }).waitFor();
      }
      await uncertain.waitFor({ state: "detached" });
      await paper.getByText("Not certain", { exact: true }).waitFor({ state: "detached" });
      await button(words["common.back"]).click();
      await row.waitFor();
      await badge.waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      const newestSale = "{ sales(first: 1) { nodes { payments { method state } paymentOutcomes { state reason } } } }";
      const state = isLost ? "VOIDED" : "CAPTURED";
      await expect
        .poll(async () => (await ask(system.url, place.owner, newestSale)).data.sales.nodes[0])
        .toEqual({
          payments: [{ method: "CARD", state }],
          paymentOutcomes: [{ state, reason: isLost ? "Declined" : null }],
        });
    });

    test("is paid in two parts and collected for the rest: one sale, and nothing is deposited any more", async () => {
      const number = await layAway("0.2");
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/customers/${(await newest()).customerId}`);
      await desk.getByText(number, { exact: true }).first().waitFor();
      expect(await hindrances(desk)).toEqual([]);
      await desk.close();
      await open(number);
      await button(words["layaway.pay"]).click();
      if (language === "en") await deposit("0.1");
      else await depositUnanswered("0.1");
      await button(words["common.close"]).last().click();
      if (language === "en") await find(number);
      else await open(number);
      expect(await hindrances(page)).toEqual([]);
      await collected(number);
      const field = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await field.fill("10000");
      await field.press("Enter");
      await recorded();
      await expect.poll(async () => (await newest()).state).toBe("SOLD");
      const { total, deposited, deposits } = await newest();
      expect(deposited.amount).toBe(0);
      expect(deposits).toHaveLength(2);
      const rest = total.amount - 30;
      expect(await soldAs()).toEqual({
        ...{ total, exceptions: [] },
        payments: [
          { method: "DEPOSIT", amount: { amount: 30 } },
          { method: "CASH", amount: { amount: rest } },
        ],
      });
    });

    test("that is paid in full is collected without money", async () => {
      const number = await layAway("0.2");
      const { total } = await newest();
      await open(number);
      await button(words["layaway.pay"]).click();
      await deposit(String((total.amount - 20) / 100));
      await button(words["common.close"]).last().click();
      await find(number);
      await collected(number);
      await button(words["terminal.pay.finish"]).click();
      await recorded();
      await expect.poll(async () => (await newest()).state).toBe("SOLD");
      expect((await soldAs()).payments).toEqual([{ method: "DEPOSIT", amount: total }]);
    });

    test("is cancelled, and what was deposited is given back", async () => {
      const number = await layAway("0.2");
      await open(number);
      await button(starting(words["layaway.giveBack"])).click();
      await page.getByRole("radio", { name: words["method.CARD"] }).click();
      expect(await hindrances(page)).toEqual([]);
      await button(starting(words["layaway.giveBack"])).click();
      await button(words["terminal.account.print"]).waitFor();
      await button(words["common.close"]).last().click();
      await page.getByText(words["layaway.none"]).waitFor();
      const { state, deposited, deposits } = await newest();
      expect([state, deposited.amount]).toEqual(["CANCELLED", 0]);
      expect(deposits[0]).toEqual({ total: { amount: -20 }, payments: [{ method: "CARD" }] });
      await page.keyboard.press("Escape");
    });
  });
});
