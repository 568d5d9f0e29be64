import type { RoundingMode } from "../../base/money.ts";
import type { Patch } from "../../base/patch.ts";

/** A rate by name ("Standard 20 %"). One rate a code. */
export interface TaxCode {
  readonly id: string;
  readonly name: string;
  /** Per cent, a canonical decimal with up to six places. Never changed: another rate is another code. */
  readonly rate: string;
  /** No longer offered for new products. What has it keeps it. */
  readonly isDiscontinued?: true;
}

/** One tax of a line, as facts keep it: a line may have several. */
export interface LineTax {
  readonly codeId: string;
  /** Per cent, as it was. */
  readonly rate: string;
  /** Minor units. */
  readonly amount: number;
}

/** How a country rounds tax: on each line, on the sum of a rate, or on the document; data, because countries differ. */
export interface TaxRegime {
  readonly pricesIncludeTax: boolean;
  readonly level: "LINE" | "RATE_TOTAL" | "DOCUMENT";
  readonly mode: RoundingMode;
}

/** A change of how tax is computed: an absent field stays as it is. */
export interface TaxSettingsPatch extends Patch<TaxRegime> {
  readonly defaultCodeId?: string | null | undefined;
  readonly version: number;
}

/** A change of a code: an absent field stays as it is. */
export interface TaxCodePatch {
  readonly taxCodeId: string;
  readonly name?: string | null | undefined;
  readonly isDiscontinued?: boolean | null | undefined;
  /** Of the merchant's taxes, which share one record. */
  readonly version: number;
}

/** All that is needed to tax a sale, in one record: a merchant has a handful of codes. */
export interface Taxes {
  readonly regime: TaxRegime;
  readonly defaultCodeId: string;
  readonly codes: { readonly [id: string]: TaxCode };
}

export interface VersionedTaxes extends Taxes {
  readonly version: number;
}
