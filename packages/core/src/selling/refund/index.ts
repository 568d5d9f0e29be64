export { refundKind } from "./booking.ts";
export { refundOffline, refundRequestHash, refundSale } from "./commands.ts";
export { isRefund, type RefundFact, type RefundGuard, type RefundInput, type RefundLine } from "./model.ts";
export { getRefund, refundedOf, refundsOf } from "./queries.ts";
export { refundGuard } from "./records.ts";
export type { RefundedSums } from "./rules.ts";
