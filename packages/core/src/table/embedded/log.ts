import type { Commits } from "../port/commits.ts";
import type { Change, ChangeStream, StreamFilter } from "../port/port.ts";
import { TableLimit } from "../port/port.ts";
import type { Databases } from "./databases.ts";
import { numberKey, parseKey, parseNumberKey, text } from "./keys.ts";
import { type LogState, prepare, writeOne } from "./writes.ts";

/**
 * The embedded adapter's change log: keys in commit order. A consumer receives each item's current state at the time of
 * reading.
 */
export interface EmbeddedLog {
  readonly stream: ChangeStream;
  /** Called inside each commit: writes the checkpoints saved since the last one. */
  beforeCommit(): void;
  hasRiders(): boolean;
  /** Called after each commit. */
  afterCommit(): void;
  trim(commits: Commits, checkpoint: string): Promise<void>;
  purgeExpired(commits: Commits, filter: StreamFilter, until: { nowSeconds: number; limit: number }): Promise<number>;
  loadCheckpoint(reader: string): string | undefined;
  saveCheckpoint(reader: string, checkpoint: string): void;
}

/** Trimming commits in chunks, so that writers do not wait for one long commit. */
const TRIM_CHUNK_MAX = 1000;
/** The highest sequence number ever trimmed: an empty log must not restart its numbering. */
const TRIMMED = "trimmed";

export function createEmbeddedLog(databases: Databases, state: LogState): EmbeddedLog {
  const { meta } = databases;
  const listeners = new Set<() => void>();
  const unsaved = new Map<string, string>();
  state.nextSequence = lastSequence(databases) + 1;

  return {
    stream: {
      async read(checkpoint, limit) {
        return readChanges(databases, checkpoint === undefined ? 0 : parseCheckpoint(checkpoint), limit);
      },
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    beforeCommit() {
      for (const [reader, checkpoint] of unsaved) meta.putSync(`checkpoint ${reader}`, checkpoint);
      unsaved.clear();
    },
    hasRiders: () => unsaved.size > 0,
    afterCommit() {
      if (!state.hasGrown) return;
      state.hasGrown = false;
      // Runs as a separate task, so that a throwing listener does not break the commit.
      for (const listener of listeners) queueMicrotask(listener);
    },
    async trim(commits, checkpoint) {
      const last = Math.min(parseCheckpoint(checkpoint), state.nextSequence - 1);
      while (await commits.submit(() => trimChunk(databases, last)));
    },
    async purgeExpired(commits, filter, until) {
      return purge(databases, until, (name) => {
        const item = databases.getItem(name);
        if (item?.ttl === undefined) return Promise.resolve(false);
        const still = { is: "equal", to: { ttl: item.ttl } } as const;
        const prepared = prepare(databases, filter, { op: "delete", key: item, if: still });
        return commits.submit(() => writeOne(databases, state, prepared).ok);
      });
    },
    loadCheckpoint: (reader) => unsaved.get(reader) ?? meta.get(`checkpoint ${reader}`),
    saveCheckpoint(reader, checkpoint) {
      parseCheckpoint(checkpoint);
      unsaved.set(reader, checkpoint);
    },
  };
}

/** Items are read lazily: each consumer skips the kinds that it does not process. */
function readChanges(databases: Databases, checkpoint: number, limit: number) {
  const changes: Change[] = [];
  let last = checkpoint;
  for (const { key: sequence, value } of databases.changes.getRange({ start: numberKey(checkpoint + 1), limit })) {
    if (!(value instanceof Uint8Array)) throw new Error("The change log holds something else than keys");
    const name = text(value);
    changes.push({
      key: parseKey(name),
      get item() {
        return databases.getItem(name);
      },
    });
    last = parseNumberKey(sequence);
  }
  return { changes, checkpoint: String(last) };
}

/** @returns whether there is more to trim */
function trimChunk(databases: Databases, last: number): boolean {
  const keys = [...databases.changes.getKeys({ start: numberKey(0), end: numberKey(last + 1), limit: TRIM_CHUNK_MAX })];
  for (const key of keys) databases.changes.removeSync(key);
  const trimmed = Number(databases.meta.get(TRIMMED) ?? 0);
  if (keys.length > 0 && last > trimmed) databases.meta.putSync(TRIMMED, String(last));
  return keys.length === TRIM_CHUNK_MAX;
}

async function purge(
  databases: Databases,
  until: { nowSeconds: number; limit: number },
  remove: (name: string) => Promise<boolean>,
): Promise<number> {
  const end = numberKey(Math.max(0, Math.floor(until.nowSeconds) + 1));
  const expired = [...databases.ttl.getKeys({ start: numberKey(0), end, limit: until.limit })];
  const removed = await Promise.all(expired.map((key) => remove(text(key.subarray(8)))));
  return removed.filter((wasThere) => wasThere).length;
}

function lastSequence(databases: Databases): number {
  const [last] = [...databases.changes.getKeys({ reverse: true, limit: 1 })];
  return Math.max(last === undefined ? 0 : parseNumberKey(last), Number(databases.meta.get(TRIMMED) ?? 0));
}

function parseCheckpoint(checkpoint: string): number {
  const sequence = Number(checkpoint);
  if (!/^\d+$/.test(checkpoint) || !Number.isSafeInteger(sequence)) {
    throw new TableLimit(`"${checkpoint}" is no checkpoint of this stream: pass on what a batch gave`);
  }
  return sequence;
}
