import type { Change } from "@pos/core/table/port/port.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import type { Shop } from "./shop.ts";

export interface DrainOptions {
  /** Every record twice, besides what the stream itself repeats. Default: true. */
  readonly twice?: boolean;
  /** Records in any order, in batches of any size. Default: true. */
  readonly shuffled?: boolean;
  readonly batchMax?: number;
  /** How many readers book at once; each gets every batch when there are several. Default: 1. */
  readonly readers?: number;
}

const ROUNDS_MAX = 200;

/** Reads the change stream to its end and books what it carries; what fails is delivered again. */
export async function drain(shop: Shop, options: DrainOptions = {}): Promise<void> {
  const { twice = true, shuffled = true, batchMax = 20, readers = 1 } = options;
  let changes = await readChanges(shop);
  if (twice) changes = [...changes, ...changes];
  for (let round = 0; changes.length > 0; round++) {
    if (round > ROUNDS_MAX) throw new Error("The reader never gets done");
    if (shuffled) shuffle(changes, shop.random);
    const batches = cut(changes, shuffled ? shop.random : () => 1, batchMax);
    const failed = await Promise.all(Array.from({ length: readers }, () => bookBatches(shop, batches)));
    changes = failed.flat();
  }
}

async function bookBatches(shop: Shop, batches: readonly (readonly Change[])[]): Promise<Change[]> {
  const failed: Change[] = [];
  for (const batch of batches) failed.push(...(await bookChanges(shop.booking, batch)).map(({ change }) => change));
  return failed;
}

async function readChanges({ engine }: Shop): Promise<Change[]> {
  const changes: Change[] = [];
  let checkpoint = engine.loadCheckpoint("book");
  for (;;) {
    const batch = await engine.stream.read(checkpoint, 100);
    if (batch.changes.length === 0) break;
    checkpoint = batch.checkpoint;
    changes.push(...batch.changes);
  }
  if (checkpoint !== undefined) engine.saveCheckpoint("book", checkpoint);
  return changes;
}

function shuffle<T>(values: T[], random: () => number): void {
  for (let index = values.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [value, swapped] = [values[index], values[other]];
    if (value === undefined || swapped === undefined) continue;
    values[index] = swapped;
    values[other] = value;
  }
}

function cut<T>(values: readonly T[], random: () => number, max: number): T[][] {
  const batches: T[][] = [];
  for (let from = 0; from < values.length; ) {
    const size = Math.max(1, Math.ceil(random() * max));
    batches.push(values.slice(from, from + size));
    from += size;
  }
  return batches;
}
