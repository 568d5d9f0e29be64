import { authorize, type Context, covered } from "../../people/access/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { firstRecords, type ListPart } from "../../table/records.ts";
import type { FapiaoRequest } from "./model.ts";
import { fapiaoKey, fapiaoPk, readFapiao } from "./records.ts";

/** The request of each sale, in their order; the caller has read the sales. */
export async function findFapiaos(
  { table, caller }: Context,
  saleIds: readonly string[],
): Promise<(FapiaoRequest | undefined)[]> {
  const items = await batchGetAll(
    table,
    saleIds.map((id) => fapiaoKey(caller.merchantId, id)),
  );
  return items.map((item) => item && readFapiao(item));
}

/** Requests by their sales, from old to new; those that wait for their fapiao, or those that have it. */
export async function fapiaosAfter(
  context: Context,
  { isIssued, ...part }: ListPart & { readonly isIssued?: boolean },
): Promise<FapiaoRequest[]> {
  authorize(context, "fapiao:read");
  const { table, caller } = context;
  return firstRecords(table, fapiaoPk(caller.merchantId), part, (item) => {
    const request = readFapiao(item);
    const isListed = isIssued === undefined || isIssued === (request.invoiceNumber !== undefined);
    return isListed && covered(context, request.locationId) ? request : undefined;
  });
}
