import type { Module } from "../../module.ts";
import { merchantMaster, receiptSettingsMaster } from "./index.ts";

export const merchantModule = {
  masters: [merchantMaster, receiptSettingsMaster],
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
    INVALID_COUNTRY: "The country is none of ISO 3166.",
    INVALID_ADDRESS: "The address is too long or has characters that cannot be printed.",
    INVALID_TAX_NUMBER: "The tax number is too long or has characters that cannot be printed.",
    INVALID_HEADER: "The first lines of receipts are too long.",
    INVALID_FOOTER: "The text at the end of receipts is too long or has characters that cannot be printed.",
    INVALID_LOGO: "The picture is too large, or no PNG, JPEG or WebP.",
    INVALID_TIP: "A tip is below zero, or a percentage of it out of range.",
    INVALID_CASH_BACK: "A limit of cash back is out of range.",
    INVALID_SCALE_LAYOUT: "A layout of scale codes is malformed, or like another.",
    INVALID_CASH_STEP: "Cash is not rounded to a whole number of minor units of at least 1.",
  },
} as const satisfies Module;
