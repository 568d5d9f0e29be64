import { toScaled } from "../../base/decimal.ts";
import { allocate, multiplyDivide, PERCENT_PLACES, type RoundingMode } from "../../base/money.ts";
import { present } from "../../base/result.ts";
import type { LineTax, TaxRegime } from "./model.ts";

/** A hundred per cent, in millionths of a per cent. */
const WHOLE = 100 * 10 ** PERCENT_PLACES;

export interface TaxableLine {
  /** After all discounts, in minor units; with tax where prices include it. At least 0. */
  readonly amount: number;
  /** Per cent, a canonical decimal. */
  readonly rate: string;
}

/**
 * The tax of each line, in minor units. Included tax is amount * r / (1 + r), so that net and tax always add up to the
 * price; added tax is amount * r. Rounded on the level that the regime names; a sum's tax is shared over its lines by
 * largest remainder.
 */
export function taxOfLines(lines: readonly TaxableLine[], regime: TaxRegime): number[] {
  const parts = lines.map(({ amount, rate }) => {
    const millionths = present(toScaled(rate, PERCENT_PLACES), "a tax rate of up to six places");
    return { amount, rate: millionths, divisor: regime.pricesIncludeTax ? WHOLE + millionths : WHOLE };
  });
  if (regime.level === "LINE")
    return parts.map((part) => multiplyDivide(part.amount, part.rate, part.divisor, regime.mode));
  const groups = new Map<number, { part: Part; index: number }[]>();
  for (const [index, part] of parts.entries()) {
    const group = regime.level === "RATE_TOTAL" ? part.rate : 0;
    groups.set(group, [...(groups.get(group) ?? []), { part, index }]);
  }
  const taxes = parts.map(() => 0);
  for (const group of groups.values()) {
    const shares = allocate(
      taxOfSum(
        group.map(({ part }) => part),
        regime.mode,
      ),
      group.map(({ part }) => exactWeight(part)),
    );
    for (const [at, { index }] of group.entries()) taxes[index] = shares[at] ?? 0;
  }
  return taxes;
}

/** All taxes of a line of a fact. */
export function taxOf({ taxes }: { readonly taxes: readonly LineTax[] }): number {
  let sum = 0;
  for (const { amount } of taxes) sum += amount;
  return sum;
}

/** The same taxes for another sum, which they share as they did. */
export function sharedTaxes(taxes: readonly LineTax[], sum: number): LineTax[] {
  const shares = allocate(
    sum,
    taxes.map(({ amount }) => Math.abs(amount)),
  );
  return taxes.map((tax, index) => ({ ...tax, amount: shares[index] ?? 0 }));
}

interface Part {
  readonly amount: number;
  readonly rate: number;
  readonly divisor: number;
}

/** The tax of a sum, rounded once: fractions with different divisors are added exactly. */
function taxOfSum(parts: readonly Part[], mode: RoundingMode): number {
  const byDivisor = new Map<number, bigint>();
  for (const { amount, rate, divisor } of parts) {
    byDivisor.set(divisor, (byDivisor.get(divisor) ?? 0n) + BigInt(amount) * BigInt(rate));
  }
  let numerator = 0n;
  let denominator = 1n;
  for (const [divisor, product] of byDivisor) {
    numerator = numerator * BigInt(divisor) + product * denominator;
    denominator *= BigInt(divisor);
  }
  const whole = numerator / denominator;
  // Only the fraction is left to round; six more places than a minor unit decide every half.
  const rest = numerator - whole * denominator;
  return Number(whole) + roundedUp(rest, denominator, whole, mode);
}

function roundedUp(rest: bigint, denominator: bigint, whole: bigint, mode: RoundingMode): number {
  if (mode === "DOWN") return 0;
  const twice = rest * 2n - denominator;
  if (twice !== 0n) return twice > 0n ? 1 : 0;
  return mode === "HALF_UP" || whole % 2n === 1n ? 1 : 0;
}

/** A line's share of the tax before rounding, fine enough to order remainders. */
function exactWeight({ amount, rate, divisor }: Part): number {
  return Number((BigInt(amount) * BigInt(rate) * 1_000_000n) / BigInt(divisor));
}
