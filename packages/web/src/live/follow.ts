/**
 * What a subscriber makes of one event, by its cursors alone. Cursors ascend and compare as strings; `previous` is the cursor
 * of the previous event: a client with an earlier cursor has missed something. An invalidation event has none: it covers all before it.
 */
export interface Place {
  readonly cursor: string;
  /** undefined if the document does not ask for it. */
  readonly previous: string | null | undefined;
}

export type Decision =
  /** It is the next one: act, and hold its cursor. */
  | "act"
  /** It was acted on before. */
  | "drop"
  /** Something between was not delivered: resume from the cursor that is held. */
  | "resume";

/** @param held the cursor of the last event that was acted on, or where to begin; undefined: anything is next */
export function decide(held: string | undefined, { cursor, previous }: Place): Decision {
  // Without it, an event already received and a late one cannot be distinguished.
  if (held === undefined || previous === undefined) return "act";
  if (cursor <= held) return "drop";
  return previous !== null && previous > held ? "resume" : "act";
}

/** The event's position, if the document asked for its cursor. */
export function placeOf(data: unknown): Place | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const [event] = Object.values(data) as unknown[];
  if (typeof event !== "object" || event === null || !("cursor" in event)) return undefined;
  const { cursor } = event;
  if (typeof cursor !== "string") return undefined;
  if (!("previous" in event)) return { cursor, previous: undefined };
  return { cursor, previous: typeof event.previous === "string" ? event.previous : null };
}
