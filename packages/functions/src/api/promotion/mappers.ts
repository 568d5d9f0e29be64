export type { PromotionNow as Promotion } from "@pos/core/goods/promotion/index.ts";
export type { BundlePart } from "@pos/core/goods/promotion/model.ts";
