import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderEscPos } from "@pos/core/receipt/esc-pos.ts";
import type { ReceiptDocument } from "@pos/core/receipt/model.ts";
import { renderText } from "@pos/core/receipt/text.ts";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { goldenPapers, longPaper } from "./papers.ts";
import { print } from "./printer.ts";

/** `UPDATE_RECEIPTS=1` writes the golden files; a change of them is a change of what shops print. */
const isUpdate = process.env.UPDATE_RECEIPTS === "1";
const LANGUAGES = ["en", "zh"] as const;
const COLUMNS = [48, 32] as const;

function expectGolden(name: string, bytes: Uint8Array): void {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (isUpdate) writeFileSync(file, bytes);
  expect(existsSync(file), `the golden file ${name}`).toBe(true);
  expect(Buffer.from(bytes).equals(readFileSync(file)), `the bytes of ${name}`).toBe(true);
}

function check(document: ReceiptDocument, columns: (typeof COLUMNS)[number]) {
  const text = renderText(document, columns);
  const { bytes, text: expected } = renderEscPos(document, columns);
  const printed = print(bytes);
  expect(printed.text).toBe(expected);
  expect(printed).toMatchObject({
    codes: [document.code, document.link?.url].filter((code) => code !== undefined),
    cuts: 1,
  });
  for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
  for (const line of printed.text.split("\n")) {
    const width = [...line].reduce((sum, character) => sum + (/[^ -ÿ]/.test(character) ? 2 : 1), 0);
    if (document.language === "zh") expect(width, line).toBeLessThanOrEqual(columns);
    else expect(line.length, line).toBeLessThanOrEqual(columns);
  }
  return { text, bytes, printed };
}

describe.each(LANGUAGES)("receipts in %s", (language) => {
  for (const [name, document] of Object.entries(goldenPapers(language))) {
    test.each(COLUMNS)(
      `renderText and renderEscPos: give the golden bytes when a paper of ${name} has %i columns`,
      (columns) => {
        const { text, bytes } = check(document, columns);
        expectGolden(`${name}.${language}.${columns}.txt`, Buffer.from(text));
        expectGolden(`${name}.${language}.${columns}.bin`, bytes);
      },
    );
  }

  test("renderEscPos: prints the marks bold and the total in double height", () => {
    const { copy } = goldenPapers(language);
    if (!copy) throw new Error("There is no such paper.");
    const { printed } = check(copy, 48);
    const totals = [...copy.blocks, ...copy.returns.map(({ rows }) => rows)].flatMap((rows) =>
      rows.flatMap(({ label, isTotal }) => (isTotal ? [expect.stringContaining(label)] : [])),
    );
    expect(totals).toHaveLength(2);
    expect(printed.large).toEqual(totals);
    expect(printed.bold).toContain(`*** ${copy.marks[0]} ***`);
  });

  test("renderText and renderEscPos: print all of a receipt of 200 lines", () => {
    const { printed, text } = check(longPaper(language, 200), 48);
    const last = language === "zh" ? "第 200 件商品" : "Article 200";
    expect(text.split("\n").filter((line) => line.startsWith(last))).toHaveLength(1);
    expect(printed.text.split("\n").filter((line) => line.startsWith(last))).toHaveLength(1);
    expect(printed.large).toHaveLength(1);
    expect(printed.large[0]).toMatch(/600\.00$/);
  });
});

test("giftDocument: has no amount when it is rendered in any form", () => {
  for (const language of LANGUAGES) {
    const { gift } = goldenPapers(language);
    if (!gift) throw new Error("There is no such paper.");
    expect(renderText(gift, 48)).not.toMatch(/[£¥￥]|\d\.\d\d(?!\d)/);
    expect(renderEscPos(gift, 32).text).not.toMatch(/[£¥￥]|\d\.\d\d(?!\d)/);
  }
});

test("renderEscPos: prints no command that a text contains", () => {
  const { sale } = goldenPapers("en");
  if (!sale) throw new Error("There is no such paper.");
  for (const name of ["\u001bp\u0000AZ Drawer", "\u001dV\u0000 Cut \u001c&", "😀 Smile\u202e"]) {
    const { printed } = check({ ...sale, name }, 48);
    expect(printed.cuts).toBe(1);
    expect(printed.text.split("\n")[0]?.trim()).toMatch(/^(pAZ Drawer|V Cut &|\? Smile)$/);
  }
});

test("renderEscPos: prints Chinese when a paper in English names a Chinese article", () => {
  const { sale } = goldenPapers("en");
  if (!sale) throw new Error("There is no such paper.");
  const document = { ...sale, name: "东方 Zürich Škoda 100 £" };
  expect(print(renderEscPos(document, 48).bytes).text.split("\n")[0]?.trim()).toBe("东方 Zürich Skoda 100 ￡");
});
