import type { LedgerRef } from "@pos/core/ledger/index.ts";
import { knownBy } from "../api/context.ts";
import { eventsBehind, type LedgerEvent, ledgerNow } from "../api/events.ts";
import {
  deleteConnection,
  deleteSubscription,
  endReplay,
  isReplaying,
  resumeReplay,
  type Subscription,
} from "./connections.ts";
import type { Prepared } from "./documents.ts";
import { type PayloadContext, payloadOf } from "./payload.ts";
import { errorFrame, nextFrame } from "./protocol.ts";
import { type Realtime, shownErrors } from "./realtime.ts";
import { refusalOf } from "./scope.ts";
import { turn } from "./turns.ts";

/**
 * Sends a registered subscription the events after a cursor, then switches it from replay to live events. While the
 * replay runs, the publisher skips the subscription, so events stay in order. After the switch, the head is read again:
 * if events came in between, the subscription switches back and replays them. Every event is therefore sent, by the
 * replay or by the publisher.
 */
export async function replay(
  realtime: Realtime,
  { subscription, prepared, requestId }: Replay,
  from: string,
): Promise<void> {
  const ledger = ledgerOf(subscription);
  const { kind } = subscription;
  let reached = from;
  let isOurs = subscription.replaying === true;
  for (;;) {
    if (isOurs) {
      const end = await sendEventsAfter(realtime, { subscription, prepared, requestId }, reached);
      if (end === undefined || !(await endReplay(realtime.realtime, subscription, end))) return;
      reached = end;
    }
    const { lastEvent } = await ledgerNow(realtime.table, ledger, kind);
    if (lastEvent === undefined || lastEvent <= reached) return;
    isOurs = await resumeReplay(realtime.realtime, subscription, reached);
    if (!isOurs) return;
  }
}

export interface Replay {
  readonly subscription: Subscription;
  readonly prepared: Prepared;
  readonly requestId: string;
}

/** @returns the cursor reached, or undefined if the subscription has ended */
async function sendEventsAfter(
  realtime: Realtime,
  { subscription, prepared, requestId }: Replay,
  after: string,
): Promise<string | undefined> {
  let reached = after;
  const { kind, credential } = subscription;
  await turn();
  for await (const page of eventsBehind(realtime, ledgerOf(subscription), { kind, after })) {
    // Sending a page takes time: the subscriber may be disconnected or no longer authorized.
    if (!(await isReplaying(realtime.realtime, subscription))) return undefined;
    const known = await knownBy(realtime.table, credential, realtime.clock.now());
    const refusal = refusalOf(realtime, known, subscription);
    if (refusal || !known) {
      await endSubscription(realtime, subscription, refusal, requestId);
      return undefined;
    }
    for (const event of page.events) {
      await turn();
      if (!(await sendEvent(realtime, { prepared, known, requestId }, subscription, event))) return undefined;
    }
    reached = page.reached;
  }
  return reached;
}

/**
 * Sends one event to one subscriber.
 * @returns whether it is still connected
 */
export async function sendEvent(
  { connections, ...realtime }: Realtime,
  payloadContext: PayloadContext,
  { connectionId, id }: Subscription,
  event: LedgerEvent,
): Promise<boolean> {
  const payload = await payloadOf({ connections, ...realtime }, payloadContext, event);
  if ((await connections.post(connectionId, nextFrame(id, payload))) === "gone") {
    await deleteConnection(realtime.realtime, connectionId);
    return false;
  }
  await connections.drained?.(connectionId);
  return true;
}

/** Ends a subscription that is no longer authorized, with one error message. */
export async function endSubscription(
  realtime: Realtime,
  subscription: Subscription,
  refusal: unknown,
  requestId: string,
): Promise<void> {
  const { connectionId, id } = subscription;
  await deleteSubscription(realtime.realtime, subscription);
  await realtime.connections.post(connectionId, errorFrame(id, shownErrors(realtime, [refusal], requestId)));
}

export function ledgerOf({ merchantId, locationId }: Subscription): LedgerRef {
  return { merchantId, ledgerId: locationId };
}
