import { type LedgerRef, raisedEpochWrites, raisedMarkKey, readHead } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { allLedgers } from "./ledgers.ts";

export interface Raised {
  readonly raised: number;
  /** Their epoch was raised for this restore already. */
  readonly before: number;
  /** The highest that one was raised to; 0: none was. */
  readonly highest: number;
}

/** As many at once as share a commit well. */
const AT_ONCE = 100;

/**
 * Raises the epoch of every ledger by one for a restore, which tells terminals to send again what they still have and brings
 * subscribers what was booked since. Once for each restore, however often this runs; also beside live traffic.
 * @param restore its name, which no other restore has
 * @param above epochs that were seen already: a backup that is restored for the second time would else come to the one of the
 *   first time, and terminals would send nothing again
 */
export async function raiseEpochs(
  table: Table,
  restore: string,
  progress: (ledgers: number) => void,
  { dryRun = false, above = 0 }: { readonly dryRun?: boolean; readonly above?: number } = {},
): Promise<Raised> {
  let [raised, before, highest] = [0, 0, 0];
  let waiting: LedgerRef[] = [];
  const raise = dryRun ? wouldRaise : raiseOne;
  const raiseWaiting = async (): Promise<void> => {
    const outcomes = await Promise.all(waiting.map((ledger) => raise(table, ledger, { restore, above })));
    waiting = [];
    raised += outcomes.filter((epoch) => epoch !== undefined).length;
    before += outcomes.filter((epoch) => epoch === undefined).length;
    highest = Math.max(highest, ...outcomes.map((epoch) => epoch ?? 0));
    progress(raised + before);
  };
  for await (const ledger of allLedgers(table)) {
    waiting.push(ledger);
    if (waiting.length >= AT_ONCE) await raiseWaiting();
  }
  await raiseWaiting();
  return { raised, before, highest };
}

interface Raise {
  readonly restore: string;
  readonly above: number;
}

/** Answers the epoch that it came to; undefined: it was raised for this restore before. */
async function wouldRaise(table: Table, ledger: LedgerRef, { restore, above }: Raise): Promise<number | undefined> {
  if ((await table.get(raisedMarkKey(ledger, restore))) !== undefined) return undefined;
  return Math.max((await readHead(table, ledger.merchantId, ledger.ledgerId)).epoch, above) + 1;
}

/** Somebody may be booking: then the head has moved on and is read again. */
async function raiseOne(table: Table, ledger: LedgerRef, raise: Raise): Promise<number | undefined> {
  for (;;) {
    const head = await readHead(table, ledger.merchantId, ledger.ledgerId);
    const result = await table.transact(raisedEpochWrites(ledger, head, raise));
    if (result.ok) return Math.max(head.epoch, raise.above) + 1;
    if (result.reasons[1] === "condition") return undefined;
  }
}
