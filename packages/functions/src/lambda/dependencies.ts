import type { BookingContext } from "@pos/core/ledger/index.ts";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { books } from "../books.ts";
import { systemClock } from "../platform/clock.ts";
import { type CloudSettings, readCloudSettings } from "../platform/settings.ts";
import { type Observation, observe } from "./observe/observe.ts";

/**
 * The dependencies of every function on Lambda. Created once per process, so that clients and their connections are
 * reused by later events.
 */
export interface Dependencies extends Observation {
  readonly settings: CloudSettings;
  readonly table: Table;
  /** Connections and subscriptions are in a separate table. */
  readonly realtimeTable: () => Table;
  readonly booking: BookingContext;
  readonly clock: typeof systemClock;
}

/** @param name the function's name in its log lines and metrics */
export function createDependencies(name: string): Dependencies {
  const settings = readCloudSettings();
  const observation = observe({ name, stage: settings.stage });
  const client = createDynamoClient(settings.dynamo);
  const tableNamed = (tableName: string) => observation.meter.table(createDynamoTable({ client, tableName }));
  const table = tableNamed(settings.tableName);
  return {
    ...observation,
    settings,
    table,
    realtimeTable: () => tableNamed(settings.realtimeTableName),
    booking: { table, clock: systemClock, books },
    clock: systemClock,
  };
}
