import { allocate, multiplyDivide, type RoundingMode } from "../../base/money.ts";
import type { LineTax, TaxRate, TaxRegime } from "./model.ts";
import { fractionOf } from "./rates.ts";

export interface TaxableLine extends TaxRate {
  /** After all discounts, in minor units; with tax where prices include it. At least 0. */
  readonly amount: number;
}

/**
 * The tax of each line, in minor units. Included tax is amount * r / (1 + r), so that net and tax always add up to the
 * price; added tax is amount * r. Rounded on the level that the regime names; a sum's tax is shared over its lines by
 * largest remainder. A line's tax is one sum, whatever its components: they share it.
 */
function taxOfLines(lines: readonly TaxableLine[], regime: TaxRegime): number[] {
  const parts = lines.map((line): Part => {
    const { sum, denominator } = fractionOf(line);
    if (typeof sum === "number" && typeof denominator === "number")
      return { amount: line.amount, rate: sum, divisor: regime.pricesIncludeTax ? denominator + sum : denominator };
    const [rate, whole] = [BigInt(sum), BigInt(denominator)];
    return { amount: line.amount, rate, divisor: regime.pricesIncludeTax ? whole + rate : whole };
  });
  if (regime.level === "LINE") return parts.map((part) => taxOfPart(part, regime.mode));
  const groups = new Map<string, { part: Part; index: number }[]>();
  for (const [index, part] of parts.entries()) {
    const group = regime.level === "RATE_TOTAL" ? `${part.rate} ${part.divisor}` : "";
    const members = groups.get(group) ?? [];
    members.push({ part, index });
    groups.set(group, members);
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

export interface ChargedTax {
  /** Of each line. */
  readonly taxes: readonly number[];
  /** What each line comes to. */
  readonly totals: readonly number[];
  /** The tax in each price that is taken off for a customer who pays none. Undefined: the customer pays tax. */
  readonly free?: readonly number[];
}

/** A customer who is free from tax pays none: where prices include it, it is taken off them. */
export function chargedTax(lines: readonly TaxableLine[], regime: TaxRegime, isExempt: boolean): ChargedTax {
  const due = taxOfLines(lines, regime);
  const amounts = lines.map(({ amount }) => amount);
  if (!isExempt) return { taxes: due, totals: amounts };
  const none = due.map(() => 0);
  const free = regime.pricesIncludeTax ? due : none;
  return { taxes: none, totals: amounts.map((amount, index) => amount - (free[index] ?? 0)), free };
}

/** A line's tax as facts keep it: its components sum to it exactly, by largest remainder. */
export function lineTaxes(codeId: string, { rate, components }: TaxRate, tax: number): LineTax[] {
  if (components === undefined) return [{ codeId, rate, amount: tax }];
  const shares = allocate(tax, fractionOf({ rate, components }).parts);
  return components.map(({ name, rate: own }, index) => ({ codeId, name, rate: own, amount: shares[index] ?? 0 }));
}

/** All taxes of a line of a fact. */
export function taxOf({ taxes }: { readonly taxes: readonly Pick<LineTax, "amount">[] }): number {
  let sum = 0;
  for (const { amount } of taxes) sum += amount;
  return sum;
}

/**
 * The taxes of what comes back of a line, which share its tax as they did: what all that came back is due, less what came back
 * before. So each tax is given back whole when all has come back, in however many pieces.
 */
export function taxesBack(taxes: readonly LineTax[], before: number, back: number): LineTax[] {
  const weights = taxes.map(({ amount }) => amount);
  const [given, due] = [allocate(before, weights), allocate(before + back, weights)];
  return taxes.map((tax, index) => ({ ...tax, amount: (given[index] ?? 0) - (due[index] ?? 0) }));
}

/** What was charged at a rate, or by one component of it. */
export interface TaxSum extends Pick<LineTax, "name" | "rate"> {
  /** Without tax. */
  readonly net: number;
  readonly tax: number;
}

/** As files have it: `20%`, or `State 6.25%`. */
export function plainTaxName({
  name,
  rate,
}: {
  readonly name?: string | null | undefined;
  readonly rate: string;
}): string {
  return [...(name ? [name] : []), `${rate}%`].join(" ");
}

/** Sums the taxes of lines by rate, and by name where components have one. */
export class TaxSums {
  readonly #sums = new Map<string, { readonly name?: string; readonly rate: string; net: number; tax: number }>();

  /** @param net the line without tax: each of its taxes is charged on it */
  add(net: number, taxes: readonly Pick<LineTax, "name" | "rate" | "amount">[]): void {
    for (const { name, rate, amount } of taxes) {
      const key = `${rate} ${name ?? ""}`;
      const sums = this.#sums.get(key) ?? { ...(name === undefined ? {} : { name }), rate, net: 0, tax: 0 };
      sums.net += net;
      sums.tax += amount;
      this.#sums.set(key, sums);
    }
  }

  /** The highest rate first. */
  sorted(): TaxSum[] {
    return [...this.#sums.values()].sort((a, b) => Number(b.rate) - Number(a.rate));
  }
}

interface Part {
  readonly amount: number;
  readonly rate: number | bigint;
  readonly divisor: number | bigint;
}

function taxOfPart(part: Part, mode: RoundingMode): number {
  const { amount, rate, divisor } = part;
  return typeof rate === "number" && typeof divisor === "number"
    ? multiplyDivide(amount, rate, divisor, mode)
    : taxOfSum([part], mode);
}

/** The tax of a sum, rounded once: fractions with different divisors are added exactly. */
function taxOfSum(parts: readonly Part[], mode: RoundingMode): number {
  const byDivisor = new Map<number | bigint, bigint>();
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
