import { RequestError } from "./result.ts";

/** So many rows are read to put them in order; a longer list is sorted only where the table keeps it in that order. */
const SORTED_MAX = 5_000;

/** What a row is sorted by; undefined: it has no such value, and comes last. */
export type SortValue = string | number | undefined;

export interface SortedRow<Row> {
  /** Where the row is in the order: a page goes on behind it, whatever became of the row. */
  readonly place: string;
  readonly row: Row;
}

/** @throws RequestError TOO_MANY_ROWS */
export function checkSortable(count: number, most = SORTED_MAX): void {
  if (count > most)
    throw new RequestError("TOO_MANY_ROWS", `At most ${most} rows are sorted: ask for fewer by a filter.`);
}

/**
 * A page of rows that were all read, in the order of a value and, among equals, of their ids.
 * @param idOf without spaces
 * @param after a place of this list; one that is malformed is after all rows
 */
export function sortedPage<Row>(
  rows: readonly Row[],
  {
    idOf,
    byOf,
    isDescending,
    first,
    after,
  }: {
    readonly idOf: (row: Row) => string;
    readonly byOf: (row: Row) => SortValue;
    readonly isDescending: boolean;
    readonly first: number;
    readonly after?: string;
  },
): { readonly rows: readonly SortedRow<Row>[]; readonly hasNext: boolean } {
  checkSortable(rows.length);
  const compare = (a: Place, b: Place) => compared(a, b, isDescending);
  const placed = rows.map((row) => ({ row, at: { value: keyOf(byOf(row)), id: idOf(row) } }));
  placed.sort((a, b) => compare(a.at, b.at));
  const behind = after === undefined ? undefined : placeNamed(after);
  const rest = behind ? placed.filter(({ at }) => compare(at, behind) > 0) : placed;
  return {
    rows: rest.slice(0, first).map(({ row, at }) => ({ place: `${at.id} ${at.value}`, row })),
    hasNext: rest.length > first,
  };
}

interface Place {
  /** Its first character is the kind: a number, a text, or nothing. */
  readonly value: string;
  readonly id: string;
}

/** Longer texts are in the order of their ids: a place is part of a cursor. */
const TEXT_MAX = 50;

function keyOf(value: SortValue): string {
  if (value === undefined) return "-";
  if (typeof value === "number") return `#${value}`;
  const characters = [...value.normalize("NFKC").toLowerCase()];
  return `:${characters.slice(0, TEXT_MAX).join("").trimEnd()}`;
}

function placeNamed(text: string): Place {
  const space = text.indexOf(" ");
  return space === -1 ? { value: "-", id: "~" } : { value: text.slice(space + 1), id: text.slice(0, space) };
}

function compared(a: Place, b: Place, isDescending: boolean): number {
  const [isNone, isOtherNone] = [a.value === "-", b.value === "-"];
  if (isNone !== isOtherNone) return isNone ? 1 : -1;
  const order = valueOrder(a.value, b.value);
  if (order !== 0) return isDescending ? -order : order;
  return textOrder(a.id, b.id);
}

function valueOrder(a: string, b: string): number {
  if (a.startsWith("#") && b.startsWith("#")) return Math.sign(Number(a.slice(1)) - Number(b.slice(1)));
  return textOrder(a, b);
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
