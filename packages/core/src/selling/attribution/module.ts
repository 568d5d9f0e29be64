import type { Module, ModuleBooks } from "../../module.ts";
import { attributionKind, attributionProjection } from "./booking.ts";

export const attributionBooks = {
  kinds: [attributionKind],
  projections: [attributionProjection],
} satisfies ModuleBooks;

export const attributionModule = {
  books: attributionBooks,
  idPrefixes: { att: "change of a sale's customer" },
  permissions: {
    "sale:attribute": {
      grantees: ["MANAGER", "OWNER"],
      description: "Put a recorded sale on a customer, or take it off one.",
    },
  },
  failureCodes: {
    CUSTOMER_UNCHANGED: "The sale is that customer's already.",
    CUSTOMER_CHANGES_EXHAUSTED: "The customer of the sale was changed too often.",
  },
} as const satisfies Module;
