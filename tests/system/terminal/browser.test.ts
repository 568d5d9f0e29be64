import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addBySearch,
  ask,
  type Goods,
  nextSale,
  outcome,
  pair,
  payCash,
  scan,
  signIn,
  signInOwner,
  someGoods,
  storedRows,
} from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startDevice, startSystem, verifyIsClean } from "./system.ts";

/** The terminal's page in a real browser, before the real system: whatever is cut, a sale is there once. */
describe.skipIf(!chromiumIsThere())("terminal", () => {
  let system: System;
  let browser: Browser;
  let owner: string;
  let goods: Goods;
  const contexts: BrowserContext[] = [];
  let last = 0;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
    goods = present(
      (await someGoods(system.url, owner)).find(({ barcode }) => barcode !== undefined),
      "goods with a barcode",
    );
    page = await newPage();
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  let page: Page;

  async function newPage(context?: BrowserContext): Promise<Page> {
    const own = context ?? (await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } }));
    if (context === undefined) contexts.push(own);
    const made = await own.newPage();
    made.setDefaultTimeout(20_000);
    return made;
  }

  /** The terminal's sales as the server has them: each number once, one more than before. */
  async function expectOneMore(): Promise<void> {
    last++;
    const query = "{ sales(first: 100) { nodes { sequence receiptNumber } } }";
    const wanted = Array.from({ length: last }, (_, index) => index + 1);
    await expect
      .poll(
        async () => {
          const { data } = await ask(system.url, owner, query);
          const mine = data.sales.nodes.filter(({ receiptNumber }: { receiptNumber: string }) =>
            receiptNumber.startsWith("C3-"),
          );
          return mine.map(({ sequence }: { sequence: number }) => sequence).sort((a: number, b: number) => a - b);
        },
        { timeout: 20_000, interval: 100 },
      )
      .toEqual(wanted);
  }

  async function expectAllSent(): Promise<void> {
    await expect
      .poll(async () => (await storedRows(page)).every(({ state }) => state === "acknowledged"), { timeout: 40_000 })
      .toBe(true);
    const rows = await storedRows(page);
    expect(rows.flatMap(({ sequence }) => sequence ?? []).sort((a, b) => a - b)).toEqual(
      Array.from({ length: last }, (_, index) => index + 1),
    );
  }

  async function fillCart(): Promise<void> {
    await scan(page, present(goods.barcode, "a barcode"));
    await page
      .getByRole("button", { name: /^Pay £/ })
      .and(page.locator(":enabled"))
      .waitFor();
  }

  /** Calls back with the first sale, or refund, that the page sends online, before it leaves. */
  async function atOnline(what: "SendSale" | "SendRefund", handle: (route: Route) => Promise<void>): Promise<void> {
    let isOver = false;
    await page.route("**/graphql", async (route) => {
      if (isOver || !(route.request().postData() ?? "").includes(what)) return route.fallback();
      isOver = true;
      await handle(route);
    });
  }

  test("the code is gone from the address; the token is on the device and nowhere else", async () => {
    expect(page.url()).toBe(`${system.url}/terminal`);
    expect(await page.evaluate("document.cookie + JSON.stringify(localStorage)")).not.toContain("trm_");
  });

  test("an unknown code is reported and leaves the search field empty; a scan never ends up in another field", async () => {
    await scan(page, "9999999999994");
    await page.getByText("No item found for 9999999999994.").waitFor();
    const search = page.getByRole("textbox", { name: "Search or scan" });
    expect(await search.inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await fillCart();
    await page.keyboard.press("F2");
    const quantity = page.getByRole("textbox", { name: "Quantity" });
    await quantity.waitFor();
    await scan(page, present(goods.barcode, "a barcode"));
    expect(await quantity.inputValue()).toBe("1");
    await quantity.fill("2,5");
    await page.getByText("A comma is for thousands, a point for decimals").waitFor();
    await quantity.fill("2.5");
    await page.keyboard.press("Enter");
    await page.getByText("2.5 ×").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText(/^1 ×/).waitFor();
  });

  test("sold for cash: the change is on the screen, the paper has its number, the sales list shows sent", async () => {
    await payCash(page, "100");
    expect(await outcome(page)).toBe("recorded");
    const change = ((10_000 - goods.price) / 100).toFixed(2);
    expect(await page.getByTestId("change").textContent()).toBe(`£${change}`);
    expect(await page.getByTestId("receipt").textContent()).toContain("C3-1");
    await nextSale(page);
    await expectOneMore();
    await expectAllSent();
  });

  test("split over card and cash", async () => {
    await addBySearch(page, goods.sku);
    await page.keyboard.press("F9");
    await page.keyboard.press("F3");
    const amount = page.getByRole("textbox", { name: "Amount" });
    await amount.fill("0.10");
    await amount.press("Enter");
    await page.keyboard.press("F2");
    await page.getByRole("button", { name: "Exact amount" }).click();
    expect(await outcome(page)).toBe("recorded");
    await nextSale(page);
    await expectOneMore();
  });

  test("the answer is lost: the customer goes with a receipt, the sale is sent again and is there once", async () => {
    await fillCart();
    await atOnline("SendSale", async (route) => {
      await route.fetch();
      await page.context().setOffline(true);
      await route.abort("connectionreset");
    });
    await payCash(page, "100");
    expect(await outcome(page)).toBe("waiting");
    await page.getByTestId("unsent").getByText("1 pending").waitFor();
    await page.context().setOffline(false);
    await nextSale(page);
    await expectOneMore();
    await expectAllSent();
    await page.unroute("**/graphql");
  });

  test.each([
    ["before the sale leaves", false],
    ["after the server has recorded it", true],
  ])("the tab is loaded again %s: one sale", async (_, arrives) => {
    await fillCart();
    let reached: () => void = () => {};
    const atSale = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await atOnline("SendSale", async (route) => {
      if (arrives) await route.fetch();
      reached();
      // The page that sent it will be gone before anything comes back.
    });
    await payCash(page, "100");
    await atSale;
    await page.reload();
    expect(await outcome(page)).toBe("recorded");
    await nextSale(page);
    await expectOneMore();
    await expectAllSent();
    await page.unroute("**/graphql");
  });

  test("loaded again with goods in the cart and while paying: the cart is there, nothing is sold", async () => {
    await fillCart();
    await page.reload();
    await page.getByText(/^1 ×/).waitFor();
    await page.keyboard.press("F9");
    await page.getByRole("textbox", { name: "Cash received" }).waitFor();
    await page.reload();
    await page.getByText(/^1 ×/).waitFor();
    expect((await storedRows(page)).length).toBe(last);
  });

  test.each([
    ["right after it has answered", true],
    ["before it has got the sale", false],
  ])("the server is killed %s and started again: one sale", async (_, arrives) => {
    if (!(await page.getByText(/^1 ×/).isVisible())) await fillCart();
    await atOnline("SendSale", async (route) => {
      if (arrives) await route.fetch();
      await system.kill();
      await route.abort("connectionrefused");
    });
    await payCash(page, "100");
    expect(await outcome(page)).toBe("waiting");
    await system.startAgain();
    await nextSale(page);
    await expectOneMore();
    await expectAllSent();
    await page.unroute("**/graphql");
  });

  test("refused: the cart is back with the reason, the next sale takes the number", async () => {
    await fillCart();
    await page.keyboard.press("F9");
    await page.getByRole("textbox", { name: "Cash received" }).waitFor();
    // A price that changes between showing and selling.
    const find = `{ variant(by: { sku: "${goods.sku}" }) { id version unitPrice } }`;
    const { variant } = (await ask(system.url, owner, find)).data;
    const change = `mutation ($input: ChangePriceInput!) { changePrice(input: $input) { variant { version } userErrors { code } } }`;
    const price = (unitPrice: string, version: number) =>
      ask(system.url, owner, change, { input: { variantId: variant.id, unitPrice, version } });
    await signInAsCashier();
    const dearer = await price("99.99", variant.version);
    await page.keyboard.press("F9");
    await page.getByRole("textbox", { name: "Cash received" }).fill("100");
    await page.keyboard.press("Enter");
    await page.getByText("Nothing was recorded").waitFor();
    expect((await storedRows(page)).length).toBe(last);
    // The money is kept with the cart until the cashier has given it back.
    await page.getByRole("button", { name: "Back to the cart" }).click();
    await page.getByRole("button", { name: "Money returned, remove" }).click();
    await price(variant.unitPrice, dearer.data.changePrice.variant.version);
    await payCash(page, "100");
    expect(await outcome(page)).toBe("recorded");
    await nextSale(page);
    await expectOneMore();
    await expectAllSent();
  });

  async function signInAsCashier(): Promise<void> {
    await page.keyboard.press("F10");
    await page.getByRole("button", { name: "Switch user" }).click();
    await signIn(page, system.credentials.cashier);
    await page.getByText(/^1 ×/).waitFor();
  }

  test("a second tab shows that the first one sells, and takes over when that is closed", async () => {
    const second = await newPage(page.context());
    await second.goto(`${system.url}/terminal`);
    await second.getByText("The terminal is open in another tab").waitFor();
    await page.close();
    page = second;
    await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
  });

  test("printed: the paper and nothing else, on a roll or on a sheet; a reprint is marked as one", async () => {
    await page.evaluate("window.print = () => {}");
    await page.keyboard.press("F7");
    await page.locator("[data-state]").first().click();
    await page.getByRole("button", { name: "Print copy" }).click();
    const roll = await page.pdf({ preferCSSPageSize: true });
    const [, width = "0"] = /MediaBox \[0 0 ([\d.]+)/.exec(roll.toString("latin1")) ?? [];
    expect(Number(width) / 72).toBeCloseTo(80 / 25.4, 1);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("COPY").last().isVisible()).toBe(true);
    expect(await page.getByRole("textbox", { name: "Search or scan" }).isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
    await page.keyboard.press("Escape");
  });

  test("a manager gives goods back, twice over is refused by the list itself", async () => {
    await page.keyboard.press("F10");
    await page.getByRole("button", { name: "Switch user" }).click();
    await signIn(page, system.credentials.operator);
    const refund = async () => {
      await page.keyboard.press("F7");
      await page.locator("[data-kind=sale]").first().click();
      await page.getByRole("button", { name: "Refund", exact: true }).click();
    };
    await refund();
    await page.getByRole("button", { name: "Return all items" }).click();
    await page.getByRole("button", { name: /^Refund £/ }).click();
    expect(await refundOutcome()).toBe("recorded");
    await page.keyboard.press("Escape");
    await refund();
    await page.getByText("This sale is fully refunded.").waitFor();
    await page.keyboard.press("Escape");
  });

  async function refundOutcome(): Promise<string | null> {
    const result = page.getByTestId("refund-outcome");
    await result.waitFor({ timeout: 20_000 });
    return result.getAttribute("data-status");
  }

  /** Sells one piece, and types it in as given back. Answers the sale's id. */
  async function sellAndRefund(): Promise<string> {
    await page.locator("[data-sku]").first().click();
    await payCash(page, "1000");
    expect(await outcome(page)).toBe("recorded");
    await nextSale(page);
    await expectOneMore();
    const sold = (await storedRows(page)).find(({ sequence }) => sequence === last);
    await openRefund();
    await page.getByRole("button", { name: /^Return one more/ }).click();
    return present(sold, "the sale").id;
  }

  async function openRefund(): Promise<void> {
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    await page.getByRole("button", { name: "Refund", exact: true }).click();
  }

  const submitRefund = () => page.getByRole("button", { name: /^Refund £/ }).click();

  async function refundsOf(saleId: string): Promise<string[]> {
    const query = `{ sale(id: "${saleId}") { refunds { id } } }`;
    return (await ask(system.url, owner, query)).data.sale.refunds.map(({ id }: { id: string }) => id);
  }

  /** The server has the device's newest refund, and no other of that sale; the device knows that it has. */
  async function expectOneRefund(saleId: string): Promise<void> {
    await expect.poll(async () => (await refundsOf(saleId)).length, { timeout: 40_000 }).toBe(1);
    await expectAllSent();
    const own = (await storedRows(page)).filter(({ kind }) => kind === "refund").map(({ id }) => id);
    expect(own).toContain((await refundsOf(saleId))[0]);
  }

  test("refund: is stored before it is sent, and made once when its answer is lost", async () => {
    const saleId = await sellAndRefund();
    let stored: string[] = [];
    await atOnline("SendRefund", async (route) => {
      stored = (await storedRows(page)).filter(({ state }) => state === "live").map(({ kind }) => kind);
      await route.fetch();
      await page.context().setOffline(true);
      await route.abort("connectionreset");
    });
    await submitRefund();
    expect(await refundOutcome()).toBe("waiting");
    expect(stored).toEqual(["refund"]);
    await page.getByRole("button", { name: "Done", exact: true }).click();
    // Until it has been sent, no second refund of the sale is begun.
    await page.getByText("A refund of this receipt has not been sent yet").waitFor();
    expect(await page.getByRole("button", { name: "Refund", exact: true }).isDisabled()).toBe(true);
    await page.context().setOffline(false);
    await expectOneRefund(saleId);
    await page.unroute("**/graphql");
    await page.keyboard.press("Escape");
  });

  test.each([
    ["before the request leaves", false],
    ["after the server has recorded it", true],
  ])("refund: is made once and shown when the tab is loaded again %s", async (_, arrives) => {
    const saleId = await sellAndRefund();
    let reached: () => void = () => {};
    const atRefund = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await atOnline("SendRefund", async (route) => {
      if (arrives) await route.fetch();
      reached();
      // The page that sent it will be gone before anything comes back.
    });
    await submitRefund();
    await atRefund;
    await page.reload();
    expect(await refundOutcome()).toBe("recorded");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await expectOneRefund(saleId);
    await page.unroute("**/graphql");
  });

  test.each([
    ["right after it has answered", true],
    ["before it has got the refund", false],
  ])("refund: is made once when the server is killed %s", async (_, arrives) => {
    const saleId = await sellAndRefund();
    await atOnline("SendRefund", async (route) => {
      if (arrives) await route.fetch();
      await system.kill();
      await route.abort("connectionrefused");
    });
    await submitRefund();
    expect(await refundOutcome()).toBe("waiting");
    await system.startAgain();
    await expectOneRefund(saleId);
    await page.unroute("**/graphql");
    await page.keyboard.press("Escape");
  });

  test("refund: is refused with its reason when another was made meanwhile, and nothing is kept", async () => {
    const saleId = await sellAndRefund();
    const { data } = await ask(system.url, owner, `{ sale(id: "${saleId}") { payments { id } total { amount } } }`);
    const [paid] = data.sale.payments;
    const elsewhere = {
      ...{
        id: systemClock.newId("ref"),
        occurredAt: new Date().toISOString(),
        saleId,
        lines: [{ line: 1, quantity: "1" }],
      },
      payments: [{ id: systemClock.newId("pay"), method: "CARD", amount: data.sale.total.amount, paymentId: paid.id }],
    };
    const refund = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }";
    const made = await ask(system.url, owner, refund, { input: elsewhere });
    expect(made.data.refundSale.userErrors).toEqual([]);
    const before = await storedRows(page);
    await submitRefund();
    expect(await refundOutcome()).toBe("refused");
    await page.getByText("More than what is left to refund of this item.").waitFor();
    expect(await storedRows(page)).toEqual(before);
    expect(await refundsOf(saleId)).toEqual([elsewhere.id]);
    await page.keyboard.press("Escape");
  });

  test("unpairing asks first; what waits refuses it; afterwards the device knows no token", async () => {
    const unpair = async () => {
      await page.getByRole("button", { name: /^Operator / }).click();
      await page.getByRole("menuitem", { name: "Unpair" }).click();
    };
    await page.route("**/graphql", (route) => route.abort("connectionrefused"));
    await scanWithout();
    await unpair();
    await page.getByText("has not been sent or resolved").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.keyboard.press("F7");
    // It would go by itself, too: the button must be there when it is pressed.
    const sendNow = page.getByRole("button", { name: "Send now" });
    await sendNow.waitFor();
    await page.unroute("**/graphql");
    await sendNow.dispatchEvent("click");
    await expectOneMore();
    await expectAllSent();
    await page.keyboard.press("Escape");
    await nextSale(page);
    await unpair();
    await page.getByRole("dialog").getByRole("button", { name: "Unpair" }).click();
    await page.getByText("Enter the activation code").waitFor();
  });

  /** The goods are on the screen already; only the sale does not get through. */
  async function scanWithout(): Promise<void> {
    await page.locator(`[data-sku]`).first().click();
    await payCash(page, "1000");
    expect(await outcome(page)).toBe("waiting");
  }

  test("a power cut on the device: sales shown as stored are stored, and are sent", async () => {
    const query = "{ terminals { id code } }";
    const { data } = await ask(system.url, owner, query);
    const counterOne = data.terminals.find(({ code }: { code: string }) => code === "C1");
    const issue = `mutation { issueActivationCode(input: { terminalId: "${counterOne.id}" }) { activationCode } }`;
    const { activationCode } = (await ask(system.url, owner, issue)).data.issueActivationCode;
    const before = await highest("C1");
    const first = await startDevice();
    await pair(first.page, system.url, activationCode);
    await signIn(first.page, system.credentials.cashier);
    await first.page.locator("[data-sku]").first().click();
    await first.page.route("**/graphql", (route) => route.abort("connectionrefused"));
    await payCash(first.page, "1000");
    expect(await outcome(first.page)).toBe("waiting");
    await first.kill();
    const second = await startDevice(first.folder);
    await second.page.goto(`${system.url}/terminal`);
    // Another device was this terminal before: it counts on.
    await expect.poll(() => highest("C1"), { timeout: 30_000 }).toBe(before + 1);
    await second.kill();
    rmSync(first.folder, { recursive: true, force: true });
  });

  async function highest(code: string): Promise<number> {
    const { data } = await ask(system.url, owner, "{ sales(first: 100) { nodes { sequence terminal { code } } } }");
    const mine = data.sales.nodes.filter(({ terminal }: { terminal: { code: string } }) => terminal.code === code);
    return Math.max(0, ...mine.map(({ sequence }: { sequence: number }) => sequence));
  }

  test("the books prove it", async () => {
    await verifyIsClean(system);
  });
});
