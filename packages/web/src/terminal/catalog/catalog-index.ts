import { comparedBarcode, sameWidth } from "@pos/core/base/gtin.ts";
import { soughtCode } from "@pos/core/base/text.ts";
import { isMeasured } from "@pos/core/base/unit.ts";
import { searchWords } from "@pos/core/base/words.ts";
import type { CartVariant, Department } from "../cart/cart.ts";
import type { KeptCategory, KeptPack, KeptProduct, KeptVariant } from "./records.ts";

/** A product with those of its variants that a list shows. */
export interface Tile {
  readonly product: KeptProduct;
  readonly variants: readonly KeptVariant[];
}

/** A variant, or a pack of it, with the product whose tax code it is sold by. */
export interface Sellable {
  readonly product: KeptProduct;
  readonly variant: KeptVariant;
  readonly pack?: KeptPack;
}

/** The catalogue in memory: what scans, searches and tiles are answered from. It never changes; a change makes another. */
export interface CatalogIndex {
  /** By name. */
  readonly tiles: readonly Tile[];
  /** Those with products, by name. */
  readonly categories: readonly KeptCategory[];
  /** Those in which goods are sold by amount, by name. */
  readonly departments: readonly Department[];
  /** Categories have colours that stay, so that fingers learn where things are: a hue in degrees. */
  readonly hueOf: (categoryId: string) => number | undefined;
  readonly ofCategory: (categoryId: string) => readonly Tile[];
  /** In the order of the ids, without those that are not sold. */
  readonly ofProducts: (productIds: readonly string[]) => readonly Tile[];
  /** What a line can sell instead of this, itself among it: the pieces, then the packs. Nothing of what is weighed, or has no pack. */
  readonly choicesOf: (sold: CartVariant) => readonly CartVariant[];
  /** Whose barcode or SKU it is, in whatever form it was scanned: a scanner never means something similar. */
  readonly byCode: (code: string) => Sellable | undefined;
  /** Variants with words that begin with each of the words, by name of their product. */
  readonly search: (text: string) => readonly Tile[];
}

export function createCatalogIndex(
  products: Iterable<KeptProduct>,
  categories: readonly KeptCategory[],
  locale: string,
): CatalogIndex {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const tiles = [...products]
    .filter(({ variants }) => variants.length > 0)
    .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map((product): Tile => ({ product, variants: product.variants }));
  const byId = new Map(tiles.map((tile) => [tile.product.id, tile]));
  const hues = huesOf(categories);
  const inOrder = [...categories].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const byCategory = new Map<string, Tile[]>();
  for (const tile of tiles) {
    const { categoryId } = tile.product;
    if (categoryId === undefined) continue;
    const before = byCategory.get(categoryId);
    if (before === undefined) byCategory.set(categoryId, [tile]);
    else before.push(tile);
  }
  return {
    tiles,
    categories: inOrder.filter(({ id }) => byCategory.has(id)),
    departments: inOrder.flatMap(({ id, name, departmentTaxCodeId: taxCodeId }) =>
      taxCodeId === undefined ? [] : [{ id, name, taxCodeId }],
    ),
    hueOf: (categoryId) => hues.get(categoryId),
    ofCategory: (categoryId) => byCategory.get(categoryId) ?? [],
    ofProducts: (productIds) => productIds.flatMap((id) => byId.get(id) ?? []),
    choicesOf: (sold) => choices(byId.get(sold.productId ?? ""), sold),
    byCode: codesWhenNeeded(tiles),
    search: (text) => found(tiles, searchWords(text)),
  };
}

/** By when they were created: a new category changes the colour of no other. Neighbours differ most. */
function huesOf(categories: readonly KeptCategory[]): ReadonlyMap<string, number> {
  const ids = categories.map(({ id }) => id).sort();
  return new Map(ids.map((id, index) => [id, Math.round(160 + index * GOLDEN_ANGLE) % 360]));
}

const GOLDEN_ANGLE = 137.5;

/** A text without words finds nothing. */
function found(tiles: readonly Tile[], words: readonly string[]): readonly Tile[] {
  const beginnings = words.map((word) => ` ${word}`);
  if (beginnings.length === 0) return [];
  return tiles.flatMap((tile) => {
    const variants = tile.variants.filter((variant) => beginnings.every((word) => variant.words.includes(word)));
    if (variants.length === 0) return [];
    return [variants.length === tile.variants.length ? tile : { ...tile, variants }];
  });
}

/** What a line of the cart takes of a variant. */
export function soldVariant({
  product: { id: productId, categoryId, taxCodeId },
  variant,
  pack,
}: Sellable): CartVariant {
  const { id, sku, title, unit } = variant;
  const { unitPrice } = pack ?? variant;
  const found = { productId, ...(categoryId === undefined ? {} : { categoryId }) };
  const counted = pack === undefined ? unit && { unit } : { pack: { name: pack.name, size: pack.size } };
  return { id, sku, name: title, unitPrice, taxCodeId, ...found, ...counted };
}

function choices(tile: Tile | undefined, { id }: CartVariant): CartVariant[] {
  const variant = tile?.variants.find((one) => one.id === id);
  if (tile === undefined || variant?.packs === undefined || isMeasured(variant.unit)) return [];
  const { product } = tile;
  return [{ product, variant }, ...variant.packs.map((pack) => ({ product, variant, pack }))].map(soldVariant);
}

/** The table of codes is made when it is first needed, or when there is time: tiles are shown before. */
function codesWhenNeeded(tiles: readonly Tile[]): (scanned: string) => Sellable | undefined {
  let codes: ReturnType<typeof codesOf> | undefined;
  return (scanned) => {
    codes ??= codesOf(tiles);
    return codes(scanned);
  };
}

/** Codes as they are written come before other forms of them, and barcodes before SKUs. The first product by name wins. */
function codesOf(tiles: readonly Tile[]): (scanned: string) => Sellable | undefined {
  const [written, compared, skus] = [
    new Map<string, Sellable>(),
    new Map<string, Sellable>(),
    new Map<string, Sellable>(),
  ];
  for (const { product, variants } of tiles) {
    for (const variant of variants) {
      const sold = { product, variant };
      for (const barcode of variant.barcodes) {
        keepFirst(written, barcode, sold);
        keepFirst(compared, comparedBarcode(barcode), sold);
      }
      for (const pack of variant.packs ?? []) {
        if (pack.barcode === undefined) continue;
        keepFirst(written, pack.barcode, { ...sold, pack });
        keepFirst(compared, comparedBarcode(pack.barcode), { ...sold, pack });
      }
      keepFirst(skus, soughtCode(variant.sku), sold);
    }
  }
  return (scanned) => {
    const code = soughtCode(scanned);
    return written.get(code) ?? compared.get(comparedBarcode(code)) ?? skus.get(code) ?? skus.get(sameWidth(code));
  };
}

function keepFirst(map: Map<string, Sellable>, code: string, sold: Sellable): void {
  if (!map.has(code)) map.set(code, sold);
}
