import { canonicalDecimal, toScaled } from "../../base/decimal.ts";
import { minorDigits, PERCENT_PLACES } from "../../base/money.ts";
import type { Patch } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import type { Role } from "../access/model.ts";

/** The tenant. Its currency is fixed at sign-up: every amount of it is counted in that one. */
export interface Merchant {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** Cash payments are rounded to a multiple of this many minor units; 1: not at all. */
  readonly cashStep: number;
  /** What people may do up to a limit. Absent, and a role without an entry: without a limit. */
  readonly limits?: LimitsByRole;
  /** Absent: 1. */
  readonly version?: number;
}

export type LimitsByRole = { readonly [role in Role]?: RoleLimits };

/** The limits of a role. Absent: none. */
export interface RoleLimits {
  /** The most that the discounts of a sale may come to, in percent of its price before discounts: a canonical decimal. */
  readonly discountPercent?: string;
  /** The most that a refund without a sale may come to, minor units. */
  readonly unlinkedRefund?: number;
}

/** With which limits a new merchant starts: a manager refunds up to 1,000 of most currencies without a sale. */
export function newMerchantLimits(currency: string): LimitsByRole {
  const digits = minorDigits(currency);
  // A currency without minor units has units of about a hundredth of the others' worth.
  const unlinkedRefund = 1_000 * 10 ** (digits === 0 ? 2 : digits);
  return { CASHIER: { discountPercent: "20" }, MANAGER: { unlinkedRefund } };
}

export interface RoleLimitsPatch extends Patch<RoleLimits> {
  readonly role: Role;
  readonly version: number;
}

export function limitProblems({ discountPercent, unlinkedRefund }: RoleLimitsPatch): Failure[] {
  const problems: Failure[] = [];
  if (discountPercent !== undefined && discountPercent !== null && !isPercent(discountPercent)) {
    const message = "A limit of discounts is 0 to 100 percent, with up to six places.";
    problems.push(failure("INVALID_LIMIT", message, ["input", "discountPercent"]));
  }
  if (typeof unlinkedRefund === "number" && !(Number.isSafeInteger(unlinkedRefund) && unlinkedRefund >= 0)) {
    const message = "A limit of refunds is a whole number of minor units of at least 0.";
    problems.push(failure("INVALID_LIMIT", message, ["input", "unlinkedRefund"]));
  }
  return problems;
}

function isPercent(text: string): boolean {
  const scaled = toScaled(text, PERCENT_PLACES);
  return canonicalDecimal(text) === text && scaled !== undefined && scaled >= 0 && scaled <= 100 * 10 ** PERCENT_PLACES;
}
