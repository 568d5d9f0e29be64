export { paymentOutcomeKind } from "./booking.ts";
export { paymentOutcomeFingerprint, paymentOutcomeOffline, recordPaymentOutcome } from "./commands.ts";
export {
  isPaymentOutcome,
  type PaymentOutcomeFact,
  type PaymentOutcomeInput,
  type UncertainPayments,
} from "./model.ts";
export {
  getPaymentOutcome,
  havePaymentIn,
  paymentOutcomesOf,
  uncertainPayments,
} from "./queries.ts";
