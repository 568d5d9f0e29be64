import { CATALOGUE, type MessageKey } from "@pos/messages/catalogue.ts";
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
  type View,
  visit,
} from "./support.ts";

/** An owner's work with the people of the shop, and everyone's with their own account, in both languages. */
let system: System;
let browser: Browser;
let shop: Shop;
let password: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
  password = system.credentials.owner.password;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const VIEWS: readonly View[] = [
  { language: "en", scheme: "light", width: 1440 },
  { language: "zh", scheme: "dark", width: 390 },
];

/** The text under a key, with the names that are put in. */
const textOf =
  (language: View["language"]) =>
  (key: MessageKey, values: { readonly [name: string]: string } = {}): string =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, value),
      CATALOGUE[language][key],
    );

async function openPage(view: View): Promise<{ page: Page; problems: string[] }> {
  const page = await (await openContext(browser, view)).newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  const { credentials } = system;
  await signIn(page, { ...system, credentials: { ...credentials, owner: { ...credentials.owner, password } } });
  return { page, problems };
}

describe.skipIf(!browserIsThere()).each(VIEWS)("staff: $language, $scheme, $width wide", (view) => {
  const t = textOf(view.language);
  const name = view.language === "zh" ? "陈美玲" : "Maya Chen";

  test("staff: an owner adds a cashier who signs in at the register, and resets the PIN (dashboard task 6)", async () => {
    const { page, problems } = await openPage(view);
    const button = (text: string) => page.getByRole("button", { name: text, exact: true });
    const inDialog = (text: string) => page.getByRole("dialog").getByRole("button", { name: text, exact: true });
    const field = (text: string) => page.getByRole("dialog").getByLabel(text, { exact: true });
    await visit(page, `${system.url}/staff`);
    await settle(page);
    await button(t("staff.create")).click();
    await page
      .getByRole("dialog")
      .getByRole("textbox", { name: t("staff.name"), exact: true })
      .fill(name);
    const number = await field(t("staff.operatorNumber")).inputValue();
    await field(t("staff.pin")).fill("12");
    await inDialog(t("staff.create")).click();
    await page.getByText(t("refusal.INVALID_PIN")).waitFor();
    expect(await field(t("staff.pin")).getAttribute("aria-invalid")).toBe("true");
    expect(await hindrances(page)).toEqual([]);
    await field(t("staff.pin")).fill("4826");
    await inDialog(t("staff.create")).click();
    await page.getByText(t("staff.created", { name })).waitFor();
    expect(await shop.opensTerminal(number, "4826")).toBe(true);
    await button(t("staff.moreOf", { name })).click();
    await page.getByRole("menuitem", { name: t("staff.resetPin") }).click();
    await field(t("staff.newPin")).fill("7093");
    await inDialog(t("staff.resetPin")).click();
    await page.getByText(t("staff.pinSet", { name })).waitFor();
    expect([await shop.opensTerminal(number, "4826"), await shop.opensTerminal(number, "7093")]).toEqual([false, true]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("staff: an owner changes a role, deactivates a person and takes it back", async () => {
    const { page, problems } = await openPage(view);
    const button = (text: string) => page.getByRole("button", { name: text, exact: true });
    const row = page.getByRole("row").filter({ hasText: name });
    await visit(page, `${system.url}/staff`);
    await settle(page);
    const number = /\d{4}/.exec(await row.innerText())?.[0] ?? "";
    await button(t("staff.editOf", { name })).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: t("staff.role") }).click();
    await page.getByRole("option", { name: t("role.MANAGER") }).click();
    await dialog.getByRole("button", { name: t("common.save") }).click();
    // A manager's PIN is longer than the cashier's that is stored.
    await page.getByText(t("refusal.INVALID_PIN")).waitFor();
    await dialog.getByLabel(t("staff.newPin"), { exact: true }).fill("482617");
    await dialog.getByRole("button", { name: t("common.save") }).click();
    await page.getByText(t("common.saved")).waitFor();
    await row.getByText(t("role.MANAGER")).waitFor();
    await button(t("staff.moreOf", { name })).click();
    await page.getByRole("menuitem", { name: t("staff.deactivate") }).click();
    await page.getByRole("dialog").getByText(t("staff.deactivateText")).waitFor();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("staff.deactivate") })
      .click();
    await row.waitFor({ state: "detached" });
    expect(await shop.opensTerminal(number, "482617")).toBe(false);
    await page.getByText(t("staff.inactive"), { exact: true }).click();
    await row.getByRole("button", { name: t("staff.reactivate") }).click();
    await page.getByText(t("staff.reactivated", { name })).waitFor();
    expect(await shop.opensTerminal(number, "482617")).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("account: the password is changed with the current one, and a wrong one shows at its field (dashboard task 21)", async () => {
    const { page, problems } = await openPage(view);
    await visit(page, `${system.url}/account`);
    await settle(page);
    const form = page.getByRole("form", { name: t("account.password") });
    const next = `${password} once more`;
    await form.getByLabel(t("account.currentPassword"), { exact: true }).fill("not this one");
    await form.getByLabel(t("account.newPassword"), { exact: true }).fill(next);
    await form.getByLabel(t("account.repeatPassword"), { exact: true }).fill(next);
    await form.getByRole("button", { name: t("account.changePassword") }).click();
    await form.getByText(t("refusal.WRONG_PASSWORD")).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await form.getByLabel(t("account.currentPassword"), { exact: true }).fill(password);
    await form.getByRole("button", { name: t("account.changePassword") }).click();
    await page.getByText(t("account.passwordChanged")).waitFor();
    password = next;
    await page
      .getByRole("main")
      .getByRole("button", { name: t("signOut.action") })
      .click();
    await page.waitForURL(/\/sign-in/);
    expect(problems).toEqual([]);
    await page.context().close();
    const again = await openPage(view);
    await again.page.context().close();
  });
});
