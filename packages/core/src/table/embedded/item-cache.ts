import type { Item, Value } from "../port/port.ts";

/**
 * Caches decoded items that are read often and change rarely (staff, terminals, taxes, variants). A cached item is used
 * only if its stored bytes equal the bytes it was decoded from, so the cache cannot be stale, whichever process wrote
 * the item.
 */
export interface ItemCache {
  /** @param bytes the item's current bytes; the caller may reuse the buffer afterwards */
  read(name: string, bytes: Buffer): Item;
}

interface CachedItem {
  readonly bytes: Buffer;
  readonly item: Item;
}

/** The cache has two generations of this size: used items survive, unused items leave with their generation. */
const GENERATION_MAX = 2_000;
/** Larger items would use too much memory. */
const BYTES_MAX = 4_096;

export function createItemCache(decode: (bytes: Buffer) => Item): ItemCache {
  let newer = new Map<string, CachedItem>();
  let older = new Map<string, CachedItem>();

  function keep(name: string, cached: CachedItem): void {
    if (newer.size >= GENERATION_MAX) {
      older = newer;
      newer = new Map();
    }
    newer.set(name, cached);
  }
  return {
    read(name, bytes) {
      const fromNewer = newer.get(name);
      const cached = fromNewer ?? older.get(name);
      if (cached !== undefined && cached.bytes.compare(bytes, 0, bytes.length) === 0) {
        if (fromNewer === undefined) keep(name, cached);
        return cached.item;
      }
      const item = decode(bytes);
      // Items with a body are facts, entries and balances: written once or changed by every sale, and fast to decode as
      // text.
      if (item.body === undefined && bytes.length <= BYTES_MAX)
        keep(name, { bytes: Buffer.from(bytes.subarray(0, bytes.length)), item: frozen(item) });
      return item;
    },
  };
}

/** Several readers share a cached item, so it must be immutable. */
function frozen<T extends Value | Item>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner as Value);
  return Object.freeze(value);
}
