export { bookReversal, REVERSAL_EXCEPTIONS, refundKind } from "./booking.ts";
export { buyerOf } from "./buyer.ts";
export { type Claim, claimedOffline, signedIn } from "./claim.ts";
export { composeRefund, refundFingerprint, refundOffline, refundSale } from "./commands.ts";
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
export { stateOf } from "./outcome.ts";
export {
  buyersOf,
  getRefund,
  type RefundState,
  refundedOf,
  refundGuardsOf,
  refundStatesOf,
  refundsOf,
  reversalsAnywhere,
  reversalsOf,
  reversalsWithSale,
  unlinkedRefunds,
} from "./queries.ts";
export { refundGuard } from "./records.ts";
export { type RefundedSums, refundableOf } from "./rules.ts";
