import type { Project } from "./findings.ts";
import { importsOf, parseSources } from "./project.ts";

/** A project of the given texts by path, with a breach planted in it. */
export function plantedProject(
  texts: Readonly<Record<string, string>>,
): Project & { readonly paths: readonly string[] } {
  const files = new Map(Object.entries(texts));
  const sources = parseSources(files);
  return { files, sources, imports: importsOf(sources), paths: sources.map(({ path }) => path) };
}

/** Statements on so many lines. */
export function linesOf(count: number): string {
  return Array.from({ length: count }, (_, line) => `  use(${line});`).join("\n");
}
