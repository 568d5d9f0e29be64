import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvText, withoutGuard } from "./csv.ts";

const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: "\r\n" });

describe("csvText", () => {
  test("csvText: quotes only cells with separators, quotes or line breaks", () => {
    expect(
      csvText([
        ["Name", "Amount"],
        ["Tea, green", "12.50"],
        ['Say "hi"', -3],
        ["two\r\nlines", ""],
        ["中文", "+3"],
      ]),
    ).toBe('\uFEFFName,Amount\r\n"Tea, green",12.50\r\n"Say ""hi""",-3\r\n"two\r\nlines",\r\n中文,+3\r\n');
  });

  test.each([
    ...["=1", "=1+1", "+1+1", "-1+1", "@A1", "\tx", "\rx", "\nx", "-", "+", "-1.5.2", "+44 20"],
    ...["＝1", "＋1", "－1", "＠A1", "=,", '="x"'],
  ])("csvText: puts an apostrophe before %j when a spreadsheet would compute it", (cell) => {
    expect(read(csvText([[cell]]))).toEqual([[`'${cell}`]]);
    expect(withoutGuard(`'${cell}`)).toBe(cell);
  });

  test.each(["'tis", "5'", "", "-1"])("withoutGuard: leaves %j when it has no such apostrophe", (cell) => {
    expect(withoutGuard(cell)).toBe(cell);
  });

  test.each(["-12.50", "+3", "-7", "0", "12.50"])("csvText: leaves %s when text is a number", (cell) => {
    expect(csvText([[cell]])).toBe(`\uFEFF${cell}\r\n`);
  });

  test("csvText: a CSV parser reads every cell back when texts are arbitrary", () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => `x${text}`);
    const rows = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const row = fc.array(cell, { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 5 });
    });
    fc.assert(
      fc.property(rows, (wanted) => {
        expect(read(csvText(wanted))).toEqual(wanted);
      }),
    );
  });
});
