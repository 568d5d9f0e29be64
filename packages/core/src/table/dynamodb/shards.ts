import { TableLimit } from "../port/port.ts";

/** The position of a consumer in a shard: a sequence number, or `ENDED` after the shard's last record. Pure. */
export type Position = string;
export type Positions = Map<string, Position>;

export interface ListedShard {
  readonly id: string;
  readonly parent: string | undefined;
}

/** Cannot collide with a sequence number. */
export const ENDED: Position = "end";

/**
 * Parses a checkpoint: a JSON object from shard to position. A shard that is not in it is read from its oldest record.
 */
export function parsePositions(checkpoint: string | undefined): Positions {
  if (checkpoint === undefined) return new Map();
  const entries = Object.entries(parseObject(checkpoint));
  return new Map(
    entries.map(([shard, position]) => {
      if (typeof position === "string" && (position === ENDED || /^\d+$/.test(position))) return [shard, position];
      throw invalidCheckpoint(checkpoint);
    }),
  );
}

/** Drops shards that are no longer listed: they are trimmed and cannot be read. */
export function formatPositions(positions: Positions, listed: readonly ListedShard[]): string {
  const kept = listed.flatMap(({ id }) => {
    const position = positions.get(id);
    return position === undefined ? [] : [[id, position] as const];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

/**
 * The shards to read now. After a split, an item's later changes go to a child shard: it must wait until the parent has
 * been read to its end, or the item's changes would arrive out of order.
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
    // Invalid JSON falls through to the error below.
  }
  throw invalidCheckpoint(checkpoint);
}

function invalidCheckpoint(checkpoint: string): TableLimit {
  return new TableLimit(`"${checkpoint}" is no checkpoint of this stream: pass on what a batch gave`);
}
