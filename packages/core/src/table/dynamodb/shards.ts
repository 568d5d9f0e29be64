import { TableLimit } from "../port/port.ts";

/** How far a reader is in each shard: a sequence number, or that the shard was read to its end. Pure. */
export type Position = string;
export type Positions = Map<string, Position>;

export interface ListedShard {
  readonly id: string;
  readonly parent: string | undefined;
}

/** No sequence number looks like this. */
export const ENDED: Position = "end";

/** A checkpoint is JSON: shard to position. What stands in none of its shards is read from the beginning of what is kept. */
export function parsePositions(checkpoint: string | undefined): Positions {
  if (checkpoint === undefined) return new Map();
  const entries = Object.entries(parseObject(checkpoint));
  return new Map(
    entries.map(([shard, position]) => {
      if (typeof position === "string" && (position === ENDED || /^\d+$/.test(position))) return [shard, position];
      throw notOurs(checkpoint);
    }),
  );
}

/** Shards that are no longer listed are trimmed: nobody can read on there. */
export function formatPositions(positions: Positions, listed: readonly ListedShard[]): string {
  const kept = listed.flatMap(({ id }) => {
    const position = positions.get(id);
    return position === undefined ? [] : [[id, position] as const];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

/**
 * The shards to read now. When DynamoDB splits a shard, an item's later changes go to a child: it waits until the parent
 * has been read to its end, or an item's changes would be told out of order.
 */
export function readableShards(listed: readonly ListedShard[], positions: Positions): string[] {
  const present = new Set(listed.map((shard) => shard.id));
  const isDone = (parent: string | undefined) =>
    parent === undefined || !present.has(parent) || positions.get(parent) === ENDED;
  return listed.filter(({ id, parent }) => positions.get(id) !== ENDED && isDone(parent)).map((shard) => shard.id);
}

function parseObject(checkpoint: string): object {
  try {
    const parsed: unknown = JSON.parse(checkpoint);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Falls through to the one refusal.
  }
  throw notOurs(checkpoint);
}

function notOurs(checkpoint: string): TableLimit {
  return new TableLimit(`"${checkpoint}" is no checkpoint of this stream: pass on what a batch gave`);
}
