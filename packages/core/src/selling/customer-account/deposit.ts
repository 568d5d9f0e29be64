import { authorize, type Context } from "../../people/access/index.ts";
import type { Location } from "../../people/location/index.ts";
import { type QuoteSeen, quoteAt } from "../quote/index.ts";
import type { Findings } from "../sale/index.ts";
import { depositAccount, type ValueAccount, valueHistory } from "../stored-value/index.ts";
import { type CustomerPaymentFact, type CustomerPaymentInput, isCustomerPayment } from "./model.ts";

const OVER = { SOLD: "QUOTE_SOLD", CANCELLED: "QUOTE_CANCELLED", EXPIRED: "QUOTE_EXPIRED" } as const;

/**
 * The account of what is deposited on a quote, which holds at most what the quote comes to. A deposit is given back whatever
 * became of the quote.
 */
export async function depositOn(
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

const SHOWN_MAX = 100;

/** What was deposited on a quote and given back, the newest first; the caller has read the quote. */
export async function depositsOn(context: Context, quoteId: string): Promise<CustomerPaymentFact[]> {
  authorize(context, "sale:quote");
  const events = await valueHistory(context, depositAccount(quoteId).id, { limit: SHOWN_MAX });
  return events.flatMap(({ fact }) => (isCustomerPayment(fact) ? [fact] : []));
}
