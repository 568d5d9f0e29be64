export { bookReversal, REVERSAL_EXCEPTIONS } from "./booking.ts";
export { type Claim, claimedOffline, signedIn } from "./claim.ts";
export { refundFingerprint, refundOffline, refundSale } from "./commands.ts";
export {
  isRefund,
  isReversal,
  NO_REFUNDS,
  REVERSAL_KINDS,
  type RefundFact,
  type RefundGuard,
  type RefundInput,
  type RefundLine,
  type Reversal,
  voidIdOf,
} from "./model.ts";
export { goodsOrigins, sharesOf, uncountable } from "./origins.ts";
export {
  buyersOf,
  getRefund,
  type RefundState,
  refundedOf,
  refundGuardsOf,
  refundStatesOf,
  refundsOf,
  reversalsOf,
  reversalsWithSale,
} from "./queries.ts";
export { refundGuard } from "./records.ts";
export { buyerOf, type RefundedSums } from "./rules.ts";
