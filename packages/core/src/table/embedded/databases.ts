import { type Database, open, type RootDatabase } from "lmdb";
import type { Item } from "../port/port.ts";
import { createItemCache } from "./item-cache.ts";

/**
 * The folder contains LMDB's `data.mdb` and `lock.mdb` with six databases: `items` maps key bytes to msgpack, `gsi1`
 * and `gsi2` hold keys only, `ttl` holds seconds and key, `changes` maps a sequence number to key bytes, `meta` maps
 * names to texts.
 */
export interface Databases {
  /** Access it through `getItem` and `encode`. */
  readonly items: Database<unknown, string | Buffer>;
  readonly gsi1: Database<unknown, string | Buffer>;
  readonly gsi2: Database<unknown, string | Buffer>;
  readonly ttl: Database<unknown, Buffer>;
  readonly changes: Database<unknown, Buffer>;
  readonly meta: Database<string, string>;
  /** Reads an item by its joined key (see `joined`). The result may be a shared, frozen object. */
  readonly getItem: (name: string) => Item | undefined;
  /** @returns bytes that stay unchanged until the commit */
  readonly encode: (item: Item) => Buffer;
}

/**
 * When the map grows, readers keep the earlier mapping and its pages count twice, so it starts with room for millions
 * of sales. This reserves address space, not memory or disk, and grows on demand. Windows would allocate a file of that
 * size, so it starts small there.
 */
const MAP_BYTES = process.platform === "win32" ? {} : { mapSize: 4 * 2 ** 30 };

/** With `overlappingSync`, lmdb would resolve a commit's promise before the data is on disk. */
export function openRoot(folder: string): RootDatabase {
  // lmdb treats a path with an extension as a file, so `noSubdir` is explicit for folders such as "data.d".
  return open({ path: folder, noSubdir: false, overlappingSync: false, maxDbs: 12, encoding: "msgpack", ...MAP_BYTES });
}

export function openDatabases(root: RootDatabase): Databases {
  // Without records: shared structures are state beside the items that a rollback would have to undo.
  const options = { keyEncoder: textKeys, encoding: "msgpack", encoder: { useRecords: false } } as const;
  const items = root.openDB<unknown, string | Buffer>("items", options);
  const textsOnly = { keyEncoder: textKeys, encoding: "binary" } as const;
  const keysOnly = { keyEncoding: "binary", encoding: "binary" } as const;
  const encoder = encoderOf(items);
  const cache = createItemCache((bytes) => encoder.decode(bytes) as Item);
  return {
    items,
    gsi1: root.openDB<unknown, string | Buffer>("gsi1", textsOnly),
    gsi2: root.openDB<unknown, string | Buffer>("gsi2", textsOnly),
    ttl: root.openDB<unknown, Buffer>("ttl", keysOnly),
    changes: root.openDB<unknown, Buffer>("changes", keysOnly),
    meta: root.openDB<string, string>("meta", { encoding: "msgpack" }),
    getItem(name) {
      // These bytes belong to lmdb and are valid until the next read.
      const bytes = items.getBinaryFast(name);
      return bytes && cache.read(name, bytes);
    },
    encode: (item) => encoder.encode(item),
  };
}

/** Keys are texts that lmdb encodes in place; the bounds of a range are byte buffers. */
const textKeys = {
  writeKey(key: string | Uint8Array, target: Buffer, start: number): number {
    if (typeof key === "string") return start + target.write(key, start);
    target.set(key, start);
    return start + key.length;
  },
  readKey: (source: Buffer, start: number, end: number): string => source.toString("utf8", start, end),
};

/** lmdb creates an encoder that its types do not declare. */
function encoderOf(items: object): Encoder {
  if (!("encoder" in items)) throw new Error("lmdb has no encoder for the items");
  return items.encoder as Encoder;
}

interface Encoder {
  encode(value: unknown): Buffer;
  decode(bytes: Uint8Array): unknown;
}
