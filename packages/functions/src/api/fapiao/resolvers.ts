import { failure, type Result } from "@pos/core/base/result.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { getMerchant } from "@pos/core/people/merchant/index.ts";
import {
  type FapiaoRequest,
  fapiaosAfter,
  findFapiaos,
  issueFapiao,
  requestFapiao,
} from "@pos/core/selling/fapiao/index.ts";
import { openReceipt } from "@pos/core/selling/receipt/index.ts";
import { moneyIn } from "../facts.ts";
import type { FapiaoStatus } from "../generated/types.ts";
import { batched } from "../loader.ts";
import type { ApiModule } from "../module.ts";
import { networkOf } from "../network.ts";
import { pageById } from "../pages.ts";
import { payload } from "../payload.ts";

/** Not cached: a mutation of the same request may change them. */
const fapiaoLoader = batched(findFapiaos, { cache: false });

const resolvers: ApiModule["resolvers"] = {
  Query: {
    fapiaoRequests(_, { isIssued, ...args }, context) {
      const known = requireCaller(context);
      const list = `fapiaos:${known.caller.merchantId}:${isIssued ?? "all"}`;
      const filter = isIssued === null || isIssued === undefined ? {} : { isIssued };
      return pageById(args, list, (part) => fapiaosAfter(known, { ...part, ...filter }));
    },
  },
  Mutation: {
    requestFapiao: async (_, { input }, context) => answered(await requestFapiao(requireCaller(context), input)),
    async requestFapiaoByLink(_, { input: { token, ...buyer } }, context) {
      const opened = await openReceipt(context.asAnonymous, token, networkOf(context.sourceAddress));
      if (opened === "throttled") {
        const message = "Too many links that open nothing; try again later.";
        const details = { retryAfterSeconds: RETRY_SECONDS };
        return { userErrors: [failure("TOO_MANY_ATTEMPTS", message, ["input", "token"], details)] };
      }
      if (!opened) return { userErrors: [failure("UNKNOWN_LINK", "The link opens no receipt.", ["input", "token"])] };
      return answered(await requestFapiao(opened.context, { ...buyer, factId: opened.factId }));
    },
    issueFapiao: async (_, { input }, context) => payload("fapiao", await issueFapiao(requireCaller(context), input)),
  },
  Sale: { fapiao: ({ id }, _, context) => fapiaoLoader(context).load(id) },
  ElectronicReceipt: {
    async offersFapiao({ opened: { context, factId } }) {
      const { country, currency } = await getMerchant(context.table, context.caller.merchantId);
      return factId.startsWith("sal_") && (country ?? currency.slice(0, 2)) === "CN";
    },
    async fapiaoStatus({ opened: { context, factId } }) {
      const [request] = await findFapiaos(context, [factId]);
      return request && statusOf(request);
    },
  },
  FapiaoRequest: {
    total: (request) => moneyIn(request, request.total),
    taxes: (request) => request.taxes.map((row) => ({ request, row })),
  },
  FapiaoTax: {
    rate: ({ row }) => row.rate,
    net: ({ request, row }) => moneyIn(request, row.net),
    tax: ({ request, row }) => moneyIn(request, row.tax),
  },
};

const RETRY_SECONDS = 60;

function answered(result: Result<FapiaoRequest>) {
  if (!result.ok) return { userErrors: [...result.failures] };
  return { fapiao: result.value, status: statusOf(result.value), userErrors: [] };
}

function statusOf({ invoiceNumber }: FapiaoRequest): FapiaoStatus {
  return invoiceNumber === undefined ? "REQUESTED" : "ISSUED";
}

export const fapiaoApi: ApiModule = { resolvers };
