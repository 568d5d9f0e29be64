import { present } from "@pos/core/base/result.ts";
import { goodsOf, LEVEL, levelsOf } from "@pos/core/goods/stock/index.ts";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import { entriesIndexPk, entryHash } from "@pos/core/ledger/entry.ts";
import { entryItem } from "@pos/core/ledger/entry-codec.ts";
import { cursorOf, type Entry, exceptionKey, factKey, guardKey, headKey, readEntry } from "@pos/core/ledger/index.ts";
import { DAY } from "@pos/core/selling/day/index.ts";
import { DRAWER } from "@pos/core/selling/payment/index.ts";
import { refundGuard, refundSale } from "@pos/core/selling/refund/index.ts";
import type { Item, Key } from "@pos/core/table/port/port.ts";
import { drain } from "../../support/drain.ts";
import { entriesOf, entryItems, ledgerItems } from "../../support/ledgers.ts";
import { lineOf, linesOf, makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";

/** Hands that reach past every rule into the table, as a fault or a thief would. */
const LONG_SALE_LINES = 300;

/** A small shop whose ledger has everything in it: opening stock, negative stock, a doubled number, a long sale in chunks. */
export async function soundShop(seed = 1): Promise<Shop> {
  const shop = await createShop({ seed, terminals: 2, variants: 6 });
  await shop.stock("20");
  await drain(shop);
  const [first, second] = shop.variants;
  const lines = [lineOf(present(first, "a variant"), "3"), lineOf(present(second, "a variant"), "40")];
  await sellLive(shop.operator(0), { ...makeSale(shop, { lines }), note: "Table 7" });
  await drain(shop);
  await sellHappened(shop.terminal(1), [
    makeSale(shop, { terminal: 1, sequence: 5, method: "CARD" }),
    makeSale(shop, { terminal: 1, sequence: 5 }),
  ]);
  await drain(shop);
  await sellLive(shop.operator(0), makeSale(shop, { lines: linesOf(shop, LONG_SALE_LINES) }));
  await drain(shop);
  await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop);
  await refundOnce(shop);
  await drain(shop);
  return shop;
}

/** One of the first sale's first line comes back. */
async function refundOnce(shop: Shop): Promise<void> {
  const saleId = present((await entriesOf(shop))[SALE_POSITION - 1], "the first sale's entry").factId;
  const { clock } = shop;
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: 199 }] as const;
  const lines = [{ line: 1, quantity: "1" }];
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId, lines, payments };
  done(await refundSale(shop.operator(0), input));
}

export async function guardOfRefund(shop: Shop): Promise<Key> {
  const saleId = present((await entriesOf(shop))[SALE_POSITION - 1], "the first sale's entry").factId;
  return guardKey(refundGuard, shop.merchantId, saleId);
}

export async function refundOf(shop: Shop): Promise<Key> {
  const refund = present(
    (await entriesOf(shop)).find(({ kind }) => kind === "refund"),
    "a refund",
  );
  return factKey(shop.merchantId, refund.factId);
}

export async function change(shop: Shop, key: Key, make: (item: Item) => Item): Promise<void> {
  const item = present(await shop.engine.table.get(key), `${key.pk} ${key.sk}`);
  await shop.engine.table.write({ op: "put", item: make(item) });
}

export async function remove({ engine }: Shop, key: Key): Promise<void> {
  await engine.table.write({ op: "delete", key: { pk: key.pk, sk: key.sk } });
}

/** Changes the content of a record's body. */
export function bodyChanged<T>(item: Item, make: (body: T) => T): Item {
  return { ...item, body: JSON.stringify(make(JSON.parse(String(item.body)) as T)) };
}

export function levelKey({ merchantId, locationId, variants }: Shop): Key {
  return { pk: ledgerPk(merchantId, locationId), sk: `${LEVEL.name}#${present(variants[0], "a variant").id}` };
}

async function balanceKeyOf(shop: Shop, kind: { readonly name: string }): Promise<Key> {
  const found = (await ledgerItems(shop)).find(({ sk }) => sk.startsWith(`${kind.name}#`));
  return present(found, `a balance ${kind.name}`);
}

export const headOfShop = ({ merchantId, locationId }: Shop): Key => headKey(merchantId, locationId);
export const dayKey = (shop: Shop) => balanceKeyOf(shop, DAY);
export const drawerKey = (shop: Shop) => balanceKeyOf(shop, DRAWER);

export async function entryAt(shop: Shop, position: number): Promise<Item> {
  return present((await entryItems(shop)).at(position > 0 ? position - 1 : position), `entry ${position}`);
}

/** The first entry of a sale; the ledger begins with opening stock. */
export const SALE_POSITION = 2;

export async function factKeyAt(shop: Shop, position: number): Promise<Key> {
  const { factId } = readEntry(await entryAt(shop, position));
  return factKey(shop.merchantId, factId);
}

export async function openedException(shop: Shop): Promise<Key> {
  for (const item of await entryItems(shop)) {
    const [opened] = readEntry(item).exceptions ?? [];
    if (opened) return exceptionKey(shop.merchantId, opened[0], opened[1]);
  }
  throw new Error("No entry opened an exception");
}

/** The same entry under another key: as a further part, at a position of one's choice. */
export async function copyEntry(shop: Shop, from: number, to: number): Promise<void> {
  const item = await entryAt(shop, from);
  const copy = {
    ...item,
    sk: "ENTRY#0900",
    gsi1pk: entriesIndexPk(shop.merchantId, shop.locationId),
    gsi1sk: cursorOf(1, to),
  };
  await shop.engine.table.write({ op: "put", item: copy });
}

/** Changes an entry's body and leaves its keys as they are. */
export function entryChanged(item: Item, make: (entry: Entry) => Entry): Item {
  return { ...item, body: String(entryItem(make(readEntry(item))).body) };
}

/** Makes a sale's goods a penny dearer in its entry; both sides of it, so that the entry still balances. */
export async function alterCost(shop: Shop): Promise<void> {
  await change(shop, await entryAt(shop, SALE_POSITION), (item) =>
    entryChanged(item, (entry) => ({
      ...entry,
      postings: entry.postings.map(([account, amount]) => [
        account,
        account === "inventory" ? amount - 1 : account === "costOfGoods" ? amount + 1 : amount,
      ]),
      modules: {
        ...entry.modules,
        s: [
          levelsOf(entry),
          goodsOf(entry).map(([level, quantity, value], index) => [level, quantity, index === 0 ? value - 1 : value]),
        ],
      },
    })),
  );
}

/** And every balance that the altered entry moved, so that all sums agree with it. */
export async function alterCostAndBalances(shop: Shop): Promise<void> {
  await alterCost(shop);
  await change(shop, levelKey(shop), (item) =>
    bodyChanged<{ value: number }>(item, (level) => ({ ...level, value: level.value - 1 })),
  );
  await change(shop, await dayKey(shop), (item) =>
    bodyChanged<{ cost: number }>(item, (day) => ({ ...day, cost: day.cost + 1 })),
  );
  await change(shop, headOfShop(shop), (item) => moveAccounts(item, { inventory: -1, costOfGoods: 1 }));
}

/** And the hashes of all that follow, as someone would who knows how the chain is made. */
export async function alterCostAndChain(shop: Shop): Promise<void> {
  await alterCostAndBalances(shop);
  let previous = "";
  for (const item of await entryItems(shop)) {
    const linked = entryChanged(item, (entry) => ({ ...entry, previous }));
    await shop.engine.table.write({ op: "put", item: linked });
    previous = entryHash(linked);
  }
  await change(shop, headOfShop(shop), (item) => ({ ...item, hash: previous }));
}

export function moveAccounts(head: Item, by: { readonly [account: string]: number }): Item {
  const accounts = { ...(head.accounts as { readonly [account: string]: number }) };
  for (const [account, amount] of Object.entries(by)) accounts[account] = (accounts[account] ?? 0) + amount;
  return { ...head, accounts };
}

export async function cutLink(shop: Shop, position: number): Promise<void> {
  await change(shop, await entryAt(shop, position), (item) =>
    entryChanged(item, (entry) => ({ ...entry, previous: "cut" })),
  );
}

/** One digit of a stored fact. */
export async function alterFact(shop: Shop, from: string, to: string): Promise<void> {
  await change(shop, await factKeyAt(shop, SALE_POSITION), (item) => ({
    ...item,
    body: String(item.body).replace(from, to),
  }));
}
