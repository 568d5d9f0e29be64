import { searchWords, wordsOf } from "../base/words.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "./port/port.ts";

/**
 * Finding records by the beginnings of their words: beside a record stands one small item a word, in a partition whose order
 * is that of the words. Each holds all words of its record, so that a search reads nothing else. Cost grows with the records
 * that have a word beginning as the longest one looked for.
 */
export interface Found {
  readonly id: string;
  /** Where it stands in the order of this search: what comes behind it is the next page. */
  readonly place: string;
}

/** What changes beside a record whose text changes; undefined: there is no such record. */
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

/** Records whose words begin with all the words of a text, each once, behind a place. A text without words finds nothing. */
export async function* foundByWords(
  table: Table,
  pk: string,
  text: string,
  after?: string,
): AsyncGenerator<Found, void, undefined> {
  const looked = searchWords(text).sort((a, b) => b.length - a.length);
  const [longest] = looked;
  if (longest === undefined) return;
  const range = after?.startsWith(longest)
    ? { between: [`${after}!`, `${longest}\u{10FFFF}`] as const }
    : { beginsWith: longest };
  for await (const item of itemsOf(table, pk, range)) {
    const words = String(item.words).split(" ");
    // A record has several words that begin so: the first of them speaks for it.
    const first = words.find((word) => word.startsWith(longest)) ?? "";
    if (item.sk !== `${first}#${String(item.id)}`) continue;
    if (looked.every((word) => words.some((other) => other.startsWith(word)))) yield foundIn(item);
  }
}

function foundIn(item: Item): Found {
  return { id: String(item.id), place: item.sk };
}
