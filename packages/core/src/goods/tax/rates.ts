import { fromScaled, toScaled } from "../../base/decimal.ts";
import { PERCENT_PLACES } from "../../base/money.ts";
import { present } from "../../base/result.ts";
import { localTime } from "../../base/time.ts";
import type { TaxCode, TaxComponent, TaxRate } from "./model.ts";

/** A hundred per cent, in millionths of a per cent. */
export const WHOLE = 100 * 10 ** PERCENT_PLACES;

/** What a code charges at an instant: its newest rate that has begun by the clock of the zone. */
export function rateAt(code: TaxCode, instant: string, timeZone: string): TaxRate {
  return code.changes === undefined ? code : rateOn(code, localTime(instant, timeZone).day);
}

export function rateOn(code: TaxCode, day: string): TaxRate {
  return code.changes?.findLast(({ from }) => from <= day) ?? code;
}

/** What a rate is of the untaxed price: its components as fractions of one denominator, and their sum. */
export interface RateFraction {
  readonly parts: readonly bigint[];
  readonly sum: number | bigint;
  readonly denominator: number | bigint;
}

const fractions = new WeakMap<readonly TaxComponent[], RateFraction>();

/** Exact, however often compound tax is charged on tax: sums of simple rates stay within safe numbers, for speed. */
export function fractionOf({ rate, components }: TaxRate): RateFraction {
  if (components === undefined) return { parts: [], sum: millionthsOf(rate), denominator: WHOLE };
  const known = fractions.get(components) ?? fractionOfComponents(components);
  fractions.set(components, known);
  return known;
}

function fractionOfComponents(components: readonly TaxComponent[]): RateFraction {
  const whole = BigInt(WHOLE);
  let parts: bigint[] = [];
  let [sum, denominator] = [0n, whole];
  for (const { rate, isCompound } of components) {
    const own = BigInt(millionthsOf(rate));
    const base = denominator + (isCompound ? sum : 0n);
    if (isCompound) {
      parts = parts.map((part) => part * whole);
      sum *= whole;
      denominator *= whole;
    }
    const part = isCompound ? own * base : (own * base) / whole;
    parts.push(part);
    sum += part;
  }
  const isSimple = denominator === whole;
  return { parts, sum: isSimple ? Number(sum) : sum, denominator: isSimple ? WHOLE : denominator };
}

/** What components come to in per cent, to six places: for people. Tax is computed from the components. */
export function sumOfRates(components: readonly TaxComponent[]): string {
  const { sum, denominator } = fractionOfComponents(components);
  const [numerator, divisor] = [BigInt(sum) * BigInt(WHOLE), BigInt(denominator)];
  return fromScaled(Number((2n * numerator + divisor) / (2n * divisor)), PERCENT_PLACES);
}

function millionthsOf(rate: string): number {
  return present(toScaled(rate, PERCENT_PLACES), "a tax rate of up to six places");
}
