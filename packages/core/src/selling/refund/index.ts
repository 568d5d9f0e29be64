export { bookRefund } from "./booking.ts";
export { refundSale } from "./commands.ts";
export type { RefundFact, RefundGuard, RefundInput, RefundLine } from "./model.ts";
export { getRefund, refundsOf } from "./queries.ts";
export { refundGuard } from "./records.ts";
