import type { LocalEngine } from "../port/engine.ts";
import { compareUtf8, createSorted, isAfterCursor, isInRange, joined, type Sorted } from "../port/order.ts";
import type {
  Change,
  Item,
  Key,
  Page,
  Query,
  StreamFilter,
  Table,
  TransactResult,
  Write,
  WriteResult,
} from "../port/port.ts";
import { TableUnavailable } from "../port/port.ts";
import { copyItem, copyWrite, holds, updated } from "../port/rules.ts";
import { checkBatchGet, checkKey, checkQuery, checkTransaction, checkWrite, keyOf } from "../port/validate.ts";
import { createMemoryIndex, type MemoryIndex } from "./ordered-index.ts";
import { createMemoryStream, parseCheckpoint } from "./stream.ts";

/**
 * The table port in memory, for simulations: DynamoDB's model with its freedoms (short pages, unprocessed keys, a
 * lagging index, a reordered stream), all drawn from one `random`, so that a seed reproduces a run.
 */
export interface MemoryOptions {
  readonly random?: () => number;
  readonly streamFilter?: StreamFilter;
  /** The probability that a change is delivered twice. Default 0. */
  readonly twiceRate?: number;
  /** The probability that a key of a batch is left unprocessed at first. Default 0. */
  readonly unprocessedRate?: number;
  /** The probability that a page ends before its limit. Default 0. */
  readonly shortPageRate?: number;
  /** The probability that an index query does not see a change yet. Default 0. */
  readonly indexLagRate?: number;
  /** Awaited before and after each operation, so that a simulation can interleave operations. */
  readonly pause?: () => Promise<void>;
}

export interface MemoryTable extends LocalEngine {
  /** All items, unordered, for a simulation's final checks. */
  items(): readonly Item[];
  setUnprocessedRate(rate: number): void;
}

const BATCH_GET_ATTEMPTS_MAX = 20;

interface Partition {
  readonly items: Map<string, Item>;
  readonly order: Sorted<string>;
}

interface State {
  readonly partitions: Map<string, Partition>;
  readonly gsi1: MemoryIndex;
  readonly gsi2: MemoryIndex;
}

export function createMemoryTable(options: MemoryOptions = {}): MemoryTable {
  const random = options.random ?? createRandom(1);
  const pause = options.pause ?? (async () => {});
  const lagRate = options.indexLagRate ?? 0;
  const shortPageRate = options.shortPageRate ?? 0;
  let unprocessedRate = options.unprocessedRate ?? 0;
  const state: State = {
    partitions: new Map(),
    gsi1: createMemoryIndex("gsi1", { random, lagRate }),
    gsi2: createMemoryIndex("gsi2", { random, lagRate }),
  };
  const stream = createMemoryStream({ random, twiceRate: options.twiceRate ?? 0, filter: options.streamFilter });
  const checkpoints = new Map<string, string>();
  const meta = new Map<string, string>();

  /** Runs an operation atomically between two pauses. */
  async function atomically<T>(run: () => T): Promise<T> {
    await pause();
    const result = run();
    await pause();
    return result;
  }
  const pageSize = (limit: number) => (random() < shortPageRate ? 1 + Math.floor(random() * limit) : limit);

  const table: Table = {
    async get(key) {
      checkKey(key);
      const { pk, sk } = key;
      return atomically(() => copied(find(state, { pk, sk })));
    },
    async batchGet(keys) {
      checkBatchGet(keys);
      return batchGet({ state, pause, isProcessed: () => random() >= unprocessedRate }, keys);
    },
    async query(query) {
      checkQuery(query);
      const asked = structuredClone(query);
      return atomically(() => queryItems(state, asked, pageSize(asked.limit)));
    },
    async queryIndex(query) {
      checkQuery(query);
      const asked = structuredClone(query);
      return atomically(() => state[asked.index].query(asked, pageSize(asked.limit)));
    },
    async write(write) {
      checkWrite(write);
      const copy = copyWrite(write);
      return atomically(() => writeOne(state, stream.record, copy));
    },
    async transact(writes) {
      checkTransaction(writes);
      const copies = writes.map(copyWrite);
      return atomically(() => writeAll(state, stream.record, copies));
    },
  };

  return {
    table,
    stream,
    async purgeExpired(nowSeconds, limit) {
      const expired = allItems(state).filter((item) => item.ttl !== undefined && item.ttl <= nowSeconds);
      const chosen = expired.slice(0, limit);
      stream.record(chosen.flatMap((item) => apply(state, { op: "delete", key: item }, undefined)));
      return chosen.length;
    },
    async trimChanges(checkpoint) {
      stream.trim(checkpoint);
    },
    loadCheckpoint: (reader) => checkpoints.get(reader),
    saveCheckpoint(reader, checkpoint) {
      parseCheckpoint(checkpoint);
      checkpoints.set(reader, checkpoint);
    },
    getMeta: (name) => meta.get(name),
    async putMeta(name, value) {
      meta.set(name, value);
    },
    async close() {},
    items: () => allItems(state).map(copyItem),
    setUnprocessedRate(rate) {
      unprocessedRate = rate;
    },
  };
}

/** A small seeded generator (mulberry32): the same seed produces the same sequence. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function writeOne(state: State, record: (changes: Change[]) => void, write: Write): WriteResult {
  const current = find(state, keyOf(write));
  if (!holds(write.if, current)) return { ok: false, item: copied(current) };
  record(apply(state, write, resulting(write, current)));
  return { ok: true };
}

/** Checks all conditions and computes all results before the first put, so that a failed transaction has no effect. */
function writeAll(state: State, record: (changes: Change[]) => void, writes: readonly Write[]): TransactResult {
  const current = writes.map((write) => find(state, keyOf(write)));
  const reasons = writes.map((write, index) => (holds(write.if, current[index]) ? "none" : "condition"));
  if (reasons.includes("condition")) return { ok: false, reasons };
  const results = writes.map((write, index) => resulting(write, current[index]));
  record(writes.flatMap((write, index) => (write.op === "check" ? [] : apply(state, write, results[index]))));
  return { ok: true };
}

function resulting(write: Write, current: Item | undefined): Item | undefined {
  if (write.op === "put") return write.item;
  // The copy separates the values that an update set from the previous image.
  return write.op === "update" ? copyItem(updated(current, write)) : undefined;
}

/**
 * Puts or deletes an item.
 * @returns the change; none if an absent item was deleted
 */
function apply(state: State, write: Write, item: Item | undefined): Change[] {
  const { pk, sk } = keyOf(write);
  const partition = state.partitions.get(pk) ?? { items: new Map(), order: createSorted(compareUtf8) };
  state.partitions.set(pk, partition);
  const before = partition.items.get(sk);
  if (item !== undefined) {
    if (before === undefined) partition.order.insert(sk);
    partition.items.set(sk, item);
  } else if (before !== undefined) {
    partition.order.remove(sk);
    partition.items.delete(sk);
  }
  state.gsi1.follow(before, item);
  state.gsi2.follow(before, item);
  return before === undefined && item === undefined ? [] : [{ key: { pk, sk }, item }];
}

interface Batch {
  readonly state: State;
  readonly pause: () => Promise<void>;
  readonly isProcessed: () => boolean;
}

/** Retries the keys that the engine left unprocessed until all are read. */
async function batchGet(batch: Batch, keys: readonly Key[]): Promise<(Item | undefined)[]> {
  const found = new Map<string, Item | undefined>();
  let left = keys.map(({ pk, sk }) => ({ pk, sk }));
  const order = left.map(joined);
  for (let attempt = 0; attempt < BATCH_GET_ATTEMPTS_MAX && left.length > 0; attempt++) {
    await batch.pause();
    const unprocessed: Key[] = [];
    for (const key of left) {
      if (batch.isProcessed()) found.set(joined(key), copied(find(batch.state, key)));
      else unprocessed.push(key);
    }
    left = unprocessed;
    await batch.pause();
  }
  if (left.length > 0) throw new TableUnavailable("none", `${left.length} keys stayed unprocessed: try again later`);
  return order.map((name) => found.get(name));
}

function queryItems(state: State, query: Query, pageSize: number): Page<Item> {
  const partition = state.partitions.get(query.pk);
  if (partition === undefined) return { items: [] };
  const order = query.reverse === true ? [...partition.order.all].reverse() : partition.order.all;
  const within = order.filter(
    (sk) => isInRange(sk, query.range) && isAfterCursor(compareUtf8(sk, query.after ?? sk), query),
  );
  const page = within.slice(0, pageSize);
  const items = page.flatMap((sk) => copied(partition.items.get(sk)) ?? []);
  const last = page.at(-1);
  return within.length > page.length && last !== undefined ? { items, next: last } : { items };
}

function find(state: State, key: Key): Item | undefined {
  return state.partitions.get(key.pk)?.items.get(key.sk);
}

function copied(item: Item | undefined): Item | undefined {
  return item === undefined ? undefined : copyItem(item);
}

function allItems(state: State): Item[] {
  return [...state.partitions.values()].flatMap((partition) => [...partition.items.values()]);
}
