import { instantMilliseconds } from "@pos/core/base/time.ts";
import { tenantPk } from "@pos/core/table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table } from "@pos/core/table/port/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import type { Credential } from "../api/context.ts";
import type { TopicKind } from "../api/events.ts";

/**
 * Connections and subscriptions, in a table of their own without a stream. A connection is keyed by its id alone,
 * because messages carry nothing else; everything after sign-in is keyed by merchant. All items expire, because the end
 * of a connection is not always reported.
 */
export interface Connection {
  readonly connectionId: string;
  /** Whether `connection_init` was received. */
  readonly acknowledged: boolean;
  /** Undefined for an unknown caller, whose subscriptions are rejected. */
  readonly credential?: Credential;
  /** The browser's session from its cookie; it takes effect only if `connection_init` asks for it. */
  readonly cookie?: Credential;
}

/** A subscription as stored under its topic, with everything that delivery needs. */
export interface Subscription {
  readonly merchantId: string;
  readonly locationId: string;
  readonly kind: TopicKind;
  readonly connectionId: string;
  readonly id: string;
  readonly document: string;
  readonly operationName?: string;
  /** JSON text. */
  readonly variables: string;
  readonly credential: Credential;
  readonly expiresAt?: string;
  /** A replay is in progress, so live events are not delivered. */
  readonly replaying?: true;
  /**
   * The cursor up to which events were replayed; the publisher of the next event switches the subscription to live
   * first.
   */
  readonly reached?: string;
}

/** API Gateway closes a connection after two hours. */
const LIFETIME_SECONDS = 2 * 3600 + 600;

const META = "META";

function connectionKey(connectionId: string): Key {
  return { pk: `connection#${connectionId}`, sk: META };
}

function ownSubscriptionsPk(merchantId: string, connectionId: string): string {
  return tenantPk(merchantId, "CONNECTION", connectionId);
}

function topicPk(merchantId: string, locationId: string): string {
  return tenantPk(merchantId, "TOPIC", locationId);
}

function topicKey({ merchantId, locationId, kind, connectionId, id }: SubscriptionRef & SubscriptionTopic): Key {
  return { pk: topicPk(merchantId, locationId), sk: `${kind}#${connectionId}#${id}` };
}

type SubscriptionRef = Pick<Subscription, "merchantId" | "connectionId" | "id">;
type SubscriptionTopic = Pick<Subscription, "locationId" | "kind">;

function documentKey(merchantId: string, hash: string): Key {
  return { pk: tenantPk(merchantId, "DOCUMENT", hash), sk: META };
}

function ttlFrom(now: string): number {
  return Math.ceil(instantMilliseconds(now) / 1000) + LIFETIME_SECONDS;
}

export async function putConnection(
  table: Table,
  { connectionId, cookie }: Pick<Connection, "connectionId"> & { readonly cookie: Credential | undefined },
  now: string,
): Promise<void> {
  const item: Item = {
    ...connectionKey(connectionId),
    connectionId,
    acknowledged: false,
    ttl: ttlFrom(now),
    ...(cookie ? { cookie: { ...cookie } } : {}),
  };
  await table.write({ op: "put", item });
}

export async function getConnection(table: Table, connectionId: string): Promise<Connection | undefined> {
  return (await table.get(connectionKey(connectionId))) as unknown as Connection | undefined;
}

/** @returns whether this was the first acknowledgement */
export async function acknowledge(
  table: Table,
  connectionId: string,
  credential: Credential | undefined,
): Promise<boolean> {
  const result = await table.write({
    op: "update",
    key: connectionKey(connectionId),
    set: { acknowledged: true, ...(credential ? { credential: { ...credential } } : {}) },
    remove: ["cookie"],
    if: { is: "equal", to: { acknowledged: false } },
  });
  return result.ok;
}

/** The ids of the connection's subscriptions, up to a limit. */
export async function subscriptionIds(
  table: Table,
  { merchantId, connectionId }: Omit<SubscriptionRef, "id">,
  limit: number,
): Promise<string[]> {
  const { items } = await tenantTable(table, merchantId).query({
    pk: ownSubscriptionsPk(merchantId, connectionId),
    limit,
  });
  return items.map(({ sk }) => sk);
}

/**
 * Stores a subscription. Equal documents are stored once.
 * @returns whether the id was free
 */
export async function putSubscription(
  table: Table,
  subscription: Subscription,
  { text, now }: { readonly text: string; readonly now: string },
): Promise<boolean> {
  const { merchantId, connectionId, id, locationId, kind, document } = subscription;
  const ttl = ttlFrom(now);
  const own = tenantTable(table, merchantId);
  await own.write({ op: "put", item: { ...documentKey(merchantId, document), text, ttl } });
  const row = JSON.parse(JSON.stringify(subscription)) as Omit<Item, keyof Key>;
  const result = await own.transact([
    {
      op: "put",
      item: { pk: ownSubscriptionsPk(merchantId, connectionId), sk: id, locationId, kind, ttl },
      if: { is: "absent" },
    },
    { op: "put", item: { ...row, ...topicKey(subscription), ttl } },
  ]);
  return result.ok;
}

export async function getDocument(table: Table, merchantId: string, hash: string): Promise<string | undefined> {
  const item = await tenantTable(table, merchantId).get(documentKey(merchantId, hash));
  return item && String(item.text);
}

export async function deleteSubscription(table: Table, ref: SubscriptionRef): Promise<void> {
  const { merchantId, connectionId, id } = ref;
  const own = tenantTable(table, merchantId);
  const key = { pk: ownSubscriptionsPk(merchantId, connectionId), sk: id };
  const item = await own.get(key);
  if (!item) return;
  await own.transact([
    { op: "delete", key },
    { op: "delete", key: topicKey({ ...ref, ...(item as unknown as SubscriptionTopic) }) },
  ]);
}

/** Deletes everything stored about a connection. Idempotent and safe to call concurrently. */
export async function deleteConnection(table: Table, connectionId: string): Promise<void> {
  const connection = await getConnection(table, connectionId);
  const merchantId = connection?.credential?.merchantId;
  if (merchantId !== undefined) {
    for await (const { sk: id } of itemsOf(table, ownSubscriptionsPk(merchantId, connectionId)))
      await deleteSubscription(table, { merchantId, connectionId, id });
  }
  await table.write({ op: "delete", key: connectionKey(connectionId) });
}

const SUBSCRIPTIONS_AT_ONCE = 1000;

/** All subscriptions to a location, of every kind of event, page by page. */
export async function* subscriptionsTo(
  table: Table,
  merchantId: string,
  locationId: string,
  now: string,
): AsyncGenerator<readonly Subscription[], void, undefined> {
  const nowSeconds = instantMilliseconds(now) / 1000;
  const own = tenantTable(table, merchantId);
  let after: string | undefined;
  do {
    const page = await own.query({
      pk: topicPk(merchantId, locationId),
      limit: SUBSCRIPTIONS_AT_ONCE,
      ...(after === undefined ? {} : { after }),
    });
    // Deletion of expired items may lag.
    const live = page.items.filter(({ ttl = 0 }) => ttl > nowSeconds);
    if (live.length > 0) yield live as unknown as Subscription[];
    after = page.next;
  } while (after !== undefined);
}

/**
 * The transitions of a subscription, each a compare-and-set: `replaying` to `reached` when a replay is complete, back
 * if there are more events, and from `reached` to live delivery.
 * @returns whether this call made the transition; false also if the subscription has ended
 */
export async function endReplay(table: Table, subscription: Subscription, reached: string): Promise<boolean> {
  return transition(table, subscription, { replaying: true }, { set: { reached }, remove: ["replaying"] });
}

export async function resumeReplay(table: Table, subscription: Subscription, reached: string): Promise<boolean> {
  return transition(table, subscription, { reached }, { set: { replaying: true }, remove: ["reached"] });
}

export async function goLive(table: Table, subscription: Subscription, reached: string): Promise<boolean> {
  return transition(table, subscription, { reached }, { remove: ["reached"] });
}

async function transition(
  table: Table,
  subscription: Subscription,
  from: { readonly replaying?: true; readonly reached?: string },
  to: { readonly set?: { readonly [name: string]: string | true }; readonly remove: readonly string[] },
): Promise<boolean> {
  const own = tenantTable(table, subscription.merchantId);
  const result = await own.write({
    op: "update",
    key: topicKey(subscription),
    ...to,
    if: { is: "equal", to: { ...from } },
  });
  return result.ok;
}

/** Whether the subscription still exists and is in the state `replaying`. */
export async function isReplaying(table: Table, subscription: Subscription): Promise<boolean> {
  const item = await tenantTable(table, subscription.merchantId).get(topicKey(subscription));
  return item?.replaying === true;
}
