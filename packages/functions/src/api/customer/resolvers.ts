import { present } from "@pos/core/base/result.ts";
import {
  type Customer,
  createCustomer,
  createCustomerAtCounter,
  customersByName,
  eraseCustomer,
  findCustomers,
  findCustomersAtCounter,
  getCustomer,
  listCustomers,
  patchCustomer,
  updateCustomer,
} from "@pos/core/customers/customer/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "../context.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, type PageArguments, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";
import { salesConnection } from "../sale/sales.ts";
import { activeGroupIds, customerTotalsLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    customer: (_, { id }, context) => getCustomer(requireCaller(context), id),
    async customersAtCounter(_, { search }, context) {
      checkSearch(search);
      return findCustomersAtCounter(requireCaller(context), search);
    },
    async customers(_, args, context) {
      const text = args.search?.trim() ?? "";
      const sort = args.sort ?? "NEWEST";
      if (sort === "NAME" || sort === "NAME_DESCENDING") return byName(context, text, { ...args, sort });
      if (text !== "") return searched(context, text, args);
      const { merchantId } = requireCaller(context).caller;
      const list = `customers:${merchantId}${sort === "NEWEST" ? "" : `:${sort}`}`;
      const request = pageRequest(args, list);
      const { size, after } = request;
      const found = await listCustomers(requireCaller(context), {
        limit: size + 1,
        isOldestFirst: sort === "OLDEST",
        ...(after === undefined ? {} : { after }),
      });
      const rows = found.slice(0, size).map((customer) => ({ key: customer.id, node: customer }));
      return connection(rows, found.length > size, request, list);
    },
  },
  Mutation: {
    createCustomer: async (_, { input }, context) =>
      payload("customer", await createCustomer(requireCaller(context), said(input))),
    createCustomerAtCounter: async (_, { input }, context) =>
      payload("customer", await createCustomerAtCounter(requireCaller(context), said(input))),
    updateCustomer: async (_, { input }, context) =>
      payload("customer", await updateCustomer(requireCaller(context), said(input))),
    async patchCustomer(_, { input: { taxExemption, ...input } }, context) {
      const exemption = taxExemption === undefined ? {} : { taxExemption: taxExemption?.certificateNumber ?? null };
      return payload("customer", await patchCustomer(requireCaller(context), { ...input, ...exemption }));
    },
    eraseCustomer: async (_, { input }, context) =>
      payload("customer", await eraseCustomer(requireCaller(context), input)),
  },
  Customer: {
    name: ({ person }) => person?.name,
    email: ({ person }) => person?.email,
    phone: ({ person }) => person?.phone,
    note: ({ person }) => person?.note,
    groupIds: ({ groupIds }) => [...groupIds],
    totals: async ({ id }, _, context) => present(await customerTotalsLoader(context).load(id), "the totals"),
    sales: ({ id }: Customer, args, context) => salesConnection(context, { ...args, filter: { customerId: id } }),
  },
  CounterCustomer: { groupIds: ({ groupIds }, _, context) => activeGroupIds(context, groupIds) },
  CustomerTotals: {
    grossSales: async ({ gross }, _, context) => inCurrency(context, gross),
    refunds: async ({ refunds }, _, context) => inCurrency(context, refunds),
  },
};

export const customerApi: ApiModule = {
  resolvers,
  nodes: { cus: { type: "Customer", needs: "customer:read", load: getCustomer } },
};

async function byName(
  context: RequestContext,
  text: string,
  args: PageArguments & { readonly sort: "NAME" | "NAME_DESCENDING" },
) {
  checkSearch(text);
  const list = `customers:${requireCaller(context).caller.merchantId}:${args.sort}:${text}`;
  const request = pageRequest(args, list);
  const { size, after } = request;
  const { rows, hasNext } = await customersByName(requireCaller(context), {
    ...{ isDescending: args.sort === "NAME_DESCENDING", first: size },
    ...(text === "" ? {} : { text }),
    ...(after === undefined ? {} : { after }),
  });
  return connection(
    rows.map(({ place, row }) => ({ key: place, node: row })),
    hasNext,
    request,
    list,
  );
}

async function searched(context: RequestContext, text: string, args: PageArguments) {
  checkSearch(text);
  const list = `customers:${requireCaller(context).caller.merchantId}:${text}`;
  const request = pageRequest(args, list);
  const { size, after } = request;
  const found = await findCustomers(requireCaller(context), {
    text,
    limit: size,
    ...(after === undefined ? {} : { after }),
  });
  const rows = found.slice(0, size).map(({ place, customer }) => ({ key: place, node: customer }));
  return connection(rows, found.length > size, request, list);
}

async function inCurrency(context: RequestContext, amount: number) {
  return { amount, currency: (await context.merchant()).currency };
}
