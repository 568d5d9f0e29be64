import { canonicalJson } from "@pos/core/base/canonical.ts";
import type { Result } from "@pos/core/base/result.ts";
import { counterCustomers } from "@pos/core/customers/customer/index.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { depositsOn } from "@pos/core/selling/customer-account/index.ts";
import {
  cancelQuote,
  createQuote,
  getQuote,
  listQuotes,
  type QuoteChange,
  type QuoteSeen,
  quoteNumber,
} from "@pos/core/selling/quote/index.ts";
import { operatorOf } from "../edges.ts";
import { moneyIn } from "../facts.ts";
import { batched } from "../loader.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { connection, pageRequest } from "../pages.ts";
import { discountsIn } from "../sale/discounts.ts";
import { terminalLoader } from "../terminal/loader.ts";

const customerLoader = batched(counterCustomers);

const resolvers: ApiModule["resolvers"] = {
  Query: {
    quote: (_, { id }, context) => getQuote(requireCaller(context), id),
    async quotes(_, { locationId, filter: asked, ...args }, context) {
      const known = requireCaller(context);
      const filter = withoutNulls(asked ?? {});
      const named = { ...filter, merchantId: known.caller.merchantId, locationId };
      const list = `quotes:${sha256(canonicalJson(named)).slice(0, 12)}`;
      const request = pageRequest(args, list);
      const { size, after } = request;
      const found = { filter, limit: size, ...(after === undefined ? {} : { after }) };
      const page = await listQuotes(known, locationId, found);
      if (!page) return null;
      const rows = page.quotes.map((node) => ({ key: node.id, node }));
      return connection(rows, page.hasMore, request, list, page.end);
    },
  },
  Mutation: {
    createQuote: async (_, { input }, context) =>
      answered(await createQuote(requireCaller(context), withoutNulls(input))),
    cancelQuote: async (_, { input }, context) =>
      answered(await cancelQuote(requireCaller(context), withoutNulls(input))),
  },
  Sale: {
    quoteId: ({ quoteId }) => quoteId ?? null,
    quote: ({ quoteId }, _, context) => (quoteId === undefined ? null : getQuote(requireCaller(context), quoteId)),
  },
  ParkedSale: {
    quoteId: ({ quoteId }) => quoteId ?? null,
    quote: ({ quoteId }, _, context) => (quoteId === undefined ? null : getQuote(requireCaller(context), quoteId)),
  },
  Quote: {
    number: ({ id }) => quoteNumber(id),
    location: locationOf,
    terminal: ({ terminalId }, _, context) =>
      terminalId === undefined ? null : terminalLoader(context).load(terminalId),
    operator: operatorOf,
    customer: ({ customerId }, _, context) =>
      customerId === undefined ? null : customerLoader(context).load(customerId),
    lines: (quote) => quote.held.lines.map((line, index) => ({ sale: cartOf(quote), line, number: index + 1 })),
    discounts: (quote) => discountsIn(cartOf(quote), quote.held.discounts),
    subtotal: (quote) => moneyIn(quote, quote.held.subtotal),
    discountTotal: (quote) => moneyIn(quote, quote.held.discountTotal),
    taxTotal: (quote) => moneyIn(quote, quote.held.taxTotal),
    total: (quote) => moneyIn(quote, quote.held.total),
    taxExemption: ({ held }) => held.taxExemption,
    deposited: (quote) => moneyIn(quote, quote.deposited),
    open: (quote) => moneyIn(quote, quote.held.total - quote.deposited),
    deposits: ({ id }, _, context) => depositsOn(requireCaller(context), id),
  },
};

function cartOf({ id, currency, held: { coupons } }: QuoteSeen) {
  return { id, currency, ...(coupons === undefined ? {} : { coupons }) };
}

function answered(result: Result<QuoteChange>) {
  if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
  const { quote, replayed } = result.value;
  return { quote, replayed, userErrors: [] };
}

export const quoteApi: ApiModule = { resolvers };
