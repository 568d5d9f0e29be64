import { toScaled } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { extendPrice, MINOR_UNITS_MAX, PRICE_PLACES } from "@pos/core/base/money.ts";
import { formatQuantity, parseQuantity, QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import { type BadRow, type Place, type Row, readRows } from "./rows.ts";
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
 * with a row that cannot be read is left out as a whole, because what is recorded is never changed; once its file is mended,
 * another run records it.
 */
export async function readDocuments(files: Iterable<string>, progress: (rows: number) => void): Promise<Source> {
  const groups = new Map<string, Row[]>();
  const problems: string[] = [];
  const unreadable = new Set<string>();
  const shared = sharedTexts();
  let rows = 0;
  for (const file of files) {
    for await (const row of readRows(file)) {
      rows++;
      if (rows % 10_000 === 0) progress(rows);
      if ("problem" in row) {
        problems.push(told(row));
        if (row.number !== undefined) unreadable.add(row.number);
        continue;
      }
      const group = groups.get(row.number);
      if (group) group.push(shared(row));
      else groups.set(row.number, [shared(row)]);
    }
  }
  const documents: SourceDocument[] = [];
  for (const [number, group] of groups) {
    if (unreadable.has(number)) continue;
    const wrong = wrongRow(group);
    if (wrong) problems.push(told(wrong));
    else documents.push(documentOf(group));
  }
  documents.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
  return { documents, rows, problems };
}

function told({ place, problem, number }: BadRow): string {
  const leftOut = number === undefined ? "" : `; document ${number} is left out`;
  return `${place.file}:${place.line}: ${problem}${leftOut}.`;
}

/** What its number and its rows say: a letter for refunds and finance adjustments, no price and nobody's for write-offs. */
function kindOf(rows: readonly Row[]): DocumentKind {
  const letter = rows[0]?.number.charAt(0);
  if (letter === "C") return "refund";
  if (letter === "A") return "financeAdjustment";
  const isFree = rows.every(({ unitPrice, customer }) => unitPrice === "0" && customer === undefined);
  return isFree ? "stockAdjustment" : "sale";
}

function documentOf(rows: readonly Row[]): SourceDocument {
  const first = present(rows[0], "a first row");
  return {
    kind: kindOf(rows),
    number: first.number,
    occurredAt: londonInstant(first.at),
    customer: rows.find(({ customer }) => customer !== undefined)?.customer,
    country: first.country,
    lines: rows.map(({ sku, quantity, unitPrice, description }) => ({ sku, quantity, unitPrice, description })),
  };
}

/** The first row that its document cannot have. */
function wrongRow(rows: readonly Row[]): BadRow | undefined {
  const kind = kindOf(rows);
  const first = present(rows[0], "a first row");
  const bad = (problem: string, place: Place = first.place) => ({ place, problem, number: first.number });
  if (kind !== "financeAdjustment" && rows.length > LIMITS.saleLinesMax)
    return bad(`a document has at most ${LIMITS.saleLinesMax} rows, this one has ${rows.length}`);
  for (const { quantity, unitPrice, place } of rows) {
    const isBelow = quantity.startsWith("-");
    if (kind === "sale" && isBelow) return bad("a sale has no quantity below zero", place);
    if (kind === "refund" && !isBelow) return bad("a refund has only quantities below zero", place);
    const [price, count] = [scaledPrice(unitPrice), scaledQuantity(quantity)];
    const about = (price / 10 ** PRICE_PLACES) * (count / 10 ** QUANTITY_PLACES) * 100;
    if (Math.abs(about) > MINOR_UNITS_MAX / LIMITS.saleLinesMax / 4) return bad("the row comes to too much", place);
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
function sharedTexts(): (row: Row) => Row {
  const texts = new Map<string, string>();
  const shared = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return (row) => ({
    ...row,
    sku: shared(row.sku),
    description: shared(row.description),
    quantity: shared(row.quantity),
    unitPrice: shared(row.unitPrice),
    country: shared(row.country),
  });
}
