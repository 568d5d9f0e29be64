import type { Item, ReceiptDocument, Row } from "./model.ts";

/** One line of a paper of fixed columns. */
export interface PaperLine {
  readonly text: string;
  /** What is read first, or the total. */
  readonly style?: "bold" | "large";
}

/** How a paper of fixed columns measures its texts. */
export interface Ruler {
  readonly columns: number;
  /** The columns that a character takes: a Chinese one takes two. */
  readonly widthOf: (character: string) => number;
}

/** A paper as lines that fit into its columns, without the code that a scanner reads. */
export function paperLines(document: ReceiptDocument, ruler: Ruler): PaperLine[] {
  const rule = plain(["-".repeat(ruler.columns)]);
  const below = (lines: readonly PaperLine[]) => (lines.length === 0 ? [] : [...rule, ...lines]);
  return [
    ...styled("bold", centred(document.name, ruler)),
    ...plain(document.head.flatMap((line) => centred(line, ruler))),
    ...styled(
      "bold",
      document.marks.flatMap((mark) => centred(`*** ${mark} ***`, ruler)),
    ),
    ...below(rowLines(document.facts, ruler)),
    ...below(document.items.flatMap((item) => itemLines(item, ruler))),
    ...document.blocks.flatMap((rows) => below(rowLines(rows, ruler))),
    ...below(plain(tableLines(document.taxes, ruler))),
    ...document.returns.flatMap(({ title, rows }) =>
      below([...styled("bold", wrapped(title, ruler)), ...rowLines(rows, ruler)]),
    ),
    ...below(plain(document.notes.flatMap((note) => wrapped(note, ruler)))),
  ];
}

/** The words below the code of the e-receipt. */
export function captionLines({ link }: ReceiptDocument, ruler: Ruler): PaperLine[] {
  return link === undefined ? [] : plain(centred(link.caption, ruler));
}

/** The address of the e-receipt, where no camera reads it. */
export function linkLines({ link }: ReceiptDocument, ruler: Ruler): PaperLine[] {
  return link === undefined ? [] : plain(wrapped(link.url, ruler));
}

/** The last lines, below the code. */
export function footLines({ foot }: ReceiptDocument, ruler: Ruler): PaperLine[] {
  return plain(foot.flatMap((line) => centred(line, ruler)));
}

function plain(lines: readonly string[]): PaperLine[] {
  return lines.map((text) => ({ text }));
}

function styled(style: PaperLine["style"], lines: readonly string[]): PaperLine[] {
  return lines.map((text) => ({ text, ...(style && { style }) }));
}

const INDENT = "  ";

/** The article in one row, how many of it in the next. */
function itemLines({ description, quantity, unitPrice, amount, details }: Item, ruler: Ruler): PaperLine[] {
  const counted = unitPrice === undefined ? `x ${quantity}` : `${quantity} x ${unitPrice}`;
  return plain([
    ...pair(description, amount ?? `x ${quantity}`, ruler),
    ...(amount === undefined ? [] : pair(`${INDENT}${counted}`, "", ruler)),
    ...details.flatMap((detail) => {
      const { label, value } = typeof detail === "string" ? { label: detail, value: "" } : detail;
      return pair(`${INDENT}${label}`, value, ruler);
    }),
  ]);
}

function rowLines(rows: readonly Row[], ruler: Ruler): PaperLine[] {
  return rows.flatMap(({ label, value, isTotal }) => {
    const lines = pair(label, value, ruler);
    return isTotal ? styled("large", lines) : plain(lines);
  });
}

/** A label at the left and its figure at the right, in as many lines as they need. */
function pair(label: string, value: string, ruler: Ruler): string[] {
  const { columns } = ruler;
  if (value === "") return wrapped(label, ruler);
  const width = widthOf(value, ruler);
  const left = columns - width - 1;
  // A figure that takes most of a line has its own below the label.
  if (left < columns / 3)
    return [...wrapped(label, ruler), ...wrapped(value, ruler).map((line) => pushed(line, ruler))];
  const [first = "", ...rest] = wrapped(label, { ...ruler, columns: left });
  return [first + " ".repeat(columns - widthOf(first, ruler) - width) + value, ...rest];
}

function pushed(text: string, ruler: Ruler): string {
  return " ".repeat(Math.max(0, ruler.columns - widthOf(text, ruler))) + text;
}

/** Columns as wide as what is in them; where they do not fit side by side, each cell is a row. */
function tableLines(table: ReceiptDocument["taxes"], ruler: Ruler): string[] {
  const [head, ...rows] = table;
  if (head === undefined) return [];
  const widths = head.map((_, column) => Math.max(...table.map((row) => widthOf(row[column] ?? "", ruler))));
  const gap = 2;
  const needed = widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
  if (needed > ruler.columns)
    return rows.flatMap((row) => row.flatMap((cell, column) => pair(head[column] ?? "", cell, ruler)));
  const [, ...figures] = widths;
  const first = ruler.columns - figures.reduce((sum, width) => sum + width + gap, 0);
  return table.map(([label, ...cells]) => {
    const start = label + " ".repeat(first - widthOf(label, ruler));
    return (
      start + cells.map((cell, index) => pushed(cell, { ...ruler, columns: (figures[index] ?? 0) + gap })).join("")
    );
  });
}

function centred(text: string, ruler: Ruler): string[] {
  return wrapped(text, ruler).map((line) => {
    const before = Math.floor((ruler.columns - widthOf(line, ruler)) / 2);
    return " ".repeat(Math.max(0, before)) + line;
  });
}

/** Lines are broken at spaces and between Chinese characters, and within a word only where it is longer than a line. */
export function wrapped(text: string, ruler: Ruler): string[] {
  const lines: string[] = [];
  let [line, width] = ["", 0];
  const end = () => {
    lines.push(line.trimEnd());
    [line, width] = ["", 0];
  };
  for (const piece of piecesOf(text, ruler)) {
    if (width + piece.width > ruler.columns && width > 0) end();
    if (width === 0 && lines.length > 0 && piece.text === " ") continue;
    for (const { character, width: own } of piece.characters) {
      if (width + own > ruler.columns) end();
      line += character;
      width += own;
    }
  }
  end();
  return lines;
}

interface Piece {
  readonly text: string;
  readonly width: number;
  readonly characters: readonly { readonly character: string; readonly width: number }[];
}

/** Words, spaces and single wide characters. */
function piecesOf(text: string, ruler: Ruler): Piece[] {
  const pieces: Piece["characters"][number][][] = [];
  let isOpen = false;
  for (const character of charactersOf(text)) {
    const measured = { character, width: ruler.widthOf(character) };
    const isWord = character !== " " && measured.width < 2;
    if (isWord && isOpen) pieces.at(-1)?.push(measured);
    else pieces.push([measured]);
    isOpen = isWord;
  }
  return pieces.map((characters) => ({
    characters,
    text: characters.map(({ character }) => character).join(""),
    width: characters.reduce((sum, { width }) => sum + width, 0),
  }));
}

function widthOf(text: string, ruler: Ruler): number {
  return charactersOf(text).reduce((sum, character) => sum + ruler.widthOf(character), 0);
}

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As people count them: an accent belongs to its letter. */
export function charactersOf(text: string): string[] {
  if (/^[ -~]*$/.test(text)) return text.split("");
  return Array.from(CHARACTERS.segment(text), ({ segment }) => segment);
}
