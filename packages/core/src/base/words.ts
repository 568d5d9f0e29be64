/**
 * The words by which a text can be found: lower case, without accents. A run of a script without spaces (Chinese,
 * Japanese) yields every suffix, because word boundaries are unknown. Searches match the beginnings of these words.
 */
export function wordsOf(text: string, wordsMax = WORDS_MAX): string[] {
  const words = new Set<string>();
  for (const [run] of normalized(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    const characters = [...run];
    const starts = UNSPACED.test(run) ? characters.keys() : [0];
    for (const start of starts) {
      if (words.size >= wordsMax) return [...words];
      words.add(characters.slice(start, start + CHARACTERS_MAX).join(""));
    }
  }
  return [...words];
}

/** The words of a search field's input: normalized like `wordsOf`, without suffixes. */
export function searchWords(text: string): string[] {
  return [...normalized(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([run]) => [...run].slice(0, CHARACTERS_MAX).join(""));
}

const WORDS_MAX = 16;
const CHARACTERS_MAX = 32;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function normalized(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
