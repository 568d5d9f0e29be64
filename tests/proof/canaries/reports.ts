import type { Canary } from "./canary.ts";

const INCLUDED = "target: a report is what its facts come to, with pricesIncludeTax true";
const ADDED = "target: a report is what its facts come to, with pricesIncludeTax false";

/** What reports and their mails show: the recomputation from the facts must catch a figure that is not what its label states. */
export const REPORTS: readonly Omit<Canary, "targets">[] = [
  {
    name: "discount-counted-twice",
    file: "core/src/office/report/figures.ts",
    changes: [["salesBeforeDiscounts: grossSales + discounts", "salesBeforeDiscounts: grossSales + 2 * discounts"]],
    caughtBy: INCLUDED,
  },
  {
    name: "returns-not-subtracted",
    file: "core/src/office/report/figures.ts",
    changes: [["const netSales = grossSales - refunds", "const netSales = grossSales"]],
    caughtBy: ADDED,
  },
  {
    name: "refund-adds-tax",
    file: "core/src/selling/day/booking.ts",
    changes: [["tax: totals.tax + tax,", "tax: totals.tax + Math.abs(tax),"]],
    caughtBy: INCLUDED,
  },
  {
    name: "tax-by-rate-of-refunds-added",
    file: "core/src/goods/tax/rules.ts",
    changes: [["sums.tax += amount;", "sums.tax += Math.abs(amount);"]],
    caughtBy: ADDED,
  },
  {
    name: "added-tax-left-out-of-articles",
    file: "core/src/office/report/rules.ts",
    changes: [["line.total + (taxIsAdded ? tax : 0)", "line.total"]],
    caughtBy: ADDED,
  },
  {
    name: "sales-with-tax-under-the-label-without",
    file: "functions/src/api/report/resolvers.ts",
    changes: [["moneyIn(row, row.salesWithoutTax)", "moneyIn(row, row.total)"]],
    caughtBy: INCLUDED,
  },
  {
    name: "mail-payments-before-refunds",
    file: "functions/src/mail/report-sections.ts",
    changes: [["format.money(paid - refunded)", "format.money(paid)"]],
    caughtBy: INCLUDED,
  },
  {
    name: "file-has-sales-before-returns",
    file: "functions/src/mail/report-csv.ts",
    changes: [["decimal(gross - refunds), sku);", "decimal(gross), sku);"]],
    caughtBy: ADDED,
  },
  {
    name: "deposit-given-back-not-taken-off",
    file: "functions/src/mail/report-csv.ts",
    changes: [
      [
        'add(t("reports.customerPayments"), methodName(of, t, format), "", decimal(paid - refunded));',
        'add(t("reports.customerPayments"), methodName(of, t, format), "", decimal(paid));',
      ],
    ],
    caughtBy: INCLUDED,
  },
  {
    name: "exchange-counts-as-paid",
    file: "core/src/selling/payment/model.ts",
    changes: [['return method !== "EXCHANGE";', "return method.length > 0;"]],
    caughtBy: ADDED,
  },
  {
    name: "deposits-booked-as-store-credit",
    file: "core/src/selling/stored-value/model.ts",
    changes: [['dep: "customerDeposits"', 'dep: "storeCredit"']],
    caughtBy: INCLUDED,
  },
  {
    name: "quote-sold-at-todays-price",
    file: "core/src/selling/sale/held.ts",
    changes: [["quote)) return held;", "quote)) return undefined;"]],
    caughtBy: ADDED,
  },
];
