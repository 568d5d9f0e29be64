/** The totals of a report in the order in which they are shown. */
export const REPORT_TOTALS = [
  "salesBeforeDiscounts",
  "discounts",
  "returns",
  "total",
  "tax",
  "salesWithoutTax",
  "costOfGoods",
  "grossProfit",
] as const;
