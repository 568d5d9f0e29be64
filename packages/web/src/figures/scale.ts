/** The axis of a chart with amounts in minor units. */
export interface Scale {
  readonly top: number;
  /** From 0 to the top. */
  readonly ticks: readonly number[];
}

const TICKS = 4;
/** How many times the next largest value one may be before it is cut. */
const OUTLIER_TIMES = 4;

/**
 * An axis that begins at 0 and has round steps. One value far above all others is cut off, so that it does not flatten them.
 * @param unit the amount of a major unit: steps are no finer
 */
export function scaleOf(values: readonly number[], unit: number): Scale {
  const [largest = 0, next = 0] = values.filter((value) => value > 0).sort((a, b) => b - a);
  const shown = next > 0 && largest > next * OUTLIER_TIMES ? next * 2 : largest;
  const step = roundStep(Math.max(shown / TICKS, unit), unit);
  const count = Math.max(1, Math.ceil(shown / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

function roundStep(least: number, unit: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= least) ?? least;
  return Math.ceil(step / unit) * unit;
}
