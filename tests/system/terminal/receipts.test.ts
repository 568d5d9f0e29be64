import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, outcome, pair, payCash, scan, signIn, signInOwner } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

/** Papers at the terminal: what is printed, how a receipt is found, and how it is given back. */
describe.skipIf(!chromiumIsThere())("receipts at the terminal", () => {
  let system: System;
  let browser: Browser;
  let owner: string;
  let page: Page;
  /** A sale of another terminal of the shop, of last week. */
  let elsewhere: string;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
    elsewhere = await sellElsewhere();
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.addInitScript("window.print = () => { window.printed = (window.printed ?? 0) + 1; }");
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  async function asOwner(query: string, variables: object = {}) {
    const { data, errors } = await ask(system.url, owner, query, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  async function sellElsewhere(): Promise<string> {
    const { locationId } = system.credentials;
    const terminalId = systemClock.newId("trm");
    const input = { id: terminalId, code: "NB", name: "Neighbour", locationId };
    await asOwner("mutation ($input: CreateTerminalInput!) { createTerminal(input: $input) { userErrors { code } } }", {
      input,
    });
    const { issueActivationCode } = await asOwner(
      "mutation ($input: IssueActivationCodeInput!) { issueActivationCode(input: $input) { activationCode } }",
      { input: { terminalId } },
    );
    const activate = "mutation ($input: ActivateTerminalInput!) { activateTerminal(input: $input) { token } }";
    const activated = await ask(system.url, undefined, activate, { input: issueActivationCode });
    const sale = {
      ...{ id: systemClock.newId("sal"), sequence: 1, occurredAt: new Date(Date.now() - 7 * 86_400_000).toISOString() },
      lines: [{ description: "Teapot – Green", quantity: "2", unitPrice: "12.50" }],
      payments: [{ id: systemClock.newId("pay"), method: "CARD", amount: 2500, reference: "094123" }],
    };
    const sync = "mutation ($input: SyncSalesInput!) { syncSales(input: $input) { results { status } } }";
    await ask(system.url, activated.data.activateTerminal.token, sync, { input: { sales: [sale] } });
    return sale.id;
  }

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
  const paper = () => page.getByTestId("receipt").last();
  const printed = () => page.evaluate("window.printed ?? 0");
  const afterPrinting = () => page.evaluate('window.dispatchEvent(new Event("afterprint"))');

  /** Sells so many of the first article for cash. */
  async function sell(pieces: number): Promise<void> {
    for (let piece = 0; piece < pieces; piece++) await page.locator("[data-sku]").first().click();
    await payCash(page, "10000");
    expect(await outcome(page)).toBe("recorded");
  }

  /** A click that follows the payment too soon is ignored, so that the change is seen. */
  async function next(): Promise<void> {
    const isDone = async () => {
      const isThere = await page.getByTestId("outcome").isVisible();
      if (isThere) await button(/^Next sale/).click();
      return !isThere;
    };
    await expect.poll(isDone, { timeout: 20_000 }).toBe(true);
  }

  /** Width and height of the pages that a printer gets, in millimetres. */
  async function pageSizes(): Promise<[number, number][]> {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    return boxes.map(([, width, height]) => [(Number(width) / 72) * 25.4, (Number(height) / 72) * 25.4]);
  }

  async function printOn(name: string): Promise<[number, number][]> {
    await button("Paper and gift receipt").click();
    await page.getByRole("menuitem", { name }).click();
    await button(/^Print (receipt|copy)$/).click();
    const sizes = await pageSizes();
    await afterPrinting();
    return sizes;
  }

  test("receipt: shows the shop's address, tax number and footer and the operator when they are set", async () => {
    const version = (await asOwner("{ me { merchant { version } } }")).me.merchant.version;
    const update = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
    const input = {
      ...{ version, address: "1 High Street\nLondon N1 1AA", phone: "020 7946 0000", taxNumber: "GB123456789" },
      ...{ header: "Books and toys since 1903", footer: "Returns within 30 days with this receipt." },
    };
    expect((await asOwner(update, { input })).updateMerchant.userErrors).toEqual([]);
    await page.reload();
    await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
    await sell(2);
    const text = (await paper().innerText()).replaceAll("\n", " ");
    for (const shown of [
      "Books and toys since 1903",
      "1 High Street",
      "London N1 1AA",
      "Tel. 020 7946 0000",
      "VAT No. GB123456789",
    ])
      expect(text).toContain(shown);
    for (const shown of ["Mara Manager", "Returns within 30 days", "Items", "VAT rate", "Change"])
      expect(text).toContain(shown);
    await next();
  });

  test("print: the page is as long as the paper's text on 58 and 80 mm, and A4 is one sheet (terminal B14)", async () => {
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    const [short = [0, 0], ...more] = await printOn("80 mm roll");
    expect(more).toEqual([]);
    expect(short[0]).toBeCloseTo(80, 0);
    expect(short[1]).toBeLessThan(200);
    const [narrow = [0, 0]] = await printOn("58 mm roll");
    expect(narrow[0]).toBeCloseTo(58, 0);
    expect(narrow[1]).toBeLessThan(200);
    const sheets = await printOn("A4");
    expect(sheets.map(([width]) => Math.round(width))).toEqual([210]);
    await page.keyboard.press("Escape");
    for (let line = 0; line < 6; line++) await page.locator("[data-sku]").nth(line).click();
    await payCash(page, "10000");
    await outcome(page);
    const [long = [0, 0]] = await printOn("80 mm roll");
    expect(long[1]).toBeGreaterThan(short[1]);
    await next();
  });

  test("print: remembers the paper when the page is loaded again", async () => {
    await page.reload();
    await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    await button("Paper and gift receipt").click();
    const chosen = page.locator("[role=menuitem][aria-current=true]");
    expect(await chosen.innerText()).toBe("80 mm roll");
    await page.getByRole("menuitem", { name: "Print gift receipt" }).click();
    expect(await printed()).toBe(1);
    await page.emulateMedia({ media: "print" });
    expect(await paper().innerText()).toContain("GIFT RECEIPT");
    expect(await paper().innerText()).not.toContain("£");
    await page.emulateMedia({ media: "screen" });
    await afterPrinting();
    await page.keyboard.press("Escape");
  });

  test("find: a receipt of another terminal opens when its code is scanned while goods are shown", async () => {
    await scan(page, "NB-1");
    await page.getByText("Teapot – Green").waitFor();
    const text = await paper().innerText();
    for (const shown of ["NB-1", "Neighbour", "£25.00", "Ref. 094123", "COPY"]) expect(text).toContain(shown);
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
  });

  test("find: states that there is no such receipt, or that the server is away", async () => {
    await page.keyboard.press("F7");
    const field = page.getByRole("textbox", { name: "Find a receipt" });
    await field.fill("NB-99");
    await field.press("Enter");
    await page.getByText("No receipt found for NB-99.").waitFor();
    await page.context().setOffline(true);
    await field.fill("nb-1");
    await field.press("Enter");
    await page.getByText("You're offline. Only the latest receipts of this register can be found.").waitFor();
    await page.context().setOffline(false);
    await field.press("Enter");
    await page.getByText("Teapot – Green").waitFor();
  });

  test("refund: of a found receipt takes four taps and prints its slip; row and copy show what came back", async () => {
    let taps = 0;
    const tap = async (name: string | RegExp) => {
      taps++;
      await button(name).click();
    };
    await tap("Refund");
    await tap("Return one more: Teapot – Green");
    await tap(/^Refund £12\.50$/);
    const result = page.getByTestId("refund-outcome");
    await result.waitFor();
    expect(await result.getAttribute("data-status")).toBe("recorded");
    await button("Print refund slip").click();
    await page.emulateMedia({ media: "print" });
    const slip = await paper().innerText();
    for (const shown of ["REFUND", "NB-1", "Teapot – Green", "−£12.50", "Refunded (Card)"])
      expect(slip).toContain(shown);
    await page.emulateMedia({ media: "screen" });
    await afterPrinting();
    await tap("Done");
    expect(taps).toBe(4);
    await paper().getByText("PARTLY REFUNDED").waitFor();
    expect(await paper().innerText()).toContain("1 × Teapot – Green");
    const { sale } = await asOwner(`{ sale(id: "${elsewhere}") { refunds { total { amount } } } }`);
    expect(sale.refunds).toEqual([{ total: { amount: -1250 } }]);
    await page.keyboard.press("Escape");
  });

  test("refund: of a sale of this terminal takes at most six taps from the goods; its row shows it", async () => {
    await sell(1);
    await next();
    let taps = 0;
    const tap = async (target: ReturnType<typeof button>) => {
      taps++;
      await target.click();
    };
    await tap(button(/^Sales/));
    await tap(page.locator("[data-kind=sale]").first());
    await tap(button("Refund"));
    await tap(button("Return all items"));
    await tap(button(/^Refund £/));
    await page.getByTestId("refund-outcome").waitFor();
    await tap(button("Done"));
    expect(taps).toBeLessThanOrEqual(6);
    await paper().getByText("REFUNDED", { exact: true }).waitFor();
    await button("Back").click();
    await page.locator("[data-kind=sale]").first().getByText("Refunded", { exact: true }).waitFor();
    await page.locator("[data-kind=refund]").first().click();
    await button("Print refund slip").waitFor();
    await page.keyboard.press("Escape");
  });

  test("copy: shows the customer on whom the sale was put afterwards, and none when it was taken off", async () => {
    const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
    await asOwner(create, { input: { id: systemClock.newId("cus"), name: "Ada Afterwards" } });
    await sell(1);
    await next();
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    await button("Add customer").click();
    await page.getByRole("textbox", { name: "Name, email or phone" }).fill("ada after");
    await button(/^Ada Afterwards/).click();
    await paper().getByText("Customer: Ada Afterwards").waitFor();
    await button("Change customer").click();
    await button("Remove customer").click();
    await button("Add customer").waitFor();
    expect(await paper().innerText()).not.toContain("Ada Afterwards");
    await page.keyboard.press("Escape");
  });

  test("e-receipt: its code is on the receipt screen, and its link opens the receipt without signing in", async () => {
    await sell(1);
    await button("E-receipt").click();
    await page.getByRole("img", { name: "QR code of the e-receipt" }).waitFor();
    const link = present(await page.getByTestId("e-receipt-link").getAttribute("href"), "a link");
    const context = await browser.newContext({ locale: "en-GB" });
    const visitor = await context.newPage();
    await visitor.goto(link);
    await visitor.getByTestId("e-receipt").waitFor();
    await context.close();
    await page.keyboard.press("Escape");
    await next();
  });

  test("copy: each print is counted, and the next one has its number", async () => {
    const open = async () => {
      await page.keyboard.press("F7");
      await page.locator("[data-kind=sale]").first().click();
    };
    await open();
    for (const number of [1, 2]) {
      await paper().getByText(`COPY ${number}`, { exact: true }).waitFor();
      await button("Print copy").click();
      await afterPrinting();
    }
    await paper().getByText("COPY 3", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await open();
    await paper().getByText("COPY 3", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("receipt: is in the shop's language when the cashier's is another (terminal B20)", async () => {
    const [cookie] = await page.context().cookies();
    expect(cookie === undefined || cookie.name !== "pos_language").toBe(true);
    await page.context().addCookies([{ name: "pos_language", value: "zh", url: system.url }]);
    await page.reload();
    await page.locator("[data-sku]").first().waitFor();
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    await page.getByRole("button", { name: "补打小票" }).waitFor();
    const text = await paper().innerText();
    expect(text).toContain("COPY");
    expect(text).toMatch(/\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d/);
    expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    const version = (await asOwner("{ me { merchant { version } } }")).me.merchant.version;
    const update = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
    await asOwner(update, { input: { version, receiptLanguage: "ZH_HANS" } });
    await page.reload();
    await page.locator("[data-sku]").first().waitFor();
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    await paper().getByText("补打").waitFor();
    expect(present(await paper().innerText(), "a paper")).toContain("小票号");
  });

  test("fapiao: is asked for at the counter of a shop in China", async () => {
    const words = CATALOGUE.zh;
    const version = (await asOwner("{ me { merchant { version } } }")).me.merchant.version;
    const update = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
    await asOwner(update, { input: { version, country: "CN" } });
    await page.reload();
    await page.locator("[data-sku]").first().waitFor();
    await page.keyboard.press("F7");
    await page.locator("[data-kind=sale]").first().click();
    await button(words["eReceipt.title"]).click();
    await button(words["fapiao.ask"]).click();
    const form = page.getByRole("dialog", { name: words["fapiao.ask"] });
    await form.getByText(words["fapiao.notFiled"]).waitFor();
    await form.getByLabel(words["fapiao.title"]).fill("上海样例有限公司");
    await form.getByRole("button", { name: words["fapiao.send"] }).click();
    await form.getByText(words["common.required"]).waitFor();
    await form.getByLabel(words["fapiao.taxNumber"]).fill("91310000123456789X");
    await form.getByRole("button", { name: words["fapiao.send"] }).click();
    await page.getByText(words["fapiao.wasRequested"]).waitFor();
    const { fapiaoRequests } = await asOwner("{ fapiaoRequests(first: 5) { nodes { title taxNumber } } }");
    expect(fapiaoRequests.nodes).toEqual([{ title: "上海样例有限公司", taxNumber: "91310000123456789X" }]);
  });
});
