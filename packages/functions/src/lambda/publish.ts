import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { gatewayConnections } from "../realtime/gateway.ts";
import { createPublisher } from "../realtime/publish.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { makeParts } from "./parts.ts";
import { changesOf } from "./stream.ts";

const { settings, table, realtimeTable, clock, log } = makeParts();
const publish = createPublisher(
  createRealtime({
    table,
    realtime: realtimeTable(),
    clock,
    log,
    introspection: settings.introspection,
    connections: gatewayConnections({ endpoint: settings.socketEndpoint }),
  }),
);

/** Hands the entries that the table's stream carries to their subscribers. Delivery is at most once: nothing fails the batch. */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  await publish(changesOf(event).changes);
  return { batchItemFailures: [] };
}
