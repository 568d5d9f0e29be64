import { present } from "@pos/core/base/result.ts";
import { dayAfter, firstInstantAt, instantMilliseconds, timeOfDay } from "@pos/core/base/time.ts";
import { adjustStock } from "@pos/core/goods/stock/index.ts";
import { summaryOf } from "@pos/core/office/report/figures.ts";
import { dailyReport, type SalesFigures, salesSummary, salesUpTo } from "@pos/core/office/report/index.ts";
import { DAY } from "@pos/core/selling/day/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { reportMail } from "@pos/functions/mail/report-mail.ts";
import { describe, expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { ledgerItems } from "../../support/ledgers.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { done, type Shop } from "../../support/shop.ts";
import { createReportShop, PLAIN_OF } from "./support.ts";

const DAY_SOLD = "2026-06-15";

async function sell(shop: Shop, request: Parameters<typeof makeSale>[1] = {}, change: Partial<SaleInput> = {}) {
  const outcome = await sellLive(shop.operator(0), {
    ...makeSale(shop, { method: "CARD", ...request }),
    occurredAt: shop.clock.now(),
    ...change,
  });
  if (!("sale" in outcome)) throw new Error(`A sale was refused: ${JSON.stringify(outcome)}`);
  return outcome.sale;
}

async function giveBack(shop: Shop, sale: SaleFact, line: number, amount: number) {
  const payment = present(sale.payments[0], "a payment");
  const request = {
    ...{ id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), saleId: sale.id, reason: "It was broken" },
    lines: [{ line, quantity: "1" }],
    payments: [{ id: shop.clock.newId("pay"), method: payment.method, amount, paymentId: payment.id }],
  };
  done(await refundSale(shop.operator(0), request));
}

/** The identities that the schema states. */
function expectIdentities(figures: SalesFigures): void {
  const { salesBeforeDiscounts, discounts, returns, total, tax, salesWithoutTax, costOfGoods, grossProfit } = figures;
  expect(salesBeforeDiscounts - discounts - returns).toBe(total);
  expect(salesWithoutTax + tax).toBe(total);
  expect(salesWithoutTax - costOfGoods).toBe(grossProfit);
}

describe("SalesFigures: item 9 (dashboard bug 3)", () => {
  test.each([
    {
      pricesIncludeTax: true,
      // 10.00 less 1.00, and 12.00, with 20 %: 9.00 (tax 1.50) and 12.00 (tax 2.00), of which the 12.00 came back.
      figures: {
        salesBeforeDiscounts: 2200,
        discounts: 100,
        returns: 1200,
        total: 900,
        tax: 150,
        salesWithoutTax: 750,
      },
      average: 2100,
    },
    {
      pricesIncludeTax: false,
      // 9.00 and 12.00, 1.80 and 2.40 of tax added: 25.20, of which 14.40 came back.
      figures: {
        salesBeforeDiscounts: 2620,
        discounts: 100,
        returns: 1440,
        total: 1080,
        tax: 180,
        salesWithoutTax: 900,
      },
      average: 2520,
    },
  ])("are what their descriptions state when pricesIncludeTax is $pricesIncludeTax", async (expected) => {
    const { pricesIncludeTax, figures, average } = expected;
    const shop = await createReportShop({ regime: { pricesIncludeTax } });
    const sale = await sell(shop, {
      lines: [
        { description: "Lamp", quantity: "1", unitPrice: "10", discounts: [{ percent: "10" }] },
        { description: "Chair", quantity: "1", unitPrice: "12" },
      ],
    });
    await giveBack(shop, sale, 2, figures.returns);
    await drain(shop);
    const span = { locationId: shop.locationId, from: DAY_SOLD, to: DAY_SOLD };
    const summary = present(await salesSummary(shop.owner, span), "a summary");
    const marginPercent = "100";
    const whole = { ...figures, voids: 0, costOfGoods: 0, grossProfit: figures.salesWithoutTax, marginPercent };
    expect(summary.figures).toEqual({ ...whole, averageSale: average });
    expectIdentities(summary.figures);
    const report = await dailyReport(shop.owner, { locationId: shop.locationId, day: DAY_SOLD });
    expect(report?.summary.figures).toEqual(summary.figures);
    // The old fields keep their meaning.
    const { grossSales, refunds, netSales, taxTotal } = summary;
    expect([grossSales, refunds, netSales, taxTotal]).toEqual([average, figures.returns, figures.total, figures.tax]);
  });

  const NO_DAY = {
    saleCount: 0,
    refundCount: 0,
    gross: 0,
    refunds: 0,
    discount: 0,
    tax: 0,
    cost: 0,
    payments: {},
    hours: {},
  };

  test.each([
    ["nothing was sold", {}, undefined, undefined],
    ["more came back than was sold", { refundCount: 1, refunds: 500 }, undefined, undefined],
    ["a third of the sales is left", { saleCount: 3, gross: 300, cost: 200 }, "33.3", 100],
    ["the cost is above the sales", { saleCount: 1, gross: 200, cost: 333 }, "-66.5", 200],
    ["a half is rounded away from zero", { saleCount: 2, gross: 2001, tax: 1, cost: 2665 }, "-33.3", 1001],
    ["the cost is far above the sales", { saleCount: 1, gross: 1, cost: 2 ** 52 }, "-450359962737049500", 1],
    ["rounding leaves no minus before zero", { saleCount: 1, gross: 100_000, cost: 100_001 }, "0", 100_000],
  ])("marginPercent and averageSale: are right when %s", (_what, day, marginPercent, averageSale) => {
    const { figures } = summaryOf([{ ...NO_DAY, ...day }]);
    expect(figures.marginPercent).toBe(marginPercent);
    expect(figures.averageSale).toBe(averageSale);
    expectIdentities(figures);
  });
});

/** The seventh day after a change of the clock, and the changes themselves. */
const WEEKS = [
  { timeZone: "Europe/London", day: "2026-06-15" },
  { timeZone: "Europe/London", day: "2026-10-25" },
  { timeZone: "Europe/London", day: "2026-03-29" },
  { timeZone: "Europe/London", day: "2026-10-18" },
  { timeZone: "Australia/Lord_Howe", day: "2026-04-05" },
  { timeZone: "Asia/Kathmandu", day: "2026-04-05" },
];
const QUARTER_MILLISECONDS = 900_000;

describe("salesUpTo: item 9 (dashboard bug 7)", () => {
  test.each(WEEKS)("has what was sold on $day in $timeZone before the time of day that is asked for", async (week) => {
    const { timeZone, day } = week;
    const shop = await createReportShop({ timeZone });
    const [start, end] = [firstInstantAt(day, 0, timeZone), firstInstantAt(dayAfter(day), 0, timeZone)].map(
      instantMilliseconds,
    ) as [number, number];
    shop.clock.advance(start + 60_000 - instantMilliseconds(shop.clock.now()));
    const sold: { readonly at: number; readonly total: number; readonly back: boolean }[] = [];
    // A sale each quarter of an hour, a minute past it, and a refund with every seventh.
    while (instantMilliseconds(shop.clock.now()) < end) {
      const at = instantMilliseconds(shop.clock.now());
      const lines = [{ description: "Lamp", quantity: "1", unitPrice: String(10 + sold.length) }];
      const sale = await sell(shop, { lines });
      sold.push({ at, total: sale.total, back: false });
      if (sold.length % 7 === 0) {
        await giveBack(shop, sale, 1, sale.total);
        sold.push({ at, total: sale.total, back: true });
      }
      shop.clock.advance(QUARTER_MILLISECONDS - (instantMilliseconds(shop.clock.now()) - at));
    }
    await drain(shop);
    // Every time of day that a clock shows a week later, and not all of these exist on the day itself, or exist once.
    const minutes = minutesOf(start, end, timeZone);
    const later = instantMilliseconds(firstInstantAt(dayAfter(day, 7), 0, timeZone));
    for (let quarter = 0; quarter < 96; quarter++) {
      const at = new Date(later + quarter * QUARTER_MILLISECONDS).toISOString();
      const upTo = present(await salesUpTo(shop.owner, { locationId: shop.locationId, day, at }), "figures");
      const cut = cutOf(minutes, timeOfDay(at, timeZone) / 60_000);
      const shown = sold.filter(({ at: of }) => of < cut);
      const sales = shown.filter(({ back }) => !back);
      const sum = (of: typeof sold) => of.reduce((total, row) => total + row.total, 0);
      const returns = sum(shown.filter(({ back }) => back));
      expect(upTo, at).toMatchObject({
        ...{ day, saleCount: sales.length, refundCount: shown.length - sales.length, returns },
        total: sum(sales) - returns,
      });
    }
  });

  test("equals the whole day so far when no time is given", async () => {
    const shop = await createReportShop();
    await sell(shop);
    shop.clock.advance(1000);
    await drain(shop);
    const so = { locationId: shop.locationId, day: DAY_SOLD };
    const { figures } = present(await salesSummary(shop.owner, { ...so, from: DAY_SOLD, to: DAY_SOLD }), "a summary");
    expect(await salesUpTo(shop.owner, so)).toMatchObject({ saleCount: 1, total: figures.total });
  });

  test("is right for a day whose totals were stored before hours were counted", async () => {
    const shop = await createReportShop();
    const sales = [await sell(shop)];
    shop.clock.advance(2 * 3_600_000);
    sales.push(await sell(shop));
    shop.clock.advance(60_000);
    await drain(shop);
    for (const item of (await ledgerItems(shop)).filter(({ sk }) => sk.startsWith(DAY.name))) {
      const { hours: _, ...before } = JSON.parse(String(item.body));
      await shop.engine.table.write({ op: "put", item: { ...item, body: JSON.stringify(before) } });
    }
    const upTo = await salesUpTo(shop.owner, { locationId: shop.locationId, day: DAY_SOLD });
    expect(upTo).toMatchObject({ saleCount: 2, total: sales.reduce((sum, { total }) => sum + total, 0) });
  });

  test("reads the sales of one hour, however many the day has", async () => {
    const shop = await createReportShop();
    for (let sale = 0; sale < 120; sale++) {
      await sell(shop);
      shop.clock.advance(5 * 60_000);
    }
    await drain(shop);
    let read = 0;
    const counting = {
      ...shop.owner,
      table: {
        ...shop.owner.table,
        batchGet: async (keys: Parameters<typeof shop.owner.table.batchGet>[0]) => {
          read += keys.length;
          return shop.owner.table.batchGet(keys);
        },
      },
    };
    const at = "2026-06-15T17:45:00.000Z";
    const upTo = present(await salesUpTo(counting, { locationId: shop.locationId, day: DAY_SOLD, at }), "figures");
    expect(upTo.saleCount).toBeGreaterThan(90);
    expect(read).toBeLessThanOrEqual(12);
  });
});

interface Minute {
  readonly at: number;
  /** What the clock shows, by the platform's calendar, as minutes since midnight. */
  readonly shown: number;
}

function minutesOf(start: number, end: number, timeZone: string): Minute[] {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return Array.from({ length: (end - start) / 60_000 }, (_, index) => {
    const at = start + index * 60_000;
    const [hour = 0, minute = 0] = format.format(at).split(":").map(Number);
    return { at, shown: hour * 60 + minute };
  });
}

/** The last minute of a day at which its clock shows a time, or the end of the last that it shows before it. */
function cutOf(minutes: readonly Minute[], wanted: number): number {
  const shown = minutes.findLast((minute) => minute.shown === wanted);
  if (shown) return shown.at;
  return (minutes.findLast((minute) => minute.shown < wanted)?.at ?? 0) + 60_000;
}

describe("report mail: item 9, counts are counts (dashboard bug 22)", () => {
  test("reportMail: states how many there are when there are more than the report holds", async () => {
    const shop = await createReportShop({ variants: 130 });
    // Goods without stock are below zero: an exception each; with a reorder point, below it.
    for (const { id } of shop.variants.slice(0, 120))
      done(
        await adjustStock(shop.owner, {
          ...{ id: shop.clock.newId("adj"), locationId: shop.locationId, occurredAt: shop.clock.now() },
          lines: [{ variant: { id }, quantity: "-1" }],
          reason: "LOSS",
        }),
      );
    const sale = await sell(shop, { lines: [{ description: "Lamp", quantity: "60", unitPrice: "1" }] });
    for (let count = 0; count < 57; count++) await giveBack(shop, sale, 1, 100);
    await drain(shop);
    const report = present(await dailyReport(shop.owner, { locationId: shop.locationId, day: DAY_SOLD }), "a report");
    expect(report.reconciliation.openExceptions).toHaveLength(50);
    expect(report.reconciliation.openExceptionCount).toBe(120);
    expect(report.refunds).toHaveLength(50);
    expect(report.summary.refundCount).toBe(57);
    const mail = reportMail(report, PLAIN_OF, "EN");
    for (const content of [mail.text, mail.html]) {
      expect(content).toContain("120 open exceptions:");
      expect(content).toContain("and 110 more");
      expect(content).toContain("and 47 more");
      expect(content).not.toMatch(/\b(loc|var|sal|ref|trm|adj)_[0-9A-Z]/);
      expect(content).not.toContain("STOCK_NEGATIVE");
    }
    expect(mail.text).toMatch(/Negative stock: Product \d+ – Article \d+, 15 Jun 2026, 10:00/);
  });
});
