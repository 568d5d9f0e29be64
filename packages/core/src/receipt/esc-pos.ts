import CodepageEncoder, { type Codepage } from "@point-of-sale/codepage-encoder";
import ReceiptPrinterEncoder from "@point-of-sale/receipt-printer-encoder";
import { captionLines, charactersOf, footLines, type PaperLine, paperLines, type Ruler } from "./columns.ts";
import { gbkBytes } from "./gbk.ts";
import type { ReceiptDocument } from "./model.ts";
import { type Columns, textOf, withTexts } from "./text.ts";

/**
 * A paper as the bytes that a receipt printer takes. The library knows the commands and the single-byte code pages. Chinese it
 * does not know: those texts are written here, in the printer's Chinese mode. The picture of a shop is not among the bytes,
 * because printers keep it themselves.
 */
export function renderEscPos(document: ReceiptDocument, columns: Columns): PrintedPaper {
  const { above, caption, below, isChinese } = printedLines(document, columns);
  const encoder = new ReceiptPrinterEncoder({
    ...{ language: "esc-pos", columns, feedBeforeCut: 4, newline: "\n" },
    codepageMapping: "epson",
    codepageCandidates: CODE_PAGES,
  });
  encoder.initialize();
  if (!isChinese) encoder.codepage(codePageOf([...above, ...caption, ...below]));
  write(encoder, above, isChinese);
  draw(encoder, document.code, 6);
  draw(encoder, document.link?.url, 4);
  write(encoder, caption, isChinese);
  write(encoder, below, isChinese);
  return { bytes: encoder.cut("partial").encode(), text: textOf([...above, ...caption, ...below]) };
}

/** A printer's own commands draw codes, so that they are as sharp as the printer is. */
function draw(encoder: ReceiptPrinterEncoder, text: string | undefined, size: number): void {
  if (text !== undefined) encoder.align("center").qrcode(text, { size }).align("left");
}

export interface PrintedPaper {
  readonly bytes: Uint8Array;
  /** What is read on the printed paper. */
  readonly text: string;
}

/** Those of Western, Central and Eastern Europe, Greek and Turkish, by the numbers that most printers give them. */
const CODE_PAGES: Codepage[] = ["cp437", "cp858", "windows1252", "cp852", "cp866", "windows1253", "windows1254"];

/** One that has all characters: the library chooses for each character only where it has to, since that takes long. */
function codePageOf(lines: readonly PaperLine[]): Codepage | "auto" {
  const codes = new Set(lines.flatMap(({ text }) => Array.from(text, (one) => one.codePointAt(0) ?? 0)));
  const has = (page: Codepage) => {
    const own = new Set(CodepageEncoder.getCodepoints(page, true));
    return [...codes].every((code) => code < 0x7f || own.has(code));
  };
  return CODE_PAGES.find(has) ?? "auto";
}

function printedLines(document: ReceiptDocument, columns: Columns) {
  const isChinese = document.language === "zh" || CHINESE.test(JSON.stringify({ ...document, logo: undefined }));
  const printed = withTexts(document, (text) => printable(text, isChinese));
  // A character of two bytes is as wide as two of one.
  const widthOf = (character: string) => (isChinese ? (gbkBytes(character)?.length ?? 1) : 1);
  const ruler: Ruler = { columns, widthOf };
  const caption = captionLines(printed, ruler);
  return { above: paperLines(printed, ruler), caption, below: footLines(printed, ruler), isChinese };
}

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

function write(encoder: ReceiptPrinterEncoder, lines: readonly PaperLine[], isChinese: boolean): void {
  for (const { text, style } of lines) {
    if (style !== undefined) encoder.bold(true);
    if (style === "large") encoder.height(2);
    if (isChinese) encoder.raw(chineseBytes(text, style === "large"));
    else encoder.text(text.trimEnd());
    if (style === "large") encoder.height(1);
    if (style !== undefined) encoder.bold(false);
    encoder.newline();
  }
}

const FS = 0x1c;
const CHINESE_MODE = [FS, 0x26];
const END_OF_CHINESE_MODE = [FS, 0x2e];
/** Chinese characters have a size of their own. */
const DOUBLE_HEIGHT = [FS, 0x21, 0x08];
const USUAL_HEIGHT = [FS, 0x21, 0x00];

function chineseBytes(text: string, isLarge: boolean): number[] {
  const bytes = charactersOf(text.trimEnd()).flatMap((character) => gbkBytes(character) ?? []);
  const sized = isLarge ? [...DOUBLE_HEIGHT, ...bytes, ...USUAL_HEIGHT] : bytes;
  return [...CHINESE_MODE, ...sized, ...END_OF_CHINESE_MODE];
}

/** Signs that printers rarely have, as those that every printer has. */
const SIMPLER: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "…": "...",
  "×": "x",
};
/** GBK has these signs in the width of a Chinese character only. */
const WIDE: Readonly<Record<string, string>> = { "¥": "￥", "£": "￡", "¢": "￠" };

/** A text as the printer can show it: what it has no character for is a question mark, and nothing commands the printer. */
function printable(text: string, isChinese: boolean): string {
  const plain = text
    .normalize("NFC")
    .replace(/\p{Zs}/gu, " ")
    .replace(/\p{C}/gu, "");
  return charactersOf(plain)
    .map((character) => SIMPLER[character] ?? (isChinese ? inChinese(character) : inLatin(character)))
    .join("");
}

function inChinese(character: string): string {
  return [character, WIDE[character] ?? "", bareLetter(character)].find((one) => isInGbk(one)) ?? "?";
}

function isInGbk(character: string): boolean {
  return character !== "" && gbkBytes(character) !== undefined;
}

/** A letter and its accents are one character of a code page, or it is printed without them. */
function inLatin(character: string): string {
  return [character, bareLetter(character)].find((one) => isInCodePages(one)) ?? "?";
}

function isInCodePages(character: string): boolean {
  const [code, ...more] = Array.from(character, (one) => one.codePointAt(0) ?? 0);
  return more.length === 0 && code !== undefined && (code < 0x7f || latinCodes().has(code));
}

let latin: ReadonlySet<number> | undefined;

function latinCodes(): ReadonlySet<number> {
  latin ??= new Set(CODE_PAGES.flatMap((page) => CodepageEncoder.getCodepoints(page, true)));
  return latin;
}

function bareLetter(character: string): string {
  const [letter = ""] = character.normalize("NFD");
  return /^\p{L}$/u.test(letter) ? letter : "";
}
