import { LIMITS } from "@pos/core/base/limits.ts";
import { RequestError } from "@pos/core/base/result.ts";
import { textProblem } from "@pos/core/base/text.ts";

/** How a list is paged: arguments checked, cursors opaque and good for their own list only. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface PageRequest {
  readonly size: number;
  /** `last` was asked for: the page next to the end of the list. */
  readonly fromEnd: boolean;
  readonly after?: string;
  readonly before?: string;
}

/** @param list names the list and its filter: a cursor of another list is malformed */
export function pageRequest(args: PageArguments, list: string): PageRequest {
  const { first, last, after, before } = args;
  if (isSaid(first) && isSaid(last))
    throw new RequestError("BAD_REQUEST", "Ask for `first` or for `last`, not for both.");
  const size = first ?? last ?? LIMITS.pageSizeDefault;
  if (size < 1 || size > LIMITS.pageSizeMax)
    throw new RequestError("BAD_REQUEST", `A page has 1 to ${LIMITS.pageSizeMax} rows.`);
  return {
    size,
    fromEnd: isSaid(last),
    ...(isSaid(after) ? { after: readCursor(after, list) } : {}),
    ...(isSaid(before) ? { before: readCursor(before, list) } : {}),
  };
}

/** @throws RequestError BAD_REQUEST for a text that nobody types into a search field */
export function checkSearch(text: string): void {
  const problem = textProblem(text, LIMITS.nameCharactersMax);
  if (problem) throw new RequestError("BAD_REQUEST", `The text looked for ${problem}.`);
}

function isSaid<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function cursorFor(list: string, key: string): string {
  return Buffer.from(JSON.stringify([list, key])).toString("base64url");
}

function readCursor(cursor: string, list: string): string {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    // Written anew it must be the same text: base64 is read whatever stands around it.
    if (Array.isArray(read) && read[0] === list && isKey(read[1]) && cursorFor(list, read[1]) === cursor)
      return read[1];
  } catch {
    // Not JSON: as malformed as any other cursor that is not ours.
  }
  throw new RequestError("BAD_REQUEST", "The cursor is not one of this list.");
}

/** Longer than any key of a list, and still a key that the table can look for. */
const KEY_CHARACTERS_MAX = 150;

function isKey(key: unknown): key is string {
  return typeof key === "string" && key !== "" && textProblem(key, KEY_CHARACTERS_MAX) === undefined;
}

export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly nodes: T[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/**
 * @param hasMore whether the list goes on in the direction of the page
 * @param end the key up to which was searched, where a page was cut short before it was full
 */
export function connection<T>(
  rows: readonly { key: string; node: T }[],
  hasMore: boolean,
  request: PageRequest,
  list: string,
  end?: string,
): Connection<T> {
  const edges = rows.map(({ key, node }) => ({ cursor: cursorFor(list, key), node }));
  const searchedTo = end === undefined ? undefined : cursorFor(list, end);
  const [start, last] = request.fromEnd ? [searchedTo, undefined] : [undefined, searchedTo];
  return {
    edges,
    nodes: rows.map(({ node }) => node),
    pageInfo: {
      hasNextPage: request.fromEnd ? request.before !== undefined : hasMore,
      hasPreviousPage: request.fromEnd ? hasMore : request.after !== undefined,
      startCursor: start ?? edges[0]?.cursor ?? null,
      endCursor: last ?? edges.at(-1)?.cursor ?? null,
    },
  };
}

/**
 * The page of a list in the order of its ids.
 * @param read reads up to `limit` rows after an id
 */
export async function pageById<T extends { readonly id: string }>(
  args: PageArguments,
  list: string,
  read: (part: { readonly limit: number; readonly after?: string }) => Promise<readonly T[]>,
): Promise<Connection<T>> {
  const request = pageRequest(args, list);
  const { size, after } = request;
  const found = await read({ limit: size + 1, ...(after === undefined ? {} : { after }) });
  const rows = found.slice(0, size).map((node) => ({ key: node.id, node }));
  return connection(rows, found.length > size, request, list);
}

/** How many rows a list without pages has at most. */
export const UNPAGED_ROWS_MAX = 1_000;
