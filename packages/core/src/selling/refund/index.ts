export { refundKind } from "./booking.ts";
export { refundFingerprint, refundOffline, refundSale } from "./commands.ts";
export { isRefund, type RefundFact, type RefundGuard, type RefundInput, type RefundLine } from "./model.ts";
export {
  buyersOf,
  getRefund,
  type RefundState,
  refundedOf,
  refundGuardsOf,
  refundStatesOf,
  refundsOf,
  refundsWithSale,
} from "./queries.ts";
export { refundGuard } from "./records.ts";
export { buyerOf, type RefundedSums } from "./rules.ts";
