import type { Client, ExecutionResult } from "graphql-ws";
import { decide, placeOf } from "./follow.ts";

export interface Handlers<Data> {
  /** One event, once. `errors`: of fields inside it. */
  readonly event: (data: Data, errors?: ExecutionResult["errors"]) => void;
  /** The subscription was refused or has ended for good: signed out, no permission, a cursor that is none. */
  readonly error?: (errors: readonly LiveError[]) => void;
  /** Something was missed that cannot be made good from here: query again. */
  readonly missed?: () => void;
}

export interface LiveError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown } | undefined;
}

export interface Following {
  /** Of the last event that was acted on, or where it began. */
  readonly cursor: () => string | undefined;
  readonly stop: () => void;
}

export interface Follower extends Following {
  /** There is a connection (again). */
  readonly connected: () => void;
}

interface What {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly after: string | undefined;
}

const AGAIN_MILLISECONDS = 2_000;
/** The server could not just then. */
const PASSING_CODES: readonly unknown[] = ["UNAVAILABLE", "DEADLINE_EXCEEDED", "TOO_MANY_REQUESTS", "INTERNAL"];

/** One subscription that goes on for ever: after each break, and whenever it missed something, from the cursor it holds. */
export function follow<Data>(client: Client, what: What, handlers: Handlers<Data>): Follower {
  let held = what.after;
  /** From where it resumed without its neighbour coming: that one is not to be had. */
  let resumedFrom: string | undefined;
  let connections = 0;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = () => {};

  function begin(): void {
    let isCurrent = true;
    const variables = {
      ...what.variables,
      // Read whenever the client sends the subscription: again for each connection.
      get after() {
        return held ?? null;
      },
    };
    const end = client.subscribe<Data>(
      { query: what.document, variables },
      {
        next(result) {
          if (isCurrent) take(result as ExecutionResult<Data>);
        },
        error(error) {
          if (isCurrent && !isStopped) ended(error);
        },
        complete() {},
      },
    );
    unsubscribe = () => {
      isCurrent = false;
      end();
    };
  }

  function again(): void {
    unsubscribe();
    if (!isStopped) begin();
  }

  function take({ data, errors }: ExecutionResult<Data>): void {
    const place = placeOf(data);
    if (place === undefined) {
      // Without cursors nothing can be resumed; what comes is passed on.
      if (data) handlers.event(data, errors);
      else if (errors) handlers.error?.(errors);
      return;
    }
    const decision = decide(held, place);
    if (decision === "drop") return;
    if (decision === "resume" && resumedFrom !== held) {
      resumedFrom = held;
      again();
      return;
    }
    if (decision === "resume") handlers.missed?.();
    if (held === undefined || place.cursor > held) held = place.cursor;
    resumedFrom = undefined;
    handlers.event(data as Data, errors);
  }

  /** By an error of the server's, or because the connection closed with a code after which the client does not retry. */
  function ended(error: unknown): void {
    const errors = Array.isArray(error) ? (error as readonly LiveError[]) : undefined;
    if (errors && !errors.some(({ extensions }) => PASSING_CODES.includes(extensions?.code))) {
      isStopped = true;
      handlers.error?.(errors);
      return;
    }
    timer = setTimeout(again, AGAIN_MILLISECONDS);
  }

  begin();
  return {
    cursor: () => held,
    connected() {
      // Before the first event there is no cursor to resume from: what came while it was away is not known.
      if (connections++ > 0 && held === undefined) handlers.missed?.();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
