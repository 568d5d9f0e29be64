import type { Item, Value } from "../port/port.ts";

/**
 * Spares decoding what is read again and again (a shop's staff, terminals, taxes, variants) and seldom changes. An item is
 * taken from here only when the bytes that stand in the table just now are those it was decoded from, so nothing here can be
 * stale, whoever wrote it.
 */
export interface KnownItems {
  /** @param bytes as they stand in the table; the caller may use them for something else afterwards */
  read(name: string, bytes: Buffer): Item;
}

interface Known {
  readonly bytes: Buffer;
  readonly item: Item;
}

/** Two generations of so many: what is used stays, what is not used goes with its generation. */
const GENERATION_MAX = 2_000;
/** Big items would fill the memory. */
const BYTES_MAX = 4_096;

export function createKnownItems(decode: (bytes: Buffer) => Item): KnownItems {
  let young = new Map<string, Known>();
  let old = new Map<string, Known>();

  function keep(name: string, known: Known): void {
    if (young.size >= GENERATION_MAX) {
      old = young;
      young = new Map();
    }
    young.set(name, known);
  }
  return {
    read(name, bytes) {
      const fromYoung = young.get(name);
      const known = fromYoung ?? old.get(name);
      if (known !== undefined && known.bytes.compare(bytes, 0, bytes.length) === 0) {
        if (fromYoung === undefined) keep(name, known);
        return known.item;
      }
      const item = decode(bytes);
      // What has a body is a fact, an entry or a balance: written once or moved by every sale, and text, so quick to decode.
      if (item.body === undefined && bytes.length <= BYTES_MAX)
        keep(name, { bytes: Buffer.from(bytes.subarray(0, bytes.length)), item: frozen(item) });
      return item;
    },
  };
}

/** What several readers share, none of them may change. */
function frozen<T extends Value | Item>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner as Value);
  return Object.freeze(value);
}
