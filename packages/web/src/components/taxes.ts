import type { TaxCode, TaxComponent, Taxes } from "@pos/core/goods/tax/model.ts";

/** How tax is computed, as it was sent. */
export interface SentTaxes extends Readonly<Pick<Taxes["regime"], "pricesIncludeTax" | "level" | "mode">> {
  readonly defaultCodeId: string;
  readonly taxCodes: readonly SentTaxCode[];
}

/** A tax code as it was sent. */
export interface SentTaxCode {
  readonly id: string;
  readonly name: string;
  /** When it was sent. */
  readonly rate: string;
  /** Absent: stored by an earlier version. */
  readonly rates?: readonly {
    readonly from: string | null;
    readonly rate: string;
    readonly components: readonly { readonly name: string; readonly rate: string; readonly isCompound: boolean }[];
  }[];
}

export function taxesFrom({ pricesIncludeTax, level, mode, defaultCodeId, taxCodes }: SentTaxes): Taxes {
  return {
    regime: { pricesIncludeTax, level, mode },
    defaultCodeId,
    codes: Object.fromEntries(taxCodes.map((code) => [code.id, taxCodeOf(code)])),
  };
}

const codes = new WeakMap<SentTaxCode, TaxCode>();

/** As the server keeps it, made once for each that came: a single component is the code itself. */
function taxCodeOf(sent: SentTaxCode): TaxCode {
  const known = codes.get(sent);
  if (known !== undefined) return known;
  const { id, name, rate, rates = [] } = sent;
  const [first = { rate }, ...changes] = rates.map(({ from, rate: own, components }) => ({
    ...(from === null ? {} : { from }),
    rate: own,
    ...(components.length > 1 ? { components: components.map(componentOf) } : {}),
  }));
  const later = changes.map((change) => ({ from: "", ...change }));
  const code: TaxCode = { id, name, ...first, ...(later.length === 0 ? {} : { changes: later }) };
  codes.set(sent, code);
  return code;
}

function componentOf({ isCompound, ...one }: { name: string; rate: string; isCompound: boolean }): TaxComponent {
  return { ...one, ...(isCompound ? { isCompound } : {}) };
}
