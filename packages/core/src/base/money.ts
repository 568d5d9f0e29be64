/**
 * Money is an integer count of a currency's minor unit (a penny, a fen, a yen). A merchant has one currency, so amounts
 * are plain integers and the currency is stored once beside them. Rounding applies to the absolute value, so a refund
 * is exactly minus its sale.
 */
export type MinorUnits = number;

export interface Money {
  readonly amount: MinorUnits;
  readonly currency: string;
}

/** Half away from zero is the contract's default; the other two exist for tax regimes that require them. */
export type RoundingMode = "HALF_UP" | "HALF_EVEN" | "DOWN";

export const MINOR_UNITS_MAX = Number.MAX_SAFE_INTEGER;

/** Unit prices and unit costs count millionths of the major unit; percentages count millionths of a per cent. */
export const PRICE_PLACES = 6;
export const PERCENT_PLACES = 6;

/**
 * Computes `a * b / c` and rounds once. Exact for all safe integers.
 * @throws RangeError if the result exceeds 2^53-1: callers check ranges first, so that is a bug
 */
export function multiplyDivide(a: number, b: number, c: number, mode: RoundingMode = "HALF_UP"): number {
  const product = a * b;
  if (Number.isSafeInteger(product) && Math.abs(product) < HALF_RANGE) return roundDivide(product, c, mode);
  return Number(roundDivideBig(BigInt(a) * BigInt(b), BigInt(c), mode));
}

/** Twice a remainder must stay exact, so the fast path ends at half the range. */
const HALF_RANGE = 2 ** 52;

function roundDivide(numerator: number, denominator: number, mode: RoundingMode): number {
  const negative = numerator < 0 !== denominator < 0;
  const n = Math.abs(numerator);
  const d = Math.abs(denominator);
  const remainder = n % d;
  const quotient = (n - remainder) / d;
  const rounded = quotient + (roundsUp(remainder * 2 - d, quotient % 2 === 1, mode) ? 1 : 0);
  return negative && rounded !== 0 ? -rounded : rounded;
}

function roundDivideBig(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const twice = (n % d) * 2n - d;
  const rounded = quotient + (roundsUp(twice > 0n ? 1 : twice < 0n ? -1 : 0, quotient % 2n === 1n, mode) ? 1n : 0n);
  if (rounded > BigInt(MINOR_UNITS_MAX)) throw new RangeError("An amount is beyond 2^53-1.");
  return negative ? -rounded : rounded;
}

/** @param excess twice the remainder minus the divisor: its sign decides whether to round up */
function roundsUp(excess: number, quotientIsOdd: boolean, mode: RoundingMode): boolean {
  if (mode === "DOWN") return false;
  if (excess !== 0) return excess > 0;
  return mode === "HALF_UP" || quotientIsOdd;
}

/**
 * Splits `total` in proportion to the weights by the largest-remainder method: the shares sum to `total` exactly, and
 * ties go to the earlier weight. Weights are at least 0; if all are 0 the first share gets everything.
 */
export function allocate(total: number, weights: readonly (number | bigint)[]): number[] {
  if (total === 0) return weights.map(() => 0);
  let sum = 0n;
  for (const weight of weights) sum += BigInt(weight);
  if (weights.length === 0) return [];
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const size = BigInt(Math.abs(total));
  const sign = total < 0 ? -1 : 1;
  const shares: number[] = [];
  const remainders: { index: number; remainder: bigint }[] = [];
  let left = size;
  for (const [index, weight] of weights.entries()) {
    const product = size * BigInt(weight);
    const share = product / sum;
    left -= share;
    shares.push(Number(share));
    remainders.push({ index, remainder: product % sum });
  }
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map((share) => (share === 0 ? 0 : share * sign));
}

/**
 * The number of decimal places of a currency's minor unit, from ISO 4217's list of active codes (exponents other than
 * 2). Unlisted codes have two.
 */
export function minorDigits(currency: string): number {
  if (NO_DIGITS.has(currency)) return 0;
  if (THREE_DIGITS.has(currency)) return 3;
  if (FOUR_DIGITS.has(currency)) return 4;
  return 2;
}

const NO_DIGITS = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
const THREE_DIGITS = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));
const FOUR_DIGITS = new Set("CLF UYW".split(" "));

/** The active codes of ISO 4217 for money: without funds, metals, and codes for tests or for no currency. */
const CURRENCIES = new Set(
  (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY " +
    "COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS " +
    "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP " +
    "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR " +
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND " +
    "VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
  ).split(" "),
);

/** Whether a merchant may count in it. What was stored before by another code goes on. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/**
 * Multiplies a unit price (millionths of the major unit) by a quantity (thousandths) and rounds once to minor units.
 */
export function extendPrice(
  price: number,
  quantity: number,
  digits: number,
  mode: RoundingMode = "HALF_UP",
): MinorUnits {
  return multiplyDivide(price, quantity, 10 ** (PRICE_PLACES + 3 - digits), mode);
}

/** A unit price (millionths) rounded to minor units, as a price tag shows it. */
export function priceInMinorUnits(price: number, digits: number): MinorUnits {
  return multiplyDivide(price, 1, 10 ** (PRICE_PLACES - digits));
}

/** Computes a percentage (millionths of a per cent) of an amount. */
export function percentOf(amount: MinorUnits, percent: number, mode: RoundingMode = "HALF_UP"): MinorUnits {
  return multiplyDivide(amount, percent, 100 * 10 ** PERCENT_PLACES, mode);
}

export function sum(amounts: readonly MinorUnits[]): MinorUnits {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

export function sumOf<T>(things: readonly T[], amountOf: (thing: T) => MinorUnits): MinorUnits {
  let total = 0;
  for (const thing of things) total += amountOf(thing);
  return total;
}
