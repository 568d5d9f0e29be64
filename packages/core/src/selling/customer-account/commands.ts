import type { Json } from "../../base/canonical.ts";
import { sumOf } from "../../base/money.ts";
import { failure, type Result, refused } from "../../base/result.ts";
import { customerIsKnown } from "../../customers/customer/index.ts";
import { newFact, type Recording, record, recordedBefore, recordingOf, roomProblem } from "../../ledger/index.ts";
import { authorize, type Context, can, requestHashOf } from "../../people/access/index.ts";
import { getLocation, type Location, originAt } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { checkOwnMethods, nameOfOwn, ownMethodAt } from "../payment/index.ts";
import { type QuoteSeen, quoteAt } from "../quote/index.ts";
import { type Claim, claimedOffline, signedIn } from "../refund/index.ts";
import { customerIndex, Findings, recordMode, type SaleMode } from "../sale/index.ts";
import { customerAccount, depositAccount, type ValueAccount } from "../stored-value/index.ts";
import { customerPaymentKind } from "./booking.ts";
import { type CustomerPaymentFact, type CustomerPaymentInput, cashProblems, customerPaymentProblems } from "./model.ts";

type Recorded = Promise<Result<Recording<CustomerPaymentFact>>>;

/** A customer pays what is owed (or more: the account is ahead then), or a deposit on a quote, or gets a deposit back. */
export async function recordCustomerPayment(context: Context, input: CustomerPaymentInput): Recorded {
  authorize(context, "customer-payment:create");
  if (input.isGivenBack && context.caller.kind !== "terminal" && !can(context.caller, "refund:create"))
    return refused(failure("REFUND_NOT_ALLOWED", "This needs the right to refund.", ["input", "isGivenBack"]));
  return recordPayment(context, input, "live", signedIn(context));
}

/** Records a payment that a terminal took and could not send at once, whatever is odd about it. */
export async function customerPaymentOffline(context: Context, input: CustomerPaymentInput): Recorded {
  if (input.isGivenBack)
    return recordPayment(context, input, "happened", await claimedOffline(context, input, "refund:create"));
  const claim = await claimedOffline(context, input, "customer-payment:create");
  // Every role may take money: only whom it names may be odd.
  const flags = claim.flags.filter(({ code }) => code !== "REFUND_NOT_ALLOWED");
  return recordPayment(context, input, "happened", { ...claim, flags });
}

/** Decides whether a copy has the same content. Whom it names as operator does not count: one stored request goes either way. */
export function customerPaymentFingerprint({ operatorId: _, ...content }: CustomerPaymentInput): string {
  return requestHashOf(content as unknown as Json);
}

async function recordPayment(context: Context, input: CustomerPaymentInput, mode: SaleMode, claimed: Claim): Recorded {
  const problems = customerPaymentProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { table, caller, clock } = context;
  const { id, customerId, occurredAt, payments, note } = input;
  const requestHash = customerPaymentFingerprint(input);
  const before = await recordedBefore<CustomerPaymentFact>(table, { merchantId: caller.merchantId, id, requestHash });
  if (before) return recordingOf(before);
  const locationId = caller.kind === "staff" ? input.locationId : caller.locationId;
  const location = locationId ? await getLocation(context, locationId) : undefined;
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  if (!(await customerIsKnown(table, caller.merchantId, customerId)))
    return refused(failure("UNKNOWN_CUSTOMER", `There is no customer ${customerId}.`, ["input", "customerId"]));
  const ofCash = cashProblems(input, caller.kind !== "staff");
  if (ofCash.length > 0) return refused(...ofCash);
  const found = new Findings(mode);
  const merchant = await getMerchant(table, caller.merchantId);
  const named = payments.map((payment) => {
    const own = ownMethodAt(merchant, payment, occurredAt);
    return own === undefined ? payment : { ...payment, ...nameOfOwn(own) };
  });
  checkOwnMethods(named, found);
  const account = input.quoteId
    ? await depositOn(context, location, { ...input, quoteId: input.quoteId }, found)
    : customerAccount(customerId);
  if (found.failures.length > 0) return refused(...found.failures);
  const sign = input.isGivenBack ? -1 : 1;
  const total = sign * sumOf(payments, ({ amount }) => amount);
  const ledger = { merchantId: caller.merchantId, ledgerId: location.id };
  const noRoom = await roomProblem(table, ledger, [Math.abs(total)], ["input", "payments"]);
  if (noRoom) return refused(noRoom);
  const header = newFact(
    customerPaymentKind,
    { ...originAt(context, location), ...claimed.operator },
    {
      ...{ id, occurredAt, requestHash, recordedAt: clock.now(), lineCount: 0 },
      mode: recordMode(mode),
      flags: [...claimed.flags, ...found.flags],
    },
  );
  const { currency } = merchant;
  const changeDue = sumOf(payments, ({ amount, tendered = amount }) => tendered - amount);
  const fact = {
    ...{ ...header, customerId, currency, total, changeDue, valueMoves: [{ ...account, amount: total }] },
    payments: named.map((payment) => ({ ...payment, amount: sign * payment.amount })),
    ...(input.quoteId ? { quoteId: input.quoteId } : {}),
    ...(note ? { note } : {}),
  };
  const options = { mode: recordMode(mode), index: customerIndex };
  return recordingOf(await record(context, customerPaymentKind, fact, options));
}

const OVER = { SOLD: "QUOTE_SOLD", CANCELLED: "QUOTE_CANCELLED", EXPIRED: "QUOTE_EXPIRED" } as const;

/**
 * The account of what is deposited on a quote, which holds at most what the quote comes to. A deposit is given back whatever
 * became of the quote.
 */
async function depositOn(
  context: Context,
  location: Location,
  { quoteId, customerId, isGivenBack = false }: CustomerPaymentInput & { readonly quoteId: string },
  found: Findings,
): Promise<ValueAccount> {
  const quote = await quoteAt(context, location, quoteId);
  const path = ["input", "quoteId"];
  if (quote === undefined) found.object("UNKNOWN_QUOTE", "There is no such quote at this location.", path);
  else if (quote.customerId !== customerId) found.object("QUOTE_MISMATCH", "The quote is another customer's.", path);
  if (quote === undefined || isGivenBack) return depositAccount(quoteId);
  checkState(quote, path, found);
  return depositAccount(quoteId, quote.held.total);
}

function checkState({ state }: QuoteSeen, path: readonly string[], found: Findings): void {
  if (state !== "OPEN") found.object(OVER[state], `The quote is ${state.toLowerCase()}.`, path);
}
