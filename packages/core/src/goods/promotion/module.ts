import type { Module, ModuleBooks } from "../../module.ts";
import { couponGuard, endedPromotionsMaster, promotionsMaster } from "./records.ts";

export const promotionBooks = { guards: [couponGuard] } satisfies ModuleBooks;

export const promotionModule = {
  books: promotionBooks,
  masters: [promotionsMaster, endedPromotionsMaster],
  idPrefixes: { prm: "promotion" },
  permissions: {
    "promotion:write": {
      grantees: ["MANAGER", "OWNER"],
      needs: ["ALL_LOCATIONS"],
      description: "Create and change promotions and coupons.",
    },
  },
  failureCodes: {
    INVALID_PROMOTION: "A field of a promotion is missing, malformed or does not go with its kind.",
    PROMOTION_ENDED: "The promotion ended some time ago and does not change any more.",
    UNKNOWN_PROMOTION: "There is no such promotion.",
    TOO_MANY_PROMOTIONS: "The merchant has as many promotions as it may have.",
    COUPON_TAKEN: "Another promotion that has not ended has this coupon code.",
    COUPON_UNKNOWN: "There is no such coupon.",
    COUPON_EXPIRED: "The coupon does not count at this time.",
    COUPON_USED_UP: "The coupon was used as often as it may be.",
  },
  exceptionCodes: {
    PROMOTION_MISMATCH: "Promotions took off another amount than by the rules.",
    COUPON_UNKNOWN: "A sale names a coupon that is unknown.",
    COUPON_EXPIRED: "A sale names a coupon that did not count at its time.",
    COUPON_USED_UP: "A coupon was used more often than it may be.",
  },
} as const satisfies Module;
