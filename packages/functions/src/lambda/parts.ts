import type { BookingContext } from "@pos/core/ledger/index.ts";
import { createDynamoTable } from "@pos/core/table/dynamo.ts";
import { createDynamoClient } from "@pos/core/table/dynamo-client.ts";
import type { Table } from "@pos/core/table/port.ts";
import { books } from "../books.ts";
import { systemClock } from "../clock.ts";
import type { Log } from "../graphql/errors.ts";
import { type CloudSettings, readCloudSettings } from "../settings.ts";

/**
 * What every function on Lambda is made of. Made once when its process starts, so that clients and their connections are kept
 * for all events that follow.
 */
export interface Parts {
  readonly settings: CloudSettings;
  readonly table: Table;
  /** Connections and subscriptions: a table of their own. */
  readonly realtimeTable: () => Table;
  readonly booking: BookingContext;
  readonly clock: typeof systemClock;
  readonly log: Log;
}

export function makeParts(): Parts {
  const settings = readCloudSettings();
  const client = createDynamoClient(settings.dynamo);
  const table = createDynamoTable({ client, tableName: settings.tableName });
  return {
    settings,
    table,
    realtimeTable: () => createDynamoTable({ client, tableName: settings.realtimeTableName }),
    booking: { table, clock: systemClock, books },
    clock: systemClock,
    log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  };
}
