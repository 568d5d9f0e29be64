import type { Clock } from "@pos/core/base/context.ts";
import type { BookingContext } from "@pos/core/ledger/index.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { yielding } from "@pos/functions/platform/yielding.ts";

export interface Ticking {
  readonly booking: BookingContext;
  readonly clock: Clock;
  readonly log: Log;
  /** Not beside what must not be booked beside. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Deletes what has expired, where the table does not do so by itself. */
  readonly purge?: (nowSeconds: number) => Promise<unknown>;
}

const EVERY_MILLISECONDS = 60_000;

/** What runs by the clock: the sweep, and the deletion of what has expired. Answers how to end it. */
export function startTicking(ticking: Ticking): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    // One that takes longer than its time is not to be followed by all that fell due meanwhile.
    running ??= tick(ticking).finally(() => {
      running = undefined;
    });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function tick({ booking, clock, log, exclusively, purge }: Ticking): Promise<void> {
  try {
    const swept = await exclusively(() => reconcile({ ...booking, table: yielding(booking.table) }));
    const { booked, failed } = swept;
    if (booked + failed > 0) log({ level: failed > 0 ? "error" : "warn", event: "sweep", ...swept });
  } catch (error) {
    log({ level: "error", event: "sweep", error: describe(error) });
  }
  try {
    await purge?.(Math.floor(Date.parse(clock.now()) / 1000));
  } catch (error) {
    log({ level: "error", event: "purge", error: describe(error) });
  }
}
