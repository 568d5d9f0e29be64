import type { Clock } from "../../base/context.ts";
import { LIMITS } from "../../base/limits.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import {
  balanceKey,
  exceptionCallWrite,
  exceptionKey,
  readBalance,
  readException,
  readFact,
} from "../../ledger/index.ts";
import type { Table } from "../../table/port/port.ts";
import { RECEIPTS } from "./booking.ts";
import type { SaleFact } from "./model.ts";
import type { Gap } from "./receipts.ts";

/** Ranges named in a message; the record of the terminal has them all. */
const RANGES_SHOWN = 10;

/** Raises `SEQUENCE_GAP` on a terminal whose numbers have been missing for ten minutes. Returns whether one is open. */
export async function raiseSequenceGaps(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  {
    merchantId,
    locationId,
    terminalId,
  }: { readonly merchantId: string; readonly locationId: string; readonly terminalId: string },
): Promise<boolean> {
  const balance = await table.get(balanceKey(merchantId, locationId, RECEIPTS, terminalId));
  const { gaps } = readBalance(RECEIPTS, balance);
  if (gaps.length === 0) return false;
  const item = await table.get(exceptionKey(merchantId, terminalId, "SEQUENCE_GAP"));
  const seen = item && readException(item);
  if (seen?.status === "open") return true;
  const before = tenMinutesBefore(clock.now());
  // A resolved exception is not raised again for the gaps that were old when it was raised.
  const settled = seen?.status === "resolved" ? tenMinutesBefore(seen.raisedAt) : "";
  const old: Gap[] = [];
  for (const gap of gaps) {
    const revealedAt = (await readFact<SaleFact>(table, merchantId, gap.revealedBy))?.fact.recordedAt;
    if (revealedAt !== undefined && revealedAt > settled && revealedAt <= before) old.push(gap);
  }
  if (old.length === 0) return false;
  const numbers = old.slice(0, RANGES_SHOWN).map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  const more = old.length > RANGES_SHOWN ? ` and ${old.length - RANGES_SHOWN} more ranges` : "";
  const message = `Receipt numbers are missing: ${numbers.join(", ")}${more}.`;
  const details = { numbers: { text: `${numbers.join(", ")}${old.length > RANGES_SHOWN ? ", …" : ""}` } };
  const call = { subject: terminalId, code: "SEQUENCE_GAP", message, details, open: true } as const;
  const previous = seen && { ...seen, status: "closed" as const };
  const write = exceptionCallWrite(merchantId, locationId, call, clock.now(), previous);
  if (!write) return true;
  // The gap may be filled concurrently: raise the alarm only if the balance is unchanged.
  const raised = await table.transact([
    {
      op: "check",
      key: balanceKey(merchantId, locationId, RECEIPTS, terminalId),
      if: { is: "equal", to: { at: String(balance?.at) } },
    },
    write,
  ]);
  return raised.ok;
}

function tenMinutesBefore(instant: string): string {
  return formatInstant(instantMilliseconds(instant) - LIMITS.sequenceGapMinutes * 60_000);
}
