import type { Clock } from "@pos/core/base/context.ts";
import type { BookingContext } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "@pos/functions/platform/log.ts";

/** The environment of a command, independent of where data is stored. */
export interface System {
  readonly table: Table;
  readonly clock: Clock;
  readonly booking: BookingContext;
  readonly log: Log;
  /** Books what is recorded here. */
  readonly reader: { readonly caughtUp: () => Promise<void> };
  /** Files that commands leave for the operator go here. */
  readonly folder: { readonly path: string };
  /**
   * Runs the work while no process books; facts recorded meanwhile are booked afterwards.
   * @throws CommandFailed if booking cannot be stopped
   */
  readonly whileBookingIsPaused: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits for work in progress. */
  readonly close: () => Promise<void>;
}
