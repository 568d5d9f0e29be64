import { LIMITS } from "./limits.ts";

/** C0 and C1 control characters and DEL: they break receipts, terminals and CSV files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Validates a text from outside. Lengths count characters (code points).
 * @returns why the text is rejected, in English; undefined if it is valid
 */
export function textProblem(text: string, charactersMax: number): string | undefined {
  if (text.length > charactersMax && [...text].length > charactersMax)
    return `is longer than ${charactersMax} characters`;
  if (CONTROL.test(text)) return "has control characters";
  if (!text.isWellFormed()) return "is not well-formed Unicode (a lone surrogate)";
  return undefined;
}

/** Validates a name: a valid text that is not only white space. */
export function nameProblem(text: string, charactersMax: number = LIMITS.nameCharactersMax): string | undefined {
  return text.trim() === "" ? "is empty" : textProblem(text, charactersMax);
}

/**
 * Characters that nothing shows: zero width, bidirectional controls, byte order mark, soft hyphen, fillers, separators of
 * lines. Two codes that differ in them look the same.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\ufff9-\ufffc]/u;
const INVISIBLE_ALL = new RegExp(INVISIBLE, "gu");

/** Where writing needs them: joiners in Arabic and Indic scripts and in emoji, forms of emoji, ideographs and Mongolian letters, flags. */
const JOINED =
  "\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}";
const NEEDED = new RegExp(
  `(?<=[${JOINED}])[\\u200c\\u200d](?=[${JOINED}])|` +
    "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})|" +
    "(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]|\\ufe0f(?=\\u20e3)|(?<=\\p{Script=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]|" +
    "(?<=\\p{sc=Mong})[\\u180b-\\u180f\\u200d]|(?<=\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}",
  "gu",
);

/** What is longer is no name or code whatever is left out of it, and composing it takes long. */
const CLEANED_MAX = 4_000;

/** A name as it is stored: composed (NFC), without white space around it. */
export function cleanName(text: string): string {
  return text.length > CLEANED_MAX ? text : trimmed(text.normalize("NFC"));
}

/** A code (a SKU, a barcode, the code of a terminal) as it is stored: like a name, with plain spaces only. */
export function cleanCode(text: string): string {
  return text.length > CLEANED_MAX ? text : trimmed(text.normalize("NFC").replace(/\p{Zs}/gu, " "));
}

/** A code as it is looked up: whatever a scanner, a keyboard or a document added that no code contains is left out. */
export function soughtCode(text: string): string {
  return text.length > CLEANED_MAX ? text : cleanCode(text.replace(INVISIBLE_ALL, ""));
}

/** What codes are compared by where letters of another case or width do not make another code. */
export function foldedCode(text: string): string {
  return soughtCode(text.slice(0, CLEANED_MAX).normalize("NFKC")).toUpperCase().toLowerCase().normalize("NFC");
}

/** Validates a name that is to be stored, as `cleanName` left it. */
export function storedNameProblem(text: string): string | undefined {
  return nameProblem(text) ?? invisibleProblem(text.replace(NEEDED, ""));
}

/** Validates a code that is to be stored, as `cleanCode` left it. */
export function storedCodeProblem(text: string): string | undefined {
  return nameProblem(text, LIMITS.codeCharactersMax) ?? invisibleProblem(text);
}

function invisibleProblem(text: string): string | undefined {
  const [found] = INVISIBLE.exec(text) ?? [];
  return (
    found && `has an invisible character (U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`
  );
}

/** Unlike `String.trim`, keeps a byte order mark, which is refused. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && SPACE.test(text[from] ?? "")) from++;
  while (to > from && SPACE.test(text[to - 1] ?? "")) to--;
  return text.slice(from, to);
}

const SPACE = /[\p{Zs}\t\r\n]/u;

/** A text of several lines as it is stored: composed, no white space around a line, no empty lines around the text. */
export function cleanLines(text: string): string {
  if (text.length > CLEANED_MAX) return text;
  const lines = text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map(trimmed);
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}

/** Validates a text of several lines that is to be stored, as `cleanLines` left it. */
export function storedLinesProblem(
  text: string,
  { characters, lines }: { readonly characters: number; readonly lines: number },
): string | undefined {
  const parts = text.split("\n");
  if (parts.length > lines) return `has more than ${lines} lines`;
  return textProblem(text.replaceAll("\n", " "), characters) ?? invisibleProblem(text.replace(NEEDED, ""));
}
