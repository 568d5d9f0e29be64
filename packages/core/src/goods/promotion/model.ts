import { dayAfter } from "../../base/time.ts";

/** What a promotion does to the goods in its scope. */
export const PROMOTION_KINDS = ["PERCENT", "AMOUNT", "FIXED_PRICE", "BUY_GET", "BUNDLE", "CHEAPEST_FREE"] as const;
export type PromotionKind = (typeof PROMOTION_KINDS)[number];

/**
 * How a promotion goes together with others on a line. EXCLUSIVE: none beside it. BEST: of all that are BEST, the one that gives
 * most. ALL: on top of what the others left.
 */
export const STACKINGS = ["EXCLUSIVE", "BEST", "ALL"] as const;
export type Stacking = (typeof STACKINGS)[number];

/** Which goods: those of any of the products or categories. Both empty: everything, open lines too. */
export interface PromotionScope {
  readonly productIds: readonly string[];
  readonly categoryIds: readonly string[];
}

/** So many units of some goods: one part of a bundle. */
export interface BundlePart extends PromotionScope {
  readonly quantity: number;
}

/** When a rule counts: between its days, on its weekdays and in its hours, while it is switched on. */
export interface Timing {
  /** The first and the last business day. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** 1 (Monday) to 7, of the business day; empty: every day. */
  readonly weekdays: readonly number[];
  /** HH:MM by the location's clock, the end excluded; an end before the start is past midnight. Both or none. */
  readonly startTime?: string;
  readonly endTime?: string;
  readonly isEnabled: boolean;
  /** It did not exist before: a sale of an earlier time is not judged by it. */
  readonly createdAt: string;
  /** When a person ended it before its last day. */
  readonly endedAt?: string;
}

/** A rule that takes something off. Amounts are minor units, decimals canonical. */
export interface Promotion extends PromotionScope, Timing {
  readonly id: string;
  /** As receipts have it. */
  readonly name: string;
  readonly kind: PromotionKind;
  /** PERCENT: what is taken off. BUY_GET: what is taken off the units that are given; absent: all. */
  readonly percent?: string;
  /** AMOUNT: what is taken off once. BUNDLE: what one bundle costs. */
  readonly amount?: number;
  /** AMOUNT: the amount is taken off each unit. */
  readonly isPerUnit?: boolean;
  /** FIXED_PRICE: major units. */
  readonly unitPrice?: string;
  /** BUY_GET: so many units of an article are bought at their price. CHEAPEST_FREE: of so many units one is free. */
  readonly buyQuantity?: number;
  /** BUY_GET: and so many are given. */
  readonly getQuantity?: number;
  /** BUNDLE: what it contains. */
  readonly parts?: readonly BundlePart[];
  /** For customers of these groups; empty: for all. */
  readonly groupIds: readonly string[];
  /** What the goods in its scope come to before promotions, at least. */
  readonly minimumAmount?: number;
  /** How many units are in its scope, at least; what is weighed counts as one. */
  readonly minimumQuantity?: number;
  /** Only for carts that name it. */
  readonly couponCode?: string;
  /** In how many sales the coupon counts. Absent: any number. */
  readonly couponLimit?: number;
  /** From the lowest. */
  readonly priority: number;
  readonly stacking: Stacking;
  readonly version: number;
}

/** When a cart is priced, by the location's clock. */
export interface PromotionMoment {
  readonly instant: string;
  readonly day: string;
  /** 1 (Monday) to 7. */
  readonly weekday: number;
  /** Of the clock's day, 0 to 1439. */
  readonly minute: number;
}

export interface PromotionLine {
  /** Undefined: an open line. */
  readonly variantId: string | undefined;
  readonly productId: string | undefined;
  readonly categoryId: string | undefined;
  /** Thousandths, above zero. */
  readonly quantity: number;
  /** What is left after the line's discounts by hand, minor units. */
  readonly amount: number;
}

export interface PromotionCart {
  readonly lines: readonly PromotionLine[];
  readonly moment: PromotionMoment;
  /** As `cleanCouponCode` makes them. */
  readonly couponCodes: readonly string[];
  readonly groupIds?: readonly string[];
  /** Decimal places of the currency's minor unit. */
  readonly digits: number;
}

/** What a promotion took off a line, above zero. */
export interface Given {
  readonly promotion: Promotion;
  readonly amount: number;
}

/** A coupon that a sale used, as the sale keeps it: what the guard decided by. */
export interface UsedCoupon {
  readonly code: string;
  readonly promotionId: string;
  readonly limit?: number;
}

/** Codes are compared without regard to case and to white space around them. */
export function cleanCouponCode(code: string): string {
  return code.normalize("NFC").trim().toUpperCase();
}

/** Where a promotion is in its life, by the clock of now. */
export type PromotionState = "OFF" | "SCHEDULED" | "ACTIVE" | "ENDED";

/** @param today the business day */
/** So many days a promotion that ended stays among those that every sale reads: terminals may send sales of these days. */
const DAYS_KEPT = 7;

/** Whether it ended so long ago that sales on time have nothing to do with it. */
export function endedLongAgo(
  { endsOn, endedAt }: Pick<Timing, "endsOn" | "endedAt">,
  today: string,
  daysKept = DAYS_KEPT,
): boolean {
  const days = [endsOn, endedAt?.slice(0, 10)].filter((day) => day !== undefined);
  return days.some((day) => day < dayAfter(today, -daysKept));
}

export function promotionState(
  { isEnabled, startsOn, endsOn, endedAt }: Pick<Timing, "isEnabled" | "startsOn" | "endsOn" | "endedAt">,
  today: string,
): PromotionState {
  if (endedAt !== undefined || (endsOn !== undefined && endsOn < today)) return "ENDED";
  if (!isEnabled) return "OFF";
  return startsOn !== undefined && startsOn > today ? "SCHEDULED" : "ACTIVE";
}
