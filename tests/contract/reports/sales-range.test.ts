import { present } from "@pos/core/base/result.ts";
import { dailyReport, salesRange, salesUpTo } from "@pos/core/office/report/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { describe, expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { done, type Shop } from "../../support/shop.ts";
import { createReportShop } from "./support.ts";

async function sell(shop: Shop, unitPrice: string): Promise<number> {
  const sale = { ...makeSale(shop, { method: "CARD", lines: [{ description: "Lamp", quantity: "1", unitPrice }] }) };
  const outcome = await sellLive(shop.operator(0), { ...sale, occurredAt: shop.clock.now() });
  if (!("sale" in outcome)) throw new Error("A sale was refused.");
  return outcome.sale.total;
}

function setClock(shop: Shop, instant: string): void {
  shop.clock.advance(Date.parse(instant) - Date.parse(shop.clock.now()));
}

describe("salesRange", () => {
  test("sums the days of a month with a change of the clock, also those without sales", async () => {
    const shop = await createReportShop({ timeZone: "Europe/London" });
    // Around the ends of the month, and on both sides of the change on 25 October.
    const instants = ["2026-09-30T22:59:00.000Z", "2026-10-01T00:30:00.000Z", "2026-10-24T22:59:00.000Z"];
    instants.push("2026-10-24T23:00:00.000Z", "2026-10-25T23:59:00.000Z", "2026-10-31T23:59:00.000Z");
    instants.push("2026-11-01T00:00:00.000Z");
    for (const [index, instant] of instants.entries()) {
      setClock(shop, instant);
      await sell(shop, String(10 + index));
    }
    await drain(shop);
    const span = { locationId: shop.locationId, from: "2026-10-01", to: "2026-10-31" };
    const range = present(await salesRange(shop.owner, span), "a range");
    expect(range.days).toHaveLength(31);
    const sold = range.days.filter(({ summary }) => summary.saleCount > 0);
    expect(sold.map(({ day, summary }) => [day, summary.grossSales])).toEqual([
      ["2026-10-01", 1100],
      ["2026-10-24", 1200],
      ["2026-10-25", 1300 + 1400],
      ["2026-10-31", 1500],
    ]);
    expect(range.summary).toMatchObject({ saleCount: 5, grossSales: 6500 });
    expect(range.payments).toEqual([{ methods: ["CARD"], net: 6500 }]);
    for (const { day, summary } of range.days) {
      const report = await dailyReport(shop.owner, { locationId: shop.locationId, day });
      expect(report?.summary, day).toEqual(summary);
    }
  });

  test("covers the locations of the caller when none is named", async () => {
    const shop = await createReportShop();
    const other = { id: shop.clock.newId("loc"), code: "OTHER", name: "Other", timeZone: "Europe/London" };
    done(await createLocation(shop.owner, other));
    await sell(shop, "10");
    await drain(shop);
    const span = { from: "2026-06-15", to: "2026-06-15" };
    const all = present(await salesRange(shop.owner, span), "a range");
    expect(all.locations.map(({ locationId, summary }) => [locationId, summary.saleCount]).sort()).toEqual(
      [
        [shop.locationId, 1],
        [other.id, 0],
      ].sort(),
    );
    const { caller } = shop.owner;
    const manager = { ...shop.owner, caller: { ...caller, coverage: [shop.locationId] } } as Context;
    const own = present(await salesRange(manager, span), "a range");
    expect(own.locations.map(({ locationId }) => locationId)).toEqual([shop.locationId]);
    expect(await salesRange(manager, { ...span, locationId: other.id })).toBeUndefined();
  });

  test.each([
    ["366 days are asked for", "2027-01-01", "2028-01-01", true],
    ["367 days are asked for", "2027-01-01", "2028-01-02", false],
    ["the first day is after the last", "2027-01-02", "2027-01-01", false],
  ])("is answered or refused as malformed when %s", async (_when, from, to, isAnswered) => {
    const shop = await createReportShop();
    const asked = salesRange(shop.owner, { from, to });
    if (isAnswered) expect((await asked)?.days).toHaveLength(366);
    else await expect(asked).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("salesUpTo", () => {
  test("adds the whole days before and the locations of the caller when they are asked for", async () => {
    const shop = await createReportShop({ timeZone: "Europe/London" });
    for (const [instant, price] of [
      ["2026-06-15T18:00:00.000Z", "1"],
      ["2026-06-16T08:00:00.000Z", "10"],
      ["2026-06-17T08:00:00.000Z", "100"],
      ["2026-06-17T12:00:00.000Z", "1000"],
    ] as const) {
      setClock(shop, instant);
      await sell(shop, price);
    }
    await drain(shop);
    const at = "2026-06-24T10:30:00.000Z";
    const asked = { day: "2026-06-17", at };
    const upTo = async (more: object) => (await salesUpTo(shop.owner, { ...asked, ...more }))?.total;
    const { locationId } = shop;
    expect(await upTo({ locationId })).toBe(10_000);
    expect(await upTo({ locationId, from: "2026-06-16" })).toBe(11_000);
    expect(await upTo({ from: "2026-06-15" })).toBe(11_100);
    await expect(upTo({ from: "2026-06-18" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(upTo({ from: "2025-06-16" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
