import { createParser, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** A column that a list is sorted by; in the address its key, after a minus sign where it is descending. */
export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

const parseAsSort = createParser<Sort>({
  parse: (text) =>
    text.startsWith("-") ? { column: text.slice(1), isDescending: true } : { column: text, isDescending: false },
  serialize: ({ column, isDescending }) => `${isDescending ? "-" : ""}${column}`,
  eq: (one, other) => one.column === other.column && one.isDescending === other.isDescending,
});

/** Where in a list its page begins, and how the list is sorted. */
export const LIST_POSITION = { after: parseAsString, page: parseAsInteger.withDefault(1), sort: parseAsSort };

export type ListPosition = inferParserType<typeof LIST_POSITION>;

/** How the server sorts a list, by the keys of the columns: ascending and descending. */
export type ServerSorts<Name> = Readonly<Record<string, readonly [ascending: Name, descending: Name]>>;

/** @returns null: the server sorts by no such column */
export function serverSort<Name>(sort: Sort | null, sorts: ServerSorts<Name>): Name | null {
  const names = sort === null ? undefined : sorts[sort.column];
  return names?.[sort?.isDescending === true ? 1 : 0] ?? null;
}

/** The arguments of a list by cursor. */
export function pageArguments(
  { after }: ListPosition,
  size: number,
): { readonly first: number; readonly after: string | null } {
  return { first: size, after };
}

/** Of a list that shows what is in use, or what is archived. */
export const ARCHIVE_ADDRESS = { ...LIST_POSITION, show: parseAsStringLiteral(["archived"]) };

/** In place of a category: what is in none. */
export const NO_CATEGORY = "none";
