import type { IndexKey, Key, Query, Range } from "../port/port.ts";

/**
 * Key bytes: UTF-8 parts joined by 0x00 (`joined`), which no part contains. LMDB's byte order is therefore the port's
 * order, and a partition is one contiguous range of keys.
 */
export function parseKey(name: string): Key {
  const [pk = "", sk = ""] = name.split("\0");
  return { pk, sk };
}

export function indexKeyText(key: IndexKey): string {
  return `${key.indexPk}\0${key.indexSk}\0${key.pk}\0${key.sk}`;
}

export function parseIndexKey(name: string): IndexKey {
  const [indexPk = "", indexSk = "", pk = "", sk = ""] = name.split("\0");
  return { indexPk, indexSk, pk, sk };
}

/** Seconds come first, so that keys sort by expiry. */
export function ttlKey(seconds: number, name: string): Buffer {
  return Buffer.concat([numberKey(seconds), Buffer.from(name)]);
}

/** Eight bytes, big-endian, so that byte order is numeric order. */
export function numberKey(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeUInt32BE(Math.floor(value / 0x1_0000_0000), 0);
  bytes.writeUInt32BE(value % 0x1_0000_0000, 4);
  return bytes;
}

export function parseNumberKey(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return view.getUint32(0) * 0x1_0000_0000 + view.getUint32(4);
}

/** The key range of a query: from `low` (inclusive) to `high` (exclusive). */
export interface KeyRange {
  readonly low: Buffer;
  readonly high: Buffer;
}

/** `after` is the key without its partition: a sort key, or an index key's `indexSk`, `pk` and `sk`. */
export function keyRangeOf(query: Query): KeyRange {
  const within = rangeOf(query.pk, query.range);
  if (query.after === undefined) return within;
  const after = `${query.pk}\0${query.after}`;
  if (query.reverse === true) return { low: within.low, high: least(within.high, Buffer.from(after)) };
  return { low: laterOf(within.low, Buffer.from(`${after}\x01`)), high: within.high };
}

/**
 * A sort key is followed by its end or by 0x00, so appending 0x01 gives the first bytes after all keys with exactly
 * this sort key.
 */
function rangeOf(pk: string, range: Range | undefined): KeyRange {
  const whole = { low: Buffer.from(`${pk}\0`), high: Buffer.from(`${pk}\x01`) };
  if (range === undefined) return whole;
  if ("above" in range) return { low: Buffer.from(`${pk}\0${range.above}\x01`), high: whole.high };
  if ("below" in range) return { low: whole.low, high: Buffer.from(`${pk}\0${range.below}`) };
  if ("between" in range) {
    const [low, high] = range.between;
    return { low: Buffer.from(`${pk}\0${low}`), high: Buffer.from(`${pk}\0${high}\x01`) };
  }
  const low = Buffer.from(`${pk}\0${range.beginsWith}`);
  const high = Buffer.from(low);
  // No byte of UTF-8 is 0xFF, so the last byte can always be incremented.
  high[high.length - 1] = (high[high.length - 1] ?? 0) + 1;
  return { low, high };
}

function least(left: Buffer, right: Buffer): Buffer {
  return Buffer.compare(left, right) <= 0 ? left : right;
}

function laterOf(left: Buffer, right: Buffer): Buffer {
  return Buffer.compare(left, right) >= 0 ? left : right;
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
