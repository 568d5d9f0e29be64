import {
  ApolloServer,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestListener,
  HeaderMap,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { handlers, startServerAndCreateLambdaHandler } from "@as-integrations/aws-lambda";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from "aws-lambda";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { describe, type Log } from "../platform/log.ts";
import { type Body, type BodyRefusal, readBody } from "./body.ts";
import { createErrorMask, type ErrorMask, INTERNAL_MESSAGE } from "./errors.ts";
import { headerRefusal, isJson, JSON_TYPE } from "./headers.ts";
import { limitRules, parseOptions, refuseCostly, refuseLongTexts, validationOptions } from "./limits.ts";

/** What a context is made from. `sourceIp` comes from the gateway, never from a header that a client can write. */
export interface ContextRequest {
  /** Names in lower case. Cookies are in `event.cookies`, as the gateway delivers them. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly sourceIp: string;
  readonly requestId: string;
  readonly event: APIGatewayProxyEventV2;
  /** Adds one `Set-Cookie` to the answer. */
  readonly setCookie: (cookie: string) => void;
}

export interface GraphqlHandlerOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** Who asks is looked up here, but refusing is the resolvers' business: some operations need no token. */
  readonly contextOf: (request: ContextRequest) => Promise<Context>;
  readonly introspection: boolean;
  readonly log: Log;
  readonly newRequestId: (event: APIGatewayProxyEventV2) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type GraphqlHandler = (
  event: APIGatewayProxyEventV2,
  context?: LambdaContext,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** GraphQL over HTTP as one function of an API Gateway event; on one machine a small host makes the same events. */
export function createGraphqlHandler<Context extends BaseContext>(
  options: GraphqlHandlerOptions<Context>,
): GraphqlHandler {
  const { log, newRequestId, now } = options;
  const mask = createErrorMask({ log, hideSchemaDetails: !options.introspection });
  const serve = createServer({ options, mask });

  return async function handle(event, lambdaContext) {
    const visit = openVisit(newRequestId(event));
    const startedAt = now();
    const refusal = headerRefusal(event.headers);
    const body: Body = refusal === undefined ? readBody(event) : { bytes: 0, value: "", refusal };
    visit.bytesIn = body.bytes;
    let result: APIGatewayProxyStructuredResultV2;
    if (body.refusal === undefined) {
      visit.body = body.value;
      result = await serve({ ...event, visit }, lambdaContext).catch((error: unknown) => failed(error, { visit, log }));
    } else {
      result = refused(body.refusal, visit);
    }
    const bytesOut = Buffer.byteLength(result.body ?? "");
    const endedAt = now();
    const status = result.statusCode ?? 200;
    log({
      level: status >= 500 ? "error" : "info",
      time: new Date(endedAt).toISOString(),
      event: "request",
      requestId: visit.requestId,
      operationName: visit.operationName,
      status,
      durationMs: Math.round((endedAt - startedAt) * 1_000) / 1_000,
      errorCodes: visit.errorCodes,
      bytesIn: visit.bytesIn,
      bytesOut,
    });
    return finished(result, { visit, bytesOut });
  };
}

/** What is known of one request while it is served. */
interface Visit {
  readonly requestId: string;
  readonly cookies: string[];
  body: object | "";
  bytesIn: number;
  operationName: string | null;
  errorCodes: string[];
}

/** The server hands the event to whoever makes the context and the HTTP request to its hooks: either carries the visit. */
interface Visited {
  readonly visit: Visit;
}

type VisitedEvent = APIGatewayProxyEventV2 & Visited;

function openVisit(requestId: string): Visit {
  return { requestId, cookies: [], body: "", bytesIn: 0, operationName: null, errorCodes: [] };
}

function visitOf(request: object | undefined): Visit {
  if (request === undefined || !("visit" in request)) throw new Error("A request is served that was never opened.");
  return (request as Visited).visit;
}

interface Parts<Context extends BaseContext> {
  readonly options: GraphqlHandlerOptions<Context>;
  readonly mask: ErrorMask;
}

type Serve = (event: VisitedEvent, context: unknown) => Promise<APIGatewayProxyStructuredResultV2>;

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
    // Whoever runs the process owns its signals.
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
  const gateway = gatewayRequests();
  const serve = startServerAndCreateLambdaHandler<typeof gateway, Context>(server, gateway, {
    context: ({ event }) => contextFor(event, { visit: event.visit, options, mask }),
  });
  // The integration types its function with a callback that it never calls.
  return serve as unknown as Serve;
}

/** The integration's own reader parses JSON without being able to refuse it as JSON: here that was done before, and once. */
function gatewayRequests() {
  return handlers.createRequestHandler<VisitedEvent, APIGatewayProxyStructuredResultV2>(
    (event) => {
      const headers = new HeaderMap();
      for (const name in event.headers) headers.set(name, event.headers[name] ?? "");
      // What has been read as JSON needs no second parser.
      if (isJson(headers.get("content-type"))) headers.set("content-type", JSON_TYPE);
      const { visit } = event;
      const { method } = event.requestContext.http;
      return { method, headers, search: event.rawQueryString, body: visit.body, visit };
    },
    {
      success: ({ status, headers, body }: HTTPGraphQLResponse) => {
        if (body.kind !== "complete") throw new Error("Incremental delivery is not switched on.");
        return { statusCode: status ?? 200, headers: Object.fromEntries(headers), body: body.string };
      },
      error: (error) => {
        throw error;
      },
    },
  );
}

async function contextFor<Context extends BaseContext>(
  event: APIGatewayProxyEventV2,
  { visit, options, mask }: { visit: Visit; options: GraphqlHandlerOptions<Context>; mask: ErrorMask },
): Promise<Context> {
  try {
    return await options.contextOf({
      headers: event.headers,
      sourceIp: event.requestContext.http.sourceIp,
      requestId: visit.requestId,
      event,
      setCookie: (cookie) => visit.cookies.push(cookie),
    });
  } catch (thrown) {
    const error = new GraphQLError(thrown instanceof GraphQLError ? thrown.message : INTERNAL_MESSAGE, {
      originalError: thrown instanceof Error ? thrown : new Error(describe(thrown)),
      ...(thrown instanceof GraphQLError ? { extensions: { ...thrown.extensions } } : {}),
    });
    // This comes before the hook that claims all other errors.
    visit.errorCodes = mask.claim([error], visit.requestId);
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
      // A name that stands in a parsed document has letters, digits and underscores only.
      visitOf(request.http).operationName = operationName?.slice(0, 80) ?? null;
      // Without an operation (a name that the document does not have) execution answers with its own error.
      if (operation === undefined) return;
      refuseLongTexts(operation, request.variables);
      refuseCostly({ schema: options.schema, document, operation, variables: request.variables });
    },
    async didEncounterErrors({ errors, request }) {
      const visit = visitOf(request.http);
      visit.errorCodes = mask.claim(errors, visit.requestId);
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

function refused({ status, code, message }: BodyRefusal, visit: Visit): APIGatewayProxyStructuredResultV2 {
  visit.errorCodes = [code];
  return { statusCode: status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}

/** Nothing above should throw; if it does all the same, the client learns no more than from any other bug. */
function failed(error: unknown, { visit, log }: { visit: Visit; log: Log }): APIGatewayProxyStructuredResultV2 {
  const { requestId } = visit;
  visit.errorCodes = ["INTERNAL"];
  log({ level: "error", event: "error", requestId, code: "INTERNAL", error: describe(error) });
  const extensions = { code: "INTERNAL", requestId };
  return { statusCode: 500, body: JSON.stringify({ errors: [{ message: INTERNAL_MESSAGE, extensions }] }) };
}

function finished(
  result: APIGatewayProxyStructuredResultV2,
  { visit, bytesOut }: { visit: Visit; bytesOut: number },
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: result.statusCode ?? 200,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...result.headers,
      "content-length": String(bytesOut),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": visit.requestId,
    },
    body: result.body ?? "",
    ...(visit.cookies.length === 0 ? {} : { cookies: visit.cookies }),
  };
}
