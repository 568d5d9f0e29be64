export {
  bookSale,
  DAY,
  type DayTotals,
  dayProjection,
  RECEIPT_BLOCK,
  RECEIPTS,
  receiptsProjection,
} from "./booking.ts";
export { completeSale, type SaleOutcome, saleRequestHash, syncSales } from "./commands.ts";
export type { DiscountInput, LineInput, PaymentInput, SaleFact, SaleInput, SaleLine } from "./model.ts";
export { copiesOf, copyPuts, type SaleCopy, settleCopies } from "./quarantine.ts";
export {
  dayTotals,
  getSale,
  highestSequence,
  listSales,
  type SaleFilter,
  type SalesPage,
  type SalesRequest,
} from "./queries.ts";
export { customerIndex } from "./records.ts";
export { priceSale, type SaleMode } from "./rules.ts";
export { raiseSequenceGaps } from "./sweep.ts";
