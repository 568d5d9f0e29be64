import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { KeptCategory, KeptProduct } from "./records.ts";

/** Whose copy it is, and up to which change it goes. */
export interface CopyHead {
  readonly terminalId: string;
  readonly version: string;
  readonly categories: readonly KeptCategory[];
}

export interface StoredCopy {
  readonly head: CopyHead;
  readonly products: readonly KeptProduct[];
}

/**
 * The terminal's copy of the catalogue in the browser, apart from what must not be lost: it can be loaded again at any
 * time. Where the browser keeps nothing, it is.
 */
export interface CatalogStore {
  /** @returns undefined if there is no copy of this terminal that this program reads */
  readonly load: (terminalId: string) => Promise<StoredCopy | undefined>;
  readonly replace: (copy: StoredCopy) => Promise<void>;
  /** Replaces products among all that are kept, together with the head. */
  readonly change: (head: CopyHead, products: readonly KeptProduct[]) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** Rises with the form of what is stored, and with the rule that makes words. */
const FORMAT = 2;

interface Schema extends DBSchema {
  heads: { key: string; value: CopyHead & { readonly format: number } };
  /**
   * Products in few values, by the last character of their ids, and each value as JSON: a browser copies thousands of objects
   * out of its database many times slower than it parses them.
   */
  chunks: { key: string; value: string };
}

type Stores = ["heads", "chunks"];

const NAME = "pos-catalog";
const STORES: Stores = ["heads", "chunks"];
const HEAD = "head";

export function createCatalogStore(): CatalogStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  /** @returns undefined where the browser refuses: the disk is full, or another tab changes the database */
  async function attempt<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    try {
      opening ??= openDatabase();
      return await work(await opening);
    } catch (error) {
      // The catalogue is loaded again, so nothing is lost and the counter goes on. Whatever the browser did not refuse is a bug.
      if (!(error instanceof DOMException)) throw error;
      opening = undefined;
      return undefined;
    }
  }
  return {
    load: (terminalId) => attempt((database) => load(database, terminalId)),
    replace: (copy) => attempt((database) => replace(database, copy)),
    change: (head, products) => attempt((database) => change(database, head, products)),
    clear: () => attempt(clear),
  };
}

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const database: IDBPDatabase<Schema> = await openDB<Schema>(NAME, 1, {
    upgrade(opened) {
      for (const store of STORES) opened.createObjectStore(store);
    },
    blocking: () => database.close(),
  });
  return database;
}

async function load(database: IDBPDatabase<Schema>, terminalId: string): Promise<StoredCopy | undefined> {
  const transaction = database.transaction(STORES);
  const [head, chunks] = await Promise.all([
    transaction.objectStore("heads").get(HEAD),
    transaction.objectStore("chunks").getAll(),
  ]);
  if (head?.format !== FORMAT || head.terminalId !== terminalId) return undefined;
  return { head, products: chunks.flatMap(productsOf) };
}

async function replace(database: IDBPDatabase<Schema>, { head, products }: StoredCopy): Promise<void> {
  const transaction = database.transaction(STORES, "readwrite");
  const chunks = transaction.objectStore("chunks");
  await Promise.all([
    transaction.objectStore("heads").put({ ...head, format: FORMAT }, HEAD),
    chunks.clear(),
    ...[...byChunk(products)].map(([chunk, part]) => chunks.put(JSON.stringify(part), chunk)),
    transaction.done,
  ]);
}

async function change(database: IDBPDatabase<Schema>, head: CopyHead, products: readonly KeptProduct[]): Promise<void> {
  const transaction = database.transaction(STORES, "readwrite");
  const chunks = transaction.objectStore("chunks");
  for (const [chunk, part] of byChunk(products)) {
    const kept = new Map(productsOf((await chunks.get(chunk)) ?? "[]").map((product) => [product.id, product]));
    for (const product of part) kept.set(product.id, product);
    await chunks.put(JSON.stringify([...kept.values()]), chunk);
  }
  await transaction.objectStore("heads").put({ ...head, format: FORMAT }, HEAD);
  await transaction.done;
}

/** What this format's `JSON.stringify` wrote. */
function productsOf(json: string): readonly KeptProduct[] {
  return JSON.parse(json);
}

async function clear(database: IDBPDatabase<Schema>): Promise<void> {
  const transaction = database.transaction(STORES, "readwrite");
  await Promise.all([...STORES.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

function byChunk(products: readonly KeptProduct[]): Map<string, KeptProduct[]> {
  const chunks = new Map<string, KeptProduct[]>();
  for (const product of products) {
    const chunk = product.id.slice(-1);
    const part = chunks.get(chunk);
    if (part === undefined) chunks.set(chunk, [product]);
    else part.push(product);
  }
  return chunks;
}
