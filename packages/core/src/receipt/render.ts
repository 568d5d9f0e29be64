import type { Item, ReceiptDocument, Row } from "./model.ts";

/** What a paper is printed on: two widths of roll, and a sheet. */
export const PAPERS = ["58", "80", "a4"] as const;
export type Paper = (typeof PAPERS)[number];

/** How wide the paper and what is printed on it are, in millimetres; a roll is as long as its text. */
export const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly printed: number }>> = {
  "58": { width: 58, printed: 48 },
  "80": { width: 80, printed: 72 },
  a4: { width: 210, printed: 174 },
};

const FONT_POINTS: Readonly<Record<Paper, number>> = { "58": 8.5, "80": 9.5, a4: 10.5 };

export interface Printing {
  readonly paper: Paper;
  /** Draws a text as the markup of a code that a scanner reads. */
  readonly drawCode: (text: string) => string;
}

/**
 * A paper as HTML. Its styles are attributes, so that it looks the same on a page, in a mail and on paper. Black is its only
 * colour: a thermal printer has no other, and prints grey as dots.
 */
export function renderReceipt(document: ReceiptDocument, { paper, drawCode }: Printing): string {
  const { language, title, marks, notes, code } = document;
  const style = `width:${PAPER_SIZES[paper].printed}mm;max-width:100%;margin:0 auto;${TYPE}font-size:${FONT_POINTS[paper]}pt`;
  return tag(
    "article",
    { style, lang: language === "zh" ? "zh-Hans" : "en", "aria-label": title },
    header(document),
    marks.map((mark) => tag("p", { style: MARK }, escaped(mark))).join(""),
    table(rowsOf(document.facts)),
    paper === "a4" ? wideItems(document) : rollItems(document),
    document.blocks.map((rows) => table(rowsOf(rows))).join(""),
    taxes(document),
    document.returns
      .map(({ title: heading, rows }) => section(tag("b", {}, escaped(heading)), bare(rowsOf(rows))))
      .join(""),
    notes.length === 0 ? "" : section(...notes.map((note) => paragraph(note))),
    code === undefined ? "" : tag("div", { style: `${CENTRE}padding:8px 0` }, drawCode(code)),
    linkOn(document, drawCode),
    tag("footer", { style: `${CENTRE}padding-top:4px` }, ...document.foot.map((line) => paragraph(line))),
  );
}

const TYPE =
  "color:#000;background:#fff;line-height:1.35;font-family:ui-sans-serif,system-ui,'Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-align:start;";
const CENTRE = "text-align:center;";
const MARK = `${CENTRE}margin:4px auto;padding:1px 8px;border:1px solid #000;font-weight:700;width:max-content;max-width:100%`;
const RULE = "border-top:1px dashed #000;margin-top:5px;padding-top:5px;";
const TABLE = "width:100%;border-collapse:collapse;font-size:inherit;";
const CELL = "padding:1px 0;vertical-align:top;font-weight:inherit;";
const LABEL = `${CELL}text-align:start;`;
const FIGURE = `${CELL}text-align:end;white-space:nowrap;padding-inline-start:8px;`;

function header({ logo, name, head }: ReceiptDocument): string {
  const image = logo === undefined ? "" : tag("img", { src: logo, alt: "", style: LOGO });
  const heading = tag("div", { style: "font-size:1.25em;font-weight:700" }, escaped(name));
  return tag(
    "header",
    { style: `${CENTRE}padding-bottom:4px` },
    image,
    heading,
    ...head.map((line) => paragraph(line)),
  );
}

const LOGO = "display:block;margin:0 auto 6px;max-width:60%;max-height:22mm";

function linkOn({ link }: ReceiptDocument, drawCode: Printing["drawCode"]): string {
  return link === undefined
    ? ""
    : tag("div", { style: `${CENTRE}padding:8px 0` }, drawCode(link.url), paragraph(link.caption));
}

function paragraph(text: string): string {
  return tag("div", {}, escaped(text));
}

function section(...content: string[]): string {
  return tag("section", { style: RULE }, ...content);
}

/** A table below a rule. */
function table(rows: string): string {
  return rows === "" ? "" : section(bare(rows));
}

function bare(rows: string): string {
  return tag("table", { style: TABLE }, tag("tbody", {}, rows));
}

function rowsOf(rows: readonly Row[]): string {
  return rows.map((row) => rowOf(row)).join("");
}

/** A label and its figure. */
function rowOf({ label, value, isTotal }: Row, indent = ""): string {
  return bodyRow([label, value], isTotal ? TOTAL : PLAIN, indent);
}

const TOTAL = "font-size:1.25em;font-weight:700;";
const PLAIN = "font-weight:400;";

function bodyRow([label = "", ...figures]: readonly string[], style = PLAIN, indent = ""): string {
  const head = tag("th", { scope: "row", style: LABEL + indent }, escaped(label));
  return tag("tr", { style }, head, ...figures.map((figure) => tag("td", { style: FIGURE }, escaped(figure))));
}

function headRow(labels: readonly string[]): string {
  const cells = labels.map((label, index) =>
    tag("th", { scope: "col", style: index === 0 ? LABEL : FIGURE }, escaped(label)),
  );
  return tag("tr", { style: "font-weight:700;" }, ...cells);
}

/** A table with a heading, below a rule. */
function headedTable(head: readonly string[], rows: string): string {
  return section(tag("table", { style: TABLE }, tag("thead", {}, headRow(head)), tag("tbody", {}, rows)));
}

/** The article in one row, how many of it in the next. */
function rollItems({ items }: ReceiptDocument): string {
  return table(items.map((item) => rollItem(item)).join(""));
}

function rollItem({ description, quantity, unitPrice, amount, details }: Item): string {
  const first = rowOf({ label: description, value: amount ?? `× ${quantity}` });
  const counted = unitPrice === undefined ? `× ${quantity}` : `${quantity} × ${unitPrice}`;
  const second = amount === undefined ? "" : rowOf({ label: counted, value: "" }, INDENT);
  return first + second + details.map((detail) => rowOf(asRow(detail), INDENT)).join("");
}

const INDENT = "padding-inline-start:10px;";

function asRow(detail: Row | string): Row {
  return typeof detail === "string" ? { label: detail, value: "" } : detail;
}

/** On a sheet all of an article is in one row. */
function wideItems({ columns, items }: ReceiptDocument): string {
  const has = {
    unitPrice: items.some(({ unitPrice }) => unitPrice !== undefined),
    amount: items.some(({ amount }) => amount !== undefined),
  };
  const cells = ({ description, quantity, unitPrice = "", amount = "" }: ItemTexts) => [
    description,
    quantity,
    ...(has.unitPrice ? [unitPrice] : []),
    ...(has.amount ? [amount] : []),
  ];
  const rows = items.map(({ details, ...item }) => {
    const below = details.map(asRow).map(({ label, value }) => {
      const texts = cells({ description: label, quantity: "" });
      return bodyRow([...texts.slice(0, -1), value], PLAIN, INDENT);
    });
    return bodyRow(cells(item)) + below.join("");
  });
  return headedTable(cells(columns), rows.join(""));
}

type ItemTexts = Omit<Item, "details">;

function taxes({ taxes: [head, ...rows] }: ReceiptDocument): string {
  return head === undefined ? "" : headedTable(head, rows.map((row) => bodyRow(row)).join(""));
}

const VOID = new Set(["img"]);

function tag(name: string, attributes: Readonly<Record<string, string>>, ...content: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join("")}>${VOID.has(name) ? "" : `${content.join("")}</${name}>`}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
