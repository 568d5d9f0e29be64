import { percentOf } from "../../base/money.ts";
import type { Discount, DiscountsTaken } from "./model.ts";

/** Takes discounts in the order sent: a percentage is of what those before it left, each rounded to the minor unit. */
export function takeDiscounts(amount: number, discounts: readonly Discount[]): DiscountsTaken {
  let left = amount;
  const taken: number[] = [];
  const cut: number[] = [];
  for (const [index, discount] of discounts.entries()) {
    const wanted = discount.percent === undefined ? (discount.amount ?? 0) : percentOf(left, discount.percent);
    const takes = Math.min(wanted, left);
    if (takes < wanted) cut.push(index);
    taken.push(takes);
    left -= takes;
  }
  return { taken, sum: amount - left, cut };
}

/**
 * What paying in cash changes: the part that is settled in cash is rounded to the nearest step (half away from zero), the
 * rest stays exact. Positive: the customer pays more.
 * @param due what the cash has to cover, minor units
 * @param step minor units of the smallest coin; 1: no rounding
 */
export function cashRounding(due: number, step: number): number {
  if (step <= 1) return 0;
  const size = Math.abs(due);
  const rest = size % step;
  const change = rest * 2 >= step ? step - rest : -rest;
  return change === 0 ? 0 : due < 0 ? -change : change;
}
