import { present } from "@pos/core/base/result.ts";
import { entryItem } from "@pos/core/ledger/entry-codec.ts";
import { type Entry, plainPart, readEntry } from "@pos/core/ledger/index.ts";
import { dayPart } from "@pos/core/selling/day/index.ts";
import { sizeOf } from "@pos/core/table/port/size.ts";
import { expect, test } from "vitest";
import { type BusyShop, busyShop, type Units } from "../../support/busy.ts";
import { drain } from "../../support/drain.ts";
import { entryItems, ledgerItems } from "../../support/ledgers.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";

const ONCE = { twice: false, shuffled: false, batchMax: 100 };

interface Cost {
  readonly recorded: Units;
  readonly booked: Units;
  readonly writtenEach: number;
  readonly readEach: number;
}

/** So many sales of different articles through the API, to as many customers where asked, booked together. */
async function costOf(busy: BusyShop, sales: number, terminals: number, withCustomers = false): Promise<Cost> {
  const customers: string[] = [];
  for (let sale = 0; withCustomers && sale < sales; sale++) customers.push(await busy.newCustomer());
  for (let sale = 0; sale < sales; sale++) {
    const customerId = customers[sale];
    const named = customerId === undefined ? {} : { customerId };
    await busy.sell({ terminal: sale % terminals, firstVariant: sale * 3, ...named });
  }
  const recorded = busy.take();
  await busy.book();
  const booked = busy.take();
  const writtenEach = (recorded.written + booked.written) / sales;
  const readEach = (recorded.read + booked.read) / sales;
  console.log(`units: ${sales} from ${terminals}`, { withCustomers, writtenEach, readEach }, recorded, booked);
  return { recorded, booked, writtenEach, readEach };
}

test("units: a live sale of three lines is one put of at most 3 units, and 24 with its booking", async () => {
  const { recorded, writtenEach } = await costOf(await busyShop(1), 1, 1);
  expect(recorded.writes).toEqual({ FACT: recorded.written });
  expect(recorded.written).toBeLessThanOrEqual(3);
  expect(writtenEach).toBeLessThanOrEqual(24);
});

test("units: with a customer it is 24 as well", async () => {
  const { recorded, writtenEach } = await costOf(await busyShop(1), 1, 1, true);
  expect(recorded.writes).toEqual({ FACT: recorded.written });
  expect(writtenEach).toBeLessThanOrEqual(24);
});

test("units: a request reads its session, its shop and its variants once each, and nothing grows with what is stored", async () => {
  const { recorded, booked } = await costOf(await busyShop(1), 1, 1);
  expect(recorded.reads).toEqual({ ses: 1, stf: 1, trm: 1, MERCHANT: 1, loc: 1, TAXES: 1, PROMOTIONS: 1, VARIANT: 3 });
  expect(booked.reads).toEqual({ HEAD: 1, LEVEL: 3, DRAWER: 1, DAY: 1, RECEIPTS: 1, RECEIPT_BLOCK: 1 });
});

test.each([
  { terminals: 10, withCustomers: false, most: 18 },
  { terminals: 1, withCustomers: false, most: 18 },
  { terminals: 1, withCustomers: true, most: 18 },
  // Nothing to fold: each sale moves its own articles, drawer, numbers and customer.
  { terminals: 10, withCustomers: true, most: 20.4 },
])(
  "units: ten sales of different articles from $terminals terminals (customers: $withCustomers), booked together, cost at most $most each",
  async ({ terminals, withCustomers, most }) => {
    const { writtenEach } = await costOf(await busyShop(terminals), 10, terminals, withCustomers);
    expect(writtenEach).toBeLessThanOrEqual(most);
  },
);

test("units: a day's totals, the head and an entry of three lines with a customer stay under a KB", async () => {
  const busy = await busyShop(1);
  const { shop } = busy;
  await busy.sell({ terminal: 0, firstVariant: 0, customerId: await busy.newCustomer() });
  await busy.book();
  const day = present(
    (await ledgerItems(shop)).find(({ sk }) => sk.startsWith("DAY#")),
    "the day",
  );
  const head = present(
    (await ledgerItems(shop)).find(({ sk }) => sk === "HEAD"),
    "the head",
  );
  const entry = present((await entryItems(shop)).at(-1), "an entry");
  console.log(
    "units: bytes of a day's totals, the head, an entry of three lines with a customer",
    sizeOf(day),
    sizeOf(head),
    sizeOf(entry),
  );
  for (const item of [day, head, entry]) expect(sizeOf(item)).toBeLessThan(1024);
});

/** What capabilities to come will add: the shift, each promotion with what it took, points. */
const SHIFT_PART = plainPart<string>("h");
const PROMOTION_PART = plainPart<readonly (readonly [id: string, amount: number])[]>("m");
const POINTS_PART = plainPart<number>("l");

test("units: an entry of three lines with customer, shift, one promotion and points stays under a KB", async () => {
  const busy = await busyShop(1);
  await busy.sell({ terminal: 0, firstVariant: 0, customerId: await busy.newCustomer() });
  await busy.book();
  const entry = readEntry(present((await entryItems(busy.shop)).at(-1), "an entry"));
  const newId = () => busy.shop.clock.newId("cus").slice(4);
  // The ledger of a shop of many years that sells dear goods.
  const postings = Object.entries({
    cash: 1_023_450,
    inventory: -531_244,
    taxPayable: -170_575,
    revenue: -852_879,
    cashRounding: 4,
    costOfGoods: 531_244,
  }) as unknown as Entry["postings"];
  const old = "0007-000004711042";
  const full: Entry = {
    ...entry,
    epoch: 7,
    position: 4_711_043,
    postings,
    modules: {
      ...entry.modules,
      r: 123_456,
      ...dayPart(23, 123_450),
      ...SHIFT_PART.with(newId()),
      ...PROMOTION_PART.with([[newId(), 123_450]]),
      ...POINTS_PART.with(10_234),
    },
    events: { sale: old, stock: old },
  };
  const item = entryItem(full);
  expect(readEntry(item)).toEqual(full);
  console.log("units: bytes of an entry of three lines with customer, shift, promotion and points", sizeOf(item));
  expect(sizeOf(item)).toBeLessThan(1024);
});

test("units: prints what a discount, two payments and an exception add to an entry", async () => {
  const { shop } = await busyShop(1);
  const lines = [0, 1, 2].map((line) => ({
    ...lineOf(present(shop.variants[line], "a variant")),
    discounts: [{ percent: "10" }],
  }));
  const input = makeSale(shop, { lines, method: "CARD" });
  const [payment] = input.payments;
  const half = Math.floor(present(payment, "a payment").amount / 2);
  const payments = [
    { ...present(payment, "a payment"), amount: half },
    { id: shop.clock.newId("pay"), method: "CASH", amount: present(payment, "a payment").amount - half } as const,
  ];
  await sellLive(shop.operator(0), { ...input, payments });
  await drain(shop, ONCE);
  const rich = sizeOf(present((await entryItems(shop)).at(-1), "an entry"));
  await sellLive(shop.operator(0), makeSale(shop, { lines, sequence: 1 }));
  await drain(shop, ONCE);
  const odd = sizeOf(present((await entryItems(shop)).at(-1), "an entry"));
  console.log("units: bytes of an entry with discounts and two payments, and with a doubled number", rich, odd);
  expect(Math.max(rich, odd)).toBeLessThan(2048);
});
