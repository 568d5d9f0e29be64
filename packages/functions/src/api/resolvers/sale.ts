import { canonicalJson } from "@pos/core/base/canonical.ts";
import { type Failure, present, RequestError } from "@pos/core/base/result.ts";
import type { AppliedDiscount } from "@pos/core/goods/pricing/model.ts";
import { taxOf } from "@pos/core/goods/tax/index.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { Payment } from "@pos/core/selling/payment/index.ts";
import {
  completeSale,
  getSale,
  listSales,
  type SaleFact,
  type SaleFilter,
  type SaleInput,
  type SaleLine,
  type SaleOutcome,
  syncSales,
} from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import { exceptionsOn, locationOf, moneyIn } from "../facts.ts";
import type { Resolvers } from "../generated/types.ts";
import { type Said, said } from "../omit-nulls.ts";
import { connection, type PageArguments, pageRequest } from "../pages.ts";
import { epochOf, inBatch, SYNC_STATUS } from "../synced.ts";

export interface LineOfSale {
  readonly sale: SaleFact;
  readonly line: SaleLine;
  readonly number: number;
}

/** A sale's payment or, given back, a refund's. */
export interface PaymentOf {
  readonly fact: { readonly currency: string };
  readonly payment: Pick<Payment, "id" | "method" | "amount">;
}

export interface CompletedSale {
  readonly outcome: SaleOutcome;
}

export interface SyncedSales {
  readonly ids: readonly string[];
  readonly outcomes: readonly SaleOutcome[];
}

export const saleResolvers: Resolvers = {
  Query: {
    sale: (_, { id }, context) => getSale(requireCaller(context), id),
    sales: (_, args, context) => salesConnection(context, { ...args, filter: said(args.filter ?? {}) }),
  },
  Mutation: {
    completeSale: async (_, { input }, context) => ({
      outcome: await completeSale(requireCaller(context), saleInput(input)),
    }),
    async syncSales(_, { input }, context) {
      const sales = input.sales.map(saleInput);
      return { ids: sales.map(({ id }) => id), outcomes: await syncSales(requireCaller(context), sales) };
    },
  },
  CompleteSalePayload: {
    sale: ({ outcome }) => saleOf(outcome),
    replayed: ({ outcome }) => outcome.status === "replayed",
    epoch: (_, __, context) => epochOf(context),
    userErrors: ({ outcome }) => failuresOf(outcome),
  },
  SyncSalesPayload: {
    results: ({ ids, outcomes }) =>
      outcomes.map((outcome, index) => ({
        id: ids[index] ?? "",
        status: SYNC_STATUS[outcome.status],
        sale: saleOf(outcome),
        userErrors: failuresOf(outcome).map(inBatch("sales", String(index))),
      })),
    epoch: (_, __, context) => epochOf(context),
    userErrors: () => [],
  },
  Sale: {
    location: locationOf,
    terminal: async ({ terminalId }, _, { terminals }) =>
      present(await terminals.load(terminalId), "the sale's terminal"),
    lines: (sale) => sale.lines.map((line, index) => ({ sale, line, number: index + 1 })),
    payments: (sale) => sale.payments.map((payment) => ({ fact: sale, payment })),
    discounts: (sale) => discountsIn(sale, sale.discounts),
    subtotal: (sale) => moneyIn(sale, sale.subtotal),
    discountTotal: (sale) => moneyIn(sale, sale.discountTotal),
    taxTotal: (sale) => moneyIn(sale, sale.taxTotal),
    rounding: (sale) => moneyIn(sale, sale.rounding),
    total: (sale) => moneyIn(sale, sale.total),
    changeDue: (sale) => moneyIn(sale, sale.changeDue),
    expectedTotal: (sale) => (sale.expectedTotal === undefined ? null : moneyIn(sale, sale.expectedTotal)),
    exceptions: exceptionsOn,
  },
  SaleLine: {
    id: ({ sale, number }) => `${sale.id}.${number}`,
    description: ({ line }) => line.description,
    sku: ({ line }) => line.sku,
    quantity: ({ line }) => line.quantity,
    unitPrice: ({ line }) => line.unitPrice,
    discountTotal: ({ sale, line }) => moneyIn(sale, line.gross - line.total),
    taxTotal: ({ sale, line }) => moneyIn(sale, taxOf(line)),
    taxes: ({ sale, line }) => line.taxes.map(({ rate, amount }) => ({ rate, amount: moneyIn(sale, amount) })),
    discounts: ({ sale, line }) => discountsIn(sale, line.discounts),
    total: ({ sale, line }) => moneyIn(sale, line.total),
  },
  Payment: {
    id: ({ payment }) => payment.id,
    method: ({ payment }) => payment.method,
    amount: ({ fact, payment }) => moneyIn(fact, payment.amount),
  },
};

function discountsIn(sale: SaleFact, discounts: readonly AppliedDiscount[] = []) {
  return discounts.map(({ source, amount, reason }) => ({ source, amount: moneyIn(sale, amount), reason }));
}

/** The generated input allows null wherever it allows absence; what is left is the core's own form. */
function saleInput(input: object): SaleInput {
  return said(input) as Said<object> as unknown as SaleInput;
}

function saleOf(outcome: SaleOutcome): SaleFact | null {
  return "sale" in outcome ? outcome.sale : null;
}

function failuresOf(outcome: SaleOutcome): Failure[] {
  return "failures" in outcome ? [...outcome.failures] : [];
}

/** Sales as a page of a list; the filter is part of what the list is. */
export async function salesConnection(
  context: RequestContext,
  { filter, ...args }: PageArguments & { readonly filter: SaleFilter },
) {
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  const { merchantId } = requireCaller(context).caller;
  const list = `sales:${sha256(canonicalJson({ ...filter, merchantId })).slice(0, 12)}`;
  const request = pageRequest(args, list);
  const { size, fromEnd, after, before } = request;
  const page = await listSales(requireCaller(context), {
    filter,
    limit: size,
    fromOldest: fromEnd,
    ...(after === undefined ? {} : { olderThan: after }),
    ...(before === undefined ? {} : { newerThan: before }),
  });
  if (!page) return null;
  const rows = page.sales.map(({ orderKey, sale }) => ({ key: orderKey, node: sale }));
  return connection(rows, page.hasMore, request, list);
}
