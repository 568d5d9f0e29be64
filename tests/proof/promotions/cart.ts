import type { Promotion, PromotionLine, PromotionMoment } from "@pos/core/goods/promotion/model.ts";
import { momentAt } from "@pos/core/goods/promotion/moment.ts";

/** Carts computed by hand. `because` is the arithmetic; `gives` is what each line gets, by promotion, in order. */
export interface GoldenCart {
  readonly name: string;
  readonly promotions: readonly Promotion[];
  readonly lines: readonly PromotionLine[];
  readonly moment?: PromotionMoment;
  readonly coupons?: readonly string[];
  readonly groups?: readonly string[];
  readonly digits?: number;
  readonly gives: readonly (readonly (readonly [promotion: string, amount: number])[])[];
  readonly because: string;
}

export const LONDON = { timeZone: "Europe/London" };
/** A bar in Shanghai whose days end at 3. */
export const BAR = { timeZone: "Asia/Shanghai", dayEndHour: 3 };
/** Monday, 15 June 2026, 10:00 in London. */
export const MONDAY = momentAt("2026-06-15T09:00:00.000Z", LONDON);

export function promotion(id: string, rule: Partial<Promotion> & Pick<Promotion, "kind">): Promotion {
  return {
    ...{ id, name: id, productIds: [], categoryIds: [], groupIds: [], weekdays: [], priority: 100, stacking: "ALL" },
    ...{ isEnabled: true, createdAt: "2026-01-01T00:00:00.000Z", version: 1 },
    ...rule,
  };
}

const CATEGORIES: { readonly [article: string]: string } = {
  ...{ tea: "drinks", coffee: "drinks", beer: "drinks", cake: "food", bread: "food", apples: "food" },
  ...{ shoes: "wear", socks: "wear", hat: "wear" },
};

/** @param quantity units; @param amount after the line's discounts by hand */
export function line(article: string, quantity: number, amount: number): PromotionLine {
  const isOpen = article === "open";
  return {
    variantId: isOpen ? undefined : `var ${article}`,
    productId: isOpen ? undefined : article,
    categoryId: CATEGORIES[article],
    quantity: quantity * 1_000,
    amount,
  };
}

export const NOTHING: readonly [] = [];
export const FOOD = { categoryIds: ["food"] };
export const DRINKS = { categoryIds: ["drinks"] };

export const percentOff = (percent: string, rule: Partial<Promotion> = {}) =>
  promotion("off", { kind: "PERCENT", percent, ...rule });

export const part = (productId: string, quantity = 1) => ({ productIds: [productId], categoryIds: [], quantity });
