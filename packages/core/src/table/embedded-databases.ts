import { type Database, open, type RootDatabase } from "lmdb";
import { createKnownItems } from "./known-items.ts";
import type { Item } from "./port.ts";

/**
 * The folder's layout: `data.mdb` and `lock.mdb` of LMDB, and in them six databases. `items` has key bytes to msgpack, `gsi1`
 * and `gsi2` hold keys only, `ttl` has seconds and key, `changes` a sequence number to key bytes, `meta` texts by name.
 */
export interface Databases {
  /** Use `getItem` and `encode` around it. */
  readonly items: Database<unknown, Buffer>;
  readonly gsi1: Database<unknown, Buffer>;
  readonly gsi2: Database<unknown, Buffer>;
  readonly ttl: Database<unknown, Buffer>;
  readonly changes: Database<unknown, Buffer>;
  readonly meta: Database<string, string>;
  /** `name` is the key as one string (see `joined`). What comes back is shared and frozen. */
  readonly getItem: (key: Buffer, name: string) => Item | undefined;
  /** Bytes that stay as they are until the commit. */
  readonly encode: (item: Item) => Buffer;
}

/**
 * `overlappingSync: false` makes a commit's promise wait for the disk; with it lmdb would acknowledge earlier. The map
 * grows by itself from its small start.
 */
export function openRoot(folder: string): RootDatabase {
  // lmdb takes a path with an extension for a file, so a folder called "data.d" must be told apart.
  return open({ path: folder, noSubdir: false, overlappingSync: false, maxDbs: 12, encoding: "msgpack" });
}

export function openDatabases(root: RootDatabase): Databases {
  // Without records: shared structures would be state beside the items, which a rollback would have to undo too.
  const options = { keyEncoding: "binary", encoding: "msgpack", encoder: { useRecords: false } } as const;
  const items = root.openDB<unknown, Buffer>("items", options);
  const keysOnly = { keyEncoding: "binary", encoding: "binary" } as const;
  const encoder = encoderOf(items);
  const known = createKnownItems((bytes) => encoder.decode(bytes) as Item);
  return {
    items,
    gsi1: root.openDB<unknown, Buffer>("gsi1", keysOnly),
    gsi2: root.openDB<unknown, Buffer>("gsi2", keysOnly),
    ttl: root.openDB<unknown, Buffer>("ttl", keysOnly),
    changes: root.openDB<unknown, Buffer>("changes", keysOnly),
    meta: root.openDB<string, string>("meta", { encoding: "msgpack" }),
    getItem(key, name) {
      // These bytes are lmdb's own and hold until the next read.
      const bytes = items.getBinaryFast(key);
      return bytes && known.read(name, bytes);
    },
    encode: (item) => encoder.encode(item),
  };
}

/** lmdb has made one; its types do not say so. */
function encoderOf(items: object): Encoder {
  if (!("encoder" in items)) throw new Error("lmdb has no encoder for the items");
  return items.encoder as Encoder;
}

interface Encoder {
  encode(value: unknown): Buffer;
  decode(bytes: Uint8Array): unknown;
}
