import type { Module } from "../../module.ts";

export const priceListModule = {
  idPrefixes: { prl: "price list" },
  permissions: {
    "price-list:write": {
      grantees: ["MANAGER", "OWNER"],
      needs: ["ALL_LOCATIONS"],
      description: "Create and change price lists.",
    },
  },
  failureCodes: {
    INVALID_PRICE_LIST: "A field of a price list is missing or malformed.",
    UNKNOWN_PRICE_LIST: "There is no such price list.",
    TOO_MANY_PRICE_LISTS: "The merchant has as many price lists, or prices in them, as it may have.",
  },
} as const satisfies Module;
