import { fromScaled } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { PRICE_PLACES } from "../../base/money.ts";
import { formatQuantity, parseQuantity } from "../../base/quantity.ts";
import {
  balanceKey,
  entryKey,
  factKey,
  parseEntryReference,
  readBalance,
  readEntry,
  readFact,
  readHeader,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import {
  findVariant,
  reorderedVariants,
  type SkuRow,
  skusAfter,
  skusFound,
  skusNamed,
  type Variant,
} from "../catalog/index.ts";
import { goodsOf, LEVEL, levelsOf } from "./booking.ts";
import type { Level, StockAdjustmentFact } from "./model.ts";
import { unitCostOfLevel } from "./rules.ts";

/** An adjustment that this caller may see. */
export async function getStockAdjustment(context: Context, id: string): Promise<StockAdjustmentFact | undefined> {
  authorize(context, "stock:read");
  if (!isId("adj", id)) return undefined;
  const stored = await readFact<StockAdjustmentFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

export interface StockLevel {
  readonly locationId: string;
  readonly variantId: string;
  readonly sku: string;
  /** Decimal. */
  readonly onHand: string;
  /** As it is stored, where it was read. */
  readonly stored?: Level;
}

export interface LevelPage {
  readonly levels: readonly StockLevel[];
  readonly hasNext: boolean;
}

const ROWS = 100;

/**
 * Levels of a location by ascending SKU. What has no level there is left out.
 * @param skus only these (at most 100)
 * @param search only variants whose products are found by it (of the first 100 products)
 * @returns undefined: no such location for this caller
 */
export async function stockLevels(
  context: Context,
  locationId: string,
  options: {
    readonly skus?: readonly string[];
    readonly search?: string;
    readonly first: number;
    readonly after?: string;
  },
): Promise<LevelPage | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const { skus, search, first, after } = options;
  const { table, caller } = context;
  const found: StockLevel[] = [];
  if (skus || search !== undefined) {
    const named = skus ? await skusNamed(table, caller.merchantId, skus) : await skusFound(context, search ?? "", ROWS);
    const rows = named.filter(({ sku }) => after === undefined || isAfter(sku, after));
    for (let from = 0; from < rows.length && found.length <= first; from += ROWS)
      found.push(...(await levelsOfRows(context, locationId, rows.slice(from, from + ROWS))));
  } else {
    let from = after;
    while (found.length <= first) {
      const rows = await skusAfter(table, caller.merchantId, from, ROWS);
      found.push(...(await levelsOfRows(context, locationId, rows)));
      from = rows.at(-1)?.sku;
      if (rows.length < ROWS) break;
    }
  }
  return { levels: found.slice(0, first), hasNext: found.length > first };
}

function isAfter(sku: string, after: string): boolean {
  return Buffer.compare(Buffer.from(sku), Buffer.from(after)) > 0;
}

async function levelsOfRows(context: Context, locationId: string, rows: readonly SkuRow[]): Promise<StockLevel[]> {
  const { table, caller } = context;
  const items = await batchGetAll(
    table,
    rows.map(({ variantId }) => balanceKey(caller.merchantId, locationId, LEVEL, variantId)),
  );
  return rows.flatMap(({ sku, variantId }, index) => {
    const item = items[index];
    if (!item) return [];
    const stored = readBalance(LEVEL, item);
    return [{ locationId, variantId, sku, onHand: formatQuantity(stored.quantity), stored }];
  });
}

/** The level of a variant at a location. @returns undefined if not found or not visible to this caller */
export async function getStockLevel(
  context: Context,
  { locationId, variantId }: LevelRef,
): Promise<StockLevel | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const variant = await findVariant(context, { id: variantId });
  const [level] = variant ? await levelsOfRows(context, locationId, [{ variantId, sku: variant.sku }]) : [];
  return level;
}

/** What a unit at a level costs, major units. @returns undefined if no cost is known */
export async function unitCostAt(context: Context, level: StockLevel, digits: number): Promise<string | undefined> {
  const stored = level.stored ?? (await getStockLevel(context, level))?.stored;
  const unitCost = stored && unitCostOfLevel(stored, digits);
  return unitCost === undefined ? undefined : fromScaled(unitCost, PRICE_PLACES);
}

export interface LowLevel {
  readonly variant: Variant;
  readonly onHand: string;
}

/** Variants whose level at a location is below their reorder point, the emptiest first; what was never there counts as 0. */
export async function lowStock(context: Context, locationId: string, first: number): Promise<LowLevel[] | undefined> {
  const page = await lowStockPage(context, locationId, { first });
  return page?.rows.map(({ low }) => low);
}

export interface LowStockPage {
  readonly rows: readonly { readonly orderKey: string; readonly low: LowLevel }[];
  readonly hasNext: boolean;
  readonly total: number;
}

/**
 * A page of the variants that `lowStock` lists. The levels of all variants with a reorder point are read for every page: the
 * order and the total need them.
 * @param after the order key of the row before the page; one that is malformed is after all rows
 * @returns undefined: no such location for this caller
 */
export async function lowStockPage(
  context: Context,
  locationId: string,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<LowStockPage | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const { table, caller } = context;
  const low: { variant: Variant; quantity: number; share: number }[] = [];
  const variants = await reorderedVariants(context);
  const items = await batchGetAll(
    table,
    variants.map(({ id }) => balanceKey(caller.merchantId, locationId, LEVEL, id)),
  );
  for (const [index, variant] of variants.entries()) {
    const { quantity } = readBalance(LEVEL, items[index]);
    const point = parseQuantity(variant.reorderPoint ?? "") ?? 0;
    if (quantity < point) low.push({ variant, quantity, share: quantity / point });
  }
  const byNeed = (a: Need, b: Need) => a.share - b.share || (a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : 0);
  const rows = low.map(({ variant, quantity, share }) => ({ share, sku: variant.sku, variant, quantity })).sort(byNeed);
  const from = after === undefined ? undefined : parseNeed(after);
  const rest = from ? rows.filter((row) => byNeed(row, from) > 0) : rows;
  return {
    rows: rest.slice(0, first).map(({ share, sku, variant, quantity }) => ({
      orderKey: `${share} ${sku}`,
      low: { variant, onHand: formatQuantity(quantity) },
    })),
    hasNext: rest.length > first,
    total: rows.length,
  };
}

/** How far a level is below its reorder point, and the SKU among equals. */
interface Need {
  readonly share: number;
  readonly sku: string;
}

function parseNeed(orderKey: string): Need {
  const space = orderKey.indexOf(" ");
  const share = Number(orderKey.slice(0, space));
  return { share: Number.isFinite(share) ? share : Number.POSITIVE_INFINITY, sku: orderKey.slice(space + 1) };
}

/** Names a level: the stock of a variant at a location. */
interface LevelRef {
  readonly locationId: string;
  readonly variantId: string;
}

/** A change of a level: what moved it, by how much, and what it left. */
export interface Movement {
  readonly id: string;
  /** Names the entry: a fact and, beyond its first part, the part. */
  readonly place: string;
  readonly factId: string;
  readonly kind: string;
  readonly occurredAt: string;
  readonly day: string;
  readonly quantity: string;
  readonly quantityAfter: string;
  /** Of the goods moved, at cost, minor units: below zero when they left. */
  readonly value: number;
}

export interface MovementsPage {
  readonly movements: readonly Movement[];
  readonly hasMore: boolean;
}

/**
 * The movements of a variant at a location, newest first, along the chain that its entries form: one read each, whatever
 * else the ledger holds.
 * @param after the place of the movement behind which the page begins
 * @returns undefined: no such location or variant for this caller
 */
export async function movementsOf(
  context: Context,
  { locationId, variantId }: LevelRef,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<MovementsPage | undefined> {
  authorize(context, "stock:read");
  if (!isId("var", variantId) || !(await getLocation(context, locationId))) return undefined;
  const { table, caller } = context;
  const start = async () =>
    readBalance(LEVEL, await table.get(balanceKey(caller.merchantId, locationId, LEVEL, variantId))).movedBy;
  let next =
    after === undefined
      ? await start()
      : ((await movementAt(context, { locationId, variantId }, after))?.before ?? null);
  const movements: Movement[] = [];
  while (next !== null && movements.length < first) {
    const found = await movementAt(context, { locationId, variantId }, next);
    if (!found) break;
    movements.push(found.movement);
    next = found.before;
  }
  return { movements, hasMore: next !== null };
}

/**
 * @param place names the entry that moved the level
 * @returns undefined if not found or not visible to this caller
 */
export async function getMovement(context: Context, level: LevelRef, place: string): Promise<Movement | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, level.locationId))) return undefined;
  return (await movementAt(context, level, place))?.movement;
}

async function movementAt(
  { table, caller }: Context,
  { locationId, variantId }: LevelRef,
  place: string,
): Promise<{ readonly movement: Movement; readonly before: string | null } | undefined> {
  const reference = parseEntryReference(place);
  if (!reference) return undefined;
  const { factId, part } = reference;
  const [item, header] = await table.batchGet([
    entryKey(caller.merchantId, factId, part),
    factKey(caller.merchantId, factId),
  ]);
  const entry = item && readEntry(item);
  if (entry?.ledgerId !== locationId || !header) return undefined;
  const level = levelsOf(entry).findIndex(([id]) => id === variantId);
  const move = levelsOf(entry)[level];
  if (!move) return undefined;
  const rows = goodsOf(entry).filter(([of]) => of === level);
  const sumOf = (column: 1 | 2) => rows.reduce((sum, row) => sum + row[column], 0);
  const { occurredAt } = readHeader(header);
  return {
    before: move[2],
    movement: {
      id: `${locationId}.${variantId}.${place}`,
      place,
      factId,
      kind: entry.kind,
      occurredAt,
      day: entry.day,
      quantity: formatQuantity(sumOf(1)),
      quantityAfter: formatQuantity(move[1]),
      value: sumOf(2),
    },
  };
}
