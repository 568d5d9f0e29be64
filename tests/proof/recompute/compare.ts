import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { present } from "@pos/core/base/result.ts";
import { archiveLines } from "@pos/core/office/archive/index.ts";
import { dailyReport } from "@pos/core/office/report/index.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import { translateCode } from "@pos/messages/translate.ts";
import { expect } from "vitest";
import { type Data, signInOwner, startApi } from "../../support/api.ts";
import { freshFolder } from "../../support/folders.ts";
import { compareHeld, type Held } from "./held.ts";
import {
  API_NAMES,
  type Computed,
  expectedOf,
  MAIL_ROWS,
  type Names,
  PARTS_QUERY,
  RANGE_QUERIES,
  REPORT_QUERY,
  shownByApi,
  shownByCsv,
  shownByMail,
  shownByParts,
  shownByRange,
  sumOfDays,
  sumOfParts,
  tablesOfHtml,
  tablesOfText,
} from "./shown.ts";
import { openWorld, randomDays, sellDay, VOUCHER, type World } from "./world.ts";

const SCRIPT = fileURLToPath(new URL("recompute.mjs", import.meta.url));
const OUTPUT_BYTES_MAX = 1 << 26;
const FIRST_DAY = "2026-09-01";

/** Sells random days at two locations, and compares every figure of their reports with what the script computes. */
export async function compareDays(options: {
  readonly seed: number;
  readonly days: number;
  readonly pricesIncludeTax: boolean;
}): Promise<{ readonly reports: number; readonly sales: number; readonly refunds: number }> {
  const { seed, days: count, pricesIncludeTax } = options;
  const world = await openWorld({ seed, pricesIncludeTax });
  const days = randomDays(FIRST_DAY, count, seed);
  for (const [index, day] of days.entries())
    for (const [at, place] of world.places.entries()) await sellDay(world, place, day, seed * 100 + index * 2 + at);
  // The clock goes on, so that nothing counts as still on its way.
  world.shop.clock.advance(3_600_000);
  const api = await startApi(world.shop);
  try {
    await api.reader.caughtUp();
    const token = await signInOwner(api, world.shop);
    const wanted = days.flatMap((day) => world.places.map(({ locationId }) => ({ locationId, day })));
    const { reports: computed, held } = await recomputed(world, wanted);
    const counts = { reports: 0, sales: 0, refunds: 0 };
    for (const [index, { locationId, day }] of wanted.entries()) {
      const of = present(computed[index], "a computed report");
      const { data, errors } = await api.call(REPORT_QUERY, { variables: { id: locationId, day }, token });
      expect(errors).toBeUndefined();
      expect(data.dailyReport.reconciliation).toEqual({ reconciles: true });
      expect(shownByApi(data.dailyReport), `API, ${day}`).toEqual(expectedOf(of, API_NAMES));
      expect(data.dailyReport.tips.amount, `tips, ${day}`).toBe(of.tips);
      expect(data.dailyReport.unpaid.amount, `unpaid, ${day}`).toBe(of.unpaid);
      expect(
        data.dailyReport.uncertain.map(({ methods, amount }: Data) => [methods.join(), amount.amount]),
        `uncertain, ${day}`,
      ).toEqual(Object.entries(of.uncertain));
      expect(data.dailyReport.belowReorderPointCount).toBe(of.low.length);
      expect(data.salesSummary).toEqual({
        ...{ saleCount: of.saleCount, refundCount: of.refundCount },
        figures: { total: { amount: of.figures.total }, tax: { amount: of.figures.tax } },
      });
      for (const language of ["en", "zh"] as const) await compareMail(world, { locationId, day }, of, language);
      counts.reports++;
      counts.sales += of.saleCount;
      counts.refunds += of.refundCount;
    }
    const ask = (query: string, variables: object) => api.call(query, { variables: { ...variables }, token });
    await compareRanges({ ask }, wanted, computed);
    await compareHeld(world, held, async (query, variables) => {
      const { data, errors } = await ask(query, variables);
      expect(errors).toBeUndefined();
      return data;
    });
    return counts;
  } finally {
    await api.close();
  }
}

interface Asking {
  ask(query: string, variables: object): Promise<Data>;
}

/** The range of all days, of each location and of both together: the sums of what the script computed of each day. */
async function compareRanges(
  { ask }: Asking,
  wanted: readonly { readonly locationId: string; readonly day: string }[],
  computed: readonly Computed[],
): Promise<void> {
  const days = [...new Set(wanted.map(({ day }) => day))].sort();
  const [from, to] = [present(days[0], "a day"), present(days.at(-1), "a day")];
  const locationIds = [...new Set(wanted.map(({ locationId }) => locationId))];
  const sumOf = (is: (of: (typeof wanted)[number]) => boolean) =>
    sumOfDays(computed.filter((_, index) => is(present(wanted[index], "a day"))));
  for (const id of [...locationIds, undefined]) {
    const [{ days: figures }, range] = (await Promise.all(
      RANGE_QUERIES.map(async (query) => {
        const { data, errors } = await ask(query, { id, from, to });
        expect(errors).toBeUndefined();
        return data.salesRange;
      }),
    )) as [Data, Data];
    const here = ({ locationId }: { readonly locationId: string }) => id === undefined || locationId === id;
    expect(shownByRange(range), `range of ${id ?? "all"}`).toEqual(sumOf(here));
    const { data, errors } = await ask(PARTS_QUERY, { id, from, to });
    expect(errors).toBeUndefined();
    const parts = sumOfParts(computed.filter((_, index) => here(present(wanted[index], "a day"))));
    expect(shownByParts(data.salesParts), `parts of ${id ?? "all"}`).toEqual(parts);
    const rows: Data[] = figures.map((day: Data, index: number) => ({ ...day, ...range.days[index], hours: [] }));
    const sold = rows.filter(({ summary }) => summary.saleCount + summary.refundCount > 0);
    expect(sold.map(({ day }) => day)).toEqual(days);
    for (const day of sold) {
      const { hours: _, ...expected } = sumOf((of) => here(of) && of.day === day.day);
      expect(shownByRange(day), day.day).toEqual({ ...expected, hours: [] });
    }
    expect(range.locations).toHaveLength(id === undefined ? locationIds.length : 1);
    for (const { location, summary, figures } of range.locations) {
      const { payments: _, hours: __, ...expected } = sumOf((of) => of.locationId === location.id);
      expect(shownByRange({ summary, figures, payments: [], hours: [] })).toMatchObject(expected);
    }
  }
}

/** What the script computes from the archive, in a process of its own. */
async function recomputed(
  { shop }: World,
  wanted: readonly { readonly locationId: string; readonly day: string }[],
): Promise<{ readonly reports: readonly Computed[]; readonly held: Held }> {
  const file = join(await freshFolder(), "archive.jsonl");
  let text = "";
  for await (const line of archiveLines({ table: shop.table, clock: shop.clock }, shop.merchantId))
    text += `${JSON.stringify(line)}\n`;
  await writeFile(file, text);
  const words = wanted.flatMap(({ locationId, day }) => [locationId, day]);
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, file, ...words], {
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  const lines = stdout.trim().split("\n");
  return {
    reports: lines.slice(0, -1).map((line) => JSON.parse(line) as Computed),
    held: JSON.parse(present(lines.at(-1), "what is held")) as Held,
  };
}

const LISTS = [
  ...(["categories", "articles", "payments", "customerPayments"] as const),
  ...(["taxes", "refunds", "drawers", "low"] as const),
];

async function compareMail(
  { shop, places }: World,
  { locationId, day }: { readonly locationId: string; readonly day: string },
  computed: Computed,
  language: "en" | "zh",
): Promise<void> {
  const report = present(await dailyReport(shop.owner, { locationId, day }), "a report");
  const location = present(
    places.find((place) => place.locationId === locationId),
    "a place",
  );
  const mailLanguage = language === "en" ? "EN" : "ZH_HANS";
  const mail = reportMail(report, { merchantName: "The Shop", location }, mailLanguage);
  const t = createTranslate<Messages>(CATALOGUE[language], "en-GB");
  const names: Names = {
    none: t("mail.noCategory"),
    noReason: t("mail.noReason"),
    method: (method) => (method === VOUCHER ? method : translateCode(t, "method", method)),
  };
  const expected = expectedOf(computed, names);
  expect(shownByCsv(mail, language), `CSV, ${language}, ${day}`).toEqual(expected);
  expect(mail.text).toContain(t("reports.reconciles"));
  // For people they are beside what was paid.
  const beside = [
    ...(computed.tips === 0 ? [] : [[t("reports.tips"), computed.tips]]),
    ...(computed.unpaid === 0 ? [] : [[t("reports.unpaid"), computed.unpaid]]),
    ...Object.entries(computed.uncertain).map(([method, amount]) => [
      ...[t("reports.uncertain", { methods: names.method(method) }), amount],
    ]),
  ];
  for (const [form, tables] of [["text", tablesOfText(mail)] as const, ["HTML", tablesOfHtml(mail)] as const]) {
    const shown = shownByMail(tables, language);
    const what = `${form}, ${language}, ${day}`;
    for (const section of ["totals", "counts", "averageAndMargin"] as const)
      expect(shown[section], what).toEqual(expected[section]);
    expect(shown.total).toBe(computed.figures.total);
    expect(shown.articles.rows, what).toEqual(expected.articles.slice(0, MAIL_ROWS));
    for (const section of LISTS) {
      const rows = section === "payments" ? [...expected[section], ...beside] : expected[section];
      expect(shown[section].count, `${section} of ${what}`).toBe(rows.length);
      expect(shown[section].rows).toHaveLength(Math.min(rows.length, MAIL_ROWS));
      for (const row of shown[section].rows) expect(rows, `${section} of ${what}`).toContainEqual(row);
    }
    if (form === "text") expect(shown.hours.rows).toEqual(expected.hours.map(([hour, , sales]) => [hour, sales]));
  }
}
