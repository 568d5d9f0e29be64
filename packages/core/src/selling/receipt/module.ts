import type { Module } from "../../module.ts";
import { paperMaster } from "./records.ts";

export const receiptModule = {
  masters: [paperMaster],
  idPrefixes: { rcp: "copy of a receipt" },
  permissions: {
    "receipt:renew-link": {
      grantees: ["MANAGER", "OWNER"],
      description: "End the links to an e-receipt that were given out.",
    },
  },
  failureCodes: {
    UNKNOWN_DOCUMENT: "There is no such sale or refund.",
  },
} as const satisfies Module;
