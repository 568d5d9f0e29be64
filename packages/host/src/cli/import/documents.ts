import { toScaled } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { extendPrice, MINOR_UNITS_MAX, PRICE_PLACES } from "@pos/core/base/money.ts";
import { formatQuantity, parseQuantity, QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import { type BadRow, type Row, readRows } from "./rows.ts";
import { londonInstant } from "./wallclock.ts";

/** What the rows of one InvoiceNo say happened. */
export interface SourceDocument {
  readonly kind: DocumentKind;
  /** As the files write it, with its letter. */
  readonly number: string;
  readonly occurredAt: string;
  readonly customer: string | undefined;
  readonly country: string;
  readonly lines: readonly SourceLine[];
}

export type DocumentKind = "sale" | "refund" | "stockAdjustment" | "financeAdjustment";

export interface SourceLine {
  readonly sku: string;
  /** As the file has it: below zero where goods come back or are written off. */
  readonly quantity: string;
  readonly unitPrice: string;
  readonly description: string;
}

export interface Source {
  /** By when they happened. */
  readonly documents: readonly SourceDocument[];
  readonly rows: number;
  /** What cannot be read or cannot be: each a sentence with its file and line. */
  readonly problems: readonly string[];
}

/**
 * Reads all files, then puts the rows of each number together: they need not stand together, nor in one file. A document
 * with a row that cannot be read is left out as a whole, because what is recorded is never changed; once its file is fixed,
 * another run records it.
 */
export async function readDocuments(files: Iterable<string>, progress: (rows: number) => void): Promise<Source> {
  const groups = new Map<string, Group>();
  const problems: string[] = [];
  const unreadable = new Set<string>();
  const shared = sharedTexts();
  let rows = 0;
  for (const file of files) {
    for await (const row of readRows(file)) {
      rows++;
      if (rows % 10_000 === 0) progress(rows);
      if ("problem" in row) {
        problems.push(messageOf(row));
        if (row.number !== undefined) unreadable.add(row.number);
      } else addRow(groups, row, shared);
    }
  }
  const documents: SourceDocument[] = [];
  for (const [number, group] of groups) {
    if (unreadable.has(number)) continue;
    const wrong = wrongRow(group);
    if (wrong) problems.push(messageOf(wrong));
    else documents.push(documentOf(group));
  }
  documents.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
  return { documents, rows, problems };
}

/** The rows of one number so far. */
interface Group {
  readonly number: string;
  /** Of its first row. */
  readonly at: string;
  readonly country: string;
  customer: string | undefined;
  readonly lines: SourceLine[];
  /** The position of each: file and line alternately, which takes little memory. */
  readonly places: (string | number)[];
}

function addRow(groups: Map<string, Group>, row: Row, shared: (text: string) => string): void {
  const { number, at, customer, place } = row;
  let group = groups.get(number);
  if (!group) {
    group = { number, at, country: shared(row.country), customer, lines: [], places: [] };
    groups.set(number, group);
  }
  group.customer ??= customer;
  group.lines.push({
    sku: shared(row.sku),
    quantity: shared(row.quantity),
    unitPrice: shared(row.unitPrice),
    description: shared(row.description),
  });
  group.places.push(place.file, place.line);
}

function messageOf({ place, problem, number }: BadRow): string {
  const leftOut = number === undefined ? "" : `; document ${number} is left out`;
  return `${place.file}:${place.line}: ${problem}${leftOut}.`;
}

/** The kind by number and rows: a letter for refunds and finance adjustments; no price and no customer for write-offs. */
function kindOf({ number, customer, lines }: Group): DocumentKind {
  const letter = number.charAt(0);
  if (letter === "C") return "refund";
  if (letter === "A") return "financeAdjustment";
  const isFree = customer === undefined && lines.every(({ unitPrice }) => unitPrice === "0");
  return isFree ? "stockAdjustment" : "sale";
}

function documentOf(group: Group): SourceDocument {
  const { number, at, customer, country, lines } = group;
  return { kind: kindOf(group), number, occurredAt: londonInstant(at), customer, country, lines };
}

/** The first row that its document cannot have. */
function wrongRow(group: Group): BadRow | undefined {
  const { number, lines, places } = group;
  const kind = kindOf(group);
  const bad = (problem: string, index: number) => {
    const [file, line] = [String(places[2 * index]), Number(places[2 * index + 1])];
    return { place: { file, line }, problem, number };
  };
  if (kind !== "financeAdjustment" && lines.length > LIMITS.saleLinesMax)
    return bad(`a document has at most ${LIMITS.saleLinesMax} rows, this one has ${lines.length}`, 0);
  for (const [index, { quantity, unitPrice }] of lines.entries()) {
    const isBelow = quantity.startsWith("-");
    if (kind === "sale" && isBelow) return bad("a sale has no quantity below zero", index);
    if (kind === "refund" && !isBelow) return bad("a refund has only quantities below zero", index);
    const [price, count] = [scaledPrice(unitPrice), scaledQuantity(quantity)];
    const about = (price / 10 ** PRICE_PLACES) * (count / 10 ** QUANTITY_PLACES) * 100;
    if (Math.abs(about) > MINOR_UNITS_MAX / LIMITS.saleLinesMax / 4) return bad("the row comes to too much", index);
  }
  return undefined;
}

/** What the lines come to, each rounded by itself, in minor units. */
export function amountOf(lines: readonly SourceLine[], digits: number): number {
  let amount = 0;
  for (const { unitPrice, quantity } of lines)
    amount += extendPrice(scaledPrice(unitPrice), scaledQuantity(quantity), digits);
  return amount;
}

/** Minus a quantity. */
export function turned(quantity: string): string {
  return formatQuantity(-scaledQuantity(quantity));
}

function scaledPrice(unitPrice: string): number {
  return present(toScaled(unitPrice, PRICE_PLACES), "a price that was read");
}

function scaledQuantity(quantity: string): number {
  return present(parseQuantity(quantity), "a quantity that was read");
}

/** The same few texts stand in most rows: each is kept once. */
function sharedTexts(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}
