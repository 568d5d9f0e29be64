/**
 * Rows in the order of a value: texts as the reader's language orders them, numbers within them as numbers. What has no value is
 * last either way.
 */
export function sortedBy<Row>(
  rows: readonly Row[],
  sortValue: (row: Row) => string | number | null | undefined,
  isDescending: boolean,
  locale: string,
): readonly Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const sign = isDescending ? -1 : 1;
  const isNone = (value: unknown) => value === null || value === undefined || value === "";
  return rows.toSorted((one, other) => {
    const [a, b] = [sortValue(one), sortValue(other)];
    if (isNone(a) || isNone(b)) return Number(isNone(a)) - Number(isNone(b));
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
  });
}
