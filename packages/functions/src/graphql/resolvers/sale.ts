import { canonicalJson } from "@pos/core/base/canonical.ts";
import { type Failure, present, RequestError } from "@pos/core/base/result.ts";
import { readHead, sha256 } from "@pos/core/ledger/index.ts";
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
  saleExceptions,
  syncSales,
} from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import type { Resolvers } from "../generated/types.ts";
import { connection, pageRequest } from "../pages.ts";
import { type Said, said } from "../said.ts";

export interface LineOfSale {
  readonly sale: SaleFact;
  readonly line: SaleLine;
  readonly number: number;
}

export interface PaymentOfSale {
  readonly sale: SaleFact;
  readonly payment: Payment;
}

export interface CompletedSale {
  readonly outcome: SaleOutcome;
}

export interface SyncedSales {
  readonly ids: readonly string[];
  readonly outcomes: readonly SaleOutcome[];
}

const SYNC_STATUS = {
  recorded: "RECORDED",
  replayed: "REPLAYED",
  quarantined: "QUARANTINED",
  full: "REJECTED",
  refused: "REJECTED",
} as const;

export const saleResolvers: Resolvers = {
  Query: {
    sale: (_, { id }, context) => getSale(requireCaller(context), id),
    async sales(_, args, context) {
      const filter: SaleFilter = said(args.filter ?? {});
      if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) malformedSpan();
      const list = `sales:${sha256(canonicalJson({ ...filter })).slice(0, 12)}`;
      const request = pageRequest(args, list);
      const { size, fromEnd, after, before } = request;
      const page = await listSales(requireCaller(context), {
        filter,
        limit: size,
        fromOldest: fromEnd,
        ...(after === undefined ? {} : { olderThan: after }),
        ...(before === undefined ? {} : { newerThan: before }),
      });
      return (
        page &&
        connection(
          page.sales.map(({ orderKey, sale }) => ({ key: orderKey, node: sale })),
          page.hasMore,
          request,
          list,
        )
      );
    },
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
        userErrors: failuresOf(outcome).map(inBatch(index)),
      })),
    epoch: (_, __, context) => epochOf(context),
    userErrors: () => [],
  },
  Sale: {
    location: async ({ locationId }, _, { locations }) =>
      present(await locations.load(locationId), "the sale's location"),
    terminal: async ({ terminalId }, _, { terminals }) =>
      present(await terminals.load(terminalId), "the sale's terminal"),
    lines: (sale) => sale.lines.map((line, index) => ({ sale, line, number: index + 1 })),
    payments: (sale) => sale.payments.map((payment) => ({ sale, payment })),
    subtotal: (sale) => money(sale, sale.subtotal),
    discountTotal: (sale) => money(sale, sale.discountTotal),
    taxTotal: (sale) => money(sale, sale.taxTotal),
    rounding: (sale) => money(sale, sale.rounding),
    total: (sale) => money(sale, sale.total),
    changeDue: (sale) => money(sale, sale.changeDue),
    expectedTotal: (sale) => (sale.expectedTotal === undefined ? null : money(sale, sale.expectedTotal)),
    exceptions: (sale, _, context) => saleExceptions(requireCaller(context), sale),
  },
  SaleLine: {
    id: ({ sale, number }) => `${sale.id}.${number}`,
    description: ({ line }) => line.description,
    sku: ({ line }) => line.sku,
    quantity: ({ line }) => line.quantity,
    unitPrice: ({ line }) => line.unitPrice,
    discountTotal: ({ sale, line }) => money(sale, line.gross - line.total),
    taxTotal: ({ sale, line }) => money(sale, line.tax),
    total: ({ sale, line }) => money(sale, line.total),
  },
  Payment: {
    id: ({ payment }) => payment.id,
    method: ({ payment }) => payment.method,
    amount: ({ sale, payment }) => money(sale, payment.amount),
  },
};

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

function money(sale: SaleFact, amount: number) {
  return { amount, currency: sale.currency };
}

/** A sale's paths start at `input`; in a batch its place is said between. */
function inBatch(index: number) {
  return (failure: Failure): Failure => ({
    ...failure,
    path: ["input", "sales", String(index), ...failure.path.slice(1)],
  });
}

async function epochOf(context: RequestContext): Promise<number> {
  const { table, caller } = requireCaller(context);
  if (caller.kind === "staff") return 1;
  return (await readHead(table, caller.merchantId, caller.locationId)).epoch;
}

function malformedSpan(): never {
  throw new RequestError("BAD_REQUEST", "The first day is after the last.");
}
