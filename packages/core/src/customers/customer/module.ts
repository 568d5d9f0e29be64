import type { Module, ModuleBooks } from "../../module.ts";
import { customerProjection } from "./booking.ts";
import { customerMaster } from "./records.ts";

export const customerBooks = {
  projections: [customerProjection],
} satisfies ModuleBooks;

export const customerModule = {
  books: customerBooks,
  masters: [customerMaster],
  idPrefixes: { cus: "customer" },
  permissions: {
    "customer:read": { grantees: ["MANAGER", "OWNER"], description: "Read customers and what they bought." },
    "customer:write": { grantees: ["MANAGER", "OWNER"], description: "Create and change customers." },
    "customer:serve": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "Find and create customers at the counter: names, and how to tell two of one name apart.",
    },
    "customer:credit": { grantees: ["MANAGER", "OWNER"], description: "Set how much a customer may owe." },
    "customer:erase": {
      grantees: ["OWNER"],
      needs: ["ALL_LOCATIONS", "DASHBOARD"],
      description: "Erase a customer's personal data.",
    },
  },
  failureCodes: {
    TAX_EXEMPTION_INVALID: "A tax exemption needs the number of its certificate.",
    UNKNOWN_CUSTOMER: "There is no such customer, or the person was erased.",
  },
  exceptionCodes: { UNKNOWN_CUSTOMER: "A sale names a customer who is unknown." },
} as const satisfies Module;
