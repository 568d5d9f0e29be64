import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { execute, GraphQLError, type GraphQLFormattedError } from "graphql";
import { createErrorMask, type ErrorMask, INTERNAL_MESSAGE } from "../api/errors.ts";
import type { Log } from "../platform/log.ts";
import { createDocuments, type Documents } from "./documents.ts";
import type { Connections } from "./port.ts";

/** What subscribing, replaying and publishing share. */
export interface Realtime {
  /** Where the ledgers are. */
  readonly table: Table;
  /** Where connections and subscriptions are: a table of their own, see connections.ts. */
  readonly realtime: Table;
  readonly clock: Clock;
  readonly connections: Connections;
  /** Made when the first is needed: a machine without subscribers never does. */
  readonly documents: () => Documents;
  readonly mask: ErrorMask;
  readonly log: Log;
  /** GraphQL's own `execute`, for whoever counts how often it runs. */
  readonly run: typeof execute;
}

export interface RealtimeOptions extends Pick<Realtime, "table" | "realtime" | "clock" | "connections" | "log"> {
  readonly introspection: boolean;
  readonly run?: typeof execute;
}

export function createRealtime({ introspection, run = execute, ...options }: RealtimeOptions): Realtime {
  let documents: Documents | undefined;
  return {
    ...options,
    run,
    mask: createErrorMask({ log: options.log, hideSchemaDetails: !introspection }),
    documents() {
      documents ??= createDocuments({ introspection });
      return documents;
    },
  };
}

/** Errors as a client may see them, whatever was thrown. */
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
