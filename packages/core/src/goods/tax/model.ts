import type { RoundingMode } from "../../base/money.ts";

/** A rate by name ("Standard 20 %"). One rate a code. */
export interface TaxCode {
  readonly id: string;
  readonly name: string;
  /** Per cent, a canonical decimal with up to six places. */
  readonly rate: string;
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

/** All that is needed to tax a sale, in one record: a merchant has a handful of codes. */
export interface Taxes {
  readonly regime: TaxRegime;
  readonly defaultCodeId: string;
  readonly codes: { readonly [id: string]: TaxCode };
}
