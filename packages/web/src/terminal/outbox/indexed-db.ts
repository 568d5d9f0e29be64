import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { Row } from "./row.ts";
import type { RowsWanted, Store, StoreTransaction, Values } from "./store.ts";

interface Schema extends DBSchema {
  values: { key: string; value: unknown };
  rows: {
    key: string;
    value: Row;
    indexes: {
      byNumber: [terminalId: string, sequence: number];
      byState: [terminalId: string, state: string, sequence: number];
      byEpoch: [terminalId: string, state: string, epoch: number, sequence: number];
    };
  };
}

const NAME = "pos-terminal";
const VERSION = 1;
const STORES: ("values" | "rows")[] = ["values", "rows"];

/**
 * The browser's own table. Every transaction is strict: it has reached the disk before it says so, for with the usual
 * durability a power cut takes back what somebody was told is safe.
 * @param lost the browser has closed it, or another version of the page needs it
 */
export async function openStore(lost: () => void): Promise<Store & { readonly close: () => void }> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(NAME, VERSION, {
    upgrade(opened) {
      opened.createObjectStore("values");
      const rows = opened.createObjectStore("rows", { keyPath: "id" });
      rows.createIndex("byNumber", ["terminalId", "sequence"]);
      rows.createIndex("byState", ["terminalId", "state", "sequence"]);
      rows.createIndex("byEpoch", ["terminalId", "state", "epoch", "sequence"]);
    },
    blocking() {
      database.close();
      lost();
    },
    terminated: lost,
  });
  return {
    async run(work) {
      const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
      // Its failure is told by whatever was being done; the promise beside it must not be told as well.
      const done = transaction.done.then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      try {
        const result = await work(viewOf(transaction));
        const failed = await done;
        if (failed !== undefined) throw failed.error;
        return result;
      } catch (error) {
        if (!(await isOver(done))) transaction.abort();
        throw error;
      }
    },
    close: () => database.close(),
  };
}

async function isOver(done: Promise<unknown>): Promise<boolean> {
  const open = {};
  return (await Promise.race([done, Promise.resolve(open)])) !== open;
}

type Transaction = IDBPTransaction<Schema, ("values" | "rows")[], "readwrite">;

function viewOf(transaction: Transaction): StoreTransaction {
  const values = transaction.objectStore("values");
  const rows = transaction.objectStore("rows");
  return {
    get: async <Name extends keyof Values>(name: Name) => (await values.get(name)) as Values[Name] | undefined,
    set: async (name, value) => {
      await values.put(value, name);
    },
    remove: (name) => values.delete(name),
    row: (id) => rows.get(id),
    putRow: async (row) => {
      await rows.put(row);
    },
    removeRow: (id) => rows.delete(id),
    rows: ({ limit, ...which }) =>
      which.epochBelow === undefined
        ? rows.index("byState").getAll(ofState(which), limit)
        : rows.index("byEpoch").getAll(ofEpochs(which, which.epochBelow), limit),
    async newestRows(terminalId, limit) {
      const range = IDBKeyRange.bound([terminalId, Number.NEGATIVE_INFINITY], [terminalId, Number.POSITIVE_INFINITY]);
      const found: Row[] = [];
      let cursor = await rows.index("byNumber").openCursor(range, "prev");
      while (cursor !== null && found.length < limit) {
        found.push(cursor.value);
        cursor = await cursor.continue();
      }
      return found;
    },
    count: (which) =>
      which.epochBelow === undefined
        ? rows.index("byState").count(ofState(which))
        : rows.index("byEpoch").count(ofEpochs(which, which.epochBelow)),
  };
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
