import {
  ApolloServer,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestListener,
  HeaderMap,
  type HTTPGraphQLRequest,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { describe, type Log } from "../platform/log.ts";
import { type Body, type BodyRefusal, readBody } from "./body.ts";
import { createErrorMask, type ErrorMask, INTERNAL_MESSAGE } from "./errors.ts";
import { headerRefusal, isJson, JSON_TYPE } from "./headers.ts";
import type { ApiHandler, ApiRequest, ApiResponse, RequestInfo } from "./http.ts";
import { limitRules, parseOptions, refuseCostly, refuseLongTexts, validationOptions } from "./limits.ts";

/** What a request's context is made from. */
export interface ContextRequest extends RequestInfo {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Adds one `Set-Cookie` to the response. */
  readonly setCookie: (cookie: string) => void;
}

export interface ApiHandlerOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** Looks up the caller. Refusing is the resolvers' task: some operations need no token. */
  readonly contextOf: (request: ContextRequest) => Promise<Context>;
  readonly introspection: boolean;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** GraphQL over HTTP as one function from a request to a response; the adapters of Lambda and of `node:http` call it. */
export function createApiHandler<Context extends BaseContext>(options: ApiHandlerOptions<Context>): ApiHandler {
  const { log, now } = options;
  const mask = createErrorMask({ log, hideSchemaDetails: !options.introspection });
  const serve = createServer({ options, mask });

  return async function handle(request, info) {
    const startedAt = now();
    const visit = openVisit(request, info);
    const refusal = headerRefusal(visit.headers);
    const body: Body =
      refusal === undefined ? await readBody(request, visit.headers) : { bytes: 0, value: "", refusal };
    const answer =
      body.refusal === undefined
        ? await serve(visit, body.value).catch((error: unknown) => failed(error, { visit, log }))
        : refused(body.refusal, visit);
    const bytesOut = Buffer.byteLength(answer.body);
    const endedAt = now();
    log({
      level: answer.status >= 500 ? "error" : "info",
      time: new Date(endedAt).toISOString(),
      event: "request",
      requestId: info.requestId,
      operationName: visit.operationName,
      status: answer.status,
      durationMs: Math.round((endedAt - startedAt) * 1_000) / 1_000,
      errorCodes: visit.errorCodes,
      bytesIn: body.bytes,
      bytesOut,
    });
    return finished(answer, { visit, bytesOut });
  };
}

/** What is known of one request while it is served. */
interface Visit {
  readonly method: string;
  /** The query string, without its question mark. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly info: RequestInfo;
  readonly cookies: string[];
  operationName: string | null;
  errorCodes: string[];
}

function openVisit({ method, url, headers }: ApiRequest, info: RequestInfo): Visit {
  const byName: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of headers) byName[name] = value;
  const question = url.indexOf("?");
  const search = question === -1 ? "" : url.slice(question + 1);
  return { method, search, headers: byName, info, cookies: [], operationName: null, errorCodes: [] };
}

/** What the GraphQL server is given, and hands to its hooks: it carries the visit that it belongs to. */
interface VisitRequest extends HTTPGraphQLRequest {
  readonly visit: Visit;
}

function visitOf(request: HTTPGraphQLRequest | undefined): Visit {
  if (request === undefined || !("visit" in request)) throw new Error("A request is served that was never opened.");
  return (request as VisitRequest).visit;
}

interface Parts<Context extends BaseContext> {
  readonly options: ApiHandlerOptions<Context>;
  readonly mask: ErrorMask;
}

/** A response before the headers that every response has. */
type Answer = Pick<ApiResponse, "status" | "body"> & { readonly headers?: ReadonlyMap<string, string> };

type Serve = (visit: Visit, body: object | "") => Promise<Answer>;

function createServer<Context extends BaseContext>(parts: Parts<Context>): Serve {
  const { options, mask } = parts;
  const server = new ApolloServer<Context>({
    schema: options.schema,
    introspection: options.introspection,
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    // The library would hide suggestions by a pattern that takes the square of a message's length: the mask hides them.
    hideSchemaDetailsFromClientErrors: false,
    formatError: mask.formatError,
    parseOptions,
    validationOptions,
    validationRules: [...limitRules],
    persistedQueries: false,
    // The process that embeds the server owns its signals.
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    logger: serverLogger(options.log),
    plugins: [
      watch(parts),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return async (visit, body) => {
    const { method, search } = visit;
    const httpGraphQLRequest: VisitRequest = { method, search, headers: serverHeaders(visit), body, visit };
    const { status, headers, ...answered } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: () => contextFor(parts, visit),
    });
    if (answered.body.kind !== "complete") throw new Error("Incremental delivery is not switched on.");
    return { status: status ?? 200, headers, body: answered.body.string };
  };
}

function serverHeaders({ headers }: Visit): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) map.set(name, headers[name] ?? "");
  // What has been read as JSON needs no second parser.
  if (isJson(headers["content-type"])) map.set("content-type", JSON_TYPE);
  return map;
}

async function contextFor<Context extends BaseContext>(
  { options, mask }: Parts<Context>,
  visit: Visit,
): Promise<Context> {
  const { headers, info, cookies } = visit;
  try {
    return await options.contextOf({ ...info, headers, setCookie: (cookie) => void cookies.push(cookie) });
  } catch (thrown) {
    const error = new GraphQLError(thrown instanceof GraphQLError ? thrown.message : INTERNAL_MESSAGE, {
      originalError: thrown instanceof Error ? thrown : new Error(describe(thrown)),
      ...(thrown instanceof GraphQLError ? { extensions: { ...thrown.extensions } } : {}),
    });
    // This comes before the hook that claims all other errors.
    visit.errorCodes = mask.claim([error], info.requestId);
    error.extensions.http = { status: STATUS_OF_CODE[visit.errorCodes[0] ?? "INTERNAL"] ?? 400 };
    throw error;
  }
}

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

function watch<Context extends BaseContext>({ options, mask }: Parts<Context>): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation({ document, operation, operationName, request }) {
      // A name in a parsed document has letters, digits and underscores only.
      visitOf(request.http).operationName = operationName?.slice(0, 80) ?? null;
      // Without an operation (a name that the document does not have) execution answers with its own error.
      if (operation === undefined) return;
      refuseLongTexts(operation, request.variables);
      refuseCostly({ schema: options.schema, document, operation, variables: request.variables });
    },
    async didEncounterErrors({ errors, request }) {
      const visit = visitOf(request.http);
      visit.errorCodes = mask.claim(errors, visit.info.requestId);
    },
  };
  return { requestDidStart: async () => listener };
}

function serverLogger(log: Log) {
  const write = (level: "info" | "warn" | "error") => (message: unknown) => {
    log({ level, event: "graphql-server", message: String(message) });
  };
  return { debug: () => {}, info: write("info"), warn: write("warn"), error: write("error") };
}

function refused({ status, code, message }: BodyRefusal, visit: Visit): Answer {
  visit.errorCodes = [code];
  return { status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}

/** Nothing above should throw; if it does all the same, the client learns no more than from any other bug. */
function failed(error: unknown, { visit, log }: { visit: Visit; log: Log }): Answer {
  const { requestId } = visit.info;
  visit.errorCodes = ["INTERNAL"];
  log({ level: "error", event: "error", requestId, code: "INTERNAL", error: describe(error) });
  const extensions = { code: "INTERNAL", requestId };
  return { status: 500, body: JSON.stringify({ errors: [{ message: INTERNAL_MESSAGE, extensions }] }) };
}

function finished(answer: Answer, { visit, bytesOut }: { visit: Visit; bytesOut: number }): ApiResponse {
  const headers = new Map([["content-type", "application/json; charset=utf-8"], ...(answer.headers ?? [])]);
  headers.set("content-length", String(bytesOut));
  headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  headers.set("x-request-id", visit.info.requestId);
  return { status: answer.status, headers, cookies: visit.cookies, body: answer.body };
}
