import { QUANTITY_PLACES } from "../../base/quantity.ts";
import type { Given, PromotionCart, PromotionLine } from "./model.ts";
import { isOn } from "./moment.ts";
import { type OpenLine, rewardOf, type Share } from "./rewards.ts";
import { isInScope, type PromotionSet, type ReadyPromotion } from "./set.ts";

export interface Promoted {
  /** What each line gets, in the order in which it was taken. */
  readonly ofLines: readonly (readonly Given[])[];
  readonly sum: number;
}

/**
 * What promotions take off a cart; pure, and the same at the terminal and on the server. First the exclusive ones in their order:
 * a line that one of them gives something is closed. Then, of those that are BEST, the one that gives most, and the next on the
 * lines that are left. Last those that are ALL, in their order, on top. Each takes its part of what those before left.
 */
export function applyPromotions(set: PromotionSet, cart: PromotionCart): Promoted {
  const active = activeFor(set, cart);
  if (active.length === 0) return { ofLines: cart.lines.map(() => NOTHING), sum: 0 };
  const run = new Run(cart);
  for (const ready of active) if (ready.promotion.stacking === "EXCLUSIVE") run.close(run.give(ready, run.of(ready)));
  const best = active
    .filter(({ promotion }) => promotion.stacking === "BEST")
    .map((ready) => ({ ready, saving: run.sumOf(run.of(ready)) }))
    .sort((one, other) => other.saving - one.saving);
  const taken = new Set<number>();
  for (const { ready } of best) for (const index of run.give(ready, run.of(ready, taken))) taken.add(index);
  for (const ready of active) if (ready.promotion.stacking === "ALL") run.give(ready, run.of(ready));
  return { ofLines: run.given, sum: run.sum };
}

const NOTHING: readonly Given[] = [];
const NONE: readonly Share[] = [];
const NO_LINES: ReadonlySet<number> = new Set();

/** Those whose conditions this cart meets, in their order. */
function activeFor({ ready, ofProduct, ofCategory }: PromotionSet, cart: PromotionCart): ReadyPromotion[] {
  const touched = new Set<number>();
  for (const { productId, categoryId } of cart.lines) {
    for (const index of (productId !== undefined && ofProduct.get(productId)) || []) touched.add(index);
    for (const index of (categoryId !== undefined && ofCategory.get(categoryId)) || []) touched.add(index);
  }
  return ready.filter(
    (one, index) =>
      (one.scope.isAll || touched.has(index)) &&
      isOn(one.promotion, cart.moment) &&
      isFor(one, cart) &&
      isEnough(one, cart),
  );
}

function isFor({ promotion: { couponCode, groupIds } }: ReadyPromotion, cart: PromotionCart): boolean {
  if (couponCode !== undefined && !cart.couponCodes.includes(couponCode)) return false;
  return groupIds.length === 0 || groupIds.some((id) => cart.groupIds?.includes(id) === true);
}

const UNIT = 10 ** QUANTITY_PLACES;

/** Whether the goods in its scope come to its minimum, before any promotion. */
function isEnough({ promotion, scope }: ReadyPromotion, { lines }: PromotionCart): boolean {
  const { minimumAmount, minimumQuantity } = promotion;
  if (minimumAmount === undefined && minimumQuantity === undefined) return true;
  let [amount, units] = [0, 0];
  for (const line of lines) {
    if (!isInScope(scope, line)) continue;
    amount += line.amount;
    units += countOf(line);
  }
  return amount >= (minimumAmount ?? 0) && units >= (minimumQuantity ?? 0);
}

function countOf({ quantity }: PromotionLine): number {
  return quantity % UNIT === 0 ? quantity / UNIT : 1;
}

/** A cart while promotions are taken. */
class Run {
  readonly given: Given[][];
  sum = 0;
  private readonly cart: PromotionCart;
  private readonly left: number[];
  private readonly closed = new Set<number>();

  constructor(cart: PromotionCart) {
    this.cart = cart;
    this.left = cart.lines.map(({ amount }) => amount);
    this.given = cart.lines.map(() => []);
  }

  /** What a promotion would take off now, but for some lines. */
  of(ready: ReadyPromotion, except: ReadonlySet<number> = NO_LINES): readonly Share[] {
    const open: OpenLine[] = [];
    for (const [index, line] of this.cart.lines.entries()) {
      const left = this.left[index] ?? 0;
      if (left === 0 || this.closed.has(index) || except.has(index) || !isInScope(ready.scope, line)) continue;
      open.push({ index, line, left });
    }
    return open.length === 0 ? NONE : rewardOf(ready, open, this.cart.digits);
  }

  /** @returns the lines that got something */
  give({ promotion }: ReadyPromotion, shares: readonly Share[]): number[] {
    for (const { index, amount } of shares) {
      this.left[index] = (this.left[index] ?? 0) - amount;
      this.given[index]?.push({ promotion, amount });
      this.sum += amount;
    }
    return shares.map(({ index }) => index);
  }

  close(indexes: readonly number[]): void {
    for (const index of indexes) this.closed.add(index);
  }

  sumOf(shares: readonly Share[]): number {
    return shares.reduce((sum, { amount }) => sum + amount, 0);
  }
}
