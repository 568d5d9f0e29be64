import type { Server } from "node:http";
import type { Clock } from "@pos/core/base/context.ts";
import type { ChangeLog } from "@pos/core/table/engine.ts";
import type { Change, Table } from "@pos/core/table/port.ts";
import type { execute } from "graphql";
import type { Log } from "../graphql/errors.ts";
import type { TopicKind } from "../realtime/events.ts";
import { createSocketHandler } from "../realtime/handler.ts";
import type { Connections } from "../realtime/port.ts";
import { createPublisher, PUBLISH_FILTER } from "../realtime/publish.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { type LogReader, startReader } from "./reader.ts";
import type { Sockets } from "./sockets.ts";

/** What becomes of the sockets that this process holds: who subscribes is registered and replayed to here. */
export interface Subscriptions {
  /** From now on sockets are taken. */
  readonly open: (server: Pick<Server, "on">) => void;
  /** Hands entries to their subscribers, whoever holds their sockets. Answers what somebody listened to. */
  readonly publish: Publish;
  /** Ends every connection, so that clients come back to whoever serves then. */
  readonly close: () => Promise<void>;
}

type Publish = (changes: readonly Change[]) => Promise<ReadonlySet<TopicKind>>;

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
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { table, realtimeTable, clock, log, introspection, sockets, run } = options;
  const realtime = createRealtime({
    ...{ table, realtime: realtimeTable, clock, log, introspection },
    ...{ connections: options.connections ?? sockets.connections, ...(run ? { run } : {}) },
  });
  const replays = new Set<Promise<void>>();
  const handler = createSocketHandler(realtime, {
    async beginReplay(replay) {
      const running = replay();
      replays.add(running);
      void running.finally(() => replays.delete(running));
    },
  });
  return {
    publish: createPublisher(realtime),
    open: (server) => sockets.open(server, handler),
    async close() {
      await sockets.close();
      await Promise.all(replays);
    },
  };
}

/** Subscribers of a busy shop get what happened in this time in one go: it costs the machine that sells a fraction. */
const APART_MILLISECONDS = 25;
/** Where all who listen only want to know that something was booked: they are told twice a second, however much is sold. */
const HINTS_APART_MILLISECONDS = 500;
/** Whoever was told of single events listens to them, also while it is others that sell. */
const EVENTS_REMEMBERED_MILLISECONDS = 60_000;

/** @param fromTip what was written before the start is none of its business */
export function startPublishReader(
  changeLog: ChangeLog,
  { fromTip, publish }: { readonly fromTip: boolean; readonly publish: Publish },
): LogReader {
  let apart = APART_MILLISECONDS;
  let eventsHeardAt = Number.NEGATIVE_INFINITY;
  return startReader(changeLog, {
    ...{ name: "publish", filter: PUBLISH_FILTER, fromTip },
    async handle(changes) {
      const heard = await publish(changes);
      const now = performance.now();
      if (heard.has("sale") || heard.has("stock")) eventsHeardAt = now;
      else if (heard.size > 0 && now - eventsHeardAt > EVENTS_REMEMBERED_MILLISECONDS) apart = HINTS_APART_MILLISECONDS;
    },
    apartMilliseconds() {
      const milliseconds = apart;
      apart = APART_MILLISECONDS;
      return milliseconds;
    },
  });
}
