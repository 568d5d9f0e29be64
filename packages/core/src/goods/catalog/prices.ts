import { toScaled } from "../../base/decimal.ts";
import { LIMITS } from "../../base/limits.ts";
import { PRICE_PLACES } from "../../base/money.ts";
import { instantMilliseconds } from "../../base/time.ts";

/** A variant, or a pack of one. */
export type Priced = {
  /** Major units, a canonical decimal of up to six places. */
  readonly unitPrice: string;
  /** What it was before, oldest first, as far back as terminals may still sell at. */
  readonly formerPrices?: readonly FormerPrice[];
};

type FormerPrice = {
  readonly unitPrice: string;
  /** When the next price took its place. */
  readonly until: string;
};

/** 999,999,999.999999 */
export const UNIT_PRICE_MAX = 999_999_999_999_999;

/** Millionths of the major unit; undefined: below zero, over the limit, or more than six places. */
export function parsePrice(decimal: string): number | undefined {
  const price = toScaled(decimal, PRICE_PLACES);
  return price === undefined || price < 0 || price > UNIT_PRICE_MAX ? undefined : price;
}

const DAY_MILLISECONDS = 86_400_000;
const FORMER_PRICES_MAX = 50;

/** What has another price keeps the one that it had. */
export function withPriceKept<T extends Priced>(before: Priced, after: T, now: string): T {
  if (parsePrice(before.unitPrice) === parsePrice(after.unitPrice)) return after;
  // Sales may be days late on top of the days for which a terminal sells at the prices that it had.
  const oldest = instantMilliseconds(now) - 4 * LIMITS.offlineDays * DAY_MILLISECONDS;
  const kept = (before.formerPrices ?? []).filter(({ until }) => instantMilliseconds(until) > oldest);
  const former = { unitPrice: before.unitPrice, until: now };
  return { ...after, formerPrices: [...kept, former].slice(-FORMER_PRICES_MAX) };
}

/**
 * Whether a terminal may have sold at a price: it had that price then, by a clock that is a little off, or before within the
 * days for which a terminal sells without a connection.
 */
export function wasPriceAround({ unitPrice, formerPrices }: Priced, price: number, instant: string): boolean {
  if (formerPrices === undefined) return parsePrice(unitPrice) === price;
  const at = instantMilliseconds(instant);
  const [from, to] = [at - LIMITS.offlineDays * DAY_MILLISECONDS, at + LIMITS.clockBehindMinutes * 60_000];
  let since = Number.NEGATIVE_INFINITY;
  for (const former of formerPrices) {
    const until = instantMilliseconds(former.until);
    if (parsePrice(former.unitPrice) === price && since <= to && until >= from) return true;
    since = until;
  }
  return parsePrice(unitPrice) === price && since <= to;
}

/** The highest price that it has or had lately, as `parsePrice` reads it. */
export function highestPrice({ unitPrice, formerPrices = [] }: Priced): number {
  return Math.max(
    ...[unitPrice, ...formerPrices.map((former) => former.unitPrice)].map((price) => parsePrice(price) ?? 0),
  );
}

/** The price that it had at an instant. */
export function priceAt({ unitPrice, formerPrices = [] }: Priced, instant: string): string {
  return formerPrices.find(({ until }) => instant < until)?.unitPrice ?? unitPrice;
}
