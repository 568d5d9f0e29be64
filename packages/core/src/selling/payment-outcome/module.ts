import type { Module, ModuleBooks } from "../../module.ts";
import { paymentOutcomeKind, uncertainProjection } from "./booking.ts";

export const paymentOutcomeBooks = {
  kinds: [paymentOutcomeKind],
  projections: [uncertainProjection],
} satisfies ModuleBooks;

export const paymentOutcomeModule = {
  books: paymentOutcomeBooks,
  idPrefixes: { pyo: "outcome of a payment" },
  permissions: {
    "payment:confirm": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "Record that an uncertain payment went through.",
    },
    "payment:void": {
      grantees: ["MANAGER", "OWNER"],
      description: "Record that an uncertain payment did not go through: the sale was not paid.",
    },
  },
  failureCodes: { PAYMENT_OUTCOME_KNOWN: "What became of the payment was known before." },
  exceptionCodes: { PAYMENT_OUTCOME_KNOWN: "What became of a payment was recorded twice; the first counts." },
} as const satisfies Module;
