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
  takeBest(active, run);
  for (const ready of active) if (ready.promotion.stacking === "ALL") run.give(ready, run.of(ready));
  return { ofLines: run.given, sum: run.sum };
}

/** A line takes one of them; what none of the others left is not looked for again. */
function takeBest(active: readonly ReadyPromotion[], run: Run): void {
  const best: { readonly ready: ReadyPromotion; readonly shares: readonly Share[]; readonly saving: number }[] = [];
  for (const ready of active) {
    if (ready.promotion.stacking !== "BEST") continue;
    const shares = run.of(ready);
    if (shares.length > 0) best.push({ ready, shares, saving: sumOf(shares) });
  }
  best.sort((one, other) => other.saving - one.saving);
  const taken = new Set<number>();
  for (const { ready, shares } of best)
    for (const index of run.give(ready, taken.size === 0 ? shares : run.of(ready, taken))) taken.add(index);
}

function sumOf(shares: readonly Share[]): number {
  let sum = 0;
  for (const { amount } of shares) sum += amount;
  return sum;
}

const NOTHING: readonly Given[] = [];
const NONE: readonly Share[] = [];
const NO_LINES: ReadonlySet<number> = new Set();

/** Those whose conditions this cart meets, in their order. */
function activeFor(set: PromotionSet, cart: PromotionCart): ReadyPromotion[] {
  const { ready, everywhere, ofProduct, ofCategory } = set;
  const touched = new Set(everywhere);
  for (const { productId, categoryId } of cart.lines) {
    for (const index of (productId !== undefined && ofProduct.get(productId)) || []) touched.add(index);
    for (const index of (categoryId !== undefined && ofCategory.get(categoryId)) || []) touched.add(index);
  }
  const inOrder = touched.size === everywhere.length ? everywhere : [...touched].sort((one, other) => one - other);
  const active: ReadyPromotion[] = [];
  for (const index of inOrder) {
    const one = ready[index];
    if (one !== undefined && isOn(one.promotion, cart.moment) && isFor(one, cart) && isEnough(one, cart))
      active.push(one);
  }
  return active;
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
  private readonly digits: number;
  /** What is left of each line; undefined: nothing, or the line is closed. */
  private readonly open: (OpenLine | undefined)[];
  private openCount: number;

  constructor({ lines, digits }: PromotionCart) {
    this.digits = digits;
    this.open = lines.map((line, index) => (line.amount === 0 ? undefined : { index, line, left: line.amount }));
    this.openCount = this.open.filter((line) => line !== undefined).length;
    this.given = lines.map(() => []);
  }

  /** What a promotion would take off now, but for some lines. */
  of(ready: ReadyPromotion, except: ReadonlySet<number> = NO_LINES): readonly Share[] {
    if (this.openCount === 0) return NONE;
    const { scope } = ready;
    const open: OpenLine[] = [];
    for (const line of this.open)
      if (line !== undefined && !except.has(line.index) && isInScope(scope, line.line)) open.push(line);
    return open.length === 0 ? NONE : rewardOf(ready, open, this.digits);
  }

  /** @returns the lines that got something */
  give({ promotion }: ReadyPromotion, shares: readonly Share[]): number[] {
    for (const { index, amount } of shares) {
      const line = this.open[index];
      if (line === undefined) continue;
      const left = line.left - amount;
      if (left === 0) this.close([index]);
      else this.open[index] = { index, line: line.line, left };
      this.given[index]?.push({ promotion, amount });
      this.sum += amount;
    }
    return shares.map(({ index }) => index);
  }

  close(indexes: readonly number[]): void {
    for (const index of indexes) {
      if (this.open[index] !== undefined) this.openCount -= 1;
      this.open[index] = undefined;
    }
  }
}
