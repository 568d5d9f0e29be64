import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { amountOf, readDocuments } from "@pos/host/cli/import/documents.ts";
import { londonInstant } from "@pos/host/cli/import/wallclock.ts";
import { afterAll, describe, expect, test } from "vitest";
import { scratch } from "./support.ts";

/** What the files say, before anything is recorded. */
const { folder, remove } = scratch("documents");
afterAll(remove);

const HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
let files = 0;

function fileOf(text: string | Buffer): string {
  const file = join(folder, `${++files}.csv`);
  writeFileSync(file, text);
  return file;
}

function rows(...lines: readonly string[]): string {
  return fileOf(`${[HEAD, ...lines].join("\n")}\n`);
}

function read(...paths: readonly string[]) {
  return readDocuments(paths, () => {});
}

const SALE = "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom";

describe("import: rows", () => {
  test("quotes, commas and line breaks within a text belong to it", async () => {
    const { documents, problems } = await read(
      rows(
        '536365,1,"FRAME, ""OVAL"" 6"" x 4""",1,2010-12-01 08:26:00,1,,France',
        '536365,2,"TWO\nLINES",1,2010-12-01 08:26:00,1,,France',
        '536365,3,6" NAILS ,1,2010-12-01 08:26:00,1,,France',
      ),
    );
    expect(problems).toEqual([]);
    expect(documents[0]?.lines.map(({ description }) => description)).toEqual([
      'FRAME, "OVAL" 6" x 4"',
      "TWO\nLINES",
      '6" NAILS',
    ]);
  });

  test("numbers stay the decimals that they are", async () => {
    const { documents } = await read(
      rows(
        "536365,1,A,6,2010-12-01 08:26:00,0.001,,UK",
        "536365,1,A,27.5,2010-12-01 08:26:00,2.550,,UK",
        "536365,1,A,1,2010-12-01 08:26:00,0.0,17850,UK",
      ),
    );
    const lines = documents[0]?.lines ?? [];
    expect(lines.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ["6", "0.001"],
      ["27.5", "2.55"],
      ["1", "0"],
    ]);
    // 0.006 is rounded to a penny and 70.125 away from zero, each by itself.
    expect(amountOf(lines, 2)).toBe(1 + 7013 + 0);
  });

  test("a customer is named by digits", async () => {
    const { documents } = await read(
      rows(SALE, "2,1,A,1,2010-12-01 09:00:00,1,13047,UK", "3,1,A,1,2010-12-01 09:01:00,1,,UK"),
    );
    expect(documents.map(({ customer }) => customer)).toEqual(["17850", "13047", undefined]);
  });

  test("a compressed file, one with a byte order mark and one with Windows line ends read alike", async () => {
    const text = `${HEAD}\n${SALE}\n`;
    const plain = await read(fileOf(text));
    expect(plain.documents).toHaveLength(1);
    for (const same of [gzipSync(text), `\uFEFF${text}`, text.replaceAll("\n", "\r\n"), text.trimEnd()])
      expect(await read(fileOf(same))).toEqual(plain);
  });

  test("columns may stand in another order", async () => {
    const file = fileOf(`Country,InvoiceNo,CustomerID,StockCode,UnitPrice,Quantity,Description,InvoiceDate
France,536365,17850.0,85123A,2.55,6,HOLDER,2010-12-01 08:26:00\n`);
    const [expected] = (await read(rows(SALE))).documents;
    expect((await read(file)).documents).toEqual([{ ...expected, country: "France" }]);
  });

  test("reports an unreadable row with file and line, and leaves out only its document", async () => {
    const good = "536366,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom";
    const bad = [
      "536365,85123A,HOLDER,six,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
      "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55",
      "536365,,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
      "536365,85123A,HOLDER,6,2010-02-30 08:26:00,2.55,17850.0,United Kingdom",
      "536365,85123A,HOLDER,6,2010-12-01 08:26:00,-2.55,17850.0,United Kingdom",
      "536365,85123A,HOLDER,0,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
      "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,Jane,United Kingdom",
      "536365,85123A,HOLDER,-6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
      "536365,85123A,HOLDER,9999999,2010-12-01 08:26:00,999999999,17850.0,United Kingdom",
    ];
    for (const row of bad) {
      const file = rows(SALE, "", row, good);
      const { documents, problems } = await read(file);
      expect(documents.map(({ number }) => number)).toEqual(["536366"]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${file}:4: .*; document 536365 is left out\\.$`));
    }
    const { documents, problems } = await read(rows(SALE, "what?,85123A,X,6,2010-12-01 08:26:00,1,,UK", good));
    expect(documents).toHaveLength(2);
    expect(problems[0]).toMatch(/:3: "what\?" is no InvoiceNo\.$/);
  });

  test("a quote that is not closed costs its own document and no other", async () => {
    const row = (number: number, text: string) => `${number},1,${text},1,2010-12-01 08:26:00,1,,UK`;
    const lines = [
      row(1, "A"),
      row(2, '"B'),
      row(3, "C"),
      row(4, '"D, ""d"""'),
      row(5, "E"),
      row(6, '"F'),
      row(7, "G"),
    ];
    const { documents, problems } = await read(rows(...lines));
    expect(documents.map(({ number }) => number)).toEqual(["1", "3", "4", "5", "7"]);
    expect(problems).toEqual([
      expect.stringMatching(/:3: a quote is not closed; document 2 is left out\.$/),
      expect.stringMatching(/:7: a quote is not closed; document 6 is left out\.$/),
    ]);
  });

  test("a file that is not there, not of this data set, empty or cut short stops the import before it begins", async () => {
    const cut = gzipSync(`${HEAD}\n${SALE}\n`).subarray(0, 60);
    await expect(read(rows(SALE), join(folder, "nowhere.csv"))).rejects.toThrow("cannot be opened");
    await expect(read(fileOf("a,b\n1,2\n"))).rejects.toThrow("lacks InvoiceNo, StockCode");
    await expect(read(fileOf(""))).rejects.toThrow("is empty");
    await expect(read(fileOf(cut))).rejects.toThrow("cannot be read to its end");
    await expect(read(folder)).rejects.toThrow("cannot be read");
  });
});

describe("import: documents", () => {
  test("rows of one number are one document wherever they stand, at the time of the first", async () => {
    const first = rows(
      "542806,1,A,1,2011-02-01 10:27:00,1,,UK",
      "542807,1,B,1,2011-02-01 10:20:00,1,,UK",
      "542806,2,C,1,2011-02-01 10:28:00,1,12345.0,UK",
    );
    const second = rows("542806,3,D,1,2011-02-01 10:29:00,1,12345.0,UK");
    const { documents, rows: count } = await read(first, second);
    expect(count).toBe(4);
    expect(documents.map(({ number, occurredAt }) => [number, occurredAt])).toEqual([
      ["542807", "2011-02-01T10:20:00.000Z"],
      ["542806", "2011-02-01T10:27:00.000Z"],
    ]);
    expect(documents[1]?.lines.map(({ sku }) => sku)).toEqual(["1", "2", "3"]);
    expect(documents[1]?.customer).toBe("12345");
  });

  test.each([
    ["C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,UK", "refund"],
    ["A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,-11062.06,,UK", "financeAdjustment"],
    ["536589,21777,,-10,2010-12-01 16:50:00,0.0,,UK", "stockAdjustment"],
    ["C536589,21777,,-10,2010-12-01 16:50:00,0.0,,UK", "refund"],
    ["537197,22841,FREE,1,2010-12-05 14:02:00,0.0,12647.0,Germany", "sale"],
    ["536365,1,A,6,2010-12-01 08:26:00,0.001,,UK", "sale"],
  ])("%s is a %s", async (row, kind) => {
    const { documents, problems } = await read(rows(row));
    expect(problems).toEqual([]);
    expect(documents.map((document) => document.kind)).toEqual([kind]);
  });

  test("free goods beside others are part of a sale", async () => {
    const { documents } = await read(rows("1,A,,1,2010-12-01 08:26:00,0,,UK", "1,B,,1,2010-12-01 08:26:00,1,,UK"));
    expect(documents.map(({ kind }) => kind)).toEqual(["sale"]);
  });
});

test.each([
  ["2010-12-01 08:26:00", "2010-12-01T08:26:00.000Z"],
  ["2011-03-27 00:59:59", "2011-03-27T00:59:59.000Z"],
  // The hour that is skipped: counted on from before.
  ["2011-03-27 01:30:00", "2011-03-27T01:30:00.000Z"],
  ["2011-03-27 02:00:00", "2011-03-27T01:00:00.000Z"],
  ["2011-03-28 00:15:00", "2011-03-27T23:15:00.000Z"],
  ["2011-07-01 12:00:00", "2011-07-01T11:00:00.000Z"],
  ["2011-10-30 00:30:00", "2011-10-29T23:30:00.000Z"],
  // The hour that comes twice: taken for the first.
  ["2011-10-30 01:30:00", "2011-10-30T00:30:00.000Z"],
  ["2011-10-30 02:00:00", "2011-10-30T02:00:00.000Z"],
])("import: %s in London is %s", (wallClock, instant) => {
  expect(londonInstant(wallClock)).toBe(instant);
});
