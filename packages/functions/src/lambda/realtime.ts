import { gatewayConnections } from "../realtime/gateway.ts";
import { createRealtime, type Realtime } from "../realtime/realtime.ts";
import type { Parts } from "./parts.ts";

/** What the functions that speak to open sockets share. */
export function makeRealtime({ settings, table, realtimeTable, clock, log, meter }: Parts): Realtime {
  return createRealtime({
    table,
    realtime: realtimeTable(),
    clock,
    log,
    introspection: settings.introspection,
    connections: meter.connections(gatewayConnections({ endpoint: settings.socketEndpoint })),
  });
}
