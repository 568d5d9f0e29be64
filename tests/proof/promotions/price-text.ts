import type { BusinessDays } from "@pos/core/base/business-day.ts";
import type { PriceList } from "@pos/core/goods/price-list/model.ts";
import { priceListSet } from "@pos/core/goods/price-list/rules.ts";
import type { Promotion } from "@pos/core/goods/promotion/model.ts";
import { promotionSet } from "@pos/core/goods/promotion/set.ts";
import type { SaleInput } from "@pos/core/selling/sale/model.ts";
import { type PricingFacts, priceSale } from "@pos/core/selling/sale/rules.ts";

/** A cart and all that it is priced by, as JSON holds it. */
export interface CartAsData {
  readonly input: SaleInput;
  readonly facts: Omit<PricingFacts, "promotions">;
  readonly promotions: readonly Promotion[];
  readonly lists: readonly PriceList[];
  readonly location: BusinessDays & { readonly id: string };
  readonly groupIds: readonly string[];
}

/** From JSON to JSON, so that two programs can be compared byte by byte. */
export function priceText(text: string): string {
  const { input, facts, promotions, lists, location, groupIds }: CartAsData = JSON.parse(text);
  const offers = { set: promotionSet(promotions), lists: priceListSet(lists), location, groupIds };
  return JSON.stringify(priceSale(input, { ...facts, promotions: offers }));
}
