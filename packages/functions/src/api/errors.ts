import { RequestError } from "@pos/core/base/result.ts";
import { TableUnavailable } from "@pos/core/table/port/port.ts";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { describe, type Log, type LogLine } from "../platform/log.ts";

/** The codes of the contract. Clients match these; messages are for developers. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "BAD_REQUEST"
  | "TOO_LARGE"
  | "TOO_COMPLEX"
  | "LOCATION_REQUIRED"
  | "TOO_MANY_ROWS"
  | "NOT_FOUND"
  | "NOT_AVAILABLE"
  | "UNAVAILABLE"
  | "DEADLINE_EXCEEDED"
  | "TOO_MANY_REQUESTS"
  | "CANCELLED"
  | "STORAGE_LOW"
  | "INTERNAL";

/** Throw this from a resolver: its code and its message reach the client as they are. */
export function graphqlError(code: ErrorCode, message: string, options?: { status: number }): GraphQLError {
  const http = options === undefined ? {} : { http: { status: options.status } };
  return new GraphQLError(message, { extensions: { code, ...http } });
}

export interface ErrorMask {
  /** To be called before errors are formatted: ties them to their request, logs what will be masked, gives their codes. */
  readonly claim: (errors: readonly GraphQLError[], requestId: string) => string[];
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/**
 * Lets through what a client may know and hides the rest. The formatter is not told which request an error belongs to,
 * so every error is claimed for its request first.
 */
export function createErrorMask(options: { log: Log; hideSchemaDetails: boolean }): ErrorMask {
  const requestIds = new WeakMap<object, string>();
  return {
    claim: (errors, requestId) =>
      errors.map((error) => {
        requestIds.set(error, requestId);
        const shown = shownFor(error);
        if (shown.cause !== undefined) options.log(lineFor(shown, error, requestId));
        return shown.code;
      }),
    formatError(formatted, error) {
      const shown = shownFor(error);
      const requestId = isObject(error) ? requestIds.get(error) : undefined;
      // The server itself failed, outside of any operation: better logged without a request id than not at all.
      if (requestId === undefined && shown.cause !== undefined) options.log(lineFor(shown, error));
      const withRequestId = shown.code === "INTERNAL" && requestId !== undefined ? { requestId } : {};
      return {
        message: clipped(options.hideSchemaDetails ? withoutSuggestions(shown.message) : shown.message),
        ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
        ...(formatted.path === undefined ? {} : { path: formatted.path }),
        extensions: { code: shown.code, ...withRequestId },
      };
    },
  };
}

/** What a client sees in place of a bug. */
export const INTERNAL_MESSAGE = "Internal error";

interface Shown {
  readonly code: string;
  readonly message: string;
  /** What was hidden behind the code, for the log. */
  readonly cause?: unknown;
}

/** The parser, the validator and the server give these codes to what a client got wrong. */
const SERVER_CODES = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
];

const OWN_CODES: readonly string[] = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "BAD_REQUEST",
  "TOO_LARGE",
  "TOO_COMPLEX",
  "LOCATION_REQUIRED",
  "TOO_MANY_ROWS",
  "NOT_FOUND",
  "NOT_AVAILABLE",
  "UNAVAILABLE",
  "DEADLINE_EXCEEDED",
  "TOO_MANY_REQUESTS",
  "CANCELLED",
  "STORAGE_LOW",
] satisfies ErrorCode[];

const PUBLIC_CODES: ReadonlySet<string> = new Set([...SERVER_CODES, ...OWN_CODES]);

function shownFor(error: unknown): Shown {
  const origin = originOf(error);
  if (origin instanceof TableUnavailable) {
    return { code: "UNAVAILABLE", message: "The service is not available just now: try again.", cause: origin };
  }
  if (origin instanceof RequestError) return { code: origin.code, message: origin.message };
  // Only a GraphQLError speaks to clients: a library's error may carry a code of the same name by chance.
  if (error instanceof GraphQLError && origin instanceof GraphQLError) {
    const code = publicCodeOf(error);
    if (code !== undefined) return { code, message: wordsOf(error) };
  }
  return { code: "INTERNAL", message: INTERNAL_MESSAGE, cause: origin };
}

/** Messages of the server that name the library; ours say what to do. */
const OWN_WORDS: readonly (readonly [theirs: string, ours: string])[] = [
  [
    "Cross-Site Request Forgery",
    "Send a POST with the content-type application/json: a browser sends anything else without asking, so it may be forged.",
  ],
  ["Apollo Server supports only", "Send a POST, or a GET for a query."],
];

function wordsOf({ message }: GraphQLError): string {
  return OWN_WORDS.find(([theirs]) => message.includes(theirs))?.[1] ?? message;
}

function publicCodeOf(error: GraphQLError): string | undefined {
  const code = error.extensions.code;
  // Limits are validation rules, and too many tokens stop the parser: to a client both are one thing.
  if (code === "GRAPHQL_VALIDATION_FAILED" && error.extensions.limit !== undefined) return "TOO_COMPLEX";
  if (code === "GRAPHQL_PARSE_FAILED" && error.message.startsWith(TOO_MANY_TOKENS)) return "TOO_COMPLEX";
  if (typeof code === "string") return PUBLIC_CODES.has(code) ? code : undefined;
  // The executor reports these without a code: a required argument's variable was left out, or too many are wrong.
  return BAD_INPUT.some((beginning) => error.message.startsWith(beginning)) ? "BAD_USER_INPUT" : undefined;
}

/** How messages of the parser and the executor begin; what follows may be the client's text. */
const TOO_MANY_TOKENS = "Syntax Error: Document contains more tha";
const BAD_INPUT: readonly string[] = ['Argument "', 'Variable "', "Too many errors processing variables"];

/** The error that was thrown first: execution wraps it to say where, the server to say in which phase. */
function originOf(error: unknown): unknown {
  let origin = error;
  for (let wraps = 0; wraps < 5; wraps += 1) {
    if (!(origin instanceof GraphQLError) || origin.originalError === undefined) return origin;
    origin = origin.originalError;
  }
  return origin;
}

function lineFor(shown: Shown, error: unknown, requestId?: string): LogLine {
  return {
    level: shown.code === "INTERNAL" ? "error" : "warn",
    event: "error",
    requestId,
    code: shown.code,
    path: error instanceof GraphQLError ? error.path?.join(".") : undefined,
    error: describe(shown.cause),
  };
}

/**
 * Suggestions name fields that the client did not know of, and end a message. No pattern: a message repeats the client's text,
 * and a pattern that begins anywhere takes the square of its length.
 */
function withoutSuggestions(message: string): string {
  if (!message.endsWith("?")) return message;
  const at = message.lastIndexOf(SUGGESTION);
  if (at === -1) return message;
  return message.slice(0, message[at - 1] === " " ? at - 1 : at);
}

const SUGGESTION = "Did you mean ";

/** The longest message that a client gets: the libraries' messages repeat texts of the request whole. */
const MESSAGE_CHARACTERS_MAX = 500;

function clipped(message: string): string {
  if (message.length <= MESSAGE_CHARACTERS_MAX) return message;
  const kept = message.slice(0, MESSAGE_CHARACTERS_MAX - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
