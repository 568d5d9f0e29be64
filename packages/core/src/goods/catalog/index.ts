export {
  addVariant,
  changePrice,
  createCategory,
  createProduct,
  patchProduct,
  patchVariant,
  updateProduct,
  updateVariant,
} from "./commands.ts";
export type {
  Product,
  Variant,
  VariantBy,
} from "./model.ts";
export { highestPrice, parsePrice } from "./model.ts";
export {
  categoriesAfter,
  findCategories,
  findProduct,
  findProducts,
  findVariant,
  findVariants,
  listCategories,
  listProducts,
  reorderedVariants,
  type SkuRow,
  skusAfter,
  skusFound,
  skusNamed,
} from "./queries.ts";
export { renewProducts, renewVariants } from "./renew.ts";
