import { type Credential, credentialOf, tokenOf } from "../api/context.ts";
import { longHeader } from "../api/headers.ts";
import {
  acknowledge,
  type Connection,
  deleteConnection,
  deleteSubscription,
  getConnection,
  putConnection,
} from "./connections.ts";
import { type CredentialUses, watchEndings } from "./ending.ts";
import type { SocketAnswer, SocketEvent } from "./port.ts";
import {
  ACKNOWLEDGED,
  type Close,
  chosenProtocol,
  errorFrame,
  type Step,
  stepFor,
  TWICE_INITIALISED,
} from "./protocol.ts";
import { type Realtime, shownErrors } from "./realtime.ts";
import { type Subscribing, subscribe } from "./subscribe.ts";

export type SocketHandler = (event: SocketEvent) => Promise<SocketAnswer>;

export interface SocketHandlerOptions {
  /** Starts a replay: awaited where the process freezes after the response, in the background elsewhere. */
  readonly beginReplay?: (replay: () => Promise<void>) => Promise<void>;
  /** A connection's `connection_init` was taken, with the credential that it named. The credential may be wrong. */
  readonly initialised?: (connectionId: string, credential: Credential | undefined) => Promise<void>;
}

/** Handles the routes `$connect`, `$default` and `$disconnect` of a WebSocket API. */
export function createSocketHandler(realtime: Realtime, options: SocketHandlerOptions = {}): SocketHandler {
  const { beginReplay = (work) => work(), initialised = async () => {} } = options;
  const uses = watchEndings(realtime);
  return async function handle(event) {
    const { eventType, connectionId, requestId } = event.requestContext;
    if (eventType === "CONNECT") return connect(realtime, event);
    if (eventType === "DISCONNECT") {
      uses.closed(connectionId);
      await deleteConnection(realtime.realtime, connectionId);
      return OK;
    }
    const connection = await getConnection(realtime.realtime, connectionId);
    if (!connection) {
      await close(realtime, connectionId, FORGOTTEN);
      return OK;
    }
    const step = stepFor(event.body ?? "", connection);
    await take(realtime, { connection, requestId, beginReplay, initialised, uses }, step);
    return OK;
  };
}

const OK: SocketAnswer = { statusCode: 200 };
/** The connection's records have expired: the client must reconnect. */
const FORGOTTEN: Close = { do: "close", code: 1001, reason: "The connection is not known any more" };

/** A bad token is not rejected here: clients would reconnect endlessly after a closed socket. */
async function connect({ realtime, clock, reach }: Realtime, event: SocketEvent): Promise<SocketAnswer> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(event.headers ?? {})) headers[name.toLowerCase()] = value;
  if (longHeader(headers) !== undefined) return { statusCode: 431 };
  const protocol = chosenProtocol(headers);
  if (protocol === undefined) return { statusCode: 400 };
  // The cookie takes effect only if `connection_init` asks for it, which replaces the custom header: no form can send
  // that either.
  const token = tokenOf({ headers: { ...headers, authorization: undefined, "x-session": "cookie" } }, reach);
  const { connectionId } = event.requestContext;
  await putConnection(realtime, { connectionId, cookie: token && credentialOf(token) }, clock.now());
  return { statusCode: 200, headers: { "Sec-WebSocket-Protocol": protocol } };
}

interface StepContext {
  readonly connection: Connection;
  readonly requestId: string;
  readonly beginReplay: (replay: () => Promise<void>) => Promise<void>;
  readonly initialised: (connectionId: string, credential: Credential | undefined) => Promise<void>;
  readonly uses: CredentialUses;
}

async function take(realtime: Realtime, context: StepContext, step: Step): Promise<void> {
  const { connection } = context;
  const { connectionId, credential } = connection;
  switch (step.do) {
    case "nothing":
      return;
    case "send":
      await realtime.connections.post(connectionId, step.text);
      return;
    case "close":
      return close(realtime, connectionId, step);
    case "acknowledge": {
      const named = credentialIn(step.payload, connection);
      const isFirst = await acknowledge(realtime.realtime, connectionId, named);
      if (!isFirst) return close(realtime, connectionId, TWICE_INITIALISED);
      await context.initialised(connectionId, named);
      if (named) context.uses.opened(connectionId, named);
      await realtime.connections.post(connectionId, ACKNOWLEDGED);
      return;
    }
    case "complete":
      if (credential)
        await deleteSubscription(realtime.realtime, { merchantId: credential.merchantId, connectionId, id: step.id });
      return;
    case "subscribe":
      return takeSubscribe(realtime, context, { ...context, id: step.id, payload: step.payload });
  }
}

async function takeSubscribe(realtime: Realtime, { beginReplay }: StepContext, request: Subscribing): Promise<void> {
  const { connectionId } = request.connection;
  // A table failure is reported as an error of this operation, as over HTTP; the connection stays open.
  const subscribed = await subscribe(realtime, request).catch((error: unknown) => ({ errors: [error] }));
  if ("close" in subscribed) return close(realtime, connectionId, subscribed.close);
  if ("errors" in subscribed) return refuse(realtime, request, subscribed.errors);
  await beginReplay(async () => {
    try {
      await subscribed.replay();
    } catch (error) {
      // An incomplete replay ends the subscription; the client resumes from its cursor.
      const { credential } = request.connection;
      if (credential)
        await deleteSubscription(realtime.realtime, {
          merchantId: credential.merchantId,
          connectionId,
          id: request.id,
        });
      await refuse(realtime, request, [error]);
    }
  });
}

async function refuse(realtime: Realtime, { connection, id, requestId }: Subscribing, errors: readonly unknown[]) {
  await realtime.connections.post(connection.connectionId, errorFrame(id, shownErrors(realtime, errors, requestId)));
}

async function close({ connections, log }: Realtime, connectionId: string, { code, reason }: Close): Promise<void> {
  log({ level: "warn", event: "socket", connectionId, code, reason });
  await connections.close(connectionId, code, reason);
}

/** The token of `connection_init`, or the handshake's cookie if `connection_init` asks for it. */
function credentialIn(payload: Readonly<Record<string, unknown>>, { cookie }: Connection): Credential | undefined {
  const { authorization } = payload;
  if (typeof authorization !== "string") return payload["x-session"] === "cookie" ? cookie : undefined;
  const token = tokenOf({ headers: { authorization } });
  return token && credentialOf(token);
}
