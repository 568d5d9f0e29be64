/** A discount as it was asked for: a percentage of what is left, or an amount of it. Exactly one of the two. */
export interface Discount {
  /** 0 to 100, millionths of a per cent. */
  readonly percent?: number;
  /** Minor units. */
  readonly amount?: number;
}

export interface DiscountsTaken {
  /** What each took, in the order sent. */
  readonly taken: readonly number[];
  readonly sum: number;
  /** The indexes of those that wanted more than was left and were cut. */
  readonly cut: readonly number[];
}
