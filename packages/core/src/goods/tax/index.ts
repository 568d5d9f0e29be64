export { createTaxCode, updateTaxCode, updateTaxSettings } from "./commands.ts";
export type { TaxCode, Taxes, TaxRegime, VersionedTaxes } from "./model.ts";
export { getTaxes, getTaxSettings } from "./queries.ts";
export { readTaxes, taxesItem, taxesKey, taxesMaster } from "./records.ts";
export { taxOf } from "./rules.ts";
