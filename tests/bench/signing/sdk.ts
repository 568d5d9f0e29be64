import { DynamoDBClient, PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import type { Call, Place } from "./send.ts";

/** Amazon's client with everything settled that it would otherwise look for. */
export function createCall({ region, credentials, endpoint }: Place): Call {
  const client = new DynamoDBClient({
    ...{ region, credentials, endpoint, maxAttempts: 1, retryMode: "standard" },
    ...{ disableHostPrefix: true, accountIdEndpointMode: "disabled", defaultsMode: "standard" },
    requestHandler: { httpAgent: { keepAlive: true } },
  });
  return (_, input) => client.send(new PutItemCommand(input as PutItemCommandInput));
}
