import type { Clock } from "@pos/core/base/context.ts";
import type { BookingContext } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "@pos/functions/platform/log.ts";

/** What commands work on, wherever it is stored. */
export interface System {
  readonly table: Table;
  readonly clock: Clock;
  readonly booking: BookingContext;
  readonly log: Log;
  /** Books what is recorded here. */
  readonly reader: { readonly caughtUp: () => Promise<void> };
  /** For what a command leaves for a person. */
  readonly folder: { readonly path: string };
  /** Nobody else books meanwhile; what is recorded is booked afterwards. @throws CommandFailed when that cannot be had */
  readonly whileNothingIsBooked: <T>(work: () => Promise<T>) => Promise<T>;
  /** Finishes what is under way. */
  readonly close: () => Promise<void>;
}
