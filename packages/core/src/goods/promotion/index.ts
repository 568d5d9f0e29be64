export { createPromotion, updateCustomerGroup, updatePromotion } from "./commands.ts";
export { endedLongAgo, type Promotion, type PromotionState, promotionState, type UsedCoupon } from "./model.ts";
export { checkTimes } from "./problems.ts";
export { couponUses, currentPromotions, getPromotion, listPromotions, type PromotionNow, todayAt } from "./queries.ts";
export {
  couponGuard,
  endedPromotions,
  hasRoom,
  offersWrite,
  promotionsKey,
  readCouponUses,
  readPromotionSet,
  readPromotions,
} from "./records.ts";
export { type PromotionSet, promotionSet } from "./set.ts";
