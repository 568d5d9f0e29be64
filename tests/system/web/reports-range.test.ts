import { readFileSync } from "node:fs";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hindrances } from "./hindrances.ts";
import { type Branch, openBranch, openShop, type Shop } from "./shop.ts";
import {
  browserIsThere,
  openContext,
  revisit,
  type System,
  settle,
  signIn,
  startBrowser,
  startSystem,
  visit,
} from "./support.ts";

/** Figures of periods and of all locations, and the mails with them. */
let system: System;
let browser: Browser;
let shop: Shop;
let branch: Branch;
let page: Page;

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const [today, yesterday] = [dayBefore(0), dayBefore(1)];
const week = { from: dayBefore(6), to: today };

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  shop = await openShop(system);
  branch = await openBranch(system, shop.asOwner);
  await branch.sell(dayBefore(2), 10_000);
  await branch.sell(yesterday, 5_000);
  await branch.sell(yesterday, 2_500);
  await branch.sell(today, 1_234);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function openAs(language: "en" | "zh", width: number): Promise<void> {
  page = await (await openContext(browser, { language, scheme: "light", width })).newPage();
  await signIn(page, system);
}

async function open(path: string): Promise<void> {
  await visit(page, system.url + path);
  await settle(page);
}

const CATEGORIES = "Sales with tax by category, less returns";
const ARTICLES = "Sales with tax by product, less returns";
const main = () => page.getByRole("main");
const button = (name: string) => page.getByRole("button", { name, exact: true });
const locationSwitch = () => page.getByRole("banner").getByRole("combobox");
const pounds = (amount: number) =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" }).format(amount / 100);
/** The switch comes with the document, and does something once its program has loaded. */
async function choose(label: string): Promise<void> {
  const id = await locationSwitch().locator("option").filter({ hasText: label }).getAttribute("value");
  const kept = async () => {
    await locationSwitch().selectOption({ label });
    const cookies = await page.context().cookies();
    return cookies.find(({ name }) => name === "pos_location")?.value;
  };
  await expect.poll(kept, { timeout: 20_000 }).toBe(id);
  await settle(page);
}
/** The main figure of that name, and what is below it. */
const tile = (label: string) =>
  main()
    .locator(".mantine-Paper-root")
    .filter({ has: page.getByText(label, { exact: true }) })
    .first();

interface Recorded {
  readonly count: number;
  readonly total: number;
}

/** What was sold less what was given back, sale by sale, as the API lists them. A gift card that is sold is no sale of goods. */
async function recorded(from: string, to: string, locationId?: string): Promise<Recorded> {
  const sum = { count: 0, total: 0 };
  let after: string | null = null;
  const filter = locationId === undefined ? {} : { locationId };
  do {
    const { sales }: Awaited<ReturnType<Shop["asOwner"]>> = await shop.asOwner(
      `query ($after: String, $filter: SaleFilter) { sales(first: 100, after: $after, filter: $filter) {
        nodes { occurredAt total { amount } lines { total { amount } giftCard { id } } refunds { occurredAt total { amount } } }
        pageInfo { hasNextPage endCursor } } }`,
      { after, filter },
    );
    const isIn = ({ occurredAt }: { readonly occurredAt: string }) =>
      from <= occurredAt.slice(0, 10) && occurredAt.slice(0, 10) <= to;
    for (const sale of sales.nodes) {
      if (isIn(sale)) {
        sum.count++;
        sum.total += sale.total.amount;
        for (const { giftCard, total } of sale.lines) if (giftCard) sum.total -= total.amount;
      }
      for (const refund of sale.refunds.filter(isIn)) sum.total -= Math.abs(refund.total.amount);
    }
    after = sales.pageInfo.hasNextPage ? sales.pageInfo.endCursor : null;
  } while (after !== null);
  return sum;
}

async function download(by = "Export CSV"): Promise<{ readonly name: string; readonly rows: string[][] }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button(by).click()]);
  const text = readFileSync(await file.path(), "utf8").replace(/^\uFEFF/, "");
  return {
    name: file.suggestedFilename(),
    rows: text
      .trim()
      .split("\r\n")
      .map((row) => row.split(",")),
  };
}

describe.skipIf(!browserIsThere())("reports: a period, in English at a desk", () => {
  test("period: shows the sums of the sales of a location", async () => {
    await openAs("en", 1440);
    await open("/reports?view=period&period=week");
    await choose("Main Street");
    const expected = await recorded(week.from, week.to, system.credentials.locationId);
    await tile("Sales with tax").getByText(pounds(expected.total), { exact: true }).waitFor();
    await tile("Number of sales").getByText(expected.count.toLocaleString("en-GB"), { exact: true }).waitFor();
    expect(await hindrances(page)).toEqual([]);
  });

  test("period: states the change in per cent, and New when there was nothing before", async () => {
    await choose("Quay Street");
    await open(`/reports?view=period&period=custom&from=${yesterday}&to=${yesterday}&compare=before`);
    await tile("Sales with tax").getByText("£75.00", { exact: true }).waitFor();
    await expect.poll(() => tile("Sales with tax").innerText()).toMatch(/↓ −25%\s+from £100\.00/);
    await expect.poll(() => tile("Number of sales").innerText()).toMatch(/↑ \+100%\s+from 1/);
    // What is chosen before the page's program is there counts for nothing: it is chosen again.
    const compared = async () => {
      await page.getByLabel("Compare with").selectOption({ label: "Same weekday last week" });
      return tile("Sales with tax").innerText();
    };
    await expect.poll(compared, { timeout: 20_000 }).toMatch(/New\s+none before/);
  });

  test("all locations: reports, start page and sales cover them when they are chosen in the header", async () => {
    await open("/reports?view=period&period=week");
    await choose("All locations");
    const [all, main_] = [
      await recorded(week.from, week.to),
      await recorded(week.from, week.to, system.credentials.locationId),
    ];
    expect(all.total - main_.total).toBe(18_734);
    await tile("Sales with tax").getByText(pounds(all.total), { exact: true }).waitFor();
    const parts = main().getByRole("row");
    await parts.filter({ hasText: "Quay Street" }).getByText("£187.34", { exact: true }).waitFor();
    await parts.filter({ hasText: "Main Street" }).getByText(pounds(main_.total), { exact: true }).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await open("/?period=week");
    await tile("Sales with tax").getByText(pounds(all.total), { exact: true }).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await open("/sales");
    // How many sales the demo made since those of Quay Street depends on the time of day.
    await page.getByLabel("Rows per page").selectOption("100");
    const rowsOf = (name: string) => page.getByRole("row").filter({ hasText: name });
    await rowsOf("Quay Street").first().waitFor();
    await choose("Quay Street");
    await expect.poll(() => rowsOf("Main Street").count()).toBe(0);
    expect(await rowsOf("Quay Street").count()).toBe(4);
    // One switch governs (dashboard, details: two location selectors on Sales).
    expect(await main().getByLabel("Location").count()).toBe(0);
    await revisit(page);
    await settle(page);
    expect(await rowsOf("Quay Street").count()).toBe(4);
  });

  test("export: has a row for each day and location, with the same sums", async () => {
    await open("/reports?view=period&period=week");
    await choose("All locations");
    const { name, rows } = await download();
    expect(name).toBe(`sales-all-${week.from}-${week.to}.csv`);
    const [header = [], ...days] = rows;
    expect(header.slice(0, 3)).toEqual(["Business day", "Location", "Currency"]);
    const at = header.indexOf("Sales with tax");
    const sumOf = (of: readonly string[][]) => of.reduce((sum, row) => sum + Math.round(Number(row[at]) * 100), 0);
    expect(days.length).toBe(14);
    expect(days.every(([, , currency]) => currency === "GBP")).toBe(true);
    expect(sumOf(days)).toBe((await recorded(week.from, week.to)).total);
    expect(
      days.filter(([day, location]) => day === yesterday && location === "Quay Street").map((row) => row[at]),
    ).toEqual(["75.00"]);
  });

  test("period: shows tax, ways to pay, categories and best sellers, and exports them", async () => {
    await choose("Quay Street");
    await open(`/reports?view=period&period=custom&from=${yesterday}&to=${yesterday}`);
    for (const title of ["Payments less refunds", CATEGORIES, ARTICLES])
      await tile(title).getByText("£75.00", { exact: true }).first().waitFor();
    const { name, rows } = await download("Export breakdown CSV");
    expect(name).toMatch(new RegExp(`^sales-parts-.+-${yesterday}-${yesterday}\\.csv$`));
    // A title with a comma is quoted.
    const sumOf = (section: string) =>
      rows
        .filter((row) => row.join().replace('"', "").startsWith(section))
        .reduce((sum, row) => sum + Math.round(Number(row.at(-1)) * 100), 0);
    for (const section of ["Payments less refunds", CATEGORIES, ARTICLES]) expect(sumOf(section), section).toBe(7_500);
    await open(`/reports?view=period&period=custom&from=${dayBefore(100)}&to=${today}`);
    await main().getByText("Choose at most 92 days").waitFor();
  });

  test("chart: the figures of a bar are read with the arrow keys", async () => {
    await choose("Quay Street");
    await open("/reports?view=period&period=week");
    await page.getByRole("button", { name: /^Chart\./ }).focus();
    const tooltip = page.locator(".recharts-tooltip-wrapper");
    await page.locator("svg.recharts-surface:focus").waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press("ArrowRight");
        return tooltip.innerText();
      })
      .toContain("£75.00");
    expect(await hindrances(page)).toEqual([]);
  });
});

describe.skipIf(!browserIsThere())("reports: mails, in English at a desk", () => {
  const field = (name: string | RegExp) => page.getByRole("dialog").getByLabel(name);
  const inDialog = (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true });

  test("schedule: names what is missing and what is wrong, and saves an address typed without Enter (dashboard bug 16)", async () => {
    await open("/reports?view=schedules");
    await button("New schedule").click();
    await inDialog("Save").click();
    await page.getByText(CATALOGUE.en["reports.recipients.none"]).waitFor();
    await field(/^Recipients/).fill("ada@");
    await inDialog("Save").click();
    await page.getByText("Not a valid email address: ada@").waitFor();
    expect(await hindrances(page)).toEqual([]);
    await page.keyboard.press("Backspace");
    await field(/^Recipients/).fill("quay@example.com");
    await page.getByRole("dialog").getByLabel("Time of day").fill("06:30");
    await field(/^Recipients/).fill("quay@example.com");
    await inDialog("Save").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("row").filter({ hasText: "06:30" }).getByText("quay@example.com").waitFor();
  });

  test("send now: proposes the day on the screen (dashboard bug 19)", async () => {
    await open(`/reports?day=${yesterday}`);
    await button("Send now").click();
    const shown = new Intl.DateTimeFormat("en-GB").format(new Date(yesterday));
    expect(await field(/^Business day/).inputValue()).toBe(shown);
    await field(/^Recipients/).fill("owner@example.com");
    await inDialog("Send").click();
    await page.getByText(CATALOGUE.en["reports.sending"]).waitFor();
    await open("/reports?view=sent");
    await page.getByRole("row").filter({ hasText: "owner@example.com" }).waitFor();
  });

  test("reports: one sentence states the reason when a cashier opens the page (dashboard bug 24)", async () => {
    const owner = await shop.hireCashier();
    const context = await openContext(browser, { language: "zh", scheme: "light", width: 390 });
    const cashier = await context.newPage();
    await signIn(cashier, { ...system, credentials: { ...system.credentials, owner } as System["credentials"] });
    await visit(cashier, `${system.url}/reports?view=period`);
    await cashier.getByRole("alert").getByText(CATALOGUE.zh["reports.forbidden"]).waitFor();
    expect(await cashier.getByRole("main").getByRole("alert").count()).toBe(1);
    await context.close();
  });
});

describe.skipIf(!browserIsThere())("reports: a period, in Chinese on a phone", () => {
  test("all locations: figures, change and chart fit the screen", async () => {
    await openAs("zh", 390);
    await open("/reports?view=period&period=week");
    await choose("所有门店");
    const { count } = await recorded(week.from, week.to);
    await tile("订单数").getByText(count.toLocaleString("zh-CN"), { exact: true }).waitFor();
    await main().getByText("各门店销售额").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await hindrances(page)).toEqual([]);
    await open("/");
    await choose("Quay Street");
    await expect.poll(() => tile("含税销售额").innerText()).toMatch(/12\.34\s+新增\s+此前为零/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await hindrances(page)).toEqual([]);
  });
});
