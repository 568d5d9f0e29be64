import type { ChangeLog } from "@pos/core/table/port/engine.ts";
import type { ChangeStream, Key, Table } from "@pos/core/table/port/port.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createPause } from "@pos/functions/platform/pause.ts";
import type { Term } from "./lease.ts";

/**
 * DynamoDB's change stream for a consumer of the leader: polled, and resumed at the previous leader's checkpoint. It
 * returns nothing once the term is over, and checkpoints are stored only with a valid fencing token. Changes are
 * therefore never skipped at a change of leader; those processed after the last checkpoint are repeated, which is
 * harmless.
 */
export interface TermLog extends ChangeLog {
  /** Saves the consumer's checkpoint and stops polling. */
  readonly close: () => Promise<void>;
}

export interface TermLogOptions {
  readonly reader: string;
  readonly stream: ChangeStream;
  /** The table of checkpoints and the lease. */
  readonly realtime: Table;
  readonly term: Term;
  readonly log: Log;
  readonly pollMilliseconds?: number;
}

/** Every poll costs a request, and every wait delays the changes. */
const POLL_MILLISECONDS = 200;
const SAVE_MILLISECONDS = 1_000;

function checkpointKey(reader: string): Key {
  return { pk: `checkpoint#${reader}`, sk: "CHECKPOINT" };
}

export async function openTermLog(options: TermLogOptions): Promise<TermLog> {
  const { reader, stream, realtime, term, log, pollMilliseconds = POLL_MILLISECONDS } = options;
  const stored = await realtime.get(checkpointKey(reader));
  const pause = createPause();
  let saved = stored && String(stored.checkpoint);
  let unsaved = saved;
  let isOver = false;
  let hasFailed = false;
  /**
   * While batches are empty the consumer's checkpoint does not advance, but the stream's position does, past filtered
   * changes.
   */
  let ahead: { readonly from: string | undefined; readonly to: string } | undefined;

  async function save(): Promise<void> {
    const checkpoint = unsaved;
    if (checkpoint === undefined || checkpoint === saved) return;
    const result = await realtime.transact([
      { op: "put", item: { ...checkpointKey(reader), checkpoint, term: term.number } },
      term.fencingCheck,
    ]);
    if (result.ok) saved = checkpoint;
    // A conflict with a renewal or the other consumer: the checkpoint is saved next time.
    else if (result.reasons.includes("condition")) term.lose();
  }
  async function saveNow(): Promise<void> {
    await save().catch((error: unknown) => log({ level: "warn", event: "checkpoint", reader, error: describe(error) }));
  }
  async function keepSaving(): Promise<void> {
    while (!isOver) {
      await pause.for(SAVE_MILLISECONDS);
      if (term.isMine()) await saveNow();
    }
  }
  const saving = keepSaving();
  return {
    stream: {
      async read(checkpoint, limit) {
        const nothing = { changes: [], checkpoint: checkpoint ?? "" };
        if (!term.isMine()) return nothing;
        const from = ahead !== undefined && ahead.from === checkpoint ? ahead.to : checkpoint;
        try {
          const batch = await stream.read(from, limit);
          hasFailed = false;
          ahead = batch.changes.length === 0 ? { from: checkpoint, to: batch.checkpoint } : undefined;
          // Changes received after the term are processed by the next leader.
          return term.isMine() ? batch : nothing;
        } catch (error) {
          if (!hasFailed) log({ level: "warn", event: "stream", reader, error: describe(error) });
          hasFailed = true;
          return nothing;
        }
      },
      onChange(listener) {
        const timer = setInterval(listener, pollMilliseconds);
        return () => clearInterval(timer);
      },
    },
    loadCheckpoint: () => unsaved,
    saveCheckpoint(_, checkpoint) {
      unsaved = checkpoint;
    },
    async close() {
      isOver = true;
      pause.end();
      await saving;
      if (term.isMine()) await saveNow();
    },
  };
}
