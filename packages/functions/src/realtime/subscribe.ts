import { createSourceEventStream, GraphQLError } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { knownBy } from "../api/context.ts";
import { graphqlError } from "../api/errors.ts";
import { ledgerNow, type Topic } from "../api/events.ts";
import { TopicStream } from "../api/topic.ts";
import { type Connection, putSubscription, type Subscription, subscriptionIds } from "./connections.ts";
import type { Prepared } from "./documents.ts";
import { subscriberContext } from "./payload.ts";
import { type Close, takenId } from "./protocol.ts";
import type { Realtime } from "./realtime.ts";
import { replay } from "./replay.ts";

export interface Subscribing {
  readonly connection: Connection;
  readonly id: string;
  readonly payload: SubscribePayload;
  readonly requestId: string;
}

export type Subscribed =
  /** The subscription is registered; the caller must run the replay. */
  { readonly replay: () => Promise<void> } | { readonly errors: readonly unknown[] } | { readonly close: Close };

/** Bounds the work that one connection can cause. */
const SUBSCRIPTIONS_MAX = 100;

/** Registers the subscription before it replays, so that no event is lost in between. */
export async function subscribe(realtime: Realtime, request: Subscribing): Promise<Subscribed> {
  const { connection, id, payload } = request;
  const { credential } = connection;
  if (credential) {
    const { merchantId } = credential;
    const { connectionId } = connection;
    const ids = await subscriptionIds(realtime.realtime, { merchantId, connectionId }, SUBSCRIPTIONS_MAX);
    if (ids.includes(id)) return { close: takenId(id) };
    if (ids.length >= SUBSCRIPTIONS_MAX) return { errors: [graphqlError("TOO_COMPLEX", TOO_MANY)] };
  }
  const prepared = realtime.documents().prepare(payload);
  if ("errors" in prepared) return prepared;
  const known = credential && (await knownBy(realtime.table, credential, realtime.clock.now()));
  const stream = await createSourceEventStream({
    schema: realtime.documents().schema,
    document: prepared.document,
    operationName: prepared.operationName,
    variableValues: payload.variables,
    contextValue: subscriberContext(realtime, known, request.requestId),
  });
  if (!(stream instanceof TopicStream)) return { errors: "errors" in stream ? (stream.errors ?? []) : [NO_TOPIC] };
  if (!known || !credential) return { errors: [NO_TOPIC] };
  const { expiresAt } = known;
  const base = { credential, document: prepared.hash, ...(expiresAt === undefined ? {} : { expiresAt }) };
  return register(realtime, request, { topic: stream.topic, prepared, base });
}

const TOO_MANY = `A connection has at most ${SUBSCRIPTIONS_MAX} subscriptions.`;
const NO_TOPIC = new GraphQLError("The subscription has no topic.");

interface Registering {
  readonly topic: Topic;
  readonly prepared: Prepared;
  readonly base: Pick<Subscription, "credential" | "document" | "expiresAt">;
}

/** Without a starting cursor the subscription starts at the ledger's head. */
async function register(
  realtime: Realtime,
  { connection, id, payload, requestId }: Subscribing,
  { topic, prepared, base }: Registering,
): Promise<Subscribed> {
  const { kind, locationId, after } = topic;
  const { merchantId } = base.credential;
  const ledger = { merchantId, ledgerId: locationId };
  const begin = after ?? (await ledgerNow(realtime.table, ledger, kind)).cursor;
  const subscription: Subscription = {
    ...base,
    merchantId,
    locationId,
    kind,
    connectionId: connection.connectionId,
    id,
    ...(prepared.operationName === undefined ? {} : { operationName: prepared.operationName }),
    variables: JSON.stringify(prepared.variables),
    ...(after === undefined ? { reached: begin } : { replaying: true }),
  };
  const isStored = await putSubscription(realtime.realtime, subscription, {
    text: payload.query,
    now: realtime.clock.now(),
  });
  if (!isStored) return { close: takenId(id) };
  return { replay: () => replay(realtime, { subscription, prepared, requestId }, begin) };
}
