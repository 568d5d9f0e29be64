import type { Module } from "../../module.ts";
import { merchantMaster } from "./index.ts";

export const merchantModule = {
  masters: [merchantMaster],
  idPrefixes: { mer: "merchant" },
  permissions: {
    "merchant:write": {
      grantees: ["OWNER"],
      needs: ["ALL_LOCATIONS", "DASHBOARD"],
      description: "Change the merchant's settings.",
    },
  },
  failureCodes: {
    INVALID_LIMIT: "A limit of discounts or refunds is out of range.",
    INVALID_CURRENCY: "The currency is no active one of ISO 4217.",
    INVALID_CASH_STEP: "Cash is not rounded to a whole number of minor units of at least 1.",
  },
} as const satisfies Module;
