import { joined } from "../port/order.ts";
import type { Change, ChangeBatch, ChangeStream, Item, Key, StreamFilter } from "../port/port.ts";
import { TableLimit } from "../port/port.ts";
import { copyItem } from "../port/rules.ts";

/**
 * The memory adapter's change stream, with all the freedoms of DynamoDB's: it reorders changes across items (never
 * those of one item) and delivers some twice, controlled by `random` alone.
 */
export interface MemoryStream extends ChangeStream {
  record(changes: readonly Change[]): void;
  trim(checkpoint: string): void;
}

export interface MemoryStreamOptions {
  readonly random: () => number;
  readonly twiceRate: number;
  readonly filter: StreamFilter | undefined;
}

export function createMemoryStream(options: MemoryStreamOptions): MemoryStream {
  const { random, twiceRate, filter } = options;
  const log: Change[] = [];
  const listeners = new Set<() => void>();
  let trimmed = 0;

  function recorded(change: Change): boolean {
    return filter === undefined || filter.some((prefix) => change.key.sk.startsWith(prefix));
  }

  /**
   * Repeats the change before a batch, as after a consumer that crashed: it is the latest of its item so far, so the
   * item's order holds.
   */
  function drawBatch(from: number, limit: number): { changes: Change[]; end: number } {
    const changes: Change[] = [];
    const before = log[from - trimmed - 1];
    if (before !== undefined && limit > 1 && random() < twiceRate) changes.push(before);
    let end = from;
    while (changes.length < limit) {
      const change = log[end - trimmed];
      if (change === undefined) break;
      changes.push(change);
      end += 1;
      if (changes.length < limit && random() < twiceRate) changes.push(change);
    }
    return end === from ? { changes: [], end } : { changes, end };
  }

  return {
    record(changes) {
      const kept = changes.filter(recorded);
      log.push(...kept);
      if (kept.length > 0) for (const listener of listeners) queueMicrotask(listener);
    },
    async read(checkpoint, limit): Promise<ChangeBatch> {
      const from = Math.max(trimmed, checkpoint === undefined ? 0 : parseCheckpoint(checkpoint));
      const { changes, end } = drawBatch(from, limit);
      return { changes: shuffleAcrossItems(changes, random).map(copyChange), checkpoint: String(end) };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trim(checkpoint) {
      const count = Math.min(log.length, parseCheckpoint(checkpoint) - trimmed);
      if (count <= 0) return;
      log.splice(0, count);
      trimmed += count;
    },
  };
}

export function parseCheckpoint(checkpoint: string): number {
  const position = Number(checkpoint);
  if (!/^\d+$/.test(checkpoint) || !Number.isSafeInteger(position)) {
    throw new TableLimit(`"${checkpoint}" is no checkpoint of this stream: pass on what a batch gave`);
  }
  return position;
}

/** Draws the next item at random, weighted by its remaining changes, so that each item's own changes stay in order. */
function shuffleAcrossItems(changes: readonly Change[], random: () => number): Change[] {
  const queues = new Map<string, Change[]>();
  for (const change of changes) {
    const name = joined(change.key);
    const queue = queues.get(name);
    if (queue === undefined) queues.set(name, [change]);
    else queue.push(change);
  }
  const names = changes.map((change) => joined(change.key));
  for (let index = names.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const name = names[index];
    const swapped = names[other];
    if (name === undefined || swapped === undefined) continue;
    names[index] = swapped;
    names[other] = name;
  }
  return names.flatMap((name) => queues.get(name)?.shift() ?? []);
}

function copyChange(change: Change): Change {
  const key: Key = { pk: change.key.pk, sk: change.key.sk };
  const item: Item | undefined = change.item === undefined ? undefined : copyItem(change.item);
  return { key, item };
}
