import { fromScaled } from "../../base/decimal.ts";
import { comparedBarcode } from "../../base/gtin.ts";
import { PRICE_PLACES } from "../../base/money.ts";
import { cleanCode, cleanName, nameProblem, storedNameProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";
import { type Priced, parsePrice, UNIT_PRICE_MAX, withPriceKept } from "./prices.ts";

/** So many of a variant's unit, sold as one at a price of its own: a case of 24. */
export type Pack = Priced & {
  readonly name: string;
  /** How many of the unit are in it: by it a line names its pack, so a variant has one pack of a size. */
  readonly size: number;
  readonly barcode?: string;
};

export type NewPack = Omit<Pack, "formerPrices">;

/** The pack of a line that was sold. */
export type SoldPack = Pick<Pack, "name" | "size">;

/** What a line moves and what figures count: its quantity, in units of the variant. */
export function inUnits(quantity: number, pack: Pick<SoldPack, "size"> | undefined): number {
  return pack === undefined ? quantity : quantity * pack.size;
}

const PACKS_MAX = 10;
const PACK_SIZE_MAX = 9_999;
/** Receipts show it beside the quantity. */
export const PACK_NAME_CHARACTERS_MAX = 40;

export function cleanPack({ name, size, barcode, unitPrice }: NewPack): NewPack {
  const code = barcode === undefined ? "" : cleanCode(barcode);
  return { name: cleanName(name), size, unitPrice, ...(code === "" ? {} : { barcode: code }) };
}

/** What a variant is scanned by: its own barcodes, then those of its packs, each with the field that states it. */
export function codesOf({
  barcodes = [],
  packs = [],
}: {
  readonly barcodes?: readonly string[];
  readonly packs?: readonly NewPack[];
}): { readonly code: string; readonly field: readonly string[] }[] {
  return [
    ...barcodes.map((code) => ({ code, field: ["barcodes"] })),
    ...packs.flatMap(({ barcode }, index) =>
      barcode === undefined ? [] : [{ code: barcode, field: ["packs", String(index), "barcode"] }],
    ),
  ];
}

export function isPackSize(size: number): boolean {
  return Number.isInteger(size) && size >= 2 && size <= PACK_SIZE_MAX;
}

export const PACK_SIZE_RULE = `The size of a pack is 2 to ${PACK_SIZE_MAX}.`;

export function checkPacks(
  packs: readonly NewPack[],
  add: (code: FailureCode, message: string, ...path: string[]) => void,
  at: readonly string[],
): void {
  if (packs.length > PACKS_MAX) add("INVALID_PACK", `A variant has at most ${PACKS_MAX} packs.`, ...at, "packs");
  const sizes = new Set<number>();
  for (const [index, { name, size, unitPrice }] of packs.slice(0, PACKS_MAX).entries()) {
    const path = [...at, "packs", String(index)];
    const unnamed = nameProblem(name, PACK_NAME_CHARACTERS_MAX) ?? storedNameProblem(name);
    if (unnamed) add("INVALID_NAME", `The name ${unnamed}.`, ...path, "name");
    if (!isPackSize(size)) add("INVALID_PACK", PACK_SIZE_RULE, ...path, "size");
    if (sizes.has(size)) add("INVALID_PACK", "Two packs have this size.", ...path, "size");
    sizes.add(size);
    if (parsePrice(unitPrice) === undefined)
      add("INVALID_PRICE", "A price is at least 0, with up to six places.", ...path, "unitPrice");
  }
}

/** Packs after a change: each keeps the prices that the pack of its size had. */
export function withPackPrices(before: readonly Pack[] = [], after: readonly NewPack[], now: string): Pack[] {
  return after.map((pack) => {
    const known = before.find(({ size }) => size === pack.size);
    if (known === undefined) return pack;
    const { formerPrices } = known;
    return withPriceKept(known, { ...pack, ...(formerPrices === undefined ? {} : { formerPrices }) }, now);
  });
}

/** How a line names a pack: by its size, or by the barcode that was scanned. */
interface PackNamed {
  readonly packSize?: number;
  readonly variant?: { readonly barcode?: string };
}

/** How many of its variant's unit one of a line is. Undefined: it is sold by the unit. */
export function packSizeOf({ packSize, variant: by }: PackNamed, packs: readonly Pack[] = []): number | undefined {
  if (packSize !== undefined || packs.length === 0 || by?.barcode === undefined) return packSize;
  return packByCode(packs, by.barcode)?.size;
}

/** The pack with a barcode, in whichever of its forms it is written. */
export function packByCode<P extends Pick<Pack, "barcode">>(packs: readonly P[], code: string): P | undefined {
  const compared = comparedBarcode(code);
  return packs.find(({ barcode }) => barcode !== undefined && comparedBarcode(barcode) === compared);
}

/** The price of a pack that the catalogue no longer has: of as many units. */
export function priceOfUnits({ unitPrice }: Priced, size: number): string {
  return fromScaled(Math.min(UNIT_PRICE_MAX, (parsePrice(unitPrice) ?? 0) * size), PRICE_PLACES);
}
