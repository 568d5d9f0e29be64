import { type Draft, type ExceptionCall, type FactKind, type Projection, summed, usageOf } from "../../ledger/index.ts";
import { accountOf, isUncertain, UNCERTAIN, UNCERTAIN_KEY, UNCERTAIN_PART } from "../payment/index.ts";
import { refundGuard } from "../refund/index.ts";
import { isSale } from "../sale/index.ts";
import { isPaymentOutcome, type PaymentOutcomeFact } from "./model.ts";

/** What did not go through leaves the account of its method: the sale was paid by so much less. */
function bookOutcome({ relatedFactId, terminalId, payment, unpaid, isRepeated, isLast }: PaymentOutcomeFact): Draft {
  const account = accountOf(payment);
  const known: ExceptionCall = {
    ...{ subject: relatedFactId, code: "PAYMENT_UNCERTAIN", open: false },
    message: "What became of every payment is known.",
  };
  return {
    ...(terminalId === undefined ? {} : { terminalId }),
    postings: summed([
      [account, 0 - unpaid],
      ["salesDifference", unpaid],
    ]),
    modules: isRepeated ? {} : UNCERTAIN_PART.with([[account, 0 - payment.amount]]),
    events: [],
    exceptions: isLast ? [known] : [],
  };
}

export const paymentOutcomeKind: FactKind<PaymentOutcomeFact> = {
  kind: "paymentOutcome",
  idPrefix: "pyo",
  counts: "payment",
  book: bookOutcome,
  uses: [
    usageOf(refundGuard, ({ relatedFactId, payment, state }: PaymentOutcomeFact) => [
      { key: relatedFactId, use: { paymentId: payment.id, outcome: state } },
    ]),
  ],
  events: [],
  exceptions: [
    ...["PAYMENT_UNCERTAIN", "PAYMENT_OUTCOME_KNOWN", "REFUND_NOT_ALLOWED"],
    ...["UNKNOWN_OPERATOR", "OPERATOR_NOT_SIGNED_IN", "BEFORE_PAIRING", "CLOCK_SKEW", "LATE"],
  ],
};

/** What is not certain yet, by account. */
export const uncertainProjection: Projection = {
  needs(fact, part) {
    const isMoved = isPaymentOutcome(fact) || (isSale(fact) && fact.payments.some(isUncertain));
    return part === 0 && isMoved ? [{ kind: UNCERTAIN, key: UNCERTAIN_KEY }] : [];
  },
  fold(entry, balances, { counts }) {
    for (const [account, amount] of UNCERTAIN_PART.of(entry) ?? []) {
      const uncertain = balances.get(UNCERTAIN, UNCERTAIN_KEY);
      const [count, sum] = uncertain[account] ?? [0, 0];
      const after = [count + (counts === "sale" ? 1 : -1), sum + amount] as const;
      balances.set(UNCERTAIN, UNCERTAIN_KEY, { ...uncertain, [account]: after });
    }
  },
};
