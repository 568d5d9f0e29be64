import { MALFORMED, UNREADABLE } from "./online.ts";
import type { OutboxClock } from "./options.ts";
import { raisedEpoch } from "./retention.ts";
import type { Row } from "./row.ts";
import type { Pairing, Store, StoreTransaction } from "./store.ts";
import type { OfflineResult, Transport } from "./transport.ts";
import { acknowledgedBefore, sendUnanswered, type UnansweredRows, unansweredRows } from "./unanswered.ts";

/** Sends what has happened, with the terminal's own token, until the server has it. */
export interface Sender {
  /** There may be something to send. */
  readonly wake: () => void;
  /** Tries at once; resolves when nothing waits any more, or when it did not work. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

interface SenderOptions {
  readonly store: Store;
  readonly transport: Transport;
  readonly clock: OutboxClock;
  /** What a request found: undefined, or the code of what was in its way. */
  readonly seen: (code: string | undefined) => void;
  readonly changed: () => Promise<void>;
  readonly sending: (isSending: boolean) => void;
  /** What is kept could not be read or written. */
  readonly broken: (error: unknown) => void;
}

const BATCH_MAX = 100;
/** Of the megabyte that a request may have. */
const BATCH_CHARACTERS_MAX = 300_000;
const RETRY_MILLISECONDS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];

export function createSender(options: SenderOptions): Sender {
  const { store, transport, clock, seen, changed, sending, broken } = options;
  let underWay: Promise<void> | undefined;
  let isAskedAgain = false;
  let isWaiting = false;
  let failures = 0;
  let isClosed = false;

  /** Answers whether it worked. */
  async function sendBatch(pairing: Pairing, rows: readonly Row[]): Promise<boolean> {
    const answer = await transport.sendFacts(pairing.token, rows);
    if (!("unanswered" in answer)) {
      seen(undefined);
      return keep(pairing, rows, answer.epoch, answer.results);
    }
    if (!MALFORMED.has(answer.unanswered)) {
      seen(answer.unanswered);
      return false;
    }
    seen(undefined);
    if (rows.length > 1) {
      // One of them spoils the batch: each goes alone.
      for (const row of rows) if (!(await sendBatch(pairing, [row]))) return false;
      return true;
    }
    const refusals = [{ ...UNREADABLE, code: answer.unanswered }];
    return keep(
      pairing,
      rows,
      0,
      rows.map(({ id }) => ({ id, isRecorded: false, refusals })),
    );
  }

  /** Answers whether anything was answered, so that an answer about other facts is not asked for again and again. */
  async function keep(
    { terminalId }: Pairing,
    rows: readonly Row[],
    answered: number,
    results: readonly OfflineResult[],
  ): Promise<boolean> {
    const kept = await store.run(async (transaction) => {
      let count = 0;
      const epoch = await raisedEpoch(transaction, terminalId, answered);
      for (const [index, { id }] of rows.entries()) {
        const result = results[index];
        const stored = await transaction.row(id);
        if (result?.id !== id || stored === undefined || stored.state === "dismissed") continue;
        const state = result.isRecorded ? "acknowledged" : "attention";
        await transaction.putRow({ ...stored, state, epoch, refusals: result.refusals });
        count++;
      }
      return count;
    });
    await changed();
    return kept > 0;
  }

  async function sendAll(): Promise<boolean> {
    for (;;) {
      if (isClosed) return true;
      const { pairing, rows, unanswered } = await store.run(nextRows);
      if (pairing === undefined) return true;
      if (rows.length === 0) return sendUnanswered(options, { pairing, ...unanswered }, keep);
      if (!(await sendBatch(pairing, fitting(rows)))) return false;
    }
  }

  function start(): Promise<void> {
    isAskedAgain = false;
    sending(true);
    return sendAll()
      .then((worked) => {
        failures = worked ? 0 : failures + 1;
        if (!worked) waitAndWake();
      })
      .finally(() => {
        underWay = undefined;
        sending(false);
        if (isAskedAgain && failures === 0) wake();
      });
  }

  function waitAndWake(): void {
    if (isWaiting || isClosed) return;
    isWaiting = true;
    const milliseconds = RETRY_MILLISECONDS[Math.min(failures, RETRY_MILLISECONDS.length) - 1] ?? 30_000;
    void clock.sleep(milliseconds).then(() => {
      isWaiting = false;
      if (!isClosed) wake();
    });
  }

  function flush(): Promise<void> {
    if (isClosed) return Promise.resolve();
    if (underWay !== undefined) isAskedAgain = true;
    underWay ??= start();
    return underWay;
  }

  function wake(): void {
    flush().catch(broken);
  }

  return {
    wake,
    flush,
    close() {
      isClosed = true;
    },
  };
}

/** What is sent next: what has happened, then what a restored server may have lost. */
interface NextRows {
  readonly pairing?: Pairing;
  readonly rows: readonly Row[];
  /** Once no others wait. */
  readonly unanswered: UnansweredRows;
}

const NONE: UnansweredRows = { rows: [] };

async function nextRows(transaction: StoreTransaction): Promise<NextRows> {
  const pairing = await transaction.get("pairing");
  if (pairing === undefined) return { rows: [], unanswered: NONE };
  const { terminalId } = pairing;
  const waiting = await transaction.rows({ terminalId, state: "happened", limit: BATCH_MAX });
  if (waiting.length > 0) return { pairing, rows: waiting, unanswered: NONE };
  const epochBelow = (await transaction.get(`epoch:${terminalId}`)) ?? 0;
  const older = { terminalId, epochBelow, limit: BATCH_MAX };
  const again = await acknowledgedBefore(transaction, older);
  if (again.length > 0) return { pairing, rows: again, unanswered: NONE };
  const rows = await transaction.rows({ ...older, state: "attention" });
  return { pairing, rows, unanswered: await unansweredRows(transaction, terminalId) };
}

/** The first rows, as many as a request can carry; one at least. */
function fitting(rows: readonly Row[]): readonly Row[] {
  let characters = 0;
  const end = rows.findIndex(({ request }, index) => {
    characters += request.length;
    return index > 0 && characters > BATCH_CHARACTERS_MAX;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
