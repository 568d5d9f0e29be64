import { paidByGiftCard } from "../cart/tender.ts";
import type { Row } from "./row.ts";
import type { Status } from "./status.ts";
import type { StoreTransaction } from "./store.ts";

/** Acknowledged facts are kept for a server that is restored: this many facts, and all of this many days. */
const ROWS_KEPT = 500;
const DAYS_KEPT = 7;
const REMOVED_AT_ONCE = 200;

/** Stores the highest epoch that the server has reported. Facts acknowledged under an older one are sent again. */
export async function raisedEpoch(transaction: StoreTransaction, terminalId: string, epoch: number): Promise<number> {
  const known = (await transaction.get(`epoch:${terminalId}`)) ?? 0;
  if (epoch > known) await transaction.set(`epoch:${terminalId}`, epoch);
  return Math.max(known, epoch);
}

export async function unsentCount(
  transaction: StoreTransaction,
): Promise<Pick<Status, "unsent" | "attention" | "unread">> {
  const [pairing, unread] = await Promise.all([transaction.get("pairing"), transaction.unreadIds()]);
  if (pairing === undefined) return { unsent: 0, attention: 0, unread };
  const { terminalId } = pairing;
  const again = async () => {
    const epochBelow = (await transaction.get(`epoch:${terminalId}`)) ?? 0;
    return transaction.count({ terminalId, state: "acknowledged", epochBelow });
  };
  const counts = await Promise.all([
    transaction.count({ terminalId, state: "live" }),
    transaction.count({ terminalId, state: "happened" }),
    transaction.count({ terminalId, state: "unanswered" }),
    again(),
    transaction.count({ terminalId, state: "attention" }),
  ]);
  const [live, happened, unanswered, sentAgain, attention] = counts;
  return { unsent: live + happened + unanswered + sentAgain, attention, unread };
}

/** What this terminal recorded last, newest first. */
export async function recentRows(transaction: StoreTransaction, limit: number): Promise<Row[]> {
  const pairing = await transaction.get("pairing");
  return pairing === undefined ? [] : transaction.newestRows(pairing.terminalId, limit);
}

/** What the sales come to that wait for the server, and what gift cards paid of that, minor units. */
export interface Waiting {
  readonly total: number;
  readonly byGiftCard: number;
}

export async function waitingSales(transaction: StoreTransaction): Promise<Waiting> {
  const pairing = await transaction.get("pairing");
  let [total, byGiftCard] = [0, 0];
  if (pairing === undefined) return { total, byGiftCard };
  for (const state of ["live", "happened"] as const)
    for (const row of await transaction.rows({ terminalId: pairing.terminalId, state }))
      if ("sale" in row) {
        const { receipt } = row.sale;
        total += receipt.total + receipt.rounding;
        byGiftCard += paidByGiftCard(receipt.payments);
      }
  return { total, byGiftCard };
}

/** Removes what is no longer needed. Unsent, unseen and unread facts stay, however old. */
export async function removeOld(transaction: StoreTransaction, terminalId: string, now: string): Promise<void> {
  const newest = await transaction.newestRows(terminalId, ROWS_KEPT);
  if (newest.length < ROWS_KEPT) return;
  const kept = new Set(newest.map(({ id }) => id));
  const epoch = (await transaction.get(`epoch:${terminalId}`)) ?? 0;
  const oldest = Date.parse(now) - DAYS_KEPT * 86_400_000;
  for (const state of ["acknowledged", "dismissed"] as const) {
    for (const row of await transaction.rows({ terminalId, state, limit: REMOVED_AT_ONCE })) {
      const isNeeded = kept.has(row.id) || Date.parse(row.storedAt) > oldest || row.epoch < epoch;
      if (!isNeeded) await transaction.removeRow(row.id);
    }
  }
}
