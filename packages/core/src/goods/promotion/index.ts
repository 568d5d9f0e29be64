export { createPromotion, updatePromotion } from "./commands.ts";
export type { Promotion, UsedCoupon } from "./model.ts";
export { couponUses, getPromotion, listPromotions, type PromotionNow } from "./queries.ts";
export { couponGuard, promotionsKey, readCouponUses, readPromotionSet, readPromotions } from "./records.ts";
export { type PromotionSet, promotionSet } from "./set.ts";
