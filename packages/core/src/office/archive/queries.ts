import { masters } from "../../assembly.ts";
import type { Clock } from "../../base/context.ts";
import {
  bookedParts,
  entriesInOrder,
  entryReference,
  exceptionsOfLedger,
  type Fact,
  factHeaders,
  type LedgerRef,
  parseEntryKeys,
  parseFactKeys,
  type Recorded,
  readChunks,
  readHead,
} from "../../ledger/index.ts";
import { merchantLocations } from "../../people/location/index.ts";
import { copiesOf } from "../../selling/sale/index.ts";
import type { Table } from "../../table/port/port.ts";
import type { ArchiveLine, FactLine, LedgerLine, RecordLine } from "./model.ts";

export interface ArchiveContext {
  readonly table: Table;
  readonly clock: Clock;
}

/**
 * A merchant's archive, line by line. It may be taken while the shop sells: what is recorded meanwhile may be in it or not.
 * Time grows with the number of facts, memory with the number of their ids.
 */
export async function* archiveLines(
  context: ArchiveContext,
  merchantId: string,
): AsyncGenerator<ArchiveLine, void, undefined> {
  const { table } = context;
  for (const { record, read } of masters)
    for await (const fields of read(table, merchantId)) yield { record, merchantId, ...fields };
  const ledgers = await ledgersOf(table, merchantId);
  for (const ledger of ledgers) yield* exceptionLines(table, ledger);
  const lines: LedgerLine[] = [];
  for (const { ledgerId } of ledgers) {
    const { epoch, position } = await readHead(table, merchantId, ledgerId);
    lines.push({ record: "ledger", merchantId, id: ledgerId, ledgerId, epoch, position });
  }
  yield* lines;
  for (const line of lines) yield* factLines(context, line);
}

/** The merchant's own ledger, then those of its locations. */
export async function ledgersOf(table: Table, merchantId: string): Promise<LedgerRef[]> {
  const locations = await merchantLocations(table, merchantId);
  return [merchantId, ...locations.map(({ id }) => id)].map((ledgerId) => ({ merchantId, ledgerId }));
}

/** Exceptions with what people have noted on them, and the copies that are kept with the facts of some. */
async function* exceptionLines(table: Table, ledger: LedgerRef): AsyncGenerator<RecordLine, void, undefined> {
  const { merchantId } = ledger;
  for await (const exception of exceptionsOfLedger(table, ledger)) {
    const { subject, code } = exception;
    yield { record: "exception", merchantId, id: `${subject}#${code}`, ...exception };
    if (code !== "ID_CONFLICT") continue;
    for await (const copy of copiesOf(table, merchantId, subject)) yield { record: "copy", merchantId, ...copy };
  }
}

/** Facts up to the ledger's position as it was when its line was written; behind them those that were never booked. */
async function* factLines(context: ArchiveContext, ledger: LedgerLine): AsyncGenerator<FactLine, void, undefined> {
  const { table, clock } = context;
  const startedAt = clock.now();
  const seen = new Set<string>();
  if (ledger.position > 0) {
    for await (const { item, recorded } of entriesInOrder(context, ledger, () => {})) {
      const entry = parseEntryKeys(item);
      seen.add(entryReference(entry.factId, 0));
      if (entry.part === 0 && recorded) yield factLine(recorded, await placesOf(table, recorded.fact, ledger));
      if (entry.position >= ledger.position) break;
    }
  }
  for await (const header of factHeaders(table, ledger)) {
    const { factId: id, recordedAt } = parseFactKeys(header);
    if (recordedAt > startedAt) return;
    if (seen.has(id)) continue;
    const recorded = await readChunks(table, header);
    yield factLine(recorded, await placesOf(table, recorded.fact, ledger));
  }
}

type PlaceOfPart = { readonly position: number; readonly epoch: number } | null;

/** Where each part is booked, as far as the archive goes. */
async function placesOf(table: Table, fact: Fact, ledger: LedgerLine): Promise<PlaceOfPart[]> {
  const entries = await bookedParts(table, fact);
  return entries.map((entry) => (entry && entry.position <= ledger.position ? entry : null));
}

function factLine({ stored, recordHash }: Recorded, places: readonly PlaceOfPart[]): FactLine {
  const positions = places.map((place) => place?.position ?? null);
  const epochs = places.map((place) => place?.epoch ?? 1);
  return {
    ...(stored as unknown as Fact),
    positions,
    ...(epochs.every((epoch) => epoch === 1) ? {} : { epochs }),
    hash: recordHash,
  };
}
