/**
 * What a subscriber makes of one event, by its cursors alone. Cursors ascend and compare as strings; `previous` is the cursor
 * of the event before: whoever holds an earlier one has missed something. A hint has none: it stands for all before it.
 */
export interface Place {
  readonly cursor: string;
  /** undefined: it is not said. */
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
  // Without it nothing tells one that came before from one that was late.
  if (held === undefined || previous === undefined) return "act";
  if (cursor <= held) return "drop";
  return previous !== null && previous > held ? "resume" : "act";
}

/** Where the event stands, when the document asked for its cursor. */
export function placeOf(data: unknown): Place | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const [event] = Object.values(data) as unknown[];
  if (typeof event !== "object" || event === null || !("cursor" in event)) return undefined;
  const { cursor } = event;
  if (typeof cursor !== "string") return undefined;
  if (!("previous" in event)) return { cursor, previous: undefined };
  return { cursor, previous: typeof event.previous === "string" ? event.previous : null };
}
