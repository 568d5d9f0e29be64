import type { CatalogIndex, Tile } from "../catalog/catalog-index.ts";
import type { KeptProduct, KeptVariant } from "../catalog/records.ts";

/** Which goods are shown while nothing is searched for. */
export type View = "favourites" | "all" | { readonly categoryId: string };

/** A tile: one variant to add, or a product to choose a variant of. */
export interface Shown {
  readonly key: string;
  readonly product: KeptProduct;
  readonly variants: readonly KeptVariant[];
  readonly name: string;
}

export interface Choice {
  readonly view: View;
  readonly favourites: readonly string[];
  /** Found by it; empty: not searched. */
  readonly search: string;
  /** The product that a variant is being chosen of. */
  readonly opened: Tile | undefined;
}

export function shownGoods(index: CatalogIndex, { view, favourites, search, opened }: Choice): readonly Shown[] {
  if (opened !== undefined)
    return opened.variants.map((variant) => ({
      ...{ key: variant.id, product: opened.product, variants: [variant], name: variant.name },
    }));
  if (search !== "") return index.search(search).map(shownTile);
  if (view === "favourites") return index.ofProducts(favourites).map(shownTile);
  return (view === "all" ? index.tiles : index.ofCategory(view.categoryId)).map(shownTile);
}

function shownTile({ product, variants }: Tile): Shown {
  const [only] = variants;
  const name = variants.length === 1 && product.variants.length > 1 && only ? only.title : product.name;
  return { key: product.id, product, variants, name };
}
