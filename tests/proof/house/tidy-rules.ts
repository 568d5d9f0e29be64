import { isTest } from "./import-rules.ts";
import type { Import } from "./project.ts";
import type { Ratchet } from "./ratchet.ts";
import type { SourceFile } from "./source-file.ts";

/** Rules that CONTRIBUTING.md states, as numbers by name for the ratchet. */

export const FUNCTION_LINES_MAX = 70;
const FILE_LINES_MAX = 500;
const COLUMNS_MAX = 120;

/** Lines of each function that is too long, by file and name. */
export function longFunctions(sources: readonly SourceFile[]): Ratchet {
  const found: Record<string, number> = {};
  for (const { path, functions } of sources) {
    for (const { name, lines } of functions) {
      if (lines <= FUNCTION_LINES_MAX) continue;
      let key = `${path}#${name}`;
      for (let copy = 2; found[key] !== undefined; copy++) key = `${path}#${name} ${copy}`;
      found[key] = lines;
    }
  }
  return found;
}

/** Lines of each file that is too long. */
export function longFiles(files: ReadonlyMap<string, string>): Ratchet {
  return countBy(files, (text) => {
    const lines = text.split("\n").length - 1;
    return lines > FILE_LINES_MAX ? lines : 0;
  });
}

/** How many lines of a Markdown file are too wide. Tables and code do not wrap, and an address counts for nothing. */
export function wideLines(files: ReadonlyMap<string, string>): Ratchet {
  const documents = [...files].filter(([path]) => path.endsWith(".md"));
  return countBy(documents, (text) => {
    const prose = text.replace(/^```[\s\S]*?^```/gm, "").split("\n");
    const isWide = (line: string) => line.replace(/\]\([^)]*\)|https?:\S+/g, "]").length > COLUMNS_MAX;
    return prose.filter((line) => !line.trimStart().startsWith("|") && isWide(line)).length;
  });
}

/**
 * Exports that no other file imports, by file and name.
 *
 * @param isEntry files whose exports something outside of the project calls
 */
export function deadExports(
  sources: readonly SourceFile[],
  imports: readonly Import[],
  isEntry: (path: string) => boolean,
): Ratchet {
  const used = usedNames(imports);
  return namesOf(sources, (path, name) => !isEntry(path) && !isUsed(used, path, name));
}

/** Exports of the packages that only tests import. */
export function exportsForTests(
  sources: readonly SourceFile[],
  imports: readonly Import[],
  isEntry: (path: string) => boolean,
): Ratchet {
  const used = usedNames(imports);
  const inProduct = usedNames(imports.filter(({ from }) => !from.startsWith("tests/") && !isTest(from)));
  const product = sources.filter(({ path }) => path.startsWith("packages/"));
  return namesOf(product, (path, name) => !isEntry(path) && isUsed(used, path, name) && !isUsed(inProduct, path, name));
}

function usedNames(imports: readonly Import[]): ReadonlySet<string> {
  return new Set(
    imports.filter(({ from, to }) => from !== to).flatMap(({ to, names }) => names.map((name) => `${to}#${name}`)),
  );
}

function isUsed(used: ReadonlySet<string>, path: string, name: string): boolean {
  return name === "*" || used.has(`${path}#${name}`) || used.has(`${path}#*`);
}

function namesOf(sources: readonly SourceFile[], isWanted: (path: string, name: string) => boolean): Ratchet {
  const names = sources.flatMap(({ path, exports }) =>
    exports
      .filter(({ name, isUsedType }) => !isUsedType && isWanted(path, name))
      .map(({ name }) => [`${path}#${name}`, 1] as const),
  );
  return Object.fromEntries(names);
}

/** How often a file uses a banned word: in comments, test names, identifiers and documents. */
export function bannedWords(
  files: ReadonlyMap<string, string>,
  sources: readonly SourceFile[],
  words: readonly string[],
): Ratchet {
  const pattern = wordPattern(words);
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return countBy(files, (text, path) => proseOf(path, text, byPath.get(path)).match(pattern)?.length ?? 0);
}

/** The banned words that a text uses, for the message. */
export function wordsIn(text: string, words: readonly string[]): readonly string[] {
  return [...new Set(text.match(wordPattern(words))?.map((word) => word.toLowerCase()))];
}

function wordPattern(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join("|").replaceAll(" ", "\\s+")})\\b`, "gi");
}

/** A stored field and what computes it: every command has them, and what is stored keeps its name. */
const STORED_NAMES: ReadonlySet<string> = new Set(["requestHash", "requestHashOf"]);

/** What people read of a file, as words: `aBannedName` counts as "a Banned Name". */
export function proseOf(path: string, text: string, source: SourceFile | undefined): string {
  if (source !== undefined) {
    const identifiers = source.identifiers
      .filter((name) => !STORED_NAMES.has(name))
      .map((name) => name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/_/g, " "));
    return [...source.comments, ...source.testNames, ...identifiers].join("\n");
  }
  if (path.endsWith(".md")) return text;
  const comments = path.endsWith(".graphql") ? /"""[\s\S]*?"""|"[^"\n]*"|#.*/g : /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g;
  return text.match(comments)?.join("\n") ?? "";
}

function countBy(
  files: Iterable<readonly [path: string, text: string]>,
  count: (text: string, path: string) => number,
): Ratchet {
  const counts = [...files].map(([path, text]) => [path, count(text, path)] as const);
  return Object.fromEntries(counts.filter(([, found]) => found > 0));
}
