import type { Clock } from "@pos/core/base/context.ts";
import type { BookingContext } from "@pos/core/ledger/index.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { renewRecords } from "@pos/functions/jobs/renew.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { yielding } from "@pos/functions/platform/yielding.ts";

export interface Ticking {
  readonly booking: BookingContext;
  readonly clock: Clock;
  readonly log: Log;
  /** Not beside what must not be booked beside. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether this host may do the work now. Default: always. */
  readonly isMine?: () => boolean;
  /** Deletes what has expired, where the table does not do so by itself. */
  readonly purge?: (nowSeconds: number) => Promise<unknown>;
}

const EVERY_MILLISECONDS = 60_000;

/**
 * Runs the sweep and the deletion of expired items every minute.
 * @returns stops it; a sweep that is running ends after its current booking
 */
export function startTicking(ticking: Ticking): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isStopped = false;
  const isCancelled = () => isStopped || ticking.isMine?.() === false;
  const timer = setInterval(() => {
    // One that takes longer than its time is not to be followed by all that fell due meanwhile.
    running ??= tick(ticking, isCancelled).finally(() => {
      running = undefined;
    });
  }, EVERY_MILLISECONDS);
  timer.unref();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
  };
}

async function tick({ booking, clock, log, exclusively, purge }: Ticking, isCancelled: () => boolean): Promise<void> {
  // The timer of a host that was suspended fires when it resumes, before the host has noticed that its term is over.
  if (isCancelled()) return;
  try {
    const swept = await exclusively(() => reconcile({ ...booking, table: yielding(booking.table) }, { isCancelled }));
    const { booked, failed } = swept;
    if (booked + failed > 0) log({ level: failed > 0 ? "error" : "warn", event: "sweep", ...swept });
  } catch (error) {
    log({ level: "error", event: "sweep", error: describe(error) });
  }
  try {
    const { renewed, doubles } = await exclusively(() =>
      renewRecords({ ...booking, table: yielding(booking.table) }, isCancelled),
    );
    if (renewed > 0) log({ level: doubles > 0 ? "warn" : "info", event: "renewal", renewed, doubles });
  } catch (error) {
    log({ level: "error", event: "renewal", error: describe(error) });
  }
  try {
    await purge?.(Math.floor(Date.parse(clock.now()) / 1000));
  } catch (error) {
    log({ level: "error", event: "purge", error: describe(error) });
  }
}
