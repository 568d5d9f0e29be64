import { describe, expect, test } from "vitest";
import { linesOf, plantedProject } from "./planted.ts";
import { compare, lower } from "./ratchet.ts";
import { bannedWords, deadExports, exportsForTests, longFiles, longFunctions, wideLines } from "./tidy-rules.ts";

const noEntry = () => false;

describe("longFunctions", () => {
  const found = (text: string) => longFunctions(plantedProject({ "a.ts": text }).sources);

  test("finds a function of 71 lines and not one of 70", () => {
    expect(found(`function long() {\n${linesOf(69)}\n}`)).toEqual({ "a.ts#long": 71 });
    expect(found(`function short() {\n${linesOf(68)}\n}`)).toEqual({});
  });

  test.each([
    ["an arrow function", `const long = () => {\n${linesOf(69)}\n};`, "long"],
    ["a method", `class A { long() {\n${linesOf(69)}\n} }`, "long"],
    ["a property", `const a = { long: async () => {\n${linesOf(69)}\n} };`, "long"],
    ["a test", `test("it works", () => {\n${linesOf(69)}\n});`, "it works"],
    ["a default export", `export default function () {\n${linesOf(69)}\n}`, "(anonymous)"],
  ])("names %s", (_what, text, name) => {
    expect(found(text)).toEqual({ [`a.ts#${name}`]: 71 });
  });

  test("measures the tests of a suite and not the suite", () => {
    expect(found(`describe.each([1])("all", () => {\n${linesOf(100)}\n});`)).toEqual({});
  });

  test("counts two functions of one name as two", () => {
    const text = `function long() {\n${linesOf(69)}\n}`;
    expect(found(`{ ${text} }\n{ ${text} }`)).toEqual({ "a.ts#long": 71, "a.ts#long 2": 71 });
  });
});

describe("longFiles", () => {
  test("finds a file of 501 lines and not one of 500", () => {
    const files = new Map([
      ["a.ts", "\n".repeat(501)],
      ["b.ts", "\n".repeat(500)],
    ]);
    expect(longFiles(files)).toEqual({ "a.ts": 501 });
  });
});

describe("wideLines", () => {
  const wide = "word ".repeat(25);
  const found = (text: string) => wideLines(new Map([["a.md", text]]));

  test("finds lines of more than 120 columns in Markdown", () => {
    expect(found(`short\n${wide}\n${"x".repeat(120)}\n${"x".repeat(121)}`)).toEqual({ "a.md": 2 });
    expect(wideLines(new Map([["a.ts", wide]]))).toEqual({});
  });

  test.each([
    ["tables", `| ${wide} |`],
    ["code", `\`\`\`sh\n${wide}\n\`\`\``],
    ["addresses", `See [this](https://example.com/${"x".repeat(120)}) and https://example.com/${"x".repeat(120)}.`],
  ])("accepts %s", (_what, text) => {
    expect(found(text)).toEqual({});
  });
});

describe("deadExports", () => {
  const found = (texts: Readonly<Record<string, string>>) => {
    const { sources, imports } = plantedProject(texts);
    return Object.keys(deadExports(sources, imports, noEntry));
  };

  test("finds an export that no other file imports", () => {
    const texts = {
      "a.ts": "export const used = 1; export const dead = used;",
      "b.ts": 'import { used } from "./a.ts";',
    };
    expect(found(texts)).toEqual(["a.ts#dead"]);
  });

  test("finds what only a door exports again", () => {
    const texts = { "a.ts": "export const a = 1;", "index.ts": 'export { a } from "./a.ts";' };
    expect(found(texts)).toEqual(["index.ts#a"]);
  });

  test("finds a default export and a type that nothing uses", () => {
    expect(found({ "a.ts": "export default 1; export interface Dead {}" })).toEqual(["a.ts#default", "a.ts#Dead"]);
  });

  test.each([
    ["a name", 'import { a } from "./a.ts";'],
    ["all names", 'import * as all from "./a.ts";'],
    ["all names again", 'export * from "./a.ts";'],
    ["at run time", 'await import("./a.ts");'],
    ["a type", 'type A = import("./a.ts").a;'],
  ])("accepts an export when a file imports %s", (_what, text) => {
    expect(found({ "a.ts": "export const a = 1;", "b.ts": text })).toEqual([]);
  });

  test("accepts a type that its own file uses, and the exports of an entry", () => {
    expect(found({ "a.ts": "export interface A {}\nconst a: A = {};" })).toEqual([]);
    const { sources, imports } = plantedProject({ "main.ts": "export const handler = 1;" });
    expect(deadExports(sources, imports, (path) => path === "main.ts")).toEqual({});
  });
});

describe("exportsForTests", () => {
  test("finds what only tests import", () => {
    const { sources, imports } = plantedProject({
      "packages/core/src/a.ts": "export const a = 1; export const b = 2; export const c = 3;",
      "packages/core/src/a.test.ts": 'import { a, b } from "./a.ts";',
      "tests/a.ts": 'import { a } from "@pos/core/a.ts";',
      "packages/core/src/b.ts": 'import { a } from "./a.ts";',
    });
    expect(exportsForTests(sources, imports, noEntry)).toEqual({ "packages/core/src/a.ts#b": 1 });
  });
});

describe("bannedWords", () => {
  const found = (path: string, text: string) => {
    const { files, sources } = plantedProject({ [path]: text });
    return bannedWords(files, sources, ["told", "gives way", "request hash"])[path] ?? 0;
  };

  test("takes the name of a stored field, and finds the same words in a comment", () => {
    expect(found("a.ts", "const requestHash = requestHashOf({});")).toBe(0);
    expect(found("a.ts", "// The request hash.\nconst requestHashes = 1;")).toBe(1);
  });

  test.each([
    ["a comment", "a.ts", "// It is told.\n"],
    ["a comment over two lines", "a.ts", "/** It gives\n way. */"],
    ["a test's name", "a.test.ts", 'test("nobody is told", () => {});'],
    ["the name of a table of tests", "a.test.ts", 'test.each([1])("%s is told", () => {});'],
    ["an identifier", "a.ts", "const wasToldTwice = 1;"],
    ["a type", "a.ts", "interface Told {}"],
    ["a document", "a.md", "Those who were Told."],
    ["a description of the schema", "a.graphql", '"""What is told."""\ntype A { b: Int }'],
    ["a comment of a style sheet", "a.css", "/* told */"],
    ["a script", "scripts/a.mjs", "// told\n"],
  ])("finds a word in %s", (_where, path, text) => {
    expect(found(path, text)).toBe(1);
  });

  test("accepts the word within another, and in what programs read", () => {
    expect(found("a.ts", 'const untold = "told"; // retold\n')).toBe(0);
    expect(found("a.graphql", "type A { told: Int }")).toBe(0);
  });

  test("counts every use", () => {
    expect(found("a.md", "told, told and gives way")).toBe(3);
  });
});

describe("ratchet", () => {
  const exists = (file: string) => file !== "gone.ts";

  test("compare: reports what rose, what is new and what fell", () => {
    const { raised, stale } = compare({ "a.ts": 3, "b.ts": 1 }, { "a.ts": 2, "c.ts": 1, "b.ts": 1 });
    expect(raised).toEqual(["a.ts: 3, at most 2"]);
    expect(stale).toEqual(["c.ts: 0, no longer 1"]);
    expect(compare({ "n.ts": 1 }, {}).raised).toEqual(["n.ts: 1, at most 0"]);
  });

  test("lower: takes over numbers that fell", () => {
    expect(lower({ "b.ts": 1, "a.ts": 2 }, { "a.ts": 3, "b.ts": 1, "c.ts": 4 }, exists)).toEqual({
      "a.ts": 2,
      "b.ts": 1,
    });
  });

  test.each([
    ["rises", { "a.ts": 4 }, { "a.ts": 3 }],
    ["is new", { "n.ts": 1 }, { "a.ts": 3 }],
    ["is new and higher than that of the file that is gone", { "n.ts": 2 }, { "gone.ts": 1 }],
  ])("lower: throws when a number %s", (_when, found, allowed) => {
    expect(() => lower(found, allowed, exists)).toThrow("may not rise");
  });

  test("lower: passes a number on when a file was renamed, once", () => {
    expect(lower({ "n.ts#f": 71 }, { "gone.ts#f": 72 }, exists)).toEqual({ "n.ts#f": 71 });
    expect(() => lower({ "n.ts": 1, "m.ts": 1 }, { "gone.ts": 1 }, exists)).toThrow("m.ts");
  });
});
