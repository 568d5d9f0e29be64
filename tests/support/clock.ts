import type { Clock } from "@pos/core/base/context.ts";
import { makeId } from "@pos/core/base/id.ts";
import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import { createRandom } from "@pos/core/table/memory/table.ts";

/** A clock that only moves when a test moves it, with ids and bytes from a seed: the same seed gives the same run. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
}

export function createManualClock(seed: number, start = "2026-06-15T09:00:00.000Z"): ManualClock {
  const random = createRandom(seed);
  let time = instantMilliseconds(start);
  const randomBytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  return {
    now: () => formatInstant(time),
    newId: (prefix) => makeId(prefix, time, randomBytes(10)),
    randomBytes,
    random,
    /** Resolves at once: what is waited for passes on the clock. */
    async sleep(milliseconds) {
      time += Math.ceil(milliseconds);
    },
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
