export { createTaxCode } from "./commands.ts";
export type { Taxes, TaxRegime } from "./model.ts";
export { getTaxes } from "./queries.ts";
export { readTaxes, taxesItem, taxesKey, taxesMaster } from "./records.ts";
export { taxOf } from "./rules.ts";
