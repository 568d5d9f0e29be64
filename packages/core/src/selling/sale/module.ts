import type { Module, ModuleBooks } from "../../module.ts";
import { receiptsProjection, saleKind } from "./booking.ts";
import { quoteGuard } from "./quote-records.ts";

export const saleBooks = {
  kinds: [saleKind],
  projections: [receiptsProjection],
  guards: [quoteGuard],
} satisfies ModuleBooks;

export const saleModule = {
  books: saleBooks,
  events: ["sale"],
  idPrefixes: { sal: "sale" },
  accounts: {
    revenue: { type: "revenue", position: 90, description: "Sales less discounts, without tax." },
  },
  permissions: {
    "sale:create": { grantees: ["CASHIER", "MANAGER", "OWNER"], description: "Record sales." },
    "sale:read": { grantees: ["TERMINAL", "CASHIER", "MANAGER", "OWNER"], description: "Read sales and refunds." },
    "sale:override-price": {
      grantees: ["MANAGER", "OWNER"],
      description: "Sell at another price than the catalogue's.",
    },
    "sale:discount": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "Discount a sale or a line, up to the limit.",
    },
  },
  failureCodes: {
    INVALID_SEQUENCE: "The receipt number is below 1 or above 1,000,000,000.",
    INVALID_CUSTOMER: "The customer's id is malformed.",
    INVALID_OPERATOR: "The operator's id is malformed.",
    INVALID_DESCRIPTION: "The description of a line is missing or too long.",
    INVALID_VARIANT: "The id, SKU or barcode of a line's variant is malformed.",
    INVALID_DISCOUNT: "A discount is malformed, or there are too many.",
    INVALID_ADJUSTMENT: "An adjustment is malformed, or there are too many.",
    DISCOUNT_TOO_LARGE: "A discount is more than what is left to discount.",
    DISCOUNT_NOT_ALLOWED: "The discounts are beyond what the operator may give; the error states the limit.",
    TOTAL_MISMATCH: "The server's total is another; the error states it.",
    OUT_OF_STOCK: "The level shows less than is sold, and the merchant does not sell that.",
    PRICE_NOT_ALLOWED: "The price differs from the catalogue's, which the error states.",
    PROMOTION_NOT_AVAILABLE: "There is no such promotion, or none is taken here.",
    COUPON_NOT_AVAILABLE: "No coupons are taken here.",
    APPROVAL_NOT_AVAILABLE: "Approvals are not available yet.",
    AMOUNT_TOO_LARGE: "The sums of the location have no room for so large an amount.",
    UNKNOWN_QUOTE: "There is no such quote at the location.",
    QUOTE_EXPIRED: "The quote was valid until a day that is past.",
    QUOTE_CANCELLED: "The quote was cancelled.",
    QUOTE_SOLD: "The quote was sold before.",
    QUOTE_MISMATCH: "The sale has other lines or another customer than its quote.",
    QUARANTINE_FULL: "Too many conflicting copies of this sale are quarantined.",
  },
  exceptionCodes: {
    UNKNOWN_VARIANT: "A variant was sold that is unknown.",
    UNKNOWN_OPERATOR: "A sale names an operator who is unknown.",
    DISCOUNT_TOO_LARGE: "A discount is more than what is left to discount.",
    DISCOUNT_NOT_ALLOWED: "The discounts are beyond what the operator may give.",
    PROMOTION_NOT_AVAILABLE: "A sale names a promotion that cannot be checked.",
    COUPON_NOT_AVAILABLE: "A sale names a coupon that cannot be checked.",
    APPROVAL_NOT_AVAILABLE: "A sale names an approval that cannot be checked.",
    TOTAL_MISMATCH: "The terminal expected another total.",
    UNKNOWN_QUOTE: "A sale names a quote that is unknown.",
    QUOTE_EXPIRED: "A quote was sold after its last day.",
    QUOTE_CANCELLED: "A quote was sold that was cancelled.",
    QUOTE_SOLD: "A quote was sold twice.",
    QUOTE_MISMATCH: "A sale has other lines or another customer than the quote that it names.",
    PRICE_OVERRIDDEN: "An article was sold at a price that was not the catalogue's, without the right.",
    TIME_BEFORE_PREVIOUS: "It has an earlier time than the receipt before it.",
    PRICE_ASSUMED: "A line came without a price; one was assumed.",
    CLOCK_SKEW: "The terminal's clock is ahead.",
    LATE: "It was recorded late.",
    SEQUENCE_GAP: "Receipt numbers are missing.",
    SEQUENCE_JUMP: "A receipt number is far ahead of the one before; the terminal does not count on from it.",
    SEQUENCE_REUSED: "A receipt number was used twice.",
    ID_CONFLICT: "Another copy with the same id is quarantined.",
  },
} as const satisfies Module;
