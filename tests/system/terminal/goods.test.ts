import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, type Goods, pair, scan, signIn, signInOwner, someGoods } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

/** Goods from the device's own catalogue: searched for, scanned and touched, with and without a network. */
describe.skipIf(!chromiumIsThere())("goods", () => {
  let system: System;
  let browser: Browser;
  let owner: string;
  let page: Page;
  let goods: Goods;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
    goods = present(
      (await someGoods(system.url, owner)).find(({ barcode }) => barcode !== undefined),
      "goods with a barcode",
    );
    await createMugs();
    page = await openPage("en-GB");
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
    await tiles().first().waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });
  /** An empty cart, nothing searched for. */
  beforeEach(async () => {
    await page.context().setOffline(false);
    await page.keyboard.press("Escape");
    for (let left = await lines().count(); left > 0; left--) {
      await page.keyboard.press("Delete");
      await expect.poll(() => lines().count()).toBe(left - 1);
    }
  });

  async function openPage(locale: string): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 } });
    const made = await context.newPage();
    made.setDefaultTimeout(20_000);
    return made;
  }

  const tiles = () => page.locator("[data-product]");
  const lines = () => page.locator("aside li:has(button)");
  const search = () => page.getByRole("textbox", { name: "Search or scan" });
  const tile = (name: string | RegExp) => tiles().filter({ hasText: name });

  async function change(field: string, type: string, input: object) {
    const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`;
    const { data, errors } = await ask(system.url, owner, mutation, { input });
    expect([errors, data?.[field].userErrors]).toEqual([undefined, []]);
  }
  const newVariant = (name: string, unitPrice: string, barcode?: string) => {
    const id = systemClock.newId("var");
    return { id, name, sku: id.slice(-10), unitPrice, barcodes: barcode === undefined ? [] : [barcode] };
  };
  const createProduct = (name: string, variants: object[]) =>
    change("createProduct", "CreateProductInput", { id: systemClock.newId("prd"), name, variants });
  const createMugs = () =>
    createProduct("Quartz mug", [newVariant("Blue", "3.50"), newVariant("Red", "4.50", "5012345678900")]);

  test("search: adds what is typed now when Enter comes before the screen has changed (terminal B1)", async () => {
    await search().fill("alarm");
    await tile("Alarm Clock").waitFor();
    // Without a pause between the text and Enter.
    await page.evaluate(`{
      const field = document.activeElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, "chilli");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.form.requestSubmit();
    }`);
    await lines().first().waitFor();
    expect(await lines().allInnerTexts()).toEqual([expect.stringContaining("Chilli Lights")]);
  });

  test("search: asks to choose and puts the focus on the first tile when Enter finds several (terminal B6)", async () => {
    await search().fill("doormat");
    await page.keyboard.press("Enter");
    await page.getByText("2 items found. Choose one.").waitFor();
    expect(await lines().count()).toBe(0);
    await expectFocusOn("Doormat Hearts");
    await page.keyboard.press("ArrowRight");
    await expectFocusOn("Doormat Red");
    await page.keyboard.press("Enter");
    await lines().first().waitFor();
    expect(await lines().allInnerTexts()).toEqual([expect.stringContaining("Doormat Red")]);
  });

  /** Slower than any scanner. */
  const byHand = (text: string) => page.keyboard.type(text, { delay: 130 });
  const expectFocusOn = (name: string) =>
    expect.poll(() => page.evaluate("document.activeElement.textContent")).toContain(name);

  test("keys: change the line that was just added by a search (terminal B13)", async () => {
    await byHand("chilli");
    await page.keyboard.press("Enter");
    await page.getByText(/^1 ×/).waitFor();
    await page.keyboard.press("+");
    await page.getByText(/^2 ×/).waitFor();
  });

  test("tiles: are all there by scrolling, and few of them in the page, when there are many", async () => {
    const variants = () => [newVariant("One", "1")];
    for (let from = 0; from < 200; from += 20)
      await Promise.all(Array.from({ length: 20 }, (_, index) => createProduct(`Zircon ${from + index}`, variants())));
    await search().fill("zircon");
    await expect.poll(() => shown("Zircon 0"), { timeout: 20_000 }).toBe(1);
    const bottom = "{ const grid = document.querySelector('[class*=tiles]'); grid.scrollTop = grid.scrollHeight; }";
    const atBottom = async () => {
      await page.evaluate(bottom);
      return shown("Zircon 199");
    };
    await expect.poll(atBottom, { timeout: 20_000 }).toBe(1);
    expect(await tiles().count()).toBeLessThan(100);
  });

  test("quantity: is typed before a scan, a tile or a search (12 *)", async () => {
    await byHand("12*");
    await scan(page, present(goods.barcode, "a barcode"));
    await page.getByText(/^12 ×/).waitFor();
    await byHand("3*chilli");
    await page.keyboard.press("Enter");
    await page.getByText(/^3 ×/).waitFor();
    await byHand("4*");
    await tile("Alarm Clock").click();
    await page.getByText(/^4 ×/).waitFor();
    // Without an item it is the quantity of the selected line.
    await byHand("25*");
    await page.keyboard.press("Enter");
    await page.getByText(/^25 ×/).waitFor();
  });

  test("weight: is read of a scale's label, also offline, and typed with its tare where an article is touched", async () => {
    const { data } = await ask(system.url, owner, "{ me { merchant { version } } }");
    const { version } = data.me.merchant;
    await change("updateMerchant", "UpdateMerchantInput", { version, scaleLayouts: ["21IIIIIWWDDDC"] });
    const gouda = { ...newVariant("Gouda", "3.99", "2100001000004"), unit: "KILOGRAM", tare: "0.012" };
    await createProduct("Gouda", [gouda]);
    await search().fill("gouda");
    await expect.poll(() => shown("Gouda"), { timeout: 20_000 }).toBe(1);
    await tile("Gouda").getByText("£3.99/kg").waitFor();
    await search().fill("");
    await page.context().setOffline(true);
    await scan(page, "2100001027506");
    await page.getByText("2.750 kg × £3.99/kg").waitFor();
    await page.context().setOffline(false);
    await search().fill("gouda");
    await tile("Gouda").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Kilograms (kg)" }).fill("0.5125");
    await dialog.getByTestId("weighed").getByText("0.000 kg").waitFor();
    await dialog.getByRole("textbox", { name: "Kilograms (kg)" }).fill("0.512");
    expect(await dialog.getByRole("textbox", { name: "Tare" }).inputValue()).toBe("0.012");
    await dialog.getByTestId("weighed").getByText("0.500 kg × £3.99/kg = £2.00").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("0.500 kg × £3.99/kg · Tare 0.012 kg").waitFor();
    await expect.poll(() => lines().count()).toBe(2);
    await expect.poll(() => page.getByTestId("total").textContent()).toContain("£12.97");
  });

  test("packs: a case is sold by its own code and at its own price beside single pieces, also offline", async () => {
    const cola = newVariant("Cola", "0.99", "40170725");
    const packs = [{ name: "Case", size: 24, barcode: "5000112637922", unitPrice: "15" }];
    await createProduct("Cola", [{ ...cola, packs }]);
    await search().fill("cola");
    await expect.poll(() => shown("Cola"), { timeout: 20_000 }).toBe(1);
    await search().fill("");
    await page.context().setOffline(true);
    await scan(page, "5000112637922");
    await page.getByText("1 Case (24) × £15.00").waitFor();
    await scan(page, "40170725");
    await page.getByText("1 × £0.99").waitFor();
    await scan(page, "5000112637922");
    await page.getByText("2 Case (24) × £15.00").waitFor();
    await expect.poll(() => lines().count()).toBe(2);
    await expect.poll(() => page.getByTestId("total").textContent()).toContain("£30.99");
    await scan(page, "]C101050001126379221720013110L7");
    await page.getByText("it expired on").waitFor();
    await expect.poll(() => page.getByTestId("total").textContent()).toContain("£45.99");
    await scan(page, "]C1010500011263792210L7\u001d17220228");
    await page.getByText("it expired on 28 Feb 2022").waitFor();
    await expect.poll(() => page.getByTestId("total").textContent()).toContain("£60.99");
    await page.context().setOffline(false);
  });

  test("packs: one without a barcode is chosen at its line, and pieces again", async () => {
    const packs = [{ name: "Crate", size: 20, unitPrice: "9" }];
    await createProduct("Tonic", [{ ...newVariant("Tonic", "0.60", "40170732"), packs }]);
    await search().fill("tonic");
    await expect.poll(() => shown("Tonic"), { timeout: 20_000 }).toBe(1);
    await search().fill("");
    await scan(page, "40170732");
    await page.getByText("1 × £0.60").waitFor();
    await page.keyboard.press("F2");
    const dialog = page.getByRole("dialog");
    const choice = (name: string) => dialog.getByRole("radio", { name, exact: true });
    await choice("Crate (20) · £9.00").click();
    await dialog.getByRole("textbox", { name: "Quantity" }).fill("2");
    await page.keyboard.press("Enter");
    await page.getByText("2 Crate (20) × £9.00").waitFor();
    await expect.poll(() => page.getByTestId("total").textContent()).toContain("£18.00");
    await page.keyboard.press("F2");
    expect(await choice("Crate (20) · £9.00").getAttribute("aria-checked")).toBe("true");
    await choice("Pieces · £0.60").click();
    await page.getByText("2 × £0.60").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  test("discount: a usual one of a line is applied at once, as the whole sale's is (day A6)", async () => {
    await tile("Alarm Clock").click();
    await lines().first().waitFor();
    await page.keyboard.press("F2");
    await page.getByRole("dialog").getByRole("button", { name: "10%", exact: true }).click();
    await page.getByText("Discount 10%", { exact: true }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  /** Where a person comes back to the page, it asks for what has changed. */
  async function shown(what: string): Promise<number> {
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    return tile(what).count();
  }

  test("scan: leaves the tiles on the screen when the code is unknown (terminal B11)", async () => {
    const before = await tiles().count();
    await scan(page, "9999999999994");
    await page.getByText("No item found for 9999999999994.").waitFor();
    expect(await tiles().count()).toBe(before);
    expect(await search().inputValue()).toBe("");
  });

  /** Keys one after the other, as the browser gets them, with so many milliseconds between. */
  const typed = (code: string, delay: number) => page.keyboard.type(`${code}\n`, { delay });

  test("scan: loses no key and joins no codes when it follows a tap or another scan at once (day A1, A2)", async () => {
    const code = present(goods.barcode, "a barcode");
    const asked: string[] = [];
    const listen = (request: Request) => {
      const search = JSON.parse(request.postData() ?? "{}").variables?.search;
      if (search !== undefined) asked.push(search);
    };
    page.on("request", listen);
    const unknown: string[] = [];
    const typeUnknown = (delay: number) => {
      unknown.push(`9000000000${unknown.length + 10}`);
      return typed(present(unknown.at(-1), "a code"), delay);
    };
    const itemCount = () => page.getByTestId("item-count").textContent();
    const situations = [
      () => tile("Alarm Clock").click(),
      () => page.locator("body").click({ position: { x: 2, y: 2 } }),
      () => search().click(),
      typeUnknown,
      async (delay: number) => {
        await typeUnknown(delay);
        await typeUnknown(delay);
      },
    ];
    for (let round = 0; round < 30; round++) {
      const delay = present([0, 5, 12][round % 3], "a delay");
      await present(situations[round % situations.length], "a situation")(delay);
      await typed(code, delay);
      const taps = Math.floor(round / situations.length) + 1;
      await expect.poll(itemCount, { timeout: 20_000 }).toBe(` · ${round + 1 + taps} items`);
      expect(await search().inputValue()).toBe("");
    }
    await expect.poll(() => asked, { timeout: 20_000 }).toEqual(unknown);
    page.off("request", listen);
  });

  test("scan: keeps its keys when the answer about the code before comes in its middle (day A2)", async () => {
    let answer = () => {};
    const isTyping = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/graphql", async (route) => {
      await isTyping;
      await route.continue();
    });
    await search().click();
    await typed("900000000112", 0);
    await page.keyboard.type("900000", { delay: 0 });
    answer();
    await page.getByText("No item found for 900000000112.").waitFor();
    await typed("000113", 0);
    await page.getByText("No item found for 900000000113.").waitFor();
    expect(await search().inputValue()).toBe("");
    await page.unroute("**/graphql");
  });

  test("scan: adds the article when the scanner types slowly and no field has the focus (terminal B16)", async () => {
    await page.locator("body").click({ position: { x: 2, y: 2 } });
    await page.keyboard.type(present(goods.barcode, "a barcode"), { delay: 70 });
    await page.keyboard.press("Enter");
    await lines().first().waitFor();
    expect(await search().inputValue()).toBe("");
  });

  test("scan: loses no key when the page is busy while it types (terminal B16)", async () => {
    await page.locator("body").click({ position: { x: 2, y: 2 } });
    for (let count = 1; count <= 5; count++) {
      await page.evaluate(
        "setTimeout(() => { for (const end = performance.now() + 400; performance.now() < end; ); })",
      );
      await scan(page, present(goods.barcode, "a barcode"));
    }
    await page.getByText(/^5 ×/).waitFor();
  });

  test("scan, search: answer from the device when there is no network (terminal 2.3)", async () => {
    await page.context().setOffline(true);
    await scan(page, present(goods.barcode, "a barcode"));
    await page.getByText(/^1 ×/).waitFor();
    await byHand("chilli");
    await tile("Chilli Lights").waitFor();
    expect(await tiles().count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => lines().count()).toBe(2);
  });

  test("scan: finds an article on the server when it was created just now", async () => {
    await createProduct("Onyx jar", [newVariant("Onyx jar", "9.00", "4012345678901")]);
    await scan(page, "4012345678901");
    await lines().filter({ hasText: "Onyx jar" }).waitFor();
    // From then on the device has it.
    await search().fill("onyx");
    await tile("Onyx jar").waitFor();
  });

  test("tiles: show another price, and leave out what is discontinued, when the page is looked at again", async () => {
    const mug = newVariant("Beryl mug", "3.00");
    const id = systemClock.newId("prd");
    await change("createProduct", "CreateProductInput", { id, name: "Beryl mug", variants: [mug] });
    await search().fill("beryl");
    await expect.poll(() => shown("£3.00")).toBe(1);
    await change("changePrice", "ChangePriceInput", { variantId: mug.id, unitPrice: "3.25", version: 1 });
    await expect.poll(() => shown("£3.25")).toBe(1);
    await change("patchProduct", "PatchProductInput", { productId: id, version: 1, isDiscontinued: true });
    await expect.poll(() => shown("Beryl mug")).toBe(0);
  });

  test("settings: a running terminal prices by new tax settings when the page is looked at again", async () => {
    const settings = async () => {
      const { data } = await ask(system.url, owner, "{ taxSettings { pricesIncludeTax version } }");
      return data.taxSettings;
    };
    await scan(page, present(goods.barcode, "a barcode"));
    await page.getByText(/^1 ×/).waitFor();
    const total = async () => {
      await page.evaluate("window.dispatchEvent(new Event('focus'))");
      return page.getByTestId("total").innerText();
    };
    const before = await total();
    const { pricesIncludeTax, version } = await settings();
    await change("updateTaxSettings", "UpdateTaxSettingsInput", { pricesIncludeTax: !pricesIncludeTax, version });
    await expect.poll(total, { timeout: 20_000 }).not.toBe(before);
    await change("updateTaxSettings", "UpdateTaxSettingsInput", { pricesIncludeTax, version: version + 1 });
    await expect.poll(total, { timeout: 20_000 }).toBe(before);
  });

  test("tiles: open a product with several variants, and add the one that is chosen", async () => {
    await search().fill("quartz");
    await tile("2 options").click();
    await page.getByRole("button", { name: "Back" }).waitFor();
    await tile("Red").click();
    await lines().filter({ hasText: "Quartz mug – Red" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("navigation", { name: "Categories" }).waitFor();
  });

  test("tiles: show one category, or what was pinned, after a restart too", async () => {
    const views = () => page.getByRole("navigation", { name: "Categories" });
    await views().getByRole("button", { name: "Garden" }).click();
    await tile("Herb Marker Basil").waitFor();
    expect(await tile("Alarm Clock").count()).toBe(0);
    await page.getByRole("button", { name: "Edit favourites" }).click();
    await tile("Herb Marker Basil").click();
    await page.getByRole("button", { name: "Edit favourites" }).click();
    await views().getByRole("button", { name: "Favourites" }).click();
    expect(await lines().count()).toBe(0);
    await tile("Herb Marker Basil").waitFor();
    await page.reload();
    await tile("Herb Marker Basil").waitFor();
    expect(await views().getByRole("button", { name: "Favourites" }).getAttribute("aria-current")).toBe("true");
    await views().getByRole("button", { name: "All" }).click();
  });

  test("goods: are found and announced in Chinese", async () => {
    await page.context().close();
    page = await openPage("zh-CN");
    const again = `mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }`;
    const { data } = await ask(system.url, owner, "{ terminalsPage(first: 10) { nodes { id code } } }");
    const terminal = data.terminalsPage.nodes.find(({ code }: { code: string }) => code === "C2");
    const issued = await ask(system.url, owner, again, { id: terminal.id });
    await page.goto(`${system.url}/terminal?code=${issued.data.issueActivationCode.activationCode}`);
    const { number, pin } = system.credentials.operator;
    await page.getByText("工号").first().waitFor();
    for (const typed of [number, pin]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    const field = page.getByRole("textbox", { name: "搜索或扫码" });
    await field.fill("doormat");
    await page.keyboard.press("Enter");
    await page.getByText("找到 2 个商品，请选择。").waitFor();
    await page.keyboard.press("Escape");
    await scan(page, "9999999999994");
    await page.getByText("未找到商品：9999999999994").waitFor();
  });
});
