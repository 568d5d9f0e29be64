import { findScanned, type Scanned, soldByCode } from "@pos/core/goods/scan/rules.ts";
import type { AddedGoods } from "../cart/cart.ts";
import type { CatalogIndex, Sellable } from "../catalog/catalog-index.ts";
import { digitsOf, type Settings } from "../settings.ts";

/** Goods that a code means, with what the code states of them. */
export interface ScannedGoods extends Sellable {
  readonly sold: AddedGoods;
}

type ScanSettings = Pick<Settings, "currency" | "scaleLayouts">;

export function layoutsOf(settings: ScanSettings | undefined): readonly string[] {
  return settings?.scaleLayouts ?? [];
}

/** What a catalogue has under a code, with what the code states of it. */
export function scannedIn(
  { byCode }: Pick<CatalogIndex, "byCode">,
  settings: ScanSettings | undefined,
  code: string,
): ScannedGoods | undefined {
  const scanned = findScanned(code, layoutsOf(settings), byCode);
  return scanned && { ...scanned.found, sold: soldOf(scanned, settings, code) };
}

/** The code stays with the line that it states something of. */
function soldOf({ found, reading }: Scanned<Sellable>, settings: ScanSettings | undefined, code: string): AddedGoods {
  if (settings === undefined) return {};
  const sold = found.pack === undefined ? soldByCode(reading, found.variant, digitsOf(settings)) : {};
  const isPlain = Object.keys(sold).length === 0 && reading.text === undefined;
  return isPlain ? {} : { ...sold, code: reading.text ?? code };
}
