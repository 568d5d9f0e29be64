import { describe, expect, test } from "vitest";
import { type SortValue, sortedPage } from "./sorted-page.ts";

interface Row {
  readonly id: string;
  readonly value: SortValue;
}
const ROWS: readonly Row[] = [
  { id: "a", value: 10 },
  { id: "b", value: -3 },
  { id: "c", value: undefined },
  { id: "d", value: 9 },
  { id: "e", value: 9 },
];

function idsOf(rows: readonly Row[], isDescending: boolean, first = 2): string[] {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = sortedPage(rows, {
      ...{ idOf: ({ id }) => id, byOf: ({ value }) => value, isDescending, first },
      ...(after === undefined ? {} : { after }),
    });
    ids.push(...page.rows.map(({ row }) => row.id));
    if (!page.hasNext) return ids;
    after = page.rows.at(-1)?.place;
  }
}

describe("sortedPage", () => {
  test("is by number, what has none last in both directions, equals by their ids", () => {
    expect(idsOf(ROWS, false)).toEqual(["b", "d", "e", "a", "c"]);
    expect(idsOf(ROWS, true)).toEqual(["a", "d", "e", "b", "c"]);
  });

  test("is by text without regard to case, and long texts alike at their beginnings are each listed once", () => {
    const long = "x".repeat(70);
    const rows = ["b", "A", `${long}2`, `${long}1`, "c"].map((value, index) => ({ id: `r${index}`, value }));
    expect(idsOf(rows, false, 1)).toEqual(["r1", "r0", "r4", "r2", "r3"]);
  });

  test("goes on behind a place whose row is gone", () => {
    const options = { idOf: ({ id }: Row) => id, byOf: ({ value }: Row) => value, isDescending: false, first: 9 };
    const after = sortedPage(ROWS, { ...options, first: 2 }).rows[1]?.place ?? "";
    const left = ROWS.filter(({ id }) => id !== "d");
    expect(sortedPage(left, { ...options, after }).rows.map(({ row }) => row.id)).toEqual(["e", "a", "c"]);
    expect(sortedPage(left, { ...options, after: "nonsense" }).rows).toEqual([]);
  });

  test("refuses a list that is too long to be read whole", () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ id: String(index), value: index }));
    expect(() => idsOf(many, false)).toThrow(expect.objectContaining({ code: "TOO_MANY_ROWS" }));
  });
});
