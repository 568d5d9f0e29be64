/** What screens and mails call the figures of a report alike. */
export const REPORT_LABELS = {
  en: {
    reconciles: "The books of this day add up.",
    totals: "Totals",
    grossSales: "Gross sales",
    discounts: "Discounts",
    costOfGoods: "Cost of goods",
  },
  zh: {
    reconciles: "当日账目核对无误。",
    totals: "合计",
    grossSales: "销售总额",
    discounts: "折扣",
    costOfGoods: "销售成本",
  },
} as const;
