export type { Category, Product, Variant } from "@pos/core/goods/catalog/index.ts";
