import { dayAfter } from "@pos/core/base/time.ts";
import { createCustomer } from "@pos/core/customers/customer/index.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import {
  type CustomerPaymentInput,
  customerPaymentOffline,
  recordCustomerPayment,
} from "@pos/core/selling/customer-account/index.ts";
import { cancelQuote, createQuote } from "@pos/core/selling/quote/index.ts";
import { deposited } from "@pos/core/selling/stored-value/index.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";
import { upTo } from "./random-acts.ts";

/**
 * Quotes get deposits, live and offline, are collected, get deposits back and are cancelled in any order. A plain sum for each quote
 * decides what has to be refused and what is deposited in the end; the liability account has to equal them all.
 * `DEPOSIT_ACTS=100000` runs more of them.
 */
const ACTS = Number(process.env.DEPOSIT_ACTS ?? 4_000);
const SEEDS = [1, 2];
const TOTAL = 5000;
const LINES = [{ description: "A chair", quantity: "1", unitPrice: "50" }];

interface Layaway {
  readonly id: string;
  held: number;
  state: "OPEN" | "SOLD" | "CANCELLED";
}

interface World {
  readonly shop: Shop;
  readonly customerId: string;
  readonly layaways: Layaway[];
}

const counts = new Map<string, number>();

/** What was answered has to be what the plain sums expect: refused for one of these reasons, or recorded. */
function expectAnswer(codes: readonly string[], reasons: readonly (string | false)[]): boolean {
  const expected = reasons.filter((reason) => reason !== false);
  if (expected.length === 0) expect(codes).toEqual([]);
  else expect(expected).toEqual(expect.arrayContaining([...codes]));
  expect(codes.length > 0).toBe(expected.length > 0);
  const what = codes[0] ?? "recorded";
  counts.set(what, (counts.get(what) ?? 0) + 1);
  return codes.length === 0;
}

async function quote({ shop, customerId, layaways }: World): Promise<void> {
  const { clock } = shop;
  const input = {
    id: clock.newId("quo"),
    lines: LINES,
    customerId,
    validUntil: dayAfter(clock.now().slice(0, 10), 300),
  };
  done(await createQuote(shop.operator(0), input));
  layaways.push({ id: input.id, held: 0, state: "OPEN" });
}

/** One of the newest, so that each gets several acts. */
function oneOf({ shop, layaways }: World): Layaway | undefined {
  const newest = layaways.slice(-8);
  return newest[Math.floor(shop.random() * newest.length)];
}

function paying({ shop, customerId }: World, quoteId: string, amount: number): CustomerPaymentInput {
  const { clock } = shop;
  const payments = [{ id: clock.newId("pay"), method: "CARD" as const, amount }];
  return { id: clock.newId("cpy"), customerId, quoteId, occurredAt: clock.now(), payments };
}

async function deposit(world: World): Promise<void> {
  const { shop } = world;
  const one = oneOf(world);
  if (one === undefined) return;
  const amount = upTo(shop, 3000);
  const result = await recordCustomerPayment(shop.operator(0), paying(world, one.id, amount));
  const codes = result.ok ? [] : result.failures.map(({ code }) => code);
  const isTooMuch = one.held + amount > TOTAL && "DEPOSIT_TOO_LARGE";
  if (expectAnswer(codes, [one.state !== "OPEN" && `QUOTE_${one.state}`, isTooMuch])) one.held += amount;
}

/** What has happened is recorded whatever became of the quote. */
async function depositOffline(world: World): Promise<void> {
  const { shop } = world;
  const one = oneOf(world);
  if (one === undefined) return;
  const amount = upTo(shop, 300);
  done(await customerPaymentOffline(shop.terminal(0), paying(world, one.id, amount)));
  one.held += amount;
  counts.set("offline", (counts.get("offline") ?? 0) + 1);
}

async function giveBack(world: World): Promise<void> {
  const { shop } = world;
  const one = oneOf(world);
  if (one === undefined) return;
  const amount = upTo(shop, Math.max(100, Math.floor(one.held * 1.2)));
  const input = { ...paying(world, one.id, amount), isGivenBack: true };
  const result = await recordCustomerPayment(shop.operator(0), input);
  const codes = result.ok ? [] : result.failures.map(({ code }) => code);
  if (!expectAnswer(codes, [amount > one.held && "BALANCE_TOO_LOW"])) return;
  one.held -= amount;
  counts.set("given back", (counts.get("given back") ?? 0) + 1);
}

/** With all that is deposited, at times with less or more. */
async function collect(world: World): Promise<void> {
  const { shop, customerId } = world;
  const one = oneOf(world);
  if (one === undefined || one.held > TOTAL) return;
  const { clock, random } = shop;
  const used = random() < 0.6 ? one.held : Math.min(TOTAL, upTo(shop, one.held + 100));
  const by = (method: "DEPOSIT" | "CARD", amount: number) => ({ id: clock.newId("pay"), method, amount });
  const payments = [by("DEPOSIT", used), by("CARD", TOTAL - used)];
  const sale = { ...makeSale(shop), lines: LINES, customerId, quoteId: one.id, payments };
  const outcome = await sellLive(shop.operator(0), sale);
  const codes = "sale" in outcome ? [] : outcome.failures.map(({ code }) => code);
  const reasons = [one.state !== "OPEN" && `QUOTE_${one.state}`, used < one.held && "DEPOSIT_NOT_USED"];
  if (!expectAnswer(codes, [...reasons, used > one.held && "BALANCE_TOO_LOW"])) return;
  Object.assign(one, { held: one.held - used, state: "SOLD" });
  counts.set("collected", (counts.get("collected") ?? 0) + 1);
}

async function cancel(world: World): Promise<void> {
  const one = oneOf(world);
  if (one === undefined || one.state === "CANCELLED") return;
  const result = await cancelQuote(world.shop.operator(0), { quoteId: one.id });
  const codes = result.ok ? [] : result.failures.map(({ code }) => code);
  const reasons = [one.state === "SOLD" && "QUOTE_SOLD", one.held > 0 && "QUOTE_HAS_DEPOSIT"];
  if (expectAnswer(codes, reasons)) one.state = "CANCELLED";
}

const KINDS = [quote, deposit, deposit, deposit, depositOffline, giveBack, giveBack, collect, collect, cancel];

test.each(SEEDS)(
  "quotes hold what a plain sum comes to, and the liability account what they all hold (seed %i)",
  async (seed) => {
    const shop = await createShop({ seed });
    const customerId = shop.clock.newId("cus");
    done(await createCustomer(shop.owner, { id: customerId, name: "A. Customer" }));
    const world: World = { shop, customerId, layaways: [] };
    for (let act = 0; act < ACTS / SEEDS.length; act++) {
      shop.clock.advance(1000);
      await KINDS[Math.floor(shop.random() * KINDS.length)]?.(world);
      if (act % 500 === 499) await drain(shop);
    }
    await drain(shop);
    const ids = world.layaways.map(({ id }) => id);
    const held = world.layaways.map((one) => one.held);
    expect(await deposited(shop.owner, ids)).toEqual(held);
    const { accounts } = await readHead(shop.engine.table, shop.merchantId, shop.locationId);
    expect(0 - (accounts.customerDeposits ?? 0)).toBe(held.reduce((sum, one) => sum + one, 0));
    expect((await verifyShop(shop)).differences).toEqual([]);
  },
  3_600_000,
);

test("everything happened that can happen to a deposit", () => {
  for (const what of [
    ...["recorded", "offline", "given back", "collected", "DEPOSIT_TOO_LARGE", "DEPOSIT_NOT_USED", "BALANCE_TOO_LOW"],
    ...["QUOTE_HAS_DEPOSIT", "QUOTE_SOLD", "QUOTE_CANCELLED"],
  ])
    expect(counts.get(what) ?? 0, what).toBeGreaterThan(2);
});
