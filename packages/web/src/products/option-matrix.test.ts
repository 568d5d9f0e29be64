import { describe, expect, test } from "vitest";
import { combinationCount, combinations } from "./option-matrix.ts";

const size = { name: "Size", values: ["S", "M"] };
const colour = { name: "Colour", values: ["Red", "Blue", "Green"] };

describe("combinations", () => {
  test("combinations: contains each value of an option with each of the others when several have values", () => {
    expect(combinations([size, colour]).map(({ name }) => name)).toEqual([
      ...["S / Red", "S / Blue", "S / Green"],
      ...["M / Red", "M / Blue", "M / Green"],
    ]);
  });

  test("combinations: ignores an option when it has no values", () => {
    expect(combinations([{ name: "", values: [] }, size]).map(({ name }) => name)).toEqual(["S", "M"]);
    expect([combinations([]), combinationCount([])]).toEqual([[], 0]);
  });

  test("combinations: keeps the key of a combination when other values are added", () => {
    const [before] = combinations([size, colour]);
    const more = { name: "Size", values: ["XS", ...size.values] };
    expect(combinations([more, colour]).find(({ name }) => name === "S / Red")?.key).toBe(before?.key);
  });

  test("combinations: distinguishes values that contain the separator", () => {
    const tricky = combinations([
      { name: "A", values: ["1", "1 / 2"] },
      { name: "B", values: ["2 / 3", "3"] },
    ]);
    expect(new Set(tricky.map(({ key }) => key)).size).toBe(4);
  });

  test("combinations: is empty when there are more than 200", () => {
    const many = { name: "N", values: Array.from({ length: 201 }, (_, at) => String(at)) };
    expect([combinationCount([many]), combinations([many])]).toEqual([201, []]);
  });
});
