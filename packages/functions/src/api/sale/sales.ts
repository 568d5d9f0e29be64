import { canonicalJson } from "@pos/core/base/canonical.ts";
import { RequestError } from "@pos/core/base/result.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { listSales, type SaleFilter } from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import { connection, type PageArguments, pageRequest } from "../pages.ts";

/** Sales as a page of a list; the filter is part of what the list is. */
export async function salesConnection(
  context: RequestContext,
  { filter, ...args }: PageArguments & { readonly filter: SaleFilter },
) {
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
    throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  const { merchantId } = requireCaller(context).caller;
  const list = `sales:${sha256(canonicalJson({ ...filter, merchantId })).slice(0, 12)}`;
  const request = pageRequest(args, list);
  const { size, fromEnd, after, before } = request;
  const page = await listSales(requireCaller(context), {
    filter,
    limit: size,
    fromOldest: fromEnd,
    ...(after === undefined ? {} : { olderThan: after }),
    ...(before === undefined ? {} : { newerThan: before }),
  });
  if (!page) return null;
  const rows = page.sales.map(({ orderKey, sale }) => ({ key: orderKey, node: sale }));
  return connection(rows, page.hasMore, request, list);
}
