import type { Result } from "../base/result.ts";
import { formerWordsOf, searchedText, searchWords, wordsOf } from "../base/words.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "./port/port.ts";

/**
 * Search by word prefixes: each record has one small index item per word, in a partition ordered by word. Each index
 * item contains all words of its record, so that a search reads nothing else; those of a long text contain the text, and
 * those of a very long one refer to one item that does. The cost grows with the number of records that match the longest
 * search word.
 */
export interface Found {
  readonly id: string;
  /** The cursor of this result: pass it as `after` to get the results that follow. */
  readonly cursor: string;
}

/** The index writes for a change of a record's text. */
export interface WordChange {
  /** In the transaction that changes the record: the first words, which are all of an ordinary text. */
  readonly within: readonly Write[];
  /** The other new words, to be written before the transaction, so that a stored text is always found by all its words. */
  readonly before: readonly Write[];
  /** The other words that the record no longer has, to be deleted after it. */
  readonly after: readonly Write[];
}

/** Puts, and deletes, that are part of the transaction. */
const WITHIN_MAX = 12;
/** A text of so many words has them in each of its items. */
const WORDS_INSIDE_MAX = 16;
/** A longer text is stored once, not in each of its items. */
const TEXT_INSIDE_MAX = 500;

/**
 * @param before the old text; undefined for a new record
 * @param after the new text; undefined for a deleted record
 * @param isRenewal writes every word, whatever is stored
 */
export function wordChange(
  pk: string,
  id: string,
  before: string | undefined,
  after: string | undefined,
  isRenewal = false,
): WordChange {
  const [old, next] = [wordsOf(before ?? ""), wordsOf(after ?? "")];
  const kept = new Set(next);
  const stored = [...new Set([...old, ...formerWordsOf(before ?? "")])];
  const deletes = stored
    .filter((word) => !kept.has(word))
    .map((word): Write => ({ op: "delete", key: wordKey(pk, word, id) }));
  const text = searchedText(after ?? "");
  const isSame = !isRenewal && text === searchedText(before ?? "");
  const content = contentOf(next, text);
  const wasLong = contentOf(old, searchedText(before ?? "")).isLong === true;
  // An entry of a long text contains no text, so that those of words that stay need no write.
  const known = new Set(wasLong && content.isLong && !isRenewal ? old : []);
  const puts = isSame
    ? []
    : next
        .filter((word) => !known.has(word))
        .map((word): Write => ({ op: "put", item: { ...wordKey(pk, word, id), id, ...content } }));
  const long: Write[] = isSame || !content.isLong ? [] : [{ op: "put", item: { ...textKey(pk, id), text } }];
  return {
    within: [...deletes.slice(0, WITHIN_MAX), ...puts.slice(0, WITHIN_MAX)],
    before: [...long, ...puts.slice(WITHIN_MAX)],
    after: [
      ...deletes.slice(WITHIN_MAX),
      ...(wasLong && !content.isLong ? [{ op: "delete", key: textKey(pk, id) } as const] : []),
    ],
  };
}

function contentOf(words: readonly string[], text: string): { words?: string; text?: string; isLong?: true } {
  if (words.length <= WORDS_INSIDE_MAX) return { words: words.join(" ") };
  return text.length <= TEXT_INSIDE_MAX ? { text } : { isLong: true };
}

function wordKey(pk: string, word: string, id: string): Key {
  return { pk, sk: `${word}#${id}` };
}

function textKey(pk: string, id: string): Key {
  return { pk: `${pk}_TEXT`, sk: id };
}

/**
 * Runs a change of records whose texts change with them.
 * @param run receives what writes the words that come before the transaction and keeps those to delete after it
 */
export async function changingWords<T>(
  table: Table,
  run: (ready: (change: WordChange) => Promise<void>) => Promise<Result<T>>,
): Promise<Result<T>> {
  let stale: readonly Write[] = [];
  const result = await run(async ({ before, after }) => {
    await writeWords(table, before);
    stale = after;
  });
  if (result.ok) await writeWords(table, stale);
  return result;
}

const WRITTEN_AT_ONCE = 20;

/** Writes what is not part of a transaction. Each write is the same however often it is made. */
export async function writeWords(table: Table, writes: readonly Write[]): Promise<void> {
  for (let from = 0; from < writes.length; from += WRITTEN_AT_ONCE)
    await Promise.all(writes.slice(from, from + WRITTEN_AT_ONCE).map((write) => table.write(write)));
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
  const wordsOfLong = new Map<string, readonly string[]>();
  for await (const item of itemsOf(table, pk, range)) {
    const words = item.isLong === true ? await longWords(table, pk, String(item.id), wordsOfLong) : wordsOfItem(item);
    // A record may have several matching words: only the first one yields it.
    const first = words.find((word) => word.startsWith(longest)) ?? "";
    if (item.sk !== `${first}#${String(item.id)}`) continue;
    if (searched.every((word) => words.some((other) => other.startsWith(word)))) yield foundIn(item);
  }
}

function wordsOfItem({ words, text }: Item): readonly string[] {
  return typeof text === "string" ? wordsOf(text) : String(words).split(" ");
}

async function longWords(
  table: Table,
  pk: string,
  id: string,
  known: Map<string, readonly string[]>,
): Promise<readonly string[]> {
  const before = known.get(id);
  if (before) return before;
  const item = await table.get(textKey(pk, id));
  const words = item ? wordsOf(String(item.text)) : [];
  known.set(id, words);
  return words;
}

function foundIn(item: Item): Found {
  return { id: String(item.id), cursor: item.sk };
}
