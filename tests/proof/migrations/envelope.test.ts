import { present } from "@pos/core/base/result.ts";
import { createCustomer, patchCustomer } from "@pos/core/customers/customer/index.ts";
import { findVariant, patchVariant } from "@pos/core/goods/catalog/index.ts";
import {
  type Body,
  ENVELOPE_VERSION,
  EnvelopeUnknown,
  FACT_SK,
  type Fact,
  type LedgerRef,
  readChunks,
  readEnvelope,
  readHead,
  rebuildGuards,
  type Upcasters,
  verify,
} from "@pos/core/ledger/index.ts";
import { archiveLines, checkArchive } from "@pos/core/office/archive/index.ts";
import { recordCustomerPayment } from "@pos/core/selling/customer-account/index.ts";
import { recordPaymentOutcome } from "@pos/core/selling/payment-outcome/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { adjustGiftCard, giftCardByCode } from "@pos/core/selling/stored-value/index.ts";
import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { syncFacts } from "@pos/core/selling/sync/index.ts";
import { voidSale } from "@pos/core/selling/void/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Change, Item } from "@pos/core/table/port/port.ts";
import { books } from "@pos/functions/books.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { describe, expect, test } from "vitest";
import { createManualClock } from "../../support/clock.ts";
import { drain } from "../../support/drain.ts";
import { runHistory } from "../../support/history.ts";
import { lineOf, linesOf, makeSale, sellHappened } from "../../support/sales.ts";
import { createShop, done, SHOP_STREAM, type Shop } from "../../support/shop.ts";
import { type Golden, type GoldenBooks, goldenVersions, readGolden, writeGolden } from "./golden.ts";

/** Every released version of a fact's envelope is read, and one that is not known yet is refused and kept. */
async function shopWithHistory(): Promise<Shop> {
  const shop = await createShop({ seed: 20_261, terminals: 2, variants: 6 });
  await runHistory(shop, { steps: 60, linesMax: 4, moneySteps: 2 });
  // Long enough for chunks.
  await sellHappened(shop.terminal(0), [makeSale(shop, { lines: linesOf(shop, 700) })]);
  await sellWithCauses(shop);
  await voidSold(shop);
  await sellByCard(shop);
  await sellOnAccount(shop);
  await sellUncertain(shop);
  await sellWeighed(shop);
  await drain(shop);
  return shop;
}

/** Goods that are weighed in a package. */
async function sellWeighed(shop: Shop): Promise<void> {
  const variant = present(shop.variants.at(-1), "a variant");
  const version = present(await findVariant(shop.owner, { id: variant.id }), "a variant").version;
  done(await patchVariant(shop.owner, { variantId: variant.id, version, unit: "KILOGRAM" }));
  const line = { ...lineOf(variant, "0.512"), tare: "0.012" };
  await sellHappened(shop.terminal(0), [makeSale(shop, { lines: [line] })]);
}

/** A gift card is sold, pays, is refunded to, and its balance is changed by hand. */
async function sellByCard(shop: Shop): Promise<void> {
  const { clock, locationId } = shop;
  const code = newCardCode(clock.randomBytes(15));
  const sale = makeSale(shop);
  const sold = { ...sale, lines: [{ quantity: "1", giftCard: { amount: 5000, code } }], discounts: [] };
  const paid = { id: clock.newId("pay"), method: "CARD" as const, amount: 5000 };
  const goods = makeSale(shop);
  const byCard = { id: clock.newId("pay"), method: "GIFT_CARD" as const, amount: 100, giftCard: code };
  await sellHappened(shop.terminal(0), [
    { ...sold, payments: [paid] },
    { ...goods, payments: [byCard] },
  ]);
  const back = { id: clock.newId("pay"), method: "GIFT_CARD" as const, amount: 1, giftCard: code };
  await syncFacts(shop.terminal(0), [
    {
      refund: {
        ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: goods.id },
        ...{ lines: [{ line: 1, quantity: "0.001" }], payments: [{ ...back, paymentId: byCard.id }] },
      },
    },
  ]);
  const card = present(await giftCardByCode(shop.operator(0), code), "the card");
  if (card === "throttled") throw new Error("A card that is known was throttled");
  const change = { id: clock.newId("vad"), locationId, giftCardId: card.id, amount: -50, isBlocked: true };
  done(await adjustGiftCard(shop.owner, { ...change, reason: "Lost" }));
}

/** A customer buys on account, and pays a part of it. */
async function sellOnAccount(shop: Shop): Promise<void> {
  const { clock } = shop;
  const customerId = clock.newId("cus");
  done(await createCustomer(shop.owner, { id: customerId, name: "The Corner Cafe" }));
  done(await patchCustomer(shop.owner, { customerId, version: 1, creditLimit: 5000 }));
  const sale = makeSale(shop);
  const payments = sale.payments.map(({ tendered: _, ...paid }) => ({ ...paid, method: "ON_ACCOUNT" as const }));
  await sellHappened(shop.terminal(0), [{ ...sale, customerId, payments }]);
  const paid = { id: clock.newId("pay"), method: "CASH" as const, amount: 100, tendered: 200 };
  const header = { id: clock.newId("cpy"), customerId, occurredAt: clock.now() };
  done(await recordCustomerPayment(shop.operator(0), { ...header, payments: [paid], note: "For May" }));
}

/** Of two uncertain payments one went through and the other did not; the goods of its sale come back for nothing. */
async function sellUncertain(shop: Shop): Promise<void> {
  const { clock } = shop;
  for (const [state, outcome] of [["PENDING", "CAPTURED"] as const, ["UNKNOWN", "VOIDED"] as const]) {
    const paid = { id: clock.newId("pay"), method: "CARD" as const, amount: 100, state };
    const sale = {
      ...makeSale(shop, { lines: [{ description: "Lamp", quantity: "1", unitPrice: "1" }] }),
      payments: [paid],
    };
    await sellHappened(shop.terminal(0), [sale]);
    const at = { occurredAt: clock.now(), saleId: sale.id };
    const input = { id: clock.newId("pyo"), ...at, paymentId: paid.id, state: outcome, reason: "By the slip" };
    done(await recordPaymentOutcome(shop.operator(0), input));
    if (outcome === "CAPTURED") continue;
    const back = { lines: [{ line: 1, quantity: "1" }], payments: [] };
    done(await refundSale(shop.operator(0), { id: clock.newId("ref"), ...at, ...back }));
  }
}

async function voidSold(shop: Shop): Promise<void> {
  const { clock } = shop;
  const sold = makeSale(shop);
  await sellHappened(shop.terminal(0), [sold]);
  const header = { id: clock.newId("voi"), occurredAt: clock.now(), saleId: sold.id };
  done(await voidSale(shop.operator(0), { ...header, reason: "Rung up by mistake", writeOffLines: [1] }));
}

/** Discounts of every source, a payment method of the merchant's own, and operators who are claimed. */
async function sellWithCauses(shop: Shop): Promise<void> {
  const { staff } = shop;
  const lines = linesOf(shop, 2).map((line) => ({
    ...line,
    adjustments: [
      { amount: 5, reason: "Scratched" },
      { percent: "10", promotionId: "prm_1" },
    ],
  }));
  const adjustments = [
    { amount: 10, couponCode: "SUMMER" },
    { amount: 1, approvalId: "apr_1", reason: "Regular" },
  ];
  const sale = () => makeSale(shop, { lines, method: "OTHER" });
  const causes = { ...sale(), adjustments, payments: [] };
  const own = sale();
  const methods = { ...own, payments: own.payments.map((payment) => ({ ...payment, methodId: "mth_1" })) };
  const claimed = { ...sale(), operatorId: staff.CASHIER.id };
  await sellHappened(shop.terminal(0), [causes, methods, claimed]);
  // A person signed in sends what another one sold.
  await sellHappened(shop.operator(0), [{ ...sale(), operatorId: staff.CASHIER.id }]);
}

const bodyOf = ({ header }: Golden) => JSON.parse(String(header.body)) as Body;
const kindOf = ({ name }: Golden) => present(name.split("-")[1], "a kind");

async function tableOf(facts: readonly Golden[]) {
  const engine = createMemoryTable({ random: createRandom(1), streamFilter: SHOP_STREAM });
  for (const { header, chunks } of facts)
    for (const item of [header, ...chunks]) await engine.table.write({ op: "put", item, if: { is: "absent" } });
  return engine;
}

/** Books facts into empty ledgers by when they were recorded; what comes of it has to be sound. */
async function bookAll(facts: readonly Golden[], ledgers: readonly LedgerRef[]): Promise<GoldenBooks[]> {
  const { table } = await tableOf(facts);
  const context = { table, clock: createManualClock(1), books };
  const changes = facts.map(({ header }): Change => ({ key: { pk: header.pk, sk: FACT_SK }, item: header }));
  expect(await bookChanges(context, changes)).toEqual([]);
  const [first] = ledgers;
  await rebuildGuards(context, first?.merchantId ?? "", ledgers);
  const heads: GoldenBooks[] = [];
  for (const ledger of ledgers) {
    const { position, accounts } = await readHead(table, ledger.merchantId, ledger.ledgerId);
    heads.push({ ledger, positions: position, accounts });
    expect((await verify(context, ledger)).differences).toEqual([]);
  }
  return heads;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner);
  return value;
}

describe("envelope: released versions", () => {
  const writing = process.env.GOLDEN_VERSION;
  const write = async () => {
    const shop = await shopWithHistory();
    const { engine, merchantId, ledger } = shop;
    const ledgers = [{ merchantId, ledgerId: merchantId }, ledger];
    await writeGolden(Number(writing), { table: engine.table, ledgers }, bookAll);
  };
  // Only when it is asked for: no test that is skipped otherwise.
  if (writing) test("a new version's files are written once", write);

  test("there are files of every version up to this one's, of every kind of fact and of one with chunks", () => {
    const versions = goldenVersions().sort((a, b) => a - b);
    expect([...new Set(versions.map(Math.floor))]).toEqual(
      Array.from({ length: ENVELOPE_VERSION }, (_, index) => index + 1),
    );
    let before: readonly string[] = [];
    for (const version of versions) {
      const { facts } = readGolden(version);
      expect(facts.length).toBeGreaterThan(20);
      const kinds = [...new Set(facts.map(kindOf))];
      expect(kinds).toEqual(expect.arrayContaining([...before]));
      before = kinds;
      expect(facts.some(({ chunks }) => chunks.length > 1)).toBe(true);
      for (const fact of facts) expect(bodyOf(fact).v).toBe(Math.floor(version));
    }
    expect(before).toEqual(expect.arrayContaining([...books.kinds.keys()]));
  });

  test.each(goldenVersions())(
    "version %s is read whole, matches its hashes, and books to what it booked to",
    async (version) => {
      const { facts, books: expected } = readGolden(version);
      const { table } = await tableOf(facts);
      for (const { header } of facts) {
        const { fact, stored, recordHash } = await readChunks<Fact>(table, header);
        expect(recordHash).toBe(header.hash);
        expect(stored).toEqual({
          ...JSON.parse(String(header.body)),
          ...(stored.lines ? { lines: stored.lines } : {}),
          chunks: undefined,
        });
        expect(fact).toMatchObject({ v: ENVELOPE_VERSION, id: stored.id, recordedAt: stored.recordedAt });
      }
      expect(
        await bookAll(
          facts,
          expected.map(({ ledger }) => ledger),
        ),
      ).toEqual(expected);
    },
  );
});

test("envelope: the newest golden facts have every way to pay, and what it moves", () => {
  const newest = Math.max(...goldenVersions());
  const bodies = readGolden(newest).facts.map((golden) => bodyOf(golden) as Body & Paid);
  const has = (what: string, is: (body: Body & Paid) => unknown) => expect(bodies.some(is), what).toBe(true);
  for (const method of ["GIFT_CARD", "STORE_CREDIT", "ON_ACCOUNT", "DEPOSIT", "EXCHANGE"])
    has(method, ({ payments = [] }) => payments.some((paid) => paid.method === method));
  for (const field of ["cashBack", "methodName", "account", "paidBy", "state"] as const)
    has(field, ({ payments = [] }) => payments.some((paid) => paid[field] !== undefined));
  const customerPays = (is: (total: number, onQuote: boolean) => boolean) => (body: Body & Paid) =>
    body.kind === "customerPayment" && is(Number(body.total), body.quoteId !== undefined);
  has(
    "paid of what is owed",
    customerPays((total, onQuote) => total > 0 && !onQuote),
  );
  has(
    "a deposit",
    customerPays((total, onQuote) => total > 0 && onQuote),
  );
  has(
    "a deposit given back",
    customerPays((total, onQuote) => total < 0 && onQuote),
  );
  has("a tare", ({ lines = [] }) => lines.some((line) => line.unit === "KILOGRAM" && line.tare === "0.012"));
  for (const field of ["tip", "quoteId", "exchangeId", "valueMoves", "unpaid"] as const)
    has(field, (body) => body[field] !== undefined);
});

interface Paid {
  readonly lines?: readonly { readonly [field: string]: unknown }[];
  readonly payments?: readonly { readonly [field: string]: unknown }[];
  readonly [field: string]: unknown;
}

describe("envelope: version 1", () => {
  test("readEnvelope: gathers a line's tax into a list and gives discounts their source", () => {
    let [taxed, discounted] = [0, 0];
    for (const golden of readGolden(1).facts) {
      const body = frozen(bodyOf(golden)) as V1;
      const fact = readEnvelope(body) as Partial<SaleFact>;
      expect(fact.v).toBe(2);
      expect(fact.discounts).toEqual(body.discounts?.map((amount) => ({ source: "MANUAL", amount })));
      for (const [index, line] of (body.lines ?? []).entries()) {
        const { taxCodeId, taxRate, tax, discounts, ...rest } = line;
        const taxes = taxCodeId === undefined ? {} : { taxes: [{ codeId: taxCodeId, rate: taxRate, amount: tax }] };
        const given = discounts && { discounts: discounts.map((amount) => ({ source: "MANUAL", amount })) };
        expect(fact.lines?.[index]).toEqual({ ...rest, ...taxes, ...given });
        if (taxCodeId !== undefined) taxed++;
        if (discounts) discounted++;
      }
    }
    expect(taxed).toBeGreaterThan(20);
    expect(discounted).toBeGreaterThan(3);
  });
});

describe("envelope: version 2", () => {
  const sales = () =>
    readGolden(2).facts.flatMap((golden) => {
      const fact = readEnvelope(bodyOf(golden)) as unknown as SaleFact;
      return fact.kind === "sale" && fact.lines ? [fact] : [];
    });

  test("golden facts have discounts of every source, a method of the merchant's own, and claimed operators", () => {
    const ofLines = sales().flatMap(({ lines }) => lines.flatMap(({ discounts = [] }) => discounts));
    const all = [...ofLines, ...sales().flatMap(({ discounts = [] }) => discounts)];
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set(["MANUAL", "PROMOTION", "COUPON", "APPROVAL"]));
    expect(all).toContainEqual({ source: "MANUAL", reason: "Scratched", amount: 5 });
    expect(all).toContainEqual({ source: "APPROVAL", id: "apr_1", reason: "Regular", amount: 1 });
    expect(sales().flatMap(({ payments }) => payments.flatMap(({ methodId }) => methodId ?? []))).toEqual(["mth_1"]);
    const operators = sales().map(({ authenticatedOperatorId }) => authenticatedOperatorId);
    expect(operators).toContain(null);
    expect(operators.some((id) => id?.startsWith("stf_"))).toBe(true);
  });

  test("golden facts store an authenticated operator only where it differs", () => {
    for (const { operatorId, authenticatedOperatorId } of sales())
      if (authenticatedOperatorId !== undefined) expect(authenticatedOperatorId).not.toBe(operatorId);
  });
});

interface V1 extends Body {
  readonly lines?: readonly {
    readonly taxCodeId?: string;
    readonly taxRate?: string;
    readonly tax?: number;
    readonly discounts?: readonly number[];
  }[];
  readonly discounts?: readonly number[];
}

describe("envelope: upcasters", () => {
  /** Versions that were never released: one renames a field, the next gathers two. */
  const upcasters: Upcasters = {
    1: ({ day, ...rest }) => ({ ...rest, v: 2, businessDay: day }),
    2: ({ businessDay, hour, ...rest }) => ({ ...rest, v: 3, when: { day: businessDay, hour } }),
  };
  const known = { version: 3, upcasters };

  test("each is pure and runs once for each version in between, whatever the version it starts from", () => {
    for (const golden of readGolden(1).facts) {
      const body = frozen(bodyOf(golden));
      const { day, hour, v: _, ...rest } = body;
      const expected = { ...rest, v: 3, when: { day, hour } };
      expect(readEnvelope(body, known)).toEqual(expected);
      expect(readEnvelope({ ...rest, hour, businessDay: day, v: 2 }, known)).toEqual(expected);
      expect(readEnvelope(expected, known)).toBe(expected);
    }
  });

  test("readEnvelope: throws when no upcaster knows the version, or the body has none", () => {
    const body = { v: 1, id: "sal_1" };
    expect(() => readEnvelope(body, { version: 3, upcasters: {} })).toThrow(EnvelopeUnknown);
    for (const v of [undefined, null, "1", 0, 1.5, -1, Number.NaN])
      expect(() => readEnvelope({ ...body, v })).toThrow("has no version");
  });
});

describe("envelope: a newer version", () => {
  const newer = (item: Item): Item => ({
    ...item,
    body: JSON.stringify({ ...JSON.parse(String(item.body)), v: ENVELOPE_VERSION + 1 }),
  });

  test("is refused by its name, blocks no other fact, and stays unchanged; a program that supports it books it", async () => {
    const shop = await createShop({ seed: 7 });
    const { table } = shop.engine;
    await shop.stock("10");
    const sales = [makeSale(shop), makeSale(shop), makeSale(shop)] as const;
    await sellHappened(shop.terminal(0), sales);
    const key = { pk: `${shop.merchantId}#${sales[1].id}`, sk: FACT_SK };
    const released = present(await table.get(key), "a fact");
    const unreleased = newer(released);
    await table.write({ op: "put", item: unreleased });
    const items = await table.batchGet(sales.map(({ id }) => ({ pk: `${shop.merchantId}#${id}`, sk: FACT_SK })));
    const changes = items.map((item): Change => ({ key: present(item, "a fact"), item }));

    const failures = await bookChanges(shop.booking, changes);
    expect(failures.map(({ change, error }) => [change.key.pk, error])).toEqual([
      [key.pk, expect.any(EnvelopeUnknown)],
    ]);
    expect(String(failures[0]?.error)).toMatch(/has version 3, and this program reads up to 2: run the newer program/);
    // Sent again, it is neither acknowledged nor overwritten; the sweep names it and goes on.
    await expect(sellHappened(shop.terminal(0), [sales[1]])).rejects.toThrow(EnvelopeUnknown);
    shop.clock.advance(60_000);
    expect(await reconcile(shop.booking)).toMatchObject({
      failed: 1,
      failure: expect.stringContaining(String(sales[1].id)),
    });
    expect(await table.get(key)).toEqual(unreleased);

    await table.write({ op: "put", item: released });
    expect(await reconcile(shop.booking)).toMatchObject({ booked: 1, failed: 0 });
    expect((await verify({ ...shop.booking, table }, shop.ledger)).differences).toEqual([]);
  });

  test("an archive of it is refused by its line, and what a released version does not know is exported all the same", async () => {
    const shop = await createShop({ seed: 8 });
    const { table } = shop.engine;
    const sale = makeSale(shop);
    await sellHappened(shop.terminal(0), [sale]);
    await drain(shop);
    const archived = async () => {
      const lines: object[] = [];
      for await (const line of archiveLines(shop.booking, shop.merchantId)) lines.push(line);
      return lines;
    };
    const key = { pk: `${shop.merchantId}#${sale.id}`, sk: FACT_SK };
    const item = present(await table.get(key), "a fact");
    await table.write({
      op: "put",
      item: { ...item, body: JSON.stringify({ ...JSON.parse(String(item.body)), later: 1 }) },
    });
    const lines = await archived();
    expect(lines.find((line) => "id" in line && line.id === sale.id)).toMatchObject({ later: 1 });

    const empty = createMemoryTable({ random: createRandom(1), streamFilter: SHOP_STREAM }).table;
    async function* marked() {
      for (const line of lines) yield ("id" in line && line.id === sale.id ? { ...line, v: 3 } : line) as never;
    }
    await expect(checkArchive({ ...shop.booking, table: empty }, marked())).rejects.toThrow(
      /has version 3, and this program reads up to 2/,
    );
  });
});
