import type { Json } from "../../base/canonical.ts";
import { type IdPrefix, isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { minorDigits } from "../../base/money.ts";
import { formatQuantity, parseQuantity, type Quantity } from "../../base/quantity.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { nameProblem, textProblem } from "../../base/text.ts";
import {
  balanceKey,
  type Fact,
  type FactHeader,
  type FactKind,
  newFact,
  type Recording,
  readBalance,
  record,
  recordedBefore,
  recordingOf,
  roomProblem,
} from "../../ledger/index.ts";
import { authorize, type Context, can, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { callingTerminal, pairingFlags } from "../../people/terminal/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { findVariants, parsePrice, type Variant, type VariantBy } from "../catalog/index.ts";
import { LEVEL, openingStockKind, stockAdjustmentKind } from "./booking.ts";
import type { AdjustedLine, OpeningStockFact, OpeningStockLine, StockAdjustmentFact, StockReason } from "./model.ts";
import { fallbackCostOf, WORTH_MAX, worthAt } from "./rules.ts";

interface StockRequest<L = StockRequestLine> {
  readonly id: string;
  readonly locationId: string;
  readonly occurredAt: string;
  readonly lines: readonly L[];
}

interface StockRequestLine {
  readonly variant: VariantBy;
  readonly quantity: string;
}

export interface OpeningStock extends StockRequest {
  /** Absent: the variant's own cost. */
  readonly lines: readonly (StockRequestLine & { readonly unitCost?: string })[];
}

/** Records what was at a location when its books were opened. Sent again, it is answered from what is stored. */
export async function recordOpeningStock(
  context: Context,
  input: OpeningStock,
): Promise<Result<Recording<OpeningStockFact>>> {
  authorize(context, "stock:write");
  return recordStock<OpeningStockFact, OpeningStockLine>(context, input, {
    kind: openingStockKind,
    prefix: "ops",
    line: openingLine,
    fact: (header, digits, lines) => ({ ...header, digits, lines }),
  });
}

export interface StockAdjustment extends StockRequest {
  /** Of goods that are added. Absent: what the level's goods cost, else the variant's own cost. */
  readonly lines: readonly (StockRequestLine & { readonly unitCost?: string })[];
  /** Why, in words: "found behind the shelf". May be empty where there is a code. */
  readonly reason: string;
  readonly reasonCode?: StockReason;
}

/** A count of the goods of a shelf. */
export interface StockTake extends StockRequest<StockTakeLine> {
  readonly note?: string;
}

interface StockTakeLine {
  readonly variant: VariantBy;
  readonly counted: string;
  /**
   * The level as it was read when the goods were counted, so that what is sold between the count and its record is not put back.
   * Absent: the level as it is now.
   */
  readonly expected?: string;
}

type AdjustmentMode = "live" | "happened" | "imported";

/**
 * Records goods that are gone without being sold, or were found: quantities as they change the level.
 * @param mode `happened`: a line of a variant whose goods are not counted is recorded too, and moves nothing; `imported`: as well,
 * and goods without any cost are no exception, because the other system's cost is not in the document
 */
export async function adjustStock(
  context: Context,
  input: StockAdjustment,
  mode: AdjustmentMode = "live",
): Promise<Result<Recording<StockAdjustmentFact>>> {
  authorize(context, "stock:write");
  return recordAdjustment(context, input, mode);
}

/**
 * Records an adjustment that was made at a terminal and could not be sent at once. Unless the token is of an operator who may
 * adjust stock it is refused by its code, and its neighbours in a batch are not: a terminal's own token must not move goods.
 */
export async function adjustStockOffline(
  context: Context,
  input: StockAdjustment,
): Promise<Result<Recording<StockAdjustmentFact>>> {
  return recordAdjustment(context, input, "happened");
}

/** Records a count as one adjustment: each line moves its level by what was counted beyond what was expected. */
export async function recordStockTake(
  context: Context,
  input: StockTake,
): Promise<Result<Recording<StockAdjustmentFact>>> {
  authorize(context, "stock:write");
  const { note = "" } = input;
  const problem = textProblem(note, LIMITS.noteCharactersMax);
  return recordStock<StockAdjustmentFact, AdjustedLine>(context, input, {
    kind: stockAdjustmentKind,
    prefix: "adj",
    problems: problem ? [failure("INVALID_NOTE", `The note ${problem}.`, ["input", "note"])] : [],
    readsLevels: true,
    line: countedLine,
    fact: (header, digits, lines) => ({
      ...header,
      reason: note.trim(),
      reasonCode: "STOCK_TAKE",
      ...{ digits, lines, total: 0 },
    }),
  });
}

/** Decides whether a copy has the same content. */
export function stockFingerprint(input: { readonly id: string }): string {
  return requestHashOf(input as unknown as Json);
}

async function recordAdjustment(
  context: Context,
  input: StockAdjustment,
  mode: AdjustmentMode,
): Promise<Result<Recording<StockAdjustmentFact>>> {
  const { reason, reasonCode } = input;
  const problem = (reasonCode === undefined ? nameProblem : textProblem)(reason, LIMITS.noteCharactersMax);
  return recordStock<StockAdjustmentFact, AdjustedLine>(context, input, {
    kind: stockAdjustmentKind,
    prefix: "adj",
    problems: problem ? [failure("INVALID_REASON", `The reason ${problem}.`, ["input", "reason"])] : [],
    line: adjustedLine(mode),
    takesUncounted: mode !== "live",
    fact: (header, digits, lines) => ({
      ...{ ...header, reason },
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...{ digits, lines, total: 0 },
    }),
  });
}

interface StockKind<F extends Fact, L> {
  readonly kind: FactKind<F>;
  readonly prefix: IdPrefix;
  readonly problems?: readonly Failure[];
  /** Lines of variants whose goods are not counted are recorded too. */
  readonly takesUncounted?: boolean;
  /** A line is computed from the level of its variant. */
  readonly readsLevels?: boolean;
  readonly line: (line: never, variant: Variant, at: LinePlace) => L | Failure;
  readonly fact: (header: FactHeader & { readonly kind: F["kind"] }, digits: number, lines: readonly L[]) => F;
}

interface LinePlace {
  readonly path: readonly string[];
  readonly digits: number;
  /** The level of the line's variant, where the kind reads levels. */
  readonly onHand: Quantity;
}

/** Malformed content first, then the record by its id, then everything else. */
async function recordStock<F extends Fact, L extends object>(
  context: Context,
  input: StockRequest<{ readonly variant: VariantBy }>,
  of: StockKind<F, L>,
): Promise<Result<Recording<F>>> {
  const { table, caller } = context;
  const { merchantId } = caller;
  const problems = [...malformed(input, of.prefix), ...(of.problems ?? [])];
  if (problems.length > 0) return refused(...problems);
  const requestHash = stockFingerprint(input);
  const before = await recordedBefore<F>(table, { merchantId, id: input.id, requestHash });
  if (before) return recordingOf(before);
  if (!can(caller, "stock:write")) {
    const message = "This needs the token of an operator who may adjust stock.";
    return refused(failure("STOCK_ADJUSTMENT_NOT_ALLOWED", message, ["input"]));
  }
  const location = await getLocation(context, input.locationId);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  const digits = minorDigits((await getMerchant(table, merchantId)).currency);
  const read = await readLines(context, input, of, digits);
  if (!read.ok) return read;
  const lines = read.value;
  const terminal = of.takesUncounted ? await callingTerminal(context) : undefined;
  const worth = lines.reduce((sum, line) => sum + worthOf(line), 0);
  if (worth > LIMITS.factAmountMax) {
    const message = `The goods are worth more than ${LIMITS.factAmountMax} minor units: record them in several parts.`;
    return refused(failure("INVALID_COST", message, ["input", "lines"]));
  }
  const noRoom = await roomProblem(table, { merchantId, ledgerId: location.id }, [worth], ["input", "lines"]);
  if (noRoom) return refused(noRoom);
  const header = newFact(of.kind, originAt(context, location), {
    id: input.id,
    occurredAt: input.occurredAt,
    recordedAt: context.clock.now(),
    requestHash,
    lineCount: lines.length,
    mode: of.takesUncounted ? "offline" : "online",
    ...(terminal ? { flags: pairingFlags(terminal, input.occurredAt) } : {}),
  });
  return recordingOf(await record(context, of.kind, of.fact(header, digits, lines)));
}

/** The lines as they are recorded, or what is wrong with them. */
async function readLines<F extends Fact, L extends object>(
  { table, caller }: Context,
  { locationId, lines: sent }: StockRequest<{ readonly variant: VariantBy }>,
  of: StockKind<F, L>,
  digits: number,
): Promise<Result<L[]>> {
  const { merchantId } = caller;
  const variants = await findVariants(
    table,
    merchantId,
    sent.map(({ variant }) => variant),
  );
  const ids = of.readsLevels ? [...new Set(variants.flatMap((variant) => variant?.id ?? []))] : [];
  const items = await batchGetAll(
    table,
    ids.map((id) => balanceKey(merchantId, locationId, LEVEL, id)),
  );
  const onHand = new Map(ids.map((id, index) => [id, readBalance(LEVEL, items[index]).quantity]));
  const counted = new Set<string>();
  const failures: Failure[] = [];
  const lines: L[] = [];
  for (const [index, line] of sent.entries()) {
    const path = ["input", "lines", String(index)];
    const variant = variants[index];
    const problem = variantProblem(variant, of, [...path, "variant"]);
    const isDoubled = variant !== undefined && of.readsLevels === true && counted.has(variant.id);
    if (variant === undefined || problem) failures.push(problem as Failure);
    else if (isDoubled) failures.push(failure("INVALID_LINES", "A variant is counted once.", [...path, "variant"]));
    else {
      counted.add(variant.id);
      const made = of.line(line as never, variant, { path, digits, onHand: onHand.get(variant.id) ?? 0 });
      if ("code" in made) failures.push(made as Failure);
      else lines.push(made);
    }
  }
  return failures.length > 0 ? refused(...failures) : ok(lines);
}

function variantProblem(
  variant: Variant | undefined,
  { takesUncounted }: { readonly takesUncounted?: boolean },
  path: readonly string[],
): Failure | undefined {
  if (!variant) return failure("UNKNOWN_VARIANT", "There is no such variant.", path);
  return variant.stocked || takesUncounted
    ? undefined
    : failure("NOT_STOCKED", "This variant's goods are not counted.", path);
}

/** What a line's goods come in at: the stated cost, else the variant's, which they take where their level knows none. */
function worthOf({ cost, fallbackCost }: { readonly cost?: number; readonly fallbackCost?: number }): number {
  return cost ?? fallbackCost ?? 0;
}

function malformed(input: StockRequest<unknown>, prefix: IdPrefix): Failure[] {
  const problems: Failure[] = [];
  if (!isId(prefix, input.id))
    problems.push(failure("INVALID_ID", `The id is not ${prefix}_ and a ULID.`, ["input", "id"]));
  if (input.lines.length < 1 || input.lines.length > LIMITS.saleLinesMax) {
    problems.push(failure("INVALID_LINES", `There are 1 to ${LIMITS.saleLinesMax} lines.`, ["input", "lines"]));
  }
  return problems;
}

function openingLine(
  line: OpeningStock["lines"][number],
  variant: Variant,
  { path, digits }: LinePlace,
): OpeningStockLine | Failure {
  const quantity = parseQuantity(line.quantity);
  if (quantity === undefined || quantity <= 0)
    return failure("INVALID_QUANTITY", "A quantity is above 0, with up to three places.", [...path, "quantity"]);
  const stated = line.unitCost ?? variant.unitCost;
  const cost = costOf(stated ?? "0", quantity, path, digits);
  if (typeof cost !== "number") return cost;
  const { id, sku } = variant;
  const unknown = stated === undefined ? { costUnknown: true as const } : {};
  return { variantId: id, sku, quantity: line.quantity, stocked: true, unitCost: stated ?? "0", cost, ...unknown };
}

/** What goods cost at a stated unit cost, minor units for all of them. */
function costOf(unitCost: string, quantity: number, path: readonly string[], digits: number): number | Failure {
  const price = parsePrice(unitCost);
  if (price === undefined)
    return failure("INVALID_COST", "A cost is at least 0, with up to six places.", [...path, "unitCost"]);
  const cost = worthAt(price, quantity, digits);
  if (cost < WORTH_MAX) return cost;
  const message = `The goods of a line are worth less than ${WORTH_MAX} minor units.`;
  return failure("INVALID_COST", message, [...path, "unitCost"]);
}

function adjustedLine(mode: AdjustmentMode) {
  return (
    line: StockAdjustment["lines"][number],
    variant: Variant,
    { path, digits }: LinePlace,
  ): AdjustedLine | Failure => {
    const quantity = parseQuantity(line.quantity);
    if (quantity === undefined || quantity === 0)
      return failure("INVALID_QUANTITY", "A quantity is not 0, with up to three places.", [...path, "quantity"]);
    const { unitCost } = line;
    if (unitCost !== undefined && quantity < 0)
      return failure("INVALID_COST", "Only goods that are added have a cost.", [...path, "unitCost"]);
    const cost = unitCost === undefined ? undefined : costOf(unitCost, quantity, path, digits);
    if (typeof cost === "object") return cost;
    const { id, sku, stocked } = variant;
    const moved = { variantId: id, sku, quantity: line.quantity };
    if (!stocked) return moved;
    if (quantity < 0) return { ...moved, stocked };
    if (unitCost !== undefined && cost !== undefined) return { ...moved, stocked, unitCost, cost };
    const { costUnknown, ...fallback } = fallbackCostOf(variant, quantity, digits);
    return { ...moved, stocked, ...fallback, ...(costUnknown && mode !== "imported" ? { costUnknown } : {}) };
  };
}

/** A count that was right is recorded too and moves nothing: it shows that the goods were counted. */
function countedLine(
  line: StockTakeLine,
  variant: Variant,
  { path, digits, onHand }: LinePlace,
): AdjustedLine | Failure {
  const counted = parseQuantity(line.counted);
  if (counted === undefined || counted < 0)
    return failure("INVALID_QUANTITY", "A count is at least 0, with up to three places.", [...path, "counted"]);
  const expected = line.expected === undefined ? onHand : parseQuantity(line.expected);
  if (expected === undefined)
    return failure("INVALID_QUANTITY", "A level has up to three places.", [...path, "expected"]);
  const quantity = formatQuantity(counted - expected);
  if (parseQuantity(quantity) === undefined)
    return failure("INVALID_QUANTITY", "The count differs too much from the level.", [...path, "counted"]);
  const found = { counted: line.counted, expected: formatQuantity(expected) };
  const moved = { variantId: variant.id, sku: variant.sku, quantity, ...found };
  if (counted === expected) return moved;
  return {
    ...moved,
    stocked: true,
    ...(counted > expected ? fallbackCostOf(variant, counted - expected, digits) : {}),
  };
}
