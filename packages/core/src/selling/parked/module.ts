import type { Module } from "../../module.ts";

export const parkedModule = {
  idPrefixes: { prk: "parked sale", rcl: "recall of a parked sale" },
  permissions: {
    "sale:park": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "Park a sale that is not paid yet, recall and discard parked sales.",
    },
  },
  failureCodes: {
    INVALID_LABEL: "The label of a parked sale is too long or has control characters.",
    UNKNOWN_PARKED_SALE: "There is no such parked sale at the location, or it has expired.",
    PARKED_SALE_TAKEN: "The parked sale was recalled or discarded before.",
  },
} as const satisfies Module;
