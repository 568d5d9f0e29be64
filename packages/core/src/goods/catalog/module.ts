import type { Module } from "../../module.ts";
import { catalogMasters } from "./records.ts";

export const catalogModule = {
  masters: catalogMasters,
  idPrefixes: { cat: "category", prd: "product", var: "variant" },
  permissions: {
    "catalog:write": {
      grantees: ["MANAGER", "OWNER"],
      needs: ["ALL_LOCATIONS"],
      description: "Create and change products, categories and tax codes.",
    },
    "cost:read": { grantees: ["MANAGER", "OWNER"], description: "Read what goods cost, and margins." },
  },
  failureCodes: {
    UNKNOWN_CATEGORY: "There is no such category.",
    UNKNOWN_PRODUCT: "There is no such product.",
    UNKNOWN_VARIANT: "There is no such variant.",
    INVALID_VARIANTS: "A product has no variants or too many.",
    INVALID_SKU: "The SKU is missing or malformed.",
    INVALID_BARCODE: "A barcode is malformed, or there are too many.",
    INVALID_PACK: "A pack of a variant is malformed, or there are too many.",
    INVALID_PRICE: "The price is malformed or out of range.",
    INVALID_TARE: "The tare is malformed or out of range.",
    INVALID_COST: "The cost is malformed or out of range.",
    SKU_TAKEN: "Another variant has this SKU.",
    BARCODE_TAKEN: "Another variant has this barcode.",
    VARIANT_DISCONTINUED: "The variant is no longer sold.",
  },
  exceptionCodes: {
    VARIANT_DISCONTINUED: "A variant was sold that is discontinued.",
    SKU_TAKEN: "Two variants have one SKU, apart from white space.",
    BARCODE_TAKEN: "Two variants have one barcode, in two forms.",
  },
} as const satisfies Module;
