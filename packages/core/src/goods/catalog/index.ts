export {
  addVariant,
  changePrice,
  createCategory,
  createProduct,
  type PriceChange,
  patchProduct,
  patchVariant,
  updateProduct,
  updateVariant,
} from "./commands.ts";
export type {
  Category,
  NewProduct,
  NewVariant,
  Product,
  ProductChange,
  Variant,
  VariantBy,
  VariantChange,
} from "./model.ts";
export { parsePrice } from "./model.ts";
export {
  categoriesAfter,
  findCategories,
  findProduct,
  findProducts,
  findVariant,
  findVariants,
  listCategories,
  listProducts,
  type ProductRow,
  reorderedVariants,
  type SkuRow,
  skusAfter,
  skusFound,
  skusNamed,
} from "./queries.ts";
export { catalogMasters, readVariant, variantKey } from "./records.ts";
