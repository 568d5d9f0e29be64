import type { Json } from "../../base/canonical.ts";
import { type IdPrefix, isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { minorDigits } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import {
  type Fact,
  type FactHeader,
  type FactKind,
  newFact,
  type Recording,
  record,
  recordedBefore,
  recordingOf,
  roomProblem,
} from "../../ledger/index.ts";
import { authorize, type Context, can, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { callingTerminal, pairingFlags } from "../../people/terminal/index.ts";
import { findVariants, parsePrice, type Variant, type VariantBy } from "../catalog/index.ts";
import { openingStockKind, stockAdjustmentKind } from "./booking.ts";
import type { AdjustedLine, OpeningStockFact, OpeningStockLine, StockAdjustmentFact } from "./model.ts";
import { fallbackCostOf, WORTH_MAX, worthAt } from "./rules.ts";

interface StockRequest {
  readonly id: string;
  readonly locationId: string;
  readonly occurredAt: string;
  readonly lines: readonly StockRequestLine[];
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
  /** Why, for people: "damaged", "found behind the shelf". */
  readonly reason: string;
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

/** Decides whether a copy has the same content. */
export function stockFingerprint(input: StockRequest): string {
  return requestHashOf(input as unknown as Json);
}

async function recordAdjustment(
  context: Context,
  input: StockAdjustment,
  mode: AdjustmentMode,
): Promise<Result<Recording<StockAdjustmentFact>>> {
  const { reason } = input;
  const problem = nameProblem(reason, LIMITS.noteCharactersMax);
  return recordStock<StockAdjustmentFact, AdjustedLine>(context, input, {
    kind: stockAdjustmentKind,
    prefix: "adj",
    problems: problem ? [failure("INVALID_REASON", `The reason ${problem}.`, ["input", "reason"])] : [],
    line: adjustedLine(mode),
    takesUncounted: mode !== "live",
    fact: (header, digits, lines) => ({ ...header, reason, digits, lines, total: 0 }),
  });
}

interface StockKind<F extends Fact, L> {
  readonly kind: FactKind<F>;
  readonly prefix: IdPrefix;
  readonly problems?: readonly Failure[];
  /** Lines of variants whose goods are not counted are recorded too. */
  readonly takesUncounted?: boolean;
  readonly line: (line: never, variant: Variant, path: readonly string[], digits: number) => L | Failure;
  readonly fact: (header: FactHeader & { readonly kind: F["kind"] }, digits: number, lines: readonly L[]) => F;
}

/** Malformed content first, then the record by its id, then everything else. */
async function recordStock<F extends Fact, L extends object>(
  context: Context,
  input: StockRequest,
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
  const variants = await findVariants(
    table,
    merchantId,
    input.lines.map(({ variant }) => variant),
  );
  const lines = input.lines.map((line, index): L | Failure => {
    const path = ["input", "lines", String(index)];
    const variant = variants[index];
    if (!variant) return failure("UNKNOWN_VARIANT", "There is no such variant.", [...path, "variant"]);
    if (!variant.stocked && !of.takesUncounted)
      return failure("NOT_STOCKED", "This variant's goods are not counted.", [...path, "variant"]);
    return of.line(line as never, variant, path, digits);
  });
  const failures = lines.flatMap((line) => ("code" in line ? [line] : []));
  if (failures.length > 0) return refused(...failures);
  const terminal = of.takesUncounted ? await callingTerminal(context) : undefined;
  const worth = lines.reduce((sum, line) => sum + ("code" in line ? 0 : worthOf(line)), 0);
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
  const fact = of.fact(
    header,
    digits,
    lines.flatMap((line) => ("code" in line ? [] : [line])),
  );
  return recordingOf(await record(context, of.kind, fact));
}

/** What a line's goods come in at: the stated cost, else the variant's, which they take where their level knows none. */
function worthOf({ cost, fallbackCost }: { readonly cost?: number; readonly fallbackCost?: number }): number {
  return cost ?? fallbackCost ?? 0;
}

function malformed(input: StockRequest, prefix: IdPrefix): Failure[] {
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
  path: readonly string[],
  digits: number,
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
    path: readonly string[],
    digits: number,
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
