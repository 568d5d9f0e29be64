import type { Module } from "../../module.ts";
import { endedPriceListsMaster } from "./records.ts";

export const priceListModule = {
  masters: [endedPriceListsMaster],
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
    PRICE_LIST_ENDED: "The price list ended some time ago and does not change any more.",
    TOO_MANY_PRICE_LISTS: "The merchant has as many price lists, or prices in them, as it may have.",
  },
} as const satisfies Module;
