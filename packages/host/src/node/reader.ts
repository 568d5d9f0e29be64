import type { BookingContext } from "@pos/core/ledger/index.ts";
import type { ChangeLog } from "@pos/core/table/port/engine.ts";
import type { Change } from "@pos/core/table/port/port.ts";
import { BOOK_FILTER, bookChanges } from "@pos/functions/jobs/book.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";

/** Consumes the change log, as an event source mapping does on Lambda. */
export interface ChangeLogReader {
  /** Resolves when all changes recorded before the call are handled, or have failed too often to be retried. */
  readonly caughtUp: () => Promise<void>;
  /** Finishes the current batch and takes no other until the function it returns is called. */
  readonly pause: () => Promise<() => void>;
  /** Finishes the current batch and stops. */
  readonly stop: () => Promise<void>;
}

/** The booking consumer. */
export type BookReader = ChangeLogReader;

export interface ReaderOptions {
  /** Names the checkpoint. */
  readonly name: string;
  /** Prefixes of the sort keys to read. */
  readonly filter: readonly string[];
  /** Must handle its own failures: a batch is done when this resolves. */
  readonly handle: (changes: readonly Change[]) => Promise<void>;
  /** Starts at the end of the log, regardless of the checkpoint, and ignores changes written before the start. */
  readonly fromTip?: boolean;
  /**
   * The least time between the starts of two batches, so that under load one batch contains the changes of this
   * period. A single change is not delayed.
   */
  readonly minBatchIntervalMilliseconds?: number;
}

const BATCH = 200;
const SKIPPED_BATCH = 1000;
/** Trimming is a commit of its own: not after every batch. */
const TRIM_EVERY = 5000;

export function startReader(changeLog: ChangeLog, options: ReaderOptions): ChangeLogReader {
  const { name, filter, handle, fromTip, minBatchIntervalMilliseconds = 0 } = options;
  let checkpoint = changeLog.loadCheckpoint(name);
  let stopped = false;
  let wake: () => void = () => {};
  let endDelay: () => void = () => {};
  // Set by every change, so that a commit between an empty read and the wait is not missed.
  let hasChanges = true;
  let untrimmed = 0;
  const waiting: (() => void)[] = [];
  const notify = () => {
    hasChanges = true;
    wake();
  };
  const unsubscribe = changeLog.stream.onChange?.(notify);
  const trim = joinReaders(changeLog, name, checkpoint);

  // While paused: resolves when the last of its pauses ends.
  let paused: Promise<void> | undefined;
  let unpause: () => void = () => {};
  let pauses = 0;
  let currentStep: Promise<unknown> = Promise.resolve();

  async function run(): Promise<void> {
    if (fromTip) await skip();
    while (!stopped) {
      if (pauses > 0) {
        await paused;
        continue;
      }
      const step = takeBatch();
      currentStep = step;
      if (!(await step)) await idle();
      else if (minBatchIntervalMilliseconds > 0) await delay();
    }
  }
  async function skip(): Promise<void> {
    for (;;) {
      const batch = await changeLog.stream.read(checkpoint, SKIPPED_BATCH);
      if (batch.changes.length === 0) break;
      checkpoint = batch.checkpoint;
    }
    if (checkpoint !== undefined) changeLog.saveCheckpoint(name, checkpoint);
  }
  /** @returns whether there were changes */
  async function takeBatch(): Promise<boolean> {
    hasChanges = false;
    const batch = await changeLog.stream.read(checkpoint, BATCH);
    if (batch.changes.length === 0) return false;
    const own = batch.changes.filter(({ key }) => filter.some((prefix) => key.sk.startsWith(prefix)));
    if (own.length > 0) await handle(own);
    checkpoint = batch.checkpoint;
    changeLog.saveCheckpoint(name, checkpoint);
    trim.reached(checkpoint);
    untrimmed += batch.changes.length;
    if (untrimmed < TRIM_EVERY) return true;
    untrimmed = 0;
    await trim.now();
    return true;
  }
  /** Waits for the rest of the interval, unless a caller waits for the end of the log. */
  async function delay(): Promise<void> {
    if (waiting.length > 0 || stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, minBatchIntervalMilliseconds);
      endDelay = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endDelay = () => {};
  }
  async function idle(): Promise<void> {
    for (const resolve of waiting.splice(0)) resolve();
    if (hasChanges || stopped) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    wake = () => {};
  }
  const running = run();
  return {
    caughtUp() {
      const done = new Promise<void>((resolve) => waiting.push(resolve));
      notify();
      endDelay();
      return done;
    },
    async pause() {
      pauses++;
      paused ??= new Promise((resolve) => {
        unpause = resolve;
      });
      await currentStep;
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
      endDelay();
      unpause();
      await running;
      trim.leave();
    },
  };
}

/** How far the readers of each log are: it is trimmed to where the last of them is. */
const readersOf = new WeakMap<ChangeLog, Map<string, string>>();
const BEGINNING = "0";

function joinReaders(changeLog: ChangeLog, name: string, checkpoint = BEGINNING) {
  const readers = readersOf.get(changeLog) ?? new Map<string, string>();
  readersOf.set(changeLog, readers);
  readers.set(name, checkpoint);
  return {
    reached(to: string) {
      readers.set(name, to);
    },
    /** Checkpoints of a log that is trimmed by its readers are whole numbers. */
    async now(): Promise<void> {
      const last = Math.min(...[...readers.values()].map(Number));
      if (last > 0) await changeLog.trimChanges?.(String(last));
    },
    leave() {
      readers.delete(name);
    },
  };
}

/** What is recorded in this time under load is booked in one transaction: a fifth less CPU a sale than one by one. */
const MIN_BATCH_INTERVAL_MILLISECONDS = 10;
/** As the stream mapping on AWS: a few tries, then the sweep. */
const TRIES_MAX = 5;
const RETRY_MILLISECONDS = 100;

export function startBookReader(changeLog: ChangeLog, context: BookingContext, log: Log): BookReader {
  const handle = (changes: readonly Change[]) => bookWithRetries(context, changes, log);
  return startReader(changeLog, {
    name: "book",
    filter: BOOK_FILTER,
    handle,
    minBatchIntervalMilliseconds: MIN_BATCH_INTERVAL_MILLISECONDS,
  });
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
