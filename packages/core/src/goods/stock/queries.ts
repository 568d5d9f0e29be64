import { isId } from "../../base/id.ts";
import { formatQuantity } from "../../base/quantity.ts";
import { balanceKey, readBalance, readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { type SkuRow, skusAfter, skusNamed } from "../catalog/index.ts";
import { LEVEL } from "./booking.ts";
import type { StockAdjustmentFact } from "./model.ts";

/** An adjustment that this caller may see. */
export async function getStockAdjustment(context: Context, id: string): Promise<StockAdjustmentFact | undefined> {
  authorize(context, "stock:read");
  if (!isId("adj", id)) return undefined;
  const stored = await readFact<StockAdjustmentFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

export interface StockLevel {
  readonly sku: string;
  /** Decimal. */
  readonly onHand: string;
}

export interface LevelPage {
  readonly levels: readonly StockLevel[];
  readonly hasNext: boolean;
}

const ROWS = 100;

/**
 * Levels of a location by ascending SKU. What has no level there is left out.
 * @param skus only these (at most 100)
 * @returns undefined: no such location for this caller
 */
export async function stockLevels(
  context: Context,
  locationId: string,
  options: { readonly skus?: readonly string[]; readonly first: number; readonly after?: string },
): Promise<LevelPage | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const { skus, first, after } = options;
  const { table, caller } = context;
  const found: StockLevel[] = [];
  if (skus) {
    const rows = (await skusNamed(table, caller.merchantId, skus)).filter(
      ({ sku }) => after === undefined || isAfter(sku, after),
    );
    found.push(...(await levelsOf(context, locationId, rows)));
  } else {
    let from = after;
    while (found.length <= first) {
      const rows = await skusAfter(table, caller.merchantId, from, ROWS);
      found.push(...(await levelsOf(context, locationId, rows)));
      from = rows.at(-1)?.sku;
      if (rows.length < ROWS) break;
    }
  }
  return { levels: found.slice(0, first), hasNext: found.length > first };
}

function isAfter(sku: string, after: string): boolean {
  return Buffer.compare(Buffer.from(sku), Buffer.from(after)) > 0;
}

async function levelsOf(context: Context, locationId: string, rows: readonly SkuRow[]): Promise<StockLevel[]> {
  if (rows.length === 0) return [];
  const { table, caller } = context;
  const items = await table.batchGet(
    rows.map(({ variantId }) => balanceKey(caller.merchantId, locationId, LEVEL, variantId)),
  );
  return rows.flatMap(({ sku }, index) => {
    const item = items[index];
    return item ? [{ sku, onHand: formatQuantity(readBalance(LEVEL, item).quantity) }] : [];
  });
}
