import type { Module, ModuleBooks } from "../../module.ts";
import { drawerProjection } from "./booking.ts";

export const paymentBooks = {
  projections: [drawerProjection],
} satisfies ModuleBooks;

export const paymentModule = {
  books: paymentBooks,
  idPrefixes: { pay: "payment", pym: "paymentMethod" },
  accounts: {
    cash: {
      type: "asset",
      position: 10,
      description: "Notes and coins in the drawers; the entry's terminal identifies the drawer.",
    },
    card: { type: "asset", position: 20, description: "Paid by card, not yet paid out by the acquirer." },
    qrCode: { type: "asset", position: 30, description: "Paid by QR code (wallets), not yet paid out." },
    otherPayments: {
      type: "asset",
      position: 40,
      description: "Paid by a method that the merchant settles elsewhere.",
    },
    suspense: {
      type: "asset",
      position: 50,
      description: "Paid by a method that the system cannot yet prove: a manager has to clear it.",
    },
    exchangeClearing: {
      type: "asset",
      position: 165,
      description: "What the goods of an exchange that came back pay of those that went out: zero after each exchange.",
    },
    tipsPayable: {
      type: "liability",
      position: 85,
      description: "Tips that customers gave and the staff has not been paid yet.",
    },
    cashRounding: { type: "revenue", position: 100, description: "Gained or lost by rounding cash payments." },
    salesDifference: {
      type: "revenue",
      position: 110,
      description: "Payments that do not sum to what was due: over (credit) or short (debit).",
    },
  },
  permissions: {
    "payment:reference": { grantees: ["MANAGER", "OWNER"], description: "Read the references of payments." },
  },
  failureCodes: {
    TOO_MANY_PAYMENT_METHODS: "The merchant has as many payment methods of its own as there may be.",
    CASH_BACK_TOO_LARGE: "More cash would be handed out with a payment than the merchant allows.",
    INVALID_PAYMENT: "A payment is malformed, or there are too many.",
    METHOD_NOT_AVAILABLE: "The payment method cannot be used.",
    PAYMENT_MISMATCH: "The payments do not sum to the total.",
    UNKNOWN_PAYMENT_METHOD: "There is no such payment method.",
    TENDERED_NOT_ALLOWED: "Something was tendered by a method that gives no change.",
  },
  exceptionCodes: {
    CASH_BACK_TOO_LARGE: "More cash was handed out with a payment than the merchant allows.",
    UNKNOWN_PAYMENT_METHOD: "A payment names a method that the merchant does not have.",
    METHOD_NOT_AVAILABLE: "A payment method was used that is not available.",
    PAYMENT_MISMATCH: "The payments do not sum to the total.",
    PAYMENT_UNCERTAIN: "Whether all of a sale was paid is not certain.",
    TENDERED_NOT_ALLOWED: "Something was tendered by a method that gives no change.",
  },
} as const satisfies Module;
