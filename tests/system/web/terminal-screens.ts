import { systemClock } from "@pos/functions/platform/clock.ts";
import { CATALOGUE, type MessageKey } from "@pos/messages/catalogue.ts";
import type { Language } from "@pos/messages/languages.ts";
import type { BrowserContext, Page } from "playwright-core";
import type { Shop } from "./shop.ts";
import type { System } from "./support.ts";

/** The button to the cart, where that is not beside the goods. */
const TO_CART = "[data-empty=false]:visible";

/** Every screen of the terminal, from the sign-in to the next sale, for what takes pictures of them. By keys: they are the same in both languages. */
export async function throughTheTerminal(
  context: BrowserContext,
  { system, shop, language }: { readonly system: System; readonly shop: Shop; readonly language: Language },
  take: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const activationCode = await newTerminal(system, shop);
  const { stockLevels } = await shop.asOwner(
    `{ stockLevels(locationId: "${system.credentials.locationId}", first: 3) { nodes { sku } } }`,
  );
  await page.goto(`${system.url}/terminal`);
  await page.locator("input").first().waitFor();
  await take("terminal-pair", page);
  await page.goto(`${system.url}/terminal?code=${activationCode}`);
  await page.getByTestId("digits").or(page.getByRole("list")).first().waitFor();
  await take("terminal-sign-in", page);
  await enter(page, system.credentials.operator);
  await page.locator("[data-sku], [data-product]").first().waitFor();
  await take("terminal-goods", page);
  for (const { sku } of stockLevels.nodes) await add(page, sku);
  const toCart = page.locator(TO_CART);
  // On a phone it is another side of the page.
  const isPhone = await toCart.isVisible();
  if (isPhone) await toCart.click();
  await page.locator("aside li").first().waitFor();
  await take("terminal-cart", page);
  await throughDialogs(page, take);
  await page.keyboard.press("F9");
  await page.getByTestId("due").waitFor();
  await take("terminal-pay", page);
  await page.keyboard.press("F3");
  await take("terminal-pay-card", page);
  await page.keyboard.press("F2");
  const field = page.locator("main input").first();
  await field.fill("100");
  await field.press("Enter");
  await page.getByTestId("outcome").waitFor();
  await take("terminal-done", page);
  while (await page.getByTestId("outcome").isVisible()) await page.keyboard.press("Enter");
  await page.keyboard.press("F7");
  await page.getByRole("dialog").waitFor();
  await page.getByRole("dialog").locator("[data-kind=sale]").first().click();
  await take("terminal-sale", page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await add(page, stockLevels.nodes[0].sku);
  if (isPhone) await toCart.click();
  await throughLayaway(page, language, take);
  await context.setOffline(true);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("[data-contact=lost]").waitFor();
  await take("terminal-offline", page);
  await context.setOffline(false);
  await page.keyboard.press("F10");
  await page.getByTestId("digits").waitFor();
  await take("terminal-locked", page);
}

/** What the keys open beside a cart. */
async function throughDialogs(page: Page, take: (name: string, page: Page) => Promise<void>): Promise<void> {
  const dialogs = {
    F1: "coupon",
    F2: "line",
    F3: "discount",
    F4: "customer",
    F6: "note",
    F7: "sales",
    F8: "open-line",
  };
  for (const [key, name] of Object.entries(dialogs)) {
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    await take(`terminal-${name}`, page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
}

/** A part of the cart's price is paid for a customer, and the layaway is found again. */
async function throughLayaway(
  page: Page,
  language: Language,
  take: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const words = CATALOGUE[language];
  const dialog = page.getByRole("dialog");
  const button = (label: MessageKey) => page.getByRole("button", { name: words[label], exact: true });
  await button("nav.more").click();
  await page.getByRole("menuitem", { name: words["layaway.action"] }).click();
  await dialog.getByRole("textbox", { name: words["terminal.customer.search"] }).waitFor();
  await take("terminal-layaway-customer", page);
  await dialog.getByRole("textbox", { name: words["terminal.customer.search"] }).fill("Ada Example");
  await dialog.getByRole("button", { name: "Ada Example" }).click();
  await dialog.getByRole("textbox", { name: words["layaway.amount"] }).fill("1");
  await take("terminal-layaway-deposit", page);
  await button("layaway.take").click();
  await button("terminal.account.print").waitFor();
  await take("terminal-layaway-taken", page);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page
    .getByRole("button")
    .filter({ has: page.getByTestId("parked-count") })
    .click();
  await dialog.getByText(words["layaway.list"], { exact: true }).click();
  await page.getByTestId("layaway").first().waitFor();
  await take("terminal-layaways", page);
  await page.getByTestId("layaway").first().getByRole("button").click();
  await button("layaway.back").waitFor();
  await take("terminal-layaway", page);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

async function newTerminal({ credentials }: System, { asOwner }: Shop): Promise<string> {
  const id = systemClock.newId("trm");
  // Codes are unique: the last symbols of the id are.
  const input = { id, code: id.slice(-6), name: `Counter ${id.slice(-3)}`, locationId: credentials.locationId };
  await asOwner("mutation ($input: CreateTerminalInput!) { createTerminal(input: $input) { userErrors { code } } }", {
    input,
  });
  const { issueActivationCode } = await asOwner(
    "mutation ($input: IssueActivationCodeInput!) { issueActivationCode(input: $input) { activationCode } }",
    { input: { terminalId: id } },
  );
  return issueActivationCode.activationCode;
}

async function enter(page: Page, { number, pin }: System["credentials"]["operator"]): Promise<void> {
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await page
    .getByText(new RegExp(`${number}|PIN|密码`))
    .first()
    .waitFor();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
}

async function add(page: Page, sku: string): Promise<void> {
  const search = page.locator("main form input").first();
  await search.fill(sku);
  await page.locator(`[data-sku="${sku}"]`).click();
  await search.fill("");
  await page.locator(`aside li:visible, ${TO_CART}`).first().waitFor();
}
