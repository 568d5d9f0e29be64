import type { Server } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import type { execute } from "graphql";
import { createSockets, type SocketLimits } from "../node/sockets.ts";
import { createSubscriptions, startPublishReader } from "../node/subscriptions.ts";

/** Subscriptions on one machine: the sockets, who is connected (which ends with the process), and the reader that publishes. */
export interface Live {
  /** Resolves when everything that was booked before the call has been handed to its subscribers; hints may follow. */
  readonly caughtUp: () => Promise<void>;
  readonly connectionCount: () => number;
  /** Ends every connection, so that clients come back to whoever serves next. */
  readonly close: () => Promise<void>;
}

export interface LiveOptions {
  readonly engine: LocalEngine;
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly introspection: boolean;
  /** The server whose path /graphql also takes sockets. */
  readonly server: Pick<Server, "on">;
  readonly limits?: Partial<SocketLimits>;
  /** Who is connected, when not in memory. */
  readonly realtimeTable?: Table;
  readonly run?: typeof execute;
}

/** Pages of a location are told twice a second, however much is sold. Who is put off here comes back if the process ends. */
const HINTS_APART_MILLISECONDS = 500;
const PURGE_MILLISECONDS = 60_000;
const PURGE_MAX = 10_000;

/** Takes sockets once the reader stands where the log ends: whoever subscribes then is told of all that comes. */
export async function startLive(options: LiveOptions): Promise<Live> {
  const { engine, table, clock, log, introspection, server, limits, run } = options;
  const memory = createMemoryTable({ streamFilter: [] });
  const sockets = createSockets({ log, ...(limits ? { limits } : {}) });
  const subscriptions = createSubscriptions({
    ...{ table, realtimeTable: options.realtimeTable ?? memory.table, clock, log, introspection },
    ...{ sockets, ...(run ? { run } : {}), hintsApartMilliseconds: HINTS_APART_MILLISECONDS },
  });
  const reader = startPublishReader(engine, {
    fromTip: true,
    // Where nobody is connected, nothing is so much as read: whoever comes begins at the head of his ledger.
    publish: async (changes) => {
      if (sockets.count() > 0) await subscriptions.publish(changes);
    },
  });
  await reader.caughtUp();
  subscriptions.open(server);
  const timer = setInterval(
    () => void memory.purgeExpired(instantMilliseconds(clock.now()) / 1000, PURGE_MAX),
    PURGE_MILLISECONDS,
  );
  timer.unref();
  return {
    caughtUp: reader.caughtUp,
    connectionCount: sockets.count,
    async close() {
      clearInterval(timer);
      await subscriptions.close();
      await reader.stop();
    },
  };
}
