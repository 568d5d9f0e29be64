import { present } from "@pos/core/base/result.ts";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import { entriesIndexPk } from "@pos/core/ledger/entry.ts";
import { type Entry, readEntry, type Verification, verify } from "@pos/core/ledger/index.ts";
import type { IndexKey, Item } from "@pos/core/table/port/port.ts";
import type { Shop } from "./shop.ts";

/** Looks into a ledger by the table alone, past all rules. */
export async function entryItems({ engine, merchantId, locationId }: Shop): Promise<Item[]> {
  const pk = entriesIndexPk(merchantId, locationId);
  const keys: IndexKey[] = [];
  let after: string | undefined;
  do {
    const page = await engine.table.queryIndex({
      index: "gsi1",
      pk,
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    keys.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  const items: Item[] = [];
  for (const { pk, sk } of keys) items.push(present(await engine.table.get({ pk, sk }), `${pk} ${sk}`));
  return items;
}

export async function entriesOf(shop: Shop): Promise<Entry[]> {
  return (await entryItems(shop)).map(readEntry);
}

/** The head and every balance, as they stand. */
export async function ledgerItems({ engine, merchantId, locationId }: Shop): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await engine.table.query({
      pk: ledgerPk(merchantId, locationId),
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

/** The value of every balance of one kind, by key. */
export async function balancesOf<V>(
  shop: Shop,
  kind: { readonly name: string; readonly zero: V },
): Promise<Map<string, V>> {
  const values = new Map<string, V>();
  for (const { sk, body } of await ledgerItems(shop)) {
    const [name = "", ...key] = sk.split("#");
    if (name === kind.name) values.set(key.join("#"), JSON.parse(String(body)) as V);
  }
  return values;
}

export function verifyShop(shop: Shop): Promise<Verification> {
  return verify({ ...shop.booking, table: shop.engine.table }, shop.ledger);
}
