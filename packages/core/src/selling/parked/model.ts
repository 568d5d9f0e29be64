import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import { type AdjustmentInput, type DiscountInput, type LineInput, malformed } from "../sale/model.ts";

/** What a terminal parks: a cart that is not paid yet. Nothing of it is in the books. An empty text counts as absent. */
export interface ParkInput {
  readonly id: string;
  /** By which people find it again: a name, a table. */
  readonly label?: string;
  readonly lines: readonly LineInput[];
  readonly discounts?: readonly DiscountInput[];
  readonly adjustments?: readonly AdjustmentInput[];
  readonly customerId?: string;
  readonly note?: string;
  /** The quote that it sells. */
  readonly quoteId?: string;
  /** What it came to when it was parked, minor units: for the list. */
  readonly total?: number;
}

/** What was parked, as it was sent. */
export type ParkedContent = Omit<ParkInput, "id">;

export interface ParkedSale extends ParkedContent {
  readonly id: string;
  readonly locationId: string;
  readonly terminalId: string;
  readonly operatorId?: string;
  readonly parkedAt: string;
  /** From then on it is gone. */
  readonly expiresAt: string;
  /** How it ended. Absent: it waits. */
  readonly ended?: ParkedEnd;
}

/** It was recalled by one terminal, or discarded. */
export interface ParkedEnd {
  readonly as: "RECALLED" | "DISCARDED";
  readonly at: string;
  /** Of the recall: the same one again gives the same answer. */
  readonly recallId?: string;
  readonly terminalId?: string;
  readonly operatorId?: string;
}

/** A parked sale is one record, so it is shorter than a sale may be. */
const PARKED_LINES_MAX = 200;
/** As many may wait at a location. */
export const PARKED_MAX = 100;
export const PARKED_DAYS = 7;

/** A sale's own form decides what its lines, discounts and note may be. */
const AS_SALE = { id: "sal_00000000000000000000000000", sequence: 1, occurredAt: "", payments: [] };

export function malformedParked({ id, label, total, ...cart }: ParkInput): Failure[] {
  const problems: Failure[] = [];
  if (!isId("prk", id)) problems.push(failure("INVALID_ID", "The id is not prk_ and a ULID.", ["input", "id"]));
  const unclear = label ? textProblem(label, LIMITS.nameCharactersMax) : undefined;
  if (unclear) problems.push(failure("INVALID_LABEL", `The label ${unclear}.`, ["input", "label"]));
  if (cart.lines.length > PARKED_LINES_MAX) {
    const message = `A parked sale has at most ${PARKED_LINES_MAX} lines.`;
    return [...problems, failure("INVALID_LINES", message, ["input", "lines"])];
  }
  if (total !== undefined && (total < 0 || total > LIMITS.factAmountMax))
    problems.push(failure("INVALID_AMOUNT", "The total is an amount of a sale.", ["input", "total"]));
  return [...problems, ...malformed({ ...AS_SALE, ...cart })];
}

/** Whether it waits for a terminal. */
export function isWaiting({ ended, expiresAt }: ParkedSale, now: string): boolean {
  return ended === undefined && now < expiresAt;
}
