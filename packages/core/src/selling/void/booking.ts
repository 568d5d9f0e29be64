import type { FactKind } from "../../ledger/index.ts";
import { usageOf } from "../../ledger/index.ts";
import { voidDayPart } from "../day/index.ts";
import { bookReversal, REVERSAL_EXCEPTIONS, refundGuard } from "../refund/index.ts";
import { issuedOn, valueUsage } from "../stored-value/index.ts";
import type { VoidFact } from "./model.ts";

/** Booked as a full refund is; the day's totals count it apart too. */
const bookVoid: FactKind<VoidFact>["book"] = (fact, part, ...books) => {
  const draft = bookReversal(fact, part, ...books);
  return part > 0
    ? draft
    : { ...draft, modules: { ...draft.modules, ...voidDayPart(fact.hour, issuedOn(fact.lines)) } };
};

export const voidKind: FactKind<VoidFact> = {
  kind: "void",
  idPrefix: "voi",
  counts: "refund",
  book: bookVoid,
  uses: [usageOf(refundGuard, (fact: VoidFact) => [{ key: fact.relatedFactId, use: fact }]), valueUsage],
  events: ["stock"],
  exceptions: [
    ...REVERSAL_EXCEPTIONS,
    ...["VOID_NOT_ALLOWED", "SALE_ALREADY_VOIDED", "SALE_ALREADY_REFUNDED", "SALE_OF_EXCHANGE"],
    ...["UNKNOWN_OPERATOR", "OPERATOR_NOT_SIGNED_IN", "BEFORE_PAIRING", "CLOCK_SKEW", "LATE"],
  ],
};
