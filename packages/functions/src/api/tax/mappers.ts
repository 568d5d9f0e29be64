import type { TaxRate } from "@pos/core/goods/tax/index.ts";

export type { TaxCode, TaxComponent, VersionedTaxes as TaxSettings } from "@pos/core/goods/tax/index.ts";

/** A rate of a code, which lends its name to a single component. */
export interface DatedTaxRate extends TaxRate {
  readonly codeName: string;
  readonly from?: string;
}
