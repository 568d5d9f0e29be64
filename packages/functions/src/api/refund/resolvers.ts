import { RequestError } from "@pos/core/base/result.ts";
import { taxOf } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { getRefund, refundedOf, refundSale, refundsOf, unlinkedRefunds } from "@pos/core/selling/refund/index.ts";
import { getSale } from "@pos/core/selling/sale/index.ts";
import { customerOf, operatorOf, variantOf } from "../edges.ts";
import { exceptionsOn, moneyIn } from "../facts.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { connection, pageRequest } from "../pages.ts";
import { epochOf } from "../synced.ts";
import { terminalLoader } from "../terminal/loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    refund: (_, { id }, context) => getRefund(requireCaller(context), id),
    async unlinkedRefunds(_, { locationId, from, to, ...args }, context) {
      const days = said({ from, to });
      if (days.from !== undefined && days.to !== undefined && days.from > days.to)
        throw new RequestError("BAD_REQUEST", "The first day is after the last.");
      const list = ["unlinked", locationId, days.from, days.to].join(":");
      const request = pageRequest(args, list);
      const { size, after } = request;
      const wanted = { locationId, ...days, limit: size, ...(after === undefined ? {} : { olderThan: after }) };
      const page = await unlinkedRefunds(requireCaller(context), wanted);
      if (!page) return null;
      const rows = page.refunds.map(({ orderKey, refund }) => ({ key: orderKey, node: refund }));
      return connection(rows, page.hasMore, request, list, page.end);
    },
  },
  Mutation: {
    async refundSale(_, { input }, context) {
      const result = await refundSale(requireCaller(context), said(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { refund: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  RefundSalePayload: {
    epoch: (_, __, context) => (context.caller.kind === "staff" ? null : epochOf(context)),
  },
  Sale: {
    refunds: (sale, _, context) => refundsOf(requireCaller(context), sale.id),
    cashStep: async (_, __, context) => (await context.merchant()).cashStep,
    refunded: async (sale, _, context) => ({ sale, refunded: await refundedOf(requireCaller(context), sale.id) }),
  },
  RefundedSoFar: {
    lines: ({ sale, refunded }) =>
      refunded.lines.map(({ line, quantity, tax, total }) => ({
        line,
        quantity,
        taxTotal: moneyIn(sale, tax),
        total: moneyIn(sale, total),
      })),
    payments: ({ sale, refunded }) =>
      refunded.payments.map(({ paymentId, amount }) => ({ paymentId, amount: moneyIn(sale, amount) })),
  },
  Refund: {
    location: locationOf,
    terminal: ({ terminalId }, _, context) =>
      terminalId === undefined ? null : terminalLoader(context).load(terminalId),
    operator: operatorOf,
    customer: customerOf,
    sale: ({ relatedFactId }, _, context) =>
      relatedFactId === undefined ? null : getSale(requireCaller(context), relatedFactId),
    lines: (refund) => refund.lines.map((line, index) => ({ refund, line, number: index + 1 })),
    payments: (refund) => refund.payments.map((payment) => ({ fact: refund, payment })),
    taxTotal: (refund) => moneyIn(refund, refund.taxTotal),
    rounding: (refund) => moneyIn(refund, refund.rounding),
    total: (refund) => moneyIn(refund, refund.total),
    exceptions: exceptionsOn,
  },
  RefundLine: {
    id: ({ refund, number }) => `${refund.id}.${number}`,
    saleLine: ({ line }) => line.saleLine,
    description: ({ line }) => line.description,
    sku: ({ line }) => line.sku,
    variant: ({ line }, _, context) => variantOf(line, _, context),
    quantity: ({ line }) => line.quantity,
    unit: ({ line }) => line.unit ?? "EACH",
    pack: ({ line }) => line.pack,
    unitPrice: ({ line }) => line.unitPrice,
    taxTotal: ({ refund, line }) => moneyIn(refund, taxOf(line)),
    total: ({ refund, line }) => moneyIn(refund, line.total),
    writtenOff: ({ line }) => line.writtenOff ?? false,
  },
};

export const refundApi: ApiModule = { resolvers, nodes: { ref: { type: "Refund", load: getRefund } } };
