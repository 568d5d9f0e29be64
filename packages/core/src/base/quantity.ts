import { fromScaled, toScaled } from "./decimal.ts";

/** A quantity is an integer count of thousandths, so that three decimal places (grams of a kilogram) are exact. */
export type Quantity = number;

export const QUANTITY_PLACES = 3;
/** 9,999,999.999 */
const QUANTITY_MAX: Quantity = 9_999_999_999;

/** @returns thousandths, or undefined if the decimal has more than three places or is out of range */
export function parseQuantity(decimal: string): Quantity | undefined {
  const quantity = toScaled(decimal, QUANTITY_PLACES);
  return quantity === undefined || Math.abs(quantity) > QUANTITY_MAX ? undefined : quantity;
}

export function formatQuantity(quantity: Quantity): string {
  return fromScaled(quantity, QUANTITY_PLACES);
}
