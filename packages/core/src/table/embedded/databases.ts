import { type Database, open, type RootDatabase } from "lmdb";
import type { Item } from "../port/port.ts";
import { createKnownItems } from "./known-items.ts";

/**
 * The folder's layout: `data.mdb` and `lock.mdb` of LMDB, and in them six databases. `items` has key bytes to msgpack, `gsi1`
 * and `gsi2` hold keys only, `ttl` has seconds and key, `changes` a sequence number to key bytes, `meta` texts by name.
 */
export interface Databases {
  /** Use `getItem` and `encode` around it. */
  readonly items: Database<unknown, string | Buffer>;
  readonly gsi1: Database<unknown, string | Buffer>;
  readonly gsi2: Database<unknown, string | Buffer>;
  readonly ttl: Database<unknown, Buffer>;
  readonly changes: Database<unknown, Buffer>;
  readonly meta: Database<string, string>;
  /** By its key as one string (see `joined`). What comes back may be shared, and is frozen then. */
  readonly getItem: (name: string) => Item | undefined;
  /** Bytes that stay as they are until the commit. */
  readonly encode: (item: Item) => Buffer;
}

/**
 * A map that grows leaves its earlier self mapped for as long as somebody reads by it, and its pages count twice: so it begins
 * with room for millions of sales. That is address space, not memory and not disk; it grows beyond by itself. Windows would make
 * the file as big as the map, so there it begins small.
 */
const MAP_BYTES = process.platform === "win32" ? {} : { mapSize: 4 * 2 ** 30 };

/** `overlappingSync: false` makes a commit's promise wait for the disk; with it lmdb would acknowledge earlier. */
export function openRoot(folder: string): RootDatabase {
  // lmdb takes a path with an extension for a file, so a folder called "data.d" must be told apart.
  return open({ path: folder, noSubdir: false, overlappingSync: false, maxDbs: 12, encoding: "msgpack", ...MAP_BYTES });
}

export function openDatabases(root: RootDatabase): Databases {
  // Without records: shared structures would be state beside the items, which a rollback would have to undo too.
  const options = { keyEncoder: textKeys, encoding: "msgpack", encoder: { useRecords: false } } as const;
  const items = root.openDB<unknown, string | Buffer>("items", options);
  const textsOnly = { keyEncoder: textKeys, encoding: "binary" } as const;
  const keysOnly = { keyEncoding: "binary", encoding: "binary" } as const;
  const encoder = encoderOf(items);
  const known = createKnownItems((bytes) => encoder.decode(bytes) as Item);
  return {
    items,
    gsi1: root.openDB<unknown, string | Buffer>("gsi1", textsOnly),
    gsi2: root.openDB<unknown, string | Buffer>("gsi2", textsOnly),
    ttl: root.openDB<unknown, Buffer>("ttl", keysOnly),
    changes: root.openDB<unknown, Buffer>("changes", keysOnly),
    meta: root.openDB<string, string>("meta", { encoding: "msgpack" }),
    getItem(name) {
      // These bytes are lmdb's own and hold until the next read.
      const bytes = items.getBinaryFast(name);
      return bytes && known.read(name, bytes);
    },
    encode: (item) => encoder.encode(item),
  };
}

/** Keys are texts, whose bytes go straight to where lmdb wants them; the bounds of a stretch are bytes of their own. */
const textKeys = {
  writeKey(key: string | Uint8Array, target: Buffer, start: number): number {
    if (typeof key === "string") return start + target.write(key, start);
    target.set(key, start);
    return start + key.length;
  },
  readKey: (source: Buffer, start: number, end: number): string => source.toString("utf8", start, end),
};

/** lmdb has made one; its types do not say so. */
function encoderOf(items: object): Encoder {
  if (!("encoder" in items)) throw new Error("lmdb has no encoder for the items");
  return items.encoder as Encoder;
}

interface Encoder {
  encode(value: unknown): Buffer;
  decode(bytes: Uint8Array): unknown;
}
