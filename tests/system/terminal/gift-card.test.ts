import { rmSync } from "node:fs";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "../web/hindrances.ts";
import { settle, visit } from "../web/support.ts";
import { openBrowserIn, openDesk, openTerminal, type Place } from "./in-languages.ts";
import { ask, scan, signInOwner } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "./system.ts";

/** A gift card is sold, loaded, redeemed and refunded to at the counter, and looked after at the desk, in both languages. */
let system: System;
let browser: Browser;
let place: Place;

describe.skipIf(!chromiumIsThere())("gift cards", () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    place = { system, browser, owner: await signInOwner(system.url, system.credentials) };
    const { data } = await ask(system.url, place.owner, "{ me { merchant { version } } }");
    const limit =
      "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { merchant { giftCardOfflineMax } } }";
    await ask(system.url, place.owner, limit, {
      input: { giftCardOfflineMax: 1_000, version: data.me.merchant.version },
    });
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
      page = await openTerminal(place, context, language, language === "en" ? "GE" : "GZ");
      page.on("pageerror", (error) => problems.push(String(error)));
    }, 60_000);
    afterAll(async () => {
      expect(problems).toEqual([]);
      await context.close();
    });

    const button = (name: string | RegExp, of: Pick<Page, "getByRole"> = page) =>
      of.getByRole("button", { name, exact: typeof name === "string" });
    const dialog = () => page.getByRole("dialog");

    /** A card with so much on it is put into the cart. */
    async function addCard(amount: string, code = ""): Promise<void> {
      await button(words["method.GIFT_CARD"]).click();
      await dialog().getByRole("textbox", { name: words["terminal.pay.amount"] }).fill(amount);
      await dialog().getByRole("textbox", { name: words["giftCards.code"] }).fill(code);
      await button(words["terminal.take"], dialog()).click();
      await dialog().waitFor({ state: "detached" });
    }

    async function payCash(): Promise<void> {
      const field = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await field.fill("10000");
      await field.press("Enter");
      await recorded();
    }

    async function recorded(): Promise<void> {
      await page.locator('[data-testid=outcome][data-status="recorded"]').waitFor();
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

    /** All of the newest sale comes back; its money goes to a card or to the credit of its customer. */
    async function refundNewest(to: "giftCard" | "storeCredit"): Promise<void> {
      await page.keyboard.press("F7");
      await page.locator("[data-kind=sale]").first().click();
      await button(words["terminal.refund.title"]).click();
      await button(words["terminal.refund.all"]).click();
      await page.getByText(words[`giftCards.refund.${to}`], { exact: true }).click();
    }

    async function giveBack(): Promise<void> {
      await button(new RegExp(`^${words["terminal.refund.action"].replace("{amount}", "").trim()}`)).click();
      await page.locator('[data-testid=refund-outcome][data-status="recorded"]').waitFor();
    }

    async function closeRefund(): Promise<void> {
      await button(words["terminal.refund.close"]).click();
      await page.keyboard.press("Escape");
      await dialog().waitFor({ state: "detached" });
    }

    /** The code that is shown once, as it is written on the page. */
    async function shownCode(): Promise<string> {
      return ((await page.getByTestId("card-code").textContent()) ?? "").trim();
    }

    async function cardOf(code: string) {
      const query = "query ($code: String!) { giftCard(code: $code) { id lastFour balance { amount } } }";
      return (await ask(system.url, place.owner, query, { code })).data.giftCard;
    }

    let code = "";

    test("a new card is sold: its code is shown once and printed, and the receipt has its end alone", async () => {
      await addCard("50");
      // A cart with a card is not parked: it would contain the code.
      expect(await button(words["terminal.park.action"]).isDisabled()).toBe(true);
      expect(await hindrances(page)).toEqual([]);
      await page.keyboard.press("F9");
      await payCash();
      code = await shownCode();
      expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
      const receipt = page.getByTestId("receipt").last();
      // Papers are in the shop's language.
      await receipt.getByText(`Gift card ****${code.slice(-4)}`).waitFor();
      expect(await receipt.textContent()).not.toContain(code);
      await button(words["giftCards.print"]).waitFor();
      expect(await hindrances(page)).toEqual([]);
      await nextCustomer();
      await expect.poll(() => page.getByTestId("card-code").count()).toBe(0);
      expect((await cardOf(code)).balance.amount).toBe(5000);
    });

    test("the card is loaded, and pays a part of a sale when it is scanned: its balance is seen before and after", async () => {
      await addCard("7.5", code.toLowerCase());
      await page.keyboard.press("F9");
      await payCash();
      expect(await page.getByTestId("card-code").count()).toBe(0);
      await nextCustomer();
      const { balance } = await cardOf(code);
      expect(balance.amount).toBe(5750);
      await page.locator("[data-sku]").first().click();
      await page.keyboard.press("F9");
      await page.getByTestId("due").waitFor();
      await scan(page, code.replaceAll("-", ""));
      await page
        .getByTestId("balance")
        .getByText(/57[.]50/)
        .waitFor();
      expect(await hindrances(page)).toEqual([]);
      await page.getByRole("textbox", { name: words["terminal.pay.amount"] }).fill("0.50");
      await page.keyboard.press("Enter");
      const taken = page.getByRole("list", { name: words["counter.pay.taken"] });
      await taken.getByText(message("giftCards.ending", { lastFour: code.slice(-4) })).waitFor();
      await button(new RegExp(words["method.CASH"]))
        .or(page.getByRole("radio", { name: words["method.CASH"] }))
        .first()
        .click();
      await payCash();
      const receipt = page.getByTestId("receipt").last();
      await receipt.getByText("Balance left").waitFor();
      expect(await receipt.textContent()).toContain("57.00");
      await nextCustomer();
      expect((await cardOf(code)).balance.amount).toBe(5700);
    });

    test("an unknown code and one with a mistake are refused before anything is paid", async () => {
      await page.locator("[data-sku]").first().click();
      await page.keyboard.press("F9");
      await page.keyboard.press("F8");
      const field = page.getByRole("textbox", { name: words["giftCards.code"] });
      await field.fill("1234");
      await field.press("Enter");
      await page.getByText(words["refusal.INVALID_GIFT_CARD"]).waitFor();
      await field.fill("0".repeat(16));
      await field.press("Enter");
      await page.getByText(words["refusal.UNKNOWN_GIFT_CARD"]).waitFor();
      await page.keyboard.press("Escape");
      await button(words["counter.cart.clear"]).click();
    });

    test("a sale is refunded to the card, and to a new one, whose code is shown", async () => {
      for (const isNew of [false, true]) {
        const before = (await cardOf(code)).balance.amount;
        await page.locator("[data-sku]").first().click();
        await page.keyboard.press("F9");
        await payCash();
        await nextCustomer();
        await refundNewest("giftCard");
        if (!isNew) await page.getByRole("textbox", { name: words["giftCards.code"] }).fill(code);
        expect(await hindrances(page)).toEqual([]);
        await giveBack();
        if (isNew) expect((await cardOf(await shownCode())).balance.amount).toBeGreaterThan(0);
        else expect((await cardOf(code)).balance.amount).toBeGreaterThan(before);
        await closeRefund();
      }
    });

    test("while the server is away a card pays up to the merchant's limit, and the card has it when the sale arrives", async () => {
      const before = (await cardOf(code)).balance.amount;
      const findCard = async (upTo: RegExp) => {
        await page.locator("[data-sku]").first().click();
        await page.keyboard.press("F9");
        await page.getByTestId("due").waitFor();
        await page.keyboard.press("F8");
        const field = page.getByRole("textbox", { name: words["giftCards.code"] });
        await field.fill(code);
        await field.press("Enter");
        await page.getByTestId("balance").getByText(upTo).waitFor();
      };
      await context.setOffline(true);
      await findCard(/10[.]00/);
      await page.getByRole("textbox", { name: words["terminal.pay.amount"] }).fill("0.30");
      await page.keyboard.press("Enter");
      await page.getByRole("list", { name: words["counter.pay.taken"] }).waitFor();
      await page.getByRole("radio", { name: words["method.CASH"] }).click();
      const cash = page.getByRole("textbox", { name: words["terminal.pay.tendered"] });
      await cash.fill("10000");
      await cash.press("Enter");
      await page.locator('[data-testid=outcome][data-status="waiting"]').waitFor();
      await nextCustomer();
      // What waits counts.
      await findCard(/9[.]70/);
      await page.keyboard.press("Escape");
      await button(words["counter.cart.clear"]).click();
      await context.setOffline(false);
      await expect.poll(async () => (await cardOf(code)).balance.amount, { timeout: 30_000 }).toBe(before - 30);
    });

    test("a refund goes to the customer's store credit, which pays a part of the next sale", async () => {
      const name = `Cora ${language}`;
      const id = systemClock.newId("cus");
      const create =
        "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
      await ask(system.url, place.owner, create, { input: { id, name } });
      const credit = async () => {
        const query = "query ($id: ID!) { storeCredit(customerId: $id) { balance { amount } } }";
        return (await ask(system.url, place.owner, query, { id })).data.storeCredit.balance.amount;
      };
      const chooseCustomer = async () => {
        await page.keyboard.press("F4");
        await dialog().getByRole("textbox", { name: words["terminal.customer.search"] }).fill(name);
        await button(new RegExp(`^${name}`), dialog()).click();
        await page.getByText(message("terminal.cart.customerIs", { name })).waitFor();
      };
      await page.locator("[data-sku]").first().click();
      await chooseCustomer();
      await page.keyboard.press("F9");
      await payCash();
      await nextCustomer();
      await refundNewest("storeCredit");
      await giveBack();
      await closeRefund();
      expect(await credit()).toBeGreaterThan(0);
      await page.locator("[data-sku]").first().click();
      await page.locator("[data-sku]").first().click();
      await chooseCustomer();
      await page.keyboard.press("F9");
      await page.getByTestId("due").waitFor();
      await page.getByRole("radio", { name: words["method.STORE_CREDIT"] }).click();
      await page.getByTestId("balance").waitFor();
      expect(await hindrances(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page
        .getByRole("list", { name: words["counter.pay.taken"] })
        .getByText(words["method.STORE_CREDIT"])
        .waitFor();
      await page.getByRole("radio", { name: words["method.CASH"] }).click();
      await payCash();
      await nextCustomer();
      expect(await credit()).toBe(0);
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/customers/${id}`);
      await desk.getByTestId("store-credit").waitFor();
      await settle(desk);
      expect(await hindrances(desk)).toEqual([]);
      await button(words["giftCards.adjust"], desk).click();
      const form = desk.getByRole("dialog");
      await form.getByRole("textbox", { name: words["giftCards.amount"] }).fill("3.50");
      await form.getByRole("textbox", { name: words["refund.reason"] }).fill("Goodwill");
      await button(words["giftCards.adjust"], form).click();
      await form.waitFor({ state: "detached" });
      await desk
        .getByTestId("store-credit")
        .getByText(/3[.]50/)
        .waitFor();
      expect(await credit()).toBe(350);
      await desk.close();
    });

    test("the desk finds the card by its last four characters, shows its history, adjusts and blocks it", async () => {
      const lastFour = code.slice(-4);
      const desk = await openDesk(place, context, language);
      await visit(desk, `${system.url}/gift-cards?search=${lastFour}`);
      await settle(desk);
      const href = await desk.getByRole("link", { name: lastFour }).first().getAttribute("href");
      await visit(desk, `${system.url}${href}`);
      await desk.getByRole("heading", { name: message("giftCards.ending", { lastFour }) }).waitFor();
      await desk.getByText(words["giftCards.kind.REFUND"], { exact: true }).first().waitFor();
      await settle(desk);
      expect(await hindrances(desk)).toEqual([]);
      const before = (await cardOf(code)).balance.amount;
      await button(words["giftCards.adjust"], desk).click();
      const form = desk.getByRole("dialog");
      await form.getByText(words["giftCards.way.take"], { exact: true }).click();
      await form.getByRole("textbox", { name: words["giftCards.amount"] }).fill("2.25");
      await form.getByRole("textbox", { name: words["refund.reason"] }).fill("Typing mistake");
      expect(await hindrances(desk)).toEqual([]);
      await button(words["giftCards.adjust"], form).click();
      await form.waitFor({ state: "detached" });
      await desk.getByText("Typing mistake").first().waitFor();
      expect((await cardOf(code)).balance.amount).toBe(before - 225);
      await button(words["giftCards.block"], desk).click();
      await form.getByRole("textbox", { name: words["refund.reason"] }).fill("Reported lost");
      await button(words["giftCards.block"], form).click();
      await form.waitFor({ state: "detached" });
      await button(words["giftCards.unblock"], desk).waitFor();
      await desk.close();
      await page.locator("[data-sku]").first().click();
      await page.keyboard.press("F9");
      await page.getByTestId("due").waitFor();
      await scan(page, code.replaceAll("-", ""));
      await page.getByText(words["refusal.GIFT_CARD_BLOCKED"]).waitFor();
      await page.keyboard.press("Escape");
      await button(words["counter.cart.clear"]).click();
    });
  });
});
