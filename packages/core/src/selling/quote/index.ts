export { cancelQuote, createQuote, type QuoteChange } from "./commands.ts";
export { quoteNumber } from "./model.ts";
export { getQuote, listQuotes, type QuoteSeen, quoteAt } from "./queries.ts";
