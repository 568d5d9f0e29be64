import { longId, shortId } from "../../base/id.ts";
import { formatQuantity, parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import {
  type BalanceKind,
  type Balances,
  type Draft,
  type Entry,
  type ExceptionCall,
  entryPart,
  entryReference,
  type Fact,
  type FactKind,
  type FactLine,
  linesOfPart,
  type ModuleParts,
  type Projection,
  summed,
} from "../../ledger/index.ts";
import { inUnits } from "../catalog/index.ts";
import {
  EMPTY_LEVEL,
  type FallbackCost,
  type Level,
  type OpeningStockFact,
  type StockAdjustmentFact,
} from "./model.ts";
import { type GoodsIn, isCostKnown, putIn, takeOut, valueOfFound } from "./rules.ts";

export const LEVEL: BalanceKind<Level> = { name: "LEVEL", zero: EMPTY_LEVEL };

/**
 * A variant's level after this entry, the entry that moved it before (null: none; so its movements are a chain), and, when
 * goods came in, what a unit costs from now on (millionths of the major unit).
 */
export type LevelMove = readonly [
  variantId: string,
  quantityAfter: number,
  movedBefore: string | null,
  unitCost?: number,
];

/** One line's goods: which of the levels, the change of its quantity (thousandths) and of its value (minor units). */
export type GoodsMove = readonly [level: number, quantity: number, value: number];

type StockMoves = readonly [levels: readonly LevelMove[], goods: readonly GoodsMove[]];

/** Stored with short ids of variants, and of sales, which move most levels. */
const STOCK_PART = entryPart<StockMoves, StockMoves>("s", {
  encode: ([levels, goods]) => [levels.map(shortLevel), goods],
  decode: ([levels, goods]) => [levels.map(longLevel), goods],
});

// By index: every entry passes through here, and patterns with a rest are slow.
function shortLevel(move: LevelMove): LevelMove {
  const id = shortId("var", move[0]);
  const before = move[2] === null ? null : shortId("sal", move[2]);
  return move[3] === undefined ? [id, move[1], before] : [id, move[1], before, move[3]];
}

function longLevel(move: LevelMove): LevelMove {
  const id = longId("var", move[0]);
  const before = move[2] === null ? null : longId("sal", move[2]);
  return move[3] === undefined ? [id, move[1], before] : [id, move[1], before, move[3]];
}

export function levelsOf(entry: Entry): readonly LevelMove[] {
  return STOCK_PART.of(entry)?.[0] ?? [];
}

/** A row for each line whose goods move, in the order of the lines. */
export function goodsOf(entry: Entry): readonly GoodsMove[] {
  return STOCK_PART.of(entry)?.[1] ?? [];
}

export function entryMovesGoods(entry: Entry): boolean {
  return STOCK_PART.of(entry) !== undefined;
}

export function factMovesGoods(fact: Fact, part: number): boolean {
  return stockedLines(fact, part).length > 0;
}

/** Levels from entries: the quantities and values moved, and which entry moved them last. */
export const levelProjection: Projection = {
  needs: (fact, part) => stockedLines(fact, part).map(({ variantId }) => ({ kind: LEVEL, key: variantId })),
  fold(entry: Entry, balances: Balances): void {
    const [levels, goods] = STOCK_PART.of(entry) ?? [[], []];
    for (const [index, [variantId, , , unitCost]] of levels.entries()) {
      const level = balances.get(LEVEL, variantId);
      let { quantity, value } = level;
      for (const [of, moved, worth] of goods) {
        if (of !== index) continue;
        quantity += moved;
        value += worth;
      }
      const movedBy = entryReference(entry.factId, entry.part);
      balances.set(LEVEL, variantId, { quantity, value, unitCost: unitCost ?? level.unitCost, movedBy });
    }
  },
};

type StockedLine = FactLine & { readonly variantId: string; readonly unitCost?: string };

function stockedLines(fact: Fact, part: number): StockedLine[] {
  return linesOfPart(fact, part).filter(
    (line): line is StockedLine => line.stocked === true && line.variantId !== undefined,
  );
}

/** What moving a part's goods comes to: its share of the entry, and what it costs. */
export interface GoodsMoved {
  /** Empty where no goods move, like the events. */
  readonly modules: ModuleParts;
  readonly events: readonly "stock"[];
  /** The change of the stock's value. */
  readonly value: number;
  /** Cost of goods beyond that: what covering negative stock cost. */
  readonly costDifference: number;
  readonly exceptions: readonly ExceptionCall[];
}

/**
 * One line's goods: thousandths, below zero when they leave; `cost` is for what comes in, minor units for all of it
 * (absent: their value by the level, else the fallback).
 */
export interface GoodsLine extends FallbackCost {
  readonly variantId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly cost?: number;
  /** Of what leaves: the variant's own cost of one, decimal, for what goes below zero of a level that knows no cost. */
  readonly unitCost?: string;
}

/** Goods of a sale's lines, leaving. Facts of earlier versions do not say the variant's own cost. */
export function goodsSold(fact: Fact, part: number): GoodsLine[] {
  return stockedLines(fact, part).map(({ variantId, sku = "", quantity, pack, unitCost }) => ({
    variantId,
    sku,
    quantity: -inUnits(present(parseQuantity(quantity), "a quantity in a fact"), pack),
    ...(unitCost === undefined ? {} : { unitCost }),
  }));
}

/** Moves goods line by line, so that the same variant twice takes its cost in order. Reads levels, changes none. */
export function moveGoods(
  locationId: string,
  lines: readonly GoodsLine[],
  digits: number,
  balances: Balances,
): GoodsMoved {
  const order: string[] = [];
  const levels = new Map<string, MovingLevel>();
  const goods: GoodsMove[] = [];
  let value = 0;
  let costDifference = 0;
  for (const line of lines) {
    const { variantId, sku, quantity } = line;
    let moving = levels.get(variantId);
    if (!moving) {
      const before = balances.get(LEVEL, variantId);
      moving = { before, level: before, sku };
      levels.set(variantId, moving);
      order.push(variantId);
    }
    const { level } = moving;
    let worth: number;
    if (quantity < 0) {
      const { cost, ...after } = takeOut(level, -quantity, digits, line.unitCost);
      worth = -cost;
      moving.level = { ...level, ...after };
      if (after.unitCost !== undefined) moving.unitCost = after.unitCost;
    } else {
      const into = goodsIn(level, line, digits);
      if (line.costUnknown && !isCostKnown(level)) moving.cameWithoutCost = true;
      worth = into.value;
      costDifference += into.costDifference;
      moving.level = { ...level, quantity: into.quantity, value: level.value + into.value, unitCost: into.unitCost };
      moving.unitCost = into.unitCost;
    }
    value += worth;
    goods.push([order.indexOf(variantId), quantity, worth === 0 ? 0 : worth]);
  }
  const moves = order.map((variantId): LevelMove => {
    const { before, level, unitCost } = present(levels.get(variantId), variantId);
    return unitCost === undefined
      ? [variantId, level.quantity, before.movedBy]
      : [variantId, level.quantity, before.movedBy, unitCost];
  });
  const moved = moves.length > 0;
  return {
    modules: moved ? STOCK_PART.with([moves, goods]) : {},
    events: moved ? ["stock"] : [],
    value,
    costDifference,
    exceptions: [...negativeCalls(locationId, levels), ...costCalls(locationId, levels)],
  };
}

/** A level while a part's goods are moved. */
interface MovingLevel {
  readonly before: Level;
  level: Level;
  readonly sku: string;
  unitCost?: number;
  /** Goods came in for which neither the fact nor the level had a cost. */
  cameWithoutCost?: true;
}

function goodsIn(level: Level, { quantity, cost, fallbackCost }: GoodsLine, digits: number): GoodsIn {
  const fallback =
    fallbackCost === undefined || isCostKnown(level) ? valueOfFound(level, quantity, digits) : fallbackCost;
  return putIn(level, quantity, cost ?? fallback, digits);
}

/** Raised by whatever moves goods. */
export const STOCK_NEGATIVE = "STOCK_NEGATIVE";

/** `STOCK_NEGATIVE` opens when a level crosses below zero and closes when it returns. */
function negativeCalls(locationId: string, levels: ReadonlyMap<string, MovingLevel>): ExceptionCall[] {
  const calls: ExceptionCall[] = [];
  for (const [variantId, { before, level, sku }] of levels) {
    const [was, is] = [before.quantity < 0, level.quantity < 0];
    if (was === is) continue;
    const message = `${sku} stands at ${formatQuantity(level.quantity)}.`;
    const details = { sku: { text: sku }, onHand: { text: formatQuantity(level.quantity) } };
    calls.push({ subject: `${locationId}.${variantId}`, code: STOCK_NEGATIVE, message, details, open: is });
  }
  return calls;
}

/** Raised by what brings goods in. */
export const COST_UNKNOWN = "COST_UNKNOWN";

/**
 * `COST_UNKNOWN` opens when goods come in without any cost and closes when one is known: once for a level, whatever is sold
 * of it meanwhile. A sale asks for something here only when it brings the first cost of a level, so it costs no read else.
 */
function costCalls(locationId: string, levels: ReadonlyMap<string, MovingLevel>): ExceptionCall[] {
  const calls: ExceptionCall[] = [];
  for (const [variantId, { before, level, sku, cameWithoutCost }] of levels) {
    const isKnownNow = before.movedBy !== null && !isCostKnown(before) && isCostKnown(level);
    if (!cameWithoutCost && !isKnownNow) continue;
    const message = `${sku} came in without a cost: what is sold of it has no cost of goods.`;
    const details = { sku: { text: sku } };
    calls.push({
      subject: `${locationId}.${variantId}`,
      code: COST_UNKNOWN,
      message,
      details,
      open: !isCostKnown(level),
    });
  }
  return calls;
}

/** Opening stock: goods that were there when the books were opened, against the opening balance. */
function bookOpeningStock(fact: OpeningStockFact, part: number, balances: Balances): Draft {
  const lines = linesOfPart(fact, part).map(
    ({ variantId, sku, quantity, cost, costUnknown }): GoodsLine => ({
      variantId,
      sku,
      ...(costUnknown ? { costUnknown } : { cost }),
      quantity: present(parseQuantity(quantity), "a quantity in a fact"),
    }),
  );
  const { value, costDifference, ...moved } = moveGoods(fact.locationId, lines, fact.digits, balances);
  return {
    postings: summed([
      ["inventory", value],
      ["costOfGoods", costDifference],
      ["openingBalance", -value - costDifference],
    ]),
    ...moved,
  };
}

/** An adjustment: the stock's value against shrinkage. */
function bookStockAdjustment(fact: StockAdjustmentFact, part: number, balances: Balances): Draft {
  const lines = linesOfPart(fact, part)
    .filter(({ stocked }) => stocked)
    .map((line): GoodsLine => ({ ...line, quantity: present(parseQuantity(line.quantity), "a quantity in a fact") }));
  const { value, costDifference, ...moved } = moveGoods(fact.locationId, lines, fact.digits, balances);
  return {
    postings: summed([
      ["inventory", value],
      ["costOfGoods", costDifference],
      ["shrinkage", -value - costDifference],
    ]),
    ...moved,
  };
}

export const openingStockKind: FactKind<OpeningStockFact> = {
  kind: "openingStock",
  idPrefix: "ops",
  counts: "nothing",
  book: bookOpeningStock,
  uses: [],
  events: ["stock"],
  exceptions: ["CLOCK_SKEW", STOCK_NEGATIVE, COST_UNKNOWN],
};

export const stockAdjustmentKind: FactKind<StockAdjustmentFact> = {
  kind: "stockAdjustment",
  idPrefix: "adj",
  counts: "nothing",
  book: bookStockAdjustment,
  uses: [],
  events: ["stock"],
  exceptions: ["CLOCK_SKEW", "LATE", "BEFORE_PAIRING", STOCK_NEGATIVE, COST_UNKNOWN],
};
