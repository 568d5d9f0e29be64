import { BEHIND_GATEWAY } from "../api/origin.ts";
import { gatewayConnections } from "../realtime/gateway.ts";
import { createRealtime, type Realtime } from "../realtime/realtime.ts";
import type { Dependencies } from "./dependencies.ts";

/** Dependencies of the functions that send to open sockets. */
export function createLambdaRealtime({ settings, table, realtimeTable, clock, log, meter }: Dependencies): Realtime {
  return createRealtime({
    table,
    realtime: realtimeTable(),
    clock,
    log,
    introspection: settings.introspection,
    reach: BEHIND_GATEWAY,
    connections: meter.connections(gatewayConnections({ endpoint: settings.socketEndpoint })),
  });
}
