import { readFileSync } from "node:fs";

/** Codegen plugin: the schema as a module, so that a bundle contains it and no function reads a file at start-up. */
export function plugin() {
  const text = readFileSync(new URL("../schema.graphql", import.meta.url), "utf8");
  return `export const schemaText = ${JSON.stringify(text)};\n`;
}
