import { batchGetAll, type Table } from "../../table/port/port.ts";
import { writeWords } from "../../table/search.ts";
import { customersPk, personKey, personWords, readPerson } from "./records.ts";

const CHUNK_SIZE = 50;

/** Writes the words of the next customers, by id, as today's rules make them. Safe to repeat. */
export async function renewCustomers(
  table: Table,
  merchantId: string,
  after: string | undefined,
): Promise<{ readonly next?: string }> {
  const range = after === undefined ? {} : { range: { above: after } };
  const { items } = await table.query({ pk: customersPk(merchantId), limit: CHUNK_SIZE, ...range });
  const people = await batchGetAll(
    table,
    items.map(({ sk }) => personKey(merchantId, sk)),
  );
  for (const [index, { sk }] of items.entries()) {
    const item = people[index];
    if (!item) continue;
    const person = readPerson(item);
    const { before, within, after: stale } = personWords(merchantId, sk, person, person, true);
    await writeWords(table, [...before, ...within, ...stale]);
    // Erased in between: its words were deleted and must not come back.
    if (await table.get(personKey(merchantId, sk))) continue;
    const erased = personWords(merchantId, sk, person);
    await writeWords(table, [...erased.within, ...erased.after]);
  }
  const last = items.at(-1);
  return items.length < CHUNK_SIZE || !last ? {} : { next: last.sk };
}
