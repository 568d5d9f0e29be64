import { type Failure, present } from "@pos/core/base/result.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import {
  completeSale,
  getSale,
  type SaleFact,
  type SaleInput,
  type SaleOutcome,
  syncSales,
} from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import type { EntryEvent } from "../events.ts";
import { exceptionCode, exceptionsOn, locationOf, moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { type Said, said } from "../omit-nulls.ts";
import { delivered, subscribeTo } from "../topic.ts";
import { salesConnection } from "./sales.ts";

const SYNC_STATUS = {
  recorded: "RECORDED",
  replayed: "REPLAYED",
  quarantined: "QUARANTINED",
  full: "REJECTED",
  refused: "REJECTED",
} as const;

const resolvers: ApiModule["resolvers"] = {
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
        userErrors: failuresOf(outcome).map(inBatch(index)),
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
    taxTotal: ({ sale, line }) => moneyIn(sale, line.tax),
    total: ({ sale, line }) => moneyIn(sale, line.total),
  },
  SaleException: { exceptionCode },
  Subscription: {
    saleRecorded: {
      subscribe: subscribeTo("sale"),
      resolve(source: unknown) {
        const { cursor, previous, factId, withoutSale } = delivered<EntryEvent>(source);
        return { cursor, previous, saleId: factId, ...(withoutSale ? { sale: null } : {}) };
      },
    },
  },
  SaleRecorded: {
    // Read only where it is asked for; null from the start: it does not fit into a message.
    sale: ({ saleId, sale }, _, context) => (sale === null ? null : getSale(requireCaller(context), saleId)),
  },
};

export const saleApi: ApiModule = {
  resolvers,
  nodes: { sal: { type: "Sale", load: getSale } },
  topics: { sale: "saleRecorded" },
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
