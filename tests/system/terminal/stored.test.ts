import { readFileSync, rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { parseRow } from "@pos/web/terminal/outbox/row.ts";
import { upgradedRow } from "@pos/web/terminal/outbox/upgrade.ts";
import { parseValue } from "@pos/web/terminal/outbox/values.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addBySearch, ask, nextSale, outcome, payCash, signInOwner, signInPage, storedRows } from "./page.ts";
import { chromiumIsThere, type System, startBrowser, startSystem, verifyIsClean } from "./system.ts";

/** What a browser keeps, as the first version of the page wrote it (four sales, two of them not sent), and as this one reads it. */
const fixture: {
  readonly rows: readonly { readonly [field: string]: unknown }[];
  readonly values: { readonly [name: string]: unknown };
} = JSON.parse(readFileSync(new URL("./fixtures/outbox-v1.json", import.meta.url), "utf8"));

const [first] = fixture.rows;
const second = upgradedRow(first) as { readonly [field: string]: unknown };

test("upgradedRow: keeps everything of a row of the first version", () => {
  for (const stored of fixture.rows) {
    const { sequence, receipt, cart, ...common } = stored;
    const sale = { sequence, receipt, cart };
    expect(parseRow(upgradedRow(stored))).toEqual({ ...common, v: 2, kind: "sale", order: sequence, sale });
  }
});

test.each(["live", "happened", "acknowledged", "attention", "dismissed"])(
  "upgradedRow: keeps the state %s and why it is so",
  (state) => {
    const refusals = [{ code: "ID_CONFLICT", message: "Known", path: ["input", "id"] }];
    expect(parseRow(upgradedRow({ ...first, state, refusals }))).toMatchObject({ state, refusals });
  },
);

test("upgradedRow: leaves rows of this version, of another and of another kind as they are", () => {
  for (const row of [second, { ...second, v: 3 }, { ...second, kind: "shift" }, { id: "x" }])
    expect(upgradedRow(row)).toBe(row);
});

test.each<[string, object]>([
  ["of a later version", { v: 3 }],
  ["of another kind", { kind: "shift" }],
  ["without a request", { request: undefined }],
  ["with a state that is none", { state: "lost" }],
  ["with a receipt that is none", { sale: { sequence: 1, receipt: {}, cart: { lines: [], discounts: [] } } }],
])("parseRow: returns undefined for a row %s", (_, fields) => {
  expect(parseRow(second)).toBeDefined();
  expect(parseRow({ ...second, ...fields })).toBeUndefined();
});

test("parseValue: reads what the first version stored", () => {
  for (const [name, value] of Object.entries(fixture.values)) expect(parseValue(name as "cart", value)).toEqual(value);
});

test("parseValue: gets along without what can be had again, and never counts from the beginning", () => {
  expect(parseValue("cart", { lines: 1 })).toBeUndefined();
  expect(parseValue("operator", "x")).toBeUndefined();
  expect(parseValue("numbers:trm_x", undefined)).toBeUndefined();
  expect(() => parseValue("numbers:trm_x", { last: "7" })).toThrow();
  expect(() => parseValue("pairing", {})).toThrow();
});

describe.skipIf(!chromiumIsThere())("in a browser", () => {
  let system: System;
  let browser: Browser;
  let owner: string;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startBrowser()]);
    owner = await signInOwner(system.url, system.credentials);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await system.stop();
    rmSync(system.folder, { recursive: true, force: true });
  });

  const TABLES = ["rows", "unread", "values"] as const;

  /** Everything that the device keeps. */
  async function kept(page: Page): Promise<{ readonly [table in (typeof TABLES)[number]]: readonly object[] }> {
    return (await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open("pos-terminal");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(${JSON.stringify(TABLES)});
        const asked = ${JSON.stringify(TABLES)}.map((name) => [name, transaction.objectStore(name).getAll()]);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(Object.fromEntries(asked.map(([name, { result }]) => [name, result])));
        };
      };
    })`)) as { readonly [table in (typeof TABLES)[number]]: readonly object[] };
  }

  /** Stores rows of whatever form beside those of the page, which must not be open. */
  async function put(page: Page, rows: readonly object[]): Promise<void> {
    await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open("pos-terminal");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("rows", "readwrite");
        for (const row of ${JSON.stringify(rows)}) transaction.objectStore("rows").put(row);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    })`);
  }

  /** The database as the first version of the page made it, with its rows and values as they were written, for this terminal. */
  async function writeFirstVersion(page: Page, stored: typeof fixture): Promise<void> {
    await page.evaluate(`new Promise((resolve) => {
      const { rows, values } = ${JSON.stringify(stored)};
      const opening = indexedDB.open("pos-terminal", 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("values");
        const table = opening.result.createObjectStore("rows", { keyPath: "id" });
        table.createIndex("byNumber", ["terminalId", "sequence"]);
        table.createIndex("byState", ["terminalId", "state", "sequence"]);
        table.createIndex("byEpoch", ["terminalId", "state", "epoch", "sequence"]);
      };
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(["rows", "values"], "readwrite");
        for (const row of rows) transaction.objectStore("rows").put(row);
        for (const [name, value] of Object.entries(values)) transaction.objectStore("values").put(value, name);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    })`);
  }

  let cartSku = "";

  /** The fixture as if this shop's terminal had written it: its ids and tokens instead of those of the shop it came from. */
  async function ofThisShop(): Promise<typeof fixture> {
    const { activationCode } = system.credentials.terminal;
    const activate = `mutation { activateTerminal(input: { activationCode: "${activationCode}" }) { token terminal { id } } }`;
    const { token, terminal } = (await ask(system.url, undefined, activate)).data.activateTerminal;
    const { number: operatorNumber, pin } = system.credentials.operator;
    const signIn = `mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token operatorId expiresAt } }`;
    const signedIn = (await ask(system.url, token, signIn, { input: { operatorNumber, pin } })).data.signInOperator;
    const { pairing, operator, cart } = fixture.values as {
      pairing: { terminalId: string };
      operator: { operatorId: string };
      cart: { lines: { variant: { id: string; sku: string; taxCodeId: string } }[] };
    };
    const { variant } = present(cart.lines[0], "the line in the cart");
    const known = `{ terminalSettings { defaultTaxCodeId } variant(by: { sku: "${variant.sku}" }) { id } }`;
    const here = (await ask(system.url, token, known)).data;
    const text = JSON.stringify(fixture)
      .replaceAll(pairing.terminalId, terminal.id)
      .replaceAll(operator.operatorId, signedIn.operatorId)
      .replaceAll(variant.taxCodeId, here.terminalSettings.defaultTaxCodeId)
      .replaceAll(variant.id, here.variant.id);
    const { rows, values } = JSON.parse(text) as typeof fixture;
    cartSku = variant.sku;
    const now = systemClock.now();
    return {
      rows,
      values: {
        ...values,
        pairing: { ...(values.pairing as object), token },
        operator: { ...(values.operator as object), ...signedIn, number: operatorNumber, seenAt: now },
      },
    };
  }

  test("the page: takes over what the first version stored, sends what waits and counts on", async () => {
    const stored = await ofThisShop();
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${system.url}/health`);
    await writeFirstVersion(page, stored);
    await page.goto(`${system.url}/terminal`);
    // The cart is still there.
    await page.getByText(/^1 ×/).waitFor();
    await expect
      .poll(async () => (await storedRows(page)).map(({ state }) => state), { timeout: 20_000 })
      .toEqual(Array.from(fixture.rows, () => "acknowledged"));
    const waited = stored.rows.filter(({ state }) => state === "happened").map(({ id }) => id);
    expect(waited.length).toBe(2);
    for (const id of waited) {
      const { data } = await ask(system.url, owner, `{ sale(id: "${id}") { id receiptNumber } }`);
      expect(data.sale.id).toBe(id);
    }
    await payCash(page, "1000");
    expect(await outcome(page)).toBe("recorded");
    expect(await page.getByTestId("receipt").textContent()).toContain("C3-5");
    const { rows } = await kept(page);
    expect(rows).toHaveLength(5);
    for (const row of stored.rows)
      expect(rows).toContainEqual(expect.objectContaining({ id: row.id, v: 2, kind: "sale", request: row.request }));
    await nextSale(page);
    await addBySearch(page, cartSku);
    await takesItsIdFirst(page);
    await payCash(page, "1000");
    expect(await outcome(page)).toBe("waiting");
    await context.setOffline(false);
    // It waited, and then the server refused it: the page that still shows it must not call it recorded.
    await page.locator("[data-testid=outcome][data-status=attention]").waitFor();
    await context.close();
  });

  /** The next sale is lost on its way, and another one has its id by the time that it is sent again. */
  async function takesItsIdFirst(page: Page): Promise<void> {
    let isOver = false;
    await page.route("**/graphql", async (route) => {
      const request = route.request();
      const text = request.postData() ?? "";
      if (isOver || !text.includes("SendSale")) return route.fallback();
      isOver = true;
      const body = JSON.parse(text);
      body.variables.input.occurredAt = new Date(Date.parse(body.variables.input.occurredAt) - 1_000).toISOString();
      const { authorization = "" } = request.headers();
      await fetch(request.url(), {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify(body),
      });
      await page.context().setOffline(true);
      await route.abort("connectionreset");
    });
  }

  test("the page: keeps and shows rows that it cannot read, and takes them back when it can", async () => {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const code = "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }";
    const { terminals } = (await ask(system.url, owner, "{ terminals { id code } }")).data;
    const { id } = terminals.find((one: { code: string }) => one.code === "C1");
    const { activationCode } = (await ask(system.url, owner, code, { id })).data.issueActivationCode;
    await page.goto(`${system.url}/terminal?code=${activationCode}`);
    await signInPage(page);
    await page.goto(`${system.url}/health`);
    const mine = { ...second, terminalId: id, state: "happened", epoch: 0 };
    const strange = [
      { ...mine, id: "shf_1", kind: "shift" },
      { ...mine, id: "sal_1", v: 3 },
      { ...mine, id: "sal_2", sale: {} },
      { id: "sal_3" },
    ];
    const readable = { ...mine, id: systemClock.newId("sal"), order: 9 };
    const request = JSON.stringify({ ...JSON.parse(String(second.request)), id: readable.id });
    await put(page, [...strange, { ...readable, request }]);
    await page.goto(`${system.url}/terminal`);
    const unread = async () => JSON.stringify((await kept(page)).unread);
    // What comes behind them is sent, and they are as they were.
    await expect
      .poll(async () => (await storedRows(page)).map(({ id: row, state }) => [row, state]), { timeout: 20_000 })
      .toEqual([[readable.id, "acknowledged"]]);
    for (const row of strange) expect(JSON.parse(await unread())).toContainEqual(row);
    const { number, pin } = system.credentials.cashier;
    await signInPage(page);
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await page
      .getByText(/^PIN for /)
      .first()
      .waitFor();
    await page.keyboard.type(pin);
    await page.keyboard.press("Enter");
    await page.getByTestId("unsent").getByText("4 need attention").waitFor();
    await page.keyboard.press("F7");
    await page.getByText("4 records cannot be read").waitFor();
    expect(await page.getByTestId("unread").textContent()).toContain("shf_1");
    await page.keyboard.press("Escape");
    // A version that reads one of them.
    await page.goto(`${system.url}/health`);
    const again = { ...mine, id: systemClock.newId("sal"), order: 10 };
    const own = JSON.stringify({ ...JSON.parse(String(second.request)), id: again.id });
    await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open("pos-terminal");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("unread", "readwrite");
        transaction.objectStore("unread").put(${JSON.stringify({ ...again, request: own })});
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    })`);
    await page.goto(`${system.url}/terminal`);
    await expect
      .poll(async () => (await storedRows(page)).map(({ id: row, state }) => [row, state]), { timeout: 20_000 })
      .toEqual([readable.id, again.id].sort((a, b) => (a < b ? -1 : 1)).map((row) => [row, "acknowledged"]));
    expect(present((await kept(page)).unread, "the rows set aside")).toHaveLength(4);
    await context.close();
    await verifyIsClean(system);
  });
});
