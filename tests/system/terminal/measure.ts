import { rmSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Browser, CDPSession, Page } from "playwright-core";
import { ask, scan, signInOwner } from "./page.ts";
import { type System, startBrowser, startSystem } from "./system.ts";

/**
 * What a cashier waits for, in a large catalogue and on a slow processor: from a scan to its line, from a key to what it finds,
 * from the last button to the receipt, and from a cold start to the first tile. With `--against FOLDER` another checkout is
 * measured in the same run, in turn with this one, so that a noisy machine slows both.
 */
const PRODUCTS = 1_250;
const VARIANTS_OF_PRODUCT = 4;
const CATEGORIES = 12;
const THROTTLE = 4;
const SCANS = 20;
const SEARCHES = 12;
const SALES = 8;
const CREATED_AT_ONCE = 8;

type Figure = "scan to line" | "key to results" | "pay to receipt" | "cold start" | "first start";
type Samples = Map<Figure, number[][]>;

interface Subject {
  readonly name: string;
  readonly system: System;
  readonly owner: string;
  readonly samples: Samples;
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const value = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const runs = Number(value("--runs") ?? 5);
  const against = value("--against");
  const browser = await startBrowser();
  const subjects: Subject[] = [];
  try {
    for (const [name, folder] of [
      ["before", against],
      ["now", undefined],
    ] as const)
      if (name === "now" || folder !== undefined) subjects.push(await startSubject(name, folder));
    for (let run = 0; run < runs; run++)
      for (const subject of subjects) {
        progress(`run ${run + 1} of ${runs}: ${subject.name}`);
        await measure(browser, subject);
      }
  } finally {
    await browser.close();
    for (const { system } of subjects) {
      await system.stop();
      rmSync(system.folder, { recursive: true, force: true });
    }
  }
  for (const { name, samples } of subjects)
    for (const [figure, rounds] of samples) console.log(JSON.stringify({ subject: name, figure, ...summary(rounds) }));
}

async function startSubject(name: string, folder: string | undefined): Promise<Subject> {
  progress(`${name}: starting`);
  const system = await startSystem(folder ?? process.cwd());
  const owner = await signInOwner(system.url, system.credentials);
  progress(`${name}: creating ${PRODUCTS * VARIANTS_OF_PRODUCT} variants`);
  await fill(system, owner);
  return { name, system, owner, samples: new Map() };
}

async function fill({ url }: System, owner: string): Promise<void> {
  const mutate = async (field: string, type: string, input: object) => {
    const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`;
    const { data } = await ask(url, owner, mutation, { input });
    if (data[field].userErrors.length > 0) throw new Error(JSON.stringify(data));
  };
  const categories = Array.from({ length: CATEGORIES }, () => systemClock.newId("cat"));
  for (const [index, id] of categories.entries())
    await mutate("createCategory", "CreateCategoryInput", { id, name: `Group ${index + 1}` });
  const create = (index: number) =>
    mutate("createProduct", "CreateProductInput", {
      ...{
        id: systemClock.newId("prd"),
        name: `${wordOf(index)} lamp with shade`,
        categoryId: categories[index % CATEGORIES],
      },
      variants: Array.from({ length: VARIANTS_OF_PRODUCT }, (_, variant) => ({
        ...{ id: systemClock.newId("var"), sku: `L-${index}-${variant}`, name: `${wordOf(index)} lamp ${variant + 1}` },
        ...{ unitPrice: `${1 + (index % 9)}.${variant}5`, barcodes: [barcodeOf(index, variant)] },
      })),
    });
  for (let from = 0; from < PRODUCTS; from += CREATED_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(CREATED_AT_ONCE, PRODUCTS - from) }, (_, index) => create(from + index)),
    );
}

const wordOf = (index: number) => `zq${String(index).padStart(4, "0")}`;
const barcodeOf = (index: number, variant: number) => `29${String(index * 10 + variant).padStart(8, "0")}`;

async function measure(browser: Browser, { system, owner, samples }: Subject): Promise<void> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(STOPWATCH);
  const keep = (figure: Figure, values: number[]) => {
    progress(`  ${figure}: ${values.map(Math.round).join(" ")}`);
    samples.set(figure, [...(samples.get(figure) ?? []), values]);
  };
  await signIn(page, system, owner);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  // The first start leaves nothing in the way of the next.
  await coldStart(page, session);
  keep("cold start", [await coldStart(page, session)]);
  await page.evaluate(
    "new Promise((done) => { indexedDB.deleteDatabase('pos-catalog').onsuccess = done; setTimeout(done, 2000); })",
  );
  keep("first start", [await coldStart(page, session)]);
  keep("scan to line", await scans(page));
  keep("key to results", await searches(page));
  keep("pay to receipt", await sales(page));
  await context.close();
}

/** A terminal of its own for each run; by keyboard, since words change between versions. */
async function signIn(page: Page, { url, credentials }: System, owner: string): Promise<void> {
  const { data } = await ask(url, owner, "{ terminalsPage(first: 1) { nodes { id } } }");
  const issue = "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }";
  const id = present(data.terminalsPage.nodes[0], "a terminal").id;
  const { data: issued } = await ask(url, owner, issue, { id });
  await page.goto(`${url}/terminal?code=${issued.issueActivationCode.activationCode}`);
  const { number, pin } = credentials.operator;
  await page
    .getByText(/operator|^Sign in$/i)
    .first()
    .waitFor();
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await page
    .getByText(new RegExp(`${number}|^PIN for `))
    .first()
    .waitFor();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  await page.locator(TILE).first().waitFor();
}

const TILE = "[data-sku], [data-product]";

/** In the page: when the last key or touch came, and when what it causes was painted. */
const STOPWATCH = `{
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const note = () => { window.lastInput = performance.now(); };
  for (const name of ["keydown", "pointerdown"]) window.addEventListener(name, note, { capture: true });
  // It waits for changes of the page: to look at every frame would take the time that is measured.
  window.until = (condition, milliseconds = 60_000) => new Promise((done) => {
    const end = (time) => { observer.disconnect(); clearTimeout(timer); done(time); };
    const look = () => { if (condition()) end(painted()); };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => end(Number.NaN), milliseconds);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
  window.firstTile = window.until(() => document.querySelector(${JSON.stringify(TILE)}) !== null);
  window.linesShown = () => [...document.querySelectorAll("aside li")].map((line) => line.textContent).join();
}`;

async function coldStart(page: Page, session: CDPSession): Promise<number> {
  await session.send("Network.clearBrowserCache");
  await page.reload();
  return Number(await page.evaluate("window.firstTile"));
}

/**
 * @param condition is true in the page when the input has had its effect
 * @returns not a number if it had none
 */
async function timed(page: Page, condition: string, input: () => Promise<void>): Promise<number> {
  const wait = `window.until(() => ${condition}, ${LOST_MILLISECONDS})`;
  // The value comes last, since a promise would be waited for before the input.
  await page.evaluate(`{ const before = window.linesShown(); window.waited = ${wait}; "begun"; }`);
  await input();
  const time = Number(await page.evaluate("window.waited.then((end) => end - window.lastInput)"));
  // What it left in the field would spoil the next one.
  if (Number.isNaN(time)) await page.keyboard.press("Escape");
  return time;
}

/** What has had no effect by then is lost. */
const LOST_MILLISECONDS = 10_000;

const scanned = (page: Page, code: string) => timed(page, "window.linesShown() !== before", () => scan(page, code));

/** @throws if the terminal loses it again and again */
async function scannedAtLast(page: Page, code: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) if (!Number.isNaN(await scanned(page, code))) return;
  throw new Error(`The terminal lost a scan ${ATTEMPTS_MAX} times: ${code}`);
}

const ATTEMPTS_MAX = 3;

async function scans(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < SCANS; count++)
    times.push(await scanned(page, barcodeOf(count * 53, count % VARIANTS_OF_PRODUCT)));
  return times;
}

async function searches(page: Page): Promise<number[]> {
  const times: number[] = [];
  const field = page.locator("main form input").first();
  for (let count = 0; count < SEARCHES; count++) {
    const word = wordOf(count * 97 + 11);
    const tiles = `[...document.querySelectorAll(${JSON.stringify(TILE)})]`;
    const isShown = `${tiles}.length > 0 && ${tiles}.every((tile) => tile.textContent.toLowerCase().includes("${word}"))`;
    await field.focus();
    times.push(await timed(page, isShown, () => page.keyboard.type(word, { delay: 20 })));
    await field.fill("");
    await page.locator(TILE).nth(5).waitFor();
  }
  await page.keyboard.press("Escape");
  return times;
}

async function sales(page: Page): Promise<number[]> {
  const times: number[] = [];
  const exact = page.locator("main").getByRole("button", { name: /^Exact/ });
  for (let count = 0; count < SALES; count++) {
    // The first pays for what was scanned before; a scan ends the receipt of the sale before.
    if (count > 0) await scannedAtLast(page, barcodeOf(count * 31, 0));
    await page.keyboard.press("F9");
    await exact.waitFor();
    const isShown =
      "document.querySelector('[data-testid=receipt]')?.checkVisibility({ visibilityProperty: true }) === true";
    times.push(await timed(page, isShown, () => exact.click()));
  }
  // The first has as many lines as there were scans.
  return times.slice(1);
}

/** The median of the runs' medians; the worst one of a hundred among all; how many had no effect at all. */
function summary(measured: readonly number[][]) {
  const rounds = measured
    .map((round) => round.filter((time) => !Number.isNaN(time)))
    .filter(({ length }) => length > 0);
  const all = rounds.flat();
  if (all.length === 0) return { lost: measured.flat().length };
  return {
    lost: measured.flat().length - all.length,
    p50: at(
      rounds.map((round) => at(round, 0.5)),
      0.5,
    ),
    p99: at(all, 0.99),
    count: all.length,
  };
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(present(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], "a value"));
}

function progress(text: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
}

await main();
