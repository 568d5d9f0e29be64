import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import { createProduct } from "@pos/core/goods/catalog/index.ts";
import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { taxOf } from "@pos/core/goods/tax/index.ts";
import { balanceKey, exceptionsOfLedger, readBalance } from "@pos/core/ledger/index.ts";
import { salesSummary } from "@pos/core/office/report/index.ts";
import type { RefundFact } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import type { EmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { amountOf, readDocuments, type SourceDocument } from "@pos/host/cli/import/documents.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShopTable } from "../../support/folders.ts";
import { done } from "../../support/shop.ts";
import {
  FULL,
  factsOf,
  firstDays,
  type Imported,
  importInto,
  MONTHS,
  monthFiles,
  ownerOf,
  scratch,
  verifyImported,
} from "./support.ts";

/**
 * The data into a merchant whose prices include 20 % of tax and who sells some of its articles at that rate: the documents
 * contain no tax, so none is booked. `IMPORT_TESTS=full` imports the six months.
 */
const { folder, remove } = scratch("taxed");
const DAYS = 4;
/** Every so many articles are the merchant's own before the import. */
const OWN = 3;
const AT_ONCE = 64;

let engine: EmbeddedTable;
let imported: Imported;
let documents: readonly SourceDocument[];
let own = 0;
let close = async () => {};

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  engine = await openShopTable(join(folder, "table"));
  close = engine.close;
  const files = FULL ? monthFiles(...MONTHS) : [firstDays("2010-12", DAYS, folder)];
  ({ documents } = await readDocuments(files, () => {}));
  await openTaxedShop();
  imported = await importInto(engine, { files, folder, clock });
  console.log(`import into a merchant with 20 %: ${imported.summary.new} documents, ${own} articles of its own`);
}, 300_000);
afterAll(async () => {
  await close();
  remove();
});

async function openTaxedShop() {
  const [id, taxCodeId] = [clock.newId("mer"), clock.newId("tax")];
  const codes = { [taxCodeId]: { id: taxCodeId, name: "Standard 20 %", rate: "20" } };
  const regime = { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" } as const;
  const owner = { id: clock.newId("stf"), name: "Owner", email: "owner@taxed.example", password: "a long password" };
  const merchant = { id, name: "Taxed", currency: "GBP", cashStep: 1 };
  const taxes = { regime, defaultCodeId: taxCodeId, codes };
  const context = done(await signUp(engine.table, clock, { merchant, taxes, owner }));
  const skus = [...new Set(documents.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  const sold = skus.filter((_, index) => index % OWN === 0);
  own = sold.length;
  const create = (sku: string) => {
    const variants = [{ id: clock.newId("var"), sku, unitPrice: "9.99", unitCost: "1" }];
    return createProduct(context, { id: clock.newId("prd"), name: `Our ${sku}`, variants });
  };
  for (let from = 0; from < own; from += AT_ONCE)
    for (const created of await Promise.all(sold.slice(from, from + AT_ONCE).map(create))) done(created);
}

/** Of the six months. */
const FIGURES_OF_README = {
  sale: { documents: 8_127, lines: 204_262, money: 406_472_659, quantity: 2_113_541_000 },
  refund: { documents: 1_677, lines: 3_783, money: -35_789_895, quantity: -123_666_000 },
  stockAdjustment: { documents: 979, lines: 984, money: 0, quantity: -39_331_000 },
};

/** What the rows come to, by kind of document. */
function expectedFigures(kind: SourceDocument["kind"]) {
  const figures = { documents: 0, lines: 0, money: 0, quantity: 0 };
  for (const { lines } of documents.filter((document) => document.kind === kind)) {
    figures.documents++;
    figures.lines += lines.length;
    if (kind !== "stockAdjustment") figures.money += amountOf(lines, 2);
    for (const { quantity } of lines) figures.quantity += parseQuantity(quantity) ?? Number.NaN;
  }
  return figures;
}

describe("import: documents without tax into a merchant with 20 %", () => {
  test("import: records what the documents say", () => {
    const { sale, refund, stockAdjustment } = imported.summary.figures;
    expect({ sale, refund, stockAdjustment }).toEqual({
      sale: expectedFigures("sale"),
      refund: expectedFigures("refund"),
      stockAdjustment: expectedFigures("stockAdjustment"),
    });
    expect(imported.summary).toMatchObject({ known: 0, flagged: 0, problems: [] });
    expect(own).toBeGreaterThan(100);
    if (FULL) expect({ sale, refund, stockAdjustment }).toEqual(FIGURES_OF_README);
  });

  test("import: no line has tax, whether its article was the merchant's own or not", async () => {
    const rates = new Set<string>();
    let tax = 0;
    for await (const fact of factsOf(imported)) {
      if (fact.kind !== "sale" && fact.kind !== "refund") continue;
      for (const line of (fact as SaleFact | RefundFact).lines) {
        tax += Math.abs(taxOf(line));
        for (const { rate } of line.taxes) rates.add(rate);
      }
    }
    expect([tax, [...rates]]).toEqual([0, ["0"]]);
    const summary = await salesSummary(ownerOf(imported), {
      ...{ locationId: imported.ledger.ledgerId, from: "2010-12-01", to: "2011-05-31" },
    });
    const money = expectedFigures("sale").money + expectedFigures("refund").money;
    expect(summary).toMatchObject({ taxTotal: 0, netSales: money });
  });

  test("import: raises no exception but for levels that are below zero", async () => {
    const { table, ledger } = imported;
    const codes = new Set<string>();
    for await (const { code, subject, status } of exceptionsOfLedger(table, ledger)) {
      codes.add(code);
      const [, variantId = ""] = subject.split(".");
      const item = await table.get(balanceKey(ledger.merchantId, ledger.ledgerId, LEVEL, variantId));
      expect([subject, status === "open"]).toEqual([subject, readBalance(LEVEL, item).quantity < 0]);
    }
    expect([...codes]).toEqual(["STOCK_NEGATIVE"]);
  }, 60_000);

  test("import: the books have no difference, and a second run finds everything known", async () => {
    expect((await verifyImported(imported)).differences).toEqual([]);
    const files = FULL ? monthFiles(...MONTHS) : [firstDays("2010-12", DAYS, folder)];
    const again = await importInto(engine, { files, folder, clock });
    expect(again.summary).toMatchObject({ new: 0, known: imported.summary.new, problems: [] });
  }, 240_000);
});
