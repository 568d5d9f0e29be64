import { foldedText } from "./fold.ts";

/**
 * The words by which a text can be found: lower case, without accents. A run of a script without spaces (Chinese,
 * Japanese, Thai) yields every suffix, because word boundaries are unknown. Searches match the beginnings of these words.
 */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  for (const run of runsOf(text)) {
    const characters = [...run];
    const starts = UNSPACED.test(run) ? characters.keys() : [0];
    for (const start of starts) words.add(characters.slice(start, start + CHARACTERS_MAX).join(""));
  }
  return [...words];
}

/** The words of a search field's input: normalized like `wordsOf`, without suffixes. */
export function searchWords(text: string): string[] {
  return runsOf(text).map((run) => [...run].slice(0, CHARACTERS_MAX).join(""));
}

/** A text as it is searched: its runs of letters and digits. Its words are those of the text. */
export function searchedText(text: string): string {
  return [...new Set(runsOf(text))].join(" ");
}

/** The words that programs before this one stored for a text, at most 16: what is left of them is deleted. */
export function formerWordsOf(text: string): string[] {
  const words = new Set<string>();
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  for (const [run] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const characters = [...run];
    const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run);
    for (const start of isUnspaced ? characters.keys() : [0]) {
      if (words.size >= 16) return [...words];
      words.add(characters.slice(start, start + CHARACTERS_MAX).join(""));
    }
  }
  return [...words];
}

const CHARACTERS_MAX = 32;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

function runsOf(text: string): string[] {
  return foldedText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
