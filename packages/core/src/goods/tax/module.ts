import type { Module } from "../../module.ts";
import { taxesMaster } from "./index.ts";

export const taxModule = {
  masters: [taxesMaster],
  idPrefixes: { tax: "tax code" },
  permissions: {
    "tax:write": {
      grantees: ["OWNER"],
      needs: ["ALL_LOCATIONS", "DASHBOARD"],
      description: "Change how tax is computed, and the names of tax codes.",
    },
  },
  accounts: { taxPayable: { type: "liability", position: 70, description: "Tax that the merchant owes." } },
  failureCodes: {
    UNKNOWN_TAX_CODE: "There is no such tax code.",
    INVALID_TAX_CODE: "The tax code is malformed.",
    INVALID_RATE: "The rate is malformed or out of range.",
    INVALID_DAY: "The day is past, or none of the calendar.",
    TAX_CODE_DISCONTINUED: "The tax code is discontinued.",
    TAX_CODE_IS_DEFAULT: "The tax code is the one that new products get.",
    TOO_MANY_TAX_CODES: "The merchant has as many tax codes as it may have.",
  },
  exceptionCodes: { UNKNOWN_TAX_CODE: "An open line names a tax code that is unknown." },
} as const satisfies Module;
