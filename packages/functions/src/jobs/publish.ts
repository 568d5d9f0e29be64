import { randomUUID } from "node:crypto";
import { present } from "@pos/core/base/result.ts";
import { ENTRY_SK_PREFIX, EVENT_KINDS, type LedgerRef, parseEntryKeys } from "@pos/core/ledger/index.ts";
import type { Change, Item } from "@pos/core/table/port/port.ts";
import type { KnownToken } from "../api/context.ts";
import { eventOf, eventsBehind, type LedgerEvent, newsOf } from "../api/events.ts";
import { atOnce } from "../platform/concurrency.ts";
import { describe } from "../platform/log.ts";
import { deleteConnection, getDocument, goLive, type Subscription, subscriptionsTo } from "../realtime/connections.ts";
import type { Prepared } from "../realtime/documents.ts";
import { payloadOf } from "../realtime/payload.ts";
import { nextFrame } from "../realtime/protocol.ts";
import type { Realtime } from "../realtime/realtime.ts";
import { endSubscription, ledgerOf, sendEvent } from "../realtime/replay.ts";
import { type Callers, createCallers, refusalOf, scopeOf } from "../realtime/scope.ts";
import { type Throttle, UNTHROTTLED } from "./throttle.ts";

/** The sort keys that the publisher receives. */
export const PUBLISH_FILTER = [ENTRY_SK_PREFIX];

/**
 * The publisher: sends each entry that is an event to the subscribers of its location. Subscribers with the same query
 * and the same permissions share one payload, which is executed once. Delivery is at most once: a client that misses
 * events resumes from its cursor, and the next invalidation event replaces a missed one, so no failure here fails the
 * batch.
 */
export function createPublisher(
  realtime: Realtime,
  options: PublisherOptions = {},
): (changes: readonly Change[]) => Promise<void> {
  const { throttle = UNTHROTTLED } = options;
  const publishing: Publishing = {
    ...realtime,
    callers: createCallers(realtime),
    prepared: new Map(),
    lastPublished: new Map(),
    throttle,
  };
  return async (changes) => {
    await Promise.all(byLedger(changes).map((ledger) => publishLedger(publishing, ledger)));
  };
}

export interface PublisherOptions {
  /** Throttles the invalidation events of each ledger. Default: one per batch. */
  readonly throttle?: Throttle;
}

/** State kept between batches. */
interface Publishing extends Realtime {
  readonly callers: Callers;
  readonly prepared: Map<string, Prepared>;
  readonly throttle: Throttle;
  /**
   * The cursor of each ledger's last invalidation event: entries up to it are duplicates or late and publish nothing.
   */
  readonly lastPublished: Map<string, string>;
}

interface LedgerItems {
  readonly ref: LedgerRef;
  /** By cursor, because the stream delivers at least once and unordered. */
  readonly items: ReadonlyMap<string, Item>;
}

function byLedger(changes: readonly Change[]): LedgerItems[] {
  const ledgers = new Map<string, { ref: LedgerRef; items: Map<string, Item> }>();
  for (const { key, item } of changes) {
    if (!key.sk.startsWith(ENTRY_SK_PREFIX) || !item) continue;
    const { merchantId, ledgerId, cursor } = parseEntryKeys(item);
    const ref = { merchantId, ledgerId };
    const ledger = ledgers.get(nameOf(ref)) ?? { ref, items: new Map() };
    ledgers.set(nameOf(ref), ledger);
    ledger.items.set(cursor, item);
  }
  return [...ledgers.values()];
}

/** A subscription's state in this batch. */
interface Recipient {
  readonly subscription: Subscription;
  readonly known: KnownToken;
  /** Subscribers of one group receive the same payload. */
  readonly group: string;
  reached: string | undefined;
  /** Another process serves the subscription, or it has ended. */
  isSkipped: boolean;
}

/** Publishes each kind of event separately, so that a failure of one kind does not affect the others. */
async function publishLedger(realtime: Publishing, { ref, items }: LedgerItems): Promise<void> {
  const failed = (error: unknown) =>
    realtime.log({ level: "error", event: "publish", ledger: ref.ledgerId, error: describe(error) });
  const subscriptions = await loadSubscriptions(realtime, ref).catch(failed);
  if (!subscriptions || subscriptions.length === 0) return;
  const entries = [...items.keys()].sort().map((cursor) => present(items.get(cursor), cursor));
  for (const kind of EVENT_KINDS) {
    const wanted = subscriptions.filter((subscription) => subscription.kind === kind);
    const events = wanted.length === 0 ? [] : entries.flatMap((item) => eventOf(item, kind) ?? []);
    await publishEvents(realtime, wanted, events).catch(failed);
  }
  const isNew = (entries.at(-1)?.gsi1sk ?? "") > (realtime.lastPublished.get(nameOf(ref)) ?? "");
  if (!isNew || !subscriptions.some(({ kind }) => kind === "entries")) return;
  await realtime.throttle.run(nameOf(ref), () => publishInvalidation(realtime, ref).catch(failed));
}

/** Reloads the ledger and its subscribers, because the throttle may have delayed the call. */
async function publishInvalidation(realtime: Publishing, ref: LedgerRef): Promise<void> {
  // Read the head before the subscribers: a client that subscribes later starts at this head or after it and misses
  // nothing.
  const invalidation = await newsOf(realtime.table, ref);
  const wanted = (await loadSubscriptions(realtime, ref)).filter(({ kind }) => kind === "entries");
  await publishEvents(realtime, wanted, [invalidation]);
  if (realtime.lastPublished.size >= LAST_PUBLISHED_MAX) realtime.lastPublished.clear();
  realtime.lastPublished.set(nameOf(ref), invalidation.cursor);
}

const LAST_PUBLISHED_MAX = 10_000;

function nameOf({ merchantId, ledgerId }: LedgerRef): string {
  return `${merchantId}/${ledgerId}`;
}

async function loadSubscriptions(realtime: Publishing, { merchantId, ledgerId }: LedgerRef): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for await (const page of subscriptionsTo(realtime.realtime, merchantId, ledgerId, realtime.clock.now()))
    subscriptions.push(...page);
  return subscriptions;
}

async function publishEvents(
  realtime: Publishing,
  wanted: readonly Subscription[],
  events: readonly LedgerEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const recipients = await authorizedRecipients(realtime, wanted);
  for (const event of events) await deliver(realtime, recipients, event);
}

/** Returns the subscribers that are still authorized and ends the other subscriptions. */
async function authorizedRecipients(
  realtime: Publishing,
  subscriptions: readonly Subscription[],
): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  await atOnce(subscriptions, IN_FLIGHT_MAX, async (subscription) => {
    const isExpired = subscription.expiresAt !== undefined && subscription.expiresAt <= realtime.clock.now();
    const known = isExpired ? undefined : await realtime.callers.of(subscription.credential);
    const refusal = refusalOf(realtime, known, subscription);
    if (refusal || !known) return endSubscription(realtime, subscription, refusal, randomUUID());
    const { reached, replaying } = subscription;
    const group = `${preparedName(subscription)}\n${scopeOf(known.caller)}`;
    recipients.push({ subscription, known, group, reached, isSkipped: replaying === true });
  });
  return recipients;
}

async function deliver(realtime: Publishing, recipients: readonly Recipient[], event: LedgerEvent): Promise<void> {
  const groups = new Map<string, Recipient[]>();
  await atOnce(recipients, IN_FLIGHT_MAX, async (recipient) => {
    if (!(await isReady(realtime, recipient, event))) return;
    const group = groups.get(recipient.group);
    if (group) group.push(recipient);
    else groups.set(recipient.group, [recipient]);
  });
  for (const group of groups.values()) await deliverToGroup(realtime, group, event);
}

/**
 * Whether the event is this subscriber's next one. After a replay, switches the subscription to live events and sends
 * what came in between.
 */
async function isReady(realtime: Publishing, recipient: Recipient, event: LedgerEvent): Promise<boolean> {
  const { subscription, reached } = recipient;
  if (recipient.isSkipped) return false;
  if (reached === undefined) return true;
  if (event.cursor <= reached) return false;
  if (!(await goLive(realtime.realtime, subscription, reached))) {
    recipient.isSkipped = true;
    return false;
  }
  recipient.reached = undefined;
  const hasGap = event.previous !== null && event.previous > reached;
  return !hasGap || sendBetween(realtime, recipient, { after: reached, before: event.cursor });
}

/** @returns whether the subscriber is still connected */
async function sendBetween(
  realtime: Publishing,
  { subscription, known }: Recipient,
  { after, before }: { readonly after: string; readonly before: string },
): Promise<boolean> {
  const prepared = await preparedFor(realtime, subscription);
  const requestId = randomUUID();
  const { kind } = subscription;
  for await (const { events, reached } of eventsBehind(realtime, ledgerOf(subscription), { kind, after })) {
    for (const event of events) {
      if (event.cursor >= before) return true;
      if (!(await sendEvent(realtime, { prepared, known, requestId }, subscription, event))) return false;
    }
    if (reached >= before) return true;
  }
  return true;
}

async function deliverToGroup(realtime: Publishing, group: readonly Recipient[], event: LedgerEvent): Promise<void> {
  const { subscription, known } = present(group[0], "a group's first");
  const prepared = await preparedFor(realtime, subscription);
  const payload = await payloadOf(realtime, { prepared, known, requestId: randomUUID() }, event);
  await atOnce(group, IN_FLIGHT_MAX, async (recipient) => {
    const { connectionId, id } = recipient.subscription;
    const outcome = await realtime.connections.post(connectionId, nextFrame(id, payload)).catch((error: unknown) => {
      realtime.log({ level: "warn", event: "post", connectionId, error: describe(error) });
      return "failed" as const;
    });
    if (outcome !== "gone") return;
    recipient.isSkipped = true;
    await deleteConnection(realtime.realtime, connectionId);
  });
}

const PREPARED_MAX = 500;

function preparedName({ document, operationName = "", variables }: Subscription): string {
  return `${document}\n${operationName}\n${variables}`;
}

/** The subscription's document: cached, or loaded from the table by its hash. */
async function preparedFor(realtime: Publishing, subscription: Subscription): Promise<Prepared> {
  const name = preparedName(subscription);
  const before = realtime.prepared.get(name);
  if (before) return before;
  const { merchantId, document: hash, operationName, variables } = subscription;
  const query = await getDocument(realtime.realtime, merchantId, hash);
  const prepared = realtime.documents().prepare({
    query: present(query, "a subscription's document"),
    operationName,
    variables: JSON.parse(variables) as Readonly<Record<string, unknown>>,
  });
  if ("errors" in prepared) throw new Error("A document that was subscribed to is no longer valid.");
  if (realtime.prepared.size >= PREPARED_MAX) realtime.prepared.clear();
  realtime.prepared.set(name, prepared);
  return prepared;
}

/** Bounds concurrent posts: API Gateway limits them; sockets of this process do not. */
const IN_FLIGHT_MAX = 64;
