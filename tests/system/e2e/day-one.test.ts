import { rmSync } from "node:fs";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import type { Language } from "@pos/messages/languages.ts";
import type { Translate } from "@pos/messages/translate.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pos } from "../../support/processes.ts";
import { outcome, scan } from "../terminal/page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "../terminal/system.ts";
import { visit } from "../web/support.ts";

const LANGUAGES: readonly Day[] = [
  {
    ...{ language: "en", locale: "en-GB", shop: "Lantern & Thread", currency: "GBP", zone: "Europe/London" },
    ...{ email: "ada@shop.example", place: "Main Street", address: "1 Main Street\nLondon", tax: "Standard rate" },
    ...{ rate: "20", product: "Paper lantern", barcode: "4006381333931", cashiers: ["Bea", "Cem"], register: "Front" },
  },
  {
    ...{ language: "zh", locale: "zh-CN", shop: "灯与线", currency: "CNY", zone: "Asia/Shanghai" },
    ...{ email: "li@shop.example", place: "中山路店", address: "中山路 1 号\n上海", tax: "标准税率" },
    ...{ rate: "13", product: "纸灯笼", barcode: "6901234567892", cashiers: ["王芳", "李娜"], register: "前台" },
  },
];

interface Day {
  readonly language: Language;
  readonly locale: string;
  readonly shop: string;
  readonly currency: string;
  readonly zone: string;
  readonly email: string;
  readonly place: string;
  readonly address: string;
  readonly tax: string;
  readonly rate: string;
  readonly product: string;
  readonly barcode: string;
  readonly cashiers: readonly [string, string];
  readonly register: string;
}

/** Of the two cashiers: no dates, runs or repeats. */
const PINS = ["4807", "7294"] as const;

/** A merchant that the command line made is set up and sells by pages alone, in both languages. */
describe.skipIf(!chromiumIsThere())("day one", () => {
  let system: System;
  let browser: Browser;
  const passwords = new Map<string, string>();

  beforeAll(async () => {
    const create = async (folder: string) => {
      for (const { shop, currency, email, place, zone } of LANGUAGES) {
        const made = await pos(folder, "merchant", "create", shop, currency, email, place, zone);
        passwords.set(email, JSON.parse(made.stdout.split("\n")[0] ?? "").password);
      }
    };
    [system, browser] = await Promise.all([startSystem(undefined, create), startBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await verifyIsClean(system);
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  }, 180_000);

  test.each(LANGUAGES)(
    "the owner: is ready to sell, and has sold, by pages alone when the language is $language",
    async (day) => {
      const t = createTranslate<Messages>(CATALOGUE[day.language], day.locale);
      const problems: string[] = [];
      const open = async (width: number): Promise<Page> => {
        const context = await browser.newContext({ locale: day.locale, viewport: { width, height: 900 } });
        return watched(context, problems);
      };
      const desk = new Desk(await open(1440), system.url, t);
      await desk.signIn(day.email, passwords.get(day.email) ?? "");
      // Nothing is sold yet: no amount is named (dashboard bug 18).
      await desk.page.getByText(t("home.bestSellers"), { exact: true }).waitFor();
      expect(await desk.page.locator("main").innerText()).not.toContain("0.01");
      await setUp(desk, day);
      const counter = await open(1280);
      await pair(desk, counter, day);
      await sell(counter, t, { ...day, number: "101", pin: PINS[0] });
      await desk.giveBack();
      await counter.getByRole("button", { name: t("terminal.done.next") }).click();
      await signOut(counter, t, day.cashiers[0]);
      await sell(counter, t, { ...day, number: "102", pin: PINS[1] });

      // The report has both sales and the refund, and proves itself.
      await desk.go("/reports");
      await desk.page.getByText(t("reports.reconciles")).waitFor();
      // Everything is done: the steps say so, and are gone when they are hidden.
      await desk.go("/");
      await desk.page.getByRole("heading", { name: t("setup.complete") }).waitFor();
      await desk.button("setup.hide").click();
      await desk.page.getByRole("heading", { name: t("setup.complete") }).waitFor({ state: "detached" });
      await desk.go("/");
      await desk.page.getByText(t("home.bestSellers"), { exact: true }).waitFor();
      expect(await desk.page.getByRole("heading", { name: t("setup.complete") }).count()).toBe(0);
      expect(problems).toEqual([]);
      for (const page of [desk.page, counter]) await page.context().close();
    },
    300_000,
  );
});

/** The owner's browser. */
class Desk {
  readonly page: Page;
  readonly url: string;
  readonly t: Translate;

  constructor(page: Page, url: string, t: Translate) {
    this.page = page;
    this.url = url;
    this.t = t;
  }

  async signIn(email: string, password: string): Promise<void> {
    await visit(this.page, `${this.url}/sign-in`);
    await this.page.getByLabel(this.t("signIn.email")).fill(email);
    await this.page.locator('input[name="password"]').fill(password);
    await this.button("signIn.action").click();
    await this.page.waitForURL(`${this.url}/`);
  }

  async go(path: string): Promise<void> {
    await visit(this.page, this.url + path);
  }

  /** From the start page by the link of a step. */
  async step(name: "BUSINESS" | "TAX" | "PRODUCT" | "STOCK" | "STAFF" | "TERMINAL"): Promise<void> {
    await this.go("/");
    await this.page.getByRole("link", { name: this.t(`setup.${name}`) }).click();
  }

  button(
    key:
      | "setup.hide"
      | "signIn.action"
      | "common.save"
      | "tax.create"
      | "products.create"
      | "staff.create"
      | "terminals.create"
      | "refund.action"
      | "refund.all",
  ) {
    return this.page.getByRole("button", { name: this.t(key), exact: true }).first();
  }

  field(
    key:
      | "business.address"
      | "tax.name"
      | "tax.rate"
      | "products.name"
      | "products.price"
      | "products.cost"
      | "products.barcodes"
      | "staff.name"
      | "staff.operatorNumber"
      | "staff.pin"
      | "terminals.name"
      | "terminals.code"
      | "refund.reason",
  ) {
    const dialog = this.page.getByRole("dialog");
    if (key === "products.barcodes") return dialog.getByLabel(this.t(key)).first();
    return key === "business.address"
      ? this.page.getByLabel(this.t(key))
      : dialog.getByRole("textbox", { name: this.t(key) }).first();
  }

  async submit(key: "common.create" | "staff.create"): Promise<void> {
    await this.page
      .getByRole("dialog")
      .getByRole("button", { name: this.t(key), exact: true })
      .click();
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** The latest sale, all of it. */
  async giveBack(): Promise<void> {
    const { page, t } = this;
    await this.go("/sales");
    await page.getByRole("link", { name: "R1-1" }).click();
    await this.button("refund.action").click();
    await this.button("refund.all").click();
    await page
      .getByRole("dialog")
      .getByRole("combobox", { name: t("refund.back") })
      .click();
    await page.getByRole("option", { name: t("method.OTHER") }).click();
    await this.field("refund.reason").fill("-");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: new RegExp(t("refund.submit", { amount: "" }).trim()) })
      .last()
      .click();
    await page.getByText(t("refund.nothingLeft")).waitFor();
  }
}

/** Business details, tax, a product with its stock and cost, two cashiers: each from its step on the start page. */
async function setUp(desk: Desk, day: Day): Promise<void> {
  const { page, t } = desk;
  await desk.step("BUSINESS");
  await desk.field("business.address").fill(day.address);
  await page
    .getByTestId("receipt")
    .getByText(day.address.split("\n")[0] ?? "")
    .waitFor();
  await desk.button("common.save").click();
  await page.getByText(t("common.saved"), { exact: true }).waitFor();

  await desk.step("TAX");
  await desk.button("tax.create").click();
  await desk.field("tax.name").fill(day.tax);
  await desk.field("tax.rate").fill(day.rate);
  await desk.submit("common.create");
  await page.getByRole("button", { name: t("tax.actionsOf", { name: day.tax }) }).click();
  await page.getByRole("menuitem", { name: t("tax.makeDefault") }).click();
  await page.getByRole("row", { name: day.tax }).getByText(t("tax.default")).waitFor();

  await desk.step("PRODUCT");
  await desk.button("products.create").click();
  await desk.field("products.name").fill(day.product);
  await desk.field("products.price").fill("6.00");
  await desk.field("products.cost").fill("2.50");
  await desk.field("products.barcodes").fill(day.barcode);
  await desk.submit("common.create");
  await page.getByRole("heading", { name: day.product }).waitFor();

  await desk.step("STOCK");
  await page.getByLabel(t("opening.quantityOf", { name: day.product })).fill("10");
  await page.getByRole("button", { name: t("opening.save", { count: 1 }) }).click();
  await page.getByText(t("opening.saved", { count: 1 })).waitFor();

  await desk.step("STAFF");
  for (const [index, name] of day.cashiers.entries()) {
    await desk.button("staff.create").click();
    await desk.field("staff.name").fill(name);
    await desk.field("staff.operatorNumber").fill(String(101 + index));
    await desk.field("staff.pin").fill(PINS[index] ?? "");
    await desk.submit("staff.create");
    await page.getByText(name, { exact: true }).first().waitFor();
  }
}

/** The dialog has the address in words and notices the pairing (dashboard bug 11). */
async function pair(desk: Desk, counter: Page, day: Day): Promise<void> {
  const { page, t, url } = desk;
  await desk.step("TERMINAL");
  await desk.button("terminals.create").click();
  await desk.field("terminals.name").fill(day.register);
  await desk.field("terminals.code").fill("R1");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("common.create"), exact: true })
    .click();
  const dialog = page.getByRole("dialog");
  const code = await dialog.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).innerText();
  await dialog.getByText(`${url}/terminal`, { exact: true }).waitFor();
  expect(await dialog.getByRole("link").getAttribute("href")).toBe(`/terminal#${code}`);
  await visit(counter, `${url}/terminal#${code}`);
  await dialog.getByText(t("terminals.pairedTitle", { name: day.register })).waitFor();
  await dialog
    .getByRole("button", { name: t("common.close") })
    .last()
    .click();
}

interface Selling {
  readonly number: string;
  readonly pin: string;
  readonly barcode: string;
  readonly product: string;
}

/** Signs in, scans the article and takes exact cash. */
async function sell(counter: Page, t: Translate, { number, pin, barcode, product }: Selling): Promise<void> {
  await counter.getByRole("heading").first().waitFor();
  for (const keys of [number, pin]) {
    await counter.keyboard.type(keys);
    await counter.getByTestId("digits").waitFor();
    await counter.keyboard.press("Enter");
  }
  await counter.getByRole("textbox", { name: t("terminal.goods.search") }).waitFor();
  await scan(counter, barcode);
  await counter.getByText(product).first().waitFor();
  await counter.keyboard.press("F9");
  const tendered = counter.getByRole("textbox", { name: t("terminal.pay.tendered") });
  await tendered.fill("6");
  await tendered.press("Enter");
  expect(await outcome(counter)).toBe("recorded");
}

async function signOut(counter: Page, t: Translate, name: string): Promise<void> {
  await counter
    .getByRole("button", { name: new RegExp(`${name}|101`) })
    .first()
    .click();
  await counter.getByRole("menuitem", { name: t("terminal.signIn.other") }).click();
}

async function watched(context: BrowserContext, problems: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => void (message.type() === "error" && problems.push(message.text())));
  page.on("pageerror", (error) => problems.push(String(error)));
  return page;
}
