import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import type { Translate } from "@pos/messages/translate.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, outcome, scan, signInOwner } from "../terminal/page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "../terminal/system.ts";
import { visit } from "../web/support.ts";

/** The whole path, as people walk it: a product is made, sold, seen, refunded and reported, in both languages. */
describe.skipIf(!chromiumIsThere())("the whole path", () => {
  let system: System;
  let browser: Browser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await verifyIsClean(system);
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  }, 60_000);

  const LANGUAGES = [
    {
      language: "en",
      locale: "en-GB",
      name: "Paper lantern",
      barcode: "4006381333931",
      code: "E1",
    },
    {
      language: "zh",
      locale: "zh-CN",
      name: "纸灯笼",
      barcode: "6901234567892",
      code: "Z1",
    },
  ] as const;

  test.each(LANGUAGES)(
    "from a new product to the mailed report ($language)",
    async ({ language, locale, name, barcode, code }) => {
      const t = createTranslate<Messages>(CATALOGUE[language], locale);
      const problems: string[] = [];
      const watched = async (context: BrowserContext): Promise<Page> => {
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        page.on("console", (message) => void (message.type() === "error" && problems.push(message.text())));
        page.on("pageerror", (error) => problems.push(String(error)));
        return page;
      };
      const { url, credentials } = system;
      const desk = await watched(await browser.newContext({ locale, viewport: { width: 1440, height: 900 } }));
      const button = (label: string | RegExp) =>
        desk.getByRole("button", { name: label, exact: typeof label === "string" });
      const dialog = () => desk.getByRole("dialog");
      const field = (label: string | RegExp) => dialog().getByLabel(label);
      const inDialog = (label: string | RegExp) =>
        dialog().getByRole("button", { name: label, exact: typeof label === "string" });

      await visit(desk, `${url}/sign-in`);
      await desk.getByLabel(t("signIn.email")).fill(credentials.owner.email);
      await desk.locator('input[name="password"]').fill(credentials.owner.password);
      await button(t("signIn.action")).click();
      await desk.waitForURL(`${url}/`);

      await visit(desk, `${url}/products`);
      await button(t("products.create")).click();
      await field(t("products.name")).first().fill(name);
      await dialog().getByRole("textbox", { name: "SKU" }).fill(`LANTERN-${code}`);
      await dialog()
        .getByRole("textbox", { name: t("products.price") })
        .fill("4.50");
      await field(t("products.barcodes")).fill(barcode);
      await inDialog(t("common.create")).click();
      await desk.getByRole("heading", { name }).waitFor();
      const owner = await signInOwner(url, credentials);
      const { data } = await ask(
        url,
        owner,
        "query ($barcode: String!) { variant(by: { barcode: $barcode }) { id } }",
        { barcode },
      );
      const variantId = present(data.variant?.id, "the new variant") as string;
      await visit(desk, `${url}/stock/${variantId}`);
      await button(t("stock.adjust")).click();
      await dialog().getByText(t("stock.way.counted"), { exact: true }).click();
      await field(t("stock.countedQuantity")).fill("10");
      await field(t("stock.note")).fill("first count");
      await inDialog(t("stock.adjust")).click();
      await desk.getByRole("cell", { name: "10", exact: true }).waitFor();

      await visit(desk, `${url}/customers`);
      await button(t("customers.create")).first().click();
      await field(t("customers.name")).fill(`Ada ${code}`);
      await inDialog(t("common.save")).click();
      await desk.getByRole("heading", { name: `Ada ${code}` }).waitFor();
      const customerUrl = desk.url();
      await visit(desk, `${url}/terminals`);
      await button(t("terminals.create")).click();
      await field(t("terminals.name")).fill(`Counter ${code}`);
      await field(t("terminals.code")).fill(code);
      await inDialog(t("common.create")).click();
      const shown = await dialog()
        .getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
        .innerText();

      const counter = await watched(await browser.newContext({ locale, viewport: { width: 1280, height: 800 } }));
      await visit(counter, `${url}/terminal?code=${shown}`);
      await counter.getByRole("heading", { name: t("terminal.signIn.title") }).waitFor();
      for (const keys of [credentials.operator.number, credentials.operator.pin]) {
        await counter.keyboard.type(keys);
        await counter.getByTestId("digits").waitFor();
        await counter.keyboard.press("Enter");
      }
      await counter.getByRole("textbox", { name: t("terminal.goods.search") }).waitFor();

      await visit(desk, `${url}/`);
      await desk.getByText(t("connection.live"), { exact: true }).waitFor();
      const tile = desk
        .locator("p")
        .filter({ hasText: new RegExp(`^${t("reports.saleCount")}$`) })
        .locator("xpath=following-sibling::p")
        .first();
      const before = Number(await tile.innerText());
      await scan(counter, barcode);
      await counter.getByText(name).first().waitFor();
      await counter
        .getByRole("button", { name: t("terminal.customer.title") })
        .first()
        .click();
      await counter.getByRole("textbox", { name: t("terminal.customer.search") }).fill(`Ada ${code}`);
      await counter.getByRole("dialog").getByText(`Ada ${code}`).click();
      await counter.keyboard.press("F9");
      const handed = counter.getByRole("textbox", { name: t("terminal.pay.tendered") });
      await handed.fill("10");
      await handed.press("Enter");
      expect(await outcome(counter)).toBe("recorded");
      const recordedAt = performance.now();
      await expect.poll(async () => Number(await tile.innerText()), { timeout: 20_000, interval: 20 }).toBe(before + 1);
      const seenAfter = performance.now() - recordedAt;
      console.log(
        `path (${language}): the start page showed the sale ${seenAfter.toFixed(0)} ms after the terminal said recorded`,
      );
      expect(seenAfter).toBeLessThan(1_000);
      expect(await counter.getByTestId("change").textContent()).toMatch(/5\.50/);

      await visit(desk, `${url}/stock/${variantId}`);
      await desk.getByRole("cell", { name: "9", exact: true }).waitFor();
      await visit(desk, customerUrl);
      await desk.getByText(`${code}-1`).first().click();
      await button(t("refund.action")).click();
      await button(t("refund.all")).click();
      await chooseOther(desk, t);
      await field(t("refund.reason")).fill("does not fit");
      await inDialog(new RegExp(t("refund.submit", { amount: "" }).trim()))
        .last()
        .click();
      await desk.getByText(t("refund.nothingLeft")).waitFor();
      await visit(desk, `${url}/stock/${variantId}`);
      await desk.getByRole("cell", { name: "10", exact: true }).first().waitFor();

      const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" }).format(new Date());
      const query =
        "query ($id: ID!, $day: Date!) { salesSummary(locationId: $id, from: $day, to: $day) { saleCount refundCount netSales { amount } } }";
      const { salesSummary } = (await ask(url, owner, query, { id: credentials.locationId, day: today })).data;
      await visit(desk, `${url}/reports?day=${today}`);
      await button(t("reports.sendNow")).click();
      await field(t("reports.recipientsField")).fill(`${language}@shop.example`);
      await desk.keyboard.press("Enter");
      await inDialog(t("reports.send")).click();
      await desk.getByText(t("reports.sending")).waitFor();
      const mail = await watched(desk.context());
      await expect
        .poll(
          async () => {
            await mail.goto(`${url}/mail`);
            return mail.getByText(`${language}@shop.example`).count();
          },
          { timeout: 20_000, interval: 300 },
        )
        .toBeGreaterThan(0);
      await mail
        .getByRole("link")
        .filter({ hasText: `${language}@shop.example` })
        .first()
        .click();
      const body = mail.frameLocator("iframe").first().locator("body");
      const text = await body.innerText();
      expect(text).toContain(
        `£${(salesSummary.netSales.amount / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 })}`,
      );
      expect(text).toContain(String(salesSummary.saleCount));
      expect((await body.locator(".bar").first().boundingBox())?.width).toBeGreaterThan(100);

      expect(problems).toEqual([]);
      for (const page of [desk, counter]) await page.context().close();
    },
    180_000,
  );
});

/** What was paid in cash does not go back in cash at a desk. */
async function chooseOther(desk: Page, t: Translate): Promise<void> {
  const way = desk.getByRole("dialog").getByRole("combobox", { name: t("refund.back") });
  await way.click();
  await desk.getByRole("option", { name: t("method.OTHER") }).click();
}
