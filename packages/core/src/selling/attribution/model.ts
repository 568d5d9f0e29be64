import { isId } from "../../base/id.ts";
import { type Failure, failure } from "../../base/result.ts";
import type { Fact } from "../../ledger/index.ts";

/** A recorded sale is put on a customer, on another one, or on none. */
export interface AttributionInput {
  readonly id: string;
  readonly saleId: string;
  /** Absent: the sale is taken off its customer. */
  readonly customerId?: string;
}

/**
 * From then on the sale, with what was given back of it, counts as that customer's. The sale's own fact stays as it is; the
 * newest of these decides whose the sale is (`buyerOf`). Its `customerId` is the new customer.
 */
export interface AttributionFact extends Fact {
  readonly kind: "attribution";
  readonly locationId: string;
  /** The sale. */
  readonly relatedFactId: string;
  /** Whose the sale was before. */
  readonly previousCustomerId?: string;
  /** The refunds that go with the sale: how many, and their sum with tax, minor units, above zero. */
  readonly refundCount: number;
  readonly refunds: number;
}

/** A sale lists them, so they have to be few. */
export const CHANGES_MAX = 50;

export function isAttribution(fact: Fact): fact is AttributionFact {
  return fact.kind === "attribution";
}

export function attributionProblems({ id }: AttributionInput): Failure[] {
  return isId("att", id) ? [] : [failure("INVALID_ID", "The id is not att_ and a ULID.", ["input", "id"])];
}
