export { RECEIPTS, saleKind } from "./booking.ts";
export {
  completeSale,
  documentTax,
  type ImportedDocuments,
  readySaleOfExchange,
  readySales,
  recordMode,
  type SaleOutcome,
  syncSales,
} from "./commands.ts";
export { Findings, type SaleMode } from "./findings.ts";
export {
  type DiscountInput,
  isSale,
  type LineInput,
  SALE_FLAGS,
  type SaleFact,
  type SaleInput,
  type SaleLine,
} from "./model.ts";
export { type CartPriced, priceCart } from "./price-query.ts";
export { copiesOf, copyPuts, type FactCopy, type Quarantined, quarantine, settleCopies } from "./quarantine.ts";
export {
  countSales,
  getSale,
  highestSequence,
  listSales,
  type SaleFilter,
  type SalesRequest,
} from "./queries.ts";
export {
  type Quote,
  quoteGuardKey,
  quoteItem,
  quoteKey,
  quotePlaceKey,
  quotesMaster,
  quotesPk,
  quoteWrites,
  readQuote,
  type StoredQuote,
  soldAs,
} from "./quote-records.ts";
export { customerIndex } from "./records.ts";
export { priceSale } from "./rules.ts";
export { type SaleSort, sortedSales } from "./sorted.ts";
export { raiseSequenceGaps } from "./sweep.ts";
