import type { IndexKey, Query, Range } from "./port.ts";
import { TableLimit } from "./port.ts";

/**
 * Keys are ordered by UTF-8 bytes everywhere. JavaScript compares UTF-16 units, which puts characters beyond U+FFFF
 * (surrogates U+D800 to U+DFFF) before U+E000 to U+FFFF; in UTF-8 they come after.
 */
export function compareUtf8(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** A key as one string. U+0000 is the least character and is in no key, so joined keys sort as their parts do. */
export function joined(key: { readonly pk: string; readonly sk: string }): string {
  return `${key.pk}\0${key.sk}`;
}

/**
 * @param compared the result of comparing a position with `after`
 * @returns whether the position is on the pages still to come
 */
export function isAfterCursor(compared: number, query: Query): boolean {
  if (query.after === undefined) return true;
  return query.reverse === true ? compared < 0 : compared > 0;
}

export function isInRange(sk: string, range: Range | undefined): boolean {
  if (range === undefined) return true;
  if ("beginsWith" in range) return sk.startsWith(range.beginsWith);
  if ("above" in range) return compareUtf8(sk, range.above) > 0;
  if ("below" in range) return compareUtf8(sk, range.below) < 0;
  return compareUtf8(sk, range.between[0]) >= 0 && compareUtf8(sk, range.between[1]) <= 0;
}

/** An item's position within its index partition, which is also a page's `next` cursor. */
export function positionOf(key: IndexKey): string {
  return `${key.indexSk}\0${key.pk}\0${key.sk}`;
}

export function parsePosition(after: string): string {
  if (after.split("\0").length !== 3) throw new TableLimit("after is not a position in this index: pass a page's next");
  return after;
}

/** A sorted list, for the memory adapter. */
export interface Sorted<T> {
  readonly all: readonly T[];
  insert(value: T): void;
  remove(value: T): void;
}

export function createSorted<T>(compare: (left: T, right: T) => number): Sorted<T> {
  const all: T[] = [];
  function indexOf(value: T): number {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = all[middle];
      if (candidate !== undefined && compare(candidate, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    all,
    insert(value) {
      all.splice(indexOf(value), 0, value);
    },
    remove(value) {
      const index = indexOf(value);
      const candidate = all[index];
      if (candidate !== undefined && compare(candidate, value) === 0) all.splice(index, 1);
    },
  };
}
