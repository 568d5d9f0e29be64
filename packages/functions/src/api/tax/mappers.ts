import type { ReadyRegime, RegimeName, TaxRate } from "@pos/core/goods/tax/index.ts";

export type { TaxCode, TaxComponent, VersionedTaxes as TaxSettings } from "@pos/core/goods/tax/index.ts";

export interface TaxRegime extends ReadyRegime {
  readonly name: RegimeName;
}

export type TaxRegimeCode = ReadyRegime["codes"][number];

/** A rate of a code, which lends its name to a single component. */
export interface DatedTaxRate extends TaxRate {
  readonly codeName: string;
  readonly from?: string;
}
