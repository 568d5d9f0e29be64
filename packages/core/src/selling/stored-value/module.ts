import type { Module, ModuleBooks } from "../../module.ts";
import { valueAdjustmentKind, valueProjection } from "./booking.ts";
import { cardKeyMaster, valueGuard } from "./records.ts";

export const storedValueBooks = {
  kinds: [valueAdjustmentKind],
  projections: [valueProjection],
  guards: [valueGuard],
} satisfies ModuleBooks;

export const storedValueModule = {
  books: storedValueBooks,
  masters: [cardKeyMaster],
  idPrefixes: {
    acc: "account of what a customer owes",
    dep: "account of deposits on a quote",
    gft: "gift card",
    vad: "adjustment of stored value",
  },
  accounts: {
    giftCards: { type: "liability", position: 72, description: "What gift cards hold." },
    storeCredit: { type: "liability", position: 74, description: "What customers have as store credit." },
    receivables: { type: "asset", position: 76, description: "What customers owe who bought on account." },
    customerDeposits: {
      type: "liability",
      position: 78,
      description: "What customers paid for goods that they have not collected yet.",
    },
    valueAdjustments: {
      type: "expense",
      position: 135,
      description: "Balances of gift cards and store credit that were changed by hand.",
    },
  },
  permissions: {
    "gift-card:check": {
      grantees: ["CASHIER", "MANAGER", "OWNER"],
      description: "See what a gift card or a customer's store credit holds.",
    },
    "gift-card:read": {
      grantees: ["MANAGER", "OWNER"],
      description: "List gift cards, and read the history of gift cards and store credit.",
    },
    "gift-card:adjust": {
      grantees: ["MANAGER", "OWNER"],
      description: "Change what a gift card or a store credit holds by hand, block and release cards.",
    },
  },
  failureCodes: {
    INVALID_GIFT_CARD: "The line that sells a gift card is malformed, or its code has a mistake.",
    UNKNOWN_GIFT_CARD: "There is no such gift card.",
    GIFT_CARD_BLOCKED: "The gift card is blocked.",
    BALANCE_TOO_LOW: "The gift card, the store credit or the deposit holds less.",
    CREDIT_LIMIT_EXCEEDED: "The customer would owe more than allowed.",
    DEPOSIT_TOO_LARGE: "The deposits would come to more than the quote.",
  },
  exceptionCodes: {
    UNKNOWN_GIFT_CARD: "A gift card was used that is unknown.",
    GIFT_CARD_BLOCKED: "A gift card was used that is blocked.",
    BALANCE_TOO_LOW: "More was taken from a gift card, a store credit or a deposit than it held.",
    CREDIT_LIMIT_EXCEEDED: "A customer owes more than allowed.",
    DEPOSIT_TOO_LARGE: "The deposits come to more than the quote.",
  },
} as const satisfies Module;
