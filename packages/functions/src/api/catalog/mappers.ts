export type { Product, Variant } from "@pos/core/goods/catalog/index.ts";
