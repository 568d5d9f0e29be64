import { worker } from "./function";
import { type Grant, READ, realtimeGrants, tableGrants } from "./grants";
import { account, region, settings } from "./settings";
import { realtimeTable, table } from "./table";

/** The stage's name is a path here: CloudFront hands /live on as it comes, and finds it. */
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

/** Where texts for open sockets are handed in. */
export const socketEndpoint = sockets.managementEndpoint;

export const socketGrants: Grant[] = [
  {
    actions: ["execute-api:ManageConnections"],
    resources: [
      $interpolate`arn:aws:execute-api:${region}:${account}:${sockets.nodes.api.id}/${STAGE}/*/@connections/*`,
    ],
  },
];

/** Looks at the handshake alone and reads no table, so it is allowed nothing. */
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
  // No identity source: how a proxy in front spells a header's name must not decide who is let in.
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
