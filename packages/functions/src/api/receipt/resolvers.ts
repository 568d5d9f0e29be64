import { present, RequestError } from "@pos/core/base/result.ts";
import { deliveriesOf, receiptSendingsOf, sendReceipt } from "@pos/core/office/mail/index.ts";
import { type Context, can, requireCaller } from "@pos/core/people/access/index.ts";
import { getMerchant } from "@pos/core/people/merchant/index.ts";
import {
  countReceiptCopy,
  type OpenedReceipt,
  openReceipt,
  type PaperRecord,
  papersOf,
  renewReceiptLink,
} from "@pos/core/selling/receipt/index.ts";
import type { RequestContext } from "../context.ts";
import { graphqlError } from "../errors.ts";
import type { ApiModule } from "../module.ts";
import { networkOf } from "../network.ts";
import { payload } from "../payload.ts";
import { linkOf, linkTo, paperLoader } from "./links.ts";
import type { ReceiptMail } from "./mappers.ts";
import { type PaperReader, paperOrder, type ReceiptRequest } from "./order.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    receipt: (_, request, context) =>
      rendered(request, {
        context: requireCaller(context),
        count: (values) => context.scope.work.count(values),
        linkTo: (factId) => linkTo(factId, context),
      }),
    async electronicReceipt(_, { token }, context) {
      const opened = await openReceipt(context.asAnonymous, token, networkOf(context.sourceAddress));
      if (opened === "throttled")
        throw graphqlError("TOO_MANY_REQUESTS", "Too many links that open nothing; try again later.");
      return opened ? { opened } : null;
    },
  },
  Mutation: {
    countReceiptCopy: async (_, { input }, context) =>
      payload("receipt", await countReceiptCopy(requireCaller(context), input)),
    async sendReceipt(_, { input }, context) {
      const caller = requireCaller(context);
      const { language, ...request } = input;
      const asked = { ...request, ...(language ? { language } : {}) };
      const result = await sendReceipt(caller, asked, (factId) => linkTo(factId, context));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      const [receipt] = await papersOf(caller, [input.factId]);
      return { receipt: receipt ?? null, replayed: result.value.replayed, userErrors: [] };
    },
    renewReceiptLink: async (_, { input }, context) =>
      payload("receipt", await renewReceiptLink(requireCaller(context), input)),
  },
  Sale: { receipt: paperOf },
  Refund: { receipt: paperOf },
  ReceiptState: {
    link: (paper, _, context) => linkOf(paper, context),
    mails: (paper, _, context) => mailsOf(paper, requireCaller(context)),
  },
  ReceiptMail: {
    id: ({ sending }) => sending.id,
    recipient: ({ delivery }, _, context) => (readsCustomers(context) ? delivery.recipient : null),
    status: ({ delivery }) => delivery.status,
    detail: ({ delivery }, _, context) => (readsCustomers(context) && delivery.detail) || null,
    createdAt: ({ sending }) => sending.createdAt,
    sentAt: ({ delivery }) => delivery.sentAt ?? null,
  },
  ElectronicReceipt: {
    merchantName: async ({ opened: { context } }) => (await getMerchant(context.table, context.caller.merchantId)).name,
    paper: ({ opened }, args, context) => paperOfOpened(opened, args, context),
  },
};

async function rendered(request: ReceiptRequest, reader: PaperReader) {
  const order = await paperOrder(request, reader);
  if (!order) return null;
  const { renderPaper } = await import("./papers.ts");
  return { factId: request.factId, format: request.format, ...(await renderPaper(order)) };
}

/** The mail server's words may contain the address. */
function readsCustomers(context: RequestContext): boolean {
  return can(requireCaller(context).caller, "customer:read");
}

async function mailsOf(paper: PaperRecord, context: Context): Promise<ReceiptMail[]> {
  const sendings = await receiptSendingsOf(context, paper.id);
  const { table, caller } = context;
  return Promise.all(
    sendings.map(async (sending) => {
      const [delivery] = await deliveriesOf(table, caller.merchantId, sending.id);
      return { sending, delivery: present(delivery, "the delivery of a mail") };
    }),
  );
}

async function paperOf({ id }: { readonly id: string }, _: unknown, context: RequestContext): Promise<PaperRecord> {
  const paper = await paperLoader(context).load(id);
  if (!paper) throw new Error(`The receipt's record of ${id} was not read.`);
  return paper;
}

/** The page has its own address: the paper needs no code of it. */
async function paperOfOpened(
  { context: opened, factId }: OpenedReceipt,
  args: Omit<ReceiptRequest, "factId">,
  context: RequestContext,
) {
  const reader: PaperReader = {
    context: opened,
    count: (values) => context.scope.work.count(values),
    linkTo: () => Promise.resolve(undefined),
  };
  const paper = await rendered({ ...args, factId }, reader);
  if (!paper) throw new RequestError("NOT_FOUND", "There is no such receipt.");
  return paper;
}

export const receiptApi: ApiModule = { resolvers };
