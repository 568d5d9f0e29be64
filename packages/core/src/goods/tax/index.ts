export { createTaxCode } from "./commands.ts";
export type { TaxCode, Taxes, TaxRegime } from "./model.ts";
export { getTaxes } from "./queries.ts";
export { readTaxes, taxesItem, taxesKey, taxesMaster } from "./records.ts";
export { taxOf, taxOfLines } from "./rules.ts";
