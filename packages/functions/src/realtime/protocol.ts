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
 * graphql-transport-ws without a socket and without a table: one text that came in, and what is known of its connection,
 * make one step. Whoever takes the step knows where connections are kept.
 */
export type Step =
  /** Store it as acknowledged, then answer so; when it was already, `TWICE_INITIALISED`. */
  | { readonly do: "acknowledge"; readonly payload: Readonly<Record<string, unknown>> }
  /** Look whether the id is taken (`takenId`), then subscribe. */
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

/** An id becomes part of a key. */
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

/** A payload is made once for all who get the same: only the id differs. */
export function nextFrame(id: string, payload: string): string {
  return `{"id":${JSON.stringify(id)},"type":"next","payload":${payload}}`;
}

/** The one protocol spoken here, when it is among those that a client offers; a header's names come in any case. */
export function chosenProtocol(headers: Readonly<Record<string, string | undefined>>): string | undefined {
  const offered = headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim());
  return offered?.find((name) => name === GRAPHQL_TRANSPORT_WS_PROTOCOL);
}
