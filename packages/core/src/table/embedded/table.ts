import { mkdir } from "node:fs/promises";
import { type Commits, createCommits } from "../port/commits.ts";
import type { LocalEngine } from "../port/engine.ts";
import { joined, parsePosition, positionOf } from "../port/order.ts";
import type { IndexKey, IndexQuery, Item, Page, Query, StreamFilter, Table } from "../port/port.ts";
import { TableUnavailable } from "../port/port.ts";
import { checkBatchGet, checkKey, checkQuery, checkTransaction, checkWrite } from "../port/validate.ts";
import { type Databases, openDatabases, openRoot } from "./databases.ts";
import { keyRangeOf, parseIndexKey } from "./keys.ts";
import { createEmbeddedLog } from "./log.ts";
import { type LogState, prepare, writeAll, writeOne } from "./writes.ts";

/** The table port over LMDB in a folder, for one machine. See databases.ts for the layout. */
export interface EmbeddedOptions {
  readonly folder: string;
  /** Records only changes with these sort key prefixes in the stream. Default: none. */
  readonly streamFilter?: StreamFilter;
}

export interface EmbeddedTable extends LocalEngine {
  /** Copies the whole folder at one moment while writes continue. */
  backup(folder: string): Promise<void>;
}

/** A page ends at this size even below its limit, as in DynamoDB, so that no query holds hundreds of megabytes. */
const PAGE_BYTES_MAX = 1024 * 1024;

export async function openEmbeddedTable(options: EmbeddedOptions): Promise<EmbeddedTable> {
  const root = openRoot(options.folder);
  const databases = openDatabases(root);
  const filter = options.streamFilter ?? [];
  const state: LogState = { nextSequence: 1, hasGrown: false };
  const log = createEmbeddedLog(databases, state);
  const commits = createCommits(root, log.beforeCommit, log.afterCommit);
  return {
    table: createTable({ databases, commits, filter, state }),
    stream: log.stream,
    trimChanges: (checkpoint) => log.trim(commits, checkpoint),
    loadCheckpoint: log.loadCheckpoint,
    saveCheckpoint: log.saveCheckpoint,
    purgeExpired: (nowSeconds, limit) => log.purgeExpired(commits, filter, { nowSeconds, limit }),
    getMeta: (name) => databases.meta.get(`setting ${name}`),
    async putMeta(name, value) {
      await commits.submit(() => databases.meta.putSync(`setting ${name}`, value));
    },
    async backup(folder) {
      // LMDB requires an existing, empty folder.
      await mkdir(folder, { recursive: true });
      await root.backup(folder, false);
    },
    async close() {
      if (log.hasRiders()) await commits.submit(() => {});
      await commits.close();
      await root.close();
    },
  };
}

interface Inside {
  readonly databases: Databases;
  readonly commits: Commits;
  readonly filter: StreamFilter;
  readonly state: LogState;
}

function createTable({ databases, commits, filter, state }: Inside): Table {
  return {
    async get(key) {
      checkKey(key);
      return reading(() => databases.getItem(joined(key)));
    },
    async batchGet(keys) {
      checkBatchGet(keys);
      return reading(() => keys.map((key) => databases.getItem(joined(key))));
    },
    async query(query) {
      checkQuery(query);
      return reading(() => readItems(databases, query));
    },
    async queryIndex(query) {
      checkQuery(query);
      // Reading an index takes long: yield before each page, so that sales are not delayed.
      await new Promise((resolve) => setImmediate(resolve));
      return reading(() => readIndex(databases, query));
    },
    async write(write) {
      checkWrite(write);
      const prepared = prepare(databases, filter, write);
      return commits.submit(() => writeOne(databases, state, prepared));
    },
    async transact(writes) {
      checkTransaction(writes);
      const prepared = writes.map((write) => prepare(databases, filter, write));
      return commits.submit(() => writeAll(databases, state, prepared));
    },
  };
}

function readItems(databases: Databases, query: Query): Page<Item> {
  const items: Item[] = [];
  let bytes = 0;
  for (const { value } of databases.items.getRange(rangeOf(query))) {
    const item = value as Item;
    const last = items.at(-1);
    if (last !== undefined && (items.length === query.limit || bytes > PAGE_BYTES_MAX)) return { items, next: last.sk };
    items.push(item);
    bytes += roughBytes(item);
  }
  return { items };
}

function readIndex(databases: Databases, query: IndexQuery): Page<IndexKey> {
  if (query.after !== undefined) parsePosition(query.after);
  const items: IndexKey[] = [];
  for (const name of databases[query.index].getKeys(rangeOf(query))) {
    const last = items.at(-1);
    if (last !== undefined && items.length === query.limit) return { items, next: positionOf(last) };
    items.push(parseIndexKey(String(name)));
  }
  return { items };
}

/** One extra item shows whether there is a next page. */
function rangeOf(query: Query) {
  const { low, high } = keyRangeOf(query);
  const limit = query.limit + 1;
  if (query.reverse !== true) return { start: low, end: high, limit };
  return { start: high, end: low, limit, reverse: true, exclusiveStart: true, inclusiveEnd: true };
}

/** Counts only long strings: enough to end a page of large items. */
function roughBytes(item: Item): number {
  let bytes = 0;
  for (const name in item) {
    const value = item[name];
    if (typeof value === "string") bytes += value.length;
    else if (typeof value === "object" && value !== null) bytes += JSON.stringify(value).length;
  }
  return bytes;
}

/** Reads are synchronous. A read that fails (a closed table, a broken disk) is not the caller's fault. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new TableUnavailable("none", "The table cannot be read: is it closed?", { cause });
  }
}
