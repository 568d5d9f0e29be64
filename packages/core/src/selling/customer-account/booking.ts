import { customerPart } from "../../customers/customer/index.ts";
import { type Draft, type FactKind, joinedParts, type Posting, summed } from "../../ledger/index.ts";
import { accountOf } from "../payment/index.ts";
import { valuePart, valuePostings, valueUsage } from "../stored-value/index.ts";
import { type CustomerPaymentFact, DEPOSIT_FLAGS } from "./model.ts";

/** Money comes in, and the customer owes less or is owed what was deposited. */
function bookPayment(fact: CustomerPaymentFact): Draft {
  const { terminalId, customerId, payments } = fact;
  const paid = payments.map((payment): Posting => [accountOf(payment), payment.amount]);
  return {
    ...(terminalId === undefined ? {} : { terminalId }),
    postings: summed([...paid, ...valuePostings(fact)]),
    modules: joinedParts([customerPart(customerId), valuePart(fact)]),
    events: [],
    exceptions: [],
  };
}

export const customerPaymentKind: FactKind<CustomerPaymentFact> = {
  kind: "customerPayment",
  idPrefix: "cpy",
  counts: "nothing",
  book: bookPayment,
  uses: [valueUsage],
  events: [],
  exceptions: [
    ...["UNKNOWN_OPERATOR", "OPERATOR_NOT_SIGNED_IN", "BEFORE_PAIRING", "CLOCK_SKEW", "LATE"],
    ...DEPOSIT_FLAGS,
  ],
};
