import type { Connections } from "./port.ts";

/** The sockets that API Gateway holds. One client for all of a function's life, so that its TLS connections are kept. */
export function gatewayConnections(options: { readonly endpoint: string }): Connections {
  let opened: ReturnType<typeof open> | undefined;
  // Loaded by whoever has something to say: a connection that opens has not, and mostly nobody listens.
  const gateway = () => {
    opened ??= open(options.endpoint);
    return opened;
  };
  return {
    async post(connectionId, text) {
      const { client, sdk } = await gateway();
      try {
        await client.send(new sdk.PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(text) }));
        return "sent";
      } catch (error) {
        if (error instanceof sdk.GoneException) return "gone";
        throw error;
      }
    },
    async close(connectionId) {
      const { client, sdk } = await gateway();
      try {
        await client.send(new sdk.DeleteConnectionCommand({ ConnectionId: connectionId }));
      } catch (error) {
        if (!(error instanceof sdk.GoneException)) throw error;
      }
    },
  };
}

async function open(endpoint: string) {
  const sdk = await import("@aws-sdk/client-apigatewaymanagementapi");
  return { sdk, client: new sdk.ApiGatewayManagementApiClient({ endpoint, maxAttempts: 3 }) };
}
