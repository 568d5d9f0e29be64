import { randomUUID } from "node:crypto";
import type { Change, ChangeStream, IndexKey, IndexQuery, Item, Query, Table } from "@pos/core/table/port/port.ts";
import { TableLimit } from "@pos/core/table/port/port.ts";
import { expect } from "vitest";

/** What an adapter gives the suite. One table may serve all tests: each uses partition keys of its own. */
export interface Subject {
  readonly table: Table;
  /** Records at least the sort keys that begin with one of `STREAMED`. */
  readonly stream: ChangeStream;
  /** Closes the table and opens it again, if it outlives its process. */
  readonly reopen?: () => Promise<Subject>;
  /** Makes the engine leave this share of a batch's keys unprocessed. */
  readonly unprocessed?: (fraction: number) => void;
  /** Whether the stream leaves out what does not begin with one of `STREAMED`. */
  readonly isFiltered?: boolean;
  readonly close: () => Promise<void>;
}

export type Factory = () => Promise<Subject>;

export interface Context {
  /** Asked in each test, because a reopened table is another. */
  readonly subject: () => Subject;
  readonly reopen: () => Promise<void>;
}

export const STREAMED = ["fact#", "entry#"] as const;
/** How long indexes and streams may lag. */
const DEADLINE_MILLISECONDS = 20_000;
const PAGES_MAX = 10_000;

export function freshPk(): string {
  return `test-${randomUUID()}`;
}

/** Asks until it holds or the deadline passes; the last failure is then the test's. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MILLISECONDS;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export async function allItems(table: Table, query: Query): Promise<Item[]> {
  return collect((after) => table.query(after === undefined ? query : { ...query, after }), query.limit);
}

export async function allIndexKeys(table: Table, query: IndexQuery): Promise<IndexKey[]> {
  return collect((after) => table.queryIndex(after === undefined ? query : { ...query, after }), query.limit);
}

async function collect<T>(
  ask: (after: string | undefined) => Promise<{ items: readonly T[]; next?: string }>,
  limit: number,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { items, next } = await ask(after);
    expect(items.length).toBeLessThanOrEqual(limit);
    all.push(...items);
    if (next === undefined) return all;
    after = next;
  }
  throw new Error("The pages do not end");
}

export async function expectLimit(call: Promise<unknown>): Promise<void> {
  await expect(call).rejects.toBeInstanceOf(TableLimit);
}

/** Reads a stream from a checkpoint until it has nothing new; keeps the changes of one partition. */
export async function readStream(stream: ChangeStream, pk: string, from?: string) {
  const changes: Change[] = [];
  let checkpoint = from;
  for (let batch = 0; batch < PAGES_MAX; batch++) {
    const read = await stream.read(checkpoint, 100);
    expect(read.changes.length).toBeLessThanOrEqual(100);
    checkpoint = read.checkpoint;
    if (read.changes.length === 0) return { changes, checkpoint };
    changes.push(...read.changes.filter((change) => change.key.pk === pk));
  }
  throw new Error("The stream does not end");
}

/** The order of UTF-8 bytes by another way than the adapters'. */
export function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
