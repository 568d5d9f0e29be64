export { discardParkedSale, type ParkedChange, parkSale, recallParkedSale } from "./commands.ts";
export type { ParkedSale } from "./model.ts";
export { parkedSales } from "./queries.ts";
