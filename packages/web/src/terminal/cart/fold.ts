import { fromScaled, toScaled } from "@pos/core/base/decimal.ts";

/**
 * A discount as it is named in China: 8.5折 means that the customer pays 8.5 tenths, so 15 % less. A fold is above 0 and
 * below 10.
 */
const FOLD_PLACES = 3;
const WHOLE = 10 * 10 ** FOLD_PLACES;
const PERCENT_PLACES = FOLD_PLACES - 1;

/** @returns the percentage that a fold takes off; undefined if it is no fold */
export function percentOfFold(fold: string): string | undefined {
  const scaled = toScaled(fold, FOLD_PLACES);
  if (scaled === undefined || scaled <= 0 || scaled >= WHOLE) return undefined;
  return fromScaled(WHOLE - scaled, PERCENT_PLACES);
}

/** @returns undefined for a percentage that no fold of three places has */
export function foldOf(percent: string): string | undefined {
  const scaled = toScaled(percent, PERCENT_PLACES);
  if (scaled === undefined || scaled <= 0 || scaled >= WHOLE) return undefined;
  return fromScaled(WHOLE - scaled, FOLD_PLACES);
}
