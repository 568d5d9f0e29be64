import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Goods, nextSale, pair, scan, signIn, signInOwner, someGoods } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem } from "./system.ts";

/**
 * How much work the page has with what a cashier waits for: counted, not timed, so that it is the same on any machine.
 * `npm run bench:terminal` measures the time.
 */
describe.skipIf(!chromiumIsThere())("terminal: work", () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let goods: readonly Goods[];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    const owner = await signInOwner(system.url, system.credentials);
    goods = (await someGoods(system.url, owner)).filter(({ barcode }) => barcode !== undefined);
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.addInitScript(COUNTERS);
    await pair(page, system.url, system.credentials.terminal.activationCode);
    await signIn(page, system.credentials.operator);
    await tiles().first().waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  const tiles = () => page.locator("[data-product]");
  const lines = () => page.locator("aside li:has(button)");

  /** The names that React knows are short in a build; how many were rendered is what counts. */
  async function work(action: () => Promise<unknown>, isOver: () => Promise<unknown>): Promise<Work> {
    await page.evaluate("window.startCounting()");
    await action();
    await isOver();
    return (await page.evaluate("window.counted()")) as Work;
  }
  const scanned = (index: number) => {
    const code = present(goods[index]?.barcode, "a barcode");
    return work(
      () => scan(page, code),
      () => expect.poll(() => lines().count()).toBe(index + 1),
    );
  };

  test("scan: renders few components, and no more of them when the cart is long", async () => {
    await scanned(0);
    const short = await scanned(1);
    for (let index = 2; index < LONG - 1; index++) await scanned(index);
    const long = await scanned(LONG - 1);
    expect(short.components).toBeGreaterThan(0);
    expect(short.components).toBeLessThanOrEqual(COMPONENTS_OF_SCAN_MAX);
    expect(long.components).toBeLessThanOrEqual(short.components + 2);
    expect([short.touchedOutside, long.touchedOutside]).toEqual([0, 0]);
  });

  test("payment: waits for two transactions, of which the one that stores the sale is strict", async () => {
    await page.keyboard.press("F9");
    const exact = page.locator("main").getByRole("button", { name: /^Exact/ });
    await exact.waitFor();
    const paid = await work(
      () => exact.click(),
      () => page.getByTestId("receipt").waitFor(),
    );
    await nextSale(page);
    // The third looks for others to send, and the receipt does not wait for it.
    expect(paid.transactionsBeforeReceipt.slice(0, 2)).toEqual(["strict", "relaxed"]);
    expect(paid.transactionsBeforeReceipt.length).toBeLessThanOrEqual(3);
    expect(paid.commitsBeforeReceipt).toBeLessThanOrEqual(COMMITS_OF_PAYMENT_MAX);
  });

  test("start: reads the catalogue as few texts, and the tiles are those of the page before", async () => {
    const before = await tiles().first().textContent();
    await page.reload();
    await tiles().first().waitFor();
    expect(await tiles().first().textContent()).toBe(before);
    const chunks = (await page.evaluate(CHUNKS)) as string[];
    expect(new Set(chunks)).toEqual(new Set(["string"]));
    expect(chunks.length).toBeLessThanOrEqual(CHUNKS_MAX);
  });
});

/** Lines that fit into the demo shop's goods. */
const LONG = 12;
/** They were 29 when this was written; the page has hundreds. */
const COMPONENTS_OF_SCAN_MAX = 40;
/** Once when it begins, once when it is over, and what is put behind the receipt. */
const COMMITS_OF_PAYMENT_MAX = 4;
/** Characters that an id can end with. */
const CHUNKS_MAX = 64;

interface Work {
  /** Function components that React rendered. */
  readonly components: number;
  /** Changes of what is visible, apart from the cart. */
  readonly touchedOutside: number;
  /** How durable they were, in their order, of the store that must lose nothing. */
  readonly transactionsBeforeReceipt: readonly string[];
  /** How often React changed the page. */
  readonly commitsBeforeReceipt: number;
}

/** In the page: React reports each commit to what looks like its developer tools, and marks what it rendered. */
const COUNTERS = `{
  const [PERFORMED_WORK, FUNCTIONS] = [1, new Set([0, 11, 15])];
  let [components, touchedOutside, commits, transactions] = [0, 0, 0, []];
  const isPaid = () => document.querySelector("[data-testid=receipt]") !== null;
  const count = (fiber, before) => {
    if (FUNCTIONS.has(fiber.tag) && (before === null || (fiber.flags & PERFORMED_WORK) !== 0)) components++;
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) count(child, child.alternate);
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE() {},
    onCommitFiberRoot(_, root) {
      commits++;
      count(root.current, root.current.alternate);
    },
    onPostCommitFiberRoot() {},
    onCommitFiberUnmount() {},
  };
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (this.name === "pos-terminal" && !isPaid()) transactions.push(options?.durability ?? "default");
    return open.call(this, stores, mode, options);
  };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.checkVisibility() && element.closest("aside, [aria-live]") === null) touchedOutside++;
    }
  });
  let commitsAtReceipt;
  new MutationObserver(() => {
    if (isPaid()) commitsAtReceipt ??= commits;
  }).observe(document, { subtree: true, childList: true });
  window.startCounting = () => {
    [components, touchedOutside, commits, transactions, commitsAtReceipt] = [0, 0, 0, [], undefined];
    observer.observe(document.querySelector("main").parentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  window.counted = () => {
    observer.disconnect();
    return { components, touchedOutside, transactionsBeforeReceipt: transactions, commitsBeforeReceipt: commitsAtReceipt ?? commits };
  };
}`;

/** What the values of the catalogue are. */
const CHUNKS = `new Promise((done, fail) => {
  const opening = indexedDB.open("pos-catalog");
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const asking = opening.result.transaction("chunks").objectStore("chunks").getAll();
    asking.onsuccess = () => {
      opening.result.close();
      done(asking.result.map((chunk) => typeof chunk));
    };
  };
})`;
