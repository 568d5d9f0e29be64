import type { Operations } from "@pos/core/table/dynamodb/client.ts";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import type { Call, Place } from "./send.ts";

/** The client as the product uses it. */
export function createCall({ region, credentials, endpoint }: Place): Call {
  const client = createDynamoClient({ region, credentials, endpoint });
  return (_, input) => client.call("PutItem", input as Operations["PutItem"][0]);
}
