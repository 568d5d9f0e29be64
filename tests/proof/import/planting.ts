import { present } from "@pos/core/base/result.ts";
import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import { entriesIndexPk } from "@pos/core/ledger/entry.ts";
import {
  cursorOf,
  type DifferenceClass,
  entriesInOrder,
  exceptionKey,
  factKey,
  guardKey,
  headKey,
  readEntry,
  readHead,
} from "@pos/core/ledger/index.ts";
import { refundGuard } from "@pos/core/selling/refund/index.ts";
import type { Item, Key } from "@pos/core/table/port/port.ts";
import { bodyChanged, entryChanged } from "../ledger/planting.ts";
import type { Imported } from "./support.ts";

/** Hands that reach past every rule into an imported ledger, at places far from each other. */

export async function importedEntries({
  table,
  clock,
  ledger,
}: Pick<Imported, "table" | "clock" | "ledger">): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { item } of entriesInOrder({ table, clock }, ledger, () => {})) items.push(item);
  return items;
}

/** One difference of each class. @returns the classes */
export async function plantEverywhere(
  { table, ledger }: Imported,
  entries: readonly Item[],
): Promise<DifferenceClass[]> {
  const { merchantId, ledgerId } = ledger;
  const at = (share: number) => present(entries[Math.floor(entries.length * share)], "an entry");
  const firstFrom = (share: number, wanted: (item: Item) => boolean) =>
    present(entries.slice(Math.floor(entries.length * share)).find(wanted), "an entry of that sort");
  const change = async (key: Key, make: (item: Item) => Item) => {
    const { pk, sk } = key;
    await table.write({ op: "put", item: make(present(await table.get({ pk, sk }), `${pk} ${sk}`)) });
  };
  const remove = ({ pk, sk }: Key) => table.write({ op: "delete", key: { pk, sk } });
  const factOf = (item: Item) => factKey(merchantId, readEntry(item).factId);

  await change(factOf(firstFrom(0.05, (item) => readEntry(item).kind === "sale")), (item) => ({
    ...item,
    body: String(item.body).replace('"method":"OTHER"', '"method":"CARD"'),
  }));
  await remove(factOf(firstFrom(0.15, (item) => readEntry(item).kind === "refund")));
  // A part of a long sale: it is missing in the order, and its fact has a part that was never booked.
  await remove(firstFrom(0.25, (item) => readEntry(item).part === 2));
  await change(
    firstFrom(0.35, (item) => readEntry(item).kind === "refund"),
    (item) =>
      entryChanged(item, (entry) => ({
        ...entry,
        postings: entry.postings.map(([account, amount], index) => [
          account,
          amount + (index === 0 ? 1 : index === 1 ? -1 : 0),
        ]),
      })),
  );
  const copied = at(0.45);
  const place = { gsi1pk: entriesIndexPk(merchantId, ledgerId), gsi1sk: cursorOf(1, readEntry(at(0.5)).position) };
  await table.write({ op: "put", item: { ...copied, sk: "ENTRY#0900", ...place } });
  await change(at(0.6), (item) => entryChanged(item, (entry) => ({ ...entry, previous: "cut" })));
  const [raised] = readEntry(firstFrom(0.1, (item) => readEntry(item).exceptions !== undefined)).exceptions ?? [];
  const [subject, code] = present(raised, "an exception");
  await remove(exceptionKey(merchantId, subject, code));
  const pk = ledgerPk(merchantId, ledgerId);
  const levels = await table.query({ pk, range: { beginsWith: `${LEVEL.name}#` }, limit: 1 });
  await change(present(levels.items[0], "a level"), (item) =>
    bodyChanged<{ quantity: number }>(item, (level) => ({ ...level, quantity: level.quantity + 1000 })),
  );
  const sale = readEntry(firstFrom(0.7, (item) => readEntry(item).kind === "sale")).factId;
  const body = JSON.stringify({ lines: {}, payments: {}, refundIds: ["ref_01J00000000000000000000000"] });
  await table.write({ op: "put", item: { ...guardKey(refundGuard, merchantId, sale), version: 1, body } });
  const head = await readHead(table, merchantId, ledgerId);
  await change(headKey(merchantId, ledgerId), (item) => ({ ...item, position: head.position - 1 }));
  return [
    ...(["FACT_ALTERED", "FACT_MISSING", "FACT_UNBOOKED", "ENTRY_MISSING", "ENTRY_ALTERED", "ENTRY_DOUBLED"] as const),
    ...(["CHAIN_BROKEN", "HEAD_DIFFERS", "BALANCE_DIFFERS", "GUARD_DIFFERS", "EXCEPTION_MISSING"] as const),
  ];
}
