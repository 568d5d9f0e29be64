import { RequestError } from "../../base/result.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { getLocation, listLocations } from "../../people/location/index.ts";
import { dayTotals } from "../../selling/sale/index.ts";

/** What was sold in a span of business days. Amounts are minor units; refunds are positive. */
export interface SalesSummary {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly grossSales: number;
  readonly refunds: number;
  readonly netSales: number;
  readonly taxTotal: number;
  readonly costOfGoods: number;
  readonly grossMargin: number;
}

/**
 * The sums of day totals, `from` and `to` included. Without a location: over all that the caller may see.
 * @returns undefined: no such location for this caller
 */
export async function salesSummary(
  context: Context,
  span: { readonly locationId?: string; readonly from: string; readonly to: string },
): Promise<SalesSummary | undefined> {
  authorize(context, "report:read");
  if (span.from > span.to) throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  const locations =
    span.locationId === undefined ? await listLocations(context) : [await getLocation(context, span.locationId)];
  let [saleCount, refundCount, grossSales, refunds, taxTotal, costOfGoods] = [0, 0, 0, 0, 0, 0];
  for (const location of locations) {
    if (!location) return undefined;
    for (const day of await dayTotals(context, location.id, span.from, span.to)) {
      saleCount += day.saleCount;
      refundCount += day.refundCount;
      grossSales += day.gross;
      refunds += day.refunds;
      taxTotal += day.tax;
      costOfGoods += day.cost;
    }
  }
  const netSales = grossSales - refunds;
  return {
    saleCount,
    refundCount,
    grossSales,
    refunds,
    netSales,
    taxTotal,
    costOfGoods,
    grossMargin: netSales - taxTotal - costOfGoods,
  };
}
