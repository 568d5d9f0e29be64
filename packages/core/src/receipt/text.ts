import stringWidth from "string-width";
import { captionLines, footLines, linkLines, type PaperLine, paperLines, type Ruler } from "./columns.ts";
import type { ReceiptDocument } from "./model.ts";

/** How many columns a roll of 80 mm and one of 58 mm have. */
export type Columns = 48 | 32;

/** A paper as plain text; a Chinese character takes two columns. Each line ends with a line feed. */
export function renderText(document: ReceiptDocument, columns: Columns): string {
  const plain = withPlainSpaces(document);
  const ruler: Ruler = { columns, widthOf };
  const online = plain.link ? [{ text: "" }, ...captionLines(plain, ruler), ...linkLines(plain, ruler)] : [];
  return textOf([...paperLines(plain, ruler), ...online, { text: "" }, ...footLines(plain, ruler)]);
}

const widths = new Map<string, number>();
const WIDTHS_MAX = 10_000;

/** Measured once: a receipt has few characters and many of each. */
function widthOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const width = stringWidth(character);
  if (widths.size < WIDTHS_MAX) widths.set(character, width);
  return width;
}

export function textOf(lines: readonly PaperLine[]): string {
  return lines.map(({ text }) => `${text.trimEnd()}\n`).join("");
}

/** Formats of numbers and times contain spaces that do not break, of several widths. */
function withPlainSpaces(document: ReceiptDocument): ReceiptDocument {
  return withTexts(document, (text) => text.replace(/\p{Zs}/gu, " "));
}

/** The same paper with each text changed; not its picture and not what its codes contain. */
export function withTexts(document: ReceiptDocument, change: (text: string) => string): ReceiptDocument {
  const row = <Of extends { readonly label: string; readonly value: string }>(of: Of): Of => ({
    ...of,
    label: change(of.label),
    value: change(of.value),
  });
  return {
    ...document,
    name: change(document.name),
    head: document.head.map(change),
    marks: document.marks.map(change),
    facts: document.facts.map(row),
    items: document.items.map(({ description, quantity, unitPrice, amount, details }) => ({
      description: change(description),
      quantity: change(quantity),
      ...(unitPrice === undefined ? {} : { unitPrice: change(unitPrice) }),
      ...(amount === undefined ? {} : { amount: change(amount) }),
      details: details.map((detail) => (typeof detail === "string" ? change(detail) : row(detail))),
    })),
    blocks: document.blocks.map((rows) => rows.map(row)),
    taxes: document.taxes.map(([rate, net, tax]) => [change(rate), change(net), change(tax)]),
    returns: document.returns.map(({ title, rows }) => ({ title: change(title), rows: rows.map(row) })),
    notes: document.notes.map(change),
    ...(document.link && { link: { ...document.link, caption: change(document.link.caption) } }),
    foot: document.foot.map(change),
  };
}
