import { present } from "@pos/core/base/result.ts";
import { createCustomer, patchCustomer } from "@pos/core/customers/customer/index.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import { customerPaymentOffline, owedBy, recordCustomerPayment } from "@pos/core/selling/customer-account/index.ts";
import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { adjustStoreCredit, getStoreCredit } from "@pos/core/selling/stored-value/index.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";
import { codesOf, oneOf, refundAll, upTo, voidAll } from "./random-acts.ts";

/**
 * Customers get store credit, pay with it, buy on account, pay what they owe, give back and have sales voided, live and offline, in
 * any order. Two plain sums for each customer decide what has to be refused; the accounts of the chart have to equal them all.
 * `CREDIT_ACTS=100000` runs more of them.
 */
const ACTS = Number(process.env.CREDIT_ACTS ?? 4_000);
const SEEDS = [1, 2];
const CUSTOMERS = 12;
const LIMIT = 3000;

type Method = "STORE_CREDIT" | "ON_ACCOUNT";

interface Person {
  readonly id: string;
  credit: number;
  owed: number;
}

/** A sale that a customer's credit or account paid. */
interface Paid {
  readonly sale: SaleFact;
  readonly person: Person;
  readonly method: Method;
  readonly amount: number;
  isBack: boolean;
}

interface World {
  readonly shop: Shop;
  readonly people: readonly Person[];
  readonly paid: Paid[];
}

const counts = new Map<string, number>();

function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

const personOf = ({ shop, people }: World): Person => present(oneOf(shop, people), "a customer");

/** Demands the refusal, or no refusal. @returns whether it was recorded */
function isRecorded(codes: readonly string[] | undefined, expected: string | undefined): boolean {
  expect(codes).toEqual(expected === undefined ? undefined : [expected]);
  count(expected ?? "recorded");
  return expected === undefined;
}

/** What a payment takes from what the customer has, or adds to what is owed; below zero it comes back. */
function move(person: Person, method: Method, amount: number): void {
  if (method === "STORE_CREDIT") person.credit -= amount;
  else person.owed += amount;
}

/** By the plain sums: the reason for which so much cannot be paid this way. */
function refusalOf({ credit, owed }: Person, method: Method, amount: number): string | undefined {
  if (method === "STORE_CREDIT") return credit < amount ? "BALANCE_TOO_LOW" : undefined;
  return owed + amount > LIMIT ? "CREDIT_LIMIT_EXCEEDED" : undefined;
}

function saleOf({ shop }: World, person: Person, method: Method, amount: number): SaleInput {
  const lines = [{ description: "Something", quantity: "1", unitPrice: (amount / 100).toFixed(2) }];
  const payments = [{ id: shop.clock.newId("pay"), method, amount }];
  return { ...makeSale(shop), customerId: person.id, lines, payments };
}

/** At times all that there is. */
function someOf({ shop }: World, all: number): number {
  return all > 0 && shop.random() < 0.2 ? all : upTo(shop, 1200);
}

function buy(method: Method) {
  return async (world: World): Promise<void> => {
    const { shop } = world;
    const person = personOf(world);
    const amount = someOf(world, method === "STORE_CREDIT" ? person.credit : LIMIT - person.owed);
    const outcome = await sellLive(shop.operator(0), saleOf(world, person, method, amount));
    const codes = "sale" in outcome ? undefined : outcome.failures.map(({ code }) => code);
    if (!isRecorded(codes, refusalOf(person, method, amount))) return;
    move(person, method, amount);
    const { sale } = "sale" in outcome ? outcome : { sale: undefined };
    world.paid.push({ sale: present(sale, "the sale"), person, method, amount, isBack: false });
  };
}

/** What has happened is recorded whatever the customer has or owes. */
function buyOffline(method: Method) {
  return async (world: World): Promise<void> => {
    const { shop } = world;
    const person = personOf(world);
    const amount = upTo(shop, 200);
    const [outcome] = await sellHappened(shop.terminal(0), [saleOf(world, person, method, amount)]);
    expect(outcome?.status).toBe("recorded");
    move(person, method, amount);
    count("offline");
  };
}

async function giveCredit(world: World): Promise<void> {
  const { shop } = world;
  const person = personOf(world);
  const amount = upTo(shop, 1500) * (shop.random() < 0.8 ? 1 : -1);
  const { locationId, clock } = shop;
  const input = { id: clock.newId("vad"), locationId, customerId: person.id, amount, reason: "Goodwill" };
  const codes = codesOf(await adjustStoreCredit(shop.owner, input));
  const isTooMuch = amount < 0 && person.credit + amount < 0;
  if (isRecorded(codes, isTooMuch ? "BALANCE_TOO_LOW" : undefined)) person.credit += amount;
}

/** More than is owed may be paid: the customer is ahead then. */
async function payBack(world: World): Promise<void> {
  const { shop } = world;
  const { clock, random } = shop;
  const person = personOf(world);
  const amount = upTo(shop, Math.max(100, person.owed));
  const payments = [{ id: clock.newId("pay"), method: "CARD" as const, amount }];
  const input = { id: clock.newId("cpy"), customerId: person.id, occurredAt: clock.now(), payments };
  if (random() < 0.7) done(await recordCustomerPayment(shop.operator(0), input));
  else done(await customerPaymentOffline(shop.terminal(0), input));
  person.owed -= amount;
  count("paid");
}

/** As it was paid, or by the other of the two. */
async function giveBack(world: World): Promise<void> {
  const one = oneOf(world.shop, world.paid.slice(-40));
  if (one === undefined || one.isBack) return;
  const other = one.method === "ON_ACCOUNT" ? "STORE_CREDIT" : "ON_ACCOUNT";
  const method = world.shop.random() < 0.3 ? other : one.method;
  const codes = await refundAll(world.shop, one.sale, method === one.method ? undefined : { method });
  if (!isRecorded(codes, undefined)) return;
  one.isBack = true;
  move(one.person, method, 0 - one.amount);
  count(method === one.method ? "refunded" : `as ${method}`);
}

async function voidOne({ shop, paid }: World): Promise<void> {
  const one = oneOf(shop, paid.slice(-10));
  if (one === undefined || one.isBack) return;
  const codes = await voidAll(shop, one.sale);
  if (codes?.includes("VOID_NOT_ALLOWED")) return;
  if (!isRecorded(codes, undefined)) return;
  one.isBack = true;
  move(one.person, one.method, 0 - one.amount);
  count("voided");
}

const KINDS = [
  ...[buy("STORE_CREDIT"), buy("STORE_CREDIT"), buy("ON_ACCOUNT"), buy("ON_ACCOUNT"), buyOffline("STORE_CREDIT")],
  ...[buyOffline("ON_ACCOUNT"), giveCredit, giveCredit, payBack, giveBack, giveBack, voidOne],
];

test.each(SEEDS)(
  "customers have and owe what plain sums come to, and so do the accounts of all (seed %i)",
  async (seed) => {
    const shop = await createShop({ seed });
    const people = Array.from({ length: CUSTOMERS }, () => ({ id: shop.clock.newId("cus"), credit: 0, owed: 0 }));
    for (const { id } of people) {
      const { version } = done(await createCustomer(shop.owner, { id, name: "A. Customer" }));
      done(await patchCustomer(shop.owner, { customerId: id, version, creditLimit: LIMIT }));
    }
    const world: World = { shop, people, paid: [] };
    for (let act = 0; act < ACTS / SEEDS.length; act++) {
      shop.clock.advance(1000);
      await present(oneOf(shop, KINDS), "an act")(world);
      if (act % 500 === 499) await drain(shop);
    }
    await drain(shop);
    const ids = people.map(({ id }) => id);
    expect(await owedBy(shop.owner, ids)).toEqual(people.map(({ owed }) => owed));
    for (const { id, credit } of people)
      expect(await getStoreCredit(shop.owner, id)).toMatchObject({ balance: credit });
    const { accounts } = await readHead(shop.engine.table, shop.merchantId, shop.locationId);
    const all = (field: "credit" | "owed") => people.reduce((sum, person) => sum + person[field], 0);
    expect([0 - (accounts.storeCredit ?? 0), accounts.receivables ?? 0]).toEqual([all("credit"), all("owed")]);
    expect((await verifyShop(shop)).differences).toEqual([]);
  },
  3_600_000,
);

test("everything happened that can happen to a customer's credit and account", () => {
  for (const what of [
    ...["recorded", "offline", "paid", "refunded", "as STORE_CREDIT", "as ON_ACCOUNT", "voided"],
    ...["BALANCE_TOO_LOW", "CREDIT_LIMIT_EXCEEDED"],
  ])
    expect(counts.get(what) ?? 0, what).toBeGreaterThan(10);
});
