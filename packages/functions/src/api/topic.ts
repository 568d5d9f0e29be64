import { RequestError } from "@pos/core/base/result.ts";
import { cursorOf, readHead } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { getLocation } from "@pos/core/people/location/index.ts";
import type { RequestContext } from "./context.ts";
import { isCursor, type LedgerEvent, type Topic, type TopicKind } from "./events.ts";

/** What a subscription field returns: a topic in the shape of a stream that is never read; the publisher sends the events. */
export class TopicStream {
  readonly topic: Topic;
  constructor(topic: Topic) {
    this.topic = topic;
  }
  [Symbol.asyncIterator](): never {
    throw new Error("Events come from the ledger, not from here.");
  }
}

interface Arguments {
  readonly locationId: string;
  readonly after?: string | null | undefined;
}

/** The access rule is checked before; here: whether the caller may see the location, and whether the cursor is one of it. */
export function subscribeTo(kind: TopicKind) {
  return async (_: unknown, { locationId, after }: Arguments, context: RequestContext): Promise<TopicStream> => {
    const { table, caller } = requireCaller(context);
    if (!(await getLocation(requireCaller(context), locationId)))
      throw new RequestError("NOT_FOUND", "There is no such location.");
    if (after === undefined || after === null) return new TopicStream({ kind, locationId, after: undefined });
    const head = await readHead(table, caller.merchantId, locationId);
    if (!isCursor(after) || after > cursorOf(head.epoch, head.position))
      throw new RequestError("BAD_REQUEST", "The cursor is not one of this location.");
    return new TopicStream({ kind, locationId, after });
  };
}

/** Over HTTP there is no event to answer with. */
export function delivered<Event extends LedgerEvent>(event: unknown): Event {
  if (event instanceof Object && "cursor" in event) return event as Event;
  throw new RequestError("NOT_AVAILABLE", "Subscriptions run over WebSocket: subscribe there, on this same path.");
}
