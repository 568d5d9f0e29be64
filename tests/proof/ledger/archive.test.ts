import { canonicalJson, type Json } from "@pos/core/base/canonical.ts";
import { present } from "@pos/core/base/result.ts";
import { createCustomerGroup } from "@pos/core/customers/customer-group/index.ts";
import { createPriceList } from "@pos/core/goods/price-list/index.ts";
import { createPromotion } from "@pos/core/goods/promotion/index.ts";
import { adjustStock } from "@pos/core/goods/stock/index.ts";
import { exceptionsOf, headKey, raisedEpochWrite, readHead, verify } from "@pos/core/ledger/index.ts";
import {
  type ArchiveLine,
  ArchiveProblem,
  archiveLines,
  checkArchive,
  ledgersOf,
  readArchive,
} from "@pos/core/office/archive/index.ts";
import { resolveException } from "@pos/core/office/exception/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import type { SaleInput } from "@pos/core/selling/sale/index.ts";
import { syncFacts } from "@pos/core/selling/sync/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { itemsOf, type Table } from "@pos/core/table/port/port.ts";
import { books } from "@pos/functions/books.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { runHistory } from "../../support/history.ts";
import { linesOf, makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, done, SHOP_STREAM, type Shop } from "../../support/shop.ts";

const WHITE_DOT =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";

/** A shop of two locations whose refunds name sales of the other one, with everything else a ledger can hold. */
async function busyShop(seed: number): Promise<Shop> {
  const shop = await createShop({ seed, terminals: 2, variants: 6, secrets: true });
  await shop.stock("20");
  await drain(shop);
  await runHistory(shop, { steps: 40, linesMax: 40 });
  await sellLive(shop.operator(0), { ...makeSale(shop, { lines: linesOf(shop, 300) }), note: "line\u2028separator" });
  await drain(shop);
  await otherLocation(shop);
  await soldForCoupon(shop);
  const input = makeSale(shop, { terminal: 1 });
  await sellHappened(shop.terminal(1), [input]);
  await sellHappened(shop.terminal(1), [{ ...input, note: "another" }]);
  await drain(shop);
  const [exception] = await exceptionsOf(shop.engine.table, shop.merchantId, input.id);
  const { subject, code, version } = present(exception, "an exception");
  done(await resolveException(shop.owner, { subject, code, version, note: "Seen" }));
  await sellHappened(shop.terminal(1), [{ ...input, note: "a third" }]);
  await copiesOfOtherKinds(shop, input);
  // As after a restore: the epoch rises, with and without an entry behind it.
  for (const ledgerId of [shop.locationId, shop.merchantId]) {
    const head = await readHead(shop.engine.table, shop.merchantId, ledgerId);
    await shop.engine.table.write(raisedEpochWrite(headKey(shop.merchantId, ledgerId), head));
  }
  await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop);
  return shop;
}

/** A price list of a group, a promotion with a coupon that counts once, and two sales that used it. */
async function soldForCoupon(shop: Shop): Promise<void> {
  const groupId = shop.clock.newId("grp");
  done(await createCustomerGroup(shop.owner, { id: groupId, name: "Trade" }));
  const prices = [{ variantId: present(shop.variants[0], "a variant").id, unitPrice: "0.5" }];
  const list = { id: shop.clock.newId("prl"), name: "Trade", groupIds: [groupId], prices };
  done(await createPriceList(shop.owner, list));
  const coupon = { couponCode: "SPRING", couponLimit: 1 };
  const id = shop.clock.newId("prm");
  done(await createPromotion(shop.owner, { id, name: "Spring", kind: "PERCENT", percent: "10", ...coupon }));
  const adjustments = [{ couponCode: coupon.couponCode, amount: 1 }];
  for (const input of [makeSale(shop), makeSale(shop)])
    await sellHappened(shop.terminal(0), [{ ...input, lines: input.lines.map((line) => ({ ...line, adjustments })) }]);
  await drain(shop);
}

/** A refund and a stock adjustment, each with a copy of other content that is kept. */
async function copiesOfOtherKinds(shop: Shop, sale: SaleInput): Promise<void> {
  const { clock, locationId } = shop;
  const [paid] = sale.payments;
  const refund = {
    ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines: [{ line: 1, quantity: "1" }] },
    payments: [
      { id: clock.newId("pay"), method: "CARD" as const, amount: 1, paymentId: present(paid, "a payment").id },
    ],
  };
  const stockAdjustment = {
    ...{ id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Damaged" },
    lines: [{ variant: { id: present(shop.variants[0], "a variant").id }, quantity: "-1" }],
  };
  const outcomes = await syncFacts(shop.operator(0), [
    ...[{ refund }, { refund: { ...refund, reason: "another" } }],
    ...[{ stockAdjustment }, { stockAdjustment: { ...stockAdjustment, reason: "another" } }],
  ]);
  const statuses = ["recorded", "quarantined", "recorded", "quarantined"];
  expect(outcomes.map(({ status }) => status)).toEqual(statuses);
  await drain(shop);
}

/** Goods of this location's sales come back at another one, and the other way round. */
async function otherLocation(shop: Shop): Promise<void> {
  const { clock, owner } = shop;
  const there = clock.newId("loc");
  const other = { id: there, code: "OTHER", name: "Other", timeZone: "Asia/Shanghai", logo: WHITE_DOT };
  done(await createLocation(owner, other));
  const lines = shop.variants.map(({ id }) => ({ variant: { id }, quantity: "5" }));
  done(
    await adjustStock(owner, {
      id: clock.newId("adj"),
      locationId: there,
      occurredAt: clock.now(),
      reason: "Moved",
      lines,
    }),
  );
  const outcome = await sellLive(shop.operator(0), makeSale(shop));
  if (!("sale" in outcome)) throw new Error("refused");
  const { sale } = outcome;
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: sale.total } as const];
  const refund = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, locationId: there };
  done(await refundSale(owner, { ...refund, lines: [{ line: 1, quantity: "1" }], payments }));
  await drain(shop);
}

async function archiveOf(shop: Shop, table: Table): Promise<ArchiveLine[]> {
  const lines: ArchiveLine[] = [];
  for await (const line of archiveLines({ table, clock: shop.clock }, shop.merchantId)) lines.push(line);
  return lines;
}

async function* each(lines: readonly ArchiveLine[]): AsyncGenerator<ArchiveLine, void, undefined> {
  // As they come out of a file.
  for (const line of lines) yield JSON.parse(JSON.stringify(line)) as ArchiveLine;
}

const newTable = () => createMemoryTable({ random: createRandom(9), streamFilter: SHOP_STREAM }).table;

async function readIn(shop: Shop, table: Table, lines: readonly ArchiveLine[]) {
  const context = { table, clock: shop.clock, books };
  const orders = await checkArchive(context, each(lines));
  return readArchive(context, orders, each(lines), () => {});
}

/** Heads, balances and guards of all ledgers, as they stand. */
async function balancesOf(shop: Shop, table: Table): Promise<Json[]> {
  const items: Json[] = [];
  for (const { merchantId, ledgerId } of await ledgersOf(table, shop.merchantId))
    for await (const item of itemsOf(table, `${merchantId}#L#${ledgerId}`)) items.push({ ...item });
  return items;
}

test.each([1, 2, 3])(
  "archive: read in elsewhere, ledgers, balances and the next export are equal (seed %i)",
  async (seed) => {
    const shop = await busyShop(seed);
    const lines = await archiveOf(shop, shop.engine.table);
    const table = newTable();
    const read = await readIn(shop, table, lines);
    expect(read.facts).toBeGreaterThan(30);
    const again = await archiveOf(shop, table);
    expect(again.map((line) => JSON.stringify(line))).toEqual(lines.map((line) => JSON.stringify(line)));
    expect((await balancesOf(shop, table)).map(canonicalJson)).toEqual(
      (await balancesOf(shop, shop.engine.table)).map(canonicalJson),
    );
    for (const ledger of await ledgersOf(table, shop.merchantId))
      expect((await verify({ table, clock: shop.clock, books }, ledger)).differences).toEqual([]);
  },
);

test("archive: a ledger waits for the sale that its refund names, wherever the archive names it", async () => {
  const shop = await busyShop(3);
  const lines = await archiveOf(shop, shop.engine.table);
  const isLedger = (line: ArchiveLine) => "record" in line && line.record === "ledger";
  const reversed = lines.filter(isLedger).reverse();
  const table = newTable();
  await readIn(
    shop,
    table,
    lines.map((line) => (isLedger(line) ? present(reversed.shift(), "a ledger") : line)),
  );
  expect((await balancesOf(shop, table)).map(canonicalJson)).toEqual(
    (await balancesOf(shop, shop.engine.table)).map(canonicalJson),
  );
});

test("archive: what was recorded and not booked comes along, and is booked where it arrives", async () => {
  const shop = await busyShop(4);
  const outcome = await sellLive(shop.operator(0), makeSale(shop));
  const saleId = "sale" in outcome ? outcome.sale.id : "";
  const lines = await archiveOf(shop, shop.engine.table);
  expect(lines.filter((line) => JSON.stringify(line.positions ?? []).includes("null"))).toMatchObject([{ id: saleId }]);
  const table = newTable();
  await readIn(shop, table, lines);
  expect((await verify({ table, clock: shop.clock, books }, shop.ledger)).differences).toMatchObject([
    { class: "FACT_UNBOOKED", subject: saleId },
  ]);
});

test("archive: no secret is in it", async () => {
  const shop = await busyShop(5);
  const text = JSON.stringify(await archiveOf(shop, shop.engine.table));
  expect(text).toContain("owner@shop.example");
  expect(text).not.toMatch(/argon2|passwordHash|pinHash|credentialHash|secretHash|482002/);
});

test("archive: has a record for everything that facts name", async () => {
  const shop = await busyShop(6);
  const lines = await archiveOf(shop, shop.engine.table);
  const records = new Set(lines.flatMap((line) => ("record" in line ? [String(line.id)] : [])));
  const firstFact = lines.findIndex((line) => !("record" in line));
  expect(lines.slice(firstFact).every((line) => !("record" in line))).toBe(true);
  for (const line of lines.slice(firstFact)) {
    const text = JSON.stringify(line);
    for (const [id] of text.matchAll(/\b(?:loc|trm|var|stf|mer)_[0-9A-Z]{26}\b/g)) expect(records).toContain(id);
  }
});

test("archive: read in twice is refused; interrupted, it is run again", async () => {
  const shop = await busyShop(7);
  const lines = await archiveOf(shop, shop.engine.table);
  const table = newTable();
  let writes = 0;
  const failing: Table = {
    ...table,
    async write(write) {
      if (++writes > 60) throw new Error("the power went");
      return table.write(write);
    },
  };
  await expect(readIn(shop, failing, lines)).rejects.toThrow("the power went");
  await readIn(shop, table, lines);
  expect((await balancesOf(shop, table)).map(canonicalJson)).toEqual(
    (await balancesOf(shop, shop.engine.table)).map(canonicalJson),
  );
  await expect(readIn(shop, table, lines)).rejects.toThrow("has entries already");
});

type Damage = readonly [what: string, message: string, damage: (lines: ArchiveLine[]) => ArchiveLine[]];
const isFact = (line: ArchiveLine) => "positions" in line;

const DAMAGES: readonly Damage[] = [
  ["cut short", "ends early", (lines) => lines.slice(0, -1)],
  ["without a fact in the middle", "lacks position", (lines) => lines.toSpliced(lines.findIndex(isFact) + 3, 1)],
  ["with a fact twice", "is taken", (lines) => [...lines, present(lines.at(-1), "a line")]],
  [
    "with a penny changed",
    "does not match its hash",
    (lines) =>
      lines.map(
        (line) => JSON.parse(JSON.stringify(line).replace('"unitPrice":"1.99"', '"unitPrice":"1.98"')) as ArchiveLine,
      ),
  ],
  [
    "without its ledgers",
    "names before",
    (lines) => lines.filter((line) => !("record" in line && line.record === "ledger")),
  ],
  [
    "with a kind that nobody knows",
    "no facts of the kind",
    (lines) => lines.map((line) => (isFact(line) ? { ...line, kind: "toString" } : line) as ArchiveLine),
  ],
  [
    "with a record that nobody knows",
    "no records of the kind",
    (lines) => [{ record: "spell", merchantId: String(lines[0]?.merchantId), id: "1" }, ...lines],
  ],
  ["of nobody", "names no merchant", (lines) => lines.map((line) => ({ ...line, merchantId: "x" }) as ArchiveLine)],
];

test.each(DAMAGES)("archive: one %s is refused before anything is written", async (_what, message, damage) => {
  const shop = await busyShop(8);
  const lines = damage(await archiveOf(shop, shop.engine.table));
  const table = newTable();
  const closed: Table = {
    ...table,
    write: () => Promise.reject(new Error("written")),
    transact: () => Promise.reject(new Error("written")),
  };
  const context = { table: closed, clock: shop.clock, books };
  const failed = await checkArchive(context, each(lines)).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(ArchiveProblem);
  expect(String(failed)).toContain(message);
});

test("archive: another record in the place of one of its own is refused", async () => {
  const shop = await busyShop(9);
  const lines = await archiveOf(shop, shop.engine.table);
  const table = newTable();
  await readIn(
    shop,
    table,
    lines.filter((line) => "record" in line && line.record === "location"),
  );
  const renamed = lines.map(
    (line) => ("record" in line && line.record === "location" ? { ...line, name: "New" } : line) as ArchiveLine,
  );
  await expect(readIn(shop, table, renamed)).rejects.toThrow("another location");
});
