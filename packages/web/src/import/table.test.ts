import { expect, test } from "vitest";
import { readTable } from "./table.ts";

test.each([
  ["commas", "SKU,Name\r\nA,Tea\r\n", ","],
  ["semicolons", "SKU;Name\nA;Tea", ";"],
  ["tabs", "SKU\tName\nA\tTea\n\n", "\t"],
  ["bars", "SKU|Name\nA|Tea", "|"],
  ["full-width commas", "SKU，Name\nA，Tea", "，"],
])("readTable: reads header and rows when %s part the columns", (_what, text, delimiter) => {
  expect(readTable(text)).toEqual({ header: ["SKU", "Name"], rows: [["A", "Tea"]], delimiter });
});

test("readTable: keeps separators, quotes and line breaks when a cell is quoted", () => {
  const { rows } = readTable('\uFEFFSKU,Name\n"A","Tea, ""green""\nloose"\n,\n');
  expect(rows).toEqual([["A", 'Tea, "green"\nloose']]);
});

test("readTable: returns nothing when the text is empty", () => {
  expect(readTable("  \n")).toMatchObject({ header: [], rows: [] });
});
