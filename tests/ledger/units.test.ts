import { expect, test } from "vitest";
import { present } from "../../packages/core/src/base/result.ts";
import { sizeOf } from "../../packages/core/src/table/size.ts";
import { sum } from "../support/books.ts";
import { drain } from "../support/drain.ts";
import { entryItems, ledgerItems } from "../support/ledgers.ts";
import { lineOf, makeSale, sellLive } from "../support/sales.ts";
import { createShop, type Shop } from "../support/shop.ts";
import { metered } from "../support/units.ts";

const ONCE = { twice: false, shuffled: false, batchMax: 100 };
/** A Saturday's sales in a busy shop, before the sale that is counted: totals have all their digits by then. */
const SALES_BEFORE = 200;

interface BusyShop {
  readonly shop: Shop;
  readonly take: () => Map<string, number>;
}

/** A shop in full swing: every level has moved and the terminals are in the middle of their day. */
async function busyShop(terminals: number): Promise<BusyShop> {
  let take = () => new Map<string, number>();
  const shop = await createShop({
    terminals,
    variants: 40,
    wrap(table) {
      const meter = metered(table);
      take = meter.take;
      return meter.table;
    },
  });
  await shop.stock("99999");
  await drain(shop, ONCE);
  for (let sale = 0; sale < SALES_BEFORE; sale++) await sell(shop, sale % terminals, sale * 3, "99");
  await drain(shop, ONCE);
  take();
  return { shop, take };
}

async function sell(shop: Shop, terminal: number, firstVariant: number, quantity = "1"): Promise<void> {
  shop.clock.advance(60_000);
  const lines = [0, 1, 2].map((line) =>
    lineOf(present(shop.variants[(firstVariant + line) % shop.variants.length], "a variant"), quantity),
  );
  const methods = ["CASH", "CARD", "QR_CODE", "OTHER"] as const;
  const method = quantity === "1" ? "CASH" : (methods[firstVariant % methods.length] ?? "CASH");
  await sellLive(shop.operator(terminal), makeSale(shop, { terminal, lines, method }));
}

function total(units: ReadonlyMap<string, number>): number {
  return sum([...units.values()]);
}

test("units: a live sale of three lines is one put of at most 3 units, and 24 with its booking", async () => {
  const { shop, take } = await busyShop(1);
  await sell(shop, 0, 0);
  const recorded = take();
  await drain(shop, ONCE);
  const booked = take();
  console.log(
    "units: a sale alone",
    Object.fromEntries(recorded),
    Object.fromEntries(booked),
    total(recorded) + total(booked),
  );
  expect(total(recorded)).toBeLessThanOrEqual(3);
  expect(total(recorded) + total(booked)).toBeLessThanOrEqual(24);
});

test.each([10, 1])(
  "units: ten sales of different articles from %i terminals, booked together, cost at most 18 each",
  async (terminals) => {
    const { shop, take } = await busyShop(terminals);
    for (let sale = 0; sale < 10; sale++) await sell(shop, sale % terminals, sale * 3);
    await drain(shop, ONCE);
    const units = take();
    console.log(`units: ten sales from ${terminals} terminals, folded`, Object.fromEntries(units), total(units) / 10);
    expect(total(units) / 10).toBeLessThanOrEqual(18);
  },
);

test("units: a day's totals and an entry of three lines stay under a KB", async () => {
  const { shop } = await busyShop(1);
  await sell(shop, 0, 0);
  await drain(shop, ONCE);
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
    "units: bytes of a day's totals, the head, an entry of three lines",
    sizeOf(day),
    sizeOf(head),
    sizeOf(entry),
  );
  for (const item of [day, head, entry]) expect(sizeOf(item)).toBeLessThan(1024);
});

test("units: what a discount, two payments and an exception add to an entry is told", async () => {
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
