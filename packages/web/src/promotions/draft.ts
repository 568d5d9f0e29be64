import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { type TimingDraft, timingDraft, typedTiming } from "@pos/web/components/timing-fields.tsx";
import type { NumberKind } from "@pos/web/components/typed-number.ts";
import { PERCENT, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import type { PromotionKind, PromotionRowFragment, PromotionStacking } from "@pos/web/graphql/generated/graphql.ts";

/** A choice of products that is shown by their names. */
export interface Goods {
  readonly id: string;
  readonly name: string;
}

export interface PartDraft {
  readonly quantity: string;
  readonly products: readonly Goods[];
}

/** A promotion as it is typed. */
export interface PromotionDraft extends TimingDraft {
  readonly name: string;
  readonly kind: PromotionKind;
  readonly percent: string;
  readonly amount: string;
  readonly isPerUnit: boolean;
  readonly unitPrice: string;
  readonly buyQuantity: string;
  readonly getQuantity: string;
  readonly parts: readonly PartDraft[];
  readonly products: readonly Goods[];
  readonly categoryIds: string[];
  readonly groupIds: string[];
  readonly minimumAmount: string;
  readonly couponCode: string;
  readonly couponLimit: string;
  readonly priority: string;
  readonly stacking: PromotionStacking;
}

export const KINDS: readonly PromotionKind[] = [
  ...(["PERCENT", "AMOUNT", "FIXED_PRICE", "BUY_GET", "BUNDLE", "CHEAPEST_FREE"] as const),
];

export const EMPTY_PART: PartDraft = { quantity: "1", products: [] };

export function draftOf(promotion: PromotionRowFragment | undefined, currency: string): PromotionDraft {
  const money = (amount: number | null | undefined) =>
    typeof amount === "number" ? fromScaled(amount, minorDigits(currency)) : "";
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? "" : String(value);
  return {
    name: promotion?.name ?? "",
    kind: promotion?.kind ?? "PERCENT",
    percent: text(promotion?.percent),
    amount: money(promotion?.amount),
    isPerUnit: promotion?.isPerUnit ?? false,
    unitPrice: text(promotion?.unitPrice),
    buyQuantity: text(promotion?.buyQuantity ?? 2),
    getQuantity: text(promotion?.getQuantity ?? 1),
    parts: promotion?.parts.map(({ quantity, products }) => ({ quantity: String(quantity), products })) ?? [],
    products: promotion?.products ?? [],
    categoryIds: [...(promotion?.categoryIds ?? [])],
    groupIds: [...(promotion?.groupIds ?? [])],
    ...timingDraft(promotion),
    minimumAmount: money(promotion?.minimumAmount),
    couponCode: text(promotion?.couponCode),
    couponLimit: text(promotion?.couponLimit),
    priority: text(promotion?.priority ?? 100),
    stacking: promotion?.stacking ?? "ALL",
  };
}

export function moneyKind(currency: string, hasFractions = false): NumberKind {
  return { kind: "money", currency, hasFractions };
}

/** All fields of the rule but its kind; null where nothing is typed, so that an update removes it. */
export function ruleOf(draft: PromotionDraft, currency: string) {
  const { kind } = draft;
  const money = moneyKind(currency);
  const units = (typed: string) => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null);
  const isIn = (...kinds: readonly PromotionKind[]) => kinds.includes(kind);
  const parts = draft.parts.map(({ quantity, products }) => ({
    quantity: units(quantity) ?? 0,
    productIds: products.map(({ id }) => id),
  }));
  return {
    name: draft.name,
    percent: isIn("PERCENT") ? (typedDecimal(draft.percent, PERCENT) ?? null) : null,
    amount: isIn("AMOUNT", "BUNDLE") ? (typedScaled(draft.amount, money) ?? null) : null,
    isPerUnit: isIn("AMOUNT") && draft.isPerUnit ? true : null,
    unitPrice: isIn("FIXED_PRICE") ? (typedDecimal(draft.unitPrice, moneyKind(currency, true)) ?? null) : null,
    buyQuantity: isIn("BUY_GET", "CHEAPEST_FREE") ? units(draft.buyQuantity) : null,
    getQuantity: isIn("BUY_GET") ? units(draft.getQuantity) : null,
    parts: isIn("BUNDLE") ? parts : null,
    productIds: isIn("BUNDLE") ? [] : draft.products.map(({ id }) => id),
    categoryIds: isIn("BUNDLE") ? [] : draft.categoryIds,
    groupIds: draft.groupIds,
    ...typedTiming(draft),
    minimumAmount: typedScaled(draft.minimumAmount, money) ?? null,
    couponCode: draft.couponCode.trim() || null,
    couponLimit: draft.couponCode.trim() === "" ? null : units(draft.couponLimit),
    priority: units(draft.priority) ?? 100,
    stacking: draft.stacking,
  };
}
