import { assert, present } from "../base/result.ts";
import type { ExceptionCode } from "../generated/names.ts";
import { padded, tenantPk } from "../table/port/keys.ts";
import type { Item, Key, Table, Write } from "../table/port/port.ts";
import { type Body, type ENVELOPE_VERSION, readEnvelope } from "./envelope.ts";
import { sha256 } from "./hash.ts";

/**
 * A fact is something that happened, written once. What is stored is text (the header's body and, for a long fact, its
 * chunks), and the record hash is taken over just that text: a fact that was altered by one byte no longer matches it.
 */
export interface Fact {
  readonly v: typeof ENVELOPE_VERSION;
  readonly kind: string;
  readonly id: string;
  readonly merchantId: string;
  /** Absent: the fact belongs to the merchant as a whole and is booked in the merchant's own ledger. */
  readonly locationId?: string;
  readonly terminalId?: string;
  /** Who did it, as claimed by the terminal, else the operator who was signed in. */
  readonly operatorId?: string;
  /** Who was signed in, where that differs from `operatorId`; null: no operator was, the terminal alone claims it. */
  readonly authenticatedOperatorId?: string | null;
  readonly customerId?: string;
  readonly shiftId?: string;
  /** A fact whose entries its own booking needs (a refund's sale): booked first. */
  readonly relatedFactId?: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** The business day and the hour in the location's zone, computed once, when the fact was recorded. */
  readonly day: string;
  readonly hour: number;
  /** The version of the rules that computed it and by which it is booked. */
  readonly rules: number;
  /** How many entries book it; see `partsOf`. */
  readonly parts: number;
  /** Decides what "the same content" is when the id comes again: a version, a colon, a hash. */
  readonly requestHash: string;
  /** What a manager has to look at, known when it was recorded; booking raises an exception for each. */
  readonly flags?: readonly Flag[];
  readonly lines?: readonly FactLine[];
}

export interface Flag {
  readonly code: ExceptionCode;
  readonly message: string;
  readonly details?: ExceptionDetails;
}

/** What an exception states as data, by name, so that a screen can put it into words: exactly one member each. */
export interface ExceptionDetails {
  readonly [name: string]: ExceptionDetail;
}

export type ExceptionDetail =
  /** Minor units of the merchant's currency. */
  | { readonly amount: number }
  /** A unit price, major units. */
  | { readonly price: string }
  | { readonly instant: string }
  | { readonly staffId: string }
  /** A number, a code, or a name as it was. */
  | { readonly text: string };

export interface FactLine {
  readonly variantId?: string;
  readonly sku?: string;
  /** Decimal, as the goods move for the customer: a sale "2". */
  readonly quantity: string;
  /** The quantity counts packs of so many units. Absent: units. */
  readonly pack?: { readonly name: string; readonly size: number };
  /** Its goods are counted: they move a level. */
  readonly stocked?: true;
}

/** A fact read back, with the hash that its entries must hold. */
export interface Recorded<F extends Fact = Fact> {
  readonly fact: F;
  /** As it was written, whatever version its envelope has: what the hash is of. */
  readonly stored: Body;
  readonly recordHash: string;
}

/** Facts without a location are booked in the merchant's own ledger, which bears the merchant's id. */
export function ledgerOf(fact: Fact): string {
  return fact.locationId ?? fact.merchantId;
}

/** Lines whose goods one part moves: three items a line (level, exception, its share) must fit into a transaction. */
export const PART_LINES = 25;

/** One part for up to 25 lines; beyond, part 0 books the money and parts 1..n move the goods of 25 lines each. */
export function partsOf(lineCount: number): number {
  return lineCount <= PART_LINES ? 1 : 1 + Math.ceil(lineCount / PART_LINES);
}

/** The lines whose goods a part moves. */
export function linesOfPart<L extends FactLine>(
  fact: { readonly parts: number; readonly lines?: readonly L[] },
  part: number,
): readonly L[] {
  const lines = fact.lines ?? [];
  if (fact.parts === 1) return lines;
  return part === 0 ? [] : lines.slice((part - 1) * PART_LINES, part * PART_LINES);
}

export function factKey(merchantId: string, id: string): Key {
  return { pk: tenantPk(merchantId, id), sk: FACT_SK };
}

/** The id of the fact beside whose record a key lies: its own, a chunk's, an entry's. */
export function factIdOf({ pk }: { readonly pk: string }): string {
  return pk.slice(pk.indexOf("#") + 1);
}

/** What a fact's index key contains. */
export function parseFactKeys(header: Item): { readonly factId: string; readonly recordedAt: string } {
  const [recordedAt = ""] = (header.gsi1sk ?? "").split("#");
  return { factId: factIdOf(header), recordedAt };
}

/** The sort keys' prefixes by which the readers of the change stream choose what is theirs. */
export const FACT_SK = "FACT";
export const ENTRY_SK_PREFIX = "ENTRY#";
const CHUNK_SK_PREFIX = "CHUNK#";

/** A body up to this size stays in one item; a longer one is cut into chunks, which the readers never see. */
const INLINE_CHARACTERS_MAX = 60_000;
const CHUNK_CHARACTERS_MAX = 90_000;

/** A place in the second index. */
export interface SecondIndex {
  readonly gsi2pk: string;
  readonly gsi2sk: string;
}

/**
 * The writes that record a fact: its header on condition that no fact has this id yet, and its chunks, if any.
 * @param index attributes for the second index (a customer's facts), when it belongs there
 */
export function recordWrites(fact: Fact, index?: SecondIndex): Write[] {
  const whole = JSON.stringify(fact);
  const texts = whole.length <= INLINE_CHARACTERS_MAX || !fact.lines ? [] : chunkTexts(fact.lines);
  const body = texts.length === 0 ? whole : JSON.stringify({ ...fact, lines: undefined, chunks: texts.length });
  const key = factKey(fact.merchantId, fact.id);
  const header: Item = {
    ...key,
    gsi1pk: factsIndexPk(fact.merchantId, ledgerOf(fact)),
    gsi1sk: `${fact.recordedAt}#${fact.id}`,
    ...index,
    body,
    hash: recordHash(body, texts),
  };
  const chunks = texts.map((text, index): Write => ({ op: "put", item: { ...chunkKey(key, index), body: text } }));
  return [{ op: "put", item: header, if: { is: "absent" } }, ...chunks];
}

/** The record hash that this fact has, or will have once it is recorded. */
export function recordHashOf(fact: Fact): string {
  const [header] = recordWrites(fact);
  return header?.op === "put" ? String(header.item.hash) : "";
}

/** Facts of a ledger by when they were recorded: what the sweep and a rebuild walk. */
export function factsIndexPk(merchantId: string, ledgerId: string): string {
  return tenantPk(merchantId, "F", ledgerId);
}

function chunkKey(key: Key, index: number): Key {
  return { pk: key.pk, sk: `${CHUNK_SK_PREFIX}${padded(index, 4)}` };
}

function chunkTexts(lines: readonly FactLine[]): string[] {
  const texts: string[] = [];
  let current: string[] = [];
  let size = 0;
  for (const line of lines) {
    const text = JSON.stringify(line);
    if (size + text.length > CHUNK_CHARACTERS_MAX && current.length > 0) {
      texts.push(`[${current.join(",")}]`);
      current = [];
      size = 0;
    }
    current.push(text);
    size += text.length + 1;
  }
  if (current.length > 0) texts.push(`[${current.join(",")}]`);
  return texts;
}

export function recordHash(body: string, chunkBodies: readonly string[]): string {
  return sha256(chunkBodies.length === 0 ? body : [body, ...chunkBodies].join("\n"));
}

export async function readFact<F extends Fact>(
  table: Table,
  merchantId: string,
  id: string,
): Promise<Recorded<F> | undefined> {
  const header = await table.get(factKey(merchantId, id));
  return header && readChunks<F>(table, header);
}

/** The fact of a header: all but the lines of a long one. */
export function readHeader(header: Item): Fact {
  return readEnvelope(JSON.parse(textOf(header)) as Body) as unknown as Fact;
}

/** The whole fact behind a header that is at hand. The hash is computed from what was read, not believed. */
export async function readChunks<F extends Fact>(table: Table, header: Item): Promise<Recorded<F>> {
  const body = textOf(header);
  const parsed = JSON.parse(body) as Body & { readonly chunks?: number };
  if (!parsed.chunks) return recorded<F>(parsed, recordHash(body, []));
  const keys = Array.from({ length: parsed.chunks }, (_, index) => chunkKey(header, index));
  const chunks = await table.batchGet(keys);
  const texts = chunks.map((chunk) => textOf(present(chunk, `a chunk of ${parsed.id}`)));
  const { chunks: _, ...fact } = parsed;
  const lines = texts.flatMap((text) => JSON.parse(text) as FactLine[]);
  return recorded<F>({ ...fact, lines }, recordHash(body, texts));
}

function recorded<F extends Fact>(stored: Body, hash: string): Recorded<F> {
  return { fact: readEnvelope(stored) as unknown as F, stored, recordHash: hash };
}

/** How long the text of a fact is that an item holds: its header or a chunk. 0 for other items. */
export function factTextLength({ sk, body }: Item): number {
  if (typeof body !== "string") return 0;
  return sk === FACT_SK || sk.startsWith(CHUNK_SK_PREFIX) ? body.length : 0;
}

/** What a record's body holds; see the writers. */
export function textOf(item: Item): string {
  const body = item.body;
  assert(typeof body === "string", "a record has a body");
  return body;
}
