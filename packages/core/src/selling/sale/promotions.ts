import type { BusinessDays } from "../../base/business-day.ts";
import { toScaled } from "../../base/decimal.ts";
import { PERCENT_PLACES, percentOf, sum, sumOf } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import type { Variant } from "../../goods/catalog/model.ts";
import { inUnits, packSizeOf, type SoldPack } from "../../goods/catalog/packs.ts";
import { type PriceListSet, type PriceOfList, priceByLists } from "../../goods/price-list/rules.ts";
import type { AppliedDiscount } from "../../goods/pricing/model.ts";
import { cleanCouponCode, type Given, type Promotion, type UsedCoupon } from "../../goods/promotion/model.ts";
import { isOn, momentAt } from "../../goods/promotion/moment.ts";
import { applyPromotions } from "../../goods/promotion/rules.ts";
import type { PromotionSet, ReadyPromotion } from "../../goods/promotion/set.ts";
import type { TaxRate } from "../../goods/tax/model.ts";
import type { Findings, SaleMode } from "./findings.ts";
import type { AdjustmentInput, LineInput, SaleInput } from "./model.ts";

/** What pricing has to know to take promotions and price lists. */
export interface PromotionsFacts {
  readonly set: PromotionSet;
  readonly lists: PriceListSet;
  /** By whose clock they begin and end. */
  readonly location: BusinessDays & { readonly id: string };
  /** The groups of the customer. */
  readonly groupIds?: readonly string[];
}

export interface SalePromotions {
  /** What they take off each line. Empty for a sale that happened: it keeps what was charged. */
  readonly ofLines: readonly (readonly AppliedDiscount[])[];
  /** Those that took something off, the document's discounts known. */
  readonly couponsWith: (ofDocument: readonly AppliedDiscount[]) => readonly UsedCoupon[];
  /** What they take off, by the rules that are known here. */
  readonly sum: number;
  /** What the client states that they took off. Undefined: it leaves that to the server. */
  readonly stated: number | undefined;
}

/** A line with its own discounts, before promotions. */
interface OwnLine {
  readonly input: LineInput;
  readonly variant: Variant | undefined;
  /** The variant's, or the department. */
  readonly categoryId: string | undefined;
  /** Thousandths. */
  readonly quantity: number;
  readonly pack: SoldPack | undefined;
  readonly gross: number;
  readonly discounts: readonly AppliedDiscount[];
}

interface Known {
  readonly mode: SaleMode;
  readonly digits: number;
  readonly promotions?: PromotionsFacts;
}

/** The groups of the customer that had not ended. */
function groupsAt({ set: { endedGroups }, groupIds }: PromotionsFacts, pricedAt: string) {
  if (endedGroups === undefined) return groupIds;
  return groupIds?.filter((id) => pricedAt < (endedGroups[id] ?? NEVER));
}

/** After every instant, as texts are compared. */
const NEVER = "~";

function isOfPromotion({ promotionId, couponCode }: AdjustmentInput): boolean {
  return promotionId !== undefined || couponCode !== undefined;
}

/** Whether a discount is of a promotion or a coupon that is there. */
export function isOneOf({ promotionId, couponCode }: AdjustmentInput, { byId, byCoupon }: PromotionSet): boolean {
  if (promotionId !== undefined) return byId.has(promotionId);
  return couponCode !== undefined && byCoupon.has(cleanCouponCode(couponCode));
}

/** Where promotions are not known, what was given for one is recorded with its source. Approvals cannot be checked yet. */
export function checkCause(
  { promotionId, couponCode, approvalId }: AdjustmentInput,
  path: string[],
  { facts, found }: { readonly facts: Pick<Known, "promotions">; readonly found: Findings },
): void {
  if (facts.promotions === undefined && promotionId !== undefined)
    found.object("PROMOTION_NOT_AVAILABLE", "Promotions are not taken here.", [...path, "promotionId"]);
  if (facts.promotions === undefined && couponCode !== undefined)
    found.object("COUPON_NOT_AVAILABLE", "Coupons are not taken here.", [...path, "couponCode"]);
  if (approvalId !== undefined)
    found.object("APPROVAL_NOT_AVAILABLE", "Approvals are not available yet.", [...path, "approvalId"]);
}

/**
 * What promotions do to a sale. Live they are computed here, whatever the client states. A sale that happened keeps what it was
 * charged; another result is a flag.
 * @returns undefined where promotions are not known, or have nothing to do with the sale
 */
export function promotionsOfSale(
  input: SaleInput,
  lines: readonly OwnLine[],
  { mode, digits, promotions }: Known,
  pricedAt: string,
  found: Findings,
): SalePromotions | undefined {
  const stated = statedOf(input);
  if (promotions === undefined || (promotions.set.ready.length === 0 && stated.length === 0)) return undefined;
  const { set, location } = promotions;
  const groupIds = groupsAt(promotions, pricedAt);
  const moment = momentAt(pricedAt, location);
  const isNow = ({ timing }: ReadyPromotion) => isOn(timing, moment);
  const areKnown = stated.map((one) => isKnown(one, set, isNow, found)).every(Boolean);
  const promoted = applyPromotions(set, {
    moment,
    digits,
    couponCodes: stated.flatMap(({ couponCode }) => (couponCode === undefined ? [] : [cleanCouponCode(couponCode)])),
    ...(groupIds === undefined ? {} : { groupIds }),
    lines: lines.map(({ input, variant, categoryId, quantity, pack, gross, discounts }) => ({
      variantId: variant?.id,
      productId: variant?.productId,
      categoryId,
      // What is put on a gift card is none of what is promoted. Packs count as what is in them.
      quantity: input.giftCard === undefined ? inUnits(quantity, pack) : 0,
      amount: input.giftCard === undefined ? gross - byHand(discounts) : 0,
    })),
  });
  if (mode === "happened") {
    const couponsWith = (ofDocument: readonly AppliedDiscount[]) => {
      const given = [...lines.flatMap(({ discounts }) => discounts), ...ofDocument].filter(isGiven);
      // What one of them would give is not known, so the sum is not compared.
      if (areKnown) checkCharged(sumOf(given, amountOf), promoted.sum, found);
      return couponsOf(given.flatMap((discount) => promotionOf(discount, set, isNow) ?? []));
    };
    return { ofLines: [], couponsWith, sum: promoted.sum, stated: undefined };
  }
  const coupons = set.byCoupon.size === 0 ? [] : couponsOf(promoted.ofLines.flat().map(({ promotion }) => promotion));
  return {
    ofLines: promoted.sum === 0 ? [] : promoted.ofLines.map((given) => given.map(appliedOf)),
    couponsWith: () => coupons,
    sum: promoted.sum,
    stated: areKnown ? statedSum(stated) : undefined,
  };
}

interface Stated extends AdjustmentInput {
  readonly path: readonly string[];
}

function statedOf({ lines, adjustments = [] }: SaleInput): Stated[] {
  const at = (list: readonly AdjustmentInput[], path: readonly string[]) =>
    list.flatMap((one, index) =>
      isOfPromotion(one) ? [{ ...one, path: [...path, "adjustments", String(index)] }] : [],
    );
  return [
    ...lines.flatMap((line, index) =>
      line.adjustments ? at(line.adjustments, ["input", "lines", String(index)]) : [],
    ),
    ...at(adjustments, ["input"]),
  ];
}

/** Undefined: no amount is stated, or one as a percentage, of which the sum is not known before it is priced. */
function statedSum(stated: readonly Stated[]): number | undefined {
  const amounts = stated.flatMap(({ amount }) => amount ?? []);
  const isPercent = stated.some(({ percent }) => percent !== undefined);
  return amounts.length === 0 || isPercent ? undefined : amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Whether what a client names is there, and a coupon counts now. */
function isKnown(
  { promotionId, couponCode, path }: Stated,
  { byId, byCoupon }: PromotionSet,
  isNow: (promotion: ReadyPromotion) => boolean,
  found: Findings,
): boolean {
  if (promotionId !== undefined && !byId.has(promotionId)) {
    found.object("PROMOTION_NOT_AVAILABLE", `There is no promotion ${promotionId}.`, [...path, "promotionId"]);
    return false;
  }
  if (couponCode === undefined) return true;
  const promotions = byCoupon.get(cleanCouponCode(couponCode));
  if (promotions?.some(isNow)) return true;
  const at = [...path, "couponCode"];
  const details = { details: { coupon: { text: couponCode } } };
  if (promotions) found.object("COUPON_EXPIRED", `The coupon ${couponCode} does not count at this time.`, at, details);
  else found.object("COUPON_UNKNOWN", `There is no coupon ${couponCode}.`, at, details);
  return false;
}

function byHand(discounts: readonly AppliedDiscount[]): number {
  return discounts.reduce((sum, discount) => (isGiven(discount) ? sum : sum + discount.amount), 0);
}

function isGiven({ source }: AppliedDiscount): boolean {
  return source === "PROMOTION" || source === "COUPON";
}

function appliedOf({ promotion: { id, name, couponCode }, amount }: Given): AppliedDiscount {
  const cause =
    couponCode === undefined ? { source: "PROMOTION" as const, id } : { source: "COUPON" as const, id: couponCode };
  return { ...cause, reason: name, amount };
}

function couponsOf(promotions: readonly Promotion[]): UsedCoupon[] {
  return [...new Set(promotions)].flatMap(({ id, couponCode, couponLimit }) =>
    couponCode === undefined
      ? []
      : [{ code: couponCode, promotionId: id, ...(couponLimit === undefined ? {} : { limit: couponLimit }) }],
  );
}

/** What was charged stays; the document's promotions count as its lines'. */
function checkCharged(charged: number, expected: number, found: Findings): void {
  if (charged === expected) return;
  found.flag("PROMOTION_MISMATCH", `Promotions took off ${charged}; by today's rules they take off ${expected}.`, {
    charged: { amount: charged },
    expected: { amount: expected },
  });
}

/** The promotion of a coupon that took something off. A code may be that of several: all but one have ended. */
function promotionOf(
  { source, id = "", amount }: AppliedDiscount,
  { byCoupon }: PromotionSet,
  isNow: (promotion: ReadyPromotion) => boolean,
): Promotion | undefined {
  if (source !== "COUPON" || amount === 0) return undefined;
  const ofCode = byCoupon.get(cleanCouponCode(id));
  return (ofCode?.find(isNow) ?? ofCode?.at(-1))?.promotion;
}

function amountOf({ amount }: AppliedDiscount): number {
  return amount;
}

/** Why an adjustment was given, as facts keep it. */
export function causeOf({
  promotionId,
  couponCode,
  approvalId,
  reason,
}: AdjustmentInput): Omit<AppliedDiscount, "amount"> {
  const because = reason ? { reason } : {};
  if (promotionId !== undefined) return { source: "PROMOTION", id: promotionId, ...because };
  if (couponCode !== undefined) return { source: "COUPON", id: cleanCouponCode(couponCode), ...because };
  if (approvalId !== undefined) return { source: "APPROVAL", id: approvalId, ...because };
  return { source: "MANUAL", ...because };
}

/** What an operator took off by hand. */
function manualAmount({ source, amount }: AppliedDiscount): number {
  return source === "MANUAL" ? amount : 0;
}

/**
 * What an operator takes off by hand, of lines and document together, is at most a percentage of the price before discounts:
 * rounded on the whole sale or line by line, whichever is more, so that a discount of just that percentage always fits.
 */
export function checkDiscountLimit(
  limit: string,
  lines: readonly { readonly price: number; readonly discounts: readonly AppliedDiscount[] }[],
  ofDocument: readonly AppliedDiscount[],
  found: Findings,
): void {
  const percent = present(toScaled(limit, PERCENT_PLACES), "a well-formed percentage");
  const shareOf = (amount: number) => percentOf(amount, percent);
  const ofLines = lines.map(({ discounts }) => sumOf(discounts, manualAmount));
  const given = sum(ofLines) + sumOf(ofDocument, manualAmount);
  const onWhole = shareOf(sumOf(lines, ({ price }) => price));
  const byLine = sumOf(lines, ({ price }) => shareOf(price));
  if (given <= Math.max(onWhole, byLine)) return;
  const message = `The discounts come to ${given}; at most ${limit} % of the price may be given.`;
  const line = ofLines.findIndex((amount) => amount > 0);
  const path =
    ofDocument.length > 0 || line < 0 ? ["input", "discounts"] : ["input", "lines", String(line), "discounts"];
  found.object("DISCOUNT_NOT_ALLOWED", message, path, {
    failureDetails: { discountPercent: limit },
    details: { given: { amount: given }, limit: { text: limit } },
  });
}

interface DiscountedLine {
  readonly discounts: readonly AppliedDiscount[];
  readonly lineDiscount: number;
}

export function withPromotions<L extends DiscountedLine>(line: L, given: readonly AppliedDiscount[] = []): L {
  if (given.length === 0) return line;
  const lineDiscount = line.lineDiscount + given.reduce((sum, { amount }) => sum + amount, 0);
  return { ...line, discounts: [...line.discounts, ...given], lineDiscount };
}

/** @param free undefined: the customer pays tax */
export function withoutTax<L extends DiscountedLine & { readonly taxRate: TaxRate }>(
  line: L,
  free: number | undefined,
): L {
  if (free === undefined) return line;
  const given = free === 0 ? [] : [{ source: "TAX_EXEMPTION" as const, amount: free }];
  return { ...line, taxRate: { rate: "0" }, discounts: [...line.discounts, ...given] };
}

/** Where lists have prices: of each variant the price at the quantity that all its lines have together, packs apart. */
export function listedPrices(
  lines: readonly LineInput[],
  { promotions, variants }: Pick<Known, "promotions"> & { readonly variants: readonly (Variant | undefined)[] },
  pricedAt: string,
): ReadonlyMap<string, PriceOfList> {
  if (promotions === undefined || promotions.lists.lists.length === 0) return NOT_LISTED;
  const { lists, location } = promotions;
  const groupIds = groupsAt(promotions, pricedAt) ?? [];
  const quantities = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const { id, packs } = variants[index] ?? {};
    if (id === undefined || !lists.ofVariant.has(id) || packSizeOf(line, packs) !== undefined) continue;
    quantities.set(id, (quantities.get(id) ?? 0) + present(parseQuantity(line.quantity), "a well-formed quantity"));
  }
  const at = { moment: momentAt(pricedAt, location), locationId: location.id, groupIds };
  const listed = new Map<string, PriceOfList>();
  for (const [id, quantity] of quantities) {
    const price = priceByLists(lists, id, quantity, at);
    if (price !== undefined) listed.set(id, price);
  }
  return listed;
}

const NOT_LISTED: ReadonlyMap<string, PriceOfList> = new Map();
