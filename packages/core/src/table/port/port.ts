import { TABLE_LIMITS } from "./limits.ts";

/**
 * The table: one closed algebra over DynamoDB's model. Everything stored goes through these six operations, and every
 * adapter (memory, embedded, dynamo) passes the same conformance suite, so code above this line never knows which one runs.
 *
 * Conditions are data, not expressions; an expected refusal is a result, never an exception. What a caller may retry
 * blindly is `TableUnavailable`; with `outcome: "unknown"` the write may have been committed.
 */
export interface Table {
  /** Reads one item. Consistent: sees every write acknowledged before the call. */
  get(key: Key): Promise<Item | undefined>;
  /**
   * Reads up to 100 distinct keys, consistently. Answers in the order asked, `undefined` for what is absent. An adapter may
   * be told "not all this time" by its engine (unprocessed keys): it asks again until it has all, or throws `TableUnavailable`.
   */
  batchGet(keys: readonly Key[]): Promise<(Item | undefined)[]>;
  /** One partition in the order of its sort keys' UTF-8 bytes, consistently, a page at a time. */
  query(query: Query): Promise<Page<Item>>;
  /** An index holds keys only and follows the table eventually (at once on one machine). */
  queryIndex(query: IndexQuery): Promise<Page<IndexKey>>;
  /** One conditional write. A refusal carries the item as it stands, so that a retry can be answered without another read. */
  write(write: Write): Promise<WriteResult>;
  /** All of 1 to 100 writes on distinct keys (4 MB in all), or none. A refusal names the reason of each write, in order. */
  transact(writes: readonly Write[]): Promise<TransactResult>;
}

/** Both are UTF-8 strings, at least one byte and without U+0000: `pk` up to 600 bytes, `sk` up to 600 bytes. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** An item: its key, its attributes (undefined is not a value), at most 400 KB by DynamoDB's rule (see `sizeOf`). */
export interface Item extends Key {
  /** The two overloaded indexes: an item stands in one when both of its attributes are there. */
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
  /** Seconds since 1970 after which the item may vanish. Readers compare it themselves: deletion may lag. */
  readonly ttl?: number;
  readonly [attribute: string]: Value | undefined;
}

export type Condition =
  /** No item with this key exists. */
  | { readonly is: "absent" }
  | { readonly is: "present" }
  /** The item exists and each attribute named here has just this value (scalars only). */
  | { readonly is: "equal"; readonly to: { readonly [attribute: string]: string | number | boolean | null } };

export type Write =
  /** Replaces the whole item. */
  | { readonly op: "put"; readonly item: Item; readonly if?: Condition }
  /**
   * Changes some top-level attributes; makes the item when it is absent (unless a condition says otherwise).
   * `add` counts from 0 when the attribute is absent. Key attributes cannot be changed; one attribute stands in one of the three only.
   */
  | {
      readonly op: "update";
      readonly key: Key;
      readonly set?: { readonly [attribute: string]: Value };
      readonly add?: { readonly [attribute: string]: number };
      readonly remove?: readonly string[];
      readonly if?: Condition;
    }
  /** Deleting what is absent is no error (unless a condition says otherwise). */
  | { readonly op: "delete"; readonly key: Key; readonly if?: Condition }
  /** Writes nothing; in a transaction only. */
  | { readonly op: "check"; readonly key: Key; readonly if: Condition };

export type WriteResult =
  | { readonly ok: true }
  /** The condition did not hold; `item` is what stands there (undefined: nothing). */
  | { readonly ok: false; readonly item: Item | undefined };

export type TransactResult = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** `conflict`: another transaction held the item just then; try again. `none`: this write would have gone through. */
export type Reason = "none" | "condition" | "conflict";

export interface Query {
  readonly pk: string;
  readonly range?: Range;
  /** Runs from the last sort key to the first. */
  readonly reverse?: boolean;
  /** 1 to 1,000 items a page; a page may be shorter and still have a `next`. */
  readonly limit: number;
  /** Where the page before ended: its `next`. */
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
  /** Opaque; absent when there is nothing more. */
  readonly next?: string;
}

/** Every item of a partition, in the order of sort keys, a page at a time. */
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

/** Up to `limit` keys of an index. A page may end before that, as DynamoDB's does at a megabyte: only `next` tells. */
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

/** What an index knows of an item: its key and its place. `sk` in a range of an `IndexQuery` is `indexSk`. */
export interface IndexKey extends Key {
  readonly indexPk: string;
  readonly indexSk: string;
}

/**
 * The change stream: every put, update and delete, at least once, in order for one item, in no order across items (also
 * not those of one transaction). A reader hands back the checkpoint of the last batch it is done with.
 */
export interface ChangeStream {
  /** Up to `limit` changes behind a checkpoint (undefined: from the beginning of what is kept). Empty: nothing new for now. */
  read(checkpoint: string | undefined, limit: number): Promise<ChangeBatch>;
  /** Calls back after each commit that added to the stream, so that a reader need not poll. Returns the way to stop. */
  onChange?(listener: () => void): () => void;
}

export interface ChangeBatch {
  readonly changes: readonly Change[];
  readonly checkpoint: string;
}

export interface Change {
  readonly key: Key;
  /** The item as this change left it or as it stands later; undefined: deleted. */
  readonly item: Item | undefined;
}

/** Which changes an adapter with a log of its own records: items whose sort key begins with one of these. */
export type StreamFilter = readonly string[];

/** The engine did not do it or did not say so. `unknown`: a write may or may not have been committed; reads are always `none`. */
export class TableUnavailable extends Error {
  override readonly name = "TableUnavailable";
  readonly outcome: "none" | "unknown";
  constructor(outcome: "none" | "unknown", message: string, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}

/** The caller broke a limit of the table (an item over 400 KB, 101 writes, a key twice): a bug above, nothing was written. */
export class TableLimit extends Error {
  override readonly name = "TableLimit";
}
