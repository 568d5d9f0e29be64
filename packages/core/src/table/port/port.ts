import { TABLE_LIMITS } from "./limits.ts";

/**
 * The table port: a closed set of six operations over DynamoDB's model. Every adapter (memory, embedded, dynamodb)
 * passes the same conformance suite, so callers never know which one runs.
 *
 * Conditions are data, not expressions. A failed condition is a result, never an exception. A caller may retry
 * `TableUnavailable`; with `outcome: "unknown"` the write may have been committed.
 */
export interface Table {
  /** Reads one item. Consistent: it sees every write acknowledged before the call. */
  get(key: Key): Promise<Item | undefined>;
  /**
   * Reads up to 100 distinct keys, consistently. The adapter retries keys that its engine left unprocessed.
   * @returns items in the order of the keys, `undefined` for absent ones
   * @throws TableUnavailable if some keys stay unprocessed
   */
  batchGet(keys: readonly Key[]): Promise<(Item | undefined)[]>;
  /** Reads a page of one partition, consistently, ordered by the UTF-8 bytes of the sort keys. */
  query(query: Query): Promise<Page<Item>>;
  /** Reads a page of an index. An index holds only keys and is eventually consistent (immediately on one machine). */
  queryIndex(query: IndexQuery): Promise<Page<IndexKey>>;
  /**
   * Executes one conditional write. If the condition fails, the result contains the current item, so that a retry needs
   * no second read.
   */
  write(write: Write): Promise<WriteResult>;
  /**
   * Commits all of 1 to 100 writes on distinct keys (4 MB in total), or none. On failure the result contains the reason
   * for each write, in order.
   */
  transact(writes: readonly Write[]): Promise<TransactResult>;
}

/** Both are UTF-8 strings of 1 to 600 bytes without U+0000. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** An item: its key and attributes (undefined is not a value), at most 400 KB by DynamoDB's rule (see `sizeOf`). */
export interface Item extends Key {
  /** The two overloaded indexes: an index contains the item if it has both attributes. */
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
  /** Seconds since 1970 after which the item may be deleted. Deletion may lag, so readers compare it themselves. */
  readonly ttl?: number;
  readonly [attribute: string]: Value | undefined;
}

export type Condition =
  /** No item with this key exists. */
  | { readonly is: "absent" }
  | { readonly is: "present" }
  /** The item exists and each named attribute equals the given value (scalars only). */
  | { readonly is: "equal"; readonly to: { readonly [attribute: string]: string | number | boolean | null } };

export type Write =
  /** Replaces the whole item. */
  | { readonly op: "put"; readonly item: Item; readonly if?: Condition }
  /**
   * Changes some top-level attributes and creates the item if it is absent (unless a condition prevents it). `add`
   * starts at 0 if the attribute is absent. Key attributes cannot be changed; an attribute may occur in only one of the
   * three.
   */
  | {
      readonly op: "update";
      readonly key: Key;
      readonly set?: { readonly [attribute: string]: Value };
      readonly add?: { readonly [attribute: string]: number };
      readonly remove?: readonly string[];
      readonly if?: Condition;
    }
  /** Deleting an absent item succeeds (unless a condition prevents it). */
  | { readonly op: "delete"; readonly key: Key; readonly if?: Condition }
  /** Writes nothing; allowed only in a transaction. */
  | { readonly op: "check"; readonly key: Key; readonly if: Condition };

export type WriteResult =
  | { readonly ok: true }
  /** The condition failed; `item` is the current item, undefined if absent. */
  | { readonly ok: false; readonly item: Item | undefined };

export type TransactResult = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** `conflict`: another transaction was writing the item; retry. `none`: this write would have succeeded. */
export type Reason = "none" | "condition" | "conflict";

export interface Query {
  readonly pk: string;
  readonly range?: Range;
  /** Reads from the last sort key to the first. */
  readonly reverse?: boolean;
  /** 1 to 1,000 items per page; a page may be shorter and still have a `next`. */
  readonly limit: number;
  /** The `next` cursor of the previous page. */
  readonly after?: string;
}

export interface IndexQuery extends Query {
  readonly index: "gsi1" | "gsi2";
}

/** Bounds are compared by UTF-8 bytes. `between` includes both ends. */
export type Range =
  | { readonly beginsWith: string }
  | { readonly between: readonly [low: string, high: string] }
  | { readonly above: string }
  | { readonly below: string };

export interface Page<T> {
  readonly items: readonly T[];
  /** An opaque cursor; absent on the last page. */
  readonly next?: string;
}

/** Iterates over a partition in sort key order, page by page. */
export async function* itemsOf(table: Table, pk: string, range?: Range): AsyncGenerator<Item, void, undefined> {
  let after: string | undefined;
  do {
    const page = await table.query({
      pk,
      limit: ITEMS_AT_ONCE,
      ...(range === undefined ? {} : { range }),
      ...(after === undefined ? {} : { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

const ITEMS_AT_ONCE = 500;

/**
 * Reads any number of distinct keys, as many at a time as `batchGet` takes.
 * @returns the items in the order of the keys, `undefined` for what is absent
 */
export async function batchGetAll(table: Table, keys: readonly Key[]): Promise<(Item | undefined)[]> {
  const { batchGetKeysMax } = TABLE_LIMITS;
  if (keys.length === 0) return [];
  if (keys.length <= batchGetKeysMax) return table.batchGet(keys);
  const items: (Item | undefined)[] = [];
  for (let from = 0; from < keys.length; from += batchGetKeysMax)
    items.push(...(await table.batchGet(keys.slice(from, from + batchGetKeysMax))));
  return items;
}

/** Reads the items that an index names, in its order; an item deleted since then is left out. */
export async function itemsNamed(table: Table, found: readonly IndexKey[]): Promise<Item[]> {
  const items = await batchGetAll(
    table,
    found.map(({ pk, sk }) => ({ pk, sk })),
  );
  return items.flatMap((item) => item ?? []);
}

/**
 * Reads up to `limit` keys of an index. A page may be shorter, as DynamoDB's are at 1 MB: only the absence of `next`
 * marks the end.
 */
export async function firstKeys(table: Table, query: Omit<IndexQuery, "after">): Promise<IndexKey[]> {
  const keys: IndexKey[] = [];
  let after: string | undefined;
  do {
    const limit = query.limit - keys.length;
    const page = await table.queryIndex({ ...query, limit, ...(after === undefined ? {} : { after }) });
    keys.push(...page.items);
    after = page.next;
  } while (after !== undefined && keys.length < query.limit);
  return keys;
}

/** The item's key and its position in an index. `sk` in the range of an `IndexQuery` refers to `indexSk`. */
export interface IndexKey extends Key {
  readonly indexPk: string;
  readonly indexSk: string;
}

/**
 * The change stream: every put, update and delete, at least once, in order per item, unordered across items (also
 * within one transaction). A consumer passes the checkpoint of the last batch that it has processed.
 */
export interface ChangeStream {
  /**
   * Reads up to `limit` changes after a checkpoint (undefined: from the oldest change). An empty batch means nothing
   * new yet.
   */
  read(checkpoint: string | undefined, limit: number): Promise<ChangeBatch>;
  /**
   * Calls the listener after each commit that added to the stream, so that a consumer need not poll.
   * @returns a function that unsubscribes
   */
  onChange?(listener: () => void): () => void;
}

export interface ChangeBatch {
  readonly changes: readonly Change[];
  readonly checkpoint: string;
}

export interface Change {
  readonly key: Key;
  /** The item after this change or a later one; undefined if it is deleted. */
  readonly item: Item | undefined;
}

/** Sort key prefixes of the changes that an adapter with its own log records. */
export type StreamFilter = readonly string[];

/**
 * The engine did not execute the operation or did not respond. `unknown`: a write may have been committed; reads are
 * always `none`.
 */
export class TableUnavailable extends Error {
  override readonly name = "TableUnavailable";
  readonly outcome: "none" | "unknown";
  constructor(outcome: "none" | "unknown", message: string, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}

/**
 * The caller exceeded a limit of the table (an item over 400 KB, 101 writes, a duplicate key): a bug in the caller,
 * nothing was written.
 */
export class TableLimit extends Error {
  override readonly name = "TableLimit";
}
