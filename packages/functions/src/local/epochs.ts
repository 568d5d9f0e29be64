import { type LedgerRef, raisedEpochWrites, raisedMarkKey, readHead } from "@pos/core/ledger/index.ts";
import type { Table } from "@pos/core/table/port.ts";
import { allLedgers } from "./ledgers.ts";

export interface Raised {
  readonly raised: number;
  /** Their epoch was raised for this restore already. */
  readonly before: number;
}

/** As many at once as share a commit well. */
const AT_ONCE = 100;

/**
 * Raises the epoch of every ledger by one for a restore, which tells terminals to send again what they still have and brings
 * subscribers what was booked since. Once for each restore, however often this runs; also beside live traffic.
 * @param restore its name, which no other restore has
 */
export async function raiseEpochs(
  table: Table,
  restore: string,
  progress: (ledgers: number) => void,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Raised> {
  let [raised, before] = [0, 0];
  let waiting: LedgerRef[] = [];
  const raise = dryRun ? wouldRaise : raiseOne;
  const raiseWaiting = async (): Promise<void> => {
    const outcomes = await Promise.all(waiting.map((ledger) => raise(table, ledger, restore)));
    waiting = [];
    raised += outcomes.filter((isRaised) => isRaised).length;
    before += outcomes.filter((isRaised) => !isRaised).length;
    progress(raised + before);
  };
  for await (const ledger of allLedgers(table)) {
    waiting.push(ledger);
    if (waiting.length >= AT_ONCE) await raiseWaiting();
  }
  await raiseWaiting();
  return { raised, before };
}

async function wouldRaise(table: Table, ledger: LedgerRef, restore: string): Promise<boolean> {
  return (await table.get(raisedMarkKey(ledger, restore))) === undefined;
}

/** Somebody may be booking: then the head has moved on and is read again. */
async function raiseOne(table: Table, ledger: LedgerRef, restore: string): Promise<boolean> {
  for (;;) {
    const head = await readHead(table, ledger.merchantId, ledger.ledgerId);
    const result = await table.transact(raisedEpochWrites(ledger, head, restore));
    if (result.ok) return true;
    if (result.reasons[1] === "condition") return false;
  }
}
