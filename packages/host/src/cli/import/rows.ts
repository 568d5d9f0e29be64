import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import { nameProblem } from "@pos/core/base/text.ts";
import { isCalendarDate } from "@pos/core/base/time.ts";
import { parsePrice } from "@pos/core/goods/catalog/index.ts";
import { type Options, parse } from "csv-parse";
import { parse as parseText } from "csv-parse/sync";
import { CommandFailed } from "../../control/command.ts";

/** A row of the files, checked by itself. Decimals are canonical. */
export interface Row {
  readonly number: string;
  readonly sku: string;
  readonly description: string;
  readonly quantity: string;
  /** The wall clock of London, "2010-12-01 08:26:00". */
  readonly at: string;
  readonly unitPrice: string;
  /** The customer's number; undefined if the row names none. */
  readonly customer: string | undefined;
  readonly country: string;
  readonly place: Place;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A row that cannot be read, and why. Its document's number, where at least that can be read. */
export interface BadRow {
  readonly place: Place;
  readonly problem: string;
  readonly number?: string;
}

const COLUMNS = [
  "InvoiceNo",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "UnitPrice",
  "CustomerID",
  "Country",
] as const;
type Column = (typeof COLUMNS)[number];

const CSV: Options = {
  bom: true,
  record_delimiter: ["\n", "\r\n"],
  // Counted here, with a better message; and a stray quote within a text is just that.
  relax_column_count: true,
  relax_quotes: true,
  raw: true,
};

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
}

/**
 * The rows of one file, plain or compressed, which its first bytes tell.
 * @throws CommandFailed when there is no such file, it breaks off, or it has other columns
 */
export async function* readRows(path: string): AsyncGenerator<Row | BadRow, void, undefined> {
  const rows = rowReader(path);
  // A quote that is never closed takes the rest of the file with it; the parser hands that over when it ends.
  let unclosed: string | undefined;
  const on_skip = (_: unknown, raw: string | undefined) => {
    unclosed = raw;
    return undefined;
  };
  const parser = parse({ ...CSV, skip_records_with_error: true, on_skip });
  pipeline(await textOf(path), parser, () => {});
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) yield* rows.read(parsed);
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new CommandFailed(`${path} cannot be read to its end: ${messageOf(error)}`);
  }
  if (unclosed !== undefined) yield* rows.readUnclosed(unclosed);
  rows.end();
}

const GZIP = [0x1f, 0x8b];

async function textOf(path: string): Promise<Readable> {
  const file = await open(path).catch((error: unknown) => {
    throw new CommandFailed(`${path} cannot be opened: ${messageOf(error)}`);
  });
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0).catch(async (error: unknown) => {
    await file.close();
    throw new CommandFailed(`${path} cannot be read: ${messageOf(error)}`);
  });
  const bytes = file.createReadStream({ start: 0 });
  if (bytesRead < 2 || buffer[0] !== GZIP[0] || buffer[1] !== GZIP[1]) return bytes;
  const text = createGunzip();
  pipeline(bytes, text, () => {});
  return text;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Converts the parser's records to rows, and keeps the line number. */
function rowReader(file: string) {
  let line = 1;
  let columns: Columns | undefined;

  function* read({ record, raw }: Parsed): Generator<Row | BadRow, void, undefined> {
    const place = { file, line };
    if (spansRows(raw)) return yield* readUnclosed(raw);
    line += linesIn(raw);
    if (record.length === 1 && record[0] === "") return;
    if (columns) yield rowOf(record, columns, place);
    else columns = columnsOf(record, file);
  }

  /** A quote on the first of these lines is not closed there: that row is bad, the others are read for themselves. */
  function* readUnclosed(raw: string): Generator<Row | BadRow, void, undefined> {
    const firstEnd = raw.indexOf("\n") + 1;
    const first = firstEnd === 0 ? raw : raw.slice(0, firstEnd);
    const number = first.slice(0, first.indexOf(","));
    yield badRow({ file, line }, "a quote is not closed", number);
    line += 1;
    if (firstEnd === 0) return;
    const rest = raw.slice(firstEnd);
    let unclosed: string | undefined;
    const on_skip = (_: unknown, text: string | undefined) => {
      unclosed = text;
      return undefined;
    };
    const options = { ...CSV, bom: false, skip_records_with_error: true, on_skip };
    for (const parsed of parseText(rest, options) as unknown as Parsed[]) yield* read(parsed);
    if (unclosed !== undefined) yield* readUnclosed(unclosed);
  }

  return {
    read,
    readUnclosed,
    end() {
      if (!columns)
        throw new CommandFailed(`${file} is empty: its first line names the columns ${COLUMNS.join(", ")}.`);
    },
  };
}

/** A text may hold a line break; one that holds the beginning of another row lacks its closing quote. */
function spansRows(raw: string): boolean {
  const firstEnd = raw.indexOf("\n");
  return firstEnd >= 0 && firstEnd < raw.length - 1 && /\n[AC]?\d+,/.test(raw);
}

function linesIn(raw: string): number {
  let lines = 0;
  for (let at = raw.indexOf("\n"); at >= 0; at = raw.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** The index of each column, and their number. */
type Columns = { readonly [column in Column]: number } & { readonly count: number };

function columnsOf(record: readonly string[], file: string): Columns {
  const missing = COLUMNS.filter((column) => !record.includes(column));
  if (missing.length > 0) throw new CommandFailed(`${file} is not of this data set: it lacks ${missing.join(", ")}.`);
  const places = COLUMNS.map((column) => [column, record.indexOf(column)]);
  return { ...(Object.fromEntries(places) as { [column in Column]: number }), count: record.length };
}

function rowOf(record: readonly string[], columns: Columns, place: Place): Row | BadRow {
  const text = (column: Column) => (record[columns[column]] ?? "").trim();
  const number = text("InvoiceNo");
  if (record.length !== columns.count)
    return badRow(place, `it has ${record.length} columns instead of ${columns.count}`, number);
  const [quantity, unitPrice] = [canonicalDecimal(text("Quantity")), canonicalDecimal(text("UnitPrice"))];
  const at = text("InvoiceDate");
  const customer = text("CustomerID");
  const sku = text("StockCode");
  if (!isNumber(number)) return badRow(place, `"${number}" is no InvoiceNo`);
  const problem = nameProblem(sku, LIMITS.codeCharactersMax);
  if (problem) return badRow(place, `the StockCode ${problem}`, number);
  if (quantity === undefined || !parseQuantity(quantity))
    return badRow(place, `"${text("Quantity")}" is no Quantity`, number);
  if (!isWallClock(at)) return badRow(place, `"${at}" is no InvoiceDate`, number);
  if (unitPrice === undefined || !isPrice(unitPrice, number))
    return badRow(place, `"${text("UnitPrice")}" is no UnitPrice`, number);
  const customerNumber = /^(\d{1,20})(?:\.0*)?$/.exec(customer)?.[1];
  if (customer !== "" && customerNumber === undefined) return badRow(place, `"${customer}" is no CustomerID`, number);
  return {
    number,
    sku,
    description: text("Description"),
    quantity,
    at,
    unitPrice,
    customer: customerNumber,
    country: text("Country"),
    place,
  };
}

function badRow(place: Place, problem: string, number?: string): BadRow {
  return { place, problem, ...(number !== undefined && isNumber(number) ? { number } : {}) };
}

/** A letter for the kind, and digits that a receipt number can be. */
function isNumber(text: string): boolean {
  return /^[AC]?[1-9]\d{0,14}$/.test(text);
}

function isWallClock(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.exec(text);
  return match?.[1] !== undefined && isCalendarDate(match[1]);
}

/** Only a finance adjustment takes money away by its price. */
function isPrice(unitPrice: string, number: string): boolean {
  const price = parsePrice(unitPrice.replace(/^-/, ""));
  return price !== undefined && (!unitPrice.startsWith("-") || number.startsWith("A"));
}
