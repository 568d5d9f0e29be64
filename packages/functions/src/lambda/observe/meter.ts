import { ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import type { IndexKey, Item, Table, Write, WriteResult } from "@pos/core/table/port/port.ts";
import { readUnits, sizeOf, sizeOfAttributes } from "@pos/core/table/port/size.ts";
import { keyOf } from "@pos/core/table/port/validate.ts";
import type { Connections } from "../../realtime/port.ts";

/** What one merchant's work has cost and produced since the last `take`. */
export interface Usage {
  /** Computed by AWS's rule from item sizes; see `meteredTable` for what is approximate. */
  readUnits: number;
  writeUnits: number;
  /** Messages posted to open sockets. */
  posted: number;
  /** Ids of the facts that were recorded, and of those that were booked. */
  readonly recorded: string[];
  readonly booked: string[];
}

export interface Meter {
  /** Wraps a table and counts its use. */
  readonly table: (table: Table) => Table;
  /** Wraps the connections and counts their use. */
  readonly connections: (connections: Connections) => Connections;
  /** The usage since the last call by merchant; under "" what belongs to no merchant. */
  readonly take: () => ReadonlyMap<string, Usage>;
}

/**
 * Counts at the ports by merchant: every key begins with the merchant's id, so callers need not pass it. A meter serves
 * one event at a time, as a function on Lambda does.
 */
export function createMeter(): Meter {
  let usages = new Map<string, Usage>();
  /** The merchant of each connection, learned from rows that are read before anything is posted to it. */
  let owners = new Map<string, string>();
  const usageOf = (merchantId: string): Usage => {
    let usage = usages.get(merchantId);
    if (usage === undefined) {
      usage = { readUnits: 0, writeUnits: 0, posted: 0, recorded: [], booked: [] };
      usages.set(merchantId, usage);
    }
    return usage;
  };
  return {
    table: (table) =>
      meteredTable(table, { of: (pk) => usageOf(merchantOf(pk)), learnOwner: (item) => learnOwner(owners, item) }),
    connections: (connections) => ({
      ...connections,
      async post(connectionId, text) {
        const outcome = await connections.post(connectionId, text);
        usageOf(owners.get(connectionId) ?? "").posted++;
        return outcome;
      },
    }),
    take() {
      const taken = usages;
      usages = new Map();
      owners = new Map();
      return taken;
    },
  };
}

const MERCHANT_CHARACTERS = 30;

function merchantOf(pk: string): string {
  return pk.startsWith("mer_") ? pk.slice(0, MERCHANT_CHARACTERS) : "";
}

/** A subscription contains its merchant; a connection contains it after sign-in. */
function learnOwner(owners: Map<string, string>, item: Item): void {
  const { connectionId, merchantId, credential } = item;
  if (typeof connectionId !== "string") return;
  const owner = merchantId ?? (credential as { readonly merchantId?: string } | undefined)?.merchantId;
  if (typeof owner === "string") owners.set(connectionId, owner);
}

interface Counting {
  readonly of: (pk: string) => Usage;
  readonly learnOwner: (item: Item) => void;
}

/**
 * A write costs one unit per started KB, doubled in a transaction, plus one unit for each new index key. The previous
 * item is not read, since that would double the bill. A replaced item therefore counts as if it had been no larger and
 * had the same index keys, an update by its own size, a delete as one unit, and a failed transaction as if it had
 * succeeded, without its indexes. For the writes of a sale and its booking this is exact. Reads are exact, except for
 * filtered pages, which do not occur.
 */
function meteredTable(table: Table, { of, learnOwner }: Counting): Table {
  const countRead = (pk: string, item: Item | undefined): void => {
    of(pk).readUnits += item ? readUnits(item, true) : 1;
    if (item) learnOwner(item);
  };
  return {
    async get(key) {
      const item = await table.get(key);
      countRead(key.pk, item);
      return item;
    },
    async batchGet(keys) {
      const items = await table.batchGet(keys);
      for (const [index, { pk }] of keys.entries()) countRead(pk, items[index]);
      return items;
    },
    async query(query) {
      const page = await table.query(query);
      let bytes = 0;
      for (const item of page.items) {
        bytes += sizeOf(item);
        learnOwner(item);
      }
      of(query.pk).readUnits += pageUnits(bytes);
      return page;
    },
    async queryIndex(query) {
      const page = await table.queryIndex(query);
      let bytes = 0;
      for (const entry of page.items) bytes += sizeOfIndexEntry(entry);
      of(query.pk).readUnits += pageUnits(bytes) / 2;
      return page;
    },
    async write(write) {
      const result = await table.write(write);
      const usage = of(keyOf(write).pk);
      usage.writeUnits += result.ok ? itemUnits(write) + indexUnits(write) : refusedUnits(result);
      if (result.ok) note(usage, write);
      return result;
    },
    async transact(writes) {
      const result = await table.transact(writes);
      for (const write of writes) {
        const usage = of(keyOf(write).pk);
        usage.writeUnits += 2 * itemUnits(write) + (result.ok ? indexUnits(write) : 0);
        if (result.ok) note(usage, write);
      }
      return result;
    },
  };
}

const KILOBYTE = 1024;

function itemUnits(write: Write): number {
  return Math.max(1, Math.ceil(bytesOf(write) / KILOBYTE));
}

function bytesOf(write: Write): number {
  switch (write.op) {
    case "put":
      return sizeOf(write.item);
    case "update":
      return sizeOfAttributes({ ...write.key, ...write.set, ...write.add });
    default:
      return 0;
  }
}

function indexUnits(write: Write): number {
  if (write.op !== "put" || write.if?.is !== "absent") return 0;
  const { pk, sk, gsi1pk, gsi1sk, gsi2pk, gsi2sk } = write.item;
  let units = 0;
  if (gsi1pk !== undefined && gsi1sk !== undefined)
    units += Math.ceil(sizeOfIndexEntry({ pk, sk, indexPk: gsi1pk, indexSk: gsi1sk }) / KILOBYTE);
  if (gsi2pk !== undefined && gsi2sk !== undefined)
    units += Math.ceil(sizeOfIndexEntry({ pk, sk, indexPk: gsi2pk, indexSk: gsi2sk }) / KILOBYTE);
  return units;
}

/** A failed condition costs the size of the current item. */
function refusedUnits(result: Extract<WriteResult, { ok: false }>): number {
  return result.item ? Math.max(1, Math.ceil(sizeOf(result.item) / KILOBYTE)) : 1;
}

function pageUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / (4 * KILOBYTE)));
}

/** An index stores its own key and the table's, with the attribute names. */
function sizeOfIndexEntry({ pk, sk, indexPk, indexSk }: IndexKey): number {
  return sizeOfAttributes({ pk, sk, gsi1pk: indexPk, gsi1sk: indexSk });
}

function note(usage: Usage, write: Write): void {
  if (write.op !== "put") return;
  const { pk, sk } = write.item;
  if (sk === FACT_SK) usage.recorded.push(pk.slice(MERCHANT_CHARACTERS + 1));
  else if (sk === FIRST_PART_SK) usage.booked.push(pk.slice(MERCHANT_CHARACTERS + 1));
}

/** Every fact has a part 0, whatever other parts it has. */
const FIRST_PART_SK = `${ENTRY_SK_PREFIX}0000`;
