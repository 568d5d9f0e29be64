import type { AppliedDiscount } from "@pos/core/goods/pricing/model.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { moneyIn } from "../facts.ts";
import type { SaleOfLine } from "./sales.ts";

/** What discounts took off a sale, a cart or a quote. */
export function discountsIn(sale: SaleOfLine, discounts: readonly AppliedDiscount[] = []) {
  return discounts.map((discount) => ({
    source: discount.source,
    amount: moneyIn(sale, discount.amount),
    reason: discount.reason,
    promotionId: promotionOf(sale, discount),
    couponCode: discount.source === "COUPON" ? discount.id : undefined,
  }));
}

/** A coupon's discount has its code; the sale states whose it was. */
function promotionOf({ coupons = [] }: SaleOfLine, { source, id }: AppliedDiscount): string | undefined {
  if (source === "PROMOTION") return id;
  return source === "COUPON" ? coupons.find(({ code }) => code === id)?.promotionId : undefined;
}

export function savingsOf(sale: SaleOfLine & Pick<SaleFact, "lines">) {
  const savings = new Map<string, { promotionId: string; name: string; amount: number }>();
  for (const discount of sale.lines.flatMap(({ discounts = [] }) => discounts)) {
    const promotionId = promotionOf(sale, discount);
    if (promotionId === undefined) continue;
    const before = savings.get(promotionId)?.amount ?? 0;
    savings.set(promotionId, { promotionId, name: discount.reason ?? "", amount: before + discount.amount });
  }
  return [...savings.values()]
    .sort((one, other) => other.amount - one.amount)
    .map((saving) => ({ ...saving, amount: moneyIn(sale, saving.amount) }));
}
