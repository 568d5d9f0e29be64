import type { Module } from "../../module.ts";
import { quotesMaster } from "../sale/index.ts";

export const quoteModule = {
  masters: [quotesMaster],
  idPrefixes: { quo: "quote" },
  permissions: {
    "sale:quote": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "Quote a cart at its prices until a day, list and cancel quotes.",
    },
  },
  failureCodes: { QUOTE_HAS_DEPOSIT: "Something is deposited on the quote, and has to be given back first." },
} as const satisfies Module;
