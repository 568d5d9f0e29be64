import { toScaled } from "../../base/decimal.ts";
import { PERCENT_PLACES, PRICE_PLACES } from "../../base/money.ts";
import { present } from "../../base/result.ts";
import { type Promotion, type PromotionLine, type PromotionScope, STACKINGS } from "./model.ts";
import { type ReadyTiming, readyTiming } from "./moment.ts";

/** A promotion with its decimals read and its scope as sets. */
export interface ReadyPromotion {
  readonly promotion: Promotion;
  readonly timing: ReadyTiming;
  readonly scope: ReadyScope;
  /** BUNDLE: what it contains; a line belongs to the first part that it fits. */
  readonly parts: readonly ReadyPart[];
  /** Millionths of a per cent. */
  readonly percent: number;
  /** Millionths of the major unit. */
  readonly unitPrice: number;
}

export interface ReadyScope {
  readonly isAll: boolean;
  readonly products: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

export interface ReadyPart extends ReadyScope {
  readonly quantity: number;
}

/** A merchant's promotions, in the order in which they are taken. Made once, used for every cart. */
export interface PromotionSet {
  readonly ready: readonly ReadyPromotion[];
  /** Those for everything, by their index. */
  readonly everywhere: readonly number[];
  /** Which of them a product or a category has, by their index; those for everything are in none. */
  readonly ofProduct: ReadonlyMap<string, readonly number[]>;
  readonly ofCategory: ReadonlyMap<string, readonly number[]>;
  readonly byId: ReadonlyMap<string, ReadyPromotion>;
  /** Groups of customers that neither promotions nor price lists count for, with since when. Absent: none. */
  readonly endedGroups?: { readonly [groupId: string]: string };
  /** Those that ask for a coupon, by its code. */
  readonly byCoupon: ReadonlyMap<string, readonly ReadyPromotion[]>;
}

const WHOLE = "100";

export function promotionSet(
  promotions: readonly Promotion[],
  endedGroups?: PromotionSet["endedGroups"],
): PromotionSet {
  const ready = [...promotions].sort(inOrder).map(readyPromotion);
  const everywhere: number[] = [];
  const ofProduct = new Map<string, number[]>();
  const ofCategory = new Map<string, number[]>();
  for (const [index, { scope }] of ready.entries()) {
    if (scope.isAll) everywhere.push(index);
    for (const id of scope.products) push(ofProduct, id, index);
    for (const id of scope.categories) push(ofCategory, id, index);
  }
  const byCoupon = new Map<string, ReadyPromotion[]>();
  for (const one of ready) if (one.promotion.couponCode !== undefined) push(byCoupon, one.promotion.couponCode, one);
  return {
    ready,
    everywhere,
    ofProduct,
    ofCategory,
    byId: new Map(ready.map((one) => [one.promotion.id, one])),
    byCoupon,
    ...(endedGroups === undefined ? {} : { endedGroups }),
  };
}

export const NO_PROMOTIONS: PromotionSet = promotionSet([]);

export function isInScope({ isAll, products, categories }: ReadyScope, line: PromotionLine): boolean {
  if (isAll) return true;
  const { productId, categoryId } = line;
  return (
    (productId !== undefined && products.has(productId)) || (categoryId !== undefined && categories.has(categoryId))
  );
}

/** First those that are EXCLUSIVE, then BEST, then ALL; in each by priority, then by id. */
function inOrder(one: Promotion, other: Promotion): number {
  const phases = STACKINGS.indexOf(one.stacking) - STACKINGS.indexOf(other.stacking);
  if (phases !== 0) return phases;
  return one.priority === other.priority ? (one.id < other.id ? -1 : 1) : one.priority - other.priority;
}

function readyPromotion(promotion: Promotion): ReadyPromotion {
  const parts = (promotion.parts ?? []).map((part) => ({ ...readyScope(part), quantity: part.quantity }));
  return {
    promotion,
    timing: readyTiming(promotion),
    parts,
    scope: promotion.kind === "BUNDLE" ? joined(parts) : readyScope(promotion),
    percent: scaled(promotion.percent ?? WHOLE, PERCENT_PLACES),
    unitPrice: scaled(promotion.unitPrice ?? "0", PRICE_PLACES),
  };
}

function readyScope({ productIds, categoryIds }: PromotionScope): ReadyScope {
  const isAll = productIds.length === 0 && categoryIds.length === 0;
  return { isAll, products: new Set(productIds), categories: new Set(categoryIds) };
}

function joined(parts: readonly ReadyScope[]): ReadyScope {
  return {
    isAll: parts.some(({ isAll }) => isAll),
    products: new Set(parts.flatMap(({ products }) => [...products])),
    categories: new Set(parts.flatMap(({ categories }) => [...categories])),
  };
}

function scaled(decimal: string, places: number): number {
  return present(toScaled(decimal, places), "a stored decimal of a promotion");
}

function push<T>(lists: Map<string, T[]>, key: string, thing: T): void {
  const list = lists.get(key);
  if (list) list.push(thing);
  else lists.set(key, [thing]);
}
