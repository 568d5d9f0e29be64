import type { BookingContext } from "@pos/core/ledger/index.ts";
import type { LocalEngine } from "@pos/core/table/engine.ts";
import type { Change } from "@pos/core/table/port.ts";
import { describe, type Log } from "../graphql/errors.ts";
import { bookChanges } from "../stream/book.ts";

/** The booking reader on one machine: what Lambda's stream mapping does, over the embedded table's own change log. */
export interface BookReader {
  /** Resolves when everything that was recorded before the call is booked (or has failed often enough to be left to the sweep). */
  readonly caughtUp: () => Promise<void>;
  /** Finishes the batch in hand and books nothing more until what it answers with is called. */
  readonly pause: () => Promise<() => void>;
  /** Finishes the batch in hand and stops. */
  readonly stop: () => Promise<void>;
}

const NAME = "book";
const BATCH = 200;
/** Trimming is a commit of its own: not after every batch. */
const TRIM_EVERY = 5000;
/** As the stream mapping on AWS: a few tries, then the sweep. */
const TRIES_MAX = 5;
const RETRY_MILLISECONDS = 100;

export function startBookReader(engine: LocalEngine, context: BookingContext, log: Log): BookReader {
  let checkpoint = engine.loadCheckpoint(NAME);
  let stopped = false;
  let wake: () => void = () => {};
  // Set by whoever has news, so that a commit between an empty read and the wait is not slept through.
  let hasNews = true;
  let untrimmed = 0;
  const waiting: (() => void)[] = [];
  const nudge = () => {
    hasNews = true;
    wake();
  };
  const unsubscribe = engine.stream.onChange?.(nudge);

  // While somebody pauses it, a promise that its last one to resume resolves.
  let paused: Promise<void> | undefined;
  let unpause: () => void = () => {};
  let pauses = 0;
  let inHand: Promise<unknown> = Promise.resolve();

  async function run(): Promise<void> {
    while (!stopped) {
      if (pauses > 0) {
        await paused;
        continue;
      }
      const step = bookBatch();
      inHand = step;
      if (!(await step)) await idle();
    }
  }
  /** Answers whether there was anything to book. */
  async function bookBatch(): Promise<boolean> {
    hasNews = false;
    const batch = await engine.stream.read(checkpoint, BATCH);
    if (batch.changes.length === 0) return false;
    await bookWithRetries(context, batch.changes, log);
    checkpoint = batch.checkpoint;
    engine.saveCheckpoint(NAME, checkpoint);
    untrimmed += batch.changes.length;
    if (untrimmed < TRIM_EVERY) return true;
    untrimmed = 0;
    await engine.trimChanges(checkpoint);
    return true;
  }
  async function idle(): Promise<void> {
    for (const resolve of waiting.splice(0)) resolve();
    if (hasNews || stopped) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    wake = () => {};
  }
  const running = run();
  return {
    caughtUp() {
      const booked = new Promise<void>((resolve) => waiting.push(resolve));
      nudge();
      return booked;
    },
    async pause() {
      pauses++;
      paused ??= new Promise((resolve) => {
        unpause = resolve;
      });
      await inHand;
      let isResumed = false;
      return () => {
        if (isResumed) return;
        isResumed = true;
        if (--pauses > 0) return;
        paused = undefined;
        unpause();
      };
    },
    async stop() {
      stopped = true;
      unsubscribe?.();
      wake();
      unpause();
      await running;
    },
  };
}

async function bookWithRetries(context: BookingContext, changes: readonly Change[], log: Log): Promise<void> {
  let rest = changes;
  for (let tries = 1; rest.length > 0; tries++) {
    const failures = await bookChanges(context, rest);
    if (failures.length === 0) return;
    for (const { change, error } of failures) {
      log({ level: "error", event: "book", key: `${change.key.pk}/${change.key.sk}`, tries, error: describe(error) });
    }
    if (tries >= TRIES_MAX) return;
    rest = failures.map(({ change }) => change);
    await context.clock.sleep(RETRY_MILLISECONDS * 2 ** tries);
  }
}
