import { type IdPrefix, isId } from "../base/id.ts";
import { batchGetAll, type Item, type Key, type Table } from "./port/port.ts";

/** How the records of one kind are found and read. */
export interface RecordKind<T> {
  readonly prefix: IdPrefix;
  readonly keyOf: (id: string) => Key;
  readonly read: (item: Item) => T;
}

/**
 * Reads records by distinct ids, together.
 * @returns the records in the order of the ids, `undefined` for an id that is malformed or not found
 */
export async function recordsById<T>(
  table: Table,
  ids: readonly string[],
  { prefix, keyOf, read }: RecordKind<T>,
): Promise<(T | undefined)[]> {
  const known: string[] = ids.filter((id) => isId(prefix, id));
  const items = await batchGetAll(table, known.map(keyOf));
  const found = new Map(known.map((id, index) => [id, items[index]]));
  return ids.map((id) => {
    const item = found.get(id);
    return item && read(item);
  });
}

/** A part of a list in the order of its sort keys. */
export interface ListPart {
  readonly limit: number;
  /** The sort key of the last row before this part. */
  readonly after?: string;
}

/**
 * Reads the first records of a partition.
 * @param read returns undefined for a record that does not belong to the list
 */
export async function firstRecords<T>(
  table: Table,
  pk: string,
  { limit, after }: ListPart,
  read: (item: Item) => T | undefined,
): Promise<T[]> {
  const records: T[] = [];
  let next: string | undefined;
  do {
    const page = await table.query({
      pk,
      limit,
      ...(after === undefined ? {} : { range: { above: after } }),
      ...(next === undefined ? {} : { after: next }),
    });
    for (const item of page.items) {
      const record = read(item);
      if (record !== undefined && records.length < limit) records.push(record);
    }
    next = page.next;
  } while (next !== undefined && records.length < limit);
  return records;
}
