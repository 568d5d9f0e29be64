import { expect } from "vitest";
import type { Data } from "../../support/api.ts";
import type { World } from "./world.ts";

/** What accounts of stored value hold, by their ids: cards, the credit of customers, what they owe (below zero), deposits on quotes. */
export interface Held {
  readonly [account: string]: number;
}

const HELD_QUERY = `query ($customerId: ID!) {
  storeCredit(customerId: $customerId) { balance { amount } }
  customer(id: $customerId) { account { owed { amount } } }
  giftCards(first: 100) { nodes { id balance { amount } } pageInfo { hasNextPage } }
}`;
const BOOKS_QUERY = `query ($id: ID!) {
  accountBalances(locationId: $id) { account balance { amount } }
  quotes(locationId: $id, first: 100) { nodes { id deposited { amount } } pageInfo { hasNextPage } }
}`;

/** Every account holds what was put on it less what was taken, and the books of all locations owe what they hold together. */
export async function compareHeld(
  { places, customerId }: World,
  held: Held,
  ask: (query: string, variables: object) => Promise<Data>,
): Promise<void> {
  const { storeCredit, customer, giftCards } = await ask(HELD_QUERY, { customerId });
  expect(giftCards.pageInfo.hasNextPage).toBe(false);
  const idOf = (prefix: string, id: string) => `${prefix}_${id.slice(4)}`;
  const shown = new Map<string, number>([
    [customerId, storeCredit.balance.amount],
    [idOf("acc", customerId), 0 - customer.account.owed.amount],
    ...giftCards.nodes.map(({ id, balance }: Data) => [id, balance.amount] as const),
  ]);
  const books = new Map<string, number>();
  for (const { locationId } of places) {
    const { accountBalances, quotes } = await ask(BOOKS_QUERY, { id: locationId });
    expect(quotes.pageInfo.hasNextPage).toBe(false);
    for (const { id, deposited } of quotes.nodes) shown.set(idOf("dep", id), deposited.amount);
    for (const { account, balance } of accountBalances) books.set(account, (books.get(account) ?? 0) + balance.amount);
  }
  expect(Object.fromEntries(shown)).toEqual(held);
  const sumOf = (prefix: string) =>
    Object.entries(held).reduce((sum, [id, amount]) => (id.startsWith(prefix) ? sum + amount : sum), 0);
  for (const [account, prefix] of Object.entries(ACCOUNTS)) {
    expect(0 - (books.get(account) ?? 0), account).toBe(sumOf(prefix));
    expect(Object.keys(held).some((id) => id.startsWith(prefix))).toBe(true);
  }
  expect(books.get("EXCHANGE_CLEARING") ?? 0).toBe(0);
}

const ACCOUNTS = { GIFT_CARDS: "gft_", STORE_CREDIT: "cus_", RECEIVABLES: "acc_", CUSTOMER_DEPOSITS: "dep_" };
