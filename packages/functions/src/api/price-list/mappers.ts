import type { rowsOf } from "@pos/core/goods/price-list/index.ts";

export type { PriceListNow as PriceList } from "@pos/core/goods/price-list/index.ts";

export type ListPrice = ReturnType<typeof rowsOf>[number];
