import { canonicalJson } from "@pos/core/base/canonical.ts";
import { RequestError } from "@pos/core/base/result.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { havePaymentIn } from "@pos/core/selling/payment-outcome/index.ts";
import { buyerOf, buyersOf, type RefundState, refundGuardsOf, refundStatesOf } from "@pos/core/selling/refund/index.ts";
import {
  listSales,
  type SaleFact,
  type SaleFilter,
  type SaleSort as SaleOrder,
  type SalesRequest,
  sortedSales,
} from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import type { PaymentState, SaleSort, SaleState } from "../generated/types.ts";
import { batched } from "../loader.ts";
import { connection, type PageArguments, pageRequest } from "../pages.ts";

/** A filter as the API takes it. */
export interface SaleListFilter extends SaleFilter {
  readonly state?: SaleState;
  readonly paymentState?: PaymentState;
}

const REFUND_STATES: { readonly [state in SaleState]?: RefundState } = {
  COMPLETED: "none",
  PARTLY_REFUNDED: "part",
  REFUNDED: "all",
  VOIDED: "void",
};

/** The orders for which the whole list is read. */
const READ_WHOLE: { readonly [sort in SaleSort]?: SaleOrder } = {
  RECEIPT: { by: "RECEIPT", isDescending: false },
  RECEIPT_DESCENDING: { by: "RECEIPT", isDescending: true },
  TOTAL: { by: "TOTAL", isDescending: false },
  TOTAL_DESCENDING: { by: "TOTAL", isDescending: true },
};

interface ListArguments extends PageArguments {
  readonly filter: SaleListFilter;
  readonly sort?: SaleSort | null | undefined;
}

/** Sales as a page of a list; the filter and the order are part of what the list is. */
export async function salesConnection(context: RequestContext, { filter, ...args }: ListArguments) {
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  const session = requireCaller(context);
  const { merchantId } = session.caller;
  const sort = args.sort ?? "NEWEST";
  const named = { ...filter, ...(sort === "NEWEST" ? {} : { sort }), merchantId };
  const list = `sales:${sha256(canonicalJson(named)).slice(0, 12)}`;
  const request = pageRequest(args, list);
  const { size, fromEnd, after, before } = request;
  const { state, paymentState, ...conditions } = filter;
  const refunded = state && REFUND_STATES[state];
  const keep = async (sales: readonly SaleFact[]) => {
    const states = refunded && (await refundStatesOf(session, sales));
    const paid = paymentState && (await havePaymentIn(session, paymentState, sales));
    return sales.map((_, index) => states?.[index] === refunded && paid?.[index] !== false);
  };
  const wanted: Pick<SalesRequest, "filter" | "buyers" | "keep"> = {
    filter: { ...conditions, ...(state === "WITH_EXCEPTIONS" ? { hasExceptions: true } : {}) },
    buyers: buyersOf,
    ...(refunded === undefined && paymentState === undefined ? {} : { keep }),
  };
  const order = READ_WHOLE[sort];
  if (order) {
    if (fromEnd || before !== undefined)
      throw new RequestError("BAD_REQUEST", "A list in this order is read forwards: ask for `first` and `after`.");
    const page = await sortedSales(session, wanted, {
      ...{ sort: order, first: size },
      ...(after === undefined ? {} : { after }),
    });
    if (!page) return null;
    const sorted = page.rows.map(({ place, row }) => ({ key: place, node: row }));
    return { ...connection(sorted, page.hasNext, request, list), filter };
  }
  const isOldestFirst = sort === "OLDEST";
  const [olderThan, newerThan] = isOldestFirst ? [before, after] : [after, before];
  const page = await listSales(session, {
    ...wanted,
    limit: size,
    fromOldest: fromEnd !== isOldestFirst,
    ...(olderThan === undefined ? {} : { olderThan }),
    ...(newerThan === undefined ? {} : { newerThan }),
  });
  if (!page) return null;
  const isCut = page.hasMore && page.sales.length < size;
  const sales = isOldestFirst ? page.sales.toReversed() : page.sales;
  const rows = sales.map(({ orderKey, sale }) => ({ key: orderKey, node: sale }));
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
