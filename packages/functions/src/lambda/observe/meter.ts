import { ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import type { IndexKey, Item, Table, Write, WriteResult } from "@pos/core/table/port/port.ts";
import { readUnits, sizeOf, sizeOfAttributes } from "@pos/core/table/port/size.ts";
import { keyOf } from "@pos/core/table/port/validate.ts";
import type { Connections } from "../../realtime/port.ts";

/** What one merchant's work has cost, and what came of it, since somebody last looked. */
export interface Usage {
  /** By AWS's rule from the sizes of items; see `meteredTable` for what cannot be known here. */
  readUnits: number;
  writeUnits: number;
  /** Texts posted to open sockets. */
  posted: number;
  /** Ids of the facts that were recorded, and of those that were booked. */
  readonly recorded: string[];
  readonly booked: string[];
}

export interface Meter {
  /** The same table, counted. */
  readonly table: (table: Table) => Table;
  /** The same sockets, counted. */
  readonly connections: (connections: Connections) => Connections;
  /** What came since the last call by merchant; under "" what belongs to none. */
  readonly take: () => ReadonlyMap<string, Usage>;
}

/**
 * Counts at the ports, by merchant: every key begins with its id, so nobody above has to say whose work it is. One meter serves
 * one event at a time, as a function on Lambda does.
 */
export function createMeter(): Meter {
  let usages = new Map<string, Usage>();
  /** Whose a connection is, learnt from the rows that are read before anything is posted to it. */
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
      meteredTable(table, { of: (pk) => usageOf(merchantOf(pk)), learn: (item) => learn(owners, item) }),
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

/** A subscription names its merchant; a connection does so by whoever signed in on it. */
function learn(owners: Map<string, string>, item: Item): void {
  const { connectionId, merchantId, credential } = item;
  if (typeof connectionId !== "string") return;
  const owner = merchantId ?? (credential as { readonly merchantId?: string } | undefined)?.merchantId;
  if (typeof owner === "string") owners.set(connectionId, owner);
}

interface Counting {
  readonly of: (pk: string) => Usage;
  readonly learn: (item: Item) => void;
}

/**
 * A written item costs a unit for each KB begun, twice that in a transaction, and a unit for each place in an index that is new.
 * What stood there before is not read, since that would double the bill: an item that is replaced counts as if it had been no
 * larger and stood at the same places, an update by what it says, a delete as one unit, a refused transaction as if it had been
 * done, but for the indexes. What a sale and its booking write is exact by that. Reads are exact, but for a page that a filter shortened, of which there is none.
 */
function meteredTable(table: Table, { of, learn }: Counting): Table {
  const countRead = (pk: string, item: Item | undefined): void => {
    of(pk).readUnits += item ? readUnits(item, true) : 1;
    if (item) learn(item);
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
        learn(item);
      }
      of(query.pk).readUnits += pageUnits(bytes);
      return page;
    },
    async queryIndex(query) {
      const page = await table.queryIndex(query);
      let bytes = 0;
      for (const place of page.items) bytes += sizeOfPlace(place);
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
    units += Math.ceil(sizeOfPlace({ pk, sk, indexPk: gsi1pk, indexSk: gsi1sk }) / KILOBYTE);
  if (gsi2pk !== undefined && gsi2sk !== undefined)
    units += Math.ceil(sizeOfPlace({ pk, sk, indexPk: gsi2pk, indexSk: gsi2sk }) / KILOBYTE);
  return units;
}

/** A refusal costs what stands there. */
function refusedUnits(result: Extract<WriteResult, { ok: false }>): number {
  return result.item ? Math.max(1, Math.ceil(sizeOf(result.item) / KILOBYTE)) : 1;
}

function pageUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / (4 * KILOBYTE)));
}

/** An index holds its own key and the table's, by their names. */
function sizeOfPlace({ pk, sk, indexPk, indexSk }: IndexKey): number {
  return sizeOfAttributes({ pk, sk, gsi1pk: indexPk, gsi1sk: indexSk });
}

function note(usage: Usage, write: Write): void {
  if (write.op !== "put") return;
  const { pk, sk } = write.item;
  if (sk === FACT_SK) usage.recorded.push(pk.slice(MERCHANT_CHARACTERS + 1));
  else if (sk === FIRST_PART_SK) usage.booked.push(pk.slice(MERCHANT_CHARACTERS + 1));
}

/** Each fact has a part 0, whatever more it has. */
const FIRST_PART_SK = `${ENTRY_SK_PREFIX}0000`;
