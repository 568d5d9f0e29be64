import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "../platform/log.ts";
import { resolvers } from "./assembly.ts";
import { type RequestContext, requestContext } from "./context.ts";
import type { Endings } from "./endings.ts";
import type { ApiHandler } from "./http.ts";
import { createSchema } from "./schema.ts";
import { createApiHandler } from "./server.ts";

/** The GraphQL API over a table: the same function on Lambda and on one machine. */
export function createApi(options: {
  readonly table: Table;
  readonly clock: Clock;
  readonly introspection: boolean;
  readonly log: Log;
  /** Where the sockets of this process hear of credentials that end. */
  readonly endings?: Endings;
  readonly now?: () => number;
}): ApiHandler {
  const { table, clock, introspection, log, endings } = options;
  return createApiHandler<RequestContext>({
    schema: createSchema(resolvers),
    contextOf: (request) => requestContext({ table, clock, ...(endings ? { endings } : {}) }, request),
    introspection,
    log,
    now: options.now ?? (() => performance.timeOrigin + performance.now()),
  });
}
