import { convertIndexedToRgb, decode, encode } from "fast-png";
import { parsePicture } from "../base/image.ts";
import { charactersOf } from "./columns.ts";
import { fontsFor, type PaperFont } from "./fonts.ts";
import type { Item, ReceiptDocument, Row } from "./model.ts";
import { type Column, Pen, SHEET, type TextStyle } from "./pdf-pen.ts";
import { withTexts } from "./text.ts";

/**
 * A paper on sheets of A4, as a file that is kept and printed. Of its fonts the file has the characters that are on it. A
 * character that no font has is a question mark: Korean, Thai, scripts from right to left, emoji.
 * @param made when the document was made: the same paper is the same bytes
 */
export async function renderPdf(document: ReceiptDocument, made: string): Promise<Uint8Array> {
  const fonts = await fontsFor(document);
  const paper = withTexts(document, (text) => printable(text, fonts));
  const pen = await Pen.forDocument(paper.title, { lang: paper.language === "zh" ? "zh-Hans" : "en", made, fonts });
  let top: number = SHEET.margin;
  pen.nextSheet();
  for (const band of bandsOf(paper, pen)) {
    if (top + band.height > SHEET.height - SHEET.margin) {
      pen.nextSheet();
      top = SHEET.margin;
      band.head?.draw(top);
      top += band.head?.height ?? 0;
    }
    band.draw(top);
    top += band.height;
  }
  return pen.finished();
}

/** A text as the fonts can show it. */
function printable(text: string, fonts: readonly PaperFont[]): string {
  const plain = text
    .normalize("NFC")
    .replace(/\p{Zs}/gu, " ")
    .replace(/\p{C}/gu, "");
  return charactersOf(plain)
    .map((character) => (fonts.some((font) => font.widthOf(character) !== undefined) ? character : "?"))
    .join("");
}

/** A strip across the sheet that no sheet ends within. */
interface Band {
  readonly height: number;
  readonly draw: (top: number) => void;
  /** Drawn again above it where it begins a sheet. */
  readonly head?: Band;
}

const USUAL: TextStyle = { size: 10 };
const CENTRED: TextStyle = { size: 10, align: "centre" };
const TOTAL_SIZE = 13;
const LINE_HEIGHT = 1.4;
/** From the top of a line to the feet of its letters, in ems. */
const BASELINE = 1.05;

const LEFT = SHEET.margin;
const WIDTH = SHEET.width - 2 * SHEET.margin;
const ALL: Column = { left: LEFT, width: WIDTH };

function bandsOf(paper: ReceiptDocument, pen: Pen): Band[] {
  const ruled = (bands: readonly Band[]) => (bands.length === 0 ? [] : [rule(pen), ...bands]);
  const texts = (lines: readonly string[], style: TextStyle) => lines.map((line) => strip(pen, [[line, ALL, style]]));
  return [
    ...logo(paper, pen),
    ...texts([paper.name], { size: 15, isBold: true, align: "centre" }),
    ...texts(paper.head, CENTRED),
    ...texts(paper.marks, { size: 12, isBold: true, align: "centre" }),
    ...ruled(paper.facts.map((row) => pair(row, pen))),
    ...ruled(items(paper, pen)),
    ...paper.blocks.flatMap((rows) => [together(ruled(rows.map((row) => pair(row, pen, RIGHT_HALF))))]),
    ...ruled(taxes(paper, pen)),
    ...paper.returns.flatMap(({ title, rows }) => [
      ...ruled(texts([title], { ...USUAL, isBold: true })),
      ...rows.map((row) => pair(row, pen)),
    ]),
    ...ruled(texts(paper.notes, USUAL)),
    ...codes(paper, pen),
    gap(8),
    ...texts(paper.foot, { size: 9, align: "centre" }),
  ];
}

function gap(height: number): Band {
  return { height, draw: () => undefined };
}

function rule(pen: Pen): Band {
  return { height: 11, draw: (top) => pen.rule(top + 6) };
}

/** On one sheet. */
function together(bands: readonly Band[]): Band {
  return {
    height: bands.reduce((sum, { height }) => sum + height, 0),
    draw(top) {
      let at = top;
      for (const band of bands) {
        band.draw(at);
        at += band.height;
      }
    },
  };
}

/** Texts side by side, each in as many lines as it needs. */
function strip(pen: Pen, cells: readonly (readonly [text: string, column: Column, style: TextStyle])[]): Band {
  const drawn = cells.map(([text, column, style]) => ({
    ...{ column, style, step: style.size * LINE_HEIGHT },
    lines: text === "" ? [] : pen.lines(text, column.width, style.size),
  }));
  return {
    height: Math.max(...drawn.map(({ lines, step }) => lines.length * step)),
    draw(top) {
      for (const { lines, column, style, step } of drawn)
        for (const [index, line] of lines.entries())
          pen.write(line, column, top + index * step + style.size * BASELINE, style);
    },
  };
}

const RIGHT_HALF: Column = { left: LEFT + WIDTH * 0.45, width: WIDTH * 0.55 };
const GAP = 10;

/** A label and its figure; without one the label has the whole column. */
function pair({ label, value, isTotal }: Row, pen: Pen, { left, width }: Column = ALL): Band {
  const style: TextStyle = isTotal ? { size: TOTAL_SIZE, isBold: true } : USUAL;
  const figure = value === "" ? 0 : width * 0.5;
  return strip(pen, [
    [label, { left, width: width - figure - (figure && GAP) }, style],
    [value, { left: left + width - figure, width: figure }, { ...style, align: "right" }],
  ]);
}

type Cells = readonly [description: string, quantity: string, unitPrice: string, amount: string];

/** Where the columns of the table of goods begin and how wide they are, as parts of the sheet. */
const TABLE = [
  [0, 0.49],
  [0.5, 0.13],
  [0.64, 0.17],
  [0.82, 0.18],
] as const;
const INDENT = 10;

function items({ columns, items: goods }: ReceiptDocument, pen: Pen): Band[] {
  const isPriced = goods.some(({ amount }) => amount !== undefined);
  const { description, quantity, unitPrice, amount } = columns;
  const heading: Cells = [description, quantity, isPriced ? unitPrice : "", isPriced ? amount : ""];
  const head = tableRow(heading, pen, { ...USUAL, isBold: true });
  return [head, ...goods.map((item) => ({ ...itemBand(item, pen), head }))];
}

/** An article with what is below it. */
function itemBand({ description, quantity, unitPrice = "", amount = "", details }: Item, pen: Pen): Band {
  const below = details.map((detail) => {
    const { label, value } = typeof detail === "string" ? { label: detail, value: "" } : detail;
    return tableRow([label, "", "", value], pen, USUAL, INDENT);
  });
  return together([tableRow([description, quantity, unitPrice, amount], pen, USUAL), ...below]);
}

function tableRow(cells: Cells, pen: Pen, style: TextStyle, indent = 0): Band {
  return strip(
    pen,
    TABLE.map(([start, part], index) => {
      const isFirst = index === 0;
      const by = isFirst ? indent : 0;
      const column = { left: LEFT + start * WIDTH + by, width: part * WIDTH - by };
      return [cells[index] ?? "", column, { ...style, align: isFirst ? "left" : "right" }] as const;
    }),
  );
}

/** The heading is the first row. */
function taxes({ taxes: rows }: ReceiptDocument, pen: Pen): Band[] {
  return rows.map(([rate, net, tax], index) =>
    tableRow([rate, "", net, tax], pen, index === 0 ? { ...USUAL, isBold: true } : USUAL),
  );
}

const CODE_SIZE = 66;

function codes({ code, link }: ReceiptDocument, pen: Pen): Band[] {
  const column: Column = { left: (SHEET.width - CODE_SIZE) / 2, width: CODE_SIZE };
  const drawn = (text: string): Band => ({ height: CODE_SIZE + 8, draw: (top) => pen.code(text, column, top + 4) });
  return [
    ...(code === undefined ? [] : [drawn(code)]),
    ...(link === undefined ? [] : [together([drawn(link.url), strip(pen, [[link.caption, ALL, CENTRED]])])]),
  ];
}

const LOGO_HEIGHT = 62;
const LOGO_WIDTH = WIDTH * 0.6;

/** A picture that the library of PDFs does not read is left out. */
function logo({ logo: dataUrl }: ReceiptDocument, pen: Pen): Band[] {
  const picture = dataUrl === undefined ? undefined : parsePicture(dataUrl);
  if (picture === undefined || typeof picture === "string") return [];
  const bytes = pictureBytes(picture.dataUrl);
  if (bytes === undefined) return [];
  const { width: dots, height: rows } = picture;
  const width = Math.min(LOGO_WIDTH, (LOGO_HEIGHT * dots) / rows);
  const column: Column = { left: (SHEET.width - width) / 2, width };
  return [{ height: (width * rows) / dots + 6, draw: (top) => pen.picture(bytes, column, top) }];
}

/**
 * The library of PDFs reads a PNG with transparency asynchronously and throws where nothing can catch it. It gets one without,
 * from pixels that were read here.
 */
function pictureBytes(dataUrl: string): Uint8Array | undefined {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");
  if (dataUrl.startsWith("data:image/jpeg")) return bytes;
  if (!dataUrl.startsWith("data:image/png")) return undefined;
  try {
    return onWhite(bytes);
  } catch {
    return undefined;
  }
}

/** @throws if the picture is broken */
function onWhite(png: Uint8Array): Uint8Array {
  const decoded = decode(png);
  const { width, height, palette, depth } = decoded;
  const data = palette === undefined ? decoded.data : convertIndexedToRgb(decoded);
  const channels = palette === undefined ? decoded.channels : (palette[0]?.length ?? 3);
  const most = depth === 16 ? 0xffff : 0xff;
  const colours = channels < 3 ? 1 : 3;
  const shown = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels;
    const alpha = channels === colours ? 1 : (data[at + colours] ?? 0) / most;
    for (let colour = 0; colour < 3; colour++) {
      const value = (data[at + Math.min(colour, colours - 1)] ?? 0) / most;
      shown[pixel * 3 + colour] = Math.round(255 * (value * alpha + 1 - alpha));
    }
  }
  return encode({ width, height, data: shown, channels: 3, depth: 8 });
}
