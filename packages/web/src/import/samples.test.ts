import { CATALOGUE, type Messages } from "@pos/messages/catalogue.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import { createI18n } from "@pos/web/i18n/i18n.ts";
import { describe, expect, test } from "vitest";
import { guessedMapping, IMPORT_KINDS, missingFields } from "./fields.ts";
import { readRows } from "./rows.ts";
import { sampleFile } from "./samples.ts";
import { readTable } from "./table.ts";

describe.each(["en", "zh"] as const)("%s", (language) => {
  test.each(IMPORT_KINDS)("sampleFile: every column of %s is recognized and every row is right", async (kind) => {
    const { text } = sampleFile(createI18n(createTranslate<Messages>(CATALOGUE[language], language), language), kind);
    const { header, rows } = readTable(text);
    const mapping = guessedMapping(header, kind);
    expect(Object.keys(mapping)).toHaveLength(header.length);
    expect(missingFields(kind, mapping)).toEqual([]);
    const read = await readRows(rows, { kind, mapping, currency: "GBP", decimalSign: "." });
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
