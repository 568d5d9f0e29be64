import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { execute, GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Endings } from "../api/endings.ts";
import { createErrorMask, type ErrorMask, INTERNAL_MESSAGE } from "../api/errors.ts";
import { DIRECT, type Reach } from "../api/origin.ts";
import type { Log } from "../platform/log.ts";
import { createDocuments, type Documents } from "./documents.ts";
import type { Connections } from "./port.ts";

/** The dependencies shared by subscribing, replaying and publishing. */
export interface Realtime {
  /** The table of the ledgers. */
  readonly table: Table;
  /** The table of connections and subscriptions, see connections.ts. */
  readonly realtime: Table;
  readonly clock: Clock;
  readonly connections: Connections;
  /** How clients reach the sockets. */
  readonly reach: Reach;
  /** Where credentials end in this process. Absent where each request has a process of its own. */
  readonly endings?: Endings;
  /** Created on first use: a machine without subscribers never needs them. */
  readonly documents: () => Documents;
  readonly mask: ErrorMask;
  readonly log: Log;
  /** GraphQL's `execute`; tests replace it to count executions. */
  readonly run: typeof execute;
}

export interface RealtimeOptions
  extends Pick<Realtime, "table" | "realtime" | "clock" | "connections" | "log" | "endings"> {
  readonly introspection: boolean;
  readonly run?: typeof execute;
  /** Default: directly, without TLS. */
  readonly reach?: Reach;
}

export function createRealtime({
  introspection,
  run = execute,
  reach = DIRECT,
  ...options
}: RealtimeOptions): Realtime {
  let documents: Documents | undefined;
  return {
    ...options,
    run,
    reach,
    mask: createErrorMask({ log: options.log, hideSchemaDetails: !introspection }),
    documents() {
      documents ??= createDocuments({ introspection });
      return documents;
    },
  };
}

/** Masks errors for clients, whatever was thrown. */
export function shownErrors(
  { mask }: Pick<Realtime, "mask">,
  thrown: readonly unknown[],
  requestId: string,
): GraphQLFormattedError[] {
  const errors = thrown.map(asGraphqlError);
  mask.claim(errors, requestId);
  return errors.map((error) => mask.formatError(error.toJSON(), error));
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error("Not an error was thrown");
  return new GraphQLError(INTERNAL_MESSAGE, { originalError });
}
