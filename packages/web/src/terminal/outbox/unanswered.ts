import { MALFORMED, PASSING_CODES, UNREADABLE } from "./online.ts";
import type { OutboxClock } from "./options.ts";
import { needsServer, type Row } from "./row.ts";
import type { Operator, Pairing, RowsWanted, StoreTransaction } from "./store.ts";
import type { OfflineResult, OnlineAnswer, Transport } from "./transport.ts";

const ONLINE_MILLISECONDS = 10_000;

interface Sending {
  readonly transport: Transport;
  readonly clock: OutboxClock;
  readonly seen: (code: string | undefined) => void;
}

type Keep = (
  pairing: Pairing,
  rows: readonly Row[],
  epoch: number,
  results: readonly OfflineResult[],
) => Promise<unknown>;

/** What waits for the server's decision, and the operator who is signed in. */
export interface UnansweredRows {
  readonly operator?: Operator;
  readonly rows: readonly Row[];
}

export async function unansweredRows(transaction: StoreTransaction, terminalId: string): Promise<UnansweredRows> {
  const operator = await transaction.get("operator");
  const rows = await transaction.rows({ terminalId, state: "unanswered" });
  return { rows, ...(operator === undefined ? {} : { operator }) };
}

/**
 * Sends what only the server may decide as it was sent at first: online, by the operator who made it. The same bytes find out
 * whether it was recorded.
 * @returns whether the server was there
 */
export async function sendUnanswered(
  { transport, clock, seen }: Sending,
  { pairing, operator, rows }: UnansweredRows & { readonly pairing: Pairing },
  keep: Keep,
): Promise<boolean> {
  for (const row of rows) {
    if (operator?.operatorId !== row.operatorId || operator.expiresAt <= clock.now()) continue;
    const answer = await transport.sendOnline(operator.token, row, ONLINE_MILLISECONDS);
    const code = "unanswered" in answer ? answer.unanswered : undefined;
    const isPassing = code !== undefined && PASSING_CODES.has(code);
    seen(isPassing ? code : undefined);
    if (isPassing) return false;
    const result = resultOf(answer);
    // With a session that has ended, or without the right that was taken away, it waits for its operator.
    if (result !== undefined) await keep(pairing, [row], result.epoch, [{ id: row.id, ...result }]);
  }
  return true;
}

function resultOf(answer: OnlineAnswer) {
  if (!("unanswered" in answer)) return { ...answer, isRecorded: answer.refusals.length === 0 };
  const { unanswered: code } = answer;
  return MALFORMED.has(code) ? { epoch: 0, isRecorded: false, refusals: [{ ...UNREADABLE, code }] } : undefined;
}

/**
 * What a restored server may have lost. What only the server may decide is unanswered again: with the terminal's own token it
 * would be refused.
 */
export async function acknowledgedBefore(
  transaction: StoreTransaction,
  older: Omit<RowsWanted, "state">,
): Promise<readonly Row[]> {
  const rows = await transaction.rows({ ...older, state: "acknowledged" });
  const undecided = rows.filter(needsServer);
  if (undecided.length === 0) return rows;
  for (const row of undecided) await transaction.putRow({ ...row, state: "unanswered" });
  return acknowledgedBefore(transaction, older);
}
