import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "../platform/log.ts";
import { resolvers } from "./assembly.ts";
import { type RequestContext, requestContext } from "./context.ts";
import { createSchema } from "./schema.ts";
import { createGraphqlHandler, type GraphqlHandler } from "./server.ts";

/** The GraphQL API over a table: the same function on Lambda and on one machine. */
export function createApi(options: {
  readonly table: Table;
  readonly clock: Clock;
  readonly introspection: boolean;
  readonly log: Log;
  readonly now?: () => number;
}): GraphqlHandler {
  const { table, clock, introspection, log } = options;
  return createGraphqlHandler<RequestContext>({
    schema: createSchema(resolvers),
    contextOf: (request) => requestContext({ table, clock }, request),
    introspection,
    log,
    newRequestId: (event) => event.requestContext.requestId,
    now: options.now ?? (() => performance.timeOrigin + performance.now()),
  });
}
