import { cycles, isTest } from "./import-rules.ts";
import { importsOf, isGenerated, parseSources, projectFiles } from "./project.ts";
import type { Ratchet } from "./ratchet.ts";
import type { SourceFile } from "./source-file.ts";
import { bannedWords, deadExports, exportsForTests, longFiles, longFunctions, wideLines } from "./tidy-rules.ts";

/** What the rules with a ratchet find today, by rule. */
export type Findings = Readonly<Record<Rule, Ratchet>>;

export const RULES = [
  "cycles",
  "rooms behind the door",
  "long functions",
  "long files",
  "wide lines",
  "dead exports",
  "exports for tests",
  "banned words",
] as const;
export type Rule = (typeof RULES)[number];

/** Printed from the modules, so that its length is not a matter of taste. */
const LONG_BY_NATURE = ["schema.graphql"];

export interface Project {
  readonly files: ReadonlyMap<string, string>;
  readonly sources: readonly SourceFile[];
  readonly imports: ReturnType<typeof importsOf>;
}

export function readProject(root: string): Project {
  const all = projectFiles(root);
  const parsed = parseSources(all);
  return {
    files: new Map([...all].filter(([path]) => !isGenerated(path))),
    sources: parsed.filter(({ path }) => !isGenerated(path)),
    imports: importsOf(parsed),
  };
}

export function findingsOf({ files, sources, imports }: Project, words: readonly string[]): Findings {
  return {
    cycles: cycles(imports.filter(({ from }) => !isGenerated(from))),
    "rooms behind the door": roomsBehindDoors(sources),
    "long functions": longFunctions(sources),
    "long files": longFiles(new Map([...files].filter(([path]) => !LONG_BY_NATURE.includes(path)))),
    "wide lines": wideLines(files),
    "dead exports": deadExports(sources, imports, isEntry),
    "exports for tests": exportsForTests(sources, imports, isEntry),
    "banned words": bannedWords(files, sources, words),
  };
}

/** `index.ts` is the door of its folder and holds no code of its own. */
export function roomsBehindDoors(sources: readonly SourceFile[]): Ratchet {
  const rooms = sources.filter(({ path, isDoor }) => path.endsWith("/index.ts") && !isDoor && !isTest(path));
  return Object.fromEntries(rooms.map(({ path }) => [path, 1]));
}

/** Called from outside: by Next, by Lambda, by the tools that a configuration is for, by a bundle, by the code generator. */
function isEntry(path: string): boolean {
  return (
    /^packages\/web\/(app\/|[\w.-]+$|src\/i18n\/request\.ts$)/.test(path) ||
    /^packages\/functions\/src\/lambda\/[\w-]+\.ts$/.test(path) ||
    /^tests\/deploy\/coldstart\/bare-\w+\.ts$/.test(path) ||
    /(^|\/)[\w.-]+\.config\.ts$|^packages\/core\/src\/modules\.ts$/.test(path)
  );
}
