import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

const WAIT_SECONDS_MAX = 60;

/** The table as the deployment makes it, for a DynamoDB on one's own machine. Made already: nothing happens. */
export async function createTableIfAbsent(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(tableRequest(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: WAIT_SECONDS_MAX, minDelay: 1 }, { TableName: tableName });
  const { TimeToLiveDescription: now } = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  if (now?.TimeToLiveStatus === "ENABLED" || now?.TimeToLiveStatus === "ENABLING") return;
  const specification = { AttributeName: "ttl", Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification: specification }));
}

function tableRequest(tableName: string) {
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
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  } as const;
}

function keySchema(partition: string, sort: string) {
  return [{ AttributeName: partition, KeyType: "HASH" } as const, { AttributeName: sort, KeyType: "RANGE" } as const];
}
