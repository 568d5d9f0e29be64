import { rmSync } from "node:fs";
import { dayAfter } from "@pos/core/base/time.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "../web/hindrances.ts";
import { settle, visit } from "../web/support.ts";
import { openBrowserIn, openDesk, openTerminal, type Place } from "./in-languages.ts";
import { ask, signInOwner } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "./system.ts";

/** What is taken back, waits or is owed at the counter and at the desk, in both languages. One system for all of it. */
let system: System;
let browser: Browser;
let owner: string;
let place: Place;

describe.skipIf(!chromiumIsThere())("taken back", () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
    place = { system, browser, owner };
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
    let context: BrowserContext;
    let page: Page;
    const problems: string[] = [];

    beforeAll(async () => {
      context = await openBrowserIn(place, language);
      page = await openTerminal(place, context, language, TERMINALS[language]);
      page.on("pageerror", (error) => problems.push(String(error)));
    }, 60_000);
    afterAll(async () => {
      expect(problems).toEqual([]);
      await context.close();
    });

    const button = (name: string | RegExp, of = page) =>
      of.getByRole("button", { name, exact: typeof name === "string" });
    const submit = new RegExp(`^${words["void.submit"].replace("{amount}", "")}`);
    const paper = () => page.getByTestId("receipt").last();

    /** Sells the first articles for cash, and leaves the page of the sale. */
    async function sell(articles = 1) {
      const tiles = page.locator("[data-sku]");
      for (let at = 0; at < articles; at++) await tiles.nth(at).click();
      await page.getByTestId("item-count").getByText(String(articles)).waitFor();
      await page.keyboard.press("F9");
      const field = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await field.fill("10000");
      await field.press("Enter");
      await recorded();
      await nextCustomer();
      const newest = "{ sales(first: 1) { nodes { id receiptNumber lines { description } } } }";
      const terminal = TERMINALS[language];
      let sale = { id: "", receiptNumber: "", lines: [{ description: "" }] };
      await expect
        .poll(async () => {
          [sale] = (await ask(system.url, owner, newest)).data.sales.nodes;
          return sale.receiptNumber.split("-")[0];
        })
        .toBe(terminal);
      const { id, receiptNumber, lines } = sale;
      return { id, receiptNumber, names: lines.map(({ description }) => description) };
    }

    async function recorded(): Promise<void> {
      const done = page.getByTestId("outcome");
      await done.waitFor();
      expect(await done.getAttribute("data-status")).toBe("recorded");
    }

    async function nextCustomer(): Promise<void> {
      const done = page.getByTestId("outcome");
      await expect
        .poll(
          async () => {
            if (await done.isVisible()) await page.keyboard.press("Enter");
            return done.isVisible();
          },
          { timeout: 20_000 },
        )
        .toBe(false);
    }

    async function openNewest(): Promise<void> {
      await page.keyboard.press("F7");
      await page.locator("[data-kind=sale]").first().click();
    }

    test("a sale is voided at the counter: its copy is marked, its row shows it, and nothing is left to refund", async () => {
      const { id, receiptNumber } = await sell();
      await openNewest();
      await button(words["void.action"]).click();
      await page.getByText(words["void.lead"]).waitFor();
      expect(await button(submit).isDisabled()).toBe(true);
      await page.getByRole("textbox", { name: words["refund.reason"] }).fill("Typed twice");
      expect(await hindrances(page)).toEqual([]);
      await button(submit).click();
      const result = page.getByTestId("refund-outcome");
      await result.waitFor();
      expect(await result.getAttribute("data-status")).toBe("recorded");
      await result.getByText(words["terminal.void.done"]).waitFor();
      await button(words["terminal.refund.close"]).click();
      // Papers are in the shop's language.
      await paper().getByText("VOID", { exact: true }).waitFor();
      await expect.poll(() => button(words["void.action"]).count()).toBe(0);
      await button(words["common.back"]).click();
      await page.locator("[data-kind=sale]").first().getByText(words["sales.voided"], { exact: true }).waitFor();
      const name = message("terminal.void.of", { number: receiptNumber });
      await page.locator("[data-kind=void]").first().getByText(name).waitFor();
      await page.keyboard.press("Escape");
      const { data } = await ask(
        system.url,
        owner,
        `{ sale(id: "${id}") { void { reason total { amount } } total { amount } } }`,
      );
      expect(data.sale.void).toEqual({ reason: "Typed twice", total: { amount: -data.sale.total.amount } });
    });

    /** All of the newest sale comes back, for the first article so many times. */
    async function exchangeFor(times: number): Promise<void> {
      await openNewest();
      await button(words["terminal.refund.title"]).click();
      await button(words["terminal.refund.all"]).click();
      await button(words["terminal.exchange.action"]).click();
      await page.getByTestId("exchange").getByText(words["terminal.exchange.help"]).waitFor();
      for (let time = 0; time < times; time++) await page.locator("[data-sku]").first().click();
      await page.getByTestId("item-count").getByText(String(times)).waitFor();
      await page.keyboard.press("F9");
    }

    /** The exchange of a sale's goods, as the server has it. */
    async function exchangeOf(saleId: string) {
      const fields = "id difference { amount } sale { id receiptNumber total { amount } }";
      const query = `query ($id: ID!) { sale(id: $id) { refunds { exchange { ${fields} } } } }`;
      const { data } = await ask(system.url, owner, query, { id: saleId });
      return data.sale.refunds[0].exchange;
    }

    test("goods are exchanged for the same, for dearer and for cheaper ones; one paper shows both and the difference", async () => {
      const sold = await sell();
      await exchangeFor(1);
      await page.getByTestId("give-back").waitFor();
      await page.getByText(words["terminal.exchange.even"]).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await button(words["terminal.exchange.finish"]).click();
      await recorded();
      const even = await exchangeOf(sold.id);
      expect(even.difference.amount).toBe(0);
      const price = even.sale.total.amount;
      // Papers are in the shop's language.
      await paper().getByText("EXCHANGE", { exact: true }).waitFor();
      await paper().getByText(`Returned from receipt ${sold.receiptNumber}`).waitFor();
      await nextCustomer();
      await exchangeFor(2);
      const field = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await field.fill("10000");
      await field.press("Enter");
      await recorded();
      const dearer = await exchangeOf(even.sale.id);
      expect(dearer.difference.amount).toBe(price);
      await nextCustomer();
      await exchangeFor(1);
      await page.getByTestId("give-back").waitFor();
      await page.getByText(words["terminal.exchange.giveBack"]).first().waitFor();
      await button(words["terminal.exchange.finish"]).click();
      await recorded();
      const cheaper = await exchangeOf(dearer.sale.id);
      expect(cheaper.difference.amount).toBe(-price);
      await nextCustomer();
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/sales/${cheaper.sale.id}`);
      const from = message("sales.exchangedFrom", { number: dearer.sale.receiptNumber });
      await desk.getByRole("link", { name: from }).click();
      const to = message("sales.exchangedTo", { number: cheaper.sale.receiptNumber });
      await desk.getByRole("link", { name: to }).waitFor();
      await settle(desk);
      expect(await hindrances(desk)).toEqual([]);
      await desk.close();
    });

    /** Which lines of the sale's newest refund were written off. */
    async function writtenOffOf(saleId: string): Promise<boolean[]> {
      const query = "query ($id: ID!) { sale(id: $id) { refunds { lines { writtenOff } } } }";
      const { data } = await ask(system.url, owner, query, { id: saleId });
      return data.sale.refunds.at(-1).lines.map(({ writtenOff }: { readonly writtenOff: boolean }) => writtenOff);
    }

    test("of the goods that come back the damaged ones are marked line by line, and named when it is done", async () => {
      const { id, names } = await sell(2);
      const [first = "", second = ""] = names;
      await openNewest();
      await button(words["terminal.refund.title"]).click();
      await button(words["terminal.refund.all"]).click();
      const all = page.getByRole("checkbox", { name: words["terminal.refund.writeOffAll"] });
      const damaged = (name: string) =>
        page.getByRole("checkbox", { name: message("terminal.refund.damagedLine", { name }), exact: true });
      await all.check();
      expect(await damaged(second).isChecked()).toBe(true);
      await damaged(first).uncheck();
      await page.locator("input:indeterminate").waitFor({ state: "attached" });
      expect(await hindrances(page)).toEqual([]);
      await button(new RegExp(`^${words["terminal.refund.title"]} `)).click();
      const result = page.getByTestId("refund-outcome");
      await result.getByText(message("refund.notRestocked", { items: `1 × ${second}` })).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await button(words["terminal.refund.close"]).click();
      await page.keyboard.press("Escape");
      expect(await writtenOffOf(id)).toEqual([false, true]);
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/sales/${id}`);
      const listed = desk.getByRole("listitem");
      await listed
        .filter({ hasText: second })
        .filter({ hasText: `(${words["sales.writtenOff"]})` })
        .waitFor();
      const restocked = listed.filter({ hasText: first }).filter({ hasText: words["sales.writtenOff"] });
      expect(await restocked.count()).toBe(0);
      await desk.close();
    });

    test("at the desk one line of a refund is written off, and the message names it", async () => {
      const { id, names } = await sell(2);
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/sales/${id}`);
      await settle(desk);
      await button(words["refund.action"], desk).click();
      await button(words["refund.all"], desk).click();
      const dialog = desk.getByRole("dialog");
      const [, line = ""] = names;
      await dialog.getByRole("checkbox", { name: message("refund.writeOffLine", { line }), exact: true }).check();
      // Neither holds for all.
      await expect.poll(() => dialog.getByRole("radio", { checked: true }).count()).toBe(0);
      expect(await hindrances(desk)).toEqual([]);
      await dialog.getByRole("combobox", { name: words["refund.back"] }).click();
      await desk.getByRole("option", { name: words["method.OTHER"] }).click();
      await dialog.getByRole("button", { name: new RegExp(`^${words["refund.action"]} £`) }).click();
      await desk.getByText(message("refund.notRestocked", { items: `1 × ${line}` })).waitFor();
      await desk
        .getByRole("listitem")
        .filter({ hasText: `(${words["sales.writtenOff"]})` })
        .waitFor();
      expect(await writtenOffOf(id)).toEqual([false, true]);
      await desk.close();
    });

    test("a parked sale is listed at another terminal and recalled there, by it alone", async () => {
      const name = `Ada ${language}`;
      await page.locator("[data-sku]").first().click();
      await page.locator("[data-sku]").first().click();
      // A line is selected.
      expect(await hindrances(page)).toEqual([]);
      await button(words["terminal.park.action"]).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: words["terminal.park.label"] }).fill(name);
      await dialog.getByRole("button", { name: words["terminal.take"] }).click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText(words["terminal.cart.empty"]).waitFor();
      await page.getByRole("button", { name: message("terminal.park.count", { count: 1 }) }).waitFor();
      const other = await openTerminal(
        place,
        await anotherBrowser(context),
        language,
        `${TERMINALS[language]}2`,
        `Counter ${language}2`,
      );
      await other.getByRole("button", { name: message("terminal.park.count", { count: 1 }) }).click();
      const row = other.getByTestId("parked").filter({ hasText: name });
      await row.getByText(`Counter ${language}`).waitFor();
      expect(await hindrances(other)).toEqual([]);
      await row.getByRole("button", { name }).first().click();
      await row.waitFor({ state: "detached" });
      await other.getByTestId("item-count").getByText("2").waitFor();
      // The first terminal asks again and no longer shows it.
      await page.getByRole("button", { name: words["terminal.park.list"] }).waitFor();
      const newest = "{ sales(first: 1) { nodes { receiptNumber } } }";
      const { data } = await ask(system.url, owner, newest);
      expect(data.sales.nodes[0].receiptNumber).not.toContain(`${TERMINALS[language]}2`);
      await other.context().close();
    });

    test("parked sales are shown at the desk, and deleted after a question", async () => {
      await page.locator("[data-sku]").first().click();
      await button(words["terminal.park.action"]).click();
      await page.getByRole("dialog").getByRole("textbox").fill("Table 7");
      await page.keyboard.press("Enter");
      await page.getByText(words["terminal.cart.empty"]).waitFor();
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/sales`);
      await desk.getByRole("link", { name: words["sales.parked"] }).click();
      await desk.getByText("Table 7").first().waitFor();
      await settle(desk);
      expect(await hindrances(desk)).toEqual([]);
      await desk.getByRole("button", { name: words["terminal.park.discard"] }).first().click();
      await desk.getByRole("dialog").getByRole("button", { name: words["terminal.park.discard"] }).click();
      await desk.getByText(words["terminal.park.none"]).first().waitFor();
      await desk.close();
      await page.getByRole("button", { name: words["terminal.park.list"] }).waitFor();
    });

    test("a customer buys on account up to a limit that is set at the desk", async () => {
      const name = `Corner Cafe ${language}`;
      const id = systemClock.newId("cus");
      const create =
        "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
      expect((await ask(system.url, owner, create, { input: { id, name } })).data.createCustomer.userErrors).toEqual(
        [],
      );
      const owed = async (): Promise<number> => {
        const query = `{ customer(id: "${id}") { account { owed { amount } } } }`;
        return (await ask(system.url, owner, query)).data.customer.account.owed.amount;
      };
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/customers/${id}`);
      await button(words["accounts.changeLimit"], desk).click();
      const limit = desk.getByRole("dialog", { name: words["accounts.limitTitle"] });
      await limit.getByRole("textbox", { name: words["accounts.limit"] }).fill("900");
      expect(await hindrances(desk)).toEqual([]);
      await limit.getByRole("button", { name: words["common.save"] }).click();
      await limit.waitFor({ state: "detached" });
      await page.locator("[data-sku]").first().click();
      await page.keyboard.press("F4");
      const chosen = page.getByRole("dialog");
      await chosen.getByRole("textbox", { name: words["terminal.customer.search"] }).fill(name);
      await chosen.getByRole("button", { name }).click();
      await page.keyboard.press("F9");
      await page.getByRole("radio", { name: words["method.ON_ACCOUNT"] }).click();
      await button(new RegExp(`^${words["terminal.pay.finish"]}`)).click();
      await recorded();
      await nextCustomer();
      expect(await owed()).toBeGreaterThan(0);
      await desk.close();
    });

    test("a sale is voided at the desk: page, list and report show it apart", async () => {
      const { id, receiptNumber } = await sell();
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/sales/${id}`);
      await settle(desk);
      await button(words["void.action"], desk).click();
      const dialog = desk.getByRole("dialog");
      await dialog.getByText(words["void.lead"]).waitFor();
      await dialog.getByRole("button", { name: submit }).click();
      await dialog.getByText(words["void.reasonMissing"]).waitFor();
      await dialog.getByRole("textbox", { name: words["refund.reason"] }).fill("Wrong customer");
      expect(await hindrances(desk)).toEqual([]);
      await dialog.getByRole("button", { name: submit }).click();
      await desk.getByText(message("void.done", { number: receiptNumber })).waitFor();
      await desk.getByRole("alert").filter({ hasText: "Wrong customer" }).waitFor();
      await desk.getByTestId("receipt").getByText("VOID", { exact: true }).waitFor();
      await expect.poll(() => button(words["void.action"], desk).count()).toBe(0);
      await visit(desk, `${system.url}/sales?state=VOIDED`);
      await desk.getByRole("link", { name: receiptNumber }).first().waitFor();
      await desk.getByText(words["sales.voided"], { exact: true }).first().waitFor();
      await visit(desk, `${system.url}/reports`);
      const count = language === "en" ? "2" : "4";
      await desk.getByText(message("reports.voids", { count })).waitFor();
      await desk.close();
    });

    test("a quote is saved, found, parked and sold at its price when the article costs more", async () => {
      const tile = page.locator("[data-sku]").first();
      const sku = await tile.getAttribute("data-sku");
      await tile.click();
      await button(words["nav.more"]).click();
      await page.getByRole("menuitem", { name: words["quotes.action"] }).click();
      const dialog = page.getByRole("dialog");
      expect(await hindrances(page)).toEqual([]);
      await dialog.getByRole("button", { name: words["terminal.take"] }).click();
      await dialog.getByRole("button", { name: words["quotes.print"] }).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await dialog.getByRole("button", { name: words["terminal.take"] }).click();
      await page.getByText(words["terminal.cart.empty"]).waitFor();
      const at = { at: system.credentials.locationId };
      const newest = `query ($at: ID!) { quotes(locationId: $at, first: 1) { nodes { id number state saleId total { amount } } } }`;
      const quote = async () => (await ask(system.url, owner, newest, at)).data.quotes.nodes[0];
      const { number, total } = await quote();
      await raisePrice(sku ?? "");
      await button(words["terminal.park.list"]).click();
      await page.getByText(words["quotes.title"], { exact: true }).click();
      await page.getByRole("searchbox", { name: words["quotes.search"] }).fill(number);
      const row = page.getByTestId("quote").filter({ hasText: number }).getByRole("button").first();
      await row.waitFor();
      expect(await hindrances(page)).toEqual([]);
      await row.click();
      await page.getByTestId("cart-quote").getByText(number).waitFor();
      await button(words["terminal.park.action"]).click();
      await page.getByRole("dialog").getByRole("textbox").fill(number);
      await page.keyboard.press("Enter");
      await page.getByText(words["terminal.cart.empty"]).waitFor();
      await page.getByRole("button", { name: message("terminal.park.count", { count: 1 }) }).click();
      await page.getByTestId("parked").getByRole("button", { name: number }).first().click();
      await page.getByTestId("cart-quote").getByText(number).waitFor();
      await page.keyboard.press("F9");
      const field = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await field.fill("10000");
      await field.press("Enter");
      await recorded();
      await nextCustomer();
      const { state, saleId } = await quote();
      expect(state).toBe("SOLD");
      const sold = "query ($id: ID!) { sale(id: $id) { total { amount } quote { number } exceptions { code } } }";
      const { data } = await ask(system.url, owner, sold, { id: saleId });
      expect(data.sale).toEqual({ total, quote: { number }, exceptions: [] });
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/quotes?state=SOLD`);
      await desk.getByRole("link", { name: number }).click();
      await desk.getByTestId("receipt").getByText(number).first().waitFor();
      await settle(desk);
      expect(await hindrances(desk)).toEqual([]);
      await desk.getByRole("link", { name: words["quotes.toSale"] }).click();
      await desk.getByRole("link", { name: number, exact: true }).waitFor();
      await desk.close();
    });

    test("quotes are cancelled after a question: at the counter, and at the desk, where they are found", async () => {
      const [first, second] = [await quoteByApi(language), await quoteByApi(language)];
      await button(words["terminal.park.list"]).click();
      await page.getByText(words["quotes.title"], { exact: true }).click();
      await button(message("quotes.cancelOf", { number: first.number })).click();
      await button(words["quotes.cancel"]).click();
      await page.getByText(message("quotes.cancelled", { number: first.number })).waitFor();
      await page.getByTestId("quote").filter({ hasText: first.number }).waitFor({ state: "detached" });
      await page.getByTestId("quote").filter({ hasText: second.number }).waitFor();
      await page.keyboard.press("Escape");
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/quotes?state=OPEN`);
      await desk.getByRole("link", { name: second.number }).waitFor();
      await expect.poll(() => desk.getByRole("link", { name: first.number }).count()).toBe(0);
      const search = desk.getByRole("searchbox", { name: words["quotes.searchNumber"] });
      await search.fill(first.number.toLowerCase());
      await desk.getByText(words["quotes.notFoundText"]).waitFor();
      await search.fill(second.number.toLowerCase());
      await desk.getByRole("link", { name: second.number }).waitFor();
      await settle(desk);
      expect(await hindrances(desk)).toEqual([]);
      await desk.getByRole("link", { name: second.number }).click();
      await button(words["quotes.cancel"], desk).click();
      await desk.getByRole("dialog").getByRole("button", { name: words["quotes.cancel"] }).click();
      await desk.getByText(words["quotes.states.CANCELLED"], { exact: true }).waitFor();
      await expect.poll(() => button(words["quotes.cancel"], desk).count()).toBe(0);
      await desk.close();
    });
  });
});

const TERMINALS = { en: "XE", zh: "XZ" } as const;

/** Something for 2.50, quoted until tomorrow. */
async function quoteByApi(language: "en" | "zh"): Promise<{ readonly number: string }> {
  const mutation = "mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { number } } }";
  const input = {
    ...{ id: systemClock.newId("quo"), locationId: system.credentials.locationId },
    validUntil: dayAfter(systemClock.now().slice(0, "2026-01-01".length), 1),
    lines: [{ description: `Something ${language}`, quantity: "1", unitPrice: "2.50" }],
  };
  return (await ask(system.url, owner, mutation, { input })).data.createQuote.quote;
}

/** The article costs a unit of money more from now on. */
async function raisePrice(sku: string): Promise<void> {
  const query = "query ($sku: String!) { variant(by: { sku: $sku }) { id version unitPrice } }";
  const { id: variantId, version, unitPrice } = (await ask(system.url, owner, query, { sku })).data.variant;
  const mutation = "mutation ($input: ChangePriceInput!) { changePrice(input: $input) { userErrors { code } } }";
  const input = { variantId, version, unitPrice: String(Number(unitPrice) + 1) };
  expect((await ask(system.url, owner, mutation, { input })).data.changePrice.userErrors).toEqual([]);
}

async function anotherBrowser(context: BrowserContext): Promise<BrowserContext> {
  const [page] = context.pages();
  const locale = await page?.evaluate(() => navigator.language);
  return browser.newContext({ locale: locale ?? "en-GB", viewport: { width: 1280, height: 800 } });
}
