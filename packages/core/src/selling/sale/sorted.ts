import { checkSortable, type SortedRow, sortedPage } from "../../base/sorted-page.ts";
import type { Context } from "../../people/access/index.ts";
import type { SaleFact } from "./model.ts";
import { listSales, type SalesRequest } from "./queries.ts";

/** What sales are sorted by when not by when they happened. */
export interface SaleSort {
  readonly by: "RECEIPT" | "TOTAL";
  readonly isDescending: boolean;
}

/** As many sales as one request looks through. */
const SALES_MAX = 2_000;
const AT_ONCE = 500;

/**
 * A page of sales in another order than that of the list: all that the filter leaves are read for it.
 * @returns undefined: the location of the filter is none that this caller may see
 * @throws RequestError TOO_MANY_ROWS where there are more than 2,000
 */
export async function sortedSales(
  context: Context,
  request: Pick<SalesRequest, "filter" | "keep" | "buyers">,
  { sort: { by, isDescending }, ...page }: { readonly sort: SaleSort; readonly first: number; readonly after?: string },
): Promise<{ readonly rows: readonly SortedRow<SaleFact>[]; readonly hasNext: boolean } | undefined> {
  const found: SaleFact[] = [];
  let olderThan: string | undefined;
  do {
    const part = await listSales(context, {
      ...request,
      limit: AT_ONCE,
      ...(olderThan === undefined ? {} : { olderThan }),
    });
    if (!part) return undefined;
    found.push(...part.sales.map(({ sale }) => sale));
    olderThan = part.hasMore ? (part.sales.length < AT_ONCE ? part.end : part.sales.at(-1)?.orderKey) : undefined;
    // A part that is cut short had looked through as many as this whole page may.
    checkSortable(part.hasMore && part.sales.length < AT_ONCE ? SALES_MAX + 1 : found.length, SALES_MAX);
  } while (olderThan !== undefined);
  return sortedPage(found, {
    idOf: ({ id }) => id,
    byOf: by === "TOTAL" ? ({ total }) => total : ({ receiptNumber }) => countedPlaces(receiptNumber),
    isDescending,
    ...page,
  });
}

const DIGITS = /\d+/g;
const PLACES = 10;

/** So that C1-9 comes before C1-10. */
function countedPlaces(receiptNumber: string): string {
  return receiptNumber.replaceAll(DIGITS, (digits) => digits.padStart(PLACES, "0"));
}
