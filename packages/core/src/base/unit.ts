/** What the quantity of an article counts. Everything but pieces is measured when it is sold: weighed, or cut to length. */
export const UNITS = ["EACH", "KILOGRAM", "GRAM", "POUND", "LITRE", "METRE"] as const;

export type Unit = (typeof UNITS)[number];

export function isMeasured(unit: Unit | undefined): boolean {
  return unit !== undefined && unit !== "EACH";
}
