import type { GraphQLFormattedError } from "graphql";
import {
  CloseCode,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  MessageType,
  parseMessage,
  type SubscribePayload,
  stringifyMessage,
} from "graphql-ws";

/**
 * The graphql-transport-ws protocol as a pure function: an incoming message and the connection's state produce the next
 * step. The caller executes the step and stores connections.
 */
export type Step =
  /** Store the acknowledgement, then send it; if it was stored before, close with `TWICE_INITIALISED`. */
  | { readonly do: "acknowledge"; readonly payload: Readonly<Record<string, unknown>> }
  /** Check whether the id is in use (`takenId`), then subscribe. */
  | { readonly do: "subscribe"; readonly id: string; readonly payload: SubscribePayload }
  | { readonly do: "complete"; readonly id: string }
  | { readonly do: "send"; readonly text: string }
  | { readonly do: "nothing" }
  | Close;

export interface Close {
  readonly do: "close";
  readonly code: number;
  readonly reason: string;
}

/** An id becomes part of a key, so its length is limited. */
const ID_CHARACTERS_MAX = 128;

export function stepFor(text: string, known: { readonly acknowledged: boolean }): Step {
  const message = messageOf(text);
  if (message === undefined) return close(CloseCode.BadRequest, "Invalid message received");
  switch (message.type) {
    case MessageType.ConnectionInit:
      return known.acknowledged ? TWICE_INITIALISED : { do: "acknowledge", payload: message.payload ?? {} };
    case MessageType.Ping: {
      const { payload } = message;
      return { do: "send", text: stringifyMessage({ type: MessageType.Pong, ...(payload ? { payload } : {}) }) };
    }
    case MessageType.Pong:
      return { do: "nothing" };
    case MessageType.Subscribe:
      if (!known.acknowledged) return close(CloseCode.Unauthorized, "Unauthorized");
      if (!isKeyable(message.id)) return close(CloseCode.BadRequest, "The id is too long, or no text");
      return { do: "subscribe", id: message.id, payload: message.payload };
    case MessageType.Complete:
      return known.acknowledged && isKeyable(message.id) ? { do: "complete", id: message.id } : { do: "nothing" };
    default:
      return close(CloseCode.BadRequest, `Unexpected message of type ${message.type} received`);
  }
}

function messageOf(text: string) {
  try {
    return parseMessage(text);
  } catch {
    return undefined;
  }
}

function isKeyable(id: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a key cannot hold
  return id.length <= ID_CHARACTERS_MAX && !/[\u0000-\u001f]/.test(id);
}

function close(code: number, reason: string): Close {
  return { do: "close", code, reason };
}

export const TWICE_INITIALISED = close(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");

export function takenId(id: string): Close {
  return close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id.slice(0, 60)} already exists`);
}

export const ACKNOWLEDGED = stringifyMessage({ type: MessageType.ConnectionAck });

export function errorFrame(id: string, errors: readonly GraphQLFormattedError[]): string {
  return stringifyMessage({ id, type: MessageType.Error, payload: errors });
}

/** The payload is serialized once for all receivers: only the id differs. */
export function nextFrame(id: string, payload: string): string {
  return `{"id":${JSON.stringify(id)},"type":"next","payload":${payload}}`;
}

/** The supported protocol if the client offers it; header names are case-insensitive. */
export function chosenProtocol(headers: Readonly<Record<string, string | undefined>>): string | undefined {
  const offered = headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim());
  return offered?.find((name) => name === GRAPHQL_TRANSPORT_WS_PROTOCOL);
}
