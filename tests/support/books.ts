import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import { DAY } from "@pos/core/selling/day/index.ts";
import { DRAWER } from "@pos/core/selling/payment/index.ts";
import { expect } from "vitest";
import { balancesOf, entriesOf, verifyShop } from "./ledgers.ts";
import type { Expected } from "./model.ts";
import type { Shop } from "./shop.ts";

/** What must hold of a shop's books whatever happened: `verify` finds nothing, and plain sums say the same. */
export async function expectSound(shop: Shop): Promise<void> {
  const { differences } = await verifyShop(shop);
  expect(differences).toEqual([]);
  const { engine, merchantId, locationId } = shop;
  const head = await readHead(engine.table, merchantId, locationId);
  const entries = await entriesOf(shop);
  expect(entries.map(({ position }) => position)).toEqual(
    Array.from({ length: head.position }, (_, index) => index + 1),
  );
  for (const { postings } of entries) expect(sum(postings.map(([, amount]) => amount))).toBe(0);
  expect(sum(Object.values(head.accounts)), "the trial balance").toBe(0);
  const levels = [...(await balancesOf(shop, LEVEL)).values()];
  expect(sum(levels.map(({ value }) => value)), "stock at cost").toBe(head.accounts.inventory ?? 0);
  for (const { quantity, value } of levels) if (quantity === 0) expect(value).toBe(0);
  const drawers = [...(await balancesOf(shop, DRAWER)).values()];
  expect(sum(drawers.map(({ cash }) => cash)), "cash in drawers").toBe(head.accounts.cash ?? 0);
  const days = [...(await balancesOf(shop, DAY)).values()];
  expect(sum(days.map(({ tax }) => tax)), "tax of all days").toBe(0 - (head.accounts.taxPayable ?? 0));
  expect(sum(days.map(({ cost }) => cost)), "cost of all days").toBe(head.accounts.costOfGoods ?? 0);
}

/** What the requests alone say the books must show. */
export async function expectBooks(shop: Shop, expected: Expected): Promise<void> {
  const days = [...(await balancesOf(shop, DAY))].filter(([, { saleCount }]) => saleCount > 0);
  const totals = days.map(
    ([day, { saleCount, gross, discount }]) => [day, { count: saleCount, gross, discount }] as const,
  );
  expect(new Map(totals)).toEqual(expected.days);
  const levels = await balancesOf(shop, LEVEL);
  expect(new Map([...levels].map(([id, { quantity }]) => [id, quantity]))).toEqual(expected.quantities);
  const drawers = await balancesOf(shop, DRAWER);
  expect(new Map([...drawers].map(([id, { cash }]) => [id, cash]))).toEqual(expected.drawers);
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
