import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDocuments } from "@pos/host/cli/import/documents.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { scratch } from "../import/support.ts";
import { superLinear } from "./growth.ts";

/** Files that the importer reads, as they may be broken. */
const HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
const row = (description: string) => `536365,1,${description},1,2010-12-01 08:26:00,1,,UK\n`;

const FILES: { readonly [name: string]: string } = {
  "good rows": row("A"),
  "quotes that are not closed": row('"A'),
  "quotes in every second row": `${row("A")}${row('"A')}`,
  "quotes that are closed in the next row": `${row('"A')}${row('A"')}`,
  "quotes that are not closed in lines that are no rows": '"A\n',
  "quotes alone": '"',
  "quotes between commas": '",',
  commas: ",",
  "empty lines": "\n",
  "line breaks of two kinds": "\r\n\r",
  "rows without a document": "x,1,2\n",
  digits: "1",
};

describe("import: the time grows with the length of the file, not faster", () => {
  test.each(Object.entries(FILES))("%s", async (_name, repeated) => {
    const { folder, remove } = scratch("growth");
    onTestFinished(remove);
    const growth = await superLinear(async (length) => {
      const file = join(folder, `${length}.csv`);
      writeFileSync(file, HEAD + repeated.repeat(Math.ceil(length / repeated.length)));
      await readDocuments([file], () => {});
    });
    expect(growth).toBeUndefined();
  });
});
