import { COST_UNKNOWN, movementsOf } from "@pos/core/goods/stock/index.ts";
import { findException, listExceptions, resolveException } from "@pos/core/office/exception/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { getSale } from "@pos/core/selling/sale/index.ts";
import { exceptionCode, moneyIn } from "../facts.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { connection, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";
import { staffLoader } from "../staff/loader.ts";

/** The chain of a level's movements is read one by one. */
const MOVEMENTS_READ = 100;
const SALES_SHOWN = 10;

const STATUS = { open: "OPEN", closed: "CLOSED", resolved: "RESOLVED" } as const;

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async exceptions(_, args, context) {
      const locationId = args.locationId ?? undefined;
      const open = args.open ?? true;
      const code = args.filter?.code;
      const list = [
        "exceptions",
        locationId ?? requireCaller(context).caller.merchantId,
        open,
        ...(code ? [code] : []),
      ].join(":");
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const page = await listExceptions(requireCaller(context), locationId, {
        open,
        limit: size,
        ...(after === undefined ? {} : { before: after }),
        ...(code ? { code } : {}),
      });
      return (
        page &&
        connection(
          page.exceptions.map(({ orderKey, exception }) => ({ key: orderKey, node: exception })),
          page.hasMore,
          request,
          list,
          page.end,
        )
      );
    },
  },
  Mutation: {
    resolveException: async (_, { input }, context) =>
      payload("exception", await resolveException(requireCaller(context), input)),
  },
  Exception: {
    id: exceptionId,
    location: locationOf,
    status: ({ status }) => STATUS[status],
    exceptionCode,
    async touchedSales({ subject, code }, _, context) {
      const [locationId = "", variantId = ""] = subject.split(".");
      if (code !== COST_UNKNOWN) return [];
      const page = await movementsOf(requireCaller(context), { locationId, variantId }, { first: MOVEMENTS_READ });
      const free = (page?.movements ?? []).filter(({ kind, value }) => kind === "sale" && value === 0);
      const ids = [...new Set(free.map(({ factId }) => factId))].slice(0, SALES_SHOWN);
      const sales = await Promise.all(ids.map((id) => getSale(requireCaller(context), id)));
      return sales.flatMap((sale) => sale ?? []);
    },
    async details({ details = {} }, _, context) {
      const { currency } = await context.merchant();
      return Object.entries(details).map(([name, detail]) => ({ name, currency, ...detail }));
    },
  },
  ExceptionDetail: {
    amount: (detail) => (detail.amount === undefined ? null : moneyIn(detail, detail.amount)),
    unitPrice: ({ price }) => price,
    staff: ({ staffId }, _, context) => (staffId === undefined ? null : staffLoader(context).load(staffId)),
  },
};

export const exceptionApi: ApiModule = {
  resolvers,
  nodeFields: {
    Exception: { about: ({ subject }: { readonly subject: string }) => subject },
  },
  compoundNodes: [
    {
      type: "Exception",
      form: /^[\w.]{1,100}:[A-Z0-9_]{1,100}$/,
      needs: "exception:read",
      async load(context, id) {
        const [subject = "", code = ""] = id.split(":");
        const exception = await findException(context, subject, code);
        return exception && { ...exception, id };
      },
    },
  ],
};

function exceptionId({ subject, code }: { readonly subject: string; readonly code: string }): string {
  return `${subject}:${code}`;
}
