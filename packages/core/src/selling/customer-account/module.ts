import type { Module, ModuleBooks } from "../../module.ts";
import { customerPaymentKind } from "./booking.ts";

export const customerAccountBooks = {
  kinds: [customerPaymentKind],
} satisfies ModuleBooks;

export const customerAccountModule = {
  books: customerAccountBooks,
  idPrefixes: { cpy: "payment of a customer for what is owed" },
  permissions: {
    "customer-payment:create": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "Take what a customer pays for what was bought on account.",
    },
  },
} as const satisfies Module;
