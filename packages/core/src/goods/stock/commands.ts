import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { extendPrice, minorDigits } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { localTime } from "../../base/time.ts";
import { partsOf, readFact, record } from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { findVariants, parsePrice, type Variant, type VariantBy } from "../catalog/index.ts";
import type { OpeningStockFact, OpeningStockLine } from "./model.ts";

export interface OpeningStock {
  readonly id: string;
  readonly locationId: string;
  readonly occurredAt: string;
  readonly lines: readonly {
    readonly variant: VariantBy;
    readonly quantity: string;
    /** Absent: the variant's own cost. */
    readonly unitCost?: string;
  }[];
}

/** Records what was at a location when its books were opened. Sent again, it is answered from what is stored. */
export async function recordOpeningStock(
  context: Context,
  input: OpeningStock,
): Promise<Result<{ fact: OpeningStockFact; replayed: boolean }>> {
  authorize(context, "stock:write");
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const requestHash = requestHashOf(JSON.parse(JSON.stringify(input)));
  const problems = malformed(input);
  if (problems.length > 0) return refused(...problems);
  const stored = await readFact<OpeningStockFact>(table, merchantId, input.id);
  if (stored) return answer(stored.fact, requestHash);
  const location = await getLocation(context, input.locationId);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  const { currency } = await getMerchant(table, merchantId);
  const digits = minorDigits(currency);
  const variants = await findVariants(
    table,
    merchantId,
    input.lines.map(({ variant }) => variant),
  );
  const lines = input.lines.map((line, index) => openingLine(line, variants[index], index, digits));
  const failures = lines.flatMap((line) => ("code" in line ? [line] : []));
  if (failures.length > 0) return refused(...failures);
  const recordedAt = clock.now();
  const fact: OpeningStockFact = {
    v: 1,
    kind: "openingStock",
    id: input.id,
    merchantId,
    locationId: location.id,
    ...(caller.kind === "terminal" ? {} : { operatorId: caller.staffId }),
    occurredAt: input.occurredAt,
    recordedAt,
    ...localTime(input.occurredAt, location.timeZone),
    rules: 1,
    parts: partsOf(lines.length),
    requestHash,
    digits,
    lines: lines.flatMap((line) => ("code" in line ? [] : [line])),
  };
  const result = await record(table, fact);
  return result.status === "recorded" ? ok({ fact, replayed: false }) : answer(result.fact, requestHash);
}

function answer(fact: OpeningStockFact, requestHash: string): Result<{ fact: OpeningStockFact; replayed: boolean }> {
  if (fact.requestHash === requestHash) return ok({ fact, replayed: true });
  return refused(failure("ID_CONFLICT", "Another opening stock was recorded with this id.", ["input", "id"]));
}

function malformed(input: OpeningStock): Failure[] {
  const problems: Failure[] = [];
  if (!isId("ops", input.id)) problems.push(failure("INVALID_ID", "The id is not ops_ and a ULID.", ["input", "id"]));
  if (input.lines.length < 1 || input.lines.length > LIMITS.saleLinesMax) {
    problems.push(failure("INVALID_LINES", `There are 1 to ${LIMITS.saleLinesMax} lines.`, ["input", "lines"]));
  }
  return problems;
}

function openingLine(
  line: OpeningStock["lines"][number],
  variant: Variant | undefined,
  index: number,
  digits: number,
): OpeningStockLine | Failure {
  const path = ["input", "lines", String(index)];
  const quantity = parseQuantity(line.quantity);
  if (!variant) return failure("UNKNOWN_VARIANT", "There is no such variant.", [...path, "variant"]);
  if (!variant.stocked) return failure("NOT_STOCKED", "This variant's goods are not counted.", [...path, "variant"]);
  if (quantity === undefined || quantity <= 0)
    return failure("INVALID_QUANTITY", "A quantity is above 0, with up to three places.", [...path, "quantity"]);
  const unitCost = line.unitCost ?? variant.unitCost ?? "0";
  const price = parsePrice(unitCost);
  if (price === undefined)
    return failure("INVALID_COST", "A cost is at least 0, with up to six places.", [...path, "unitCost"]);
  const { id, sku } = variant;
  return {
    variantId: id,
    sku,
    quantity: line.quantity,
    stocked: true,
    unitCost,
    cost: extendPrice(price, quantity, digits),
  };
}
