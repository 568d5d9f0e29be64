import type { Connections } from "./port.ts";

/** Connections through API Gateway. One client for the life of the function, so that its TLS connections are reused. */
export function gatewayConnections(options: { readonly endpoint: string }): Connections {
  let opened: ReturnType<typeof open> | undefined;
  // Loaded on first use: opening a connection sends nothing, and most events have no subscriber.
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
