import { setTimeout as sleep } from "node:timers/promises";
import type { DynamoClient, Operations } from "./client.ts";
import { DynamoFailure } from "./failures.ts";

const WAIT_SECONDS_MAX = 60;
const POLL_MILLISECONDS = 500;

/**
 * Creates the table with the deployment's schema, for a self-hosted DynamoDB. Does nothing if the table exists.
 * @param hasStream false for the realtime table, whose changes have no consumer
 */
export async function createTableIfAbsent(client: DynamoClient, tableName: string, hasStream = true): Promise<void> {
  try {
    await client.call("CreateTable", tableRequest(tableName, hasStream));
  } catch (error) {
    if (!(error instanceof DynamoFailure) || error.name !== "ResourceInUseException") throw error;
  }
  await untilActive(client, tableName);
  const { TimeToLiveDescription: now } = await client.call("DescribeTimeToLive", { TableName: tableName });
  if (now?.TimeToLiveStatus === "ENABLED" || now?.TimeToLiveStatus === "ENABLING") return;
  const specification = { AttributeName: "ttl", Enabled: true };
  await client.call("UpdateTimeToLive", { TableName: tableName, TimeToLiveSpecification: specification });
}

export interface FoundTable {
  readonly isActive: boolean;
  /** The stream contains the old and the new image. */
  readonly hasStream: boolean;
  readonly indexes: readonly string[];
}

/** @returns the table's state, or undefined if there is no such table */
export async function findTable(client: DynamoClient, tableName: string): Promise<FoundTable | undefined> {
  try {
    const { Table: found } = await client.call("DescribeTable", { TableName: tableName });
    return {
      isActive: found?.TableStatus === "ACTIVE" || found?.TableStatus === "UPDATING",
      hasStream:
        found?.StreamSpecification?.StreamEnabled === true &&
        found.StreamSpecification.StreamViewType === "NEW_AND_OLD_IMAGES",
      indexes: (found?.GlobalSecondaryIndexes ?? []).map(({ IndexName: name = "" }) => name),
    };
  } catch (error) {
    if (error instanceof DynamoFailure && error.name === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

async function untilActive(client: DynamoClient, tableName: string): Promise<void> {
  for (let waited = 0; waited < WAIT_SECONDS_MAX * 1000; waited += POLL_MILLISECONDS) {
    const { Table: described } = await client.call("DescribeTable", { TableName: tableName });
    if (described?.TableStatus === "ACTIVE") return;
    await sleep(POLL_MILLISECONDS);
  }
  throw new Error(`The table ${tableName} was not ready within ${WAIT_SECONDS_MAX} seconds: try again later`);
}

function tableRequest(tableName: string, hasStream: boolean): Operations["CreateTable"][0] {
  const attributes = ["pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"];
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: attributes.map((name) => ({ AttributeName: name, AttributeType: "S" }) as const),
    KeySchema: keySchema("pk", "sk"),
    GlobalSecondaryIndexes: (["gsi1", "gsi2"] as const).map((name) => ({
      IndexName: name,
      KeySchema: keySchema(`${name}pk`, `${name}sk`),
      Projection: { ProjectionType: "KEYS_ONLY" } as const,
    })),
    StreamSpecification: hasStream
      ? { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" }
      : { StreamEnabled: false },
  };
}

function keySchema(partition: string, sort: string) {
  return [{ AttributeName: partition, KeyType: "HASH" } as const, { AttributeName: sort, KeyType: "RANGE" } as const];
}
