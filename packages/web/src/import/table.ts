import { LIMITS } from "@pos/core/base/limits.ts";
import Papa from "papaparse";
import type { ImportKind } from "./fields.ts";

/** A file of rows and columns, as it is read. */
export interface ImportTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

/** Rows that one file may have; of prices, those that one request may carry. */
export function rowsMaxOf(kind: ImportKind): number {
  return kind === "prices" ? LIMITS.pricesOfListMax : 50_000;
}

/** Reads a text as CSV; commas, semicolons, tabs and bars part columns. The first row with content has the names of the columns. */
export function readTable(text: string): ImportTable {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t", "|", "，", "；"],
  });
  const [header = [], ...rows] = data;
  return { header: header.map((name) => name.trim()), rows, delimiter: meta.delimiter };
}
