import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import type { PromotionRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";

/** What a promotion does, in a sentence. */
export function ruleText(promotion: PromotionRowFragment, currency: string, { t, format }: I18n): string {
  const { kind, percent, amount, unitPrice, buyQuantity, getQuantity } = promotion;
  const money = (minor: number | null) =>
    format.unitPrice({ price: fromScaled(minor ?? 0, minorDigits(currency)), currency });
  switch (kind) {
    case "PERCENT":
      return t("promotions.rule.PERCENT", { percent: format.percent(Number(percent ?? 0) / 100) });
    case "AMOUNT":
      return t(promotion.isPerUnit ? "promotions.rule.AMOUNT_EACH" : "promotions.rule.AMOUNT", {
        amount: money(amount),
      });
    case "FIXED_PRICE":
      return t("promotions.rule.FIXED_PRICE", { price: format.unitPrice({ price: unitPrice ?? "0", currency }) });
    case "BUY_GET":
      return t("promotions.rule.BUY_GET", { buy: buyQuantity ?? 0, get: getQuantity ?? 0 });
    case "BUNDLE":
      return t("promotions.rule.BUNDLE", { goods: partsText(promotion, format), amount: money(amount) });
    case "CHEAPEST_FREE":
      return t("promotions.rule.CHEAPEST_FREE", { units: buyQuantity ?? 0 });
  }
}

function partsText({ parts }: PromotionRowFragment, format: I18n["format"]): string {
  return parts
    .map(
      ({ quantity, products }) =>
        `${format.decimal(String(quantity))} × ${products.map(({ name }) => name).join("/") || "*"}`,
    )
    .join(" + ");
}
