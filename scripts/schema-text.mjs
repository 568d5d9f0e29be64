import { readFileSync } from "node:fs";

/** Codegen plugin: the contract as a module, so that a bundle carries it and no handler reads a file at start. */
export function plugin() {
  const text = readFileSync(new URL("../schema.graphql", import.meta.url), "utf8");
  return `export const schemaText = ${JSON.stringify(text)};\n`;
}
