import { present } from "@pos/core/base/result.ts";
import { balanceItem, workingBalances } from "@pos/core/ledger/balance.ts";
import { type ArticleSales, bestSellers, dailyReport, salesByDay, salesByHour } from "@pos/core/office/report/index.ts";
import { DAY, dayProjection } from "@pos/core/selling/day/index.ts";
import { DRAWER } from "@pos/core/selling/payment/index.ts";
import { sizeOf } from "@pos/core/table/port/size.ts";
import { describe, expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { balancesOf } from "../../support/ledgers.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { sellRandomDay } from "./day.ts";
import { createReportShop } from "./support.ts";

/** Days that are harder than others: two with 25 hours, one with 23. */
const DAYS = [
  { timeZone: "Europe/London", day: "2026-06-15", minutes: 1440, start: "2026-06-14T23:00:00.000Z" },
  { timeZone: "Europe/London", day: "2026-10-25", minutes: 1500, start: "2026-10-24T23:00:00.000Z" },
  { timeZone: "Europe/London", day: "2026-03-29", minutes: 1380, start: "2026-03-29T00:00:00.000Z" },
  { timeZone: "Australia/Lord_Howe", day: "2026-04-05", minutes: 1470, start: "2026-04-04T13:00:00.000Z" },
  { timeZone: "Asia/Shanghai", day: "2026-10-01", minutes: 1440, start: "2026-09-30T16:00:00.000Z" },
];

describe("report: figures", () => {
  test.each(DAYS)(
    "of $day in $timeZone are what the day's requests come to, and the books add up",
    async ({ timeZone, day, minutes, start }) => {
      const shop = await createReportShop({ seed: minutes, timeZone });
      shop.clock.advance(Date.parse(start) - Date.parse(shop.clock.now()));
      await shop.stock("1000");
      const { expected, sales, refunds } = await sellRandomDay(shop, { sales: 90, minutes, timeZone });
      await drain(shop);
      const report = present(await dailyReport(shop.owner, { locationId: shop.locationId, day }), "the report");

      expect(refunds.length).toBeGreaterThan(5);
      expect(report.summary).toMatchObject({
        saleCount: sales.length,
        refundCount: refunds.length,
        grossSales: expected.gross,
        refunds: expected.refunds,
        netSales: expected.gross - expected.refunds,
      });
      expect(report.discountTotal).toBe(expected.discount);
      const hours = report.hours.filter(({ saleCount }) => saleCount > 0);
      expect(
        new Map(hours.map(({ hour, saleCount, grossSales }) => [hour, { count: saleCount, gross: grossSales }])),
      ).toEqual(expected.hours);
      const categories = report.categories.map(({ categoryId, quantity, gross, refunds }) => [
        categoryId ?? "none",
        { quantity, gross, refunds },
      ]);
      expect(new Map(categories as never)).toEqual(expected.categories);
      expect(rowsOf(report.articles)).toEqual(expected.articles);
      expect(new Map(report.payments.map(({ method, paid, refunded }) => [method, { paid, refunded }]))).toEqual(
        expected.payments,
      );
      expect(new Map(report.taxes.map(({ rate, net, tax }) => [rate, { net, tax }]))).toEqual(expected.taxes);
      expect(report.summary.taxTotal).toBe(report.taxes.reduce((sum, { tax }) => sum + tax, 0));
      expect(report.reconciliation.checks.filter(({ detail }) => detail !== undefined)).toEqual([]);
      expect(report.reconciliation.reconciles).toBe(true);

      const drawers = await balancesOf(shop, DRAWER);
      expect(new Map(report.drawers.map(({ terminalId, cash }) => [terminalId, cash]))).toEqual(
        new Map([...drawers].map(([id, { cash }]) => [id, cash])),
      );
      expect(report.refunds.map(({ id }) => id)).toEqual(refunds.map(({ id }) => id).slice(0, 50));

      const best = present(
        await bestSellers(shop.owner, { locationId: shop.locationId, from: day, to: day, first: 3 }),
        "the best",
      );
      expect(best).toEqual(report.articles.slice(0, 3));
      expect(await salesByDay(shop.owner, { from: day, to: day })).toMatchObject([{ day, summary: report.summary }]);
      expect(await salesByHour(shop.owner, { from: day, to: day })).toEqual(report.hours);
    },
  );

  test("categories, taxes and articles each come to net sales, with tax added on top too", async () => {
    const shop = await createReportShop({ regime: { pricesIncludeTax: false }, seed: 9 });
    await shop.stock("1000");
    for (const variant of shop.variants)
      await sellLive(shop.operator(0), makeSale(shop, { lines: [lineOf(variant, "3")], method: "CARD" }));
    await drain(shop);
    const report = present(
      await dailyReport(shop.owner, { locationId: shop.locationId, day: "2026-06-15" }),
      "the report",
    );
    const { netSales, taxTotal } = report.summary;
    expect(taxTotal).toBeGreaterThan(0);
    expect(report.categories.reduce((sum, { gross, refunds }) => sum + gross - refunds, 0)).toBe(netSales);
    expect(report.articles.reduce((sum, { gross, refunds }) => sum + gross - refunds, 0)).toBe(netSales);
    expect(report.taxes.reduce((sum, { net, tax }) => sum + net + tax, 0)).toBe(netSales);
    expect(report.reconciliation.reconciles).toBe(true);
  });

  test("sales that come days later are in the day on which they happened", async () => {
    const shop = await createReportShop();
    await shop.stock("1000");
    const late = { ...makeSale(shop, { method: "CARD" }), occurredAt: "2026-06-05T10:00:00.000Z" };
    await sellLive(shop.operator(0), late);
    await drain(shop);
    const report = present(
      await dailyReport(shop.owner, { locationId: shop.locationId, day: "2026-06-05" }),
      "the report",
    );
    expect(report.articles).toHaveLength(1);
    expect(report.hours[11]).toMatchObject({ saleCount: 1 });
    expect(report.reconciliation.reconciles).toBe(true);
  });

  test("what lies below its reorder point is named, from the emptiest", async () => {
    const shop = await createReportShop();
    await shop.stock("500", { variants: shop.garden.variants });
    await shop.stock("4", { variants: shop.kitchen.variants.slice(0, 1) });
    await drain(shop);
    const report = present(
      await dailyReport(shop.owner, { locationId: shop.locationId, day: "2026-06-15" }),
      "the report",
    );
    const named = report.belowReorderPoint.map(({ variant, onHand }) => [variant.sku, onHand]);
    expect(named).toContainEqual(["Kitchen-1", "4"]);
    expect(named.some(([sku]) => String(sku).startsWith("Garden"))).toBe(false);
  });

  test("a day's totals with a large shop's figures in all 24 hours stay under a KB", () => {
    const balances = workingBalances(() => undefined);
    const day = "2026-06-15";
    balances.set(DAY, day, {
      saleCount: 98_765,
      refundCount: 4_321,
      gross: 987_654_321,
      refunds: 12_345_678,
      discount: 12_345_678,
      tax: 164_609_053,
      cost: 500_000_000,
      payments: {
        cash: 246_913_580,
        card: 246_913_580,
        qrCode: 246_913_580,
        otherPayments: 246_913_580,
        suspense: 1_000_000,
      },
      hours: Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [hour, [4_321, 43_209_876] as const])),
    });
    balances.accept("0001-000000098765");
    const [[sk, stored] = ["", { value: null, at: "" }]] = balances.changed();
    const pk = "mer_01J00000000000000000000000#L#loc_01J00000000000000000000000";
    expect(sizeOf(balanceItem(pk, sk, stored))).toBeLessThan(1024);
    expect(dayProjection.needs).toBeDefined();
  });
});

function rowsOf(articles: readonly ArticleSales[]) {
  return new Map(
    articles.map(({ variantId, description, quantity, gross, refunds }) => [
      variantId ?? description,
      { quantity, gross, refunds },
    ]),
  );
}
