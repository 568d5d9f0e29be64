/**
 * Letters that are typed for others and that Unicode does not decompose: Latin letters with a stroke and ligatures, the
 * Turkish dotless i, the Greek final sigma, forms of Arabic and Hebrew letters, and katakana's long vowels stay apart.
 */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    "ß ss,æ ae,œ oe,ø o,đ d,ð d,þ th,ł l,ħ h,ŧ t,ŋ n,ı i,ĸ k,ƀ b,ɓ b,ƈ c,ɖ d,ɗ d,ƒ f,ǥ g,ɠ g,ɨ i,ƙ k,ɲ n,ɵ o,ƥ p,ɍ r,ʈ t,ƭ t,ʉ u,ʋ v,ƴ y,ƶ z,ȥ z,ⱥ a,ȼ c,ɇ e,ɉ j,ɏ y",
    "ς σ,ґ г,ђ д,ћ ч",
    "ٱ ا,ى ي,ی ي,ې ي,ک ك,ة ه,ە ه,ہ ه,ھ ه,ۀ ه,ـ ",
    "ך כ,ם מ,ן נ,ף פ,ץ צ",
  ]
    .join(",")
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);
const FOLDED = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");

/** Accents of European scripts, and the vowel signs of Arabic, Hebrew and Syriac, which are left out where people type. */
const MARKS = /[\p{sc=Inherited}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Grek}\p{sc=Cyrl}]/u;
const MARK = /\p{M}/gu;
/** The marks that make another kana. */
const VOICED = /[\u3099\u309a]/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A text as search compares it: without case, width, accents, and differences that people do not type. Idempotent. */
export function foldedText(text: string): string {
  const decomposed = text.normalize("NFKD").replace(IGNORABLE, "");
  const plain = decomposed.replace(MARK, (mark) => (MARKS.test(mark) && !VOICED.test(mark) ? "" : mark));
  const lower = plain
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\u0307/g, "");
  return hiragana(lower.replace(FOLDED, (letter) => LETTERS.get(letter) ?? letter))
    .replace(/\p{Nd}/gu, asciiDigit)
    .normalize("NFC");
}

/** Katakana and hiragana are two ways to write one word. */
function hiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** The decimal digits of a script are ten code points in a row, from zero on. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 0x80) return digit;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return String(value);
}
