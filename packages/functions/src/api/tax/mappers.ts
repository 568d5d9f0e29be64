export type { TaxCode, VersionedTaxes as TaxSettings } from "@pos/core/goods/tax/index.ts";
