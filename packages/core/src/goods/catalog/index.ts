export { createCategory, updateCategory } from "./category-commands.ts";
export { catalogChanges, catalogVersion, productsPage } from "./changes.ts";
export { addVariant, createProduct, patchProduct, updateProduct } from "./commands.ts";
export type {
  Category,
  Departments,
  Product,
  Variant,
  VariantBy,
} from "./model.ts";
export { discontinuedSince, highestPrice, parsePrice } from "./model.ts";
export { inUnits, type Pack, packByCode, packSizeOf } from "./packs.ts";
export {
  categoriesAfter,
  categoriesByName,
  countProducts,
  findCategories,
  findDepartments,
  findProduct,
  findProducts,
  findVariant,
  findVariants,
  listCategories,
  listProducts,
  type ProductFilter,
  reorderedVariants,
  type SkuRow,
  similarVariants,
  skusAfter,
  skusFound,
  skusNamed,
} from "./queries.ts";
export { renewProducts, renewVariants } from "./renew.ts";
export { changePrice, patchVariant, updateVariant } from "./variant-commands.ts";
