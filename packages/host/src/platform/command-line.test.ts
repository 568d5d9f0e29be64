import { describe, expect, test } from "vitest";
import { commandLine, UsageError } from "./command-line.mjs";

const line = commandLine({
  usage: "pos pack",
  about: "\nPacks parcels.\n\nTwice is safe.",
  options: {
    to: { type: "string", value: "CITY", required: true, help: "where to" },
    tag: { type: "string", multiple: true, help: "a label" },
    size: { type: "string", choices: ["s", "l"], default: "s", help: "of the box" },
    count: { type: "whole", from: 1, to: 50, help: "how many" },
    "dry-run": { type: "boolean", help: "packs nothing" },
  },
  positionals: {
    goods: { value: "GOODS", help: `what, ${"long ".repeat(40)}` },
    more: { value: "MORE", many: true, optional: true, help: "what else" },
  },
  examples: ["pos pack --to Rome tea"],
  exits: "0 done, 2 not understood",
});

describe("commandLine", () => {
  test("commandLine: reads options by type, repeated options and positionals in any order", () => {
    const words = ["tea", "--to=Rome", "--tag", "a", "cups", "--tag", "b", "--count", "7", "--dry-run", "--", "-x"];
    expect(line.read(words)).toEqual({
      ...{ goods: "tea", more: ["cups", "-x"], to: "Rome", tag: ["a", "b"], size: "s", count: 7, "dry-run": true },
    });
    expect(line.read(["tea", "--to", "Rome"])).toEqual({
      ...{ goods: "tea", more: [], to: "Rome", tag: [], size: "s", count: undefined, "dry-run": false },
    });
  });

  test.each([
    [["tea"], "--to CITY is missing."],
    [["--to", "Rome"], "GOODS is missing."],
    [["tea", "--to"], "'--to <value>' argument missing"],
    [["tea", "--to", ""], "--to needs a value."],
    [["tea", "--to", "Rome", "--size", "m"], '--size takes s, l, not "m".'],
    [["tea", "--to", "Rome", "--count", "0"], '--count takes a whole number from 1 to 50, not "0".'],
    [["tea", "--to", "Rome", "--count", "51"], "from 1 to 50"],
    [["tea", "--to", "Rome", "--count", "1e1"], "from 1 to 50"],
    [["tea", "--to", "Rome", "--fast"], "Unknown option '--fast'"],
    [["tea", "--to", "Rome", "--dry-run=no"], "does not take an argument"],
    [["tea", "--to", "Rome", "-x"], "Unknown option '-x'"],
  ] as const)("commandLine: rejects %j", (words, message) => {
    expect(() => line.read(words)).toThrow(UsageError);
    expect(() => line.read(words)).toThrow(message);
  });

  test("commandLine: rejects a positional when the command takes fewer", () => {
    const one = commandLine({ usage: "pos one", about: "", positionals: { file: { value: "FILE", help: "" } } });
    expect(() => one.read(["a", "b c"])).toThrow('Unexpected argument "b c"');
    expect(() => commandLine({ usage: "pos none", about: "" }).read(["a"])).toThrow('Unexpected argument "a"');
  });

  test("commandLine: writes usage, every argument, example and exit codes into the help", () => {
    expect(line.help.split("\n\n")).toEqual([
      "Usage: pos pack --to CITY [--tag VALUE]... [--size s|l] [--count N] [--dry-run] GOODS [MORE...]",
      "Packs parcels.",
      "Twice is safe.",
      expect.stringMatching(/^ {2}GOODS {8}what, long/),
      "Example:\n  pos pack --to Rome tea",
      "Exit codes: 0 done, 2 not understood.",
    ]);
    for (const row of ["--to CITY    where to", "--size s|l   of the box; absent: s", "--dry-run    packs nothing"])
      expect(line.help).toContain(`\n  ${row}\n`);
    expect(Math.max(...line.help.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});
