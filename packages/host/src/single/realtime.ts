import type { Server } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Endings } from "@pos/functions/api/endings.ts";
import type { Reach } from "@pos/functions/api/origin.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import type { execute } from "graphql";
import { createSockets, type SocketLimits } from "../node/sockets.ts";
import { createSubscriptions, startPublishReader } from "../node/subscriptions.ts";

/** Realtime on one machine: the sockets, the connections (in memory unless a table is given), and the publisher. */
export interface RealtimeServer {
  /** Resolves when everything booked before the call was sent to subscribers; invalidation events may follow. */
  readonly caughtUp: () => Promise<void>;
  readonly connectionCount: () => number;
  /** Ends all connections, so that clients reconnect to the next server. */
  readonly close: () => Promise<void>;
}

export interface RealtimeServerOptions {
  readonly engine: LocalEngine;
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly introspection: boolean;
  /** How clients reach the server. Default: directly, without TLS. */
  readonly reach?: Reach;
  readonly endings: Endings;
  /** The server that also accepts sockets at /graphql. */
  readonly server: Pick<Server, "on">;
  readonly limits?: Partial<SocketLimits>;
  /** The table of connections. Default: in memory. */
  readonly realtimeTable?: Table;
  readonly run?: typeof execute;
}

/**
 * Throttles invalidation events to two per second and location. When the process ends, clients with a deferred event
 * reconnect and resume.
 */
const INVALIDATION_INTERVAL_MILLISECONDS = 500;
const PURGE_MILLISECONDS = 60_000;
const PURGE_MAX = 10_000;

/** Accepts sockets once the publisher is at the end of the log, so that a subscriber receives every later event. */
export async function startRealtimeServer(options: RealtimeServerOptions): Promise<RealtimeServer> {
  const { engine, table, clock, log, introspection, endings, server, limits, run } = options;
  const memory = createMemoryTable({ streamFilter: [] });
  const sockets = createSockets({ log, ...(limits ? { limits } : {}) });
  const subscriptions = createSubscriptions({
    ...{ table, realtimeTable: options.realtimeTable ?? memory.table, clock, log, introspection, endings },
    ...(options.reach ? { reach: options.reach } : {}),
    ...{ sockets, ...(run ? { run } : {}), invalidationIntervalMilliseconds: INVALIDATION_INTERVAL_MILLISECONDS },
  });
  const reader = startPublishReader(engine, {
    fromTip: true,
    // Without connections nothing needs to be read: new subscribers start at their ledger's head.
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
