import { availableParallelism } from "node:os";

/**
 * Bounds slow work that strangers can ask for: little of it runs at a time, little waits, and the rest is refused at once.
 */

/** One core stays free for the requests of the shop; of the pool's four threads two stay free. */
const SLOTS = Math.min(2, Math.max(1, availableParallelism() - 1));

/** How many wait in each lane, and of them those of one source. */
const WAITING_MAX = 32;
const SOURCE_MAX = 8;

/**
 * `known` callers (operators at a paired terminal, browsers in which the person signed in before, signed-in owners) go first,
 * so that strangers cannot keep them waiting.
 */
export type Lane = "known" | "unknown";

export interface HashQueue {
  /**
   * Runs the work when a slot is free.
   * @param source whose work it is: a few of one source are in the queue at a time; undefined: not limited by source
   * @returns undefined at once if too many wait already
   */
  run<T>(lane: Lane, source: string | undefined, work: () => Promise<T>): Promise<T> | undefined;
}

export function createHashQueue(slots = SLOTS): HashQueue {
  const waiting: Record<Lane, (() => void)[]> = { known: [], unknown: [] };
  const bySource = new Map<string, number>();
  let running = 0;

  function startNext(): void {
    if (running >= slots) return;
    const start = waiting.known.shift() ?? waiting.unknown.shift();
    if (start === undefined) return;
    running += 1;
    start();
  }

  function leave(source: string | undefined): void {
    if (source === undefined) return;
    const left = (bySource.get(source) ?? 1) - 1;
    if (left === 0) bySource.delete(source);
    else bySource.set(source, left);
  }

  async function queued<T>(lane: Lane, source: string | undefined, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      waiting[lane].push(resolve);
      startNext();
    });
    try {
      return await work();
    } finally {
      running -= 1;
      leave(source);
      startNext();
    }
  }

  return {
    run(lane, source, work) {
      if (waiting[lane].length >= WAITING_MAX) return undefined;
      if (source !== undefined) {
        const ofSource = bySource.get(source) ?? 0;
        if (ofSource >= SOURCE_MAX) return undefined;
        bySource.set(source, ofSource + 1);
      }
      return queued(lane, source, work);
    },
  };
}
