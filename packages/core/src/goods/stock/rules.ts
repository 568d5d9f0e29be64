import { multiplyDivide, PRICE_PLACES } from "../../base/money.ts";
import { present } from "../../base/result.ts";
import { parsePrice, UNIT_PRICE_MAX, type Variant } from "../catalog/model.ts";
import type { FallbackCost, Level } from "./model.ts";

/**
 * The most that a level, or what moves at once, is worth in minor units. It is far beyond any shop; without it a price and a
 * quantity that are allowed each could make goods that no number can value, and a fact that is recorded must be booked.
 */
export const WORTH_MAX = 10 ** 14;

/** What goods leaving a level cost, and the level they leave. */
export interface GoodsOut {
  readonly cost: number;
  readonly quantity: number;
  readonly value: number;
  /** Where nothing but the variant's own cost was known: the level's last known cost from now on. Millionths of the major unit. */
  readonly unitCost?: number;
}

/**
 * Goods go out at the average; the last unit takes the residue, so an empty level is worth nothing. What goes below zero
 * goes out at the last known cost; where the level knows none, at the variant's own.
 * @param quantity thousandths, above zero
 * @param digits of the currency
 * @param ownCost the variant's own, decimal, major units; absent: it has none, and the goods cost nothing yet
 */
export function takeOut(level: Level, quantity: number, digits: number, ownCost?: string): GoodsOut {
  const there = Math.max(level.quantity, 0);
  const fromStock = Math.min(quantity, there);
  const beyond = quantity - fromStock;
  const costOfStock =
    fromStock === 0 ? 0 : fromStock === there ? level.value : multiplyDivide(level.value, fromStock, there);
  const isFirstCost = beyond > 0 && ownCost !== undefined && !isCostKnown(level);
  const unitCost = isFirstCost ? present(parsePrice(ownCost), "a variant's cost") : level.unitCost;
  const cost = Math.min(costOfStock + worthAt(unitCost, beyond, digits), level.value + WORTH_MAX);
  const out = { cost, quantity: level.quantity - quantity, value: level.value - cost };
  return isFirstCost && unitCost > 0 ? { ...out, unitCost } : out;
}

export interface GoodsIn {
  readonly quantity: number;
  /** The change of the level's value; the rest of what was paid is `costDifference`. */
  readonly value: number;
  /** What covering negative stock cost beyond the cost at which it went out: cost of goods. */
  readonly costDifference: number;
  /** Millionths of the major unit. */
  readonly unitCost: number;
}

/**
 * Goods come in at a total cost; they first cover what was sold below zero, and the difference to the cost at which that
 * went out is cost of goods now: what is booked is never restated.
 * @param quantity thousandths, above zero
 * @param cost minor units for all of it
 */
export function putIn(level: Level, quantity: number, cost: number, digits: number): GoodsIn {
  const owed = Math.max(-level.quantity, 0);
  const covers = Math.min(quantity, owed);
  const coverCost = covers === 0 ? 0 : multiplyDivide(cost, covers, quantity);
  // What the covered goods were worth when they went out: the level's value is below zero by just that.
  const wentOutAt = covers === 0 ? 0 : covers === owed ? -level.value : multiplyDivide(-level.value, covers, owed);
  const value = Math.min(level.value + cost - (coverCost - wentOutAt), WORTH_MAX);
  const after = { quantity: level.quantity + quantity, value };
  return {
    quantity: after.quantity,
    value: value - level.value,
    costDifference: cost - (value - level.value),
    unitCost: unitCostOf(after, { quantity, cost }, digits),
  };
}

/** The new average where there is stock; else what was paid last. */
function unitCostOf(
  after: { quantity: number; value: number },
  paid: { quantity: number; cost: number },
  digits: number,
): number {
  return after.quantity > 0
    ? costOfOne(after.value, after.quantity, digits)
    : costOfOne(paid.cost, paid.quantity, digits);
}

function costOfOne(value: number, quantity: number, digits: number): number {
  return atMost(UNIT_PRICE_MAX, value, 10 ** (PRICE_PLACES + 3 - digits), quantity);
}

/**
 * What a unit costs, millionths of the major unit: the average where there is stock, else what was paid last.
 * @returns undefined if no cost is known
 */
export function unitCostOfLevel(level: Level, digits: number): number | undefined {
  if (!isCostKnown(level)) return undefined;
  return level.quantity > 0 ? costOfOne(level.value, level.quantity, digits) : level.unitCost;
}

/** Whether anything ever came in at a cost that still counts. */
export function isCostKnown({ value, unitCost }: Level): boolean {
  return value !== 0 || unitCost !== 0;
}

/** What goods are worth that come without a price: the level's average, else its last known cost, else nothing. */
export function valueOfFound(level: Level, quantity: number, digits: number): number {
  if (level.quantity > 0) return atMost(WORTH_MAX, level.value, quantity, level.quantity);
  return worthAt(level.unitCost, quantity, digits);
}

/**
 * What goods of a variant that come in without a stated cost are worth where their level knows no cost.
 * @param quantity thousandths, above zero
 * @param digits of the currency
 */
export function fallbackCostOf(
  { unitCost }: Pick<Variant, "unitCost">,
  quantity: number,
  digits: number,
): FallbackCost {
  if (unitCost === undefined) return { costUnknown: true };
  return { fallbackCost: worthAt(present(parsePrice(unitCost), "a variant's cost"), quantity, digits) };
}

/** What a quantity is worth at a unit cost (millionths of the major unit). */
export function worthAt(unitCost: number, quantity: number, digits: number): number {
  return atMost(WORTH_MAX, unitCost, quantity, 10 ** (PRICE_PLACES + 3 - digits));
}

/** `a * b / c`, rounded once, and no further from zero than a limit. */
function atMost(max: number, a: number, b: number, c: number): number {
  return Math.abs((a / c) * b) > max ? Math.sign(a) * max : multiplyDivide(a, b, c);
}

/** The most urgent first: what is missing most, then what is gone, then the smallest share of the reorder point. */
export function urgencyOf(quantity: number, point: number): number {
  return quantity <= 0 ? quantity : quantity / point;
}

/** How urgent a level is, the least number first, and among equals the SKU and the location. */
interface Need {
  readonly urgency: number;
  readonly locationId: string;
  readonly sku: string;
}

export function byNeed(a: Need, b: Need): number {
  const [one, other] = [`${a.sku} ${a.locationId}`, `${b.sku} ${b.locationId}`];
  return a.urgency - b.urgency || (one < other ? -1 : one > other ? 1 : 0);
}

export function parseNeed(orderKey: string): Need {
  const [first = "", locationId = "", ...sku] = orderKey.split(" ");
  const urgency = Number(first);
  return { urgency: Number.isFinite(urgency) ? urgency : Number.POSITIVE_INFINITY, locationId, sku: sku.join(" ") };
}
