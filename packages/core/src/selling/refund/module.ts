import type { Module, ModuleBooks } from "../../module.ts";
import { refundKind } from "./booking.ts";
import { refundGuard } from "./records.ts";

export const refundBooks = {
  kinds: [refundKind],
  guards: [refundGuard],
} satisfies ModuleBooks;

export const refundModule = {
  books: refundBooks,
  idPrefixes: { ref: "refund" },
  permissions: {
    "refund:create": { grantees: ["MANAGER", "OWNER"], description: "Refund a recorded sale." },
    "refund:unlinked": { grantees: ["MANAGER", "OWNER"], description: "Refund without a recorded sale." },
  },
  failureCodes: {
    UNKNOWN_SALE: "There is no such sale.",
    UNKNOWN_LINE: "The sale has no such line.",
    UNKNOWN_PAYMENT: "The sale has no such payment.",
    REFUND_EXCEEDS_SALE: "More than what is left to refund of a line.",
    REFUND_EXCEEDS_PAYMENT: "More than what is left to refund of a payment.",
    PAYMENT_NOT_CAPTURED: "The payment is not certain, or did not go through: nothing of it is given back.",
    REFUND_TO_OTHER_METHOD: "The merchant gives a payment back by its own method only.",
    REFUND_WITHOUT_CUSTOMER: "The merchant refunds without a sale only to a customer who is named.",
    REFUND_NOT_ALLOWED: "The operator has no right to this refund.",
    REFUND_ABOVE_LIMIT: "A refund without a sale is above the limit of the operator's role.",
  },
  exceptionCodes: {
    DRAWER_NEGATIVE: "More cash was given back than the location has by its books.",
    REFUND_ABOVE_PRICE: "A refund without a sale gave back more than the catalogue's price.",
    REFUND_ABOVE_LIMIT: "A refund without a sale was above the limit of the operator's role.",
    REFUND_TO_OTHER_METHOD: "A payment was given back by another method, which the merchant does not allow.",
    REFUND_WITHOUT_CUSTOMER: "A refund without a sale names no customer, which the merchant does not allow.",
    UNKNOWN_PAYMENT: "A refund names a payment that the sale does not have.",
    PAYMENT_NOT_CAPTURED: "A payment was given back that was not certain, or did not go through.",
    REFUND_EXCEEDS_SALE: "More was refunded than was sold.",
    REFUND_EXCEEDS_PAYMENT: "More was refunded than was paid.",
    REFUND_NOT_ALLOWED: "The operator had no right to this refund.",
  },
} as const satisfies Module;
