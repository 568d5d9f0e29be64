import { randomUUID } from "node:crypto";
import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { books } from "@pos/functions/books.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createPause } from "@pos/functions/platform/pause.ts";
import { CommandFailed } from "../control/command.ts";
import type { System } from "../control/system.ts";
import { startBookReader } from "../node/reader.ts";
import { type Candidate, createCandidate, LEASE_TIMES, type LeaseTimes, type Term } from "./lease.ts";
import { watchRecorded } from "./recorded.ts";
import type { Tables } from "./tables.ts";

export interface TableSystemOptions {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly log: Log;
  /** Files that commands leave for the operator go here. */
  readonly folder: string;
  readonly times?: LeaseTimes;
}

/**
 * Opens the tables for commands, beside hosts or functions that serve from them. Facts recorded here are also booked
 * here, since no other process may be running.
 */
export function openTableSystem({ tables, clock, log, folder, times = LEASE_TIMES }: TableSystemOptions): System {
  const { table, changeLog } = watchRecorded(tables.table);
  const booking = { table, clock, books };
  const reader = startBookReader(changeLog, booking, log);
  return {
    ...{ table, clock, booking, log, reader },
    folder: { path: folder },
    async whileBookingIsPaused(work) {
      const giveBack = await lead(tables.realtime, times, log);
      const resume = await reader.pause();
      try {
        return await work();
      } finally {
        resume();
        await giveBack();
      }
    },
    async close() {
      await reader.caughtUp();
      await reader.stop();
      tables.close();
    },
  };
}

/**
 * Takes the leader's place, so that no host books meanwhile.
 * @returns a function that releases the lease
 * @throws CommandFailed if a host leads
 */
async function lead(realtime: Table, times: LeaseTimes, log: Log): Promise<() => Promise<void>> {
  const candidate = createCandidate(realtime, `command ${randomUUID()}`, times);
  const term = await waitForLease(candidate, times);
  const pause = createPause();
  let isOver = false;
  const renewing = (async () => {
    for (;;) {
      await pause.for(times.renewMilliseconds);
      if (isOver) return;
      await candidate.renew(term).catch((error: unknown) => {
        log({ level: "warn", event: "lease", error: describe(error) });
      });
    }
  })();
  return async () => {
    isOver = true;
    pause.end();
    await renewing;
    await candidate.release(term);
  };
}

/** An abandoned lease can be recognized only after it has been observed unchanged for a while. */
async function waitForLease(candidate: Candidate, times: LeaseTimes): Promise<Term> {
  const pause = createPause();
  for (;;) {
    const term = await candidate.take();
    if (term) return term;
    if (candidate.sawLeader())
      throw new CommandFailed(
        "A host runs on these tables and books what is recorded: stop all hosts first, then run the command again.",
      );
    await pause.for(times.pollMilliseconds / 2);
  }
}
