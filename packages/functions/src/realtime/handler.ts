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
  /** A replay: awaited where the process stands still once a message is answered, begun where it goes on. */
  readonly beginReplay?: (replay: () => Promise<void>) => Promise<void>;
}

/** The function behind a WebSocket API's routes `$connect`, `$default` and `$disconnect`. */
export function createSocketHandler(realtime: Realtime, options: SocketHandlerOptions = {}): SocketHandler {
  const { beginReplay = (work) => work() } = options;
  return async function handle(event) {
    const { eventType, connectionId, requestId } = event.requestContext;
    if (eventType === "CONNECT") return connect(realtime, event);
    if (eventType === "DISCONNECT") {
      await deleteConnection(realtime.realtime, connectionId);
      return OK;
    }
    const connection = await getConnection(realtime.realtime, connectionId);
    if (!connection) {
      await close(realtime, connectionId, FORGOTTEN);
      return OK;
    }
    const step = stepFor(event.body ?? "", connection);
    await take(realtime, { connection, requestId, beginReplay }, step);
    return OK;
  };
}

const OK: SocketAnswer = { statusCode: 200 };
/** Its records have expired: the client connects anew. */
const FORGOTTEN: Close = { do: "close", code: 1001, reason: "The connection is not known any more" };

/** Nobody is refused here for a bad token: a socket that closes makes clients come back at once and without end. */
async function connect({ realtime, clock }: Realtime, event: SocketEvent): Promise<SocketAnswer> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(event.headers ?? {})) headers[name.toLowerCase()] = value;
  if (longHeader(headers) !== undefined) return { statusCode: 431 };
  const protocol = chosenProtocol(headers);
  if (protocol === undefined) return { statusCode: 400 };
  const { host, origin, cookie, "x-forwarded-host": forwarded } = headers;
  // Whether it counts is said by `connection_init`, which plays the header's part; no form can send that either.
  const token = tokenOf({ headers: { host, origin, cookie, "x-forwarded-host": forwarded, "x-session": "cookie" } });
  const { connectionId } = event.requestContext;
  await putConnection(realtime, { connectionId, cookie: token && credentialOf(token) }, clock.now());
  return { statusCode: 200, headers: { "Sec-WebSocket-Protocol": protocol } };
}

interface Taking {
  readonly connection: Connection;
  readonly requestId: string;
  readonly beginReplay: (replay: () => Promise<void>) => Promise<void>;
}

async function take(realtime: Realtime, taking: Taking, step: Step): Promise<void> {
  const { connection } = taking;
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
      const isFirst = await acknowledge(realtime.realtime, connectionId, credentialIn(step.payload, connection));
      if (!isFirst) return close(realtime, connectionId, TWICE_INITIALISED);
      await realtime.connections.post(connectionId, ACKNOWLEDGED);
      return;
    }
    case "complete":
      if (credential)
        await deleteSubscription(realtime.realtime, { merchantId: credential.merchantId, connectionId, id: step.id });
      return;
    case "subscribe":
      return takeSubscribe(realtime, taking, { ...taking, id: step.id, payload: step.payload });
  }
}

async function takeSubscribe(realtime: Realtime, { beginReplay }: Taking, asked: Subscribing): Promise<void> {
  const { connectionId } = asked.connection;
  // What the table did not do is answered like over HTTP: to this operation, and the connection stays.
  const subscribed = await subscribe(realtime, asked).catch((error: unknown) => ({ errors: [error] }));
  if ("close" in subscribed) return close(realtime, connectionId, subscribed.close);
  if ("errors" in subscribed) return refuse(realtime, asked, subscribed.errors);
  await beginReplay(async () => {
    try {
      await subscribed.replay();
    } catch (error) {
      // Half a replay is no subscription: it ends, and the client resumes by its cursor.
      const { credential } = asked.connection;
      if (credential)
        await deleteSubscription(realtime.realtime, { merchantId: credential.merchantId, connectionId, id: asked.id });
      await refuse(realtime, asked, [error]);
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

/** The token of `connection_init`, or the cookie of the request that asked for the socket, where it names that. */
function credentialIn(payload: Readonly<Record<string, unknown>>, { cookie }: Connection): Credential | undefined {
  const { authorization } = payload;
  if (typeof authorization !== "string") return payload["x-session"] === "cookie" ? cookie : undefined;
  const token = tokenOf({ headers: { authorization } });
  return token && credentialOf(token);
}
