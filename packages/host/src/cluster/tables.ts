import { allMerchants } from "@pos/core/people/directory/index.ts";
import { createDynamoClient, type DynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent, type FoundTable, findTable } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoStream } from "@pos/core/table/dynamodb/stream.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { ChangeStream, StreamFilter, Table } from "@pos/core/table/port/port.ts";
import type { TableSettings } from "@pos/functions/platform/settings.ts";

/** The tables shared by the hosts over one DynamoDB. */
export interface Tables {
  readonly table: Table;
  /** Connections, the hosts' registry, the lease and the consumers' checkpoints. */
  readonly realtime: Table;
  /** The table's changes with these sort key prefixes; one stream per consumer. */
  readonly stream: (filter: StreamFilter) => ChangeStream;
  readonly close: () => void;
}

/** The tables cannot be used; the message explains the fix. */
export class TablesUnusable extends Error {
  override readonly name = "TablesUnusable";
}

/**
 * @param options.create creates missing tables on a self-hosted DynamoDB; on AWS the deployment creates them
 * @throws TablesUnusable
 */
export async function openTables(settings: TableSettings, options: { readonly create: boolean }): Promise<Tables> {
  const { dynamo, tableName, realtimeTableName } = settings;
  const client = createDynamoClient(dynamo);
  const isOwn = dynamo.endpoint !== undefined;
  try {
    if (isOwn && options.create) {
      await createTableIfAbsent(client, tableName);
      await createTableIfAbsent(client, realtimeTableName, false);
    }
    const where = isOwn ? `at ${dynamo.endpoint}` : `in ${dynamo.region}`;
    const found = await findUsable(client, tableName, { where, setting: "POS_TABLE" });
    await findUsable(client, realtimeTableName, { where, setting: "POS_REALTIME_TABLE" });
    const missing = ["gsi1", "gsi2"].filter((name) => !found.indexes.includes(name));
    if (missing.length > 0)
      throw new TablesUnusable(
        `The table ${tableName} ${where} has no index ${missing.join(" and ")}: it is not one of this program's.`,
      );
    if (!found.hasStream)
      throw new TablesUnusable(
        `The table ${tableName} ${where} has no change stream with new and old images: without it nothing that is sold is booked. Switch it on (docs/deploy-hosts.md).`,
      );
  } catch (error) {
    client.destroy();
    throw error instanceof TablesUnusable ? error : explained(error, settings);
  }
  return {
    table: createDynamoTable({ client, tableName }),
    realtime: createDynamoTable({ client, tableName: realtimeTableName }),
    stream: (streamFilter) => createDynamoStream({ ...dynamo, tableName, streamFilter }),
    close: () => client.destroy(),
  };
}

/** Whether no merchant has signed up yet. */
export async function isEmpty({ table }: Pick<Tables, "table">): Promise<boolean> {
  for await (const _ of allMerchants(table)) return false;
  return true;
}

async function findUsable(
  client: DynamoClient,
  tableName: string,
  { where, setting }: { readonly where: string; readonly setting: string },
): Promise<FoundTable> {
  const found = await findTable(client, tableName);
  if (found?.isActive) return found;
  const state = found ? "is not ready yet" : "is not there";
  throw new TablesUnusable(
    `The table ${tableName} ${where} ${state}: set ${setting} to its name, or make it first (docs/deploy-hosts.md).`,
  );
}

/** Explains errors of connection, keys and permissions to the operator who starts the program. */
function explained(error: unknown, { dynamo }: TableSettings): Error {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = dynamo.endpoint ?? `DynamoDB in ${dynamo.region}`;
  return new TablesUnusable(
    `${where} cannot be used (${reason}). Is it there, and do AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a role give access?`,
    { cause: error },
  );
}
