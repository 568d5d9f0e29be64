import { requireCaller } from "@pos/core/people/access/index.ts";
import { findLocations } from "@pos/core/people/location/index.ts";
import {
  customerStatement,
  getCustomerPayment,
  owedBy,
  recordCustomerPayment,
} from "@pos/core/selling/customer-account/index.ts";
import type { RequestContext } from "../context.ts";
import { customerOf, operatorOf } from "../edges.ts";
import { exceptionsOn, moneyIn } from "../facts.ts";
import { batched } from "../loader.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { terminalLoader } from "../terminal/loader.ts";
import type { CustomerAccount } from "./mappers.ts";

/** Not cached: a mutation of the same request may change it. */
const owedLoader = batched(owedBy, { cache: false });

const owedOf = async ({ id }: CustomerAccount, context: RequestContext) => (await owedLoader(context).load(id)) ?? 0;
const money = async (context: RequestContext, amount: number) => moneyIn(await context.merchant(), amount);

const KINDS = { sale: "SALE", refund: "REFUND", void: "VOID", customerPayment: "PAYMENT" } as {
  readonly [kind: string]: "SALE" | "REFUND" | "VOID" | "PAYMENT";
};

const resolvers: ApiModule["resolvers"] = {
  Query: {
    customerPayment: (_, { id }, context) => getCustomerPayment(requireCaller(context), id),
  },
  Mutation: {
    async recordCustomerPayment(_, { input }, context) {
      const result = await recordCustomerPayment(requireCaller(context), withoutNulls(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { payment: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  Customer: { account: (customer) => customer },
  CounterCustomer: { account: (customer) => customer },
  CustomerAccount: {
    owed: async (account, _, context) => money(context, await owedOf(account, context)),
    limit: ({ creditLimit }, _, context) => (creditLimit === undefined ? null : money(context, creditLimit)),
    async available(account, _, context) {
      const left = (account.creditLimit ?? 0) - (await owedOf(account, context));
      return money(context, Math.max(0, left));
    },
    statement: ({ id }, days, context) => customerStatement(requireCaller(context), { customerId: id, ...days }),
  },
  CustomerStatement: {
    opening: ({ opening }, _, context) => money(context, opening),
    lines: ({ lines }) => [...lines],
    closing: ({ closing }, _, context) => money(context, closing),
  },
  CustomerStatementLine: {
    id: ({ fact }) => fact.id,
    kind: ({ fact }) => KINDS[fact.kind] ?? "SALE",
    occurredAt: ({ fact }) => fact.occurredAt,
    amount: ({ amount }, _, context) => money(context, amount),
    owed: ({ owed }, _, context) => money(context, owed),
    async location({ fact: { locationId } }, _, context) {
      const [location] = locationId === undefined ? [] : await findLocations(requireCaller(context), [locationId]);
      return location;
    },
    receiptNumber: ({ fact }) => fact.receiptNumber,
    note: ({ fact }) => fact.note,
  },
  CustomerPayment: {
    location: locationOf,
    terminal: ({ terminalId }, _, context) =>
      terminalId === undefined ? null : terminalLoader(context).load(terminalId),
    operator: operatorOf,
    quoteId: ({ quoteId }) => quoteId ?? null,
    customer: customerOf,
    payments: (fact) => fact.payments.map((payment) => ({ fact, payment })),
    total: (fact) => moneyIn(fact, fact.total),
    changeDue: (fact) => moneyIn(fact, fact.changeDue),
    exceptions: exceptionsOn,
  },
};

export const customerAccountApi: ApiModule = {
  resolvers,
  nodes: { cpy: { type: "CustomerPayment", load: getCustomerPayment } },
};
