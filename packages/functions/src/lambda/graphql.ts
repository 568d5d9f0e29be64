import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { createApi } from "../api/api.ts";
import { BEHIND_GATEWAY } from "../api/origin.ts";
import { createDependencies } from "./dependencies.ts";
import { infoOf, requestOf, resultOf } from "./gateway-event.ts";

const { settings, table, clock, log, observed } = createDependencies("graphql");
const serve = createApi({ table, clock, introspection: settings.introspection, log, reach: BEHIND_GATEWAY });

/** GraphQL over HTTP behind an HTTP API, and `/health`, as on a self-hosted machine. */
export const handler = observed(
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    event.rawPath === "/health" ? HEALTHY : resultOf(await serve(requestOf(event), infoOf(event))),
);

const HEALTHY = {
  statusCode: 200,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify({ status: "ok" }),
};
