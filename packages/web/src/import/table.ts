import Papa from "papaparse";

/** A file of rows and columns, as it is read. */
export interface ImportTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

/** Rows that one file may have. */
export const IMPORT_ROWS_MAX = 50_000;

/** Reads a text as CSV; commas, semicolons, tabs and bars part columns. The first row with content has the names of the columns. */
export function readTable(text: string): ImportTable {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t", "|", "，", "；"],
  });
  const [header = [], ...rows] = data;
  return { header: header.map((name) => name.trim()), rows, delimiter: meta.delimiter };
}
