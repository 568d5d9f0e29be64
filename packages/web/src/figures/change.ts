/** How a figure differs from what it is compared with. */
export type Change =
  | { readonly is: "same" }
  /** There was nothing before, so there is no percentage. */
  | { readonly is: "new" }
  | { readonly is: "up" | "down" /** Above zero; 0.2 is 20 %. */; readonly by: number };

const FINE_BELOW_PERCENT = 10;

/** Rounded to whole per cent, and small changes to a tenth, half away from zero; less than half of that is no change. */
export function changeOf(now: number, before: number): Change {
  if (now === before) return { is: "same" };
  if (before === 0) return { is: "new" };
  const percent = (100 * Math.abs(now - before)) / Math.abs(before);
  const thousandths = percent < FINE_BELOW_PERCENT ? Math.round(percent * 10) : Math.round(percent) * 10;
  if (thousandths === 0) return { is: "same" };
  return { is: now > before ? "up" : "down", by: thousandths / 1000 };
}
