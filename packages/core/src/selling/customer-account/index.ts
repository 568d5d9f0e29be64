export { customerPaymentKind } from "./booking.ts";
export { customerPaymentFingerprint, customerPaymentOffline, recordCustomerPayment } from "./commands.ts";
export { type CustomerPaymentFact, type CustomerPaymentInput, isCustomerPayment } from "./model.ts";
export {
  customerStatement,
  depositsOn,
  getCustomerPayment,
  owedBy,
  type Statement,
  type StatementLine,
} from "./queries.ts";
