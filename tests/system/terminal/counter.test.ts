import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ask,
  COUNTED,
  type Goods,
  leaveOldSale,
  NEWEST_SALE,
  nextSale,
  outcome,
  pair,
  payCash,
  scan,
  signIn,
  signInOwner,
  someGoods,
} from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "./system.ts";

const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** What a cashier does all day, and the slips that must not cost money. */
describe.skipIf(!chromiumIsThere())("terminal: at the counter", () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let owner: string;
  let first: Goods;
  let second: Goods;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
    const scanned = (await someGoods(system.url, owner)).filter(
      ({ barcode, price }) => barcode !== undefined && price > 200 && price < 5_000,
    );
    [first, second] = [present(scanned[0], "goods"), present(scanned[1], "other goods")];
    page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.addInitScript(COUNTED);
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await verifyIsClean(system);
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });
  /** Each test begins with an empty cart, whatever the one before it left. */
  beforeEach(async () => {
    await leaveOldSale(page);
    if (await button("Clear sale").isEnabled()) await clear();
  });

  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const total = () => page.getByTestId("total").textContent();
  const pounds = (minor: number) => `£${(minor / 100).toFixed(2)}`;
  const lines = () => page.getByRole("list", { name: "Cart" }).getByRole("listitem").filter({ hasText: "×" });

  async function add(goods: Goods): Promise<void> {
    const before = await total();
    await scan(page, present(goods.barcode, "a barcode"));
    await eventually(total).not.toBe(before);
  }

  const clear = async () => {
    await button("Clear sale").click();
    await eventually(() => lines().count()).toBe(0);
  };
  const newestSale = async () => (await ask(system.url, owner, NEWEST_SALE)).data.sales.nodes[0];

  test("split payment: the money taken is kept when the cashier leaves, reloads or locks (terminal B2)", async () => {
    await add(first);
    await page.keyboard.press("F9");
    await page.keyboard.press("F3");
    await page.getByRole("textbox", { name: "Amount" }).fill("1");
    await page.keyboard.press("Enter");
    const remaining = pounds(first.price - 100);
    await eventually(() => page.getByTestId("due").textContent()).toBe(remaining);
    // Esc asks, and nothing is forgotten when the cashier stays.
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Give £1.00 back?" }).waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByTestId("due").textContent()).toBe(remaining);
    await page.reload();
    await eventually(() => page.getByTestId("due").textContent()).toBe(remaining);
    await page.keyboard.press("F10");
    await page.getByText("Your cart is saved").waitFor();
    await page.keyboard.type(system.credentials.operator.pin);
    await page.keyboard.press("Enter");
    await eventually(() => page.getByTestId("due").textContent()).toBe(remaining);
    await button("Exact amount").click();
    expect(await outcome(page)).toBe("recorded");
    await expect
      .poll(async () => (await newestSale()).payments.map(({ method }: { method: string }) => method))
      .toEqual(["CARD", "CASH"]);
    await nextSale(page);
  });

  test("split payment: a payment is removed only when the cashier confirms that the money was returned (terminal B2)", async () => {
    await add(first);
    await page.keyboard.press("F9");
    await page.keyboard.press("F3");
    await page.getByRole("textbox", { name: "Amount" }).fill("1");
    await page.keyboard.press("Enter");
    await button("Remove payment: Card").click();
    await button("Money returned, remove").click();
    await eventually(() => page.getByTestId("due").textContent()).toBe(pounds(first.price));
    await page.keyboard.press("Escape");
    await clear();
  });

  test("cart: keeps no discount, customer or note when its last line is removed (terminal B3)", async () => {
    await add(first);
    await page.keyboard.press("F3");
    await page.getByRole("dialog").getByRole("button", { name: "50%", exact: true }).click();
    await page.keyboard.press("F6");
    await page.getByRole("textbox", { name: "Note" }).fill("For Margaret");
    await button("Apply").click();
    await page.getByText("For Margaret").waitFor();
    expect(await total()).not.toBe(pounds(first.price));
    await page.keyboard.press("Delete");
    await eventually(() => page.getByText("For Margaret").count()).toBe(0);
    await add(second);
    expect(await total()).toBe(pounds(second.price));
    await clear();
  });

  test("clear sale: empties the whole cart at once, and undo brings back all of it (terminal B3)", async () => {
    await add(first);
    await add(second);
    await page.keyboard.press("F3");
    await page.getByRole("dialog").getByRole("button", { name: "10%", exact: true }).click();
    const before = await total();
    await clear();
    expect(await total()).toBe("£0.00");
    await button("Undo").click();
    await eventually(total).toBe(before);
    await page.getByText("Discount 10%").waitFor();
    await clear();
  });

  test("undo: goes back several steps, redo goes forward (terminal B12)", async () => {
    await add(first);
    await add(second);
    await page.keyboard.press("+");
    const all = await total();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await eventually(() => lines().count()).toBe(0);
    for (let step = 0; step < 3; step++) await button("Redo").click();
    await eventually(total).toBe(all);
    expect(await button("Redo").isDisabled()).toBe(true);
    await clear();
  });

  test("done: a held or second Enter does not skip the change, which stays in the header (terminal B4)", async () => {
    await add(first);
    await page.keyboard.press("F9");
    await page.getByRole("textbox", { name: "Cash received" }).fill("100");
    await page.keyboard.down("Enter");
    await page.getByTestId("outcome").waitFor();
    // Held: the browser repeats the key.
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.keyboard.press("Enter");
    const change = `£${((10_000 - first.price) / 100).toFixed(2)}`;
    expect(await page.getByTestId("change").textContent()).toBe(change);
    await nextSale(page);
    expect(await page.getByTestId("last-change").textContent()).toContain(change);
    await add(second);
    expect(await page.getByTestId("last-change").textContent()).toContain(change);
    await page.reload();
    await eventually(() => page.getByTestId("last-change").textContent()).toContain(change);
    await button(/^Card, /).click();
    expect(await outcome(page)).toBe("recorded");
    await nextSale(page);
    await expect.poll(() => page.getByTestId("last-change").count()).toBe(0);
  });

  test("done: is there with its change after the page was loaded again (terminal B18)", async () => {
    await add(first);
    await payCash(page, "100");
    await outcome(page);
    const change = await page.getByTestId("change").textContent();
    await page.reload();
    await page.getByTestId("outcome").waitFor();
    expect(await page.getByTestId("change").textContent()).toBe(change);
    await nextSale(page);
    await page.reload();
    await page.getByRole("textbox", { name: "Search or scan" }).waitFor();
    expect(await page.getByTestId("outcome").count()).toBe(0);
  });

  test("scan: is refused in a banner above payment and dialogs, with a sound (terminal B5)", async () => {
    await add(first);
    const code = present(second.barcode, "a barcode");
    const notice = page.getByTestId("notice");
    const sounds = () => page.evaluate("window.sounds");
    for (const open of ["F9", "F3"]) {
      await page.keyboard.press(open);
      await eventually(() => page.getByRole("dialog").or(page.getByTestId("due")).count()).toBe(1);
      const before = Number(await sounds());
      await scan(page, code);
      await notice.getByText(`Not added: ${code}`).waitFor();
      // Nothing lies above it.
      const box = present(await notice.boundingBox(), "the banner");
      const top = `document.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2}).closest("[data-testid=notice]") !== null`;
      expect(await page.evaluate(top)).toBe(true);
      expect(box.width).toBe(1280);
      expect(Number(await sounds())).toBeGreaterThan(before);
      await notice.getByRole("button", { name: "Close" }).click();
      await page.keyboard.press("Escape");
      await eventually(() => page.getByRole("dialog").or(page.getByTestId("due")).count()).toBe(0);
    }
    await scan(page, "9999999999994");
    await notice.getByText("No item found for 9999999999994").waitFor();
    await add(second);
    expect(await notice.getByText("No item found").count()).toBe(0);
    await clear();
  });

  test("scan: makes no sound when the device is muted (terminal B5)", async () => {
    await button(/^Operator /).click();
    await page.getByRole("switch", { name: "Scan sounds" }).click();
    await page.keyboard.press("Escape");
    const before = await page.evaluate("window.sounds");
    await add(first);
    expect(await page.evaluate("window.sounds")).toBe(before);
    await button(/^Operator /).click();
    await page.getByRole("switch", { name: "Scan sounds" }).click();
    await page.keyboard.press("Escape");
    await clear();
  });

  test("price: a manager's price is refused before payment for a cashier, who resets it (terminal B7)", async () => {
    await add(first);
    await page.keyboard.press("F2");
    const price = page.getByRole("textbox", { name: "Unit price" });
    await price.focus();
    // The field selects what it contains (terminal B10).
    await page.keyboard.type("0.5");
    expect(await price.inputValue()).toBe("0.5");
    await button("Apply").click();
    await page.getByText(`Price changed (was ${pounds(first.price)})`).waitFor();
    await switchTo(system.credentials.cashier);
    await page.getByText("You can't sell at this price").waitFor();
    expect(await button(/^Pay £/).isDisabled()).toBe(true);
    expect(await button(/^Card, /).isDisabled()).toBe(true);
    await page.keyboard.press("F9");
    expect(await page.getByTestId("due").count()).toBe(0);
    await button("Reset price").click();
    await eventually(total).toBe(pounds(first.price));
    expect(await button(/^Pay £/).isDisabled()).toBe(false);
    await clear();
    await switchTo(system.credentials.operator);
  });

  async function switchTo(person: { readonly number: string; readonly pin: string }): Promise<void> {
    await page.keyboard.press("F10");
    await button("Switch user").click();
    await signIn(page, person);
  }

  test("discount: shows the limit of the role before, and offers what it allows; the reason is kept (terminal B9)", async () => {
    const { version } = (await ask(system.url, owner, "{ roleLimits { version } }")).data.roleLimits;
    const limits = `mutation { patchRoleLimits(input: { role: CASHIER, discountPercent: "10", version: ${version} }) { userErrors { code } } }`;
    expect((await ask(system.url, owner, limits)).data.patchRoleLimits.userErrors).toEqual([]);
    await switchTo(system.credentials.cashier);
    await add(first);
    await page.keyboard.press("F3");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("You can give up to 10% off.").waitFor();
    expect(await dialog.getByRole("button", { name: "20%", exact: true }).count()).toBe(0);
    await dialog
      .getByRole("combobox", { name: "Reason (optional)" })
      .or(dialog.getByLabel("Reason (optional)"))
      .first()
      .fill("Damaged item");
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "10%", exact: true }).click();
    await page.getByText("Discount 10% (Damaged item)").waitFor();
    await button(/^Card, /).click();
    expect(await outcome(page)).toBe("recorded");
    await eventually(async () => (await newestSale()).discounts).toEqual([{ reason: "Damaged item" }]);
    await nextSale(page);
    await switchTo(system.credentials.operator);
  });

  test("quantity: 12 * and a scan or a tile adds twelve, 3 * and Enter changes the selected line", async () => {
    const search = page.getByRole("textbox", { name: "Search or scan" });
    await search.focus();
    await page.keyboard.type("12*", { delay: 130 });
    await add(first);
    await eventually(total).toBe(pounds(first.price * 12));
    expect(await page.getByTestId("item-count").textContent()).toContain("12 items");
    await search.focus();
    await page.keyboard.type("3*", { delay: 130 });
    await page.keyboard.press("Enter");
    await eventually(total).toBe(pounds(first.price * 3));
    await search.fill(`2*${second.sku}`);
    await page.locator(`[data-sku="${second.sku}"]`).click();
    await eventually(total).toBe(pounds(first.price * 3 + second.price * 2));
    await clear();
  });

  test("quantity: asks when it is huge, and shows every digit of the sums (terminal B19)", async () => {
    await add(first);
    await page.keyboard.press("F2");
    await page.getByRole("textbox", { name: "Quantity" }).fill("999999");
    await button("Apply").click();
    await page.getByText("That is 999,999 of").waitFor();
    expect(await total()).toBe(pounds(first.price));
    await button("Apply").click();
    await eventually(total).not.toBe(pounds(first.price));
    await page.keyboard.press("F9");
    await button("Exact amount").waitFor();
    const cut = await page.evaluate(
      `[...document.querySelectorAll("button, dd, li")].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)`,
    );
    expect(cut).toEqual([]);
    await page.keyboard.press("Escape");
    await clear();
  });

  test("quick payment: exact cash, a note and the card each complete the sale with one tap", async () => {
    await add(first);
    await button(/^Exact cash, /).click();
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("change").textContent()).toBe("Exact amount");
    await nextSale(page);
    await add(first);
    await button(/^Card, /).click();
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("change").textContent()).toBe("Paid");
    await nextSale(page);
    await add(first);
    await button(/^Cash, customer gives £/)
      .first()
      .click();
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("change").textContent()).toMatch(/^£\d+\.\d\d$/);
    await nextSale(page);
  });

  const tile = (goods: Goods) => page.locator(`[data-sku="${goods.sku}"]`).first();
  const next = async () => {
    await outcome(page);
    // The button takes no tap that comes at once.
    await eventually(() => page.evaluate("performance.now() - (window.shownAt ??= performance.now()) > 700")).toBe(
      true,
    );
    await button(/^Next sale/).click();
    await page.evaluate("delete window.shownAt");
  };
  const TASKS: readonly (readonly [task: string, before: number, now: number, work: () => Promise<void>])[] = [
    [
      "one item, exact cash",
      4,
      3,
      async () => {
        await tile(first).click();
        await button(/^Exact cash, /).click();
        await next();
      },
    ],
    [
      "one item, card",
      5,
      3,
      async () => {
        await tile(first).click();
        await button(/^Card, /).click();
        await next();
      },
    ],
    [
      "three items, a note",
      6,
      5,
      async () => {
        for (let count = 0; count < 3; count++) await tile(first).click();
        await button(/^Cash, customer gives £/)
          .last()
          .click();
        await next();
      },
    ],
    [
      "void of a sale with two lines",
      6,
      3,
      async () => {
        await tile(first).click();
        await tile(second).click();
        await button("Clear sale").click();
      },
    ],
    [
      "10 % off the whole sale",
      4,
      3,
      async () => {
        await tile(first).click();
        await button(/^Discount/).click();
        await page.getByRole("dialog").getByRole("button", { name: "10%", exact: true }).click();
      },
    ],
    [
      "twelve of an item",
      3,
      1,
      async () => {
        await page.keyboard.type("12*", { delay: 130 });
        await tile(first).click();
      },
    ],
  ];
  test.each(TASKS)("taps: %s takes no more than before (%i, now %i)", async (_, before, now, work) => {
    await page.evaluate("window.taps = 0");
    await work();
    const taps = Number(await page.evaluate("window.taps"));
    expect(taps).toBe(now);
    expect(taps).toBeLessThan(before);
  });

  test("language: changes at once, with the cart as it is and without loading the page again", async () => {
    await add(first);
    await page.evaluate("window.isSame = true");
    await button(/^Operator /).click();
    await page.getByText("简体中文").click();
    await page.getByRole("button", { name: "清空" }).waitFor();
    expect(await page.evaluate("window.isSame")).toBe(true);
    expect(await total()).toBe(pounds(first.price));
    // A discount is a fold there: 8.5 tenths are paid.
    await page.keyboard.press("Escape");
    await page.keyboard.press("F3");
    await page.getByRole("dialog").getByRole("textbox", { name: "折扣" }).fill("8.5");
    await page.keyboard.press("Enter");
    await page.getByText("8.5折").first().waitFor();
    expect(await total()).toBe(pounds(first.price - Math.round((first.price * 15) / 100)));
    await page.getByRole("button", { name: /^收银员 / }).click();
    await page.getByText("English").click();
    await button("Clear sale").waitFor();
    await page.keyboard.press("Escape");
    await clear();
  });

  test("customer: a cashier creates one and finds the customer again, and the sale names the customer", async () => {
    await switchTo(system.credentials.cashier);
    await add(first);
    await page.keyboard.press("F4");
    await page.getByRole("textbox", { name: "Name, email or phone" }).fill("07700 900417");
    await page.getByText("No customers found.").waitFor();
    await button("New customer").click();
    expect(await page.getByRole("textbox", { name: "Phone" }).inputValue()).toBe("07700 900417");
    await page.getByRole("textbox", { name: "Email" }).fill("no address");
    await page.getByRole("textbox", { name: "Name" }).fill("Ottilie Penn");
    await button("Add customer").click();
    await page.getByRole("dialog").getByText("not an email address", { exact: false }).first().waitFor();
    await page.getByRole("textbox", { name: "Email" }).fill("");
    await button("Add customer").click();
    await page.getByText("Customer: Ottilie Penn").waitFor();
    await button("Remove customer").click();
    await page.keyboard.press("F4");
    await page.getByRole("textbox", { name: "Name, email or phone" }).fill("ottil");
    await page.getByText("Phone ending 0417").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Customer: Ottilie Penn").waitFor();
    await button(/^Card, /).click();
    expect(await outcome(page)).toBe("recorded");
    await eventually(async () => (await newestSale()).customer?.name).toBe("Ottilie Penn");
    await nextSale(page);
    await switchTo(system.credentials.operator);
  });

  test("offline: one failed request, then each sale is stored at once and sent when the server is back", async () => {
    await page.route("**/graphql", (route) => route.abort("connectionrefused"));
    for (let sold = 1; sold <= 3; sold++) {
      await page.locator("[data-sku]").first().click();
      const startedAt = performance.now();
      await button(/^Card, /).click();
      expect(await outcome(page)).toBe("waiting");
      expect(performance.now() - startedAt).toBeLessThan(2_000);
      await eventually(() => page.getByTestId("offline").textContent()).toContain(`${sold} pending`);
      await nextSale(page);
    }
    const bar = present(await page.getByTestId("offline").boundingBox(), "the bar");
    expect(bar.width).toBe(1280);
    expect(await page.getByTestId("offline").textContent()).toMatch(/£\d+\.\d\d/);
    await page.unroute("**/graphql");
    await expect.poll(() => page.getByTestId("offline").isVisible(), { timeout: 40_000 }).toBe(false);
    await eventually(() => page.getByTestId("unsent").textContent()).toBe("");
  });
});
