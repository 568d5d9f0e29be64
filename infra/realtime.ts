import { worker } from "./function";
import { type Grant, READ, realtimeGrants, tableGrants } from "./grants";
import { account, region, settings } from "./settings";
import { realtimeTable, table } from "./table";

/** The stage's name is part of the path: CloudFront passes /live through unchanged. */
export const STAGE = "live";

export const sockets = new sst.aws.ApiGatewayWebSocket("Sockets", {
  transform: {
    accessLog: { retentionInDays: settings.logDays },
    stage: {
      name: STAGE,
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingBurstLimit: settings.isPersonal ? 100 : 1000,
        throttlingRateLimit: settings.isPersonal ? 50 : 500,
      },
    },
  },
});

/** The endpoint for sending to open sockets. */
export const socketEndpoint = sockets.managementEndpoint;

export const socketGrants: Grant[] = [
  {
    actions: ["execute-api:ManageConnections"],
    resources: [
      $interpolate`arn:aws:execute-api:${region}:${account}:${sockets.nodes.api.id}/${STAGE}/*/@connections/*`,
    ],
  },
];

/** Checks only the handshake and reads no table, so it needs no permissions. */
const authorize = worker("authorize", { memory: "256 MB", timeoutSeconds: 5 });

const socket = worker("socket", {
  memory: "1024 MB",
  timeoutSeconds: 28,
  environment: {
    POS_TABLE: table.name,
    POS_STAGE: $app.stage,
    POS_REALTIME_TABLE: realtimeTable.name,
    POS_SOCKET_ENDPOINT: socketEndpoint,
  },
  grants: [...tableGrants({ actions: READ, indexes: ["gsi1", "gsi2"] }), ...realtimeGrants(), ...socketGrants],
});

const authorizer = new aws.apigatewayv2.Authorizer("SocketsAuthorizer", {
  apiId: sockets.nodes.api.id,
  name: "handshake",
  authorizerType: "REQUEST",
  authorizerUri: authorize.fn.nodes.function.invokeArn,
  // No identity source: authorization must not depend on how a proxy spells a header's name.
});

new aws.lambda.Permission("SocketsAuthorizerPermission", {
  action: "lambda:InvokeFunction",
  function: authorize.fn.name,
  principal: "apigateway.amazonaws.com",
  sourceArn: $interpolate`${sockets.nodes.api.executionArn}/authorizers/${authorizer.id}`,
});

sockets.route("$connect", socket.arn, { auth: { lambda: authorizer.id } });
sockets.route("$default", socket.arn);
sockets.route("$disconnect", socket.arn);
