import { COMMON_PASSWORDS } from "../../base/common-passwords.ts";

/** Passwords and PINs that are tried first by those who guess, whatever their length. */

/** A password's characters that none of the known patterns explains have to be at least this many. */
const UNEXPLAINED_MIN = 5;
/** Three different common words are more than a list of common passwords has. */
const WORDS_MAX = 2;

/**
 * Whether a password is a common one, or what is known of the person and the merchant, with the usual decoration: capitals,
 * look-alikes ("p4$$w0rd"), years, runs ("1234", "qwerty") and repeats.
 * @param context texts that an attacker knows: the e-mail address, names
 */
export function isWeakPassword(password: string, context: readonly string[]): boolean {
  const known = new Set(context.flatMap(wordsOf));
  const text = password.toLowerCase();
  return [text, unmasked(text, "i"), unmasked(text, "l")].some((variant) => isExplained(variant, known));
}

function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const words = lower.split(/[^\p{L}\p{N}]+/u);
  // The words together too: "lanternandthread".
  return [lower, words.join(""), ...words].filter((word) => word.length >= WORD_CHARACTERS_MIN);
}

const WORD_CHARACTERS_MIN = 3;

function isExplained(text: string, known: ReadonlySet<string>): boolean {
  const longest = Math.max(COMMON_CHARACTERS_MAX, ...[...known].map(({ length }) => length));
  const words = new Set<string>();
  let unexplained = 0;
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, { at, known, longest });
    if (word !== undefined && !known.has(word)) words.add(word);
    const length = word?.length ?? (runLength(text, at) || repeatLength(text, at) || yearLength(text, at));
    if (length === 0 && !SEPARATOR.test(text.charAt(at))) unexplained += 1;
    at += Math.max(1, length);
  }
  return unexplained < UNEXPLAINED_MIN && words.size <= WORDS_MAX;
}

/** Between words they hide nothing. */
const SEPARATOR = /[\s!-/:-@[-`{-~]/;

const COMMON = new Set(COMMON_PASSWORDS.split(" "));
const COMMON_CHARACTERS_MAX = Math.max(...[...COMMON].map(({ length }) => length));

interface WordSearch {
  readonly at: number;
  readonly known: ReadonlySet<string>;
  readonly longest: number;
}

/** The longest word that begins there. */
function wordAt(text: string, { at, known, longest }: WordSearch): string | undefined {
  for (let length = Math.min(longest, text.length - at); length >= WORD_CHARACTERS_MIN; length -= 1) {
    const word = text.slice(at, at + length);
    if (COMMON.has(word) || known.has(word)) return word;
  }
  return undefined;
}

/** Rows of a keyboard and of a keypad, beside the alphabet and the digits. */
const ROWS = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "1qaz2wsx3edc4rfv",
  "147258369",
  "2580",
];
const RUN_CHARACTERS_MIN = 3;

/** Of characters that follow one another, forwards or backwards, or are the same. */
function runLength(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  let length = 1;
  if (Math.abs(step) <= 1)
    while (at + length < text.length && text.charCodeAt(at + length) - text.charCodeAt(at + length - 1) === step)
      length += 1;
  for (const row of ROWS_BOTH_WAYS) {
    const begin = row.indexOf(text.charAt(at));
    let same = begin < 0 ? 0 : 1;
    while (same > 0 && begin + same < row.length && text.charAt(at + same) === row.charAt(begin + same)) same += 1;
    length = Math.max(length, same);
  }
  return length >= RUN_CHARACTERS_MIN ? length : 0;
}

const ROWS_BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);

/** Of what came just before, once more: the second "abc4" of "abc4abc4". */
function repeatLength(text: string, at: number): number {
  for (let length = Math.min(at, text.length - at); length >= 2; length -= 1)
    if (text.slice(at - length, at) === text.slice(at, at + length)) return length;
  return 0;
}

function yearLength(text: string, at: number): number {
  return /^(19|20)\d\d/.test(text.slice(at, at + 4)) ? 4 : 0;
}

/** Look-alikes as letters between the first letter and the last; what is before and after stays, because years are there. */
function unmasked(text: string, one: "i" | "l"): string {
  const isLetter = (character: string) => /\p{L}/u.test(character);
  const characters = [...text];
  const first = characters.findIndex(isLetter);
  const last = characters.findLastIndex(isLetter);
  const swapped = characters.map((character, index) => {
    if (index <= first || index >= last) return character;
    return character === "1" ? one : (LOOK_ALIKES.get(character) ?? character);
  });
  return swapped.join("");
}

const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...([
    ["0", "o"],
    ["3", "e"],
    ["4", "a"],
    ["5", "s"],
    ["7", "t"],
    ["@", "a"],
    ["$", "s"],
    ["!", "i"],
  ] as const),
]);

/**
 * Whether a PIN is one of the first that are tried: few different digits, runs, repeats, the keypad's lines, dates and years,
 * the operator's own number, and those that lists of used PINs begin with.
 */
export function isWeakPin(pin: string, operatorNumber: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));
  const [step] = steps;
  const isRun = steps.size === 1 && (step === 0 || step === 1 || step === 9);
  return (
    isRun ||
    isRepeated(pin) ||
    isOnKeypad(pin) ||
    isDate(pin) ||
    COMMON_PINS.has(pin) ||
    (operatorNumber !== "" && pin.padStart(12, "0") === operatorNumber.padStart(12, "0"))
  );
}

/** "1212", "123123", "112233", "1221". */
function isRepeated(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length += 1) {
    if (
      pin
        .slice(0, length)
        .repeat(Math.ceil(pin.length / length))
        .startsWith(pin)
    )
      return true;
  }
  const mirrored = [...pin].reverse().join("") === pin;
  const pairs = [...pin].every((digit, index) => index % 2 === 0 || digit === pin[index - 1]);
  return mirrored || pairs || new Set(pin).size < 3;
}

const KEYPAD_LINES = ["147", "258", "369", "123", "456", "789", "159", "357", "2580", "963", "852", "741", "0852"];

/** Made of lines of the keypad alone: "2580", "147258", "159753". */
function isOnKeypad(pin: string): boolean {
  if (pin === "") return true;
  return KEYPAD_LINES.some((line) => {
    const backwards = [...line].reverse().join("");
    return [line, backwards].some((way) => pin.startsWith(way) && isOnKeypad(pin.slice(way.length)));
  });
}

/** Of a year from 1950 to 2029 as people write one: a year, a day and a month, or all three. */
function isDate(pin: string): boolean {
  const day = (at: number) => isBetween(pin.slice(at, at + 2), 1, 31);
  const month = (at: number) => isBetween(pin.slice(at, at + 2), 1, 12);
  const year = (at: number) => isBetween(pin.slice(at, at + 4), 1950, 2029);
  const shortYear = (at: number) => !isBetween(pin.slice(at, at + 2), 30, 49);
  const dayAndMonth = (at: number) => (day(at) && month(at + 2)) || (month(at) && day(at + 2));
  if (pin.length === 4) return year(0) || dayAndMonth(0);
  if (pin.length === 6)
    return (dayAndMonth(0) && shortYear(4)) || (shortYear(0) && dayAndMonth(2)) || (year(0) && month(4));
  if (pin.length === 8) return (dayAndMonth(0) && year(4)) || (year(0) && dayAndMonth(4));
  return false;
}

function isBetween(digits: string, low: number, high: number): boolean {
  const value = Number(digits);
  return value >= low && value <= high;
}

/** What the patterns above leave of the PINs that are used most, by published counts of leaked ones. */
const COMMON_PINS: ReadonlySet<string> = new Set(
  "1004 2468 1357 9753 8642 5683 4128 5150 8520 1379 7410 0007 6789 1342 1324 1397 123654 102030 123789 654123 159357 142536 246810 135790 520131 314159 124578 147896 112358 789123 987321 456123 321654 007007 5201314 8675309 1314520 7758521 31415926 12344321 11223344 1029384756 123456789012".split(
    " ",
  ),
);
