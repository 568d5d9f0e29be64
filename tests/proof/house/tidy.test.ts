import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Findings, findingsOf, RULES, readProject } from "./findings.ts";
import { compare } from "./ratchet.ts";
import { FUNCTION_LINES_MAX, proseOf, wordsIn } from "./tidy-rules.ts";

/** The rules of CONTRIBUTING.md. What broke them when they were introduced is in ratchet.json, and may only get less. */
const read = <T>(name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T;
const words = read<Record<string, string>>("words.json");
const ratchet = read<Findings>("ratchet.json");
const project = readProject(fileURLToPath(new URL("../../..", import.meta.url)));
const found = findingsOf(project, Object.keys(words));

const ADVICE: Partial<Record<(typeof RULES)[number], string>> = {
  "long functions": `A function has at most ${FUNCTION_LINES_MAX} lines.`,
  "dead exports": "No other file imports it: remove `export`, or all of it.",
};

test.each(RULES)("tidy: %s do not increase", (rule) => {
  const { raised } = compare(found[rule], ratchet[rule]);
  const used = rule === "banned words" ? raised.map((line) => `${line} (${replacements(line)})`) : raised;
  expect(used, ADVICE[rule]).toEqual([]);
});

test.each(RULES)("tidy: the ratchet holds no more %s than there are", (rule) => {
  const { stale } = compare(found[rule], ratchet[rule]);
  expect(stale, "Run `npm run tidy -- --update`.").toEqual([]);
});

/** Which banned words the file uses, with what to write. */
function replacements(line: string): string {
  const path = line.slice(0, line.indexOf(":"));
  const source = project.sources.find((candidate) => candidate.path === path);
  const prose = proseOf(path, project.files.get(path) ?? "", source);
  return wordsIn(prose, Object.keys(words))
    .map((word) => `${word}: ${words[word] ?? "see words.json"}`)
    .join("; ");
}
