/** What distinguishes the variants of a product: its name, such as Size, and its values, such as S and M. */
export interface Option {
  readonly name: string;
  readonly values: readonly string[];
}

/** One value of each option. */
export interface Combination {
  /** Stays the same while other values come and go. */
  readonly key: string;
  readonly values: readonly string[];
  /** The variant's name. */
  readonly name: string;
}

export const OPTIONS_MAX = 3;
export const COMBINATIONS_MAX = 200;

/** How many combinations options have: 0 while none has a value. */
export function combinationCount(options: readonly Option[]): number {
  const filled = options.filter(({ values }) => values.length > 0);
  return filled.length === 0 ? 0 : filled.reduce((count, { values }) => count * values.length, 1);
}

/**
 * Every combination, the last option changing fastest; options without values do not count.
 * @returns none while there are more than a product can have
 */
export function combinations(options: readonly Option[]): Combination[] {
  const count = combinationCount(options);
  if (count === 0 || count > COMBINATIONS_MAX) return [];
  const filled = options.filter(({ values }) => values.length > 0);
  const all = filled.reduce<readonly (readonly string[])[]>(
    (before, { values }) => before.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
  return all.map((values) => ({ key: JSON.stringify(values), values, name: values.join(" / ") }));
}
