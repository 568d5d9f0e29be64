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
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import { describe, type Log } from "../platform/log.ts";
import { ALLOWANCE_LIMITS, type AllowanceLimits, type Allowances, createAllowances } from "./allowances.ts";
import { type Body, type BodyRefusal, readBody } from "./body.ts";
import { Deadlines } from "./deadlines.ts";
import { createErrorMask, type ErrorMask, graphqlError, INTERNAL_MESSAGE } from "./errors.ts";
import { headerRefusal, isJson, JSON_TYPE } from "./headers.ts";
import type { ApiHandler, ApiRequest, ApiResponse, RequestInfo } from "./http.ts";
import { limitRules, parseOptions, refuseCostly, refuseLongTexts, validationOptions } from "./limits.ts";
import { acknowledgementOf, serializedInTurns } from "./serialize.ts";
import { TURN_VALUES, WORK_LIMITS, Work, type WorkLimits } from "./work.ts";

/** What a request's context is made from. */
export interface ContextRequest extends RequestInfo {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Adds one `Set-Cookie` to the response. */
  readonly setCookie: (cookie: string) => void;
  readonly work: Work;
}

export interface ApiHandlerOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** Looks up the caller. Refusing is the resolvers' task: some operations need no token. */
  readonly contextOf: (request: ContextRequest) => Promise<Context>;
  /** Names the token of a caller, so that what it asks for is limited; undefined without one. */
  readonly tokenOf?: (context: Context) => string | undefined;
  readonly introspection: boolean;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: ApiLimits;
}

export interface ApiLimits {
  readonly work?: WorkLimits;
  readonly allowance?: AllowanceLimits;
}

/** GraphQL over HTTP as one function from a request to a response; the adapters of Lambda and of `node:http` call it. */
export function createApiHandler<Context extends BaseContext>(options: ApiHandlerOptions<Context>): ApiHandler {
  const { log, now } = options;
  const mask = createErrorMask({ log, hideSchemaDetails: !options.introspection });
  const workLimits = options.limits?.work ?? WORK_LIMITS;
  const allowances = createAllowances(options.limits?.allowance ?? ALLOWANCE_LIMITS, now);
  const serve = createServer({ options, mask, allowances });
  const deadlines = new Deadlines(workLimits.milliseconds);

  return async function handle(request, info) {
    const startedAt = now();
    const visit = openVisit(request, info, new Work(workLimits, request.signal));
    const refusal = headerRefusal(visit.headers);
    const body: Body =
      refusal === undefined ? await readBody(request, visit.headers) : { bytes: 0, value: "", refusal };
    const serving = () => serve(visit, body.value).catch((error: unknown) => failed(error, { visit, log }));
    const answer = body.refusal === undefined ? await inTime(serving, visit, deadlines) : refused(body.refusal, visit);
    visit.leave();
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
  readonly work: Work;
  operationName: string | null;
  errorCodes: string[];
  retryAfterSeconds?: number;
  /** Ends what its token has under way. */
  leave: () => void;
}

function nothing(): void {}

function openVisit({ method, url, headers }: ApiRequest, info: RequestInfo, work: Work): Visit {
  const byName: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of headers) byName[name] = value;
  const question = url.indexOf("?");
  const search = question === -1 ? "" : url.slice(question + 1);
  return {
    method,
    search,
    headers: byName,
    info,
    cookies: [],
    work,
    operationName: null,
    errorCodes: [],
    leave: nothing,
  };
}

/** A query that waits for something is answered all the same. A mutation is waited for: it may have recorded something. */
function inTime(serving: () => Promise<Answer>, visit: Visit, deadlines: Deadlines): Promise<Answer> {
  return new Promise((resolve) => {
    const late = () => {
      const failure = visit.work.stop("time");
      if (failure) resolve(refused({ status: 503, code: "DEADLINE_EXCEEDED", message: failure.message }, visit));
    };
    deadlines.begin(late);
    void serving().then((answer) => {
      deadlines.end(late);
      resolve(answer);
    });
  });
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
  readonly allowances: Allowances;
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
    stringifyResult: (result) => serialized(result) ?? JSON.stringify(result),
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
  // What is answered without one, which needs no negotiation.
  if (headers.accept === JSON_TYPE) map.delete("accept");
  // What has been read as JSON needs no second parser.
  if (isJson(headers["content-type"])) map.set("content-type", JSON_TYPE);
  return map;
}

async function contextFor<Context extends BaseContext>(
  { options, mask, allowances }: Parts<Context>,
  visit: Visit,
): Promise<Context> {
  const { headers, info, cookies, work } = visit;
  try {
    const context = await options.contextOf({
      ...info,
      headers,
      work,
      setCookie: (cookie) => void cookies.push(cookie),
    });
    enter(allowances, options.tokenOf?.(context), visit);
    return context;
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

/** @throws GraphQLError if the token has asked for too much; nothing has been executed then */
function enter(allowances: Allowances, token: string | undefined, visit: Visit): void {
  if (token === undefined) return;
  const entered = allowances.enter(token);
  if ("retryAfterSeconds" in entered) {
    visit.retryAfterSeconds = entered.retryAfterSeconds;
    throw graphqlError("TOO_MANY_REQUESTS", "This token asks for too much: wait before asking again.");
  }
  visit.leave = entered.leave;
  visit.work.share = entered;
}

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  TOO_MANY_REQUESTS: 429,
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
      visitOf(request.http).work.begin(operation.operation);
    },
    async didEncounterErrors({ errors, request }) {
      const visit = visitOf(request.http);
      visit.errorCodes = mask.claim(errors, visit.info.requestId);
    },
    async willSendResponse({ request, response }) {
      const visit = visitOf(request.http);
      if (response.body.kind !== "single") return;
      const { singleResult } = response.body;
      const failure = visit.work.failure ?? (await serialize(singleResult, visit.work));
      if (failure === undefined) return;
      visit.errorCodes = mask.claim([failure], visit.info.requestId);
      if (visit.work.isMutation) {
        const errors = [...(singleResult.errors ?? []), mask.formatError(failure.toJSON(), failure)];
        response.body.singleResult = { errors, data: acknowledgementOf(singleResult.data ?? {}) };
        return;
      }
      response.body.singleResult = { errors: [mask.formatError(failure.toJSON(), failure)] };
      response.http.status = Number((failure.extensions.http as { readonly status: number }).status);
    },
  };
  return { requestDidStart: async () => listener };
}

/** The JSON of long answers, by their data: the server asks for it when it has put the parts of the answer in order. */
const serializedAnswers = new WeakMap<object, string>();

function serialized({ data }: { readonly data?: unknown }): string | undefined {
  return typeof data === "object" && data !== null ? serializedAnswers.get(data) : undefined;
}

/** @returns why the answer cannot be sent as it is */
async function serialize(result: FormattedExecutionResult, work: Work): Promise<GraphQLError | undefined> {
  const { data, errors } = result;
  if (work.values <= TURN_VALUES || !data) return undefined;
  const text = await serializedInTurns(errors ? { errors, data } : { data }, work.limits.answerBytes);
  if (text === undefined) return work.tooLong();
  serializedAnswers.set(data, text);
  return undefined;
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
  if (visit.retryAfterSeconds !== undefined) headers.set("retry-after", String(visit.retryAfterSeconds));
  return { status: answer.status, headers, cookies: visit.cookies, body: answer.body };
}
