import { readElements } from "@pos/core/base/gs1.ts";
import type { Failure } from "@pos/core/base/result.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import { taxOf } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { buyersOf } from "@pos/core/selling/refund/index.ts";
import {
  completeSale,
  countSales,
  getSale,
  priceCart,
  type SaleFact,
  type SaleInput,
  type SaleOutcome,
  syncSales,
} from "@pos/core/selling/sale/index.ts";
import { customerOf, operatorOf, variantOf } from "../edges.ts";
import type { EntryEvent } from "../events.ts";
import { exceptionCode, exceptionsOn, moneyIn } from "../facts.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { type Said, said } from "../omit-nulls.ts";
import { priceListLoader } from "../price-list/loader.ts";
import { epochOf, inBatch, SYNC_STATUS } from "../synced.ts";
import { terminalLoader } from "../terminal/loader.ts";
import { delivered, subscribeTo } from "../topic.ts";
import { discountsIn, savingsOf } from "./discounts.ts";
import { buyerOfSale, salesConnection } from "./sales.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    sale: (_, { id }, context) => getSale(requireCaller(context), id),
    async priceSale(_, { input, locationId, testedPromotionIds }, context) {
      const testedIds = testedPromotionIds ?? [];
      if (testedIds.length > TESTED_MAX)
        throw new RequestError("BAD_REQUEST", `At most ${TESTED_MAX} promotions are tested at once.`);
      const cart = { input: saleInput(input), testedIds, ...(locationId ? { locationId } : {}) };
      return { priced: await priceCart(requireCaller(context), cart) };
    },
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
    terminal: async ({ terminalId }, _, context) =>
      present(await terminalLoader(context).load(terminalId), "the sale's terminal"),
    operator: operatorOf,
    customerId: buyerOfSale,
    async customer(sale, _, context) {
      const customerId = await buyerOfSale(sale, _, context);
      return customerId === undefined ? null : customerOf({ customerId }, _, context);
    },
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
    variant: ({ line }, _, context) => variantOf(line, _, context),
    quantity: ({ line }) => line.quantity,
    unit: ({ line }) => line.unit ?? "EACH",
    tare: ({ line }) => line.tare,
    pack: ({ line }) => line.pack,
    code: ({ line }) => line.code,
    lot: ({ line }) => readElements(line.code ?? "")?.lot,
    expiresOn: ({ line }) => readElements(line.code ?? "")?.expiresOn,
    serial: ({ line }) => readElements(line.code ?? "")?.serial,
    unitPrice: ({ line }) => line.unitPrice,
    priceSource: ({ line }) => line.priceSource ?? "CATALOG",
    priceReason: ({ line }) => line.priceReason,
    priceListId: ({ line }) => line.priceListId,
    priceList: ({ line: { priceListId } }, _, context) =>
      priceListId === undefined ? null : priceListLoader(context).load(priceListId),
    categoryId: ({ line }) => line.categoryId,
    discountTotal: ({ sale, line }) => moneyIn(sale, line.gross - line.total),
    taxTotal: ({ sale, line }) => moneyIn(sale, taxOf(line)),
    taxes: ({ sale, line }) =>
      line.taxes.map(({ codeId, name, rate, amount }) => ({
        ...{ codeId, name: name ?? null, rate },
        amount: moneyIn(sale, amount),
      })),
    discounts: ({ sale, line }) => discountsIn(sale, line.discounts),
    total: ({ sale, line }) => moneyIn(sale, line.total),
  },
  PricedSale: {
    lines: ({ priced: { sale } }) => sale?.lines.map((line, index) => ({ sale, line, number: index + 1 })) ?? [],
    discounts: ({ priced: { sale } }) => (sale ? discountsIn(sale, sale.discounts) : []),
    promotions: ({ priced: { sale } }) => (sale ? savingsOf(sale) : []),
    subtotal: ({ priced: { sale } }) => sale && moneyIn(sale, sale.subtotal),
    discountTotal: ({ priced: { sale } }) => sale && moneyIn(sale, sale.discountTotal),
    taxTotal: ({ priced: { sale } }) => sale && moneyIn(sale, sale.taxTotal),
    total: ({ priced: { sale } }) => sale && moneyIn(sale, sale.total),
    userErrors: ({ priced: { failures } }) => [...failures],
  },
  SaleConnection: {
    rowCount: ({ filter }, _, context) =>
      filter.state !== undefined || filter.paymentState !== undefined
        ? null
        : countSales(requireCaller(context), filter, buyersOf),
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

const TESTED_MAX = 100;

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
