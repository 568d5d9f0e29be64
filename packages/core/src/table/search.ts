import { searchWords, wordsOf } from "../base/words.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "./port/port.ts";

/**
 * Search by word prefixes: each record has one small index item per word, in a partition ordered by word. Each index
 * item contains all words of its record, so that a search reads nothing else. The cost grows with the number of records
 * that match the longest search word.
 */
export interface Found {
  readonly id: string;
  /** The cursor of this result: pass it as `after` to get the results that follow. */
  readonly cursor: string;
}

/**
 * The index writes for a change of a record's text.
 * @param before the old text; undefined for a new record
 * @param after the new text; undefined for a deleted record
 */
export function wordWrites(
  pk: string,
  id: string,
  before: string | undefined,
  after: string | undefined,
  wordsMax?: number,
): Write[] {
  const [old, next] = [wordsOf(before ?? "", wordsMax), wordsOf(after ?? "", wordsMax)];
  const words = next.join(" ");
  const isSame = words === old.join(" ");
  const deletes = old
    .filter((word) => !next.includes(word))
    .map((word): Write => ({ op: "delete", key: wordKey(pk, word, id) }));
  const puts = isSame ? [] : next.map((word): Write => ({ op: "put", item: { ...wordKey(pk, word, id), id, words } }));
  return [...deletes, ...puts];
}

function wordKey(pk: string, word: string, id: string): Key {
  return { pk, sk: `${word}#${id}` };
}

/**
 * Finds records with words that begin with each of the search words. Yields each record once, after the cursor. A text
 * without words finds nothing.
 */
export async function* foundByWords(
  table: Table,
  pk: string,
  text: string,
  after?: string,
): AsyncGenerator<Found, void, undefined> {
  const searched = searchWords(text).sort((a, b) => b.length - a.length);
  const [longest] = searched;
  if (longest === undefined) return;
  const range = after?.startsWith(longest)
    ? { between: [`${after}!`, `${longest}\u{10FFFF}`] as const }
    : { beginsWith: longest };
  for await (const item of itemsOf(table, pk, range)) {
    const words = String(item.words).split(" ");
    // A record may have several matching words: only the first one yields it.
    const first = words.find((word) => word.startsWith(longest)) ?? "";
    if (item.sk !== `${first}#${String(item.id)}`) continue;
    if (searched.every((word) => words.some((other) => other.startsWith(word)))) yield foundIn(item);
  }
}

function foundIn(item: Item): Found {
  return { id: String(item.id), cursor: item.sk };
}
