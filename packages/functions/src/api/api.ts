import type { Clock } from "@pos/core/base/context.ts";
import type { Caller } from "@pos/core/people/access/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "../platform/log.ts";
import { resolvers } from "./assembly.ts";
import { type RequestContext, requestContext } from "./context.ts";
import type { Endings } from "./endings.ts";
import type { ApiHandler } from "./http.ts";
import { refuseWhileStorageIsLow } from "./low-storage.ts";
import { DIRECT, type Reach } from "./origin.ts";
import { createSchema } from "./schema.ts";
import { type ApiLimits, createApiHandler } from "./server.ts";

/** The GraphQL API over a table: the same function on Lambda and on one machine. */
export function createApi(options: {
  readonly table: Table;
  readonly clock: Clock;
  readonly introspection: boolean;
  readonly log: Log;
  /** Where the sockets of this process hear of credentials that end. */
  readonly endings?: Endings;
  readonly now?: () => number;
  /** Default: directly, without TLS. */
  readonly reach?: Reach;
  /** Default: those of the contract. */
  readonly limits?: ApiLimits;
  /** Whether only facts are taken, for want of space. Default: never. */
  readonly isStorageLow?: () => boolean;
}): ApiHandler {
  const { table, clock, introspection, log, reach = DIRECT, limits, endings } = options;
  const schema = createSchema(resolvers);
  return createApiHandler<RequestContext>({
    schema: options.isStorageLow ? refuseWhileStorageIsLow(schema, options.isStorageLow) : schema,
    contextOf: (request) => requestContext({ table, clock, reach, ...(endings ? { endings } : {}) }, request),
    tokenOf: ({ caller }) => tokenName(caller),
    introspection,
    log,
    ...(limits === undefined ? {} : { limits }),
    now: options.now ?? (() => performance.timeOrigin + performance.now()),
  });
}

/** What a token identifies: a terminal, or a person's session. */
function tokenName(caller: Caller): string | undefined {
  if (caller.kind === "nobody") return undefined;
  if (caller.kind === "staff") return caller.sessionId;
  return caller.kind === "operator" ? `${caller.terminalId} ${caller.staffId}` : caller.terminalId;
}
