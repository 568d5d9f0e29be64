"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { CartDiscount } from "./cart.ts";
import { foldOf } from "./fold.ts";

/** What a discount is called in the cart: "Discount 10%", in Chinese "9折", with its reason. */
export function useDiscountName(): (discount: CartDiscount) => string {
  const { t, language, format } = useI18n();
  return ({ percent, reason }) => {
    const fold = language === "zh" && percent !== undefined ? foldOf(percent) : undefined;
    const name =
      fold !== undefined
        ? t("counter.discount.fold", { fold })
        : percent !== undefined
          ? t("counter.discount.percent", { percent: format.decimal(percent) })
          : t("terminal.discount.title");
    return reason === undefined ? name : t("counter.discount.because", { name, reason });
  };
}
