import { fromScaled } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { PRICE_PLACES } from "../../base/money.ts";
import { formatQuantity, parseQuantity } from "../../base/quantity.ts";
import { checkSortable, type SortValue, sortedPage } from "../../base/sorted-page.ts";
import {
  balanceKey,
  entryKey,
  type Fact,
  factKey,
  parseEntryReference,
  readBalance,
  readEntry,
  readFact,
  readHeader,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation, locationsAsked } from "../../people/location/index.ts";
import { batchGetAll, type Table } from "../../table/port/port.ts";
import {
  discontinuedSince,
  findProducts,
  findVariant,
  findVariants,
  reorderedVariants,
  type SkuRow,
  skusAfter,
  skusFound,
  skusNamed,
  type Variant,
} from "../catalog/index.ts";
import { goodsOf, LEVEL, levelsOf } from "./booking.ts";
import type { Level, LowLevel, StockAdjustmentFact, StockReason } from "./model.ts";
import { byNeed, parseNeed, unitCostOfLevel, urgencyOf } from "./rules.ts";

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
  /** Of each level, where the list is sorted by something else than the SKU. */
  readonly places?: readonly string[];
  readonly hasNext: boolean;
  /** The SKU up to which was searched, where the page was cut short. */
  readonly last?: string;
}

/** What levels are sorted by when not by SKU. */
export interface LevelSort {
  readonly by: "NAME" | "REORDER_POINT" | "VALUE" | "ON_HAND";
  readonly isDescending: boolean;
}

const ROWS = 100;
/** A page that finds little among so many SKUs is cut short, and the list goes on behind it. */
const EXAMINED_MAX = 5_000;

/**
 * Which levels are listed. `TRACKED`: all variants whose goods are counted, also those that were never at the location; `OUT`: those
 * of which none is on hand; `NEGATIVE`: those of which more was sold than was there; `LOW`: those below their reorder points; `UNRECORDED`: those that were never at the location.
 */
export type StockState = "TRACKED" | "OUT" | "NEGATIVE" | "LOW" | "UNRECORDED";

/**
 * Levels of a location by ascending SKU.
 * @param skus only these (at most 100)
 * @param search only variants that are found by it (of the first 100 products)
 * @param state absent: what has no level at the location is left out
 * @param categoryId only what is in it
 * @param sort absent: by SKU. Every level of the list is read for it
 * @returns undefined: no such location for this caller
 */
export async function stockLevels(
  context: Context,
  locationId: string,
  options: {
    readonly skus?: readonly string[];
    readonly search?: string;
    readonly state?: StockState;
    readonly categoryId?: string;
    readonly sort?: LevelSort;
    readonly first: number;
    readonly after?: string;
  },
): Promise<LevelPage | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const { state, categoryId, first, after, sort } = options;
  if (sort) return sortedLevels(context, locationId, { ...options, sort });
  const found: StockLevel[] = [];
  let examined = 0;
  for await (const rows of rowsAfter(context, options)) {
    found.push(...(await ofCategory(context, await levelsOfRows(context, locationId, rows, state), categoryId)));
    examined += rows.length;
    if (found.length > first) break;
    const last = rows.at(-1)?.sku;
    if (examined >= EXAMINED_MAX && last !== undefined && last !== after) return { levels: found, hasNext: true, last };
  }
  return { levels: found.slice(0, first), hasNext: found.length > first };
}

async function sortedLevels(
  context: Context,
  locationId: string,
  { first, after, ...options }: Omit<Parameters<typeof stockLevels>[2], "sort"> & { readonly sort: LevelSort },
): Promise<LevelPage> {
  const { sort, state, categoryId } = options;
  if (sort.by === "VALUE") authorize(context, "cost:read");
  const levels: StockLevel[] = [];
  let examined = 0;
  for await (const rows of rowsAfter(context, options)) {
    examined += rows.length;
    checkSortable(examined);
    levels.push(...(await ofCategory(context, await levelsOfRows(context, locationId, rows, state), categoryId)));
  }
  const ids = levels.map(({ variantId }) => ({ id: variantId }));
  const variants = await findVariants(context.table, context.caller.merchantId, ids);
  const page = sortedPage(
    levels.map((level, index) => ({ level, variant: variants[index] })),
    {
      idOf: ({ level }) => level.variantId,
      byOf: ({ level, variant }) => sortValue(sort.by, level, variant),
      ...{ isDescending: sort.isDescending, first },
      ...(after === undefined ? {} : { after }),
    },
  );
  return {
    levels: page.rows.map(({ row }) => row.level),
    places: page.rows.map(({ place }) => place),
    hasNext: page.hasNext,
  };
}

function sortValue(by: LevelSort["by"], { stored }: StockLevel, variant: Variant | undefined): SortValue {
  switch (by) {
    case "NAME":
      return variant?.title ?? variant?.name;
    case "REORDER_POINT":
      return parseQuantity(variant?.reorderPoint ?? "");
    case "VALUE":
      return stored?.value ?? 0;
    case "ON_HAND":
      return stored?.quantity ?? 0;
  }
}

/** The SKUs of a list of levels after one, in portions. */
async function* rowsAfter(
  context: Context,
  {
    skus,
    search,
    state,
    after,
  }: {
    readonly skus?: readonly string[];
    readonly search?: string;
    readonly state?: StockState;
    readonly after?: string;
  },
): AsyncGenerator<readonly SkuRow[], void, undefined> {
  const { table, caller } = context;
  const named = skus ? await skusNamed(table, caller.merchantId, skus) : undefined;
  const searched = !skus && search !== undefined ? await skusFound(context, search, ROWS) : undefined;
  const listed = named ?? searched ?? (state === "LOW" ? await reorderedRows(context) : undefined);
  if (listed) {
    const rows = listed.filter(({ sku }) => after === undefined || isAfter(sku, after));
    for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS);
    return;
  }
  let from = after;
  for (;;) {
    const rows = await skusAfter(table, caller.merchantId, from, ROWS);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS) return;
    from = rows.at(-1)?.sku;
  }
}

async function reorderedRows(context: Context): Promise<SkuRow[]> {
  const rows = (await reorderedVariants(context)).map(({ id, sku }) => ({ sku, variantId: id }));
  return rows.sort((a, b) => Buffer.compare(Buffer.from(a.sku), Buffer.from(b.sku)));
}

function isAfter(sku: string, after: string): boolean {
  return Buffer.compare(Buffer.from(sku), Buffer.from(after)) > 0;
}

async function levelsOfRows(
  context: Context,
  locationId: string,
  rows: readonly SkuRow[],
  state?: StockState,
): Promise<StockLevel[]> {
  const { table, caller } = context;
  const items = await batchGetAll(
    table,
    rows.map(({ variantId }) => balanceKey(caller.merchantId, locationId, LEVEL, variantId)),
  );
  const levels = rows.flatMap(({ sku, variantId }, index) => {
    const item = items[index];
    if (!item && state === undefined) return [];
    const stored = readBalance(LEVEL, item);
    if (state === "OUT" && stored.quantity > 0) return [];
    if (state === "NEGATIVE" && stored.quantity >= 0) return [];
    if (state === "UNRECORDED" && item) return [];
    return [{ locationId, variantId, sku, onHand: formatQuantity(stored.quantity), stored }];
  });
  if (state === undefined) return levels;
  const variants = await findVariants(
    table,
    caller.merchantId,
    levels.map(({ variantId }) => ({ id: variantId })),
  );
  return levels.filter(({ stored }, index) => isListed(variants[index], stored, state));
}

/** The levels of what is in a category. */
async function ofCategory(
  context: Context,
  levels: readonly StockLevel[],
  categoryId: string | undefined,
): Promise<readonly StockLevel[]> {
  if (categoryId === undefined) return levels;
  const { table, caller } = context;
  const variants = await findVariants(
    table,
    caller.merchantId,
    levels.map(({ variantId }) => ({ id: variantId })),
  );
  const ids = [...new Set(variants.flatMap((variant) => variant?.productId ?? []))];
  const products = await findProducts(context, ids);
  const inCategory = new Set(products.flatMap((product) => (product?.categoryId === categoryId ? product.id : [])));
  return levels.filter((_, index) => inCategory.has(variants[index]?.productId ?? ""));
}

function isListed(variant: Variant | undefined, { quantity }: Level, state: StockState): boolean {
  if (!variant?.stocked) return false;
  // What is not sold any more is listed while there is something of it.
  if (discontinuedSince(variant) !== undefined && quantity === 0) return false;
  return state !== "LOW" || quantity < (parseQuantity(variant.reorderPoint ?? "") ?? Number.NEGATIVE_INFINITY);
}

/** The level of a variant at a location. @returns undefined if not found or not visible to this caller */
export async function getStockLevel(
  context: Context,
  { locationId, variantId }: LevelRef,
): Promise<StockLevel | undefined> {
  authorize(context, "stock:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const variant = await findVariant(context, { id: variantId });
  if (!variant) return undefined;
  const row = { variantId, sku: variant.sku };
  const [level] = await levelsOfRows(context, locationId, [row], variant.stocked ? "TRACKED" : undefined);
  return level;
}

/**
 * Finds what a location has not enough of, by its levels as they are booked.
 * @param wanted thousandths of each line; of one variant, lines add up
 * @returns the levels of the lines for which nothing is left, by their index
 */
export async function shortages(
  table: Table,
  { merchantId, locationId }: { readonly merchantId: string; readonly locationId: string },
  wanted: readonly { readonly index: number; readonly variantId: string; readonly quantity: number }[],
): Promise<Map<number, string>> {
  const ids = [...new Set(wanted.map(({ variantId }) => variantId))];
  const items = await batchGetAll(
    table,
    ids.map((id) => balanceKey(merchantId, locationId, LEVEL, id)),
  );
  const levels = new Map(ids.map((id, index) => [id, readBalance(LEVEL, items[index]).quantity]));
  const taken = new Map<string, number>();
  const short = new Map<number, string>();
  for (const { index, variantId, quantity } of wanted) {
    const sum = (taken.get(variantId) ?? 0) + quantity;
    taken.set(variantId, sum);
    const level = levels.get(variantId) ?? 0;
    if (sum > level) short.set(index, formatQuantity(level));
  }
  return short;
}

/** What a unit at a level costs, major units. @returns undefined if no cost is known */
export async function unitCostAt(context: Context, level: StockLevel, digits: number): Promise<string | undefined> {
  const stored = level.stored ?? (await getStockLevel(context, level))?.stored;
  const unitCost = stored && unitCostOfLevel(stored, digits);
  return unitCost === undefined ? undefined : fromScaled(unitCost, PRICE_PLACES);
}

/** What the goods at a level are worth at cost, minor units. */
export async function valueAt(context: Context, level: StockLevel): Promise<number> {
  return (level.stored ?? (await getStockLevel(context, level))?.stored)?.value ?? 0;
}

/**
 * The levels of each variant at every location that the caller may see, in the order of the ids. What was never at one has
 * none of it there.
 */
export async function levelsAtAll(context: Context, variantIds: readonly string[]): Promise<StockLevel[][]> {
  authorize(context, "stock:read");
  const locations = await locationsAsked(context, undefined);
  const variants = await findVariants(
    context.table,
    context.caller.merchantId,
    variantIds.map((id) => ({ id })),
  );
  const rows = variants.flatMap((variant) => (variant?.stocked ? [{ sku: variant.sku, variantId: variant.id }] : []));
  const levels = await Promise.all((locations ?? []).map(({ id }) => levelsOfRows(context, id, rows)));
  return variantIds.map((id) => levels.flatMap((at) => at.filter(({ variantId }) => variantId === id)));
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
 * @param locationId absent: all that the caller may see
 * @param after the order key of the row before the page; one that is malformed is after all rows
 * @returns undefined: no such location for this caller
 */
export async function lowStockPage(
  context: Context,
  locationId: string | undefined,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<LowStockPage | undefined> {
  authorize(context, "stock:read");
  const locations = await locationsAsked(context, locationId);
  if (!locations) return undefined;
  const variants = await reorderedVariants(context);
  const low = (await Promise.all(locations.map(({ id }) => lowAt(context, id, variants)))).flat();
  const rows = low.sort(byNeed);
  const from = after === undefined ? undefined : parseNeed(after);
  const rest = from ? rows.filter((row) => byNeed(row, from) > 0) : rows;
  return {
    rows: rest.slice(0, first).map(({ urgency, locationId: at, variant, quantity }) => ({
      orderKey: `${urgency} ${at} ${variant.sku}`,
      low: { locationId: at, variant, onHand: formatQuantity(quantity) },
    })),
    hasNext: rest.length > first,
    total: rows.length,
  };
}

/** What one location has not enough of. */
async function lowAt({ table, caller }: Context, locationId: string, variants: readonly Variant[]) {
  const keys = variants.map(({ id }) => balanceKey(caller.merchantId, locationId, LEVEL, id));
  const items = await batchGetAll(table, keys);
  return variants.flatMap((variant, index) => {
    const { quantity } = readBalance(LEVEL, items[index]);
    const point = parseQuantity(variant.reorderPoint ?? "") ?? 0;
    if (quantity >= point) return [];
    return [{ locationId, variant, sku: variant.sku, quantity, urgency: urgencyOf(quantity, point) }];
  });
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
  readonly recordedAt: string;
  readonly operatorId?: string;
  /** In words, where the fact has one. */
  readonly reason?: string;
  readonly reasonCode?: StockReason;
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

/** A fact with what it may state about why it moved goods. */
type Explained = Fact & Partial<Pick<StockAdjustmentFact, "reason" | "reasonCode">>;

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
  const { occurredAt, recordedAt, operatorId, reason, reasonCode }: Explained = readHeader(header);
  return {
    before: move[2],
    movement: {
      id: `${locationId}.${variantId}.${place}`,
      place,
      factId,
      kind: entry.kind,
      ...{ occurredAt, recordedAt },
      ...(operatorId === undefined ? {} : { operatorId }),
      ...(reason === undefined || reason === "" ? {} : { reason }),
      ...(reasonCode === undefined ? {} : { reasonCode }),
      day: entry.day,
      quantity: formatQuantity(sumOf(1)),
      quantityAfter: formatQuantity(move[1]),
      value: sumOf(2),
    },
  };
}
