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
  const exact = () => page.locator("main").getByRole("button", { name: /^Exact/ });

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

  test("scan: begins with sound before the first code comes", async () => {
    await expect.poll(() => page.evaluate("window.soundsBegun")).toBe(1);
  });

  test("scan: renders few components, and no more of them when the cart is long", async () => {
    const scans: Work[] = [];
    for (let index = 0; index < LONG; index++) scans.push(await scanned(index));
    // A machine that stutters types into the field, where each key is a search: the other scans count.
    const [short, long] = [fewest(scans.slice(1, LONG / 2)), fewest(scans.slice(LONG / 2))];
    expect(short.components).toBeGreaterThan(0);
    expect(short.components).toBeLessThanOrEqual(COMPONENTS_OF_SCAN_MAX);
    expect(long.components).toBeLessThanOrEqual(short.components + 2);
    expect([short.touchedOutside, long.touchedOutside]).toEqual([0, 0]);
  });

  test("payment: waits for one strict transaction that reads once and writes once, and for the server", async () => {
    const payments: Work[] = [];
    for (let payment = 0; payment < PAYMENTS; payment++) {
      if (payment > 0) await scanned(0);
      await page.keyboard.press("F9");
      await exact().waitFor();
      payments.push(
        await work(
          () => exact().click(),
          () => page.getByTestId("receipt").waitFor(),
        ),
      );
      await nextSale(page);
    }
    // What else the page does may fall into a payment: the one with the least of it is what a payment does.
    const paid = fewest(payments, ({ commitsBeforeReceipt }) => commitsBeforeReceipt);
    expect(paid.transactionsBeforeReceipt).toEqual(["strict"]);
    expect(paid.turnsBeforeReceipt).toBe(TURNS_OF_PAYMENT);
    expect(paid.commitsBeforeReceipt).toBeLessThanOrEqual(COMMITS_OF_PAYMENT_MAX);
  });

  test("payment: draws the receipt while the server is asked, and does not show it before the answer", async () => {
    const receipt = page.getByTestId("receipt");
    await scanned(0);
    let isAnswered = false;
    let seenBefore: boolean | undefined;
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      if (!isAnswered && route.request().postData()?.includes("completeSale")) {
        await receipt.waitFor({ state: "attached" });
        seenBefore = await receipt.isVisible();
        isAnswered = true;
        await page.evaluate("window.startCounting()");
      }
      await route.fulfill({ response });
    });
    await page.keyboard.press("F9");
    await exact().click();
    await receipt.waitFor();
    await page.unroute("**/graphql");
    const shown = (await page.evaluate("window.counted()")) as Work;
    await nextSale(page);
    expect(seenBefore).toBe(false);
    expect(shown.componentsBeforeReceipt).toBeLessThanOrEqual(COMPONENTS_AFTER_ANSWER_MAX);
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

  test("start: loads no more than its program, and asks the device little before the first tile", async () => {
    await page.reload();
    await tiles().first().waitFor();
    const { scriptBytes, transactions } = (await page.evaluate("window.started()")) as Start;
    expect(scriptBytes).toBeGreaterThan(0);
    expect(scriptBytes).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
    expect(transactions).toBeLessThanOrEqual(TRANSACTIONS_OF_START_MAX);
  });
});

/** Lines that fit into the demo shop's goods. */
const LONG = 12;
/** They were 29 when this was written; the page has hundreds. */
const COMPONENTS_OF_SCAN_MAX = 40;
const PAYMENTS = 3;
/** What is read is asked for at once, and what is written is not waited for one by one. */
const TURNS_OF_PAYMENT = 2;
/** When it begins, when its paper is drawn, when it is over; and what is hidden, each time behind it. */
const COMMITS_OF_PAYMENT_MAX = 5;
/** The page has hundreds; the paper and the menu beside it are not among them. */
const COMPONENTS_AFTER_ANSWER_MAX = 60;
/** Compressed. */
const SCRIPT_BYTES_MAX = 420 * 1_024;
const TRANSACTIONS_OF_START_MAX = 6;
/** Characters that an id can end with. */
const CHUNKS_MAX = 64;

function fewest(all: readonly Work[], by: (work: Work) => number = ({ components }) => components): Work {
  return present(all.toSorted((one, other) => by(one) - by(other))[0], "work that was counted");
}

interface Work {
  /** Function components that React rendered. */
  readonly components: number;
  /** Changes of what is visible, apart from the cart. */
  readonly touchedOutside: number;
  /** Of these, the ones before the receipt was seen. */
  readonly componentsBeforeReceipt: number;
  /** How durable they were that were over by then, in their order, of the store that must lose nothing. */
  readonly transactionsBeforeReceipt: readonly string[];
  /** How often something was asked for only after an answer, at most in one of these transactions. */
  readonly turnsBeforeReceipt: number;
  /** How often React changed the page. */
  readonly commitsBeforeReceipt: number;
}

interface Start {
  /** Compressed. */
  readonly scriptBytes: number;
  /** Of the store that must lose nothing, until the first tile was there. */
  readonly transactions: number;
}

/** In the page: React reports each commit to what looks like its developer tools, and marks what it rendered. */
const COUNTERS = `{
  const [PERFORMED_WORK, FUNCTIONS] = [1, new Set([0, 11, 15])];
  let [components, touchedOutside, commits, transactions, turns] = [0, 0, 0, [], 0];
  const isPaid = () => document.querySelector("[data-testid=receipt]")?.checkVisibility({ visibilityProperty: true }) === true;
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
  let opened = 0;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = open.call(this, stores, mode, options);
    if (this.name !== "pos-terminal") return transaction;
    opened++;
    transaction.addEventListener("complete", () => {
      if (isPaid()) return;
      transactions.push(options?.durability ?? "default");
      turns = Math.max(turns, transaction.turn ?? 0);
    });
    return transaction;
  };
  for (const { prototype } of [IDBObjectStore, IDBIndex])
    for (const name of ["get", "getAll", "count", "put", "delete", "openCursor", "openKeyCursor"]) {
      const ask = prototype[name];
      if (ask === undefined) continue;
      prototype[name] = function (...values) {
        const request = ask.apply(this, values);
        const { transaction } = this.objectStore ?? this;
        const turn = (transaction.answered ?? 0) + 1;
        transaction.turn = Math.max(transaction.turn ?? 0, turn);
        request.addEventListener("success", () => { transaction.answered = Math.max(transaction.answered ?? 0, turn); });
        return request;
      };
    }
  window.soundsBegun = 0;
  window.AudioContext = class extends AudioContext {
    constructor(...options) {
      super(...options);
      window.soundsBegun++;
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.checkVisibility() && element.closest("aside, [aria-live]") === null) touchedOutside++;
    }
  });
  let atReceipt, transactionsAtTile;
  new MutationObserver(() => {
    if (isPaid()) atReceipt ??= { components, commits };
    if (document.querySelector("[data-product]") !== null) transactionsAtTile ??= opened;
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["style"] });
  window.started = () => ({
    scriptBytes: performance.getEntriesByType("resource").filter(({ initiatorType, name }) => initiatorType === "script" || name.endsWith(".js")).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    transactions: transactionsAtTile,
  });
  window.startCounting = () => {
    [components, touchedOutside, commits, transactions, turns, atReceipt] = [0, 0, 0, [], 0, undefined];
    observer.observe(document.querySelector("main").parentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  window.counted = () => {
    observer.disconnect();
    const { components: componentsBeforeReceipt, commits: commitsBeforeReceipt } = atReceipt ?? { components, commits };
    return { components, touchedOutside, componentsBeforeReceipt, commitsBeforeReceipt, transactionsBeforeReceipt: transactions, turnsBeforeReceipt: turns };
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
