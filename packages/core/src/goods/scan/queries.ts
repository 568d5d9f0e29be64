import type { Context } from "../../people/access/index.ts";
import { findVariants, type Pack, packByCode, type Variant } from "../catalog/index.ts";
import { findScanned, readingsOf, type SoldByCode, soldByCode } from "./rules.ts";

/** An article with what its code states. */
type ScannedArticle = SoldByCode & { readonly variant: Variant; readonly pack?: Pack };

/** What a scanned code means: an article of this code, else one whose weight or price a scale printed. */
export async function scannedArticle(
  { table, caller }: Context,
  code: string,
  { scaleLayouts, digits }: { readonly scaleLayouts: readonly string[]; readonly digits: number },
): Promise<ScannedArticle | undefined> {
  const codes = readingsOf(code, scaleLayouts).flatMap((reading) => reading.codes);
  const bys = codes.flatMap((each) => [{ barcode: each }, { sku: each }]);
  const found = await findVariants(table, caller.merchantId, bys);
  const byCode = new Map(codes.map((each, index) => [each, found[2 * index] ?? found[2 * index + 1]]));
  const scanned = findScanned(code, scaleLayouts, (each) => byCode.get(each));
  if (scanned === undefined) return undefined;
  const { found: variant, reading, code: read } = scanned;
  const pack = packByCode(variant.packs ?? [], read);
  return { variant, ...(pack === undefined ? soldByCode(reading, variant, digits) : { pack }) };
}
