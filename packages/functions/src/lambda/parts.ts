import type { BookingContext } from "@pos/core/ledger/index.ts";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { books } from "../books.ts";
import { systemClock } from "../platform/clock.ts";
import { type CloudSettings, readCloudSettings } from "../platform/settings.ts";
import { type Observation, observe } from "./observe/observe.ts";

/**
 * What every function on Lambda is made of. Made once when its process starts, so that clients and their connections are kept
 * for all events that follow.
 */
export interface Parts extends Observation {
  readonly settings: CloudSettings;
  readonly table: Table;
  /** Connections and subscriptions: a table of their own. */
  readonly realtimeTable: () => Table;
  readonly booking: BookingContext;
  readonly clock: typeof systemClock;
}

/** @param name of the function, as its lines and metrics name it */
export function makeParts(name: string): Parts {
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
