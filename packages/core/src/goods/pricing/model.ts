/** A discount as it was asked for: a percentage of what is left, or an amount of it. Exactly one of the two. */
export interface Discount {
  /** 0 to 100, millionths of a per cent. */
  readonly percent?: number;
  /** Minor units. */
  readonly amount?: number;
}

/** Why a discount was given: typed by an operator, by a promotion, for a coupon, approved by a person who may, or the tax in a price for a customer who pays none. */
export type DiscountSource = "MANUAL" | "PROMOTION" | "COUPON" | "APPROVAL" | "TAX_EXEMPTION";

/** A discount as facts keep it. */
export interface AppliedDiscount {
  readonly source: DiscountSource;
  /** Of the promotion or approval, or the coupon's code; a manual discount has none. */
  readonly id?: string;
  readonly reason?: string;
  /** What it took, minor units. */
  readonly amount: number;
}

export interface DiscountsTaken {
  /** What each took, in the order sent. */
  readonly taken: readonly number[];
  readonly sum: number;
  /** The indexes of those that wanted more than was left and were cut. */
  readonly cut: readonly number[];
}
