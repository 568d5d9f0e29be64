import { canonicalJson } from "@pos/core/base/canonical.ts";
import { RequestError } from "@pos/core/base/result.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { buyerOf, buyersOf, type RefundState, refundGuardsOf, refundStatesOf } from "@pos/core/selling/refund/index.ts";
import { listSales, type SaleFact, type SaleFilter } from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import type { SaleState } from "../generated/types.ts";
import { batched } from "../loader.ts";
import { connection, type PageArguments, pageRequest } from "../pages.ts";

/** A filter as the API takes it. */
export interface SaleListFilter extends SaleFilter {
  readonly state?: SaleState;
}

const REFUND_STATES: { readonly [state in SaleState]?: RefundState } = {
  COMPLETED: "none",
  PARTLY_REFUNDED: "part",
  REFUNDED: "all",
  VOIDED: "void",
};

/** Sales as a page of a list; the filter is part of what the list is. */
export async function salesConnection(
  context: RequestContext,
  { filter, ...args }: PageArguments & { readonly filter: SaleListFilter },
) {
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  const session = requireCaller(context);
  const { merchantId } = session.caller;
  const list = `sales:${sha256(canonicalJson({ ...filter, merchantId })).slice(0, 12)}`;
  const request = pageRequest(args, list);
  const { size, fromEnd, after, before } = request;
  const { state, ...conditions } = filter;
  const refunded = state && REFUND_STATES[state];
  const page = await listSales(session, {
    filter: { ...conditions, ...(state === "WITH_EXCEPTIONS" ? { hasExceptions: true } : {}) },
    limit: size,
    fromOldest: fromEnd,
    buyers: buyersOf,
    ...(after === undefined ? {} : { olderThan: after }),
    ...(before === undefined ? {} : { newerThan: before }),
    ...(refunded === undefined
      ? {}
      : { keep: async (sales) => (await refundStatesOf(session, sales)).map((found) => found === refunded) }),
  });
  if (!page) return null;
  const isCut = page.hasMore && page.sales.length < size;
  const rows = page.sales.map(({ orderKey, sale }) => ({ key: orderKey, node: sale }));
  return { ...connection(rows, page.hasMore, request, list, isCut ? page.end : undefined), filter };
}

/** What became of sales. */
export const guardLoader = batched(refundGuardsOf, { cache: false });

/** Whose a sale is: it may have been put on another customer since it was recorded. */
export async function buyerOfSale(sale: SaleFact, _: unknown, context: RequestContext): Promise<string | undefined> {
  const guard = await guardLoader(context).load(sale.id);
  return guard === undefined ? sale.customerId : buyerOf(sale, guard);
}

/** What a line needs of its sale, or of a cart that is priced. */
export type SaleOfLine = Pick<SaleFact, "id" | "currency" | "coupons">;
