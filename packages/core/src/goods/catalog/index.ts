export { changePrice, createCategory, createProduct, type PriceChange } from "./commands.ts";
export type { Category, NewProduct, NewVariant, Product, Variant, VariantBy } from "./model.ts";
export { parsePrice } from "./model.ts";
export { findVariant, findVariants, type SkuRow, skusAfter, skusNamed } from "./queries.ts";
export { catalogMasters, readVariant, variantKey } from "./records.ts";
