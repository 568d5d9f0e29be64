import type { IndexKey, Item, Table, Write } from "@pos/core/table/port/port.ts";
import { indexKey } from "@pos/core/table/port/rules.ts";
import { readUnits, sizeOf } from "@pos/core/table/port/size.ts";
import { keyOf } from "@pos/core/table/port/validate.ts";

/** What was read and written, in DynamoDB's units, by its published rule: what its bill would say. */
export interface Metered {
  readonly table: Table;
  /** Write units since the last call, by what the sort key begins with. */
  take(): Map<string, number>;
  /** Read units since the last call, likewise; what is read through an index counts under the index's name. */
  takeReads(): Map<string, number>;
  /** Bytes since the last call by which what is stored grew, as storage is billed: items, places in indexes, and what goes with each. */
  takeStored(): number;
}

const KILOBYTE = 1024;
const READ_BYTES = 4 * KILOBYTE;
/** What DynamoDB adds to each item, and to each place in an index, when it bills what is stored. */
const OVERHEAD_BYTES = 100;
const INDEXES = ["gsi1", "gsi2"] as const;

/**
 * Counts units at the port. A written item costs a unit for each KB begun of the larger of its two images, twice that in a
 * transaction; a place in an index costs a unit for each KB begun where it is new or gone, both where it moved. What a
 * condition refuses costs the stored item. A read costs a unit for each 4 KB begun, also for a missing item; a query so
 * much for all that it reads together, half of it through an index, which is not consistent. Call it from one caller at a time.
 */
export function metered(table: Table): Metered {
  let written = new Map<string, number>();
  let read = new Map<string, number>();
  let stored = 0;

  async function imagesOf(writes: readonly Write[]): Promise<(Item | undefined)[]> {
    return Promise.all(writes.map((write) => table.get(keyOf(write))));
  }
  async function countWrites(
    writes: readonly Write[],
    before: readonly (Item | undefined)[],
    transactional: boolean,
  ): Promise<void> {
    const after = await imagesOf(writes);
    for (const [index, write] of writes.entries()) {
      const [was, is] = [before[index], after[index]];
      add(written, nameOf(keyOf(write).sk), itemUnits(was, is) * (transactional ? 2 : 1) + indexUnits(was, is));
      stored += storedBytes(is) - storedBytes(was);
    }
  }
  function countRead(sk: string, item: Item | undefined): void {
    add(read, nameOf(sk), item ? readUnits(item, true) : 1);
  }
  return {
    table: {
      async get(key) {
        const item = await table.get(key);
        countRead(key.sk, item);
        return item;
      },
      async batchGet(keys) {
        const items = await table.batchGet(keys);
        for (const [index, { sk }] of keys.entries()) countRead(sk, items[index]);
        return items;
      },
      async query(query) {
        const page = await table.query(query);
        add(read, nameOf(page.items[0]?.sk ?? ""), unitsOfPage(page.items.map(sizeOf)));
        return page;
      },
      async queryIndex(query) {
        const page = await table.queryIndex(query);
        add(read, query.index, unitsOfPage(page.items.map(sizeOfPlace)) / 2);
        return page;
      },
      async write(write) {
        const before = await imagesOf([write]);
        const result = await table.write(write);
        await countWrites([write], before, false);
        return result;
      },
      async transact(writes) {
        const before = await imagesOf(writes);
        const result = await table.transact(writes);
        await countWrites(writes, before, true);
        return result;
      },
    },
    take() {
      const taken = written;
      written = new Map();
      return taken;
    },
    takeReads() {
      const taken = read;
      read = new Map();
      return taken;
    },
    takeStored() {
      const taken = stored;
      stored = 0;
      return taken;
    },
  };
}

/** What a single write costs at the table itself. Undefined: no item was or is there. */
export function itemUnits(was: Item | undefined, is: Item | undefined): number {
  const bytes = Math.max(was ? sizeOf(was) : 0, is ? sizeOf(is) : 0);
  return Math.max(1, Math.ceil(bytes / KILOBYTE));
}

/** What the same write costs at the indexes, which follow on their own: a transaction does not double it. */
export function indexUnits(was: Item | undefined, is: Item | undefined): number {
  let units = 0;
  for (const index of INDEXES) {
    const [from, to] = [indexKey(was, index), indexKey(is, index)];
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    for (const place of [from, to]) if (place) units += Math.ceil(sizeOfPlace(place) / KILOBYTE);
  }
  return units;
}

function add(units: Map<string, number>, name: string, more: number): void {
  units.set(name, (units.get(name) ?? 0) + more);
}

/** The kind of the item under an id follows from the id's prefix. */
function nameOf(sk: string): string {
  return /^[a-z]{3}(?=_)/.exec(sk)?.[0] ?? sk.split("#")[0] ?? "";
}

function unitsOfPage(sizes: readonly number[]): number {
  return Math.max(1, Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / READ_BYTES));
}

/** An index holds its own key and the table's, by their names. */
function sizeOfPlace({ indexPk, indexSk, pk, sk }: IndexKey): number {
  return sizeOf({ pk, sk, gsi1pk: indexPk, gsi1sk: indexSk });
}

function storedBytes(item: Item | undefined): number {
  if (!item) return 0;
  let bytes = sizeOf(item) + OVERHEAD_BYTES;
  for (const index of INDEXES) {
    const place = indexKey(item, index);
    if (place) bytes += sizeOfPlace(place) + OVERHEAD_BYTES;
  }
  return bytes;
}
