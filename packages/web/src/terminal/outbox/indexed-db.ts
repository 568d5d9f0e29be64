import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { parseRow, ROW_KINDS, ROW_VERSION, type Row, storedId } from "./row.ts";
import type { Durability, RowsWanted, Store, StoreTransaction, Values } from "./store.ts";
import { upgradedRow } from "./upgrade.ts";
import { parseValue } from "./values.ts";

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
  /** Rows that this version reads. */
  rows: {
    key: string;
    value: unknown;
    indexes: {
      byOrder: [terminalId: string, order: number];
      byState: [terminalId: string, state: string, order: number];
      byEpoch: [terminalId: string, state: string, epoch: number, order: number];
      byForm: [version: number, kind: string];
    };
  };
  /** Rows that it does not read, as they were stored. */
  unread: { key: string; value: unknown };
}

type StoreName = "values" | "rows" | "unread";
type Transaction = IDBPTransaction<Schema, StoreName[], "readwrite">;
type UpgradeTransaction = IDBPTransaction<Schema, StoreName[], "versionchange">;

const NAME = "pos-terminal";
/** 1: rows were sales only. 2: rows of any kind, with a version. */
const VERSION = 2;
const STORES: StoreName[] = ["values", "rows", "unread"];

/**
 * The browser's own table. A transaction is strict if nothing else is asked for: it has reached the disk before it resolves, for with the usual
 * durability a power cut takes back what an operator was shown as safe.
 * @param lost the browser has closed it, or another version of the page needs it
 */
export async function openStore(lost: () => void): Promise<Store & { readonly close: () => void }> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(NAME, VERSION, {
    upgrade: (opened, before, _, transaction) => upgrade(opened, before, transaction),
    blocking() {
      database.close();
      lost();
    },
    terminated: lost,
  });
  async function run<T>(work: (transaction: Transaction) => Promise<T>, durability: Durability = "strict"): Promise<T> {
    const transaction = database.transaction(STORES, "readwrite", { durability });
    // Its failure is reported by whatever was being done; the promise beside it must not report it as well.
    const done = transaction.done.then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    try {
      const result = await work(transaction);
      // It would do so by itself, but only after every write has answered.
      if (!(await isOver(done))) transaction.commit();
      const failed = await done;
      if (failed !== undefined) throw failed.error;
      return result;
    } catch (error) {
      if (!(await isOver(done))) transaction.abort();
      throw error;
    }
  }
  await run(sortOut);
  return {
    run: (work, durability) => run((transaction) => work(viewOf(transaction)), durability),
    close: () => database.close(),
  };
}

async function upgrade(database: IDBPDatabase<Schema>, before: number, transaction: UpgradeTransaction): Promise<void> {
  if (before < 1) {
    database.createObjectStore("values");
    database.createObjectStore("rows", { keyPath: "id" });
  }
  database.createObjectStore("unread", { keyPath: "id" });
  const rows = transaction.objectStore("rows");
  for (const index of Array.from(rows.indexNames)) rows.deleteIndex(index);
  rows.createIndex("byOrder", ["terminalId", "order"]);
  rows.createIndex("byState", ["terminalId", "state", "order"]);
  rows.createIndex("byEpoch", ["terminalId", "state", "epoch", "order"]);
  rows.createIndex("byForm", ["v", "kind"]);
  for (let cursor = await rows.openCursor(); cursor !== null; cursor = await cursor.continue())
    await cursor.update(upgradedRow(cursor.value));
}

/** Sets aside rows of versions and kinds that this page does not know, and takes back those that it knows by now. */
async function sortOut(transaction: Transaction): Promise<void> {
  const rows = transaction.objectStore("rows");
  const unread = transaction.objectStore("unread");
  for (const stored of await unread.getAll()) {
    const row = parseRow(upgradedRow(stored));
    // Under an id that is taken, neither is lost: it stays where it is.
    if (row === undefined || (await rows.count(row.id)) > 0) continue;
    await rows.put(row);
    await unread.delete(row.id);
  }
  const known = await Promise.all(ROW_KINDS.map((kind) => rows.index("byForm").count([ROW_VERSION, kind])));
  if (known.reduce((sum, count) => sum + count, 0) === (await rows.count())) return;
  for (let cursor = await rows.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (parseRow(cursor.value) === undefined) await setAside(transaction, cursor.value);
}

async function setAside(transaction: Transaction, stored: unknown): Promise<void> {
  await transaction.objectStore("unread").put(stored);
  await transaction.objectStore("rows").delete(storedId(stored));
}

async function isOver(done: Promise<unknown>): Promise<boolean> {
  const open = {};
  return (await Promise.race([done, Promise.resolve(open)])) !== open;
}

function viewOf(transaction: Transaction): StoreTransaction {
  const values = transaction.objectStore("values");
  const rows = transaction.objectStore("rows");
  /** Reads once more when something was set aside, so that it does not hide what comes behind it. */
  async function readable(read: () => Promise<unknown[]>): Promise<Row[]> {
    for (;;) {
      const stored = await read();
      const parsed = stored.map(parseRow);
      const strange = stored.filter((_, index) => parsed[index] === undefined);
      if (strange.length === 0) return parsed.filter((row) => row !== undefined);
      for (const one of strange) await setAside(transaction, one);
    }
  }
  return {
    get: async <Name extends keyof Values>(name: Name) => parseValue(name, await values.get(name)),
    set: async (name, value) => begun(values.put(value, name)),
    remove: async (name) => begun(values.delete(name)),
    row: async (id) => parseRow(await rows.get(id)),
    putRow: async (row) => begun(rows.put(row)),
    removeRow: async (id) => begun(rows.delete(id)),
    rows: ({ limit, ...which }) =>
      readable(() =>
        which.epochBelow === undefined
          ? rows.index("byState").getAll(ofState(which), limit)
          : rows.index("byEpoch").getAll(ofEpochs(which, which.epochBelow), limit),
      ),
    async lastOrder(terminalId) {
      const cursor = await rows.index("byOrder").openKeyCursor(ofTerminal(terminalId), "prev");
      return cursor?.key[1] ?? 0;
    },
    newestRows: (terminalId, limit) =>
      readable(async () => {
        const found: unknown[] = [];
        let cursor = await rows.index("byOrder").openCursor(ofTerminal(terminalId), "prev");
        while (cursor !== null && found.length < limit) {
          found.push(cursor.value);
          cursor = await cursor.continue();
        }
        return found;
      }),
    count: (which) =>
      which.epochBelow === undefined
        ? rows.index("byState").count(ofState(which))
        : rows.index("byEpoch").count(ofEpochs(which, which.epochBelow)),
    unreadIds: () => transaction.objectStore("unread").getAllKeys(),
  };
}

/** A write is not waited for: where it fails, the transaction does, and reports it. */
function begun(write: Promise<unknown>): void {
  write.catch(() => {});
}

function ofTerminal(terminalId: string): IDBKeyRange {
  return IDBKeyRange.bound([terminalId, Number.NEGATIVE_INFINITY], [terminalId, Number.POSITIVE_INFINITY]);
}

function ofState({ terminalId, state }: Omit<RowsWanted, "limit">): IDBKeyRange {
  return IDBKeyRange.bound(
    [terminalId, state, Number.NEGATIVE_INFINITY],
    [terminalId, state, Number.POSITIVE_INFINITY],
  );
}

function ofEpochs({ terminalId, state }: Omit<RowsWanted, "limit">, below: number): IDBKeyRange {
  return IDBKeyRange.bound([terminalId, state, Number.NEGATIVE_INFINITY], [terminalId, state, below], false, true);
}
