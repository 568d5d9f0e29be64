import { present } from "@pos/core/base/result.ts";
import { balanceKey, entryKey, factKey, headKey } from "@pos/core/ledger/index.ts";
import { type CheckName, dailyReport } from "@pos/core/office/report/index.ts";
import { DAY } from "@pos/core/selling/day/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import type { Key } from "@pos/core/table/port/port.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { linesOf, makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createReportShop, type ReportShop } from "./support.ts";

const TODAY = "2026-06-15";

let shop: ReportShop;
let sale: SaleFact;

beforeEach(async () => {
  shop = await createReportShop();
  await shop.stock("1000");
  for (const terminal of [0, 1, 0]) {
    const outcome = await sellLive(shop.operator(terminal), makeSale(shop, { terminal, lines: linesOf(shop, 30) }));
    if ("sale" in outcome) sale = outcome.sale;
  }
  shop.clock.advance(60_000);
  await drain(shop);
});

async function failing(): Promise<[CheckName, string][]> {
  const report = present(await dailyReport(shop.owner, { locationId: shop.locationId, day: TODAY }), "the report");
  const { checks, reconciles } = report.reconciliation;
  const failed = checks.flatMap(({ name, detail }): [CheckName, string][] =>
    detail === undefined ? [] : [[name, detail]],
  );
  expect(reconciles).toBe(failed.length === 0);
  return failed;
}

async function changeBody<T extends object>(key: Key, change: (body: T) => object): Promise<void> {
  const item = present(await shop.engine.table.get(key), "what is to be changed");
  const body = JSON.stringify(change(JSON.parse(String(item.body)) as T));
  await shop.engine.table.write({ op: "put", item: { ...item, body } });
}

const dayKey = () => balanceKey(shop.merchantId, shop.locationId, DAY, TODAY);

describe("report: reconciliation", () => {
  test("reconcile: passes all checks when the stored day is unchanged", async () => {
    expect(await failing()).toEqual([]);
  });

  test.each(["gross", "refunds", "discount", "tax"])("a penny in the day's %s shows", async (name) => {
    await changeBody<{ [name: string]: number }>(dayKey(), (totals) => ({
      ...totals,
      [name]: (totals[name] ?? 0) + 1,
    }));
    expect(await failing()).toEqual([["TOTALS_ARE_SUMS", expect.stringContaining(`${name}: `)]]);
  });

  test("a penny in an hour, and in a payment method, shows", async () => {
    await changeBody<{ hours: { [hour: string]: [number, number] }; payments: { cash: number } }>(
      dayKey(),
      (totals) => ({
        ...totals,
        hours: { ...totals.hours, 10: [totals.hours[10]?.[0], (totals.hours[10]?.[1] ?? 0) + 1] },
        payments: { cash: totals.payments.cash - 1 },
      }),
    );
    const [[name, detail] = ["", ""]] = await failing();
    expect(name).toBe("TOTALS_ARE_SUMS");
    expect(detail).toMatch(/cash: .*; gross of hour 10: /);
  });

  test("a penny in a sale shows", async () => {
    await changeBody<SaleFact>(factKey(shop.merchantId, sale.id), (fact) => ({ ...fact, total: fact.total + 1 }));
    const failed = await failing();
    expect(failed.map(([name]) => name)).toEqual(["TOTALS_ARE_SUMS", "PAYMENTS_MEET_SALES"]);
  });

  test("a penny in the ledger's accounts shows", async () => {
    const key = headKey(shop.merchantId, shop.locationId);
    const head = present(await shop.engine.table.get(key), "the head");
    const accounts = { ...(head.accounts as { cash: number }) };
    accounts.cash += 1;
    await shop.engine.table.write({ op: "put", item: { ...head, accounts } });
    expect(await failing()).toEqual([["TRIAL_BALANCE_ZERO", "the accounts sum to 0.01"]]);
  });

  test.each([0, 1])("a sale whose part %i is not booked shows", async (part) => {
    await shop.engine.table.write({ op: "delete", key: entryKey(shop.merchantId, sale.id, part) });
    const failed = new Map(await failing());
    expect(failed.get("ALL_BOOKED")).toBe(`1 not booked: ${sale.id}`);
    expect(failed.has("TOTALS_ARE_SUMS")).toBe(part === 0);
  });

  test("what was recorded just now may still be on its way; a while later it is missed", async () => {
    await sellLive(shop.operator(0), makeSale(shop));
    expect(await failing()).toEqual([]);
    shop.clock.advance(60_000);
    expect(await failing()).toEqual([["ALL_BOOKED", expect.stringMatching(/^1 not booked: sal_/)]]);
  });

  test("reconcile: shows payments that fall short, with the exception of the sale", async () => {
    const short = makeSale(shop, { method: "CARD" });
    const [payment] = short.payments;
    const payments = [{ ...present(payment, "a payment"), amount: present(payment, "a payment").amount - 1 }];
    await sellHappened(shop.terminal(0), [{ ...short, payments }]);
    shop.clock.advance(60_000);
    await drain(shop);
    expect((await failing()).map(([name]) => name)).toEqual(["PAYMENTS_MEET_SALES"]);
    const report = present(await dailyReport(shop.owner, { locationId: shop.locationId, day: TODAY }), "the report");
    const open = report.reconciliation.openExceptions.map(({ subject, code }) => [subject, code]);
    expect(open).toContainEqual([short.id, "PAYMENT_MISMATCH"]);
    const other = await dailyReport(shop.owner, { locationId: shop.locationId, day: "2026-06-14" });
    expect(other?.reconciliation.openExceptions).toEqual([]);
  });

  test("dailyReport: lists each exception with the receipt number when one sale has two", async () => {
    const short = makeSale(shop, { method: "CARD" });
    const payment = present(short.payments[0], "a payment");
    const payments = [{ ...payment, amount: payment.amount - 1, tendered: payment.amount + 100 }];
    await sellHappened(shop.terminal(0), [{ ...short, payments }]);
    shop.clock.advance(60_000);
    await drain(shop);
    const report = present(await dailyReport(shop.owner, { locationId: shop.locationId, day: TODAY }), "the report");
    const own = report.reconciliation.openExceptions.filter(({ subject }) => subject === short.id);
    expect(own.map(({ code }) => code).sort()).toEqual(["PAYMENT_MISMATCH", "TENDERED_NOT_ALLOWED"]);
    for (const { subjectName } of own) expect(subjectName).toMatch(/-\d+$/);
  });

  test("of a day on which nothing happened holds", async () => {
    const report = await dailyReport(shop.owner, { locationId: shop.locationId, day: "2026-06-01" });
    expect(report?.reconciliation.reconciles).toBe(true);
    expect(report?.summary.saleCount).toBe(0);
  });

  test("of a day that is being sold in holds at every moment, whatever is booked meanwhile", async () => {
    let busy = true;
    const selling = (async () => {
      for (let count = 0; count < 40; count++) {
        await sellLive(shop.operator(0), makeSale(shop));
        await drain(shop);
      }
      busy = false;
    })();
    let looked = 0;
    while (busy) {
      expect(await failing()).toEqual([]);
      looked++;
    }
    await selling;
    expect(looked).toBeGreaterThan(3);
  });
});
