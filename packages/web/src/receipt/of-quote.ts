import { receiptContent } from "@pos/core/receipt/content.ts";
import type { Quotation } from "@pos/core/receipt/model.ts";
import type { QuoteOnPaperFragment } from "@pos/web/graphql/generated/graphql.ts";

/** A quote as its paper shows it. */
export function quotationOf(quote: QuoteOnPaperFragment, merchantName: string): Quotation {
  const { number, createdAt, validUntil, location, terminal, operator, customer, note, total } = quote;
  return {
    ...{ number, validUntil, merchantName, occurredAt: createdAt },
    timeZone: location.timeZone,
    currency: total.currency,
    locationName: location.name,
    ...(terminal === null ? {} : { terminalName: terminal.name }),
    ...(operator === null ? {} : { operatorName: operator.name }),
    ...(customer === null ? {} : { customerName: customer.name }),
    ...(note === null ? {} : { note }),
    ...receiptContent({ ...quote, payments: [], rounding: 0, changeDue: 0 }),
  };
}
