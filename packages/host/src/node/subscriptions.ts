import type { Server } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import type { ChangeLog } from "@pos/core/table/port/engine.ts";
import type { Change, Table } from "@pos/core/table/port/port.ts";
import { createPublisher, PUBLISH_FILTER } from "@pos/functions/jobs/publish.ts";
import { createThrottle, type Throttle, UNTHROTTLED } from "@pos/functions/jobs/throttle.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createSocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import { createRealtime } from "@pos/functions/realtime/realtime.ts";
import type { execute } from "graphql";
import { type LogReader, startReader } from "./reader.ts";
import type { Sockets } from "./sockets.ts";

/** What becomes of the sockets that this process holds: who subscribes is registered and replayed to here. */
export interface Subscriptions {
  /** From now on sockets are taken. */
  readonly open: (server: Pick<Server, "on">) => void;
  /** Hands entries to their subscribers, whoever holds their sockets. */
  readonly publish: (changes: readonly Change[]) => Promise<void>;
  /** Ends every connection, so that clients come back to whoever serves then. */
  readonly close: () => Promise<void>;
}

export interface SubscriptionsOptions {
  readonly table: Table;
  /** Who is connected. */
  readonly realtimeTable: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly introspection: boolean;
  readonly sockets: Sockets;
  /** Default: those of this process. */
  readonly connections?: Connections;
  readonly run?: typeof execute;
  /** Default: none. */
  readonly invalidationIntervalMilliseconds?: number;
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { table, realtimeTable, clock, log, introspection, sockets, run, invalidationIntervalMilliseconds } = options;
  const realtime = createRealtime({
    ...{ table, realtime: realtimeTable, clock, log, introspection },
    ...{ connections: options.connections ?? sockets.connections, ...(run ? { run } : {}) },
  });
  const onError = (error: unknown) => log({ level: "error", event: "publish", error: describe(error) });
  const throttle: Throttle =
    invalidationIntervalMilliseconds === undefined
      ? UNTHROTTLED
      : createThrottle({ intervalMilliseconds: invalidationIntervalMilliseconds, onError });
  const replays = new Set<Promise<void>>();
  const handler = createSocketHandler(realtime, {
    async beginReplay(replay) {
      const running = replay();
      replays.add(running);
      void running.finally(() => replays.delete(running));
    },
  });
  return {
    publish: createPublisher(realtime, { throttle }),
    open: (server) => sockets.open(server, handler),
    async close() {
      throttle.close();
      await sockets.close();
      await Promise.all(replays);
    },
  };
}

/** Subscribers of a busy shop get what happened in this time in one go: it costs the machine that sells a fraction. */
const APART_MILLISECONDS = 25;

/** @param fromTip what was written before the start is none of its business */
export function startPublishReader(
  changeLog: ChangeLog,
  { fromTip, publish }: { readonly fromTip: boolean; readonly publish: (changes: readonly Change[]) => Promise<void> },
): LogReader {
  const rest = { fromTip, apartMilliseconds: APART_MILLISECONDS };
  return startReader(changeLog, { name: "publish", filter: PUBLISH_FILTER, handle: publish, ...rest });
}
