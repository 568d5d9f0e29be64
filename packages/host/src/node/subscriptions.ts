import type { Server } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import type { ChangeLog } from "@pos/core/table/port/engine.ts";
import type { Change, Table } from "@pos/core/table/port/port.ts";
import { type Credential, knownBy } from "@pos/functions/api/context.ts";
import type { Endings } from "@pos/functions/api/endings.ts";
import { DIRECT, type Reach } from "@pos/functions/api/origin.ts";
import { createPublisher, PUBLISH_FILTER } from "@pos/functions/jobs/publish.ts";
import { createThrottle, type Throttle, UNTHROTTLED } from "@pos/functions/jobs/throttle.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createSocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import { createRealtime } from "@pos/functions/realtime/realtime.ts";
import type { execute } from "graphql";
import { type ChangeLogReader, startReader } from "./reader.ts";
import type { Sockets } from "./sockets.ts";

/** Manages the sockets of this process: registers subscriptions, replays missed events and publishes new ones. */
export interface Subscriptions {
  /** Starts to accept socket connections. */
  readonly open: (server: Pick<Server, "on">) => void;
  /** Publishes changes to their subscribers, including those connected to other hosts. */
  readonly publish: (changes: readonly Change[]) => Promise<void>;
  /** Closes every connection; clients reconnect to a running host. */
  readonly close: () => Promise<void>;
}

export interface SubscriptionsOptions {
  readonly table: Table;
  /** Stores the open connections and their subscriptions. */
  readonly realtimeTable: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly introspection: boolean;
  /** How clients reach this process. Default: directly, without TLS. */
  readonly reach?: Reach;
  readonly sockets: Sockets;
  /** Where the API of this process reports credentials that end. */
  readonly endings: Endings;
  /** Default: those of this process. */
  readonly connections?: Connections;
  readonly run?: typeof execute;
  /** The least time between two invalidation events of a location. Default: not throttled. */
  readonly invalidationIntervalMilliseconds?: number;
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { table, realtimeTable, clock, log, introspection, sockets, endings, run, invalidationIntervalMilliseconds } =
    options;
  const { reach = DIRECT } = options;
  const realtime = createRealtime({
    ...{ table, realtime: realtimeTable, clock, log, introspection, endings },
    ...{ connections: options.connections ?? sockets.connections, ...(run ? { run } : {}) },
    reach,
  });
  const onError = (error: unknown) => log({ level: "error", event: "publish", error: describe(error) });
  const throttle: Throttle =
    invalidationIntervalMilliseconds === undefined
      ? UNTHROTTLED
      : createThrottle({ intervalMilliseconds: invalidationIntervalMilliseconds, onError });
  const replays = new Set<Promise<void>>();
  const handler = createSocketHandler(realtime, {
    async initialised(connectionId, credential) {
      const known = credential && (await knownBy(table, credential, clock.now()));
      sockets.initialised(connectionId, known && credential && tokenKey(credential));
    },
    async beginReplay(replay) {
      const running = replay();
      replays.add(running);
      void running.finally(() => replays.delete(running));
    },
  });
  return {
    publish: createPublisher(realtime, { throttle }),
    open: (server) => sockets.open(server, handler, reach),
    async close() {
      throttle.close();
      await sockets.close();
      await Promise.all(replays);
    },
  };
}

/** Of a person's session, or of a terminal's own token. */
function tokenKey({ merchantId, sessionId, terminalId }: Credential): string {
  return `${merchantId} ${sessionId ?? terminalId}`;
}

/** Under load, one batch contains the changes of this period, which reduces CPU on the host that records sales. */
const BATCHING_WINDOW_MILLISECONDS = 25;

/** @param fromTip ignores changes written before the start */
export function startPublishReader(
  changeLog: ChangeLog,
  { fromTip, publish }: { readonly fromTip: boolean; readonly publish: (changes: readonly Change[]) => Promise<void> },
): ChangeLogReader {
  const timing = { fromTip, minBatchIntervalMilliseconds: BATCHING_WINDOW_MILLISECONDS };
  return startReader(changeLog, { name: "publish", filter: PUBLISH_FILTER, handle: publish, ...timing });
}
