import { type LedgerRef, raisedEpochWrites, raisedMarkKey, readHead } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { allLedgers } from "./ledgers.ts";

export interface RaisedEpochs {
  readonly raised: number;
  /** Ledgers whose epoch was already raised for this restore. */
  readonly before: number;
  /** The highest new epoch; 0 if none was raised. */
  readonly highest: number;
}

/** A batch size that shares commits well. */
const AT_ONCE = 100;

/**
 * Raises the epoch of every ledger by one after a restore, so that terminals resend the facts they still have and
 * subscribers receive what was booked since. Idempotent for each restore and safe beside live traffic.
 * @param restore a unique name of the restore
 * @param above epochs that terminals have seen: otherwise a second restore of one backup would reach the same epoch as
 *   the first, and terminals would resend nothing
 */
export async function raiseEpochs(
  table: Table,
  restore: string,
  progress: (ledgers: number) => void,
  { dryRun = false, above = 0 }: { readonly dryRun?: boolean; readonly above?: number } = {},
): Promise<RaisedEpochs> {
  let [raised, before, highest] = [0, 0, 0];
  let batch: LedgerRef[] = [];
  const raise = dryRun ? wouldRaise : raiseOne;
  const raiseBatch = async (): Promise<void> => {
    const outcomes = await Promise.all(batch.map((ledger) => raise(table, ledger, { restore, above })));
    batch = [];
    raised += outcomes.filter((epoch) => epoch !== undefined).length;
    before += outcomes.filter((epoch) => epoch === undefined).length;
    highest = Math.max(highest, ...outcomes.map((epoch) => epoch ?? 0));
    progress(raised + before);
  };
  for await (const ledger of allLedgers(table)) {
    batch.push(ledger);
    if (batch.length >= AT_ONCE) await raiseBatch();
  }
  await raiseBatch();
  return { raised, before, highest };
}

interface EpochRaise {
  readonly restore: string;
  readonly above: number;
}

/** @returns the ledger's new epoch, or undefined if it was already raised for this restore */
async function wouldRaise(
  table: Table,
  ledger: LedgerRef,
  { restore, above }: EpochRaise,
): Promise<number | undefined> {
  if ((await table.get(raisedMarkKey(ledger, restore))) !== undefined) return undefined;
  return Math.max((await readHead(table, ledger.merchantId, ledger.ledgerId)).epoch, above) + 1;
}

/** A concurrent booking changes the head: reload and retry. */
async function raiseOne(table: Table, ledger: LedgerRef, raise: EpochRaise): Promise<number | undefined> {
  for (;;) {
    const head = await readHead(table, ledger.merchantId, ledger.ledgerId);
    const result = await table.transact(raisedEpochWrites(ledger, head, raise));
    if (result.ok) return Math.max(head.epoch, raise.above) + 1;
    if (result.reasons[1] === "condition") return undefined;
  }
}
