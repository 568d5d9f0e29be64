import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { root } from "./support.ts";

/** What no page shows: the contract's codes, and on a Chinese page words of another language. */

const schema = buildSchema(readFileSync(join(root, "schema.graphql"), "utf8"));
const CODES = new Set(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && !type.name.startsWith("__") ? type.getValues().map(({ name }) => name) : [],
  ),
);
export function codesOf(name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

/** Codes that are words of a language, too. */
const WORDS: ReadonlySet<string> = new Set(["EN", "ZH", "PDF"]);

export function codesIn(text: string): string[] {
  const words = text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? [];
  return [...new Set(words)].filter((word) => !WORDS.has(word) && (CODES.has(word) || /_/.test(word)));
}

/** Latin words that Chinese retailers read and write, and names. */
const CHINESE_WRITE: ReadonlySet<string> = new Set([
  ...["pos", "sku", "csv", "pdf", "pin", "id", "qr", "ctrl", "esc", "english", "cny"],
  // An example of a location's code.
  "main",
  // Units, file types and the parts of an address.
  ...["mm", "kb", "mb", "png", "jpg", "jpeg", "webp", "utf", "excel", "http", "https", "xxxxx"],
]);

/** @param names texts that people have entered: they stay as they are */
export function latinIn(text: string, names: readonly string[]): string[] {
  const entered = new Set(names.flatMap((name) => name.toLowerCase().match(LATIN) ?? []));
  const words = text.match(LATIN) ?? [];
  return [...new Set(words)].filter((word) => {
    const folded = word.toLowerCase();
    return !CHINESE_WRITE.has(folded) && !entered.has(folded) && !isPartOfId(word);
  });
}

const LATIN = /(?<![\w])[A-Za-z]{2,}(?![\w])/g;

/** Ids are shown by their last characters. */
function isPartOfId(word: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{6,}$/.test(word);
}

/** Every text of an answer: what the merchant's data contains. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
