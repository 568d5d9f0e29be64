import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import { CUSTOMER } from "@pos/core/customers/customer/index.ts";
import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { type BalanceKind, readBalance, readHead, rebuildBalances, rebuildEntries } from "@pos/core/ledger/index.ts";
import { archiveLines } from "@pos/core/office/archive/index.ts";
import { salesSummary } from "@pos/core/office/report/index.ts";
import type { RefundFact } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import type { EmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { books } from "@pos/functions/books.ts";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { amountOf, readDocuments } from "@pos/host/cli/import/documents.ts";
import { isGoods } from "@pos/host/cli/import/shop.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShopTable } from "../../support/folders.ts";
import { importedEntries, plantEverywhere } from "./planting.ts";
import {
  factsOf,
  type Imported,
  importInto,
  ledgerItems,
  MONTHS,
  monthFiles,
  ownerOf,
  scratch,
  verifyImported,
} from "./support.ts";

/** The six months, imported once, against the figures that come with the data. */
const { folder, remove } = scratch("import");
let engine: EmbeddedTable;
let imported: Imported;
let close = async () => {};

beforeAll(async () => {
  const files = monthFiles(...MONTHS);
  engine = await openShopTable(join(folder, "table"));
  close = engine.close;
  imported = await importInto(engine, { files, folder, clock });
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`import: six months in ${imported.seconds.toFixed(1)} s, peak memory ${megabytes} MB`);
}, 240_000);
afterAll(async () => {
  await close();
  remove();
});

const SALES = { documents: 8_127, lines: 204_262, money: 406_472_659, quantity: 2_113_541_000 };
const REFUNDS = { documents: 1_677, lines: 3_783, money: -35_789_895, quantity: -123_666_000 };
const ADJUSTMENTS = { documents: 979, lines: 984, money: 0, quantity: -39_331_000 };
const NOTHING = { documents: 0, lines: 0, money: 0, quantity: 0 };
/** Rows, and the sum of the line totals. */
const BY_MONTH = {
  "2010-12": [42_481, 74_895_702],
  "2011-01": [35_147, 56_000_026],
  "2011-02": [27_707, 49_806_265],
  "2011-03": [36_748, 68_326_708],
  "2011-04": [29_916, 49_320_712],
  "2011-05": [37_030, 72_333_351],
};

const HALF_YEAR = { from: "2010-12-01", to: "2011-05-31" };

async function halfYear() {
  return salesSummary(ownerOf(imported), { locationId: imported.ledger.ledgerId, ...HALF_YEAR });
}

describe("import: six months of real data", () => {
  test("import: has the sums of the data set's own table", () => {
    const { sale, refund, stockAdjustment, financeAdjustment } = imported.summary.figures;
    expect({ sale, refund, stockAdjustment, financeAdjustment }).toEqual({
      sale: SALES,
      refund: REFUNDS,
      stockAdjustment: ADJUSTMENTS,
      financeAdjustment: NOTHING,
    });
    expect(imported.summary).toMatchObject({ new: 10_783, known: 0, flagged: 0, problems: [] });
  });

  test("the sales summary shows it", async () => {
    expect(await halfYear()).toMatchObject({
      saleCount: SALES.documents,
      refundCount: REFUNDS.documents,
      grossSales: SALES.money,
      refunds: -REFUNDS.money,
      netSales: 370_682_764,
      taxTotal: 0,
    });
  });

  test("the facts sum to it, and to each month's rows and money", async () => {
    const sums = new Map<string, { documents: number; lines: number; money: number; quantity: number }>();
    const months = new Map<string, [rows: number, money: number]>();
    for await (const fact of factsOf(imported)) {
      const { kind, lines = [], day } = fact;
      const { total = 0 } = fact as SaleFact | RefundFact;
      const sum = sums.get(kind) ?? { ...NOTHING };
      sums.set(kind, sum);
      sum.documents++;
      sum.lines += lines.length;
      sum.money += total;
      for (const { quantity } of lines) sum.quantity += parseQuantity(quantity) ?? Number.NaN;
      const month = months.get(day.slice(0, 7)) ?? [0, 0];
      months.set(day.slice(0, 7), [month[0] + lines.length, month[1] + total]);
    }
    expect(Object.fromEntries(sums)).toEqual({ sale: SALES, refund: REFUNDS, stockAdjustment: ADJUSTMENTS });
    expect(Object.fromEntries(months)).toEqual(BY_MONTH);
  });

  test("levels are what the rows of goods come to, and customers' totals what theirs do", async () => {
    const levels = new Map<string, number>();
    const customers = new Map<string, number>();
    for (const { kind, lines, customer } of (await readDocuments(monthFiles(...MONTHS), () => {})).documents) {
      for (const { sku, quantity } of lines.filter((line) => isGoods(line.sku))) {
        const moved = parseQuantity(quantity) ?? Number.NaN;
        levels.set(sku, (levels.get(sku) ?? 0) + (kind === "stockAdjustment" ? moved : -moved));
      }
      if (customer !== undefined) customers.set(customer, (customers.get(customer) ?? 0) + amountOf(lines, 2));
    }
    const items = await ledgerItems(imported);
    const valuesOf = <V>(kind: BalanceKind<V>) =>
      items.filter(({ sk }) => sk.startsWith(`${kind.name}#`)).map((item) => readBalance(kind, item));
    const inOrder = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);
    expect(inOrder(valuesOf(LEVEL).map(({ quantity }) => quantity))).toEqual(inOrder(levels.values()));
    expect(inOrder(valuesOf(CUSTOMER).map(({ gross, refunds }) => gross - refunds))).toEqual(
      inOrder(customers.values()),
    );
    expect(customers.size).toBe(2_767);
  });

  test("verify finds no difference", async () => {
    const started = performance.now();
    const { differences, facts, entries } = await verifyImported(imported);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`verify: ${entries} entries in ${seconds} s, peak memory of the process ${megabytes} MB`);
    expect(differences).toEqual([]);
    expect(facts).toBe(10_783);
  }, 120_000);

  test("imported again it records and moves nothing", async () => {
    const before = JSON.stringify(await ledgerItems(imported));
    const again = await importInto(engine, { files: monthFiles(...MONTHS), folder, clock });
    expect(again.summary).toEqual({ ...imported.summary, new: 0, known: 10_783 });
    let facts = 0;
    for await (const _ of factsOf(again)) facts++;
    expect(facts).toBe(10_783);
    expect(JSON.stringify(await ledgerItems(imported))).toBe(before);
  }, 120_000);

  test("a finance adjustment is booked by hand and is in no figure of sales", async () => {
    const file = join(folder, "finance.csv");
    const rows = [
      "A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom",
      "A563186,B,Adjust bad debt,1,2011-04-12 14:51:00,-5000,,United Kingdom",
    ];
    writeFileSync(
      file,
      `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${rows.join("\n")}\n`,
    );
    const { merchantId, ledgerId } = imported.ledger;
    const [summaryBefore, headBefore] = [await halfYear(), await readHead(engine.table, merchantId, ledgerId)];
    const { summary } = await importInto(engine, { files: [file], folder, clock });
    expect(summary.figures.financeAdjustment).toEqual({ documents: 2, lines: 2, money: 606_206, quantity: 2_000 });
    expect(summary).toMatchObject({ new: 2, known: 0, problems: [] });
    expect(await halfYear()).toEqual(summaryBefore);
    const head = await readHead(engine.table, merchantId, ledgerId);
    expect(head.position).toBe(headBefore.position + 2);
    const otherPayments = (headBefore.accounts.otherPayments ?? 0) + 606_206;
    const byHand = { otherPayments, otherIncome: -1_106_206, otherExpense: 500_000 };
    expect(head.accounts).toEqual({ ...headBefore.accounts, ...byHand });
  });

  test("the export sums to it too, a line a fact", async () => {
    const sums = new Map<string, { documents: number; lines: number; money: number; quantity: number }>();
    for await (const line of archiveLines(imported, imported.ledger.merchantId)) {
      if (!("positions" in line)) continue;
      const { kind, lines = [], total = 0 } = line as unknown as SaleFact;
      const sum = sums.get(kind) ?? { ...NOTHING };
      sums.set(kind, sum);
      sum.documents++;
      sum.lines += lines.length;
      sum.money += total;
      for (const { quantity } of lines) sum.quantity += parseQuantity(quantity) ?? Number.NaN;
    }
    const { journal, ...ofGoods } = Object.fromEntries(sums);
    expect(ofGoods).toEqual({ sale: SALES, refund: REFUNDS, stockAdjustment: ADJUSTMENTS });
    expect(journal?.documents).toBe(2);
  }, 60_000);

  test("rebuild gives equal bytes: balances from entries, entries from facts", async () => {
    const context = { table: engine.table, clock, books };
    const everything = async () => JSON.stringify([await ledgerItems(imported), await importedEntries(imported)]);
    const before = await everything();
    for (const { pk, sk } of await ledgerItems(imported))
      if (sk !== "HEAD") await engine.table.write({ op: "delete", key: { pk, sk } });
    const started = performance.now();
    const { balances } = await rebuildBalances(context, imported.ledger);
    const between = performance.now();
    await rebuildEntries(context, imported.ledger);
    const seconds = [between - started, performance.now() - between].map((each) => (each / 1000).toFixed(1));
    console.log(`rebuild: ${balances} balances in ${seconds[0]} s, all entries in ${seconds[1]} s`);
    expect(await everything()).toBe(before);
  }, 180_000);

  test("verify finds every class of planted difference there as well", async () => {
    const entries = await importedEntries(imported);
    const planted = await plantEverywhere(imported, entries);
    const { differences } = await verifyImported(imported);
    const found = new Set(differences.map((difference) => difference.class));
    expect(planted.filter((kind) => !found.has(kind))).toEqual([]);
  }, 120_000);
});
