import type { Json } from "../../base/canonical.ts";
import type { Fact } from "../../ledger/index.ts";

/**
 * A merchant's archive is lines of JSON, so that it can be read, compared and brought elsewhere by anybody. First come the
 * records (`record` is the kind): master data without secrets, exceptions, quarantined copies, and a line for each ledger;
 * then each ledger's facts in the order of the positions of their first parts.
 */
export type ArchiveLine = LedgerLine | RecordLine | FactLine;

export interface RecordLine {
  readonly record: string;
  readonly merchantId: string;
  readonly id: string;
  readonly [field: string]: Json | undefined;
}

/** What the archive holds of a ledger: its facts follow. */
export interface LedgerLine extends RecordLine {
  readonly record: "ledger";
  readonly ledgerId: string;
  readonly epoch: number;
  /** Of its last entry: how many entries it has. */
  readonly position: number;
}

/** A fact as it is stored, and where each of its parts is booked; null: not yet. */
export type FactLine = Fact & {
  readonly positions: readonly (number | null)[];
  /** The epoch of each part; absent: all in the first. */
  readonly epochs?: readonly number[];
  /** Of the record: what the chain protects. */
  readonly hash: string;
};

export function isRecordLine(line: ArchiveLine): line is RecordLine | LedgerLine {
  return typeof (line as { readonly record?: unknown }).record === "string";
}

export function isLedgerLine(line: ArchiveLine): line is LedgerLine {
  return (line as { readonly record?: unknown }).record === "ledger";
}

/** Why an archive cannot be read in; `line` counts from 1. */
export class ArchiveProblem extends Error {
  override readonly name = "ArchiveProblem";
  readonly line: number;
  constructor(line: number, message: string) {
    super(line === 0 ? message : `Line ${line}: ${message}`);
    this.line = line;
  }
}
