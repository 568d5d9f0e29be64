import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { nameProblem, textProblem } from "../../base/text.ts";
import type { Unit } from "../../base/unit.ts";
import type { VariantBy } from "../../goods/catalog/model.ts";
import type { FallbackCost } from "../../goods/stock/model.ts";
import type { LineTax } from "../../goods/tax/model.ts";
import type { Fact, FactLine } from "../../ledger/index.ts";
import type { OwnMethodName, Payment, PaymentMethod } from "../payment/model.ts";
import { type Add, checkLine, checkPayments, checkQuantity } from "../sale/model.ts";
import { cleanCardCode, isCardCode, type MovesValue, type ValueAccount } from "../stored-value/model.ts";

/** Goods that come back and money that goes out: of a sale, or (by a permission) without one. An empty text counts as absent. */
export interface RefundInput {
  readonly id: string;
  readonly occurredAt: string;
  readonly saleId?: string;
  /** Of a refund without a sale, by a dashboard; a terminal's is its own. */
  readonly locationId?: string;
  readonly customerId?: string;
  readonly lines: readonly RefundLineInput[];
  readonly payments: readonly RefundPaymentInput[];
  readonly reason?: string;
  /** Who made it at the terminal, where it is sent later. */
  readonly operatorId?: string;
}

export interface RefundLineInput {
  /** The line of the sale, from 1. */
  readonly line?: number;
  /** Without a sale: what came back. */
  readonly variant?: VariantBy;
  readonly description?: string;
  readonly unitPrice?: string;
  /** Without a sale: packs of so many units came back. */
  readonly packSize?: number;
  /** Of an open line. */
  readonly taxCodeId?: string;
  /** Above zero. */
  readonly quantity: string;
  /** The goods cannot be sold again. Absent: they go back into stock. */
  readonly writeOff?: boolean;
}

export interface RefundPaymentInput {
  readonly id: string;
  readonly method: PaymentMethod;
  /** Above or equal to zero. */
  readonly amount: number;
  /** The payment of the sale that it gives back. Absent: the sale's only one. */
  readonly paymentId?: string;
  readonly reference?: string;
  /** The code of the gift card on which it is put, absent: the one that paid; once sealed, its account. */
  readonly giftCard?: string;
  readonly account?: ValueAccount;
}

/**
 * What gives goods and money back, as it is kept: a refund, or the void of a sale. Quantities and amounts are below zero, so that
 * a sale and what was given back of it add up.
 */
export interface Reversal extends Fact, MovesValue {
  readonly kind: (typeof REVERSAL_KINDS)[number];
  readonly locationId: string;
  readonly currency: string;
  readonly digits: number;
  readonly lines: readonly RefundLine[];
  readonly payments: readonly RefundPayment[];
  readonly taxTotal: number;
  readonly rounding: number;
  readonly total: number;
  /** As much of the total as was never paid, because payments of the sale did not go through: it is not given back. */
  readonly unpaid?: number;
  /** Of a void: the sale's tip goes back too. */
  readonly tip?: number;
  readonly reason?: string;
}

export interface RefundFact extends Reversal {
  readonly kind: "refund";
  /** It is the half of an exchange by which goods came back. */
  readonly exchangeId?: string;
}

export const REVERSAL_KINDS = ["refund", "void"] as const;

export function isRefund(fact: Fact): fact is RefundFact {
  return fact.kind === "refund";
}

export function isReversal(fact: Fact): fact is Reversal {
  return REVERSAL_KINDS.some((kind) => kind === fact.kind);
}

export interface RefundLine extends FactLine, FallbackCost {
  readonly saleLine?: number;
  /** What the quantity counts. Absent: pieces. */
  readonly unit?: Unit;
  readonly description: string;
  readonly unitPrice: string;
  readonly taxes: readonly LineTax[];
  readonly total: number;
  /** What the sale had put on this card is taken from it again. */
  readonly giftCard?: ValueAccount;
  readonly writtenOff?: true;
  /** Where the sale's own entries say what these goods cost. */
  readonly origin?: GoodsOrigin;
}

/** One line's goods in the entries of its sale, and how much of them was refunded before. Quantities in thousandths. */
export interface GoodsOrigin {
  readonly part: number;
  readonly index: number;
  readonly sold: number;
  readonly before: number;
}

export interface RefundPayment extends Pick<Payment, "methodId" | "cashBack" | keyof OwnMethodName> {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly paymentId?: string;
  readonly reference?: string;
  /** The account of stored value on which it is put. */
  readonly account?: ValueAccount;
}

/** What became of a sale: what was given back of it, whose it is, and whether it was paid. One item a sale, written with the fact that changes it. */
export interface RefundGuard {
  readonly lines: { readonly [line: string]: RefundedLine };
  readonly payments: { readonly [paymentId: string]: number };
  /** In the order in which they were recorded. */
  readonly refundIds: readonly string[];
  /** On whom the sale was put after it was recorded, in that order; null: on none. Absent: it was not. */
  readonly customers?: readonly (readonly [factId: string, customerId: string | null])[];
  /** What became of its uncertain payments, in the order in which that was recorded: of a payment the first counts. */
  readonly outcomes?: readonly (readonly [factId: string, paymentId: string, state: CertainState])[];
  /** As much of what was given back as was never paid, above zero. Absent: none. */
  readonly unpaid?: number;
}

export type CertainState = "CAPTURED" | "VOIDED";

/** It became known whether an uncertain payment went through. */
export interface NewOutcome {
  readonly paymentId: string;
  readonly outcome: CertainState;
}

/** The sale was put on a customer after it was recorded; null: on none. */
export interface NewBuyer {
  readonly newCustomerId: string | null;
}

/** Positive: thousandths, minor units. */
export interface RefundedLine {
  readonly quantity: number;
  readonly total: number;
  readonly tax: number;
}

export const NO_REFUNDS: RefundGuard = { lines: {}, payments: {}, refundIds: [] };

/** The guard after a change, its members always in the same order: `verify` compares what is stored. */
export function guardWith(guard: RefundGuard, change: Partial<RefundGuard>): RefundGuard {
  const { lines, payments, refundIds, customers, outcomes, unpaid } = { ...guard, ...change };
  return {
    ...{ lines, payments, refundIds },
    ...(customers ? { customers } : {}),
    ...(outcomes ? { outcomes } : {}),
    ...(unpaid ? { unpaid } : {}),
  };
}

/** The first fact that voided the sale. */
export function voidIdOf({ refundIds }: RefundGuard): string | undefined {
  return refundIds.find((id) => id.startsWith("voi_"));
}

/** Everything that is wrong with a refund's form, which has a sale's size at most. */
export function malformedRefund(input: RefundInput): Failure[] {
  const problems: Failure[] = [];
  const add: Add = (code, message, ...path) => problems.push(failure(code, message, ["input", ...path]));
  if (!isId("ref", input.id)) add("INVALID_ID", "The id is not ref_ and a ULID.", "id");
  if (input.lines.length < 1 || input.lines.length > LIMITS.saleLinesMax)
    add("INVALID_LINES", `There are 1 to ${LIMITS.saleLinesMax} lines.`, "lines");
  const reason = input.reason ? nameProblem(input.reason, LIMITS.noteCharactersMax) : undefined;
  if (reason) add("INVALID_REASON", `The reason ${reason}.`, "reason");
  const operator = input.operatorId ? textProblem(input.operatorId, LIMITS.codeCharactersMax) : undefined;
  if (operator) add("INVALID_OPERATOR", `The id ${operator}.`, "operatorId");
  const isLinked = Boolean(input.saleId);
  const seen = new Set<number>();
  for (const [index, line] of input.lines.entries()) {
    const path = ["lines", String(index)];
    if (isLinked !== (line.line !== undefined))
      add("INVALID_LINE", "A refund of a sale names its lines, one without a sale what came back.", ...path, "line");
    if (!isLinked) {
      checkLine(line, add, path);
      continue;
    }
    checkQuantity(line.quantity, add, path);
    for (const field of ["variant", "description", "unitPrice", "packSize", "taxCodeId"] as const)
      if (line[field]) add("INVALID_LINE", "The line of the sale says this.", ...path, field);
    if (line.line === undefined) continue;
    if (seen.has(line.line)) add("INVALID_LINE", "This line stands twice.", ...path, "line");
    seen.add(line.line);
  }
  checkPayments(input.payments, add);
  for (const [index, payment] of input.payments.entries()) {
    const code = payment.method === "GIFT_CARD" ? payment.giftCard || payment.reference : undefined;
    // A card that is unknown gets its first money: its code has to be one.
    if (code && !nameProblem(code, LIMITS.codeCharactersMax) && !isCardCode(cleanCardCode(code)))
      add("INVALID_GIFT_CARD", "The code of the gift card has a mistake.", "payments", String(index), "giftCard");
  }
  return problems;
}
