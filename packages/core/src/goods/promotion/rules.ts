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
  const run = new Run(cart);
  const best: Wanted[] = [];
  for (const index of candidatesFor(set, cart)) {
    if (run.isDone) break;
    const ready = set.ready[index];
    if (ready === undefined || !isActive(ready, cart)) continue;
    const { stacking } = ready.promotion;
    if (stacking === "ALL" && best.length > 0) takeBest(best.splice(0), run);
    const shares = run.of(ready);
    if (stacking === "BEST") best.push({ ready, shares, saving: sumOf(shares) });
    else if (stacking === "EXCLUSIVE") run.close(run.give(ready, shares));
    else run.give(ready, shares);
  }
  takeBest(best, run);
  return { ofLines: run.given, sum: run.sum };
}

/** What a promotion would take off before any that is BEST was taken. */
interface Wanted {
  readonly ready: ReadyPromotion;
  readonly shares: readonly Share[];
  readonly saving: number;
}

/** A line takes one of them. */
function takeBest(best: Wanted[], run: Run): void {
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

const NONE: readonly Share[] = [];
const NO_LINES: ReadonlySet<number> = new Set();

/** Those that may touch the cart's goods, in the order in which they are taken. */
function candidatesFor({ everywhere, ofProduct, ofCategory }: PromotionSet, { lines }: PromotionCart) {
  const touched = new Set(everywhere);
  for (const { productId, categoryId } of lines) {
    for (const index of (productId !== undefined && ofProduct.get(productId)) || []) touched.add(index);
    for (const index of (categoryId !== undefined && ofCategory.get(categoryId)) || []) touched.add(index);
  }
  return touched.size === everywhere.length ? everywhere : [...touched].sort((one, other) => one - other);
}

function isActive(ready: ReadyPromotion, cart: PromotionCart): boolean {
  return isOn(ready.timing, cart.moment) && isFor(ready, cart) && isEnough(ready, cart);
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

  /** Nothing is left to take off. */
  get isDone(): boolean {
    return this.openCount === 0;
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
