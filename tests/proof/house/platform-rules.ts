import { isTest, show } from "./import-rules.ts";
import type { Import } from "./project.ts";

/** Rules about what the platform offers: libraries, variables, the clock. */

/** Imports of a library from files that are not its place. */
export function foreignImports(imports: readonly Import[], library: RegExp, allowed: RegExp): readonly string[] {
  return imports.filter(({ from, to }) => library.test(to) && !allowed.test(from)).map(show);
}

/** TypeScript files of the packages, without tests, whose text has the pattern. */
export function filesWith(files: ReadonlyMap<string, string>, pattern: RegExp): readonly string[] {
  return [...files]
    .filter(([path, text]) => /^packages\/.*\.tsx?$/.test(path) && !isTest(path) && pattern.test(text))
    .map(([path]) => path);
}
