export { refundKind } from "./booking.ts";
export { refundFingerprint, refundOffline, refundSale } from "./commands.ts";
export { isRefund, type RefundFact, type RefundInput, type RefundLine } from "./model.ts";
export { getRefund, refundedOf, refundsOf } from "./queries.ts";
export { refundGuard } from "./records.ts";
export type { RefundedSums } from "./rules.ts";
