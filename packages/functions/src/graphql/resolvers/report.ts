import { type SalesSummary, salesSummary } from "@pos/core/office/report/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { Resolvers } from "../generated/types.ts";
import { said } from "../said.ts";

export interface SummaryValue extends SalesSummary {
  readonly currency: string;
}

export const reportResolvers: Resolvers = {
  Query: {
    async salesSummary(_, args, context) {
      const summary = await salesSummary(requireCaller(context), said(args));
      return summary && { ...summary, currency: (await context.merchant()).currency };
    },
  },
  SalesSummary: {
    grossSales: ({ grossSales, currency }) => ({ amount: grossSales, currency }),
    refunds: ({ refunds, currency }) => ({ amount: refunds, currency }),
    netSales: ({ netSales, currency }) => ({ amount: netSales, currency }),
    taxTotal: ({ taxTotal, currency }) => ({ amount: taxTotal, currency }),
    costOfGoods: ({ costOfGoods, currency }) => ({ amount: costOfGoods, currency }),
    grossMargin: ({ grossMargin, currency }) => ({ amount: grossMargin, currency }),
  },
};
