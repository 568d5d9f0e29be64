import { sumOf } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import type { Variant } from "../../goods/catalog/model.ts";
import { packSizeOf } from "../../goods/catalog/packs.ts";
import type { Findings } from "./findings.ts";
import type { LineInput, SaleFact, SaleInput, SaleLine } from "./model.ts";

/** A cart as it was priced: its sale costs that, whatever prices, promotions and taxes are by then. */
export type HeldPrices = Pick<
  SaleFact,
  "taxExemption" | "lines" | "discounts" | "coupons" | "subtotal" | "discountTotal" | "taxTotal" | "total"
>;

/** As much of a quote as decides whether and at what prices it is sold. */
export interface HeldQuote {
  readonly held: HeldPrices;
  readonly customerId?: string;
  /** The last day on which it is sold. */
  readonly validUntil: string;
  readonly cancelledAt?: string;
}

/** The quote that a sale names, undefined if it is unknown at its location, and the business day of the sale. */
export interface QuoteAsked {
  readonly quote: HeldQuote | undefined;
  readonly day: string;
  /** What is deposited on it now. Absent: nothing, or it is not known here. */
  readonly deposited?: number;
}

/**
 * The prices of the quote that a sale names. What is wrong with the quote refuses a live sale and flags one that happened, which
 * was charged as quoted all the same.
 * @returns undefined where the sale is priced as any other
 */
export function heldPrices(
  input: SaleInput,
  variants: readonly (Variant | undefined)[],
  { quote, day, deposited = 0 }: QuoteAsked,
  found: Findings,
): HeldPrices | undefined {
  const path = ["input", "quoteId"];
  if (quote === undefined) {
    found.object("UNKNOWN_QUOTE", "There is no such quote at this location.", path);
    return undefined;
  }
  const { held, validUntil, cancelledAt } = quote;
  // Who paid a part of it keeps its prices; the guard decides whether that much was paid.
  const paidBefore = sumOf(input.payments, ({ method, amount }) => (method === "DEPOSIT" ? amount : 0));
  if (paidBefore < deposited && input.payments.length > 0)
    found.object("DEPOSIT_NOT_USED", `${deposited} are deposited on the quote.`, ["input", "payments"]);
  if (cancelledAt !== undefined) found.object("QUOTE_CANCELLED", `The quote was cancelled on ${cancelledAt}.`, path);
  else if (day > validUntil && deposited === 0 && paidBefore === 0)
    found.object("QUOTE_EXPIRED", `The quote was valid until ${validUntil}.`, path);
  if (isQuoted(input, variants, quote)) return held;
  found.object("QUOTE_MISMATCH", "A sale of a quote has its lines and its customer.", path);
  return undefined;
}

function isQuoted(
  { lines, customerId }: SaleInput,
  variants: readonly (Variant | undefined)[],
  { held, customerId: quotedFor }: HeldQuote,
): boolean {
  if (lines.length !== held.lines.length || (quotedFor !== undefined && quotedFor !== customerId)) return false;
  return lines.every((sent, index) => isLine(sent, variants[index], held.lines[index]));
}

/** An open line is known by what it is called. */
function isLine(sent: LineInput, variant: Variant | undefined, line: SaleLine | undefined): boolean {
  const variantId = variant?.id;
  if (line === undefined || sent.giftCard !== undefined || variantId !== line.variantId) return false;
  if (packSizeOf(sent, variant?.packs) !== line.pack?.size) return false;
  if (parseQuantity(sent.quantity) !== parseQuantity(line.quantity)) return false;
  return variantId !== undefined || (sent.variant === undefined && sent.description === line.description);
}
