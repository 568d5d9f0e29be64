import { gatewayConnections } from "../realtime/gateway.ts";
import { createSocketHandler } from "../realtime/handler.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { makeParts } from "./parts.ts";

const { settings, table, realtimeTable, clock, log } = makeParts();

/** Subscriptions, behind the routes of a WebSocket API. */
export const handler = createSocketHandler(
  createRealtime({
    table,
    realtime: realtimeTable(),
    clock,
    log,
    introspection: settings.introspection,
    connections: gatewayConnections({ endpoint: settings.socketEndpoint }),
  }),
);
