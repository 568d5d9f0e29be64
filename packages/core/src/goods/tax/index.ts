export { adoptTaxRegime, changeTaxRate, createTaxCode, updateTaxCode, updateTaxSettings } from "./commands.ts";
export type { TaxCode, TaxComponent, Taxes, TaxRate, TaxRegime, VersionedTaxes } from "./model.ts";
export { getTaxes, getTaxSettings } from "./queries.ts";
export { rateOn } from "./rates.ts";
export { readTaxes, taxesItem, taxesKey, taxesMaster } from "./records.ts";
export { REGIMES, type ReadyRegime, type RegimeName } from "./regimes.ts";
export { plainTaxName, taxOf } from "./rules.ts";
