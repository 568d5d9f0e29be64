import type { ChangeLog } from "@pos/core/table/port/engine.ts";
import type { ChangeStream, Key, Table } from "@pos/core/table/port/port.ts";
import { describe, type Log } from "@pos/functions/platform/log.ts";
import { createPause } from "@pos/functions/platform/pause.ts";
import type { Term } from "./lease.ts";

/**
 * The change stream of DynamoDB as a leader's reader sees it: asked again and again, from where the leader before was done. It
 * brings nothing once the term is over, and how far it is stands in the table only where this leader still leads. So nothing
 * is passed over, whoever leads; what was done and not yet noted is done again, which does no harm.
 */
export interface TermLog extends ChangeLog {
  /** Notes how far its reader is and asks no more. */
  readonly close: () => Promise<void>;
}

export interface TermLogOptions {
  readonly reader: string;
  readonly stream: ChangeStream;
  /** Where checkpoints and the lease are. */
  readonly realtime: Table;
  readonly term: Term;
  readonly log: Log;
  readonly pollMilliseconds?: number;
}

/** Each question costs, and each answer is so much later. */
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
  /** A reader stays where it is while nothing comes; the stream itself goes on, past what is none of the reader's. */
  let ahead: { readonly from: string | undefined; readonly to: string } | undefined;

  async function save(): Promise<void> {
    const checkpoint = unsaved;
    if (checkpoint === undefined || checkpoint === saved) return;
    const result = await realtime.transact([
      { op: "put", item: { ...checkpointKey(reader), checkpoint, term: term.number } },
      term.proof,
    ]);
    if (result.ok) saved = checkpoint;
    // A conflict is with a renewal, or with the other reader's: it is noted the next time.
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
          // What came after the term was over is for whoever leads now.
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
