import { allocate, extendPrice, multiplyDivide, percentOf } from "../../base/money.ts";
import { QUANTITY_PLACES } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import type { PromotionLine } from "./model.ts";
import { isInScope, type ReadyPart, type ReadyPromotion } from "./set.ts";

/** A line as the promotion finds it. */
export interface OpenLine {
  /** Its index in the cart. */
  readonly index: number;
  readonly line: PromotionLine;
  /** What the promotions before left of it, minor units. */
  readonly left: number;
}

export interface Share {
  readonly index: number;
  readonly amount: number;
}

const UNIT = 10 ** QUANTITY_PLACES;

/** What a promotion takes off the lines in its scope, never more than is left of each. Lines without a share may be missing. */
export function rewardOf(ready: ReadyPromotion, lines: readonly OpenLine[], digits: number): readonly Share[] {
  switch (ready.promotion.kind) {
    case "PERCENT":
      return eachLine(lines, ({ left }) => percentOf(left, ready.percent));
    case "FIXED_PRICE":
      return eachLine(lines, ({ left, line }) => left - extendPrice(ready.unitPrice, line.quantity, digits));
    case "AMOUNT":
      return amountOff(ready, lines);
    case "BUY_GET":
      return boughtAndGiven(ready, lines);
    case "CHEAPEST_FREE":
      return givenOfGroups(lines, present(ready.promotion.buyQuantity, "the size of a group"), 1, ready.percent);
    case "BUNDLE":
      return bundled(ready, lines);
  }
}

function eachLine(lines: readonly OpenLine[], wantedOf: (line: OpenLine) => number): Share[] {
  const shares: Share[] = [];
  for (const line of lines) {
    const amount = Math.min(wantedOf(line), line.left);
    if (amount > 0) shares.push({ index: line.index, amount });
  }
  return shares;
}

/** An amount for each unit, or one amount that the lines share in proportion to what is left of them. */
function amountOff({ promotion }: ReadyPromotion, lines: readonly OpenLine[]): readonly Share[] {
  const amount = present(promotion.amount, "the amount of a promotion");
  if (promotion.isPerUnit) return eachLine(lines, ({ line }) => multiplyDivide(amount, line.quantity, UNIT));
  return shared(
    amount,
    lines.map(({ index, left }) => ({ index, amount: left })),
  );
}

/** A sum in proportion to what the lines put in, by largest remainder: no line gives more than it put in. */
function shared(sum: number, parts: readonly Share[]): Share[] {
  let whole = 0;
  for (const { amount } of parts) whole += amount;
  const shares = allocate(
    Math.min(sum, whole),
    parts.map(({ amount }) => amount),
  );
  return parts.flatMap(({ index }, at) => {
    const amount = shares[at] ?? 0;
    return amount > 0 ? [{ index, amount }] : [];
  });
}

/** Whole units of a line. What is weighed is not counted, so it is in no group. */
function unitsOf({ line }: OpenLine): number {
  return line.quantity % UNIT === 0 ? line.quantity / UNIT : 0;
}

/** The most expensive unit first; equal ones in the order of the lines. */
function byUnitValue(lines: readonly OpenLine[]): OpenLine[] {
  const unitValue = ({ left, line }: OpenLine) => left / line.quantity;
  return lines
    .filter((line) => unitsOf(line) > 0)
    .sort((one, other) => unitValue(other) - unitValue(one) || one.index - other.index);
}

/** What so many units of a line are worth. */
function valueOfUnits(line: OpenLine, units: number): number {
  return units === 0 ? 0 : multiplyDivide(line.left, units, unitsOf(line));
}

/** BUY_GET counts each article by itself, on however many lines it is. */
function boughtAndGiven({ promotion, percent }: ReadyPromotion, lines: readonly OpenLine[]): Share[] {
  const articles = new Map<string, OpenLine[]>();
  for (const line of lines) {
    const { variantId } = line.line;
    if (variantId === undefined) continue;
    const same = articles.get(variantId);
    if (same) same.push(line);
    else articles.set(variantId, [line]);
  }
  const get = present(promotion.getQuantity, "how many units are given");
  const size = present(promotion.buyQuantity, "how many units are bought") + get;
  return [...articles.values()].flatMap((same) => givenOfGroups(same, size, get, percent));
}

/** Of every group of units, from the most expensive one on, the last ones are given: so the customer gets the most. */
function givenOfGroups(lines: readonly OpenLine[], size: number, given: number, percent: number): Share[] {
  const sorted = byUnitValue(lines);
  const count = sorted.reduce((sum, line) => sum + unitsOf(line), 0);
  const inGroups = count - (count % size);
  const givenUpTo = (position: number) =>
    Math.floor(position / size) * given + Math.max(0, (position % size) - (size - given));
  const shares: Share[] = [];
  let from = 0;
  for (const line of sorted) {
    const to = Math.min(from + unitsOf(line), inGroups);
    if (to <= from) break;
    const amount = percentOf(valueOfUnits(line, givenUpTo(to) - givenUpTo(from)), percent);
    if (amount > 0) shares.push({ index: line.index, amount });
    from = to;
  }
  return shares;
}

interface PartUnits {
  readonly quantity: number;
  readonly lines: readonly OpenLine[];
}

/** As many bundles as pay off, of the most expensive units that fit. */
function bundled({ promotion, parts }: ReadyPromotion, lines: readonly OpenLine[]): Share[] {
  const price = present(promotion.amount, "the price of a bundle");
  const units = unitsOfParts(parts, lines);
  const most = Math.min(
    ...units.map((part) => Math.floor(part.lines.reduce((sum, line) => sum + unitsOf(line), 0) / part.quantity)),
  );
  const savingOf = (count: number) =>
    valuesOf(units, count).reduce((sum, { amount }) => sum + amount, 0) - count * price;
  const count = bestCount(most, savingOf);
  const saving = count === 0 ? 0 : savingOf(count);
  return saving <= 0 ? [] : shared(saving, valuesOf(units, count));
}

/** The units of a further bundle are cheaper than those before, so the saving rises and then falls. */
function bestCount(most: number, savingOf: (count: number) => number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (savingOf(middle) > savingOf(middle - 1)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unitsOfParts(parts: readonly ReadyPart[], lines: readonly OpenLine[]): PartUnits[] {
  const ofPart = parts.map((): OpenLine[] => []);
  for (const line of lines) {
    const at = parts.findIndex((part) => isInScope(part, line.line));
    ofPart[at]?.push(line);
  }
  return parts.map(({ quantity }, at) => ({ quantity, lines: byUnitValue(ofPart[at] ?? []) }));
}

/** What the units of so many bundles are worth, by line. */
function valuesOf(parts: readonly PartUnits[], count: number): Share[] {
  const values: Share[] = [];
  for (const { quantity, lines } of parts) {
    let wanted = quantity * count;
    for (const line of lines) {
      if (wanted === 0) break;
      const units = Math.min(wanted, unitsOf(line));
      values.push({ index: line.index, amount: valueOfUnits(line, units) });
      wanted -= units;
    }
  }
  return values;
}
