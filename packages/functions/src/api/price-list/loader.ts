import { findPriceLists } from "@pos/core/goods/price-list/index.ts";
import { batched } from "../loader.ts";

export const priceListLoader = batched(findPriceLists, { cache: false });
