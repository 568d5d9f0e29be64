import { isId } from "../../base/id.ts";
import { type Failure, failure } from "../../base/result.ts";
import { dayAfter, isCalendarDate } from "../../base/time.ts";
import { type AdjustmentInput, type DiscountInput, type LineInput, malformed, type SaleInput } from "../sale/model.ts";

/** What a customer is offered until a day. An empty text counts as absent. */
export interface QuoteInput {
  readonly id: string;
  /** From the dashboard. A terminal's is its own. */
  readonly locationId?: string;
  readonly lines: readonly LineInput[];
  readonly discounts?: readonly DiscountInput[];
  readonly adjustments?: readonly AdjustmentInput[];
  readonly customerId?: string;
  readonly note?: string;
  /** The last day on which it is sold. */
  readonly validUntil: string;
  readonly expectedTotal?: number;
}

export type QuoteState = "OPEN" | "SOLD" | "CANCELLED" | "EXPIRED";

/** By what people find a quote: short enough to be read out. The id alone distinguishes quotes. */
export function quoteNumber(id: string): string {
  return `Q-${id.slice(-NUMBER_CHARACTERS)}`;
}

const NUMBER_CHARACTERS = 6;

/** A quote is one record, so it is shorter than a sale may be. */
const QUOTE_LINES_MAX = 200;
const QUOTE_DAYS_MAX = 366;

/** The cart of a quote as the sale that it may become. */
export function cartOfQuote(input: QuoteInput, now: string): SaleInput {
  const { id: _, locationId: __, validUntil: ___, customerId, ...cart } = input;
  return { ...cart, ...AS_SALE, occurredAt: now, ...(customerId ? { customerId } : {}) };
}

const AS_SALE = { id: "sal_00000000000000000000000000", sequence: 1, payments: [] };

/** @param today the business day of the location */
export function quoteProblems(input: QuoteInput, today: string): Failure[] {
  const { id, lines, validUntil } = input;
  const problems: Failure[] = [];
  if (!isId("quo", id)) problems.push(failure("INVALID_ID", "The id is not quo_ and a ULID.", ["input", "id"]));
  const isNear = isCalendarDate(validUntil) && validUntil >= today && validUntil <= dayAfter(today, QUOTE_DAYS_MAX);
  if (!isNear) {
    const message = `A quote is valid until a day from today to ${QUOTE_DAYS_MAX} days from now.`;
    problems.push(failure("INVALID_DAY", message, ["input", "validUntil"]));
  }
  if (lines.length > QUOTE_LINES_MAX) {
    const message = `A quote has at most ${QUOTE_LINES_MAX} lines.`;
    return [...problems, failure("INVALID_LINES", message, ["input", "lines"])];
  }
  const ofCard = lines.findIndex(({ giftCard }) => giftCard !== undefined);
  if (ofCard >= 0) {
    const path = ["input", "lines", String(ofCard), "giftCard"];
    problems.push(failure("INVALID_GIFT_CARD", "A gift card is sold and not quoted.", path));
  }
  return [...problems, ...malformed(cartOfQuote(input, ""))];
}
