export { createPriceList, updatePriceList } from "./commands.ts";
export { rowsOf } from "./model.ts";
export { currentPriceLists, findPriceLists, getPriceList, listPriceLists, type PriceListNow } from "./queries.ts";
export { readPriceListSet } from "./records.ts";
export type { PriceListSet } from "./rules.ts";
