import type { Module, ModuleBooks } from "../../module.ts";
import { drawerProjection } from "./booking.ts";

export const paymentBooks = {
  projections: [drawerProjection],
} satisfies ModuleBooks;

export const paymentModule = {
  books: paymentBooks,
  idPrefixes: { pay: "payment" },
  accounts: {
    /** Notes and coins in the drawers; the entry's terminal identifies the drawer. */
    cash: { type: "asset", position: 10 },
    /** Paid by card, not yet paid out by the acquirer. */
    card: { type: "asset", position: 20 },
    /** Paid by QR code (wallets), not yet paid out. */
    qrCode: { type: "asset", position: 30 },
    /** Paid by a method that the merchant settles elsewhere. */
    otherPayments: { type: "asset", position: 40 },
    /** Paid by a method that the system cannot yet prove: a manager has to clear it. */
    suspense: { type: "asset", position: 50 },
    /** Gained or lost by rounding cash payments. */
    cashRounding: { type: "revenue", position: 100 },
    /** Payments that do not sum to what was due: over (credit) or short (debit). */
    salesDifference: { type: "revenue", position: 110 },
  },
  permissions: { "payment:reference": ["MANAGER", "OWNER"] },
  failureCodes: {
    INVALID_PAYMENT: "A payment is malformed, or there are too many.",
    METHOD_NOT_AVAILABLE: "The payment method cannot be used.",
    PAYMENT_MISMATCH: "The payments do not sum to the total.",
    UNKNOWN_PAYMENT_METHOD: "There is no such payment method.",
    TENDERED_NOT_ALLOWED: "Something was tendered by a method that gives no change.",
  },
  exceptionCodes: {
    UNKNOWN_PAYMENT_METHOD: "A payment names a method that the merchant does not have.",
    METHOD_NOT_AVAILABLE: "A payment method was used that is not available.",
    PAYMENT_MISMATCH: "The payments do not sum to the total.",
    TENDERED_NOT_ALLOWED: "Something was tendered by a method that gives no change.",
  },
} as const satisfies Module;
