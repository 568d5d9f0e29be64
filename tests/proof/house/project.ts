import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { readSource, type SourceFile } from "./source-file.ts";

/** Folders that hold what is built, installed or given. */
const NOT_OURS = new Set(["node_modules", "dist", "fixtures", "data"]);

/** Generated files are never judged; what they import is used. */
export function isGenerated(path: string): boolean {
  return path.includes("/generated/");
}

/** Text files of the project by path, relative to its root, with slashes. */
export function projectFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && !NOT_OURS.has(entry.name)) visit(`${path}/`);
      } else if (/\.(tsx?|mjs|js|css|html|md|graphql)$/.test(entry.name) && entry.name !== "next-env.d.ts") {
        files.set(path, readFileSync(join(root, path), "utf8"));
      }
    }
  };
  visit("");
  return files;
}

export function parseSources(files: ReadonlyMap<string, string>): readonly SourceFile[] {
  return [...files]
    .filter(([path]) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith(".d.mts"))
    .map(([path, text]) => readSource(path, text));
}

export interface Import {
  readonly from: string;
  /** A path within the project, or the name of a package. */
  readonly to: string;
  readonly isType: boolean;
  readonly names: readonly string[];
}

/** Imports of files, resolved: `@pos/core/base/id.ts` and `../base/id.ts` become the same path. */
export function importsOf(sources: readonly SourceFile[]): readonly Import[] {
  const known = new Set(sources.map(({ path }) => path));
  return sources.flatMap(({ path, imports }) =>
    imports.map(({ specifier, ...rest }) => {
      const to = resolveSpecifier(path, specifier);
      return { from: path, to: known.has(`${to}.ts`) ? `${to}.ts` : to, ...rest };
    }),
  );
}

function resolveSpecifier(from: string, specifier: string): string {
  if (specifier.startsWith("@pos/")) return specifier.replace(/^@pos\/(\w+)\//, "packages/$1/src/");
  return specifier.startsWith(".") ? posix.join(dirname(from), specifier) : specifier;
}
