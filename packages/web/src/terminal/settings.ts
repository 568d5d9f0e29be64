import { minorDigits } from "@pos/core/base/money.ts";
import type { Taxes } from "@pos/core/goods/tax/model.ts";

/** The settings that a terminal receives from the server. */
export interface Settings {
  readonly terminal: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly location: { readonly id: string; readonly name: string; readonly timeZone: string };
  };
  readonly merchantName: string;
  readonly currency: string;
  readonly cashStep: number;
  readonly pricesIncludeTax: boolean;
  readonly taxLevel: Taxes["regime"]["level"];
  readonly taxRounding: Taxes["regime"]["mode"];
  readonly defaultTaxCodeId: string;
  readonly taxCodes: readonly { readonly id: string; readonly name: string; readonly rate: string }[];
  readonly lastSequence: number;
}

export function taxesOf(settings: Settings): Taxes {
  const { pricesIncludeTax, taxLevel: level, taxRounding: mode, defaultTaxCodeId, taxCodes } = settings;
  return {
    regime: { pricesIncludeTax, level, mode },
    defaultCodeId: defaultTaxCodeId,
    codes: Object.fromEntries(taxCodes.map(({ id, name, rate }) => [id, { id, name, rate }])),
  };
}

export function digitsOf({ currency }: Pick<Settings, "currency">): number {
  return minorDigits(currency);
}
