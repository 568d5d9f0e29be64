import { CATALOGUE, type MessageKey } from "@pos/messages/catalogue.ts";
import { encode } from "fast-png";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "./hindrances.ts";
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

/** What is true of every form: errors at their fields, and no input lost by leaving or by a conflict. */
let system: System;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const PICTURE = Buffer.from(encode({ width: 64, height: 32, channels: 1, data: new Uint8Array(2048).fill(80) }));

const VIEWS: readonly View[] = [
  { language: "en", scheme: "light", width: 1440 },
  { language: "zh", scheme: "dark", width: 390 },
];

describe.skipIf(!browserIsThere()).each(VIEWS)("forms: $language, $scheme, $width wide", (view) => {
  let page: Page;
  const problems: string[] = [];
  const t = (key: MessageKey) => CATALOGUE[view.language][key];
  const button = (key: MessageKey) => page.getByRole("button", { name: t(key), exact: true });
  const inDialog = (key: MessageKey) => page.getByRole("dialog").getByRole("button", { name: t(key), exact: true });
  const input = (key: MessageKey) => page.getByRole("main").getByRole("textbox", { name: t(key), exact: true });
  const field = (key: MessageKey) => page.getByRole("dialog").getByRole("textbox", { name: t(key), exact: true });
  const question = () => page.getByRole("dialog", { name: t("common.discardTitle") });
  const path = () => new URL(page.url()).pathname;
  const focused = (locator: ReturnType<typeof input>) =>
    expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);

  beforeAll(async () => {
    page = await (await openContext(browser, view)).newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
    await signIn(page, system);
  });
  afterAll(async () => {
    await page?.context().close();
    expect(problems).toEqual([]);
  });

  async function open(at: string): Promise<void> {
    await visit(page, system.url + at);
    await settle(page);
  }
  async function answer(key: "common.keep" | "common.discard"): Promise<void> {
    await question()
      .getByRole("button", { name: t(key) })
      .click();
    await question().waitFor({ state: "detached" });
  }
  /** As another user would at the same time. */
  function asAnother(query: string, variables: object): Promise<unknown> {
    return page.evaluate(async (body) => {
      const headers = { "content-type": "application/json", "x-session": "cookie" };
      const response = await fetch("/graphql", { method: "POST", headers, body });
      return (await response.json()).data;
    }, JSON.stringify({ query, variables }));
  }

  test("create: shows what is missing at its field, in the page's language, when Save is pressed", async () => {
    await open("/terminals");
    await button("terminals.create").first().click();
    await inDialog("common.create").click();
    await page.getByRole("dialog").getByText(t("common.required")).first().waitFor();
    await focused(field("terminals.name"));
    expect(await field("terminals.code").getAttribute("aria-invalid")).toBe("true");
    expect(await hindrances(page)).toEqual([]);
    await field("terminals.name").fill("Door");
    expect(await field("terminals.name").getAttribute("aria-invalid")).not.toBe("true");
  });

  test("create: shows the server's refusal at the field of its path and gives it the focus", async () => {
    const { terminals } = (await asAnother("{ terminals { code } }", {})) as { terminals: [{ code: string }] };
    await field("terminals.code").fill(terminals[0].code);
    await inDialog("common.create").click();
    await page.getByRole("dialog").getByText(t("refusal.CODE_TAKEN")).waitFor();
    await focused(field("terminals.code"));
    expect(await page.getByRole("dialog").getByRole("alert").count()).toBe(0);
  });

  test("Escape: asks when a dialog was filled, and keeps or discards as answered", async () => {
    await page.keyboard.press("Escape");
    await answer("common.keep");
    expect(await field("terminals.name").inputValue()).toBe("Door");
    await page.keyboard.press("Escape");
    await answer("common.discard");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await button("terminals.create").first().click();
    await field("terminals.name").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("a form on a page: gives the first wrong field the focus, and no other form shows errors", async () => {
    await open("/account");
    await button("account.changePassword").click();
    const password = page.getByRole("form", { name: t("account.password") });
    await focused(password.getByLabel(t("account.currentPassword"), { exact: true }));
    expect(await password.getByText(t("common.required")).count()).toBe(2);
    expect(await page.getByText(t("common.required")).count()).toBe(2);
    expect(await hindrances(page)).toEqual([]);
  });

  test("a link: asks when a page's form was filled, and is followed when it is discarded", async () => {
    await open("/account");
    await input("account.name").fill("Somebody else");
    const home = page.locator('a[href="/"]:visible').first();
    await home.click();
    await answer("common.keep");
    expect([path(), await input("account.name").inputValue()]).toEqual(["/account", "Somebody else"]);
    await home.click();
    await answer("common.discard");
    await page.waitForURL(`${system.url}/`);
  });

  test("Back: asks when a page's form was filled, and goes back when it is discarded (dashboard bug 15)", async () => {
    await open("/categories");
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href^="/products?category"]')?.click());
    await page.waitForURL(/\/products\?category=/);
    await button("products.create").first().click();
    await field("products.name").fill("Half typed");
    await page.evaluate(() => history.back());
    await answer("common.keep");
    expect([path(), await field("products.name").inputValue()]).toEqual(["/products", "Half typed"]);
    await page.evaluate(() => history.back());
    await answer("common.discard");
    await page.waitForURL(`${system.url}/categories`);
  });

  test("closing the tab: asks when a page's form was filled", async () => {
    await open("/settings");
    await input("business.phone").fill("020 7946 0000");
    await button("common.save").waitFor();
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect(await input("business.phone").inputValue()).toBe("020 7946 0000");
    await button("common.discard").click();
    await button("common.save").waitFor({ state: "detached" });
  });

  test("create: shows a refusal at the row of the list that its path names, and gives it the focus", async () => {
    const { products } = (await asAnother("{ products(first: 1) { nodes { variants { sku } } } }", {})) as {
      products: { nodes: [{ variants: [{ sku: string }] }] };
    };
    await open("/products");
    await button("products.create").first().click();
    const dialog = page.getByRole("dialog");
    await field("products.name").fill(`Apron ${view.language}`);
    await dialog.getByRole("switch", { name: t("products.hasOptions") }).click();
    await inDialog("common.create").click();
    const values = dialog.getByLabel(t("products.optionValues").replace("{name}", "1"));
    await expect.poll(() => values.getAttribute("aria-invalid")).toBe("true");
    for (const size of ["S", "M", "L"]) {
      await values.fill(size);
      await values.press("Enter");
    }
    await field("products.price").fill("20");
    await dialog.getByLabel("SKU: M").fill(products.nodes[0].variants[0].sku);
    await inDialog("common.create").click();
    await dialog.getByText(t("refusal.SKU_TAKEN")).waitFor();
    await focused(dialog.getByLabel("SKU: M"));
    expect(await dialog.getByLabel("SKU: S").getAttribute("aria-invalid")).not.toBe("true");
    expect(await hindrances(page)).toEqual([]);
    // What was typed in another row leaves the error where it is.
    await dialog.getByLabel("SKU: S").fill(`APRON-${view.language}-SMALL`);
    expect(await dialog.getByLabel("SKU: M").getAttribute("aria-invalid")).toBe("true");
    await dialog.getByLabel("SKU: M").fill(`APRON-${view.language}-M`);
    await inDialog("common.create").click();
    await page.waitForURL(/\/products\/prd_/);
  });

  test("send: one press sends to an address that was typed and not ended with Enter (dashboard bug 16)", async () => {
    await open("/reports");
    await button("reports.sendNow").click();
    const recipients = page.getByRole("dialog").getByLabel(t("reports.recipientsField"));
    await recipients.click();
    await page.keyboard.type(`first.${view.language}@example.com,second@example.com，third@example.com`);
    await inDialog("reports.send").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await open("/reports?view=sent");
    for (const name of [`first.${view.language}`, "second", "third"])
      await page
        .getByText(new RegExp(`${name}@example\\.com`))
        .first()
        .waitFor();
  });

  test("create: one press counts a value that was typed and not ended with Enter, which moves the button", async () => {
    await open("/products");
    await button("products.create").first().click();
    const dialog = page.getByRole("dialog");
    await field("products.name").fill(`Scarf ${view.language}`);
    await dialog.getByRole("switch", { name: t("products.hasOptions") }).click();
    await field("products.price").fill("12");
    await dialog.getByLabel(t("products.optionValues").replace("{name}", "1")).click();
    await page.keyboard.type("Long");
    await inDialog("common.create").click();
    await page.waitForURL(/\/products\/prd_/);
    await page.getByText("Long", { exact: true }).first().waitFor();
  });

  test("filters: one press counts beside a day that is none, which moves the button", async () => {
    await open("/sales");
    if (view.width < 600) await page.locator("main button[aria-expanded=false][aria-controls]").click();
    await input("sales.from").click();
    await page.keyboard.type("32");
    await button("sales.today").click();
    await page.waitForURL(/from=/);
  });

  test("save: keeps what was typed and shows the other's change when the record changed meanwhile", async () => {
    await open("/settings");
    const phone = `${view.language} 7946`;
    await input("business.taxNumber").fill(`GB ${view.language}`);
    const { me } = (await asAnother("{ me { merchant { version } } }", {})) as {
      me: { merchant: { version: number } };
    };
    await asAnother(
      "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }",
      {
        input: { version: me.merchant.version, phone },
      },
    );
    await button("common.save").click();
    await page.getByText(t("refusal.VERSION_CONFLICT")).waitFor();
    await expect.poll(() => input("business.phone").inputValue()).toBe(phone);
    expect(await input("business.taxNumber").inputValue()).toBe(`GB ${view.language}`);
    expect(await hindrances(page)).toEqual([]);
    await button("common.save").click();
    await page.getByText(t("common.saved")).waitFor();
    await button("common.save").waitFor({ state: "detached" });
  });

  test("payment methods: one is added, ended and taken again", async () => {
    await open("/settings");
    const name = `Voucher ${view.language}`;
    const named = (key: "methods.endOf" | "methods.resumeOf") =>
      page.getByRole("button", { name: t(key).replace("{name}", name) });
    await button("methods.create").click();
    await field("methods.name").fill(name);
    await inDialog("common.save").click();
    await named("methods.endOf").click();
    await named("methods.resumeOf").click();
    await named("methods.endOf").waitFor();
    await page.getByText(name, { exact: true }).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  test("location: has a logo of its own, which its dialog shows again, until it is removed", async () => {
    const logo = () => page.getByRole("dialog").getByRole("img", { name: t("business.logo") });
    const edit = async () => {
      await open("/locations");
      await page.getByRole("main").getByRole("button", { name: "Main Street" }).click();
      await field("locations.name").waitFor();
    };
    const save = async () => {
      await inDialog("common.save").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    await edit();
    await button("business.logoChoose").waitFor();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: PICTURE });
    await logo().waitFor();
    await expect.poll(() => hindrances(page)).toEqual([]);
    await save();
    const stored = "{ locations { ownReceipt { logo } } }";
    const all = (await asAnother(stored, {})) as { locations: { ownReceipt: { logo: string | null } }[] };
    expect(
      all.locations.filter(({ ownReceipt }) => ownReceipt.logo?.startsWith("data:image/png;base64,")),
    ).toHaveLength(1);
    await edit();
    await logo().waitFor();
    await button("business.logoRemove").click();
    await save();
    await edit();
    await button("business.logoChoose").waitFor();
    expect(await asAnother(stored, {})).toEqual({
      locations: all.locations.map(() => ({ ownReceipt: { logo: null } })),
    });
  });

  test("save: a dialog goes on with what is stored now when the record changed meanwhile", async () => {
    await open("/categories");
    await page
      .getByRole("button", { name: t("categories.rename") })
      .first()
      .click();
    const before = await field("categories.name").inputValue();
    const { categories } = (await asAnother("{ categories { id name version } }", {})) as {
      categories: { id: string; name: string; version: number }[];
    };
    const renamed = categories.find(({ name }) => name === before);
    await field("categories.name").fill(`${before} ${view.language}`);
    await asAnother(
      "mutation ($input: UpdateCategoryInput!) { updateCategory(input: $input) { userErrors { code } } }",
      {
        input: { categoryId: renamed?.id, version: renamed?.version, name: `${before} 2` },
      },
    );
    await inDialog("common.save").click();
    await page.getByRole("dialog").getByText(t("refusal.VERSION_CONFLICT")).waitFor();
    expect(await field("categories.name").inputValue()).toBe(`${before} ${view.language}`);
    await page.getByText(`${before} 2`, { exact: true }).first().waitFor({ state: "attached" });
    await inDialog("common.save").click();
    await page.getByText(`${before} ${view.language}`, { exact: true }).first().waitFor();
  });

  test("create: several taxes on one rate, a rate that begins on a day, and the rates of a country", async () => {
    const name = `New York ${view.language}`;
    const numbered = (key: MessageKey, number: number) =>
      page.getByRole("dialog").getByRole("textbox", { name: t(key).replace("{number}", String(number)), exact: true });
    await open("/tax");
    await button("tax.create").click();
    await field("tax.name").fill(name);
    await inDialog("tax.several").click();
    await numbered("tax.componentName", 1).fill("State");
    await numbered("tax.componentRate", 1).fill("4");
    await numbered("tax.componentName", 2).fill("City");
    await inDialog("common.create").click();
    await focused(numbered("tax.componentRate", 2));
    await numbered("tax.componentRate", 2).fill("4.5");
    expect(await hindrances(page)).toEqual([]);
    await inDialog("common.create").click();
    await page.getByText("State 4% + City 4.5%").first().waitFor();
    await page.getByRole("button", { name: t("tax.actionsOf").replace("{name}", name), exact: true }).click();
    await page.getByRole("menuitem", { name: t("tax.changeRate") }).click();
    await field("tax.from").fill("2098-07-01");
    await inDialog("tax.single").click();
    await field("tax.rate").fill("9");
    await inDialog("common.save").click();
    await page
      .getByText(/2098.*9%/)
      .first()
      .waitFor();
    await button("tax.regimes").click();
    await page.getByRole("radio", { name: t("taxRegime.GERMANY") }).check();
    expect(await hindrances(page)).toEqual([]);
    await inDialog("tax.adopt").click();
    await page.getByText(t("tax.adopted").replace("{name}", t("taxRegime.GERMANY"))).waitFor();
    await page.getByText("19%", { exact: true }).first().waitFor();
  });
});
