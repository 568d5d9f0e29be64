import { withoutGuard } from "@pos/core/base/csv.ts";
import { comparedBarcode } from "@pos/core/base/gtin.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { cleanCode, cleanName } from "@pos/core/base/text.ts";
import type { NumberProblem } from "@pos/core/base/typed-number.ts";
import { isPackSize, PACK_NAME_CHARACTERS_MAX } from "@pos/core/goods/catalog/packs.ts";
import { type NumberKind, QUANTITY, readNumber } from "@pos/web/components/typed-number.ts";
import type { FieldName, ImportKind, Mapping } from "./fields.ts";
import { mapInSlices } from "./slices.ts";
import { unitOf } from "./units.ts";

/** What is wrong with a cell. */
type CellProblem = "TOO_LONG" | "NOT_YES_OR_NO" | "OTHER_CURRENCY" | "UNKNOWN_UNIT" | "NOT_PACK_SIZE" | NumberProblem;

/** What is wrong with a row, as the file alone shows it. */
export type RowProblem =
  | { readonly field: FieldName; readonly code: "MISSING" }
  | { readonly field: FieldName; readonly code: CellProblem; readonly text: string }
  /** The number of the row before that has it too. */
  | { readonly field: FieldName; readonly code: "DOUBLED"; readonly text: string; readonly row: number };

/** A row with its values by field; an empty cell, and a field without a column, has none. */
export interface ImportRow {
  /** As a spreadsheet numbers it: the header is 1. Absent: the file does not have it. */
  readonly number?: number;
  readonly values: { readonly [F in FieldName]?: string };
  readonly problems: readonly RowProblem[];
}

/** How a file writes decimals: `1,299.50` or `1.299,50`. */
export type DecimalSign = "." | ",";

export interface Reading {
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  readonly currency: string;
  readonly decimalSign: DecimalSign;
}

const LENGTHS: { readonly [F in FieldName]?: number } = {
  ...{ sku: LIMITS.codeCharactersMax, name: LIMITS.nameCharactersMax, variant: LIMITS.nameCharactersMax },
  ...{ category: LIMITS.nameCharactersMax, email: 320, phone: 64, note: LIMITS.noteCharactersMax },
  packName: PACK_NAME_CHARACTERS_MAX,
};

/** Reads rows by the mapping. The values are texts as the API takes them. */
export function readRows(cells: readonly (readonly string[])[], reading: Reading): Promise<ImportRow[]> {
  const seen: Seen = new Map();
  return mapInSlices(cells, (row, index) => readRow(row, index + 2, reading, seen));
}

/** The rows by what they are recognized by. */
type Seen = Map<string, number>;

function readRow(row: readonly string[], number: number, reading: Reading, seen: Seen): ImportRow {
  const problems: RowProblem[] = [];
  const values: { [F in FieldName]?: string } = {};
  for (const [field, column] of Object.entries(reading.mapping) as [FieldName, number][]) {
    const text = withoutGuard(row[column] ?? "").trim();
    if (text === "") continue;
    const read = readCell(field, text, reading);
    if ("code" in read) problems.push({ field, code: read.code, text });
    else values[field] = read.value;
  }
  problems.push(...missing(values, problems, reading.kind));
  problems.push(...doubled({ number, values, problems }, reading.kind, seen));
  return { number, values, problems };
}

type Cell = { readonly value: string } | { readonly code: CellProblem };

function readCell(field: FieldName, text: string, { currency, decimalSign }: Reading): Cell {
  switch (field) {
    case "price":
    case "cost":
      return readMoney(text, currency, decimalSign);
    case "currency":
      return text.toUpperCase() === currency ? { value: currency } : { code: "OTHER_CURRENCY" };
    case "quantity":
    case "minimumQuantity":
    case "reorderPoint":
    case "tare":
      return readDecimal(text, QUANTITY, decimalSign);
    case "packSize":
      return readPackSize(text, decimalSign);
    case "unit":
      return readUnit(text);
    case "stocked":
      return readFlag(text);
    case "sku":
      return within(field, cleanCode(text));
    case "barcode":
      return { value: text };
    case "name":
    case "variant":
    case "category":
    case "packName":
      return within(field, cleanName(text));
    default:
      return within(field, text);
  }
}

function within(field: FieldName, value: string): Cell {
  return value.length > (LENGTHS[field] ?? Number.POSITIVE_INFINITY) ? { code: "TOO_LONG" } : { value };
}

/** A sign or a code that is not of the merchant's currency names another. */
function readMoney(text: string, currency: string, sign: DecimalSign): Cell {
  const cell = readDecimal(text, { kind: "money", currency, hasFractions: true }, sign);
  const isOther = "code" in cell && cell.code === "NOT_A_NUMBER" && /\d/.test(text) && /\p{Sc}|[A-Z]{3}/u.test(text);
  return isOther ? { code: "OTHER_CURRENCY" } : cell;
}

function readDecimal(text: string, kind: NumberKind, sign: DecimalSign): Cell {
  const typed = readNumber(sign === "," ? swapped(text) : text, kind);
  return typed.ok ? { value: typed.decimal } : { code: typed.problem };
}

function readPackSize(text: string, sign: DecimalSign): Cell {
  const cell = readDecimal(text, QUANTITY, sign);
  return "code" in cell || isPackSize(Number(cell.value)) ? cell : { code: "NOT_PACK_SIZE" };
}

function readUnit(text: string): Cell {
  const unit = unitOf(text);
  return unit === undefined ? { code: "UNKNOWN_UNIT" } : { value: unit };
}

function swapped(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

const YES = new Set(["yes", "y", "true", "1", "x", "是", "对", "√", "✓", "启用"]);
const NO = new Set(["no", "n", "false", "0", "否", "不", "×", "停用"]);

function readFlag(text: string): Cell {
  const word = text.normalize("NFKC").toLowerCase();
  if (YES.has(word)) return { value: "yes" };
  return NO.has(word) ? { value: "no" } : { code: "NOT_YES_OR_NO" };
}

function missing(values: ImportRow["values"], problems: readonly RowProblem[], kind: ImportKind): RowProblem[] {
  const isRead = (field: FieldName) =>
    values[field] !== undefined || problems.some((problem) => problem.field === field);
  const isPack = isRead("packSize") || isRead("packName");
  const needed = isPack ? PACK_NEEDS : NEEDED[kind];
  const found = needed.filter((field) => !isRead(field)).map((field): RowProblem => ({ field, code: "MISSING" }));
  const isNamed = kind === "customers" || isRead("sku") || (isRead("barcode") && !isPack);
  return isNamed ? found : [{ field: "sku", code: "MISSING" }, ...found];
}

/** What each row must have; which row is a new article, which needs more, shows only what exists. */
const NEEDED: { readonly [K in ImportKind]: readonly FieldName[] } = {
  ...{ products: [], stock: ["quantity"], customers: ["name"], prices: ["price"] },
};

/** The barcode of a pack is its own: its article is named by its SKU. */
const PACK_NEEDS: readonly FieldName[] = ["packSize"];

/** Two rows of a file that are recognized by the same contradict each other: the second is wrong, by each field once. */
function doubled(of: ImportRow & { readonly number: number }, kind: ImportKind, seen: Seen): RowProblem[] {
  const { number } = of;
  const problems = new Map<FieldName, RowProblem>();
  for (const { field, text, key } of keysOf(of, kind)) {
    const row = seen.get(key);
    if (row === undefined) seen.set(key, number);
    else if (row !== number && !problems.has(field)) problems.set(field, { field, code: "DOUBLED", text, row });
  }
  return [...problems.values()];
}

interface RowKey {
  readonly field: FieldName;
  readonly text: string;
  readonly key: string;
}

function keysOf(row: ImportRow, kind: ImportKind): RowKey[] {
  // An article has several prices: which rows contradict each other shows when it is known.
  if (kind === "prices") return [];
  const { email, sku, barcode } = row.values;
  if (kind === "customers") return email ? [{ field: "email", text: email, key: email.toLowerCase() }] : [];
  const code = skuOf(row.values);
  const field = sku === undefined ? "barcode" : "sku";
  const ofArticle = code === undefined ? [] : [{ field, text: code, key: `sku ${code}` } as const];
  const own = isPackRow(row) ? packKeys(row.values) : ofArticle;
  if (kind === "stock") return own;
  const scanned = barcodesOf(barcode).map(
    (text) => ({ field: "barcode", text, key: `barcode ${comparedBarcode(text)}` }) as const,
  );
  return [...own, ...scanned];
}

function packKeys({ sku, packSize }: ImportRow["values"]): RowKey[] {
  return sku === undefined || packSize === undefined
    ? []
    : [{ field: "packSize", text: packSize, key: `pack ${packSize} of ${sku}` }];
}

/** A row of a pack: its barcode and price are those of the pack, and its SKU names the article. */
export function isPackRow({ values, problems }: ImportRow): boolean {
  const isOfPack = (field: string) => field === "packSize" || field === "packName";
  return Object.keys(values).some(isOfPack) || problems.some(({ field }) => isOfPack(field));
}

/** An article without a code of its own takes its barcode. */
export function skuOf({ sku, barcode }: ImportRow["values"]): string | undefined {
  return sku ?? barcodesOf(barcode)[0];
}

/** Several barcodes of a cell. */
export function barcodesOf(text: string | undefined): string[] {
  return [...new Set((text ?? "").split(/[|;,\s；，、]+/).flatMap((part) => cleanCode(part) || []))];
}

/** Whether most numbers of the columns end with a comma and one or two digits, as in `12,50`. */
export function guessedDecimalSign(cells: readonly (readonly string[])[], mapping: Mapping): DecimalSign {
  const columns = [mapping.price, mapping.cost, mapping.quantity].filter((column) => column !== undefined);
  const numbers = cells.slice(0, 500).flatMap((row) => columns.map((column) => (row[column] ?? "").trim()));
  const written = numbers.filter((text) => /\d[.,]\d/.test(text));
  const withComma = written.filter(
    (text) => /,\d{1,2}(?!\d)/.test(text) && text.lastIndexOf(",") > text.lastIndexOf("."),
  );
  return written.length > 0 && withComma.length > written.length / 2 ? "," : ".";
}
