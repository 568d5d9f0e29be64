import { fromScaled } from "@pos/core/base/decimal.ts";
import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import type { DocumentKind, SourceDocument } from "./documents.ts";
import type { Outcome } from "./record.ts";

/** What is there of one kind of document, newly or since an earlier run. */
export interface Figures {
  documents: number;
  lines: number;
  /** Minor units; below zero where money went out. */
  money: number;
  /** Thousandths, as the files have them: below zero where goods came back or were written off. */
  quantity: number;
}

export interface ImportSummary {
  readonly figures: { readonly [kind in DocumentKind]: Figures };
  /** Recorded by this run. */
  new: number;
  /** Recorded by an earlier run. */
  known: number;
  /** Recorded, and odd enough for an exception. */
  flagged: number;
  readonly problems: string[];
}

export function emptySummary(): ImportSummary {
  const nothing = (): Figures => ({ documents: 0, lines: 0, money: 0, quantity: 0 });
  const figures = {
    sale: nothing(),
    refund: nothing(),
    stockAdjustment: nothing(),
    financeAdjustment: nothing(),
  };
  return { figures, new: 0, known: 0, flagged: 0, problems: [] };
}

/** Counts by what is stored, not by what was read. */
export function count(summary: ImportSummary, { kind, lines: rows }: SourceDocument, outcome: Outcome): void {
  if (outcome.status === "problem") {
    summary.problems.push(outcome.problem);
    return;
  }
  const { fact, money, status } = outcome;
  summary[status]++;
  if (fact.flags) summary.flagged++;
  const figures = summary.figures[kind];
  // A journal entry has no lines; its rows are counted.
  const lines = fact.lines ?? rows;
  figures.documents++;
  figures.lines += lines.length;
  figures.money += money;
  for (const { quantity } of lines) figures.quantity += present(parseQuantity(quantity), "a quantity that was stored");
}

const NAMES: { readonly [kind in DocumentKind]: string } = {
  sale: "sales",
  refund: "refunds",
  stockAdjustment: "stock adjustments",
  financeAdjustment: "finance adjustments",
};

/** For a person: all that is there. Money that was only booked by hand is no part of the net. */
export function summaryLines({ figures, flagged }: ImportSummary): string[] {
  const rows = (Object.keys(NAMES) as DocumentKind[]).map((kind) => {
    const { documents, lines, money, quantity } = figures[kind];
    return [NAMES[kind], grouped(documents), grouped(lines), pounds(money), groupedDecimal(formatQuantity(quantity))];
  });
  return [
    ...table(["", "documents", "lines", "money (GBP)", "quantity"], rows),
    `Net: ${pounds(figures.sale.money + figures.refund.money)}`,
    ...(flagged === 0 ? [] : [`Of these, ${grouped(flagged)} raised an exception each for a manager.`]),
  ];
}

/** What of it came by this run; for programs too. */
export function lastLine(summary: ImportSummary): string {
  return `${summary.new} new, ${summary.known} known, ${summary.problems.length} problems`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function pounds(pence: number): string {
  const [whole = "0", fraction = ""] = fromScaled(pence, 2).split(".");
  return groupedDecimal(`${whole}.${fraction.padEnd(2, "0")}`);
}

function grouped(count: number): string {
  return groupedDecimal(String(count));
}

/** A comma between thousands. */
function groupedDecimal(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const start = whole.startsWith("-") ? 1 : 0;
  const groups: string[] = [];
  for (let end = whole.length; end > start; end -= 3) groups.unshift(whole.slice(Math.max(start, end - 3), end));
  const grouped = `${whole.slice(0, start)}${groups.join(",")}`;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
