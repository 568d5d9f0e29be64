import type { Status } from "./outbox.ts";
import type { StoreTransaction } from "./store.ts";

/** What has been acknowledged is kept for a server that was restored: so many facts, and all of so many days. */
const ROWS_KEPT = 500;
const DAYS_KEPT = 7;
const REMOVED_AT_ONCE = 200;

/** The highest epoch that the server has shown. Whatever was acknowledged under an older one is sent again. */
export async function raisedEpoch(transaction: StoreTransaction, terminalId: string, epoch: number): Promise<number> {
  const known = (await transaction.get(`epoch:${terminalId}`)) ?? 0;
  if (epoch > known) await transaction.set(`epoch:${terminalId}`, epoch);
  return Math.max(known, epoch);
}

export async function unsentCount(
  transaction: StoreTransaction,
): Promise<Pick<Status, "unsent" | "attention" | "unread">> {
  const pairing = await transaction.get("pairing");
  const unread = await transaction.unreadIds();
  if (pairing === undefined) return { unsent: 0, attention: 0, unread };
  const { terminalId } = pairing;
  const epochBelow = (await transaction.get(`epoch:${terminalId}`)) ?? 0;
  const live = await transaction.count({ terminalId, state: "live" });
  const happened = await transaction.count({ terminalId, state: "happened" });
  const again = await transaction.count({ terminalId, state: "acknowledged", epochBelow });
  const attention = await transaction.count({ terminalId, state: "attention" });
  return { unsent: live + happened + again, attention, unread };
}

/** Removes what is no longer needed. What is unsent, unseen or unread stays, however old. */
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
