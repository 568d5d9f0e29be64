import { instantMilliseconds } from "@pos/core/base/time.ts";
import { tenantPk } from "@pos/core/table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table } from "@pos/core/table/port/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import type { Credential } from "../api/context.ts";
import type { TopicKind } from "../api/events.ts";

/**
 * Who is connected and what for, in a table of its own without a stream. A connection is found by its id alone, since that is
 * all a message brings; whatever follows its sign-in begins with the merchant's id. Everything goes by itself in the end:
 * nobody is told for sure that a connection has ended.
 */
export interface Connection {
  readonly connectionId: string;
  /** `connection_init` has come. */
  readonly acknowledged: boolean;
  /** Undefined: nobody that is known; subscribing is answered so. */
  readonly credential?: Credential;
  /** The session that the browser's cookie stands for; it counts once `connection_init` asks for it. */
  readonly cookie?: Credential;
}

/** A subscription as it stands at its topic, with all that delivering needs. */
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
  /** Somebody replays to it and will hand it over: nothing is delivered meanwhile. */
  readonly replaying?: true;
  /** Replayed up to this cursor; whoever delivers the next event takes it over first. */
  readonly reached?: string;
}

/** API Gateway cuts a connection after two hours. */
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

function topicKey({ merchantId, locationId, kind, connectionId, id }: SubscriptionRef & Place): Key {
  return { pk: topicPk(merchantId, locationId), sk: `${kind}#${connectionId}#${id}` };
}

type SubscriptionRef = Pick<Subscription, "merchantId" | "connectionId" | "id">;
type Place = Pick<Subscription, "locationId" | "kind">;

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

/** Answers whether it was the first. */
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

/** The connection's subscriptions by id, up to a limit. */
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

/** Answers whether the id was free. The document is kept once for all who ask the same. */
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
    { op: "delete", key: topicKey({ ...ref, ...(item as unknown as Place) }) },
  ]);
}

/** Whatever is known of a connection. Safe to call again and from several places. */
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

/** Everybody who listens to a location, whichever kind of event, a page at a time. */
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
    // Deletion of what has expired may lag.
    const living = page.items.filter(({ ttl = 0 }) => ttl > nowSeconds);
    if (living.length > 0) yield living as unknown as Subscription[];
    after = page.next;
  } while (after !== undefined);
}

/**
 * Moves a subscription from one state to the next, on condition that nobody else did: `replaying` to `reached` when a replay
 * is done, back when more has come, and from `reached` to delivering. Answers whether it was moved; not, too, when it has ended.
 */
export async function handOver(table: Table, subscription: Subscription, reached: string): Promise<boolean> {
  return moved(table, subscription, { replaying: true }, { set: { reached }, remove: ["replaying"] });
}

export async function takeBack(table: Table, subscription: Subscription, reached: string): Promise<boolean> {
  return moved(table, subscription, { reached }, { set: { replaying: true }, remove: ["reached"] });
}

export async function takeOver(table: Table, subscription: Subscription, reached: string): Promise<boolean> {
  return moved(table, subscription, { reached }, { remove: ["reached"] });
}

async function moved(
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

/** Whether a replay still has somebody to replay to. */
export async function isReplaying(table: Table, subscription: Subscription): Promise<boolean> {
  const item = await tenantTable(table, subscription.merchantId).get(topicKey(subscription));
  return item?.replaying === true;
}
