import { LIMITS } from "@pos/core/base/limits.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import {
  bestSellers,
  type DailyReport,
  dailyReport,
  isCount,
  type SalesSummary,
  salesByDay,
  salesByHour,
  salesParts,
  salesRange,
  salesSummary,
  salesUpTo,
} from "@pos/core/office/report/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { categoryLoader } from "../catalog/loader.ts";
import { variantOf } from "../edges.ts";
import { moneyIn } from "../facts.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { terminalLoader } from "../terminal/loader.ts";
import type { InCurrency } from "./figures.ts";
import type { ArticleSales, CategorySales, SalesParts } from "./mappers.ts";

const BEST_SELLERS_DEFAULT = 10;

/** @throws RequestError BAD_REQUEST */
function howMany(first: number | null | undefined): number {
  const wanted = first ?? BEST_SELLERS_DEFAULT;
  if (wanted < 1 || wanted > LIMITS.pageSizeMax)
    throw new RequestError("BAD_REQUEST", `\`first\` is 1 to ${LIMITS.pageSizeMax}.`);
  return wanted;
}

function each<T>(rows: readonly T[], { currency }: InCurrency): (T & InCurrency)[] {
  return rows.map((row) => ({ ...row, currency }));
}

const summed = {
  summary: ({ summary, currency }: Summed) => ({ ...summary, currency }),
  figures: ({ summary, currency }: Summed) => ({ ...summary.figures, currency }),
};

type Summed = InCurrency & { readonly summary: SalesSummary };

const sold = {
  quantity: ({ quantity }: ArticleSales | CategorySales) => formatQuantity(quantity),
  grossSales: (row: ArticleSales | CategorySales) => moneyIn(row, row.gross),
  refunds: (row: ArticleSales | CategorySales) => moneyIn(row, row.refunds),
  netSales: (row: ArticleSales | CategorySales) => moneyIn(row, row.gross - row.refunds),
  returns: (row: ArticleSales | CategorySales) => moneyIn(row, row.refunds),
  total: (row: ArticleSales | CategorySales) => moneyIn(row, row.gross - row.refunds),
};

const parts = {
  tips: (of: DailyReport | SalesParts) => moneyIn(of, of.tips),
  unpaid: (of: DailyReport | SalesParts) => moneyIn(of, of.unpaid),
  categories: (of: DailyReport | SalesParts) => each(of.categories, of),
  bestSellers: (of: DailyReport | SalesParts, { first }: { readonly first?: number | null | undefined }) =>
    each(of.articles.slice(0, howMany(first)), of),
  payments: (of: DailyReport | SalesParts) => each(of.payments, of),
  customerPayments: (of: DailyReport | SalesParts) => each(of.customerPayments, of),
  taxes: (of: DailyReport | SalesParts) => each(of.taxes, of),
};

const reports: ApiModule["resolvers"] = {
  DailyReport: {
    location: locationOf,
    ...summed,
    discountTotal: (report) => moneyIn(report, report.discountTotal),
    hours: (report) => each(report.hours, report),
    ...parts,
    refunds: ({ refunds }) => [...refunds],
    drawers: (report) => each(report.drawers, report),
    uncertain: (report) => each(report.uncertain, report),
    belowReorderPoint: ({ belowReorderPoint }) => [...belowReorderPoint],
    reconciliation: ({ reconciliation, currency }: DailyReport) => ({
      ...reconciliation,
      checks: reconciliation.checks.map((check) => ({ ...check, currency })),
      openExceptions: [...reconciliation.openExceptions],
    }),
  },
  ReconciliationCheck: {
    holds: ({ detail }) => detail === undefined,
    differences: (check) => each(check.differences, check),
  },
  ReconciliationDifference: {
    methods: ({ methods = [] }) => [...methods],
    storedAmount: (row) => (isCount(row.figure) ? null : moneyIn(row, row.stored)),
    countedAmount: (row) => (isCount(row.figure) ? null : moneyIn(row, row.counted)),
    storedCount: (row) => (isCount(row.figure) ? row.stored : null),
    countedCount: (row) => (isCount(row.figure) ? row.counted : null),
  },
  DayOfSales: { ...summed, payments: (row) => each(row.payments, row) },
  AccountPayments: {
    methods: ({ methods }) => [...methods],
    net: (row) => moneyIn(row, row.net),
  },
  SalesRange: {
    ...summed,
    days: (range) => each(range.days, range),
    hours: (range) => each(range.hours, range),
    payments: (range) => each(range.payments, range),
    locations: (range) => each(range.locations, range),
  },
  SalesParts: parts,
  LocationOfRange: { ...summed, location: locationOf },
  HourOfSales: {
    sales: (row) => moneyIn(row, row.grossSales),
    grossSales: (row) => moneyIn(row, row.grossSales),
  },
  ArticleSales: { ...sold, variant: variantOf },
  CategorySales: {
    ...sold,
    category: async ({ categoryId, name }, _, context) =>
      categoryId === undefined
        ? null
        : ((await categoryLoader(context).load(categoryId)) ?? { id: categoryId, name: name ?? categoryId }),
  },
  MethodTotal: {
    paid: (row) => moneyIn(row, row.paid),
    refunded: (row) => moneyIn(row, row.refunded),
    net: (row) => moneyIn(row, row.paid - row.refunded),
  },
  TaxTotal: {
    salesWithoutTax: (row) => moneyIn(row, row.net),
    netSales: (row) => moneyIn(row, row.net),
    tax: (row) => moneyIn(row, row.tax),
  },
  DrawerCash: {
    terminal: async ({ terminalId }, _, context) =>
      present(await terminalLoader(context).load(terminalId), "a terminal"),
    cash: (row) => moneyIn(row, row.cash),
  },
};

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async salesSummary(_, args, context) {
      const summary = await salesSummary(requireCaller(context), said(args));
      return summary && { ...summary, currency: (await context.merchant()).currency };
    },
    async salesUpTo(_, args, context) {
      const upTo = await salesUpTo(requireCaller(context), said(args));
      return upTo && { ...upTo, currency: (await context.merchant()).currency };
    },
    async salesByDay(_, args, context) {
      const days = await salesByDay(requireCaller(context), said(args));
      return days && each(days, await context.merchant());
    },
    async salesRange(_, args, context) {
      const range = await salesRange(requireCaller(context), said(args));
      return range && { ...range, currency: (await context.merchant()).currency };
    },
    async salesByHour(_, args, context) {
      const hours = await salesByHour(requireCaller(context), said(args));
      return hours && each(hours, await context.merchant());
    },
    async bestSellers(_, { first, ...span }, context) {
      const articles = await bestSellers(requireCaller(context), { ...said(span), first: howMany(first) });
      return articles && each(articles, await context.merchant());
    },
    async salesParts(_, args, context) {
      const found = await salesParts(requireCaller(context), said(args));
      return found && { ...found, currency: (await context.merchant()).currency };
    },
    dailyReport: (_, args, context) => dailyReport(requireCaller(context), args),
  },
  SalesSummary: {
    figures: ({ figures, currency }) => ({ ...figures, currency }),
    grossSales: ({ grossSales, currency }) => ({ amount: grossSales, currency }),
    refunds: ({ refunds, currency }) => ({ amount: refunds, currency }),
    netSales: ({ netSales, currency }) => ({ amount: netSales, currency }),
    taxTotal: ({ taxTotal, currency }) => ({ amount: taxTotal, currency }),
    costOfGoods: ({ costOfGoods, currency }) => ({ amount: costOfGoods, currency }),
    grossMargin: ({ grossMargin, currency }) => ({ amount: grossMargin, currency }),
  },
  SalesUpTo: {
    returns: (row) => moneyIn(row, row.returns),
    total: (row) => moneyIn(row, row.total),
    averageSale: (row) => (row.averageSale === undefined ? null : moneyIn(row, row.averageSale)),
  },
  SalesFigures: {
    salesBeforeDiscounts: (row) => moneyIn(row, row.salesBeforeDiscounts),
    discounts: (row) => moneyIn(row, row.discounts),
    returns: (row) => moneyIn(row, row.returns),
    voids: (row) => moneyIn(row, row.voids),
    total: (row) => moneyIn(row, row.total),
    tax: (row) => moneyIn(row, row.tax),
    salesWithoutTax: (row) => moneyIn(row, row.salesWithoutTax),
    costOfGoods: (row) => moneyIn(row, row.costOfGoods),
    grossProfit: (row) => moneyIn(row, row.grossProfit),
    averageSale: (row) => (row.averageSale === undefined ? null : moneyIn(row, row.averageSale)),
  },
  ...reports,
};

export const reportApi: ApiModule = { resolvers };
