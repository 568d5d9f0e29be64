import {
  compareUtf8,
  createSorted,
  isAfterCursor,
  isInRange,
  joined,
  parsePosition,
  positionOf,
  type Sorted,
} from "../port/order.ts";
import type { IndexKey, IndexQuery, Item, Page } from "../port/port.ts";
import { type IndexName, indexKey } from "../port/rules.ts";

/**
 * An index of the memory adapter. It can lag: then some items' changes stay pending, each item's in order, until a
 * later query.
 */
export interface MemoryIndex {
  follow(before: Item | undefined, after: Item | undefined): void;
  query(query: IndexQuery, pageSize: number): Page<IndexKey>;
}

interface PendingChange {
  readonly from: IndexKey | undefined;
  readonly to: IndexKey | undefined;
}

export function createMemoryIndex(name: IndexName, options: { random: () => number; lagRate: number }): MemoryIndex {
  const partitions = new Map<string, Sorted<IndexKey>>();
  const pending = new Map<string, PendingChange[]>();

  function partition(indexPk: string): Sorted<IndexKey> {
    const current = partitions.get(indexPk);
    if (current !== undefined) return current;
    const made = createSorted<IndexKey>((left, right) => compareUtf8(positionOf(left), positionOf(right)));
    partitions.set(indexPk, made);
    return made;
  }
  function run(change: PendingChange): void {
    if (change.from !== undefined) partition(change.from.indexPk).remove(change.from);
    if (change.to !== undefined) partition(change.to.indexPk).insert(change.to);
  }
  function catchUp(): void {
    for (const [key, moves] of pending) {
      if (options.random() < options.lagRate) continue;
      for (const change of moves) run(change);
      pending.delete(key);
    }
  }

  return {
    follow(before, after) {
      const change = { from: indexKey(before, name), to: indexKey(after, name) };
      const key = change.from ?? change.to;
      if (key === undefined) return;
      if (options.lagRate === 0) return run(change);
      const moves = pending.get(joined(key));
      if (moves === undefined) pending.set(joined(key), [change]);
      else moves.push(change);
    },
    query(query, pageSize) {
      catchUp();
      const all = partition(query.pk).all;
      const order = query.reverse === true ? [...all].reverse() : all;
      const after = query.after === undefined ? undefined : parsePosition(query.after);
      const within = order.filter(
        (key) =>
          isInRange(key.indexSk, query.range) &&
          isAfterCursor(after === undefined ? 0 : compareUtf8(positionOf(key), after), query),
      );
      const page = within.slice(0, pageSize);
      const items = page.map((key) => ({ ...key }));
      const last = page.at(-1);
      return within.length > page.length && last !== undefined ? { items, next: positionOf(last) } : { items };
    },
  };
}
