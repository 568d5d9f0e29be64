import type { RoundingMode } from "../../base/money.ts";
import type { Patch } from "../../base/patch.ts";

/** One of the taxes that are charged together: that of a state, that of its city. */
export interface TaxComponent {
  readonly name: string;
  /** Per cent, a canonical decimal with up to six places. */
  readonly rate: string;
  /** It is charged on the taxes before it too. */
  readonly isCompound?: true;
}

/** What is charged. */
export interface TaxRate {
  /** Per cent, a canonical decimal with up to six places: of several components what they come to. */
  readonly rate: string;
  /** In the order in which they are charged. Absent: one tax. */
  readonly components?: readonly TaxComponent[];
}

/** A rate that holds from a day on, by the clock of the location that sells. */
export interface TaxRateFrom extends TaxRate {
  readonly from: string;
}

/** A tax by name ("Standard"): its first rate, and those that followed or will. What was sold keeps its own. */
export interface TaxCode extends TaxRate {
  readonly id: string;
  readonly name: string;
  /** In the order of their days. Absent: the first rate holds for ever. */
  readonly changes?: readonly TaxRateFrom[];
  /** No longer offered for new products. What has it keeps it. */
  readonly isDiscontinued?: true;
}

/** One tax of a line, as facts keep it: a line may have several. */
export interface LineTax {
  readonly codeId: string;
  /** Of a component; absent: its code has but one. */
  readonly name?: string;
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

/** A new code as a caller states it. */
export interface NewTaxCode extends TypedRate {
  readonly id: string;
  readonly name: string;
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

/** Another rate from a day on. Without rate and components, the one that was planned for that day is taken back. */
export interface TaxRateChange extends TypedRate {
  readonly taxCodeId: string;
  readonly from: string;
  /** Of the merchant's taxes, which share one record. */
  readonly version: number;
}

/** A rate as a caller states it: by the one rate, or by components. */
export interface TypedRate {
  readonly rate?: string | null | undefined;
  readonly components?:
    | readonly { readonly name: string; readonly rate: string; readonly isCompound?: boolean | null | undefined }[]
    | null
    | undefined;
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
