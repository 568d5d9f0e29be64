import type { Server } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import type { LocalEngine } from "@pos/core/table/engine.ts";
import { createMemoryTable } from "@pos/core/table/memory.ts";
import type { Table } from "@pos/core/table/port.ts";
import type { execute } from "graphql";
import type { Log } from "../graphql/errors.ts";
import { createSocketHandler } from "../realtime/handler.ts";
import { createPublisher, PUBLISH_FILTER } from "../realtime/publish.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { startReader } from "./reader.ts";
import { createSockets, type SocketLimits } from "./sockets.ts";

/** Subscriptions on one machine: the sockets, who is connected (which ends with the process), and the reader that publishes. */
export interface Live {
  /** Resolves when everything that was booked before the call has been handed to its subscribers. */
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

/** Subscribers of a busy shop get what happened in this time in one go: it costs the machine that sells a fraction. */
const APART_MILLISECONDS = 25;
const PURGE_MILLISECONDS = 60_000;
const PURGE_MAX = 10_000;

/** Takes sockets once the reader stands where the log ends: whoever subscribes then is told of all that comes. */
export async function startLive(options: LiveOptions): Promise<Live> {
  const { engine, table, clock, log, introspection, server, limits, run } = options;
  const memory = createMemoryTable({ streamFilter: [] });
  const sockets = createSockets({ log, ...(limits ? { limits } : {}) });
  const realtime = createRealtime({
    ...{ table, realtime: options.realtimeTable ?? memory.table, clock, log, introspection },
    ...{ connections: sockets.connections, ...(run ? { run } : {}) },
  });
  const replays = new Set<Promise<void>>();
  const handler = createSocketHandler(realtime, {
    async beginReplay(replay) {
      const running = replay();
      replays.add(running);
      void running.finally(() => replays.delete(running));
    },
  });
  const publish = createPublisher(realtime);
  const reader = startReader(engine, {
    ...{ name: "publish", filter: PUBLISH_FILTER, fromTip: true, apartMilliseconds: APART_MILLISECONDS },
    // Where nobody is connected, nothing is so much as read: whoever comes begins at the head of his ledger.
    handle: async (changes) => {
      if (sockets.count() > 0) await publish(changes);
    },
  });
  await reader.caughtUp();
  sockets.open(server, handler);
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
      await sockets.close();
      await reader.stop();
      await Promise.all(replays);
    },
  };
}
