import { findException, listExceptions, resolveException } from "@pos/core/office/exception/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { exceptionCode, moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { connection, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";
import { staffLoader } from "../staff/loader.ts";

const STATUS = { open: "OPEN", closed: "CLOSED", resolved: "RESOLVED" } as const;

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async exceptions(_, args, context) {
      const { locationId } = args;
      const open = args.open ?? true;
      const list = `exceptions:${locationId}:${open}`;
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const page = await listExceptions(requireCaller(context), locationId, {
        open,
        limit: size,
        ...(after === undefined ? {} : { before: after }),
      });
      return (
        page &&
        connection(
          page.exceptions.map(({ orderKey, exception }) => ({ key: orderKey, node: exception })),
          page.hasMore,
          request,
          list,
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
    status: ({ status }) => STATUS[status],
    exceptionCode,
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
