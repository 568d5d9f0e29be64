import { present } from "@pos/core/base/result.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/totals.ts";
import type { MailContent } from "@pos/functions/mail/report-mail.ts";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import type { Language } from "@pos/messages/languages.ts";
import { parse } from "csv-parse/sync";
import type { Data } from "../../support/api.ts";
import { VOUCHER } from "./world.ts";

/** The figures of a daily report as one of its forms shows them: rows by section, each its subject and its numbers. */
export type Shown = { readonly [section: string]: readonly (readonly (string | number | null)[])[] };

/** How many rows a mail shows of a section. */
const ROWS = 10;

/** What the script computed. */
export interface Computed {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly figures: Readonly<Record<(typeof REPORT_TOTALS)[number], number>> & {
    readonly marginTenths: number | null;
    readonly averageSale: number | null;
  };
  readonly hours: { readonly [hour: string]: { readonly count: number; readonly sales: number } };
  readonly categories: readonly { readonly name: string | null; readonly quantity: number; readonly total: number }[];
  readonly articles: readonly {
    readonly name: string;
    readonly sku: string | null;
    readonly quantity: number;
    readonly total: number;
  }[];
  readonly payments: { readonly [method: string]: { readonly paid: number; readonly refunded: number } };
  /** What was paid of what is owed, and on quotes. */
  readonly customerPayments: Computed["payments"];
  readonly taxes: { readonly [rate: string]: { readonly withoutTax: number; readonly tax: number } };
  readonly refunds: readonly { readonly reason: string | null; readonly total: number }[];
  readonly tips: number;
  readonly unpaid: number;
  /** As it is now. */
  readonly uncertain: { readonly [method: string]: number };
  readonly drawers: readonly { readonly name: string; readonly cash: number }[];
  readonly low: readonly { readonly sku: string; readonly onHand: number }[];
}

/** Rows of a list whose order does not matter. */
function sorted<Row extends readonly unknown[]>(rows: readonly Row[]): Row[] {
  const textOf = (row: Row) => JSON.stringify(row);
  return [...rows].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** What every form must show. Names that differ by language are left to the form's own `names`. */
export function expectedOf(computed: Computed, names: Names): { readonly [section in keyof Sections]: Shown[string] } {
  const { figures } = computed;
  const best = [...computed.articles].sort(
    (a, b) => b.total - a.total || ((a.sku ?? a.name) < (b.sku ?? b.name) ? -1 : 1),
  );
  return {
    totals: REPORT_TOTALS.map((name) => [name, figures[name]]),
    counts: [[computed.saleCount, computed.refundCount]],
    averageAndMargin: [[figures.averageSale, figures.marginTenths]],
    hours: Object.entries(computed.hours).map(([hour, { count, sales }]) => [Number(hour), count, sales]),
    categories: sorted(computed.categories.map(({ name, quantity, total }) => [name ?? names.none, quantity, total])),
    articles: best.map(({ name, quantity, total }) => [name, quantity, total]),
    payments: netRows(computed.payments, names),
    customerPayments: netRows(computed.customerPayments, names),
    taxes: sorted(Object.entries(computed.taxes).map(([rate, { withoutTax, tax }]) => [rate, withoutTax, tax])),
    refunds: sorted(computed.refunds.map(({ reason, total }) => [reason ?? names.noReason, total])),
    drawers: sorted(computed.drawers.map(({ name, cash }) => [name, cash])),
    low: sorted(computed.low.map(({ sku, onHand }) => [sku, onHand])),
  };
}

function netRows(payments: Computed["payments"], names: Names) {
  return sorted(
    Object.entries(payments).map(([method, { paid, refunded }]) => [names.method(method), paid - refunded] as const),
  );
}

export interface Sections {
  readonly totals: unknown;
  readonly counts: unknown;
  readonly averageAndMargin: unknown;
  readonly hours: unknown;
  readonly categories: unknown;
  readonly articles: unknown;
  readonly payments: unknown;
  readonly customerPayments: unknown;
  readonly taxes: unknown;
  readonly refunds: unknown;
  readonly drawers: unknown;
  readonly low: unknown;
}

export interface Names {
  readonly none: string;
  readonly noReason: string;
  readonly method: (method: string) => string;
}

export const API_NAMES: Names = { none: "none", noReason: "none", method: (method) => method };

const AMOUNT = "{ amount }";
export const REPORT_QUERY = `query ($id: ID!, $day: Date!) {
  salesSummary(locationId: $id, from: $day, to: $day) { saleCount refundCount figures { total tax ${AMOUNT} } }
  dailyReport(locationId: $id, day: $day) {
    summary { saleCount refundCount }
    figures { ${REPORT_TOTALS.map((name) => `${name} ${AMOUNT}`).join(" ")} marginPercent averageSale ${AMOUNT} }
    hours { hour saleCount sales ${AMOUNT} }
    categories { category { name } quantity total ${AMOUNT} }
    bestSellers(first: 100) { description quantity total ${AMOUNT} }
    payments { method methodName net ${AMOUNT} }
    customerPayments { method methodName net ${AMOUNT} }
    taxes { rate salesWithoutTax ${AMOUNT} tax ${AMOUNT} }
    refunds { reason total ${AMOUNT} }
    drawers { terminal { name } cash ${AMOUNT} }
    belowReorderPoint { onHand variant { sku } } belowReorderPointCount
    tips ${AMOUNT}
    unpaid ${AMOUNT}
    uncertain { methods amount ${AMOUNT} }
    reconciliation { reconciles }
  }
}`.replace("figures { total tax { amount } }", "figures { total { amount } tax { amount } }");

/** What a period comes to by its parts; ways to pay by the names that the merchant gave its own ones. */
export const PARTS_QUERY = `query ($id: ID, $from: Date!, $to: Date!) {
  salesParts(locationId: $id, from: $from, to: $to) {
    categories { category { name } quantity total ${AMOUNT} }
    bestSellers(first: 100) { description sku quantity total ${AMOUNT} }
    payments { method methodName paid ${AMOUNT} refunded ${AMOUNT} net ${AMOUNT} }
    customerPayments { method methodName paid ${AMOUNT} refunded ${AMOUNT} net ${AMOUNT} }
    taxes { rate salesWithoutTax ${AMOUNT} tax ${AMOUNT} }
  }
}`;

export function shownByParts({ categories, bestSellers, payments, customerPayments, taxes }: Data): Shown {
  const byMethod = (totals: Data): Shown[string] =>
    sorted(totals.map((of: Data) => [of.methodName ?? of.method, of.paid.amount, of.refunded.amount, of.net.amount]));
  return {
    categories: sorted(
      categories.map((of: Data) => [of.category?.name ?? null, thousandths(of.quantity), of.total.amount]),
    ),
    articles: bestSellers.map((of: Data) => [of.sku ?? of.description, thousandths(of.quantity), of.total.amount]),
    payments: byMethod(payments),
    customerPayments: byMethod(customerPayments),
    taxes: sorted(taxes.map((of: Data) => [of.rate, of.salesWithoutTax.amount, of.tax.amount])),
  };
}

/** The sums of the parts of days that the script computed, as `shownByParts` has them. */
export function sumOfParts(days: readonly Computed[]): Shown {
  const categories = new Map<string | null, [quantity: number, total: number]>();
  const articles = new Map<string, [quantity: number, total: number]>();
  const payments = new Map<string, [paid: number, refunded: number]>();
  const customerPayments = new Map<string, [paid: number, refunded: number]>();
  const taxes = new Map<string, [withoutTax: number, tax: number]>();
  const add = <K>(sums: Map<K, [number, number]>, key: K, one: number, other: number) => {
    const [left, right] = sums.get(key) ?? [0, 0];
    sums.set(key, [left + one, right + other]);
  };
  for (const day of days) {
    for (const { name, quantity, total } of day.categories) add(categories, name, quantity, total);
    for (const { name, sku, quantity, total } of day.articles) add(articles, sku ?? name, quantity, total);
    for (const [method, { paid, refunded }] of Object.entries(day.payments)) add(payments, method, paid, refunded);
    for (const [method, { paid, refunded }] of Object.entries(day.customerPayments))
      add(customerPayments, method, paid, refunded);
    for (const [rate, { withoutTax, tax }] of Object.entries(day.taxes)) add(taxes, rate, withoutTax, tax);
  }
  const rows = <K>(sums: Map<K, [number, number]>) =>
    [...sums].map(([key, [one, other]]) => [key, one, other] as const);
  const byMethod = (sums: typeof payments) =>
    sorted(rows(sums).map(([method, paid, refunded]) => [method, paid, refunded, paid - refunded]));
  return {
    categories: sorted(rows(categories)),
    articles: rows(articles).sort(([a, , one], [b, , other]) => other - one || (a < b ? -1 : 1)),
    payments: byMethod(payments),
    customerPayments: byMethod(customerPayments),
    taxes: sorted(rows(taxes)),
  };
}

/** In two, since all figures of a year of days would be more than one operation may cost. */
export const RANGE_QUERIES = [
  `query ($id: ID, $from: Date!, $to: Date!) {
    salesRange(locationId: $id, from: $from, to: $to) {
      days { day summary { saleCount refundCount } figures { ${REPORT_TOTALS.map((name) => `${name} ${AMOUNT}`).join(" ")} } }
    }
  }`,
  `query ($id: ID, $from: Date!, $to: Date!) {
    salesRange(locationId: $id, from: $from, to: $to) {
      summary { saleCount refundCount } figures { ...Figures } payments { methods net ${AMOUNT} }
      hours { hour saleCount sales ${AMOUNT} }
      days { payments { methods net ${AMOUNT} } }
      locations { location { id } summary { saleCount refundCount } figures { ...Figures } }
    }
  }
  fragment Figures on SalesFigures { ${REPORT_TOTALS.map((name) => `${name} ${AMOUNT}`).join(" ")} }`,
];

export function shownByRange({ summary, figures, payments, hours }: Data) {
  return {
    counts: [summary.saleCount, summary.refundCount],
    totals: REPORT_TOTALS.map((name) => [name, figures[name].amount]),
    payments: sorted(payments.map(({ methods, net }: Data) => [[...methods].sort().join(), net.amount])),
    hours: hours
      .filter(({ saleCount }: Data) => saleCount > 0)
      .map(({ hour, saleCount, sales }: Data) => [hour, saleCount, sales.amount]),
  };
}

/** Ways to pay that the merchant named; they share the account of the kind OTHER. */
const OWN_METHODS: { readonly [name: string]: string } = { [VOUCHER]: "OTHER" };

/** The sums of days that the script computed, as `shownByRange` has them. */
export function sumOfDays(days: readonly Computed[]): ReturnType<typeof shownByRange> {
  const sum = (of: (day: Computed) => number) => days.reduce((total, day) => total + of(day), 0);
  const payments = new Map<string, number>();
  const hours = new Map<number, [count: number, sales: number]>();
  for (const day of days) {
    for (const [method, { paid, refunded }] of Object.entries(day.payments)) {
      const name = OWN_METHODS[method] ?? method;
      payments.set(name, (payments.get(name) ?? 0) + paid - refunded);
    }
    for (const [hour, { count, sales }] of Object.entries(day.hours)) {
      const [counted, sold] = hours.get(Number(hour)) ?? [0, 0];
      hours.set(Number(hour), [counted + count, sold + sales]);
    }
  }
  return {
    counts: [sum(({ saleCount }) => saleCount), sum(({ refundCount }) => refundCount)],
    totals: REPORT_TOTALS.map((name) => [name, sum(({ figures }) => figures[name])]),
    payments: sorted([...payments].filter(([, net]) => net !== 0)),
    hours: [...hours].sort(([a], [b]) => a - b).map(([hour, [count, sales]]) => [hour, count, sales]),
  };
}

export function shownByApi(report: Data): Shown {
  const { figures, summary } = report;
  return {
    totals: REPORT_TOTALS.map((name) => [name, figures[name].amount]),
    counts: [[summary.saleCount, summary.refundCount]],
    averageAndMargin: [[figures.averageSale?.amount ?? null, tenths(figures.marginPercent)]],
    hours: report.hours
      .filter(({ saleCount }: Data) => saleCount > 0)
      .map(({ hour, saleCount, sales }: Data) => [hour, saleCount, sales.amount]),
    categories: sorted(
      report.categories.map(({ category, quantity, total }: Data) => [
        category?.name ?? "none",
        thousandths(quantity),
        total.amount,
      ]),
    ),
    articles: report.bestSellers.map(({ description, quantity, total }: Data) => [
      description,
      thousandths(quantity),
      total.amount,
    ]),
    payments: netByMethod(report.payments),
    customerPayments: netByMethod(report.customerPayments),
    taxes: sorted(report.taxes.map((of: Data) => [of.rate, of.salesWithoutTax.amount, of.tax.amount])),
    refunds: sorted(report.refunds.map(({ reason, total }: Data) => [reason ?? "none", Math.abs(total.amount)])),
    drawers: sorted(report.drawers.map(({ terminal, cash }: Data) => [terminal.name, cash.amount])),
    low: sorted(report.belowReorderPoint.map(({ onHand, variant }: Data) => [variant.sku, thousandths(onHand)])),
  };
}

function netByMethod(totals: Data): Shown[string] {
  return sorted(totals.map(({ method, methodName, net }: Data) => [methodName ?? method, net.amount]));
}

function tenths(percent: string | null): number | null {
  return percent === null ? null : Math.round(Number(percent) * 10);
}

function thousandths(decimal: string): number {
  return Math.round(Number(decimal.replace(/,/g, "").replace("−", "-")) * 1000);
}

/** Amounts of a currency with two places, as text for people or for programs. */
function pence(text: string): number {
  const digits = Number(text.replace(/[^\d]/g, ""));
  if (!/\d\.\d\d$/.test(text)) throw new Error(`${text} is no amount`);
  return /[-−]/.test(text) ? 0 - digits : digits;
}

/** The tables of a mail and its key figures: by their titles, the cells of each row. */
interface Tables {
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly keyFigures: ReadonlyMap<string, string>;
}

export function tablesOfText({ text }: MailContent): Tables {
  const tables = new Map<string, (readonly string[])[]>();
  const keyFigures = new Map<string, string>();
  let rows: (readonly string[])[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("  ")) rows.push(line.trim().split("  "));
    else if (line.includes(": ")) keyFigures.set(line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2));
    else if (line !== "") {
      rows = [];
      tables.set(line.replace(/ \([^)]*, [^)]*\)$/, ""), rows);
    }
  }
  return { tables, keyFigures };
}

export function tablesOfHtml({ html }: MailContent): Tables {
  const textOf = (part: string) =>
    part
      .replace(/<[^>]*>/g, "")
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&")
      .trim();
  const [head = "", ...parts] = html.split("<h2");
  const tiles = [...head.matchAll(/<div class="muted"[^>]*>([^<]*)<\/div><div class="text"[^>]*>([^<]*)<\/div>/g)];
  return {
    keyFigures: new Map(tiles.map(([, name = "", value = ""]) => [textOf(name), textOf(value)])),
    tables: new Map(
      parts.map((part) => {
        const [title = "", content = ""] = part.slice(part.indexOf(">") + 1).split("</h2>");
        const table = content.slice(0, content.indexOf("</table>"));
        const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
          [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => textOf(cell)),
        );
        const note = /<\/table><div[^>]*>([^<]*)<\/div>/.exec(content)?.[1];
        return [textOf(title), [...rows.filter((row) => row.length > 0), ...(note === undefined ? [] : [[note]])]];
      }),
    ),
  };
}

/** What a mail shows must be the first of what there is, and how many more there are. */
export function shownByMail({ tables, keyFigures }: Tables, language: Language) {
  const texts = CATALOGUE[language];
  const rows = (title: string) => tables.get(title) ?? [];
  const list = (title: string, read: (cells: readonly string[]) => readonly (string | number)[]) => {
    const of = rows(title);
    const [last] = of.at(-1) ?? [];
    const more = of.length > 1 && of.at(-1)?.length === 1 ? Number(/\d+/.exec(last ?? "")?.[0]) : 0;
    return { rows: of.slice(0, more > 0 ? -1 : undefined).map(read), count: of.length - (more > 0 ? 1 - more : 0) };
  };
  const cell = (cells: readonly string[], index: number) => present(cells[index], "a cell");
  const totals = new Map(rows(texts["reports.totals"]).map(([name = "", value = ""]) => [name, value]));
  const amounts = (title: string) => list(title, (cells) => [cell(cells, 0), pence(cell(cells, 1))]);
  const sold = (title: string) =>
    list(title, (cells) => [cell(cells, 0), thousandths(cell(cells, 1)), pence(cell(cells, 2))]);
  const average = keyFigures.get(texts["reports.averageSale"]);
  const margin = keyFigures.get(texts["reports.marginPercent"]);
  return {
    totals: REPORT_TOTALS.map((name) => [name, pence(present(totals.get(texts[`reports.${name}`]), name))]),
    counts: [[Number(keyFigures.get(texts["reports.saleCount"])), Number(totals.get(texts["reports.refundCount"]))]],
    averageAndMargin: [
      [average === undefined ? null : pence(average), margin === undefined ? null : tenths(margin.replace("%", ""))],
    ],
    total: pence(present(keyFigures.get(texts["reports.total"]), "the total")),
    hours: list(texts["reports.byHour"], (cells) => [
      Number(cell(cells, 0).slice(0, 2)),
      // Between them HTML has the bar.
      pence(present(cells.at(-1), "an amount")),
    ]),
    categories: sold(texts["reports.byCategory"]),
    articles: sold(texts["reports.byArticle"]),
    payments: amounts(texts["reports.paymentsLessRefunds"]),
    customerPayments: amounts(texts["reports.customerPayments"]),
    taxes: list(texts["reports.taxByRate"], (cells) => [
      cell(cells, 0).replace("%", ""),
      pence(cell(cells, 1)),
      pence(cell(cells, 2)),
    ]),
    refunds: list(texts["mail.refundsGiven"], (cells) => [
      present(cell(cells, 0).split(" · ")[1], "a reason"),
      pence(cell(cells, 1)),
    ]),
    drawers: amounts(texts["reports.drawers"]),
    low: list(texts["mail.belowReorderPoint"], (cells) => [
      present(/\(([^)]+)\)$/.exec(cell(cells, 0))?.[1], "a SKU"),
      thousandths(cell(cells, 1)),
    ]),
  };
}

export { ROWS as MAIL_ROWS };

export function shownByCsv(mail: MailContent, language: Language): Shown {
  const texts = CATALOGUE[language];
  const content = Buffer.from(present(mail.attachments[0], "a file").content).toString();
  const [, ...cells] = parse(content, { bom: true, record_delimiter: "\r\n" }) as string[][];
  const rows = (figure: string) => cells.filter(([of]) => of === figure).map(([, ...rest]) => rest as Row);
  const one = (figure: string) => rows(figure)[0];
  const tax = new Map(rows(texts["reports.taxByRate"]).map(([, rate, , amount]) => [rate, pence(amount)]));
  const sold = (figure: string) =>
    rows(figure).map(([, name, quantity, amount]) => [name, thousandths(quantity), pence(amount)]);
  const amounts = (figure: string) => sorted(rows(figure).map(([, name, , amount]) => [name, pence(amount)]));
  const average = one(texts["reports.averageSale"]);
  const margin = one(`${texts["reports.marginPercent"]} (%)`);
  return {
    totals: REPORT_TOTALS.map((name) => [name, pence(present(one(texts[`reports.${name}`]), name)[3])]),
    counts: [
      [texts["reports.saleCount"], texts["reports.refundCount"]].map((name) => Number(present(one(name), name)[2])),
    ],
    averageAndMargin: [[average ? pence(average[3]) : null, margin ? tenths(margin[3].replace(/^'/, "")) : null]],
    hours: rows(texts["reports.byHour"])
      .filter(([, , count]) => count !== "0")
      .map(([, hour, count, amount]) => [Number(hour.slice(0, 2)), Number(count), pence(amount)]),
    categories: sorted(sold(texts["reports.byCategory"])),
    articles: sold(texts["reports.byArticle"]),
    payments: amounts(texts["reports.paymentsLessRefunds"]),
    customerPayments: amounts(texts["reports.customerPayments"]),
    taxes: sorted(
      rows(texts["reports.salesWithoutTaxByRate"]).map(([, rate, , amount]) => [
        rate.replace("%", ""),
        pence(amount),
        present(tax.get(rate), "a tax"),
      ]),
    ),
    refunds: sorted(
      rows(texts["mail.refundsGiven"]).map(([, name, , amount]) => [
        present(name.split(" · ")[1], "a reason"),
        pence(amount),
      ]),
    ),
    drawers: amounts(texts["reports.drawers"]),
    low: sorted(rows(texts["mail.belowReorderPoint"]).map(([sku, , quantity]) => [sku, thousandths(quantity)])),
  };
}

type Row = [code: string, name: string, quantity: string, amount: string];
