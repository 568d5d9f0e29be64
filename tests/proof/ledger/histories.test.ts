import { CUSTOMER, type CustomerTotals } from "@pos/core/customers/customer/index.ts";
import { readEntry, readEvents, readHead } from "@pos/core/ledger/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { type RefundFact, refundsOf } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { deposited, getStoreCredit, giftCardByCode } from "@pos/core/selling/stored-value/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { withFaults } from "@pos/core/table/port/faults.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { expect, test } from "vitest";
import { expectBooks, expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { buyerIn, type HistoryOptions, runHistory } from "../../support/history.ts";
import type { History } from "../../support/history-steps.ts";
import { balancesOf, entriesOf, entryItems } from "../../support/ledgers.ts";
import { expectedOf } from "../../support/model.ts";
import { createShop, SHOP_STREAM, type Shop } from "../../support/shop.ts";

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);

/** A table at its unkindest: short pages, keys left unprocessed, an index that lags, a stream shuffled and doubled. */
function unkindTable(seed: number) {
  return createMemoryTable({
    random: createRandom(seed),
    streamFilter: SHOP_STREAM,
    twiceRate: 0.5,
    shortPageRate: 0.4,
    indexLagRate: 0.3,
    unprocessedRate: 0.3,
  });
}

/** Every third with long sales, every other with a promotion that takes off what does not divide. */
function shapeOf(seed: number): Omit<HistoryOptions, "steps"> {
  return { linesMax: seed % 3 === 0 ? 60 : 6, ...(seed % 2 === 0 ? { promotion: "13.7" } : {}) };
}

/** Time passes and the sweep runs until it has nothing left to do; then an index has caught up too. */
async function settle(shop: Shop): Promise<void> {
  await drain(shop);
  for (let round = 0; round < 5; round++) {
    shop.clock.advance(11 * 60_000);
    await reconcile(shop.booking);
  }
}

/** What happened over all seeds, so that a run in which something never happened proves nothing and fails. */
const happened = new Map<string, number>();

function add(what: string, times: number): void {
  happened.set(what, (happened.get(what) ?? 0) + times);
}

async function expectHistory(shop: Shop, history: History): Promise<void> {
  await expectSound(shop);
  const { sales, stocked, cashBack } = history;
  await expectBooks(shop, expectedOf(shop, sales, stocked, cashBack));
  await expectCustomers(shop, history);
  await expectHeld(shop, history);
  for (const [what, times] of history.counts) add(what, times);
  for (const { exceptions = [] } of await entriesOf(shop)) for (const [, code] of exceptions) add(code, 1);
  // What publishing reads of an entry alone is what is there.
  for (const item of await entryItems(shop)) expect(readEvents(item)).toEqual(readEntry(item).events);
}

/** Each gift card, credit and deposit holds what went there and came from there, and the books owe just that. */
async function expectHeld(shop: Shop, { held }: History): Promise<void> {
  const owner = { ...shop.owner, table: shop.engine.table };
  const owed = { giftCards: 0, storeCredit: 0, customerDeposits: 0 };
  for (const [key, amount] of held) {
    const [account, balance] = await heldBy(owner, key);
    expect(balance, key).toBe(amount);
    owed[account] += amount;
  }
  const { accounts } = await readHead(shop.engine.table, shop.merchantId, shop.locationId);
  const { giftCards = 0, storeCredit = 0, customerDeposits = 0 } = accounts;
  const booked = { giftCards, storeCredit, customerDeposits };
  expect(Object.entries(booked).map(([account, amount]) => [account, 0 - amount])).toEqual(Object.entries(owed));
}

async function heldBy(owner: Context, key: string) {
  if (key.startsWith("cus_")) return ["storeCredit", (await getStoreCredit(owner, key))?.balance] as const;
  if (key.startsWith("quo_")) return ["customerDeposits", (await deposited(owner, [key]))[0]] as const;
  const card = await giftCardByCode(owner, key);
  return ["giftCards", card === "throttled" ? undefined : card?.balance] as const;
}

/** What each customer bought and gave back, by whose each sale is in the end; refunds go with their sales. */
async function expectCustomers(shop: Shop, history: History): Promise<void> {
  const expected = new Map<string, CustomerTotals>();
  for (const { fact } of history.sales) {
    const buyer = fact && buyerIn(history, fact);
    if (fact === undefined || buyer === undefined) continue;
    const refunds = await refundsOf({ ...shop.owner, table: shop.engine.table }, fact.id);
    const before = expected.get(buyer) ?? CUSTOMER.zero;
    const isVoid = history.voided.has(fact.id);
    expected.set(buyer, {
      saleCount: before.saleCount + 1,
      refundCount: before.refundCount + refunds.length + (isVoid ? 1 : 0),
      gross: before.gross + soldFor(fact),
      refunds:
        before.refunds - refunds.reduce((sum, refund) => sum + soldFor(refund), 0) + (isVoid ? soldFor(fact) : 0),
    });
  }
  const booked = [...(await balancesOf(shop, CUSTOMER))].filter(([, { saleCount }]) => saleCount !== 0);
  expect(new Map(booked)).toEqual(expected);
}

/** Without what was put on gift cards. */
function soldFor({ lines, total }: Pick<SaleFact | RefundFact, "lines" | "total">): number {
  return lines.reduce((sum, line) => (line.giftCard ? sum - line.total : sum), total);
}

test.each(SEEDS)("ledger: the books of a random history are exact on an unkind table (seed %i)", async (seed) => {
  const shop = await createShop({ engine: unkindTable(seed), seed, terminals: 3, variants: 8 });
  const history = await runHistory(shop, { ...shapeOf(seed), steps: 50 });
  await settle(shop);
  await expectHistory(shop, history);
});

test.each(SEEDS)("ledger: the books of a random history are exact while the table fails (seed %i)", async (seed) => {
  const random = createRandom(seed + 1000);
  let faulty: ReturnType<typeof withFaults> | undefined;
  const shop = await createShop({
    engine: unkindTable(seed),
    seed,
    terminals: 3,
    variants: 8,
    wrap(table) {
      faulty = withFaults(table, { random, rates: { before: 0.04, after: 0.06, slow: 0.03, conflict: 0.05 } });
      return faulty.table;
    },
  });
  const history = await runHistory(shop, { ...shapeOf(seed), steps: 50 });
  for (const [fault, times] of Object.entries(faulty?.counters ?? {})) add(fault, times);
  faulty?.setRates({});
  await settle(shop);
  await expectHistory(shop, history);
});

test("ledger: between them, the random histories did everything that they can do", () => {
  const steps = ["live", "sync", "odd", "replay", "conflict", "stock", "drain", "sweep"];
  const others = ["refunded", "unlinked refund", "voided", "put on a customer", "on account", "adjustment", "journal"];
  const money = [
    ...["gift card sold", "GIFT_CARD", "STORE_CREDIT", "stored value given back", "refunded to store credit"],
    ...["tip", "cash back", "voucher", "quote", "deposit collected", "deposit given back"],
  ];
  const exchanges = ["exchanged for dearer goods", "exchanged for cheaper goods"];
  const faults = ["before", "after", "slow", "conflict"];
  const codes = [
    ...["STOCK_NEGATIVE", "SEQUENCE_REUSED", "CLOCK_SKEW", "UNKNOWN_CUSTOMER", "UNKNOWN_OPERATOR", "UNKNOWN_VARIANT"],
    ...["TOTAL_MISMATCH", "PAYMENT_MISMATCH", "METHOD_NOT_AVAILABLE", "DISCOUNT_TOO_LARGE", "PRICE_ASSUMED"],
    "CREDIT_LIMIT_EXCEEDED",
  ];
  for (const what of [...steps, ...others, ...money, ...exchanges, ...faults, ...codes])
    expect(happened.get(what) ?? 0, what).toBeGreaterThan(0);
});
