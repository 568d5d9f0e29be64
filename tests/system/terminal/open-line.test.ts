import { rmSync } from "node:fs";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn as signInAtDesk, visit } from "../web/support.ts";
import { addBySearch, ask, nextSale, outcome, pair, payCash, signIn, signInOwner, someGoods } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

/** A merchant that takes vouchers, asks for tips and why a price was changed, and hands out cash. */
async function setWaysToPay({ url, credentials }: System): Promise<void> {
  const owner = await signInOwner(url, credentials);
  const { data } = await ask(url, owner, "{ me { merchant { version } } }");
  const { version } = data.me.merchant;
  const fields = { tipPercents: ["5", "10"], cashBackMax: 2_000, overrideNeedsReason: true, version };
  const update = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }";
  const create =
    "mutation ($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { userErrors { code } } }";
  const input = { id: `pym_${"0".repeat(26)}`, name: "Meal voucher", chineseName: "餐券", asksReference: true };
  expect((await ask(url, owner, update, { input: fields })).data.updateMerchant.userErrors).toEqual([]);
  expect((await ask(url, owner, create, { input })).data.createPaymentMethod.userErrors).toEqual([]);
}

/** A category in which goods are sold by amount, without tax. */
async function makeDepartment({ url, credentials }: System): Promise<string> {
  const owner = await signInOwner(url, credentials);
  const codes = (await ask(url, owner, "{ taxCodes { id name } }")).data.taxCodes;
  const { id: departmentTaxCodeId } = codes.find(({ name }: { readonly name: string }) => name.startsWith("Zero"));
  const create = "mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { userErrors { code } } }";
  const input = { id: `cat_${"0".repeat(26)}`, name: "Cut flowers", departmentTaxCodeId };
  expect((await ask(url, owner, create, { input })).data.createCategory.userErrors).toEqual([]);
  return input.id;
}

describe.skipIf(!chromiumIsThere())("terminal: open lines, and ways to pay", () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let department: string;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    await setWaysToPay(system);
    department = await makeDepartment(system);
    page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  test("an open line: is sold at the tax code that the cashier chooses and the price that the page shows", async () => {
    await page.keyboard.press("F8");
    const dialog = page.getByRole("dialog", { name: "Custom item" });
    await dialog.getByRole("textbox", { name: "Description" }).fill("Gift wrapping");
    const price = dialog.getByRole("textbox", { name: "Unit price" });
    await price.fill("1.999");
    await dialog.getByText("At most 2 decimal places").waitFor();
    await price.fill("1,299.50");
    await dialog.getByText("= £1,299.50").waitFor();
    await dialog.locator('input[aria-haspopup="listbox"]').click();
    await page.getByRole("option", { name: "Zero (0%)" }).click();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Gift wrapping", { exact: true }).waitFor();
    await payCash(page, "1,300");
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("change").textContent()).toBe("£0.50");
    expect(await page.getByTestId("receipt").textContent()).toContain("Gift wrapping£1,299.50");
    const owner = await signInOwner(system.url, system.credentials);
    const query = "{ sales(first: 1) { nodes { total { amount } taxTotal { amount } lines { description sku } } } }";
    await expect
      .poll(async () => (await ask(system.url, owner, query)).data.sales.nodes[0], { timeout: 20_000 })
      .toEqual({
        ...{ total: { amount: 129_950 }, taxTotal: { amount: 0 } },
        lines: [{ description: "Gift wrapping", sku: null }],
      });
  });

  test("a department: an amount and a tap sell in it, without a connection too, and its category counts them", async () => {
    await nextSale(page);
    const owner = await signInOwner(system.url, system.credentials);
    const dialog = page.getByRole("dialog", { name: "Custom item" });
    const key = dialog.getByRole("button", { name: "Cut flowers" });
    const sell = async (amount: string) => {
      await page.keyboard.press("F8");
      await dialog.getByRole("textbox", { name: "Unit price" }).waitFor();
      expect(await key.isDisabled()).toBe(true);
      // The field has the focus.
      await page.keyboard.type(amount);
      await key.click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText("Cut flowers", { exact: true }).waitFor();
      await payCash(page, amount);
    };
    await sell("7.50");
    expect(await outcome(page)).toBe("recorded");
    await nextSale(page);
    await page.context().setOffline(true);
    await sell("4.25");
    expect(await outcome(page)).toBe("waiting");
    await page.context().setOffline(false);
    const query = `{ sales(first: 2) { nodes { total { amount } taxTotal { amount } exceptions { code }
      lines { description categoryId sku } } } }`;
    const sold = (amount: number) => ({
      ...{ total: { amount }, taxTotal: { amount: 0 }, exceptions: [] },
      lines: [{ description: "Cut flowers", categoryId: department, sku: null }],
    });
    await expect
      .poll(async () => (await ask(system.url, owner, query)).data.sales.nodes, { timeout: 30_000 })
      .toEqual([sold(425), sold(750)]);
  });

  test("ways to pay: a tip, a part by voucher with its reference, the rest by card with cash back, on one screen", async () => {
    await nextSale(page);
    await page.keyboard.press("F8");
    const dialog = page.getByRole("dialog", { name: "Custom item" });
    await dialog.getByRole("textbox", { name: "Description" }).fill("Dinner");
    await dialog.getByRole("textbox", { name: "Unit price" }).fill("45");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await page.getByText("Dinner", { exact: true }).waitFor();
    await page.keyboard.press("F9");
    await page.getByRole("button", { name: "10% · £4.50" }).click();
    await page.getByTestId("due").getByText("£49.50").waitFor();
    await page.getByRole("radio", { name: "Meal voucher" }).click();
    await page.getByRole("textbox", { name: "Amount", exact: true }).fill("20");
    const add = page.getByRole("button", { name: "Add payment" });
    expect(await add.isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "Reference" }).fill("V-17");
    await add.click();
    await page.getByTestId("due").getByText("£29.50").waitFor();
    await page.keyboard.press("F3");
    await page.getByRole("textbox", { name: "Cash back" }).fill("10");
    await page.getByRole("button", { name: "Complete sale" }).click();
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("change").textContent()).toBe("£10.00");
    const receipt = await page.getByTestId("receipt").textContent();
    for (const row of ["Tip£4.50", "Meal voucher£20.00", "Ref. V-17", "Card£39.50", "Cash back£10.00"])
      expect(receipt).toContain(row);
    const owner = await signInOwner(system.url, system.credentials);
    const query = `{ sales(first: 1) { nodes { tip { amount } total { amount } payments {
      method methodName reference amount { amount } cashBack { amount } } } } }`;
    await expect
      .poll(async () => (await ask(system.url, owner, query)).data.sales.nodes[0], { timeout: 20_000 })
      .toEqual({
        ...{ tip: { amount: 450 }, total: { amount: 4_500 } },
        payments: [
          { method: "OTHER", methodName: "Meal voucher", reference: "V-17", amount: { amount: 2_000 }, cashBack: null },
          { method: "CARD", methodName: null, reference: null, amount: { amount: 2_950 }, cashBack: { amount: 1_000 } },
        ],
      });
  });

  test("another price: asks why, and the sale's page shows the reason", async () => {
    await nextSale(page);
    const owner = await signInOwner(system.url, system.credentials);
    const [goods] = await someGoods(system.url, owner);
    await addBySearch(page, goods?.sku ?? "");
    await page.keyboard.press("F2");
    const apply = page.getByRole("button", { name: "Apply", exact: true });
    const price = ((goods?.price ?? 0) + 7) / 100;
    await page.getByRole("textbox", { name: "Unit price" }).fill(price.toFixed(2));
    const reason = page.getByRole("combobox", { name: "Reason for the price change" });
    await reason.waitFor();
    await expect.poll(() => apply.isDisabled()).toBe(true);
    await reason.fill("Scratched box");
    await apply.click();
    await page.getByText("Price changed").waitFor();
    await payCash(page, "1,000");
    expect(await outcome(page)).toBe("recorded");
    const query = "{ sales(first: 1) { nodes { id lines { priceReason } } } }";
    const newest = async () => (await ask(system.url, owner, query)).data.sales.nodes[0];
    await expect.poll(async () => (await newest()).lines).toEqual([{ priceReason: "Scratched box" }]);
    const desk = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    await signInAtDesk(desk, system);
    await visit(desk, `${system.url}/sales/${(await newest()).id}`);
    await desk.getByText(/: Scratched box$/).waitFor();
    await desk.close();
  });

  test("a customer pays what is owed by voucher: at the terminal, with its name on paper, and at the desk", async () => {
    const owner = await signInOwner(system.url, system.credentials);
    const id = `cus_${"0".repeat(26)}`;
    const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
    const { createCustomer } = (await ask(system.url, owner, create, { input: { id, name: "Canteen Ltd" } })).data;
    expect(createCustomer.userErrors).toEqual([]);
    await nextSale(page);
    await page.getByRole("button", { name: /^Operator/ }).click();
    await page.getByRole("menuitem", { name: "Take a customer's payment" }).click();
    const dialog = page.getByRole("dialog", { name: "Customer payment" });
    await dialog.getByRole("textbox").first().fill("Canteen");
    await dialog.getByRole("button", { name: "Canteen Ltd" }).click();
    await dialog.getByRole("textbox", { name: "Amount" }).fill("12");
    await dialog.getByRole("radio", { name: "Meal voucher" }).click();
    await dialog.getByRole("button", { name: "Take payment" }).click();
    await dialog.getByRole("button", { name: "Print receipt" }).waitFor();
    const desk = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    await signInAtDesk(desk, system);
    await visit(desk, `${system.url}/customers/${id}`);
    await desk.getByRole("button", { name: "Record payment" }).click();
    const form = desk.getByRole("dialog", { name: "Record a payment" });
    await form.getByRole("textbox", { name: "Amount" }).fill("3");
    await form.getByRole("combobox", { name: "Paid by" }).click();
    await desk.getByRole("option", { name: "Meal voucher" }).click();
    await form.getByRole("button", { name: "Record payment" }).click();
    await form.waitFor({ state: "detached" });
    await desk.close();
    const day = systemClock.now().slice(0, "2026-01-01".length);
    const report = `query ($at: ID!, $day: Date!) { dailyReport(locationId: $at, day: $day) {
      customerPayments { method methodName paid { amount } } } }`;
    const variables = { at: system.credentials.locationId, day };
    const paid = async () => (await ask(system.url, owner, report, variables)).data.dailyReport.customerPayments;
    await expect.poll(paid).toEqual([{ method: "OTHER", methodName: "Meal voucher", paid: { amount: 1_500 } }]);
  });
});
