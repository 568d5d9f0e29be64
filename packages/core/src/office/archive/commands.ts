import { masters } from "../../assembly.ts";
import { canonicalJson } from "../../base/canonical.ts";
import { prefixOf } from "../../base/id.ts";
import {
  type Books,
  bookInOrder,
  EnvelopeUnknown,
  exceptionPut,
  type LedgerOrder,
  ledgerOf,
  type PartOfEpoch,
  readEnvelope,
  readHead,
  rebuildGuards,
  recordArchived,
  recordHashOf,
  type StoredException,
} from "../../ledger/index.ts";
import { forgetRenewal, type MasterKind, type MasterRecord } from "../../people/access/index.ts";
import { copyPuts, customerIndex, type FactCopy } from "../../selling/sale/index.ts";
import type { Table } from "../../table/port/port.ts";
import {
  type ArchiveLine,
  ArchiveProblem,
  type FactLine,
  isLedgerLine,
  isRecordLine,
  type RecordLine,
} from "./model.ts";
import { type ArchiveContext, ledgersOf } from "./queries.ts";

export type ReadingContext = ArchiveContext & { readonly books: Books };

/**
 * Looks through an archive and at what is there, and changes nothing: every line is one of an archive's, every fact matches its
 * hash, every position is taken once and none is missing, its ledgers are empty here, and master data that is here is the same.
 * @returns what is to be booked where, for `readArchive`
 * @throws ArchiveProblem that names the line
 */
export async function checkArchive(
  context: ReadingContext,
  lines: AsyncIterable<ArchiveLine>,
): Promise<readonly LedgerOrder[]> {
  const orders = new Map<string, LedgerOrder & { readonly parts: PartOfEpoch[]; readonly position: number }>();
  const storedAs = storedRecords(context.table);
  let number = 0;
  const refuse = (message: string): never => {
    throw new ArchiveProblem(number, message);
  };
  for await (const line of lines) {
    number++;
    if (prefixOf(String(line.merchantId)) !== "mer") refuse("it names no merchant.");
    if (!isRecordLine(line)) {
      const order = orders.get(`${line.merchantId} ${ledgerOf(line)}`);
      if (!order) return refuse(`its ledger ${ledgerOf(line)} is none that the archive names before.`);
      checkFact(line, context.books, refuse);
      takePositions(line, order.parts, refuse);
    } else if (isLedgerLine(line)) {
      const { merchantId, ledgerId, epoch, position } = line;
      if ((await readHead(context.table, merchantId, ledgerId)).position > 0)
        refuse(`the ledger ${ledgerId} has entries already: an archive is read into empty ledgers.`);
      orders.set(`${merchantId} ${ledgerId}`, { ledger: { merchantId, ledgerId }, epoch, position, parts: [] });
    } else if (line.record !== "exception" && line.record !== "copy") {
      const there = await storedAs(masterOf(line, refuse), line);
      if (there === "another") refuse(`another ${line.record} ${line.id} is there already.`);
    }
  }
  number = 0;
  for (const { ledger, parts, position } of orders.values()) {
    const missing = Array.from(parts).indexOf(undefined as never);
    if (missing >= 0) refuse(`The archive lacks position ${missing + 1} of the ledger ${ledger.ledgerId}.`);
    if (parts.length < position)
      refuse(
        `The archive ends early: the ledger ${ledger.ledgerId} has ${position} entries, here are ${parts.length}.`,
      );
  }
  return [...orders.values()];
}

export interface ArchiveRead {
  readonly records: number;
  readonly facts: number;
  readonly entries: number;
}

/** Facts recorded at once: they share commits. */
const RECORDED_AT_ONCE = 50;

/**
 * Reads in an archive that was checked: records its facts, then books each part at its own position, so that costs, balances
 * and the next export come out equal. Facts that have no position are left to the booking that everybody uses. Interrupted, it
 * is simply run again. Nothing else may book meanwhile.
 * @param progress receives the number of facts recorded, then the number of entries booked
 */
export async function readArchive(
  context: ReadingContext,
  orders: readonly LedgerOrder[],
  lines: AsyncIterable<ArchiveLine>,
  progress: (done: number, what: "facts" | "entries") => void,
): Promise<ArchiveRead> {
  const { table, books } = context;
  const storedAs = storedRecords(table);
  const copies = new Map<string, FactCopy[]>();
  let waiting: { readonly line: FactLine; readonly number: number }[] = [];
  let [number, records, facts, entries] = [0, 0, 0, 0];
  const recordWaiting = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    await Promise.all(all.map((each) => recordFact(context, each.line, each.number)));
    facts += all.length;
    progress(facts, "facts");
  };
  for await (const line of lines) {
    number++;
    if (!isRecordLine(line)) {
      waiting.push({ line, number });
      if (waiting.length >= RECORDED_AT_ONCE) await recordWaiting();
      continue;
    }
    records++;
    const { record: kind, merchantId, ...content } = line;
    if (kind === "exception") await table.write(exceptionPut(merchantId, withoutId(content)));
    else if (kind === "copy")
      copies.set(merchantId, [...(copies.get(merchantId) ?? []), content as unknown as FactCopy]);
    else if (kind !== "ledger") await addMaster(table, storedAs, line, number);
  }
  await recordWaiting();
  for (const [merchantId, kept] of copies)
    await Promise.all(copyPuts(merchantId, kept).map((write) => table.write(write)));
  for (const merchantId of new Set(orders.map(({ ledger }) => ledger.merchantId))) {
    const own = orders.filter(({ ledger }) => ledger.merchantId === merchantId);
    await bookInOrder(context, own, () => progress(++entries, "entries"));
    await rebuildGuards({ table, books }, merchantId, await ledgersOf(table, merchantId));
    await forgetRenewal(table, merchantId);
  }
  return { records, facts, entries };
}

type Refuse = (message: string) => never;

function checkFact({ positions, epochs: _, hash, ...fact }: FactLine, books: Books, refuse: Refuse): void {
  if (!books.kinds.has(String(fact.kind))) refuse(`there are no facts of the kind "${fact.kind}".`);
  if (prefixOf(String(fact.id)) === undefined) refuse("a fact has an id.");
  if (!Array.isArray(positions) || positions.length !== fact.parts)
    refuse(`the fact ${fact.id} has ${fact.parts} parts: it needs as many positions.`);
  try {
    readEnvelope({ ...fact });
  } catch (error) {
    if (error instanceof EnvelopeUnknown) refuse(error.message);
    throw error;
  }
  if (recordHashOf(fact) !== hash) refuse(`the fact ${fact.id} does not match its hash.`);
}

function takePositions({ id, positions, epochs }: FactLine, parts: PartOfEpoch[], refuse: Refuse): void {
  for (const [part, position] of positions.entries()) {
    if (position === null) continue;
    if (!Number.isSafeInteger(position) || position < 1) refuse("a position is a whole number above 0, or null.");
    if (parts[position - 1]) refuse(`position ${position} is taken.`);
    parts[position - 1] = { factId: id, part, epoch: epochs?.[part] ?? 1 };
  }
}

async function recordFact(context: ReadingContext, line: FactLine, number: number): Promise<void> {
  const { positions: _, epochs: __, hash: ___, ...fact } = line;
  const status = await recordArchived(context, fact, customerIndex(fact));
  if (status === "conflict") throw new ArchiveProblem(number, `another fact ${fact.id} is there already.`);
}

function masterOf({ record: kind }: RecordLine, refuse: Refuse): MasterKind {
  return masters.find((each) => each.record === kind) ?? refuse(`there are no records of the kind "${kind}".`);
}

async function addMaster(table: Table, storedAs: StoredAs, line: RecordLine, number: number): Promise<void> {
  const master = masterOf(line, (message) => {
    throw new ArchiveProblem(number, message);
  });
  if ((await storedAs(master, line)) === "same") return;
  const { record: kind, merchantId, ...fields } = line;
  const { ok } = await table.transact(master.writes(merchantId, fields));
  if (!ok)
    throw new ArchiveProblem(number, `what ${kind} ${line.id} needs for itself (a SKU, a barcode, a number) is taken.`);
}

type StoredAs = (master: MasterKind, line: RecordLine) => Promise<"absent" | "same" | "another">;

/** What is there already, by merchant and kind, read once. */
function storedRecords(table: Table): StoredAs {
  const known = new Map<string, Map<string, string>>();
  return async (master, { record: kind, merchantId, ...fields }) => {
    const name = `${merchantId} ${kind}`;
    let there = known.get(name);
    if (!there) {
      there = new Map();
      known.set(name, there);
      for await (const record of master.read(table, merchantId)) there.set(record.id, canonicalJson(record));
    }
    const text = there.get(fields.id);
    return text === undefined ? "absent" : text === canonicalJson(fields) ? "same" : "another";
  };
}

function withoutId({ id: _, ...exception }: MasterRecord): StoredException {
  return exception as unknown as StoredException;
}
