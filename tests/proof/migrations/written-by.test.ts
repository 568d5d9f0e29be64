import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { canonicalJson, type Json } from "@pos/core/base/canonical.ts";
import { present } from "@pos/core/base/result.ts";
import { customerTotals } from "@pos/core/customers/customer/index.ts";
import {
  type BookingContext,
  entriesInOrder,
  type LedgerRef,
  readEntry,
  rebuildBalances,
  rebuildEntries,
  rebuildGuards,
  verify,
} from "@pos/core/ledger/index.ts";
import {
  type ArchiveLine,
  archiveLines,
  checkArchive,
  ledgersOf,
  readArchive,
} from "@pos/core/office/archive/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import { getSale, type SaleInput, syncSales } from "@pos/core/selling/sale/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { type Item, itemsOf, type Table } from "@pos/core/table/port/port.ts";
import { books } from "@pos/functions/books.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { createManualClock } from "../../support/clock.ts";
import { drain } from "../../support/drain.ts";
import { freshFolder, openShopTable } from "../../support/folders.ts";
import { makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { done, SHOP_STREAM, type Shop } from "../../support/shop.ts";

/** Data folders and archives as earlier versions wrote them (`written-by/make.mjs`), opened by this program. */
const FOLDER = fileURLToPath(new URL("./written-by", import.meta.url));
const VERSIONS = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

type Written = Pick<Shop, "merchantId" | "locationId" | "terminals" | "variants" | "taxes" | "cashStep"> & {
  readonly now: string;
  readonly customerId: string;
  readonly longSale: string;
  /** A sale as its terminal sent it, of whose id another copy is quarantined. */
  readonly resent: SaleInput;
  readonly staff: { readonly [role in "OWNER" | "MANAGER"]: { readonly id: string } };
  readonly lastSequences: readonly number[];
};

function filesOf(version: string) {
  const read = (name: string) => readFileSync(join(FOLDER, version, name));
  return {
    written: JSON.parse(read("shop.json").toString()) as Written,
    data: brotliDecompressSync(read("data.mdb.br")),
    archive: brotliDecompressSync(read("archive.jsonl.br")).toString().trimEnd().split("\n"),
  };
}

/** The shop as it was left, over the data folder. */
async function openShop(version: string): Promise<{ shop: Shop; written: Written }> {
  const { written, data } = filesOf(version);
  const folder = await freshFolder();
  await mkdir(folder, { recursive: true });
  writeFileSync(join(folder, "data.mdb"), data);
  const engine = await openShopTable(folder);
  onTestFinished(() => engine.close());
  const { table } = engine;
  const clock = createManualClock(77, written.now);
  const { merchantId, locationId, terminals, staff } = written;
  const sequences = [...written.lastSequences];
  const terminalId = (terminal: number) => present(terminals[terminal], "a terminal").id;
  const contextOf = (caller: Shop["owner"]["caller"]) => ({ table, clock, caller });
  const shop = {
    ...written,
    engine,
    table,
    clock,
    random: createRandom(77),
    ledger: { merchantId, ledgerId: locationId },
    booking: { table, clock, books },
    owner: contextOf({
      ...{ kind: "staff", merchantId, staffId: staff.OWNER.id, sessionId: "", role: "OWNER", coverage: "all" },
    }),
    operator: (terminal: number) =>
      contextOf({
        ...{ kind: "operator", merchantId, terminalId: terminalId(terminal), locationId },
        ...{ staffId: staff.MANAGER.id, role: "MANAGER", coverage: "all" },
      }),
    terminal: (terminal: number) =>
      contextOf({ kind: "terminal", merchantId, terminalId: terminalId(terminal), locationId }),
    nextSequence(terminal: number) {
      const next = (sequences[terminal] ?? 0) + 1;
      sequences[terminal] = next;
      return next;
    },
  } as unknown as Shop;
  return { shop, written };
}

async function expectSound({ table, clock }: Pick<BookingContext, "table" | "clock">, merchantId: string) {
  for (const ledger of await ledgersOf(table, merchantId))
    expect((await verify({ table, clock, books }, ledger)).differences).toEqual([]);
}

/** Entries, head, balances and guards of a ledger, as stored. */
async function itemsOfLedger({ table, clock }: BookingContext, ledger: LedgerRef): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { item } of entriesInOrder({ table, clock }, ledger, () => {})) {
    items.push(item);
    const guard = await table.get({ pk: item.pk, sk: "REFUND_GUARD" });
    if (guard) items.push(guard);
  }
  for await (const item of itemsOf(table, `${ledger.merchantId}#L#${ledger.ledgerId}`)) items.push(item);
  return items;
}

/** Rebuilds everything that can be, and expects every byte as it was. */
async function expectRebuiltEqual({ booking, merchantId }: Shop): Promise<void> {
  const ledgers = await ledgersOf(booking.table, merchantId);
  for (const ledger of ledgers) {
    const texts = async () => (await itemsOfLedger(booking, ledger)).map((item) => JSON.stringify(item));
    const before = await texts();
    expect((await rebuildBalances(booking, ledger)).balances).toBe(0);
    if (before.length > 0) await rebuildEntries(booking, ledger);
    expect(await texts()).toEqual(before);
  }
  expect(await rebuildGuards(booking, merchantId, ledgers)).toBe(0);
}

/** Lines as `pos export` writes them. */
async function archiveOf(table: Table, { clock, merchantId }: Pick<Shop, "clock" | "merchantId">): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of archiveLines({ table, clock }, merchantId)) {
    const { record, merchantId: of, id, ...rest } = line as { readonly [name: string]: Json | undefined };
    const ordered = record === undefined ? line : { record, merchantId: of, id, ...JSON.parse(canonicalJson(rest)) };
    lines.push(JSON.stringify(ordered));
  }
  return lines;
}

async function sellOn(shop: Shop, { customerId, longSale, resent }: Written): Promise<void> {
  const { clock } = shop;
  const input = { ...makeSale(shop, { method: "CARD", discounts: [{ percent: "5" }] }), customerId };
  expect((await sellLive(shop.operator(0), input)).status).toBe("recorded");
  // A line of a sale of the version before, recorded by the rules of today.
  const sale = present(await getSale(shop.owner, longSale), "the long sale");
  const total = present(sale.lines[299], "a line").total;
  const payments = [
    { id: clock.newId("pay"), method: "CARD" as const, amount: present(sale.lines[1], "a line").total },
  ];
  const refund = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: longSale, payments };
  done(await refundSale(shop.operator(0), { ...refund, lines: [{ line: 2, quantity: "1" }] }));
  const again = {
    ...refund,
    id: clock.newId("ref"),
    payments: [{ ...present(payments[0], "a payment"), amount: total }],
  };
  const second = await refundSale(shop.operator(0), { ...again, lines: [{ line: 300, quantity: "1" }] });
  expect(second).toMatchObject({ ok: false, failures: [{ code: "REFUND_EXCEEDS_SALE" }] });
  const [replayed] = await syncSales(shop.terminal(1), [resent]);
  expect(replayed?.status).toBe("replayed");
  const [conflicting] = await sellHappened(shop.terminal(1), [{ ...resent, note: "a third" }]);
  expect(conflicting?.status).toBe("quarantined");
  await drain(shop);
}

describe.each(VERSIONS)("written by %s", (version) => {
  test("data folder: verifies, rebuilds to equal bytes, and exports what it did", async () => {
    const { shop } = await openShop(version);
    await expectSound(shop, shop.merchantId);
    await expectRebuiltEqual(shop);
    expect(await archiveOf(shop.table, shop)).toEqual(filesOf(version).archive);
  });

  test("data folder: sells on with customers, refunds and resent sales, and rebuilds entries of both layouts", async () => {
    const { shop, written } = await openShop(version);
    const totals = async () => present((await customerTotals(shop.owner, [written.customerId]))[0], "totals");
    const bought = await totals();
    await sellOn(shop, written);
    expect((await totals()).saleCount).toBe(bought.saleCount + 1);
    await expectSound(shop, shop.merchantId);
    await expectRebuiltEqual(shop);
    const rules = new Set<number>();
    for await (const { item } of entriesInOrder(shop.booking, shop.ledger, () => {})) rules.add(readEntry(item).rules);
    expect(rules).toEqual(new Set([Number(version.slice(1)), 3]));
  });

  test("archive: read into empty ledgers, it gives equal ledgers and the same archive", async () => {
    const { shop } = await openShop(version);
    const { archive } = filesOf(version);
    async function* lines(): AsyncGenerator<ArchiveLine, void, undefined> {
      for (const line of archive) yield JSON.parse(line) as ArchiveLine;
    }
    const { table } = createMemoryTable({ random: createRandom(1), streamFilter: SHOP_STREAM });
    const context = { table, clock: shop.clock, books };
    await readArchive(context, await checkArchive(context, lines()), lines(), () => {});
    await expectSound(context, shop.merchantId);
    for (const ledger of await ledgersOf(table, shop.merchantId)) {
      const texts = async (of: BookingContext) =>
        (await itemsOfLedger(of, ledger)).map((item) => canonicalJson({ ...item } as Json));
      expect(await texts(context)).toEqual(await texts(shop.booking));
    }
    expect(await archiveOf(table, shop)).toEqual(archive);
  });
});
