import { worker } from "./function";
import { READ, tableGrants, WRITE } from "./grants";
import { settings } from "./settings";
import { table } from "./table";

/**
 * GraphQL over HTTP. The function authenticates callers by session cookie or token; the gateway does not. There is no
 * CORS, since the page has the same origin (infra/web.ts) and programs do not need it.
 */
export const graphql = worker("graphql", {
  memory: "1769 MB",
  timeoutSeconds: 28,
  environment: { POS_TABLE: table.name, POS_STAGE: $app.stage },
  grants: tableGrants({
    actions: [...READ, ...WRITE, "dynamodb:ConditionCheckItem"],
    indexes: ["gsi1", "gsi2"],
    directory: true,
  }),
  versions: true,
});

export const api = new sst.aws.ApiGatewayV2("Api", {
  cors: false,
  transform: {
    logGroup: { retentionInDays: settings.logDays },
    stage: {
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingBurstLimit: settings.isPersonal ? 100 : 2000,
        throttlingRateLimit: settings.isPersonal ? 50 : 1000,
      },
    },
  },
});

for (const route of ["POST /graphql", "GET /graphql", "OPTIONS /graphql", "GET /health"]) api.route(route, graphql.arn);
