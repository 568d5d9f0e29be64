import type { Variant } from "../../goods/catalog/model.ts";
import { type Pack, packSizeOf, priceOfUnits } from "../../goods/catalog/packs.ts";
import type { Findings } from "./findings.ts";
import type { LineInput } from "./model.ts";

/** The pack that a line sells. One that the catalogue no longer has was sold all the same, and moves as many units. */
export function packOf(
  line: LineInput,
  variant: Variant | undefined,
  path: readonly string[],
  found: Findings,
): Pack | undefined {
  const size = packSizeOf(line, variant?.packs);
  if (size === undefined) return undefined;
  const pack = variant?.packs?.find((one) => one.size === size);
  if (pack) return pack;
  if (variant) {
    const message = `${variant.sku} has no pack of ${size}.`;
    const details = { sku: { text: variant.sku }, size: { text: String(size) } };
    found.object("UNKNOWN_PACK", message, [...path, "packSize"], { details });
  }
  return { name: "Pack", size, unitPrice: priceOfUnits(variant ?? { unitPrice: "0" }, size) };
}
