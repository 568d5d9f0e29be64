import { expect, test } from "vitest";
import { ALL_RESTOCKED, areWrittenOff, isWrittenOff, withWriteOff, writeAllOff, writeLineOff } from "./written-off.ts";

const LINES = [
  { line: 1, quantity: "1" },
  { line: 2, quantity: "0.5" },
  { line: 3, quantity: "2" },
];

test("written off: a line is what it was chosen to be, the others are what holds for all", () => {
  const second = writeLineOff(ALL_RESTOCKED, 2, true);
  expect(LINES.map(({ line }) => isWrittenOff(second, line))).toEqual([false, true, false]);
  const butFirst = writeLineOff(writeAllOff(true), 1, false);
  expect(LINES.map(({ line }) => isWrittenOff(butFirst, line))).toEqual([false, true, true]);
});

test("written off: the switch for all lines sets each of them, whatever was chosen before", () => {
  const chosen = writeLineOff(writeLineOff(ALL_RESTOCKED, 1, true), 2, false);
  expect(chosen).toEqual({ all: false, lines: { 1: true, 2: false } });
  expect(withWriteOff(LINES, writeAllOff(true)).map(({ writeOff }) => writeOff)).toEqual([true, true, true]);
  expect(withWriteOff(LINES, writeAllOff(false))).toEqual(LINES);
});

test("written off: the switch shows what its lines are, and nothing when they differ", () => {
  const second = writeLineOff(ALL_RESTOCKED, 2, true);
  expect(areWrittenOff(second, LINES)).toBeUndefined();
  expect(areWrittenOff(second, LINES.slice(1, 2))).toBe(true);
  expect(areWrittenOff(second, LINES.slice(2))).toBe(false);
  expect(areWrittenOff(writeAllOff(true), [])).toBe(true);
  expect(
    areWrittenOff(
      LINES.reduce((off, { line }) => writeLineOff(off, line, true), ALL_RESTOCKED),
      LINES,
    ),
  ).toBe(true);
});

test("written off: only the lines that are carry the flag when they are sent", () => {
  expect(withWriteOff(LINES, writeLineOff(ALL_RESTOCKED, 2, true))).toEqual([
    { line: 1, quantity: "1" },
    { line: 2, quantity: "0.5", writeOff: true },
    { line: 3, quantity: "2" },
  ]);
});
